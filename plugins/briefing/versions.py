"""Two texts of one story: the same again, a later version, or a follow-up."""

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from briefing.article import Article, slugify
from briefing.front_matter import Moment
from briefing.marks import unmark
from briefing.shingles import resemblance, shingle

SAME = 0.8
"""Of all runs of three words in two texts, the part they share when they are one story."""
FOLLOWS = 0.35
NOTHING = 0.1
"""Of the runs of the shorter of two texts, what the other may hold of it though they are two stories: set phrases."""
ANOTHER = 0.34
"""Of the words of two headlines, what those of one story share."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
WEEK = 7


SURELY = 100
"""Runs of words that two different stories do not share to the last."""


class Relation(Enum):
    """What a text is to another that came before it into the site."""

    SAME = "same"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Version:
    """What is compared of a story."""

    name: str
    title: str
    when: Moment | None
    mark: int
    shingles: frozenset[int]
    names: frozenset[str] = frozenset()
    """What the headline names."""
    words: frozenset[str] = frozenset()


def relate(one: Version, other: Version) -> Relation | None:
    """Tell whether two texts are one story, or one carries on the other.

    Nearly the same words on the same day are one story. On another day they are one only if a wire marked an update:
    a daily report differs from yesterday's in its figures alone. An update may also be longer than what it holds.
    """
    alike = resemblance(one.shingles, other.shingles)
    held = share(one.shingles, other.shingles)
    days = abs((day_of(one.when) - day_of(other.when)).days) if one.when and other.when else 0
    marked = one.mark != other.mark
    if days > WEEK:
        return None
    one_story = same_headline(one.title, other.title) or (alike == 1 and len(one.shingles) > SURELY)
    if one_story and ((alike >= SAME and (not days or marked)) or (marked and held >= SAME) or alike == 1):
        return Relation.SAME
    if (alike >= FOLLOWS and not are_siblings(one, other)) or (
        marked and plain_title(one.title) == plain_title(other.title)
    ):
        return Relation.FOLLOWS
    return None


def are_siblings(one: Version, other: Version) -> bool:
    """Tell whether two texts come from one mould: each headline names what the other text never does.

    A follow-up names again what its story was about; the results of two firms share the wording alone.
    """
    return bool(one.names - other.words) and bool(other.names - one.words)


def is_another_story(old: Article, new: Article) -> bool:
    """Tell whether a text has nothing in common with another, neither its words nor its headline."""
    titles = [{*map(str.casefold, WORD.findall(article.title))} for article in (old, new)]
    bodies = [shingle(article.body) for article in (old, new)]
    return share(*titles) < ANOTHER and share(*bodies) < NOTHING


def share(one: Set[Any], other: Set[Any]) -> float:
    """Tell how much of the smaller of two sets is in the other."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def words_of(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text))


def names_in(title: str, body: str) -> frozenset[str]:
    """Find what a headline names: its words with a capital letter that the story never writes with a small one."""
    said = words_of(body)
    plain = any(word.islower() and len(word) > 3 for word in WORD.findall(title))
    first = next(iter(WORD.findall(title)), "")
    names = set()
    for word in words_of(title):
        form = word.capitalize() if title.isupper() else word
        stands = form in said or word in said or (plain and not first.startswith(word))
        if word[0].isupper() and len(word) > 1 and stands and word.lower() not in said:
            names.add(word.casefold())
    return frozenset(names)


def same_headline(one: str, other: str) -> bool:
    """Tell whether two headlines may head one story: stories from one mould differ in their names and figures."""
    words, others = ({*unmark(title).split()} for title in (one, other))
    return plain_title(one) == plain_title(other) or not any(
        re.match(r"[^a-zß-öø-ÿа-я]", word) for word in words ^ others
    )


def is_later(one: Version, other: Version) -> bool:
    """Order two versions: by the day they state, the number of the update, the hour, and then the files' names."""
    if one.when and other.when and day_of(one.when) != day_of(other.when):
        return day_of(one.when) > day_of(other.when)
    if one.mark != other.mark:
        return one.mark > other.mark
    hours = [when.timetz().replace(tzinfo=None) for when in (one.when, other.when) if isinstance(when, datetime)]
    if len(hours) == 2 and hours[0] != hours[1]:
        return hours[0] > hours[1]
    return one.name > other.name


def day_of(when: Moment) -> date:
    return when.date() if isinstance(when, datetime) else when


def plain_title(title: str) -> str:
    return slugify(unmark(title))
