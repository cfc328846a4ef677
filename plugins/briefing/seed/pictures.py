"""Signs of captions and credits."""
# ruff: noqa: D401 - a docstring of a question says what holds

from .furnishings import furniture
from .page import Page


def picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption)


def sure_picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption and picture.sure >= 5)


def weak_picture(page: Page, at: int) -> bool:
    """An agency in brackets behind several sentences, or behind the last paragraph, signs the story."""
    facts = page.facts[at]
    return bool(
        facts.picture and facts.picture.sure < 5 and (facts.sentences > 2 or facts.size > 260 or at >= page.last)
    )


def credit(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption is None and picture.credit)


def copyright_of_tail(page: Page, at: int) -> bool:
    return page.facts[at].text.startswith("©") and at > page.last


def caption_at_credit(page: Page, at: int) -> bool:
    """The line above a lone credit."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not after.picture or after.picture.caption or (after.text.startswith("©") and at + 1 > page.last):
        return False
    if furniture(facts) or facts.size > 260 or facts.sentences > 2 or facts.picture:
        return False
    # Once the story runs, a sentence above a credit is more likely its own than the picture's.
    if at > page.first and (facts.stop or facts.quoted):
        return False
    if caption_under_credit(page, at + 2) and page.facts[at + 2].size < 180:
        return False
    return not (facts.size < 45 and facts.question)


def caption_under_credit(page: Page, at: int) -> bool:
    """A short line under a credit that opens with the copyright sign or names an image source."""
    before, facts = page.at(at - 1), page.at(at)
    if (
        not facts
        or not before
        or not before.picture
        or before.picture.caption
        or furniture(facts)
        or facts.size > 240
        or facts.sentences > 2
    ):
        return False
    return before.text.startswith("©") or before.text.casefold().startswith("image source")


def caption_dated(page: Page, at: int) -> bool:
    """A short line that ends in a full date, as captions of agencies do."""
    facts = page.facts[at]
    if not facts.dates or facts.dateline or facts.size > 260 or facts.sentences > 2 or at > page.first + 2:
        return False
    return len(facts.text) - facts.dates[-1].end <= 2 and facts.dates[-1].start > 30 and not facts.quoted


def caption_twice(page: Page, at: int) -> bool:
    facts = page.facts[at]
    near = page.texts.get(facts.text, at)
    return (
        ((near != at and at - near <= 4) or any(fact.text == facts.text for fact in page.facts[at + 1 : at + 3]))
        and at > 1
        and 20 < facts.size < 220
    )
