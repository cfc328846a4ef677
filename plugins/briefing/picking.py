"""Which of the tags offered to one story it keeps, by their scores and the company they keep on the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2

from briefing.kinds import TOPIC
from briefing.offers import EDITOR, KEYWORDS, TEXT, Identity, Offer

# A page of a dozen stories is readable, whatever share of the site they are.
ALWAYS_ROOM = 12
# A story keeps company with another by a tag only where both hold it among their first few.
PROMINENT = 20
# How much the score grows as the company doubles; in steps of half that, so that one story more moves few others.
COMPANY = 0.17
# Of the automatic tags at most this share are names, as long as there are topics to fill the rest.
NAMES = 2 / 3
# Company lifts only what weighs this share of the story's heaviest by itself.
LIFTED = 0.3
# What no other story has counts for this share of its score beside what another has.
ALONE = 0.7
# What weighs less than this share of the story's heaviest says too little of it to be a tag.
FLOOR = 0.15
# Languages in which the last word of a phrase tells what it is.
HEADS_LAST = frozenset("en de nl da sv no nb nn fi hu tr zh ja ko".split())
_ORDER = {EDITOR: 0, KEYWORDS: 1, TEXT: 2}
Ranked = tuple[float, Offer, int]  # the score after the company, and how many stories that is


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of `choose_tags`, which see."""

    per_story: int
    min_stories: int
    max_share: float
    most_alone: int
    at_least: int


def order_tags(given: Mapping[Identity, Offer]) -> tuple[list[Identity], int]:
    """Order the tags offered: stated ones, then by score; tell how many of the first are prominent."""
    best = sorted([(_ORDER[by], -score, tag) for tag, _, _, score, _, _, by in given.values()])
    stated = sum(order < _ORDER[TEXT] for order, _, _ in best)
    return [tag for _, _, tag in best], min(len(best), stated + PROMINENT)


@cache
def lift_score(stories: int) -> float:
    """By how much the company of so many stories lifts a score."""
    return 1 + COMPANY * round(2 * log2(stories)) / 2 if stories > 1 else 1.0


def pick_tags(
    given: Mapping[Identity, Offer], company: Mapping[Identity, int], room: Mapping[str, float], limits: Limits
) -> list[Ranked]:
    """Pick an editor's tags, then stated keywords, then the best of the text."""
    ranked = _rank(given, company, room, limits)
    kept = [item for item in ranked if item[1].by == EDITOR]
    left = max(0, limits.per_story - len(kept))
    kept += [item for item in ranked if item[1].by == KEYWORDS][:left]
    return _fill(kept, [item for item in ranked if item[1].by == TEXT], limits)


def _rank(
    given: Mapping[Identity, Offer], company: Mapping[Identity, int], room: Mapping[str, float], limits: Limits
) -> list[Ranked]:
    """Order the offers by what company makes of their scores; what is on too many stories is out."""
    stated = [one for one in given.values() if one.by != TEXT]
    stated.sort(key=lambda one: _ORDER[one.by])
    most = max((one.score for one in given.values()), default=0.0)

    def lift(tag: Identity, score: float) -> float:
        if company[tag] < limits.min_stories:
            return ALONE
        return lift_score(company[tag]) if score >= LIFTED * most else 1.0

    ranked = [
        (-round(one[3] * lift(tag, one[3]), 6), tag)
        for tag, one in given.items()
        if one[6] == TEXT and one[3] >= FLOOR * most and company[tag] <= room[tag[0]]
    ]
    ranked.sort()
    return [(one.score, one, company[one.tag]) for one in stated] + [
        (-score, given[tag], company[tag]) for score, tag in ranked
    ]


def _fill(kept: list[Ranked], more: Sequence[Ranked], limits: Limits) -> list[Ranked]:
    """Add the best of `more` that say something new; too many names or tags without company wait for room left over."""
    fresh: list[Ranked] = []
    left: list[Ranked] = []
    names, alone = max(1, round(NAMES * (limits.per_story - len(kept)))), limits.most_alone
    for item in more:
        if len(kept) + len(fresh) >= limits.per_story:
            break
        if _is_new(item, kept, fresh):
            name, lonely = item[1].kind != TOPIC, item[2] < limits.min_stories
            if (name and not names) or (lonely and not alone):
                left.append(item)
                continue
            names, alone = names - name, alone - lonely
            fresh.append(item)
    for item in left:
        most = limits.per_story if item[2] >= limits.min_stories or alone else min(limits.at_least, limits.per_story)
        if len(kept) + len(fresh) < most and _is_new(item, kept, fresh):
            alone -= item[2] < limits.min_stories and alone > 0
            fresh.append(item)
    return kept + sorted(fresh, key=lambda item: (-round(item[0], 6), item[1].tag))


def _is_new(item: Ranked, kept: Sequence[Ranked], fresh: Sequence[Ranked]) -> bool:
    return not any(_overlap(item[1].tag, other.tag) for _, other, _ in (*kept, *fresh))


def _overlap(tag: Identity, other: Identity) -> bool:
    """Whether both are of one thing, as "bank" and "river bank" are, but not "river" and "river bank"."""
    if tag[0] != other[0]:
        return False
    one, two = f" {tag[1]} ", f" {other[1]} "
    return one.endswith(two) or two.endswith(one) or (tag[0] not in HEADS_LAST and (one in two or two in one))
