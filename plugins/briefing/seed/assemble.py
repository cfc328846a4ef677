"""Roles of lines to a `Seed`: fields joined, split and ordered, every line accounted for."""
# ruff: noqa: D401 - a docstring of a question says what holds

from dataclasses import replace

from .datelines import agency_name, place_name, read_dateline
from .dates import find_dates
from .facts import Facts
from .fields import TAKERS, Fields
from .headlines import make_title
from .language import tell_language
from .lines import join_lines
from .orders import latest
from .page import Page, read_page
from .parts import Part, Role, Seed
from .people import read_names
from .reading import Choice, read_roles


def read_seed(text: str) -> Seed:
    """Take a story apart; the same text always gives the same seed."""
    page = read_page(text)
    draft = Fields()
    if page.facts:
        for at, choice in enumerate(read_roles(page)):
            _take(draft, page, at, choice)
    return _finish(draft)


def _take(draft: Fields, page: Page, at: int, choice: Choice) -> None:
    facts = page.facts[at]
    text = facts.text
    if choice.role is Role.PARAGRAPH and not draft.dateline_done:
        text = _lift_dateline(draft, facts, choice)
    draft.parts.append(_part(choice, text, facts))
    if choice.role in (Role.DATE, Role.UPDATED, Role.BYLINE) and any(dated.other for dated in facts.dates):
        draft.doubted.append(len(draft.parts) - 1)
    TAKERS[choice.role](draft, facts, choice, text)


def _part(choice: Choice, text: str, facts: Facts) -> Part:
    return Part(choice.role, text, facts.line.numbers, choice.rule, choice.confidence, choice.runner_up)


def _lift_dateline(draft: Fields, facts: Facts, choice: Choice) -> str:
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


def _finish(draft: Fields) -> Seed:
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
        release=latest(draft.release),
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
