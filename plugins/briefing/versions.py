"""Two texts of one story: the same again, a later version, or a follow-up; and what changed between two versions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import SequenceMatcher
from enum import Enum

from briefing.article import Article, slugify
from briefing.front_matter import Moment
from briefing.shingles import resemblance

MARK = re.compile(
    r"""
      ^\W* (?:update|upd|actualización|mise\ à\ jour) \s? (?P<update>\d{1,2}) \b       # UPDATE 2-Oil rises
    | \( (?:update|lead|ld) \s? (?P<bracket>\d{1,2}) \)                                # Oil rises (Update 2)
    | \b (?P<lead>\d{1,2}) (?:st|nd|rd|th) \s (?:lead|ld|update|write-?thr(?:u|ough)) \b # Oil-Price, 2nd lead
    | \b (?:lead|ld) [ -] (?P<ld>\d{1,2}) $                                            # OIL-PRICE LEAD 2
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
HEAD_LINES = 6
LONGEST = 150
SAME = 0.8
"""Of all runs of three words in two texts, the part they share when they are one story."""
FOLLOWS = 0.35
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


def read_mark(text: str) -> int:
    """Read the number by which a wire counts its updates, in one of the first lines; 0 if there is none."""
    lines = [line for line in text.split("\n") if line.strip()][:HEAD_LINES]
    match = MARK.search("\n".join(line for line in lines if len(line) <= LONGEST))
    return int(next(filter(None, match.groups()))) if match else 0


def relate(one: Version, other: Version) -> Relation | None:
    """Tell whether two texts are one story, or one carries on the other.

    Nearly the same words on the same day are one story. On another day they are one only if a wire marked an update:
    a daily report differs from yesterday's in its figures alone. An update may also be longer than what it holds.
    """
    alike = resemblance(one.shingles, other.shingles)
    held = len(one.shingles & other.shingles) / (min(len(one.shingles), len(other.shingles)) or 1)
    days = abs((day_of(one.when) - day_of(other.when)).days) if one.when and other.when else 0
    marked = one.mark != other.mark
    if days > WEEK:
        return None
    one_story = same_headline(one.title, other.title) or (alike == 1 and len(one.shingles) > SURELY)
    if one_story and ((alike >= SAME and (not days or marked)) or (marked and held >= SAME) or alike == 1):
        return Relation.SAME
    if alike >= FOLLOWS or (marked and plain_title(one.title) == plain_title(other.title)):
        return Relation.FOLLOWS
    return None


def same_headline(one: str, other: str) -> bool:
    """Tell whether two headlines may head one story: stories from one mould differ in their names and figures."""
    words, others = ({*MARK.sub("", title).split()} for title in (one, other))
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
    return slugify(MARK.sub("", title))


WORDS = {
    "title": "headline",
    "summary": "summary",
    "authors": "byline",
    "date": "date",
    "place": "place",
    "source": "source",
    "lang": "language",
    "category": "section",
    "status": "status",
    "embargo": "embargo",
    "keywords": "keywords",
    "image": "picture",
    "images": "pictures",
    "read_more": "further reading",
    "follows": "earlier story",
    "notes": "notes",
}


def describe_change(old: Article, new: Article) -> str:
    """Say in a line what a new version changed; nothing where a reader would see no difference."""
    told = [word for key, word in WORDS.items() if getattr(old, key) != getattr(new, key)]
    before, after = (article.body.strip("\n").split("\n\n") for article in (old, new))
    changed = added = removed = 0
    for kind, start, end, since, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(end - start, until - since)
            changed, added, removed = changed + both, added + until - since - both, removed + end - start - both
    counts = [(changed, "changed"), (added, "added"), (removed, "removed")]
    told += [f"{number} {'paragraph' if number == 1 else 'paragraphs'} {verb}" for number, verb in counts if number]
    return ", ".join(told)


def later_moment(moments: Sequence[Moment]) -> Moment:
    """Take the last of several moments; a day counts from its midnight, and zones are left out of account."""
    return max(moments, key=lambda when: datetime.combine(day_of(when), clock_of(when)))


def clock_of(when: Moment) -> time:
    return when.timetz().replace(tzinfo=None) if isinstance(when, datetime) else time()
