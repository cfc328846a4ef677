"""Which stories are about the same: the nearest of each, told-again ones set apart, with the shared words."""

from collections import defaultdict
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.collector import pause_collector
from briefing.vectors import Vector, vectorise

if TYPE_CHECKING:  # numpy takes a third of a second, paid only when stories must be compared
    from briefing.likeness import Near

__all__ = ["Relation", "Vector", "relate", "vectorise"]

# A reason names at most so many shared terms.
REASONS = 5
# So many candidates are found for each link that is shown, since retellings may crowd the list.
SPARE = 3


@dataclass(frozen=True, slots=True)
class Relation:
    """One related story with the shared words that say why, and what each adds to the score."""

    slug: str
    score: float
    terms: tuple[tuple[str, float], ...]
    same: bool = False  # the same story told again


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of `relate`, which see."""

    most: int
    threshold: float
    same_story: float
    most_same: int


@pause_collector()
def relate(
    vectors: Mapping[str, Vector],
    memory: MutableMapping[str, bytes] | None = None,
    *,
    langs: Mapping[str, str],
    dates: Mapping[str, datetime],
    most: int = 5,
    threshold: float = 0.1,
    same_story: float = 0.8,
    most_same: int = 2,
) -> dict[str, tuple[Relation, ...]]:
    """Find the nearest stories of each story, in its own language.

    What `memory` holds by language from an earlier run spares work and never changes the result; it is renewed.

    most: how many a story shows.
    threshold: likeness from 0 to 1 under which nothing is shown.
    same_story: likeness from which two are the same story told again.
    most_same: how many retellings, of the story or of one already shown, are among them.
    """
    limits = Limits(most, threshold, same_story, most_same)
    memory = {} if memory is None else memory
    related: dict[str, tuple[Relation, ...]] = dict.fromkeys(sorted(vectors), ())
    by_lang: dict[str, list[str]] = defaultdict(list)
    for slug in related:
        by_lang[langs.get(slug, "")].append(slug)
    for lang, slugs in sorted(by_lang.items()):
        if len(slugs) > 1 and most > 0:
            alike = [vectors[slug] for slug in slugs]
            relations, memory[lang] = _relate_alike(alike, slugs, memory.get(lang, b""), limits, dates)
            related.update(zip(slugs, relations, strict=True))
    return related


def _relate_alike(
    vectors: Sequence[Vector], slugs: Sequence[str], former: bytes, limits: Limits, dates: Mapping[str, datetime]
) -> tuple[list[tuple[Relation, ...]], bytes]:
    """Relate the stories of one language; `slugs` ascend."""
    from briefing.likeness import share_terms, stack_vectors  # noqa: PLC0415 - numpy, as above
    from briefing.neighbours import Former, pack_former, refresh_near, unpack_former  # noqa: PLC0415

    rows = stack_vectors(vectors)
    near = refresh_near(rows, slugs, unpack_former(former), limits.threshold, limits.most * SPARE)
    links = _choose_links(near, slugs, limits, dates)
    pairs = [(one, other) for one, chosen in enumerate(links) for other, _, _ in chosen]
    terms = iter(share_terms(rows, vectors, pairs, REASONS))
    relations = [
        tuple(Relation(slugs[at], round(score, 6), next(terms), same) for at, score, same in chosen) for chosen in links
    ]
    return relations, pack_former(Former(tuple(slugs), rows.checks, near, limits.threshold))


def _choose_links(
    near: "Near", slugs: Sequence[str], limits: Limits, dates: Mapping[str, datetime]
) -> list[list[tuple[int, float, bool]]]:
    """Choose what each story shows: the likest, of equals the one nearer in time."""
    twins: dict[int, set[int]] = {}
    for one in (near.score[:, 0] >= limits.same_story).nonzero()[0].tolist():
        twins[one] = set(near.at[one][near.score[one] >= limits.same_story].tolist())
    tied = set((near.score[:, 1:] == near.score[:, :-1]).nonzero()[0].tolist())
    links = []
    for one, (at, score) in enumerate(zip(near.at.tolist(), near.score.tolist(), strict=True)):
        found = [(other, value) for other, value in zip(at, score, strict=True) if other >= 0]
        if one in tied:
            found.sort(key=lambda item: (-item[1], _measure_distance(dates, slugs[one], slugs[item[0]]), item[0]))
        links.append(_pick(found, twins, twins.get(one, set()), limits))
    return links


def _measure_distance(dates: Mapping[str, datetime], one: str, other: str) -> float:
    if one not in dates or other not in dates:
        return float("inf")
    return abs(dates[one].timestamp() - dates[other].timestamp())


def _pick(
    near: Sequence[tuple[int, float]], twins: Mapping[int, set[int]], own: set[int], limits: Limits
) -> list[tuple[int, float, bool]]:
    """Take the first `most`, passing over retellings beyond `most_same`."""
    kept: list[tuple[int, float, bool]] = []
    repeats = 0
    for at, score in near:
        if len(kept) == limits.most:
            break
        again = at in own or (at in twins and any(other in twins[at] for other, _, _ in kept))
        if again and repeats >= limits.most_same:
            continue
        repeats += again
        kept.append((at, score, at in own))
    return kept
