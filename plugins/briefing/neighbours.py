"""The nearest stories of each, brought up to date from what they were last time instead of found anew.

A row moves with its own text, and where an edit elsewhere takes one of its terms over a step of rarity. What lies
between rows that did not move is as it was, so only what lies between a row that moved and any other is worked out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.likeness import (
    BLOCK,
    OFTEN,
    OFTEN_SHARE,
    Flags,
    Near,
    Real,
    Rows,
    Terms,
    Whole,
    fill_near,
    find_near,
    find_pairs,
    find_terms,
    find_ties,
    line_up,
    list_own,
    make_near,
    stack_rows,
)
from briefing.vectors import Vector

# From this share of moved rows on, finding all anew costs no more.
MANY = 0.25


@dataclass(frozen=True, slots=True)
class Former:
    """What was found last time: the slugs in order, the keys of their vectors, the lengths of their rows, the lists."""

    slugs: tuple[str, ...]
    keys: tuple[bytes, ...]
    lengths: Real
    near: Near


@dataclass(frozen=True, slots=True)
class Found:
    """What is found now; `moves` tells where each former row is, or -1 if it moved, and `changed` whose list did."""

    terms: Terms
    rows: Rows
    ready: Flags  # the rows that have all their columns
    near: Near
    moves: Whole
    changed: Flags


def find_all(vectors: Sequence[Vector], threshold: float, most: int) -> Found:
    """Find the nearest of each with no former knowledge."""
    terms = line_up(vectors)
    every = np.ones(len(vectors), bool)
    rows = stack_rows(terms, every, np.zeros(len(vectors)))
    near = find_near(rows, np.arange(len(vectors)), threshold, most)
    return Found(terms, rows, every, near, np.zeros(0, np.int64), every)


def refresh(
    vectors: Sequence[Vector],
    slugs: Sequence[str],
    former: Former,
    recall: Callable[[bytes], Vector | None],
    threshold: float,
) -> Found:
    """Find what `find_all` finds, with no more work than the rows that moved make."""
    most = former.near.at.shape[1]
    place = {slug: at for at, slug in enumerate(slugs)}
    moves = np.array(
        [
            place[slug] if slug in place and vectors[place[slug]].key == key else -1
            for slug, key in zip(former.slugs, former.keys, strict=True)
        ],
        np.int64,
    )
    gone = [recall(former.keys[at]) for at in np.flatnonzero(moves < 0)]
    terms = line_up(vectors)
    moved = _find_moved(terms, moves, [vector for vector in gone if vector])
    if None in gone or moved.sum() > MANY * len(slugs):
        return find_all(vectors, threshold, most)
    moves = np.where((moves >= 0) & ~moved[moves], moves, -1)
    stays = np.flatnonzero(moves >= 0)
    lengths = np.zeros(len(slugs))
    lengths[moves[stays]] = former.lengths[stays]
    rows = stack_rows(terms, moved, lengths)
    near, changed, anew = _join(rows, moved, moves, former.near, threshold)
    ready = changed | find_ties(near)
    rows = stack_rows(terms, ready, rows.lengths)
    if len(anew):
        found = find_near(rows, anew, threshold, most)
        near.at[anew], near.score[anew] = found.at, found.score
    return Found(terms, rows, ready, near, moves, changed)


def _find_moved(terms: Terms, moves: Whole, gone: Sequence[Vector]) -> Flags:
    """Tell which rows are new or have a term that weighs another than it did."""
    size, former = len(terms.ends) - 1, len(moves)
    moved = np.ones(size, bool)
    moved[moves[moves >= 0]] = False
    limit = int(max(OFTEN, OFTEN_SHARE * 2 * max(size, former)))
    if size != former and (list_own(size, limit) != list_own(former, limit)).any():
        return np.ones(size, bool)
    new, old = terms.ids[moved[terms.row]], line_up(gone).ids
    known = np.unique(np.concatenate([new, old]))
    places, at = find_terms(known, terms)
    now = np.bincount(at, minlength=len(known))
    before = now - np.bincount(np.searchsorted(known, new), minlength=len(known))
    before += np.bincount(np.searchsorted(known, old), minlength=len(known))
    most = int(max(now.max(initial=0), before.max(initial=0)))
    other = list_own(size, most)[now] != list_own(former, most)[before]
    moved[terms.row[places[other[at]]]] = True
    return moved


def _join(rows: Rows, moved: Flags, moves: Whole, former: Near, threshold: float) -> tuple[Near, Flags, Whole]:
    """Join the old pairs that still hold and all pairs with a moved row; tell the lists that changed and those unsure.

    Where a list would end later than it did, something that was not on it may belong there: it must be found anew.
    """
    size, most = len(moved), former.at.shape[1]
    near = make_near(size, most)
    stays = np.flatnonzero(moves >= 0)
    old = former.at[stays]
    near.at[moves[stays]], near.score[moves[stays]] = np.where(old >= 0, moves[old], -1), former.score[stays]
    floor, last = np.zeros(size), near.at[:, -1].copy()
    full = np.zeros(size, bool)
    full[moves[stays]] = old[:, -1] >= 0
    floor[moves[stays]] = np.where(old[:, -1] >= 0, former.score[stays, -1], 0.0)
    one, other, score = _compare(rows, moved, threshold)
    better = ~moved[one] & (score >= floor[one])
    changed = moved.copy()
    changed[moves[stays]] |= ((old >= 0) & (moves[old] < 0)).any(axis=1)
    changed[one[better]] = True
    kept = np.flatnonzero(changed & ~moved)
    row = np.concatenate([np.repeat(kept, most), one[better], other])
    pair = np.concatenate([near.at[kept].ravel(), other[better], one])
    value = np.concatenate([near.score[kept].ravel(), score[better], score])
    order = np.flatnonzero(pair >= 0)
    order = order[np.argsort(row[order], kind="stable")]
    which = np.flatnonzero(changed)
    lists = make_near(len(which), most)
    fill_near(lists, np.searchsorted(which, row[order]), pair[order], value[order])
    near.at[which], near.score[which] = lists.at, lists.score
    end, least = near.at[:, -1], near.score[:, -1]
    sure = (end >= 0) & ((least > floor) | ((least == floor) & (last >= 0) & (end <= last)))
    return near, changed, np.flatnonzero(changed & full & ~sure)


def _compare(rows: Rows, moved: Flags, threshold: float) -> tuple[Whole, Whole, Real]:
    """List all pairs of any row and one that moved."""
    which = np.flatnonzero(moved)
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))]
    for begin in range(0, len(which), BLOCK * 4):
        part = which[begin : begin + BLOCK * 4]
        product = (rows.matrix @ rows.matrix[part].T.tocsr()).T.tocoo()
        at, one, score = find_pairs(rows, part, product, threshold)
        found.append((one, part[at], score))
    ones, others, scores = (np.concatenate(column) for column in zip(*found, strict=True))
    return ones, others, scores
