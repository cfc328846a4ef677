"""Signs of the date of publication above the story."""
# ruff: noqa: D401 - a docstring of a question says what holds; patterns read better unbroken

import re

from .furnishings import is_time_stamp
from .page import Page


def date_only(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.dated == "full" and len(facts.rest) <= 3 and facts.size < 160


def date_and_little(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.dated != "full" or len(facts.rest) <= 3 or facts.size > 110 or facts.stop or facts.picture:
        return False
    if "embargo" in facts.text.casefold() and not facts.embargo:  # news of one
        return False
    if _EVENT.match(facts.text):
        return False
    return facts.sourced or (len(facts.rest) <= 40 and facts.rest.count(" ") <= 4)


_EVENT = re.compile(
    r"(?:talk|event|lecture|concert|meeting|hearing|deadline|exhibition|screening|workshop|charla|conferencia|concierto|acto|conférence|concert|réunion|"
    r"vortrag|konzert|veranstaltung|termin|palestra|concerto|evento|sessão|лекция|концерт|встреча|мероприятие|محاضرة|فعالية|讲座|活动)\s?[:：]\s",
    re.IGNORECASE,
)


def place_and_date(page: Page, at: int) -> bool:
    """A line such as "Lannec, le 14 septembre 2022" over a release."""
    facts = page.facts[at]
    ends = facts.dates and len(facts.text) - facts.dates[-1].end <= 4 and len(facts.dates) == 1
    return bool(ends) and facts.size < 60 and bool(_PLACED.match(facts.text[: facts.dates[0].start]))


_PLACED = re.compile(r"(?:г\.\s)?[A-ZÀ-ÞА-ЯЁ][\w'’.-]+(?:[ -][\w'’.-]+){0,4},?\s(?:le|den|a|em|el|am)?\s?$")


def only_updated(page: Page, at: int) -> bool:
    dates = page.facts[at].dates
    return date_only(page, at) and bool(dates) and all(date.updated for date in dates)


def no_full_date(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if is_time_stamp(facts) and any(is_time_stamp(fact) for fact in page.facts[at + 1 : at + 12]):
        return False
    if facts.dated == "label":
        after = page.at(at + 1)
        return (
            facts.colon
            or any(fact.dated == "full" for fact in page.facts[at + 1 : at + 4])
            or bool(after and after.dated)
        )
    return facts.dated == "loose" and len(facts.rest) <= 2 and facts.size < 70
