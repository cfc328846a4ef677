"""Signs of captions and credits."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re

from .facts import Facts
from .furnishings import furniture, is_time_stamp, meta
from .mastheads import name_alone
from .page import Page, is_prose


def picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption)


def sure_picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption and picture.sure >= 5)


def _story_after(page: Page, at: int) -> bool:
    return any(
        fact.stop and fact.size > 40 and not fact.boiler and not fact.picture for fact in page.facts[at + 1 : at + 4]
    )


def weak_picture(page: Page, at: int) -> bool:
    """An agency in brackets behind several sentences, or behind the last paragraph, signs the story."""
    facts = page.facts[at]
    return bool(
        facts.picture
        and facts.picture.sure < 5
        and (facts.sentences > 2 or facts.size > 260 or (at >= page.last and not _story_after(page, at)))
    )


def credit(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption is None and picture.credit)


def copyright_of_tail(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.text.startswith("©") and (at > page.last or (at == page.last and bool(facts.boiler)))


def caption_at_credit(page: Page, at: int) -> bool:
    """The line above a lone credit."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not after.picture or after.picture.caption or (after.text.startswith("©") and at + 1 > page.last):
        return False
    if furniture(facts) or facts.size > 260 or facts.sentences > 2 or facts.picture:
        return False
    # A bare name above the first paragraph signs the story.
    if facts.byline and facts.byline.persons and not facts.stop and facts.size < 40 and 0 < at <= page.first:
        return False
    # Once the story runs, a sentence above a credit is more likely its own than the picture's.
    if at > page.first and (facts.stop or facts.quoted) and not (after.text.startswith("©") and _captions_above(page)):
        return False
    second = page.at(at + 2)
    if second and (
        (caption_under_credit(page, at + 2) and second.size < 180) or second.key.startswith("image caption")
    ):
        return False
    return not (facts.size < 45 and facts.question)


def _caption_label(facts: Facts) -> bool:
    return facts.size < 18 and facts.key.startswith("image caption")


def caption_under_credit(page: Page, at: int) -> bool:
    """A short line under a credit that opens with the copyright sign or names an image source."""
    before, facts = page.at(at - 1), page.at(at)
    if (
        not facts
        or not before
        or not (before.picture or _caption_label(before))
        or (before.picture and before.picture.caption and not _caption_label(before))
        or furniture(facts)
        or facts.size > 240
        or facts.sentences > 2
        or is_prose(facts)
        or facts.quoted
    ):
        return False
    if _caption_label(before) and at > 1 and (source := page.facts[at - 2].text.casefold()):
        return source.startswith("image source")
    # A lead tells what happened.
    if facts.stop and facts.size >= 90 and facts.text.isascii() and _PAST.search(facts.text):
        return False
    above = before.text.startswith("©") and _captions_above(page)
    house = before.picture and before.picture.form == "house or kind of picture alone" and at <= page.first
    return not above and (house or before.text.startswith(("©", "Image source", "image source")))


def _captions_above(page: Page) -> bool:
    """The first picture has its credit under the caption, right above date or byline; so have the others."""
    for at in range(2, min(page.first + 1, _HEAD)):
        if page.facts[at].text.startswith("©"):
            after = page.at(at + 1)
            return bool(after and meta(after) and not after.picture)
    return False


_HEAD = 9


def photographer(page: Page, at: int) -> bool:
    """A bare name under a caption: another name or a byline follows, or the story is signed already."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if not before or not after or before.caps or not _could_show(before):
        return False
    if at > page.first:
        return bool(_INITIALS.fullmatch(facts.text))
    if not name_alone(page, at):
        return False
    if name_alone(page, at + 1) or (after.byline and after.byline.led):
        return sum(fact.count > 4 and not meta(fact) for fact in page.facts[:at]) > 2
    signed = any(_signs_alone(page, near) for near in range(1, at - 1))
    return signed and any(fact.dated == "full" for fact in page.facts[:at]) and after.stop and after.size > 60


_FOLD = frozenset(("hide caption", "toggle caption"))


def above_fold(page: Page, at: int) -> bool:
    """The caption above the buttons that fold it away."""
    facts, after = page.facts[at], page.at(at + 1)
    return bool(after and after.key in _FOLD) and facts.key not in _FOLD and facts.size < 300


def below_fold(page: Page, at: int) -> bool:
    """The photographer below them."""
    facts, before = page.facts[at], page.at(at - 1)
    return bool(before and before.key in _FOLD) and facts.key not in _FOLD and not facts.stop and facts.size < 70


def _could_show(facts: Facts) -> bool:
    return (
        20 < facts.size < 240
        and facts.sentences <= 2
        and facts.count > 3
        and not (meta(facts) or furniture(facts) or facts.quoted)
    )


def _signs_alone(page: Page, at: int) -> bool:
    byline = page.facts[at].byline
    return name_alone(page, at) or bool(byline and byline.led and byline.persons)


_INITIALS = re.compile(r"(?:[A-ZÀ-ÞА-Я]\.\s?){2,4}(?:/\s?[A-Z]{2,8})?")


def above_photographer(page: Page, at: int) -> bool:
    return at + 1 < len(page.facts) and photographer(page, at + 1)


def present_above_dateline(page: Page, at: int) -> bool:
    """One sentence in the present between date and dateline tells what a picture shows."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if not before or not after or not after.dateline or not (before.dated or before.byline) or not facts.stop:
        return False
    told = facts.quoted or facts.sentences > 1 or furniture(facts) or facts.size > 240 or not facts.text.isascii()
    return not told and not _PAST.search(facts.text) and bool(_PRESENT.match(facts.text))


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


_PAST = re.compile(
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
    shown = short and facts.text.isascii() and not _PAST.search(facts.text) and bool(_PRESENT.match(facts.text))
    return shown and bool(_ENGLISH.search(facts.text))


def caption_twice(page: Page, at: int) -> bool:
    facts = page.facts[at]
    # The headline has passed, or the pair is the headline itself.
    passed = any(
        fact.count >= 4 and fact.text != facts.text and not furniture(fact) for fact in page.facts[: min(at, _HEAD)]
    )
    if at < 2 or not passed or not 20 < facts.size < 220:
        return False
    near = [step for step in range(-4, 3) if step and (fact := page.at(at + step)) and fact.text == facts.text]
    # In the story a sentence that comes back further down is a refrain.
    return bool(near) and (at <= page.first or not facts.stop or {-1, 1} & set(near) != set())
