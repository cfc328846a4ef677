"""Signs of captions that carry no credit of their own."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re

from .decks import names_person, opens_below
from .furnishings import furniture, is_time_stamp, meta
from .page import Page, is_prose


def present_above_dateline(page: Page, at: int) -> bool:
    """One sentence in the present between date and dateline tells what a picture shows."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if not before or not after or not after.dateline or not (before.dated or before.byline) or not facts.stop:
        return False
    told = facts.quoted or facts.sentences > 1 or furniture(facts) or facts.size > 240 or not facts.text.isascii()
    return not told and not PAST.search(facts.text) and bool(_PRESENT.match(facts.text))


def caption_in_gap(page: Page, at: int) -> bool:
    """One short sentence where a picture has left a hole of blank lines in a text that has hardly any."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if page.spaced or facts.line.gap < 2 or not before or not after or after.line.gap or furniture(facts):
        return False
    shown = facts.stop and facts.sentences == 1 and not facts.quoted and 25 < facts.size <= 150
    told = facts.bullet or facts.number is not None or facts.cells or facts.turn or is_time_stamp(facts)
    return shown and not told and is_prose(after) and not (facts.text.isascii() and PAST.search(facts.text))


def caption_named(page: Page, at: int) -> bool:
    """Between paragraphs a long line without a stop that begins with somebody's name and says where."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if facts.stop or facts.colon or facts.question or facts.quoted or not 40 < facts.size <= 180 or at <= page.first:
        return False
    told = facts.count >= 9 and bool(_NAMED_AT.match(facts.text)) and not furniture(facts)
    return told and bool(before and after and before.stop and after.stop and after.size > 28)


_NAMED_AT = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.?\s)?[A-ZÀ-ÞА-ЯЁ][\w'’-]+\s[A-ZÀ-ÞА-ЯЁ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,?\s(?:\([^)]{2,20}\)\s)?"
    r"(?:in|at|with|on|outside|inside|during|near|beside|en|con|durante|junto|avec|à|dans|lors|devant|mit|bei|auf|neben|vor|im|em|com|ao|no|na|в|во|на|с|у)\s"
)


def says_shown(page: Page, at: int) -> bool:
    """A line above the story that speaks of the picture."""
    facts = page.facts[at]
    return facts.size < 300 and not furniture(facts) and bool(_SHOWS.match(facts.text))


_SHOWS = re.compile(
    r"(?:this|an?)\s(?:undated\s)?(?:(?:satellite|aerial|file|handout|video)\s)?(?:image|photo|picture|photograph|map|graphic|illustration|still)\s(?:shows|taken|provided|released|made)\b"
    r"|(?:esta|la)\s(?:imagen|foto|fotografía)\smuestra\b|cette\s(?:image|photo)\smontre\b|(?:dieses|das)\s(?:bild|foto)\szeigt\b|(?:esta|a)\s(?:imagem|foto)\smostra\b|这是.{2,60}[（(].{2,16}摄",
    re.IGNORECASE,
)


def caption_dated(page: Page, at: int) -> bool:
    """A short line that ends in a full date, as captions of agencies do."""
    facts = page.facts[at]
    if not facts.dates or facts.dateline or facts.size > 260 or facts.sentences > 2 or at > page.first + 2:
        return False
    last = facts.dates[-1]
    # "announced today (18 September 2023)" belongs to a lead.
    return (
        len(facts.text) - last.end <= 2 and last.start > 30 and not facts.quoted and facts.text[last.start - 1] != "("
    )


def caption_in_head(page: Page, at: int) -> bool:
    """A line without a stop between date or byline and the story, once the deck has passed."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if not before or not after or not is_prose(after) or not (before.dated or before.byline or before.boiler):
        return False
    if (facts.dated == "full" and len(facts.rest) < 40) or is_time_stamp(facts):
        return False
    plain = facts.text[-1] not in ",;" and not (
        furniture(facts) or facts.stop or facts.colon or facts.question or facts.quoted or facts.bullet
    )
    return plain and facts.number is None and facts.count >= 6 and 28 <= facts.size <= 180


def caption_above_lead(page: Page, at: int) -> bool:
    """One sentence between head and lead, once the deck has passed."""
    facts, before = page.facts[at], page.at(at - 1)
    short = facts.stop and facts.sentences == 1 and 25 < facts.size <= 170 and not facts.quoted and not facts.dateline
    apart = before and (meta(before) or before.dated or (before.byline and before.byline.persons))
    after = page.at(at + 1)
    folded = bool(after and (after.boiler or (after.picture and not after.picture.caption)))
    return bool(short and apart) and not (folded or furniture(facts) or facts.turn) and opens_below(page, at)


def caption_present(page: Page, at: int) -> bool:
    """The same in the English present, where there is no deck."""
    facts = page.facts[at]
    if not facts.text.isascii() or PAST.search(facts.text) or not _PRESENT.match(facts.text):
        return False
    return bool(_ENGLISH.search(facts.text)) and names_person(facts.text) and caption_above_lead(page, at)


def caption_in_story(page: Page, at: int) -> bool:
    """A short sentence in the present that names somebody, in a story told in the past: worth a look."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    short = facts.stop and facts.sentences == 1 and 25 < facts.size <= 120 and not facts.quoted
    if not short or at <= page.first or not before or not after or not facts.text.isascii() or furniture(facts):
        return False
    past = all(near.stop and near.size > 40 and PAST.search(near.text) for near in (before, after))
    told = past and not PAST.search(facts.text) and bool(_PRESENT.match(facts.text)) and names_person(facts.text)
    return told and not any(" says" in fact.text for fact in page.facts[page.first :])


def dated_without_stop(page: Page, at: int) -> bool:
    """Between paragraphs only captions end in a full date and no stop."""
    facts = page.facts[at]
    # Two dates are those of a life or a term.
    if (
        len(facts.dates) != 1
        or facts.stop
        or facts.dateline
        or facts.bullet
        or facts.cells
        or not 40 < facts.size <= 260
    ):
        return False
    return at > page.first and len(facts.text) - facts.dates[-1].end <= 2 and facts.dates[-1].start > 30


PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|said|told|did|went|came|took|made|got|became|left|held|won|lost|saw|felt|gave|found|knew|thought|"
    r"began|says?|but|that|because|although|while|percent|per cent|"
    r"will|would|could|should|can|may|might|must|I|we|you|he|she|it|they)\b",
    re.IGNORECASE,
)

_ENGLISH = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)

_PRESENT = re.compile(r"^(?:[Aa]n?|[Tt]he|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,?)\b.*\b\w+(?:s|ing|en)\b", re.DOTALL)


def present_at_credit(page: Page, at: int) -> bool:
    """A short English sentence in the present tense above a lone credit shows what the picture shows."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not after.picture or after.picture.caption or after.text.startswith("©") or furniture(facts):
        return False
    short = facts.stop and not facts.quoted and facts.sentences == 1 and 15 < facts.size <= 110 and at > page.first
    shown = short and facts.text.isascii() and not PAST.search(facts.text) and bool(_PRESENT.match(facts.text))
    return shown and bool(_ENGLISH.search(facts.text))
