"""Signs of captions and credits."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re

from .captions import PAST
from .decks import opens_below
from .facts import Facts
from .furnishings import furniture, meta
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
    if furniture(facts) or facts.size > 260 or facts.sentences > 2 or facts.picture or not _LETTER.search(facts.text):
        return False
    # A bare name above the first paragraph signs the story, unless somebody has signed it already.
    if facts.byline and facts.byline.persons and not facts.stop and facts.size < 40 and 0 < at <= page.first:
        return not facts.byline.led and _signed_by_other(page, at)
    # Once the story runs, a sentence above a credit is more likely its own than the picture's.
    if at > page.first and (facts.stop or facts.quoted) and not (after.text.startswith("©") and _captions_above(page)):
        return False
    second = page.at(at + 2)
    if second and (
        (caption_under_credit(page, at + 2) and second.size < 180)
        or second.key.startswith("image caption")
        or (second.picture and second.picture.form == "marked caption")
    ):
        return False
    return not (facts.size < 45 and facts.question)


_LETTER = re.compile(r"[^\W\d_]")


def _signed_by_other(page: Page, at: int) -> bool:
    names = set(page.facts[at].byline.persons) if page.facts[at].byline else set()  # type: ignore[union-attr]
    return any(
        fact.byline and fact.byline.led and fact.byline.persons and not names & set(fact.byline.persons)
        for fact in page.facts[:at]
    )


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
        or not _LETTER.search(facts.text)
    ):
        return False
    if _caption_label(before) and at > 1 and (source := page.facts[at - 2].text.casefold()):
        return source.startswith("image source")
    # A lead tells what happened.
    if facts.stop and facts.size >= 90 and facts.text.isascii() and PAST.search(facts.text):
        return False
    if _between_credit_and_date(page, at) or _under_lone_credit(page, at):
        return True
    above = before.text.startswith("©") and _captions_above(page)
    house = before.picture and before.picture.form == "house or kind of picture alone" and at <= page.first
    return not above and (house or before.text.startswith(("©", "Image source", "image source")))


def _between_credit_and_date(page: Page, at: int) -> bool:
    """A line under the credit of a picture that has headline and deck above it, and date or byline below."""
    facts, above, after = page.facts[at], page.at(at - 2), page.at(at + 1)
    if not above or not after or at > page.first or after.picture or after.dateline or facts.size > 180:
        return False
    signed = after.dated == "full" or bool(after.byline and after.byline.persons)
    heads = sum(fact.count > 4 and not meta(fact) for fact in page.facts[: at - 2])
    return signed and (at == 2 or (above.stop and heads > 0))


def _under_lone_credit(page: Page, at: int) -> bool:
    """A line between the lead and a credit that nothing above it could belong to."""
    above, facts = page.at(at - 2), page.facts[at]
    if not above or at > page.first or facts.sentences > 1 or facts.size > 150 or not facts.stop:
        return False
    return bool(meta(above) or above.dated or (above.byline and above.byline.persons)) and opens_below(page, at)


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
    # Below the date, where the story is signed above it.
    dated = (
        before
        and after
        and before.dated == "full"
        and not before.rest
        and name_alone(page, at)
        and is_prose(after)
        and facts.text[-1].isalpha()
    )
    if dated and any(_signs_alone(page, near) for near in range(1, at - 1)):
        return True
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
    return at + 1 < len(page.facts) and page.facts[at].dated != "full" and photographer(page, at + 1)


def caption_twice(page: Page, at: int) -> bool:
    """Tell whether a line stands twice, as the caption and what is read out of a picture do, and is no refrain."""
    facts = page.facts[at]
    # The headline has passed, or the pair is the headline itself.
    passed = any(
        fact.count >= 4 and fact.text != facts.text and not furniture(fact) for fact in page.facts[: min(at, _HEAD)]
    )
    if at < 2 or not passed or not 20 < facts.size < 220 or credit(page, at):
        return False
    near = [step for step in range(-4, 3) if step and (fact := page.at(at + step)) and fact.text == facts.text]
    # In the story a sentence that comes back further down is a refrain.
    return bool(near) and (at <= page.first or not facts.stop or {-1, 1} & set(near) != set())
