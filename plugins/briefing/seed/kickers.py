"""Signs of section labels that only the lines around them give away."""
# ruff: noqa: D401 - a docstring of a question says what holds

from .furnishings import is_time_stamp, plain
from .mastheads import kicker, kicker_unsaid, name_alone
from .page import Page, is_prose
from .sections import is_section


def shouted_kicker(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    below = after and plain(page, at + 1) and not after.caps and not after.dated and not name_alone(page, at + 1)
    return facts.caps and facts.count <= 2 and at < 4 and bool(below)


def under_topic(page: Page, at: int) -> bool:
    """One long sentence under a date and the section's name below it, as the United Nations set their decks."""
    facts, topic, day = page.facts[at], page.at(at - 1), page.at(at - 2)
    if not topic or not day or day.dated != "full" or len(day.rest) > 3 or topic.stop or topic.count > 4:
        return False
    if topic.byline or "|" in topic.text:
        return False
    told = facts.stop and facts.sentences == 1 and 130 <= facts.size <= 320 and not facts.quoted and not facts.dateline
    return told and (topic_below_date(page, at - 1) or is_section(topic.text))


def above_time_stamp(page: Page, at: int) -> bool:
    """What stands above the first hour of a live report introduces it."""
    facts, after = page.facts[at], page.at(at + 1)
    return bool(after and is_time_stamp(after) and facts.stop and facts.sentences <= 2 and 30 <= facts.size <= 260)


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
