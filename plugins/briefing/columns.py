"""The links that stories show, in columns: quick to keep, to bring up to date, and to turn into relations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, pairwise

import numpy as np

from briefing.likeness import Flags, Near, Real, Whole, find_ties, share_terms, stack_rows
from briefing.neighbours import Found
from briefing.related import Limits, Relation
from briefing.vectors import Vector

# A reason names at most so many shared terms.
REASONS = 5
Chosen = list[tuple[int, float, bool]]  # of one story: the other, how near, whether told again


@dataclass(frozen=True, slots=True)
class Links:
    """A row a story, a column a link: `at` -1 and `weights` -1 where there are no more."""

    at: Whole
    score: Real
    same: Flags
    weights: Real  # of the shared terms of each link
    words: list[str]  # a story's, of one link after the other, a line each


def make_links(size: int, limits: Limits) -> Links:
    """Make rows with no links."""
    shape = size, limits.most
    none = np.full((*shape, REASONS), -1.0)
    return Links(np.full(shape, -1), np.zeros(shape), np.zeros(shape, bool), none, [""] * size)


def keep_links(links: Links, found: Found, former: tuple[Near, Links], same_story: float) -> Flags:
    """Carry over the links of stories for which nothing changed; tell which there are to choose."""
    moves, stays = found.moves[found.moves >= 0], np.flatnonzero(found.moves >= 0)
    fresh = np.ones(len(links.at), bool)
    fresh[moves] = found.changed[moves]
    told = found.near.score[:, 0] >= same_story  # now or before
    told[moves] |= former[0].score[stays, 0] >= same_story
    listed = found.near.at
    fresh |= ((found.changed & told)[listed] & (listed >= 0)).any(axis=1)
    fresh |= find_ties(found.near)  # which dates decide
    kept = ~fresh[moves]
    moves, stays = moves[kept], stays[kept]
    at = former[1].at[stays]
    links.at[moves] = np.where(at >= 0, found.moves[at], -1)
    links.score[moves], links.same[moves] = former[1].score[stays], former[1].same[stays]
    links.weights[moves] = former[1].weights[stays]
    for one, before in zip(moves.tolist(), stays.tolist(), strict=True):
        links.words[one] = former[1].words[before]
    return fresh


def choose_links(
    near: Near, wanted: Whole, slugs: Sequence[str], limits: Limits, dates: Mapping[str, datetime]
) -> list[Chosen]:
    """Choose what each of these stories shows: the likest, of equals the one nearer in time."""
    twins: dict[int, set[int]] = {}
    for one in (near.score[:, 0] >= limits.same_story).nonzero()[0].tolist():
        twins[one] = set(near.at[one][near.score[one] >= limits.same_story].tolist())
    tied = find_ties(near)[wanted].tolist()
    links = []
    for one, tie, at, score in zip(
        wanted.tolist(), tied, near.at[wanted].tolist(), near.score[wanted].tolist(), strict=True
    ):
        listed = [(other, value) for other, value in zip(at, score, strict=True) if other >= 0]
        if tie:
            listed.sort(key=lambda item: (-item[1], _measure_distance(dates, slugs[one], slugs[item[0]]), item[0]))
        links.append(_pick(listed, twins, twins.get(one, set()), limits))
    return links


def _measure_distance(dates: Mapping[str, datetime], one: str, other: str) -> float:
    if one not in dates or other not in dates:
        return float("inf")
    return abs(dates[one].timestamp() - dates[other].timestamp())


def _pick(near: Sequence[tuple[int, float]], twins: Mapping[int, set[int]], own: set[int], limits: Limits) -> Chosen:
    """Take the first `most`, passing over retellings beyond `most_same`."""
    kept: Chosen = []
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


def fill_links(links: Links, wanted: Whole, chosen: Sequence[Chosen], found: Found, vectors: Sequence[Vector]) -> None:
    """Put links into the rows of their stories, which are empty, and the terms that say why."""
    counts = np.array([len(ones) for ones in chosen], np.int64)
    row = np.repeat(wanted, counts)
    column = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    flat = [link for ones in chosen for link in ones]
    links.at[row, column] = other = np.array([at for at, _, _ in flat], np.int64)
    links.score[row, column] = [score for _, score, _ in flat]
    links.same[row, column] = [same for _, _, same in flat]
    rows = found.rows
    if not found.ready[row].all():
        shown = np.zeros(len(links.at), bool)
        shown[row] = True
        rows = stack_rows(found.terms, shown, rows.lengths)
    words, weights, counts = share_terms(rows, found.terms, vectors, (row, other), REASONS)
    rank = np.arange(len(weights)) - np.repeat(np.cumsum(counts) - counts, counts)
    links.weights[np.repeat(row, counts), np.repeat(column, counts), rank] = weights
    begins = np.flatnonzero(column == 0)
    ends = np.concatenate([[0], np.cumsum(counts)])[[*begins, len(row)]].tolist()
    for one, (begin, end) in zip(row[begins].tolist(), pairwise(ends), strict=True):
        links.words[one] = "\n".join(words[begin:end])


def tell_relations(links: Links, slugs: Sequence[str]) -> list[tuple[Relation, ...]]:
    """Turn the columns into what a story is given."""
    there = links.at >= 0
    words = "\n".join(filter(None, links.words)).split("\n")
    weights = links.weights[there]
    pairs = list(zip(words, weights[weights >= 0].tolist(), strict=False))
    ends = np.concatenate([[0], np.cumsum((weights >= 0).sum(axis=1))]).tolist()
    flat = list(
        map(
            Relation,
            map(slugs.__getitem__, links.at[there].tolist()),
            links.score[there].round(6).tolist(),
            [tuple(pairs[begin:end]) for begin, end in pairwise(ends)],
            links.same[there].tolist(),
        )
    )
    return [tuple(flat[begin:end]) for begin, end in pairwise(accumulate(there.sum(axis=1).tolist(), initial=0))]
