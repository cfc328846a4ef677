"""All tags under their kinds, and those of a large kind by the letter that they begin with."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.cards import group_tags
from briefing.pieces import Letter, TagIndex, TagLink
from briefing.wording import Words

WITHOUT_LETTERS = 60
"""So many tags are found at a glance."""
FIGURES, OTHERS = "0–9", "#"


def index_tags(tags: Iterable[TagLink], words: Words) -> tuple[TagIndex, ...]:
    """Put all tags in the order of the alphabet, in which a letter with a sign stands where it would without."""
    ordered = sorted(tags, key=lambda tag: (initial(tag.name), fold(tag.name), tag.url))
    return tuple(
        TagIndex(group.kind, group.heading, len(group.tags), tuple(part(group.kind, group.tags)))
        for group in group_tags(ordered, words)
    )


def part(kind: str, tags: Sequence[TagLink]) -> Iterator[Letter]:
    """Part the tags of a kind by letters, if they are many."""
    if len(tags) <= WITHOUT_LETTERS:
        yield Letter("", "", tuple(sorted(tags, key=lambda tag: (fold(tag.name), tag.url))))
        return
    for number, (name, ones) in enumerate(groupby(tags, key=lambda tag: initial(tag.name)), 1):
        yield Letter(name, f"{kind}-{number}", tuple(ones))


def initial(name: str) -> str:
    """Take the letter that a name is looked up under."""
    letter = (fold(name) or OTHERS)[0]
    if letter.isdigit():
        return FIGURES
    return letter.upper()[0] if letter.isalpha() else OTHERS


def fold(name: str) -> str:
    """Write a name in small letters without signs on Latin ones, so that `École` stands beside `ebb`."""
    whole = unicodedata.normalize("NFC", name.casefold())
    return "".join(unicodedata.normalize("NFKD", letter)[0] if is_latin(letter) else letter for letter in whole)


def is_latin(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.normalize("NFKD", letter)[0].isascii()
