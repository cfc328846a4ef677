"""Roles of lines to a `Seed`: fields joined, split and ordered, every line accounted for."""
# ruff: noqa: ARG001, D401 - one signature for all; a docstring of a question says what holds

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from .datelines import agency_name, place_name, read_dateline, read_lone
from .dates import Dated, find_dates
from .facts import Facts
from .gallery import add_caption, add_credit
from .headlines import make_title
from .language import tell_language
from .lines import join_lines
from .orders import latest, order_moment, states_hour
from .page import Page, read_page
from .parts import Block, Image, Part, ReadMore, Role, Seed
from .people import read_byline, read_names
from .pointers import read_pointer
from .reading import Choice, read_roles
from .sources import is_place, read_labelled, sender
from .summaries import deck_text, place_behind, title_text

_DECORATION = re.compile(r"^(?:[*#=_]+\s*|-\s+(?=.*\s-$))|(?:\s*[*#=_]+|(?<=.)\s+-)$")
_KEYWORD_SPLIT = re.compile(r"\s*[,;|·•/،؛、，；#]\s*")
_TAIL_NAMES = re.compile(
    r"(?:[Rr]eporting|[Ww]ritten|[Rr]eportage|[Rr]eportagem|[Rr]eporte|[Rr]edacción)\s(?:and\s\w+\s)?(?:by|de|por)\s(?P<names>[^;()]+?)(?:\sin\s[A-Z][^;,()]*)?(?:[;).]|$)"
)
_OF = re.compile(r"^(?:da|do|de|del|della|of|for)\s")


@dataclass(slots=True)
class _Draft:
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


def read_seed(text: str) -> Seed:
    """Take a story apart; the same text always gives the same seed."""
    page = read_page(text)
    draft = _Draft()
    if page.facts:
        for at, choice in enumerate(read_roles(page)):
            _take(draft, page, at, choice)
    return _finish(draft)


def _take(draft: _Draft, page: Page, at: int, choice: Choice) -> None:
    facts = page.facts[at]
    text = facts.text
    if choice.role is Role.PARAGRAPH and not draft.dateline_done:
        text = _lift_dateline(draft, facts, choice)
    draft.parts.append(_part(choice, text, facts))
    if choice.role in (Role.DATE, Role.UPDATED, Role.BYLINE) and any(dated.other for dated in facts.dates):
        draft.doubted.append(len(draft.parts) - 1)
    _TAKERS[choice.role](draft, facts, choice, text)


def _part(choice: Choice, text: str, facts: Facts) -> Part:
    return Part(choice.role, text, facts.line.numbers, choice.rule, choice.confidence, choice.runner_up)


def _lift_dateline(draft: _Draft, facts: Facts, choice: Choice) -> str:
    """The first paragraph without its dateline, which becomes a part of its own."""
    if facts.size > 60:
        draft.dateline_done = sum(block.kind is Role.PARAGRAPH for block in draft.body) >= 2
    found = facts.dateline or (read_dateline(facts.text) if len(draft.body) < 4 else None)
    if not found or facts.turn or not facts.text[found.end :].strip():
        return facts.text
    draft.dateline_done = True
    draft.place, draft.agency = place_name(found.place), agency_name(found.agency)
    if found.people:
        draft.authors += read_names(found.people)[0]
    draft.late += find_dates(found.day)
    lifted = facts.text[: found.end].strip()
    draft.parts.append(Part(Role.DATELINE, lifted, facts.line.numbers, found.form, choice.confidence))
    return facts.text[found.end :].strip()


def _take_title(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    draft.title.append(title_text(text))


def _take_deck(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    draft.deck.append(deck_text(facts.item if facts.bullet else text))


def _take_byline(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
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


def _sort_dates(draft: _Draft, facts: Facts) -> None:
    for dated in facts.dates:
        (draft.updated if dated.updated else draft.published).append(dated)


def _take_date(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    if choice.zone in "BF":
        draft.late += [dated for dated in facts.dates if not dated.updated]
        draft.updated += [dated for dated in facts.dates if dated.updated]
        return
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


def _take_labelled(draft: _Draft, text: str) -> bool:
    sources, authors = read_labelled(text)
    draft.sources += sources
    draft.authors += [name for name in authors if name not in draft.authors]
    return bool(authors)


def _take_place(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    lone = read_lone(text)
    if lone:
        draft.place, draft.agency, draft.dateline_done = place_name(lone[0]), agency_name(lone[1]), True
    else:
        draft.side_place = draft.side_place or place_name(place_behind(text) or text.rstrip(" -–"))


def _take_source(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    if not _take_labelled(draft, facts.line.raw):
        label = facts.label("source")
        draft.sources.append(sender(label.rest if label and label.rest else text))


def _take_caption(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    add_caption(draft.images, draft.parts[:-1], facts, choice.rule)


def _take_credit(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    add_credit(draft.images, draft.parts[:-1], facts)


def _take_body(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
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


def _take_read_more(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    label = facts.label("read_more")
    title = label.rest if label and (label.colon or choice.rule != "titles under a read-more label") else text
    pointer = read_pointer(title)
    if pointer.title and not (label and not label.rest):
        draft.read_more.append(pointer)


def _take_keywords(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    label = facts.label("keywords")
    listed = label.rest if label and (label.colon or choice.rule == "keyword line") else text
    if label and not label.rest:
        return
    if not _KEYWORD_SPLIT.search(listed) and any("\u4e00" <= char <= "\u9fff" for char in listed):
        listed = listed.replace(" ", "、")
    draft.keywords += [word.strip(" .#") for word in _KEYWORD_SPLIT.split(listed) if word.strip(" .#")]


def _take_note(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    draft.notes.append(text)


def _take_embargo(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    moment, doubted = order_moment(text, facts.dates)
    draft.embargo += [moment] if moment or states_hour(text) else []
    if doubted:
        draft.parts[-1] = replace(draft.parts[-1], rule=f"{choice.rule}, the later of two readings", confidence=0.5)


def _drop(draft: _Draft, facts: Facts, choice: Choice, text: str) -> None:
    """Kept in the parts alone."""


_TAKERS = {
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


def _finish(draft: _Draft) -> Seed:
    candidates = draft.published or draft.late or draft.updated
    chosen = candidates[0] if candidates else None
    updated = next((dated.value for dated in draft.updated if dated is not chosen), None)
    for at in draft.doubted[:1] if chosen and chosen.other else ():
        rule = f"{draft.parts[at].rule}, day and month perhaps the other way round"
        draft.parts[at] = replace(draft.parts[at], rule=rule, confidence=0.5, runner_up=None)
    title = " ".join(draft.title)
    lead = next((block.text for block in draft.body), None) or next((part.text for part in draft.parts), "")
    sample = "\n".join([title, *draft.deck, *(block.text[:600] for block in draft.body[:12])])
    return Seed(
        title=title or make_title(lead),
        title_generated=not title,
        deck=join_lines(draft.deck) or None,
        authors=tuple(draft.authors or draft.tail_authors),
        published=chosen.value if chosen else None,
        date_ambiguous=bool(chosen and chosen.other),
        updated=updated,
        embargo=latest(draft.embargo),
        place=draft.place or draft.side_place,
        source=draft.agency or next(iter(draft.sources + draft.firms), None),
        lang=tell_language(sample),
        images=tuple(draft.images),
        read_more=tuple(draft.read_more),
        keywords=tuple(dict.fromkeys(draft.keywords)),
        notes=tuple(draft.notes),
        body=tuple(draft.body),
        parts=tuple(draft.parts),
    )
