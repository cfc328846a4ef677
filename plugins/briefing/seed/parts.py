"""What a seed is made of: recognised parts, each with the rule that fired and the lines it came from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What a run of raw lines is to the story."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    UPDATED = "updated"
    DATELINE = "dateline"
    SOURCE = "source"
    CAPTION = "caption"
    CREDIT = "credit"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    BREAK = "break"
    READ_MORE = "read_more"
    KEYWORDS = "keywords"
    NOTE = "note"
    EMBARGO = "embargo"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Part:
    """One recognised part: `lines` are 1-based numbers in the decoded text, `confidence` is between 0 and 1."""

    role: Role
    text: str
    lines: tuple[int, ...]
    rule: str
    confidence: float = 1.0
    runner_up: Role | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the body in reading order; `text` is plain text with no markup."""

    kind: Role
    text: str
    number: int | None = None
    """The number of an ordered list's item; None for a bullet."""
    cells: tuple[str, ...] = ()
    """The cells of a table row; the first row of a run of rows is its head."""


@dataclass(frozen=True, slots=True)
class Image:
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class ReadMore:
    title: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """A story as a careful editor would take it apart; `parts` accounts for every raw line that is not blank."""

    title: str
    title_generated: bool
    deck: str | None
    authors: tuple[str, ...]
    published: date | datetime | None
    date_ambiguous: bool
    updated: date | datetime | None
    embargo: datetime | None
    release: datetime | None
    """The moment stated for publishing it: an order only while that is to come."""
    place: str | None
    source: str | None
    lang: str
    images: tuple[Image, ...]
    read_more: tuple[ReadMore, ...]
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    body: tuple[Block, ...]
    parts: tuple[Part, ...]
