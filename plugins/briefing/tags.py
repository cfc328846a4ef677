"""Which candidates become a story's tags: what describes the story and connects it with others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

from briefing.candidates import Candidate, candidates
from briefing.collector import pause_collector
from briefing.kinds import TOPIC
from briefing.offers import EDITOR, KEYWORDS, TEXT, Identity, Namer, Offer, name_editors, name_tags
from briefing.vocabulary import Vocabulary

__all__ = ["Candidate", "TagChoice", "candidates", "choose_tags"]

# A page of a dozen stories is readable, whatever share of the site they are.
ALWAYS_ROOM = 12
# A story keeps company with another by a tag only where both hold it among their first few.
PROMINENT = 20
# How much the score grows with the logarithm of the company.
COMPANY = 0.25
# Of the automatic tags at most this share are names, as long as there are topics to fill the rest.
NAMES = 2 / 3
# What weighs less than this share of the story's heaviest says too little of it to be a tag.
FLOOR = 0.15
_ORDER = {EDITOR: 0, KEYWORDS: 1, TEXT: 2}


@dataclass(frozen=True, slots=True)
class TagChoice:
    """One tag of one story, and why."""

    name: str
    kind: str  # place, person, organisation or topic
    score: float
    evidence: tuple[str, ...]  # the surface phrases found in the story
    by: str  # editor, keywords or text


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of `choose_tags`, which see."""

    per_story: int
    min_stories: int
    max_share: float
    most_alone: int
    at_least: int


@pause_collector()
def choose_tags(  # noqa: PLR0913 - the keyword arguments are the site's settings
    candidates: Mapping[str, tuple[Candidate, ...]],
    *,
    editor: Mapping[str, Sequence[str]],
    keywords: Mapping[str, Sequence[str]],
    not_tags: Mapping[str, Sequence[str]],
    vocabulary: Vocabulary,
    langs: Mapping[str, str],
    per_story: int = 6,
    min_stories: int = 2,
    max_share: float = 0.5,
    most_alone: int = 2,
    at_least: int = 4,
) -> dict[str, tuple[TagChoice, ...]]:
    """Choose every story's tags: the editor's in their order, then stated keywords, then the best of the text.

    per_story: how many tags a story gets at most, whatever their origin; an editor's are never cut.
    min_stories: a tag that fewer stories have among their first has no company and stands back.
    max_share: a tag on more than this share of the stories tells nothing; a dozen stories are always allowed.
    most_alone: how many tags without company a story may show.
    at_least: as long as a story has fewer tags than this, those without company fill up.
    """
    limits = Limits(per_story, min_stories, max_share, most_alone, at_least)
    namer = Namer(vocabulary, langs, candidates)
    offers = {slug: namer.offer(slug, editor.get(slug, ()), keywords.get(slug, ())) for slug in sorted(candidates)}
    for slug, given in offers.items():
        for name in not_tags.get(slug, ()):
            tag = namer.identify(name, langs.get(slug, ""))
            if tag in given and given[tag].by != EDITOR:
                del given[tag]
    company = Counter(chain.from_iterable(map(_list_prominent, offers.values())))
    sizes = Counter(langs.get(slug, "") for slug in offers)
    sizes[""] = len(offers)
    lift = _weigh_company(company, sizes, limits)
    kept = {slug: _pick(_rank(given, lift), company, limits) for slug, given in offers.items()}
    names, kinds = name_tags(offers.values(), {one.tag for ones in kept.values() for _, one in ones})
    written = name_editors(editor)
    return {
        slug: tuple(
            TagChoice(
                written.get(one.name.casefold(), one.name) if one.by == EDITOR else names[one.tag],
                kinds[one.tag],
                round(score, 4),
                one.evidence,
                one.by,
            )
            for score, one in ones
        )
        for slug, ones in kept.items()
    }


def _weigh_company(company: Mapping[Identity, int], sizes: Mapping[str, int], limits: Limits) -> dict[Identity, float]:
    """By how much the company of a tag lifts its score; 0 where it is on too many stories."""
    room = {lang: max(ALWAYS_ROOM, limits.max_share * size) for lang, size in sizes.items()}
    lift = {1: 1.0}
    for stories in set(company.values()):
        lift[stories] = 1 + COMPANY * log(stories)
    return {tag: lift[stories] if stories <= room[tag[0]] else 0.0 for tag, stories in company.items() if stories > 1}


def _list_prominent(given: Mapping[Identity, Offer]) -> list[Identity]:
    best = sorted([(_ORDER[by], -score, tag) for tag, _, _, score, _, _, by in given.values()])
    stated = sum(order < _ORDER[TEXT] for order, _, _ in best)
    return [tag for _, _, tag in best[: stated + PROMINENT]]


def _rank(given: Mapping[Identity, Offer], lift: Mapping[Identity, float]) -> list[tuple[float, Offer]]:
    """Order the offers by what company makes of their scores: stated ones as stated, then the best of the text."""
    stated = [one for one in given.values() if one.by != TEXT]
    stated.sort(key=lambda one: _ORDER[one.by])
    floor = FLOOR * max((one.score for one in given.values()), default=0.0)
    ranked = [
        (-round(one[3] * lift.get(tag, 1.0), 6), tag)
        for tag, one in given.items()
        if one[6] == TEXT and one[3] >= floor
    ]
    ranked.sort()
    return [(one.score, one) for one in stated] + [
        (-score, given[tag]) for score, tag in ranked if score or tag not in lift
    ]


def _pick(
    ranked: Sequence[tuple[float, Offer]], company: Mapping[Identity, int], limits: Limits
) -> list[tuple[float, Offer]]:
    kept = [item for item in ranked if item[1].by == EDITOR]
    room = max(0, limits.per_story - len(kept))
    kept += [item for item in ranked if item[1].by == KEYWORDS][:room]
    shared = [item for item in ranked if item[1].by == TEXT and company.get(item[1].tag, 0) >= limits.min_stories]
    alone = [item for item in ranked if item[1].by == TEXT and company.get(item[1].tag, 0) < limits.min_stories]
    kept = _fill(kept, shared, limits.per_story)
    return _fill(kept, alone, min(limits.per_story, max(limits.at_least, len(kept) + limits.most_alone)))


def _fill(kept: list[tuple[float, Offer]], more: Sequence[tuple[float, Offer]], most: int) -> list[tuple[float, Offer]]:
    """Add the best of `more` that say something new, names only up to their share while topics are left."""
    fresh: list[tuple[float, Offer]] = []
    left: list[tuple[float, Offer]] = []
    allowed = max(1, round(NAMES * (most - len(kept))))
    for item in more:
        if len(kept) + len(fresh) >= most:
            break
        if any(_overlap(item[1].tag, other.tag) for _, other in (*kept, *fresh)):
            continue
        if item[1].kind != TOPIC and sum(one.kind != TOPIC for _, one in fresh) >= allowed:
            left.append(item)
            continue
        fresh.append(item)
    fresh += left[: max(0, most - len(kept) - len(fresh))]
    return kept + sorted(fresh, key=lambda item: (-round(item[0], 6), item[1].tag))


def _overlap(tag: Identity, other: Identity) -> bool:
    """Whether one is part of the other, word by word."""
    one, two = f" {tag[1]} ", f" {other[1]} "
    return tag[0] == other[0] and (one in two or two in one)
