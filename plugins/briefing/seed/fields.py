"""The fields of a story, gathered from its lines: what each role adds to them."""
# ruff: noqa: ARG001 - one signature for all

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from .datelines import agency_name, place_name, read_lone
from .dates import Dated
from .facts import Facts
from .figures import add_caption, add_credit
from .orders import order_moment, release_moment, states_hour
from .parts import Block, Image, Part, ReadMore, Role
from .people import read_byline, read_names
from .pointers import read_pointer
from .reading import Choice
from .sources import is_place, read_labelled, sender
from .summaries import deck_text, place_behind, title_text

_DECORATION = re.compile(r"^(?:[*#=_]+\s*|-\s+(?=.*\s-$))|(?:\s*[*#=_]+|(?<=.)\s+-)$")
_KEYWORD_SPLIT = re.compile(r"\s*[,;|·•/،؛、，；#]\s*")
_TAIL_NAMES = re.compile(
    r"(?:[Rr]eporting|[Ww]ritten|[Rr]eportage|[Rr]eportagem|[Rr]eporte|[Rr]edacción)\s(?:and\s\w+\s)?(?:by|de|por)\s(?P<names>[^;()]+?)(?:\sin\s[A-Z][^;,()]*)?(?:[;).]|$)"
)
_OF = re.compile(r"^(?:da|do|de|del|della|of|for)\s")


@dataclass(slots=True)
class Fields:
    """Fields gathered while walking down the text."""

    title: list[str] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    tail_authors: list[str] = field(default_factory=list)
    firms: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    published: list[Dated] = field(default_factory=list)
    updated: list[Dated] = field(default_factory=list)
    late: list[Dated] = field(default_factory=list)
    embargo: list[datetime | None] = field(default_factory=list)
    release: list[datetime | None] = field(default_factory=list)
    place: str | None = None
    side_place: str | None = None
    agency: str | None = None
    images: list[Image] = field(default_factory=list)
    read_more: list[ReadMore] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    doubted: list[int] = field(default_factory=list)
    dateline_done: bool = False


def _take_title(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    draft.title.append(title_text(text))


def _take_deck(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    draft.deck.append(deck_text(facts.item if facts.bullet else text))


def _take_byline(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    tail = _TAIL_NAMES.search(text)
    closing = choice.rule == "who reported, wrote and edited"
    if choice.zone in "BF" and (tail or closing or not facts.byline or not facts.byline.persons):
        if tail:
            draft.tail_authors += [name for name in read_names(tail["names"])[0] if name not in draft.tail_authors]
        return
    byline = facts.byline or read_byline(text)
    if byline and facts.dated == "full" and not byline.led and draft.authors:
        draft.side_place = draft.side_place or facts.rest
    elif byline:
        draft.authors += [name for name in byline.persons if name not in draft.authors]
        draft.firms += [_OF.sub("", firm) for firm in byline.organisations]
        draft.side_place = draft.side_place or byline.place
    _sort_dates(draft, facts)


def _sort_dates(draft: Fields, facts: Facts) -> None:
    for dated in facts.dates:
        (draft.updated if dated.updated else draft.published).append(dated)


def _take_date(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    if choice.zone in "BF":
        draft.late += [dated for dated in facts.dates if not dated.updated]
        draft.updated += [dated for dated in facts.dates if dated.updated]
        return
    if release := release_moment(text, facts.dates):
        draft.release.append(release)
    # Of two spellings of one date the unambiguous one decides.
    plain = [dated for dated in facts.dates if dated.other is None and not dated.updated]
    doubted = {dated.other for dated in facts.dates} | {dated.value for dated in facts.dates if dated.other}
    if plain and plain[0].value in doubted:
        draft.published.append(plain[0])
    else:
        _sort_dates(draft, facts)
    if facts.sourced:
        _take_labelled(draft, facts.rest)
    elif facts.rest and len(facts.rest) > 3:
        if facts.byline and facts.byline.persons and facts.byline.led:
            draft.authors += [name for name in facts.byline.persons if name not in draft.authors]
        elif is_place(facts.rest):
            draft.side_place = draft.side_place or facts.rest


def _take_labelled(draft: Fields, text: str) -> bool:
    sources, authors = read_labelled(text)
    draft.sources += sources
    draft.authors += [name for name in authors if name not in draft.authors]
    return bool(authors)


def _take_place(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    lone = read_lone(text)
    if lone:
        draft.place, draft.agency, draft.dateline_done = place_name(lone[0]), agency_name(lone[1]), True
    else:
        draft.side_place = draft.side_place or place_name(place_behind(text) or text.rstrip(" -–"))


def _take_source(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    if not _take_labelled(draft, facts.line.raw):
        label = facts.label("source")
        draft.sources.append(sender(label.rest if label and label.rest else text))


def _take_caption(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    add_caption(draft.images, draft.parts[:-1], facts, choice.rule)


def _take_credit(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    add_credit(draft.images, draft.parts[:-1], facts)


def _take_body(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    kind = choice.role
    if kind is Role.SUBHEAD:
        draft.body.append(Block(kind, _DECORATION.sub("", _DECORATION.sub("", text)) or text))
    elif kind is Role.ITEM:
        draft.body.append(Block(kind, facts.item or text, facts.number))
    elif kind is Role.ROW:
        cells = facts.cells or (text,)
        draft.body.append(Block(kind, " ".join(cells), None, cells))
    elif kind is Role.QUOTE:
        draft.body.append(Block(kind, facts.item if facts.bullet == ">" else text))
    else:
        draft.body.append(Block(Role.PARAGRAPH, text))


def _take_read_more(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    label = facts.label("read_more")
    title = label.rest if label and (label.colon or choice.rule != "titles under a read-more label") else text
    pointer = read_pointer(title)
    if pointer.title and not (label and not label.rest):
        draft.read_more.append(pointer)


def _take_keywords(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    label = facts.label("keywords")
    listed = label.rest if label and (label.colon or choice.rule == "keyword line") else text
    if label and not label.rest:
        return
    if not _KEYWORD_SPLIT.search(listed) and any("\u4e00" <= char <= "\u9fff" for char in listed):
        listed = listed.replace(" ", "、")
    draft.keywords += [word.strip(" .#") for word in _KEYWORD_SPLIT.split(listed) if word.strip(" .#")]


def _take_note(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    draft.notes.append(text)


def _take_embargo(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    moment, doubted = order_moment(text, facts.dates)
    draft.embargo += [moment] if moment or states_hour(text) else []
    if doubted:
        draft.parts[-1] = replace(draft.parts[-1], rule=f"{choice.rule}, the later of two readings", confidence=0.5)


def _drop(draft: Fields, facts: Facts, choice: Choice, text: str) -> None:
    """Kept in the parts alone."""


TAKERS = {
    Role.TITLE: _take_title,
    Role.DECK: _take_deck,
    Role.BYLINE: _take_byline,
    Role.DATE: _take_date,
    Role.UPDATED: _take_date,
    Role.DATELINE: _take_place,
    Role.SOURCE: _take_source,
    Role.CAPTION: _take_caption,
    Role.CREDIT: _take_credit,
    Role.PARAGRAPH: _take_body,
    Role.SUBHEAD: _take_body,
    Role.ITEM: _take_body,
    Role.QUOTE: _take_body,
    Role.ROW: _take_body,
    Role.BREAK: _drop,
    Role.READ_MORE: _take_read_more,
    Role.KEYWORDS: _take_keywords,
    Role.NOTE: _take_note,
    Role.EMBARGO: _take_embargo,
    Role.BOILERPLATE: _drop,
}
