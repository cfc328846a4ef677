"""Signs of section labels that only the lines around them give away."""
# ruff: noqa: D401 - a docstring of a question says what holds

from .furnishings import plain
from .mastheads import kicker, kicker_unsaid, name_alone
from .page import Page, is_prose


def shouted_kicker(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    below = after and plain(page, at + 1) and not after.caps and not after.dated and not name_alone(page, at + 1)
    return facts.caps and facts.count <= 2 and at < 4 and bool(below)


def topic_below_date(page: Page, at: int) -> bool:
    """A section's name between the date and the story."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    below_title = (
        at <= 2
        and facts.count <= 2
        and facts.size <= 24
        and facts.text[-1] not in "?!"
        and bool(after and is_prose(after))
    )
    if not before or not after or not (below_title or (before.dated == "full" and len(before.rest) <= 3)):
        return False
    if (facts.byline and (facts.byline.led or (below_title and facts.byline.persons and facts.caps))) or facts.picture:
        return False
    return kicker(page, at) and kicker_unsaid(page, at) and facts.number is None and after.size > 60 and not facts.dated
