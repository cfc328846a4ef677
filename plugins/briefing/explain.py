"""How a seed was read, shown beside its own lines as a compiler shows source."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import PurePath
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from briefing.article import article_from_seed, slugify, to_markdown
from briefing.doubts import find_doubts, is_doubtful, name_role, say_certainty
from briefing.drafts import date_story
from briefing.formats import text_of
from briefing.front_matter import Moment
from briefing.rows import cut, isolate, wrap
from briefing.seed import read_seed
from briefing.seed.parts import Part, Role, Seed

WIDE = 110
"""Columns from which the rule stands beside the text, not below it."""
ASIDE = 40
ROWS = 3
"""Rows that one raw line may take; a paragraph is known by its beginning."""
LABEL = max(len(role) for role in Role)
STYLES = {
    Role.TITLE: "bold green",
    Role.DECK: "green",
    Role.BYLINE: "cyan",
    Role.DATE: "cyan",
    Role.UPDATED: "cyan",
    Role.DATELINE: "cyan",
    Role.SOURCE: "cyan",
    Role.CAPTION: "magenta",
    Role.CREDIT: "magenta",
    Role.PARAGRAPH: "default",
    Role.SUBHEAD: "bold",
    Role.ITEM: "blue",
    Role.QUOTE: "blue",
    Role.ROW: "blue",
    Role.BREAK: "dim",
    Role.READ_MORE: "yellow",
    Role.KEYWORDS: "yellow",
    Role.NOTE: "yellow",
    Role.EMBARGO: "red",
    Role.BOILERPLATE: "dim",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A seed with what it was read from and the front matter that results."""

    name: str
    text: str
    seed: Seed
    front: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One raw line, or the piece of it that is a part of its own."""

    number: int
    text: str
    part: Part
    first: bool
    last: bool


def explain_seed(name: str, data: bytes, fallback: tuple[Moment, str]) -> Explained:
    """Read a seed as its conversion would; `fallback` dates one that states no date, and says from where."""
    text = text_of(data, PurePath(name).suffix)
    seed = read_seed(text)
    published, date_source = date_story(seed, fallback)
    slug = slugify(seed.title) or slugify(PurePath(name).stem) or "story"
    article = article_from_seed(seed, slug=slug, published=published, date_source=date_source)
    return Explained(name, text, seed, to_markdown(replace(article, body="")).strip("-\n"))


def seed_as_json(found: Explained) -> dict[str, Any]:
    """Give everything that was recognised, in plain values."""
    plain: dict[str, Any] = plain_value(asdict(found.seed))
    return {"seed": found.name, **plain, "worth_a_look": [part.lines[0] for part in find_doubts(found.seed.parts)]}


def plain_value(value: Any) -> Any:
    """Spell days and moments, which JSON has no word for."""
    if isinstance(value, dict):
        return {key: plain_value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def write_seed(found: Explained) -> Iterator[str]:
    """Explain in plain lines: a part each, to be searched and piped, then the metadata."""
    for part in found.seed.parts:
        yield f"{found.name}:{part.lines[0]}: {name_role(part.role)} ({say_certainty(part)}): {part.text}"
    yield ""
    yield from found.front.splitlines()
    if found.seed.date_ambiguous:
        yield AMBIGUOUS


AMBIGUOUS = "# day and month of the date could be the other way round"


def draw_seed(found: Explained, console: Console) -> Iterator[Text]:
    """Explain in rows for a terminal: raw lines with numbers, roles beside them, rules beside or below."""
    text, seed = found.text, found.seed
    doubts = find_doubts(seed.parts)
    yield from wrap(
        Text.assemble(
            (found.name, "bold"),
            f": {len(seed.parts)} parts",
            (f", {len(doubts)} worth a look" if doubts else "", "yellow"),
        ),
        console.width,
        console,
    )
    yield Text()
    digits = len(str(text.count("\n") + 1))
    number = 0
    for marked in mark_lines(text, seed):
        if number and marked.number > number + 1:
            yield Text(f"{'':{LABEL + digits + 1}} │", "dim")
        number = marked.number
        yield from draw_line(marked, digits, console)
    yield Text()
    for line in found.front.splitlines():
        key, colon, value = line.partition(":")
        parts = (key, "cyan"), colon, value
        yield from wrap(Text.assemble(*parts), console.width, console, indent=2)
    if seed.date_ambiguous:
        yield from wrap(Text(AMBIGUOUS, "yellow"), console.width, console)


def mark_lines(text: str, seed: Seed) -> Iterator[Marked]:
    """Go down the raw lines with their parts; a dateline comes before the paragraph that it was taken from."""
    raw = text.split("\n")
    lifted = ""
    for part in seed.parts:
        if part.role is Role.DATELINE:
            lifted = part.text
            yield Marked(part.lines[0], part.text, part, first=True, last=True)
            continue
        for at, number in enumerate(part.lines):
            line = raw[number - 1].strip()
            if at == 0:
                line, lifted = line.removeprefix(lifted).strip(), ""
            yield Marked(number, line, part, first=at == 0, last=at == len(part.lines) - 1)


def draw_line(marked: Marked, digits: int, console: Console) -> Iterator[Text]:
    """Draw one raw line: label, number, its text over a few rows, and once a part the rule."""
    part, gutter = marked.part, LABEL + digits + 4
    aside = console.width >= WIDE
    room = max(8, console.width - gutter - (ASIDE + 2 if aside else 0))
    rows = wrap(Text(marked.text.expandtabs(4), "dim" if part.role is Role.BOILERPLATE else ""), room, console)
    if len(rows) > ROWS:
        rows = [*rows[: ROWS - 1], cut(rows[ROWS - 1], room)]
    rule = Text(say_certainty(part), "yellow" if is_doubtful(part) else "dim")
    beside = wrap(rule, ASIDE, console) if aside and marked.first else []
    below = wrap(rule, room, console) if not aside and marked.last else []
    for at, (row, note) in enumerate(zip_longest(rows, beside)):
        label = name_role(part.role) if marked.first and not at else ""
        line = Text.assemble(
            (f"{label:{LABEL}}", STYLES[part.role]), (f" {'' if at else marked.number:>{digits}} │ ", "dim")
        )
        line.append_text(isolate(row or Text()))
        if note:
            line.append(" " * (room + 2 - cell_len(row.plain if row else ""))).append_text(note)
        yield line
    for at, note in enumerate(below):
        yield Text(f"{'' if at else '└ ':>{gutter}}", "dim").append_text(note)
