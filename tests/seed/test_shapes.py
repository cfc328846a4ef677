"""Each line of made-up texts in the shapes of many newsrooms is read as the letter before it says."""

from pathlib import Path

import pytest

from briefing.seed import Role, read_seed

ROLES = {
    "T": (Role.TITLE,),
    "D": (Role.DECK,),
    "B": (Role.BYLINE,),
    "A": (Role.DATE,),
    "U": (Role.UPDATED, Role.DATE),
    "O": (Role.DATELINE,),
    "L": (Role.SOURCE, Role.BYLINE, Role.BOILERPLATE),
    "P": (Role.PARAGRAPH, Role.QUOTE),
    "Q": (Role.QUOTE,),
    "S": (Role.SUBHEAD,),
    "I": (Role.ITEM,),
    "W": (Role.ROW,),
    "C": (Role.CAPTION,),
    "K": (Role.CREDIT,),
    "R": (Role.READ_MORE,),
    "Y": (Role.KEYWORDS,),
    "N": (Role.NOTE, Role.BOILERPLATE),
    "E": (Role.EMBARGO,),
    "X": (Role.BOILERPLATE, Role.BREAK, Role.SOURCE),
}
"""What a line may be read as: two roles where neither is published as the story's own words."""


def read_texts() -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / "shapes").glob("*.txt")):
        for text in path.read_text(encoding="utf-8").split("%% ")[1:]:
            name, _, body = text.partition("\n")
            texts[name] = body.rstrip("\n")
    return texts


TEXTS = read_texts()


@pytest.mark.parametrize("name", TEXTS)
def test_lines_are_read_as_marked(name: str) -> None:
    marked = [(line[:1], line[2:]) if line[1:2] == "|" else ("", line) for line in TEXTS[name].split("\n")]
    seed = read_seed("\n".join(line for _, line in marked))
    # A dateline and the paragraph that it opens share a line.
    read = {number: part for part in seed.parts for number in part.lines}
    wrong = [
        (line, read[number].role, read[number].rule)
        for number, (letter, line) in enumerate(marked, 1)
        if letter and read[number].role not in ROLES[letter]
    ]
    assert not wrong
