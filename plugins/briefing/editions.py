"""Editions: the stories of each day in the order of their weight, the first of which leads."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

WEEK = timedelta(days=7)
LONG = 5_000
"""Letters; a longer story is no weightier."""
COMPANY = 10
NOON = 12.0


@dataclass(frozen=True, slots=True)
class Entry:
    """What the weight of a story depends on."""

    day: date
    hour: float | None
    """The time of day that the story states, in hours; None for one dated with the day alone."""
    length: int
    """Letters."""
    tags: tuple[str, ...]
    lead: bool
    """An editor has said that it leads."""
    native: bool
    """It is in the language of the site."""


def make_editions(entries: Mapping[str, Entry]) -> dict[date, tuple[str, ...]]:
    """Put the stories of each day in order, the newest day first.

    First come those that an editor lets lead, then those in the site's language, each by their weight. What comes on
    later days changes no edition.
    """
    editions: dict[date, tuple[str, ...]] = {}
    recent: deque[tuple[date, str]] = deque()
    holders: Counter[str] = Counter()
    for day, of_day in groupby(
        sorted(entries, key=lambda slug: (entries[slug].day, slug)), lambda slug: entries[slug].day
    ):
        slugs = [*of_day]
        while recent and recent[0][0] <= day - WEEK:
            holders.subtract(entries[recent.popleft()[1]].tags)
        for slug in slugs:
            recent.append((day, slug))
            holders.update(entries[slug].tags)
        editions[day] = tuple(sorted(slugs, key=lambda slug: rank(slug, entries[slug], holders)))
    return dict(reversed(editions.items()))


def rank(slug: str, entry: Entry, holders: Mapping[str, int]) -> tuple[bool, bool, float, str]:
    return not entry.lead, not entry.native, -weigh(entry, holders), slug


def weigh(entry: Entry, holders: Mapping[str, int]) -> float:
    """Add up how fresh, how long and how much in company a story is, each between 0 and 1.

    A story dated with the day alone counts as one of noon. Its company are the other stories of the week that share a
    tag with it, counted by each tag that they share.
    """
    fresh = (NOON if entry.hour is None else entry.hour) / 24
    long = min(entry.length, LONG) / LONG
    company = min(sum(holders[tag] - 1 for tag in entry.tags), COMPANY) / COMPANY
    return fresh + long + company
