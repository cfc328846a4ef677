"""The site's vectors as one sparse matrix: which stories are nearest to which, and by which terms.

All products are exact: weights are whole multiples of 2**-20, so every sum of products fits a float without rounding.
No order of stories or terms and no size of block can change a bit: so an update can be equal to a new start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from briefing.vectors import Vector

# The share of the corpus's own rarity: a power of it, of which a quarter helps where all stories are of one trade.
OWN = 0.25
# A term on more stories than this many and this share of them tells none apart.
OFTEN, OFTEN_SHARE = 500, 0.05
# Rows compared at once: bounds the memory at ten thousand stories.
BLOCK = 250
SCALE = 2.0**20
# The bits of a term's number by which terms on one story only are sorted out, before any are compared in full.
_COARSE = 22
_ODD = [np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)]

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """One row of length 1 a story, with the columns that another story has too."""

    matrix: Any
    columns: Any  # the transpose
    terms: Whole  # for each entry of the matrix, where its term stands among those of all vectors in a row
    checks: NDArray[np.uint64]  # two rows of equal check are equal


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest stories of each: `at` -1 and `score` 0 where there are no more."""

    at: Whole
    score: Real


def stack_vectors(vectors: Sequence[Vector]) -> Rows:
    """Weigh the terms of each story by their rarity on the site, scale to length 1."""
    size = len(vectors)
    ids = np.frombuffer(b"".join(vector.ids for vector in vectors), np.uint64)
    weights = np.frombuffer(b"".join(vector.weights for vector in vectors), np.float32).astype(np.float64)
    ends = np.cumsum([0, *(len(vector.weights) // 4 for vector in vectors)])
    stories, column = _count_stories(ids)
    weights *= np.array([_weigh_own(n, size) for n in range(size + 1)])[stories]
    row = np.repeat(np.arange(size), np.diff(ends))
    lengths = np.sqrt(np.bincount(row, weights * weights, minlength=size))
    whole = np.rint(weights * (SCALE / np.where(lengths > 0, lengths, 1.0))[row]).astype(np.uint64)
    kept = (stories > 1) & (whole > 0)
    starts = np.concatenate([[0], np.cumsum(kept)])[ends]
    matrix = csr_matrix((whole[kept] / SCALE, column[kept], starts), shape=(size, int(column.max(initial=0)) + 1))
    return Rows(matrix, matrix.T.tocsr(), np.flatnonzero(kept), _check_rows(ids, whole, ends))


def _count_stories(ids: NDArray[np.uint64]) -> tuple[Whole, NDArray[np.int32]]:
    """For each term of each story: how many stories have it, and its column (0 where only one has)."""
    coarse = (ids >> np.uint64(64 - _COARSE)).astype(np.int32)
    again = np.flatnonzero(np.bincount(coarse, minlength=1)[coarse] > 1)
    order = again[np.argsort(ids[again], kind="stable")]
    new = np.ones(len(order), bool)
    new[1:] = ids[order[1:]] != ids[order[:-1]]
    group = np.cumsum(new) - 1
    stories = np.ones(len(ids), np.int64)
    column = np.zeros(len(ids), np.int32)
    stories[order] = np.bincount(group, minlength=1)[group]
    column[order] = group
    return stories, column


def _check_rows(ids: NDArray[np.uint64], whole: NDArray[np.uint64], ends: Whole) -> NDArray[np.uint64]:
    mixed = (ids ^ (whole * _ODD[0])) * _ODD[1]
    mixed ^= mixed >> np.uint64(29)
    mixed *= _ODD[2]
    total = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed ^ (mixed >> np.uint64(32)))])
    return np.asarray(total[ends[1:]] - total[ends[:-1]])


def _weigh_own(stories: int, size: int) -> float:
    """Say what the corpus adds to a term's weight, in steps of half an octave, so that a story moves few vectors."""
    if not stories or stories > max(OFTEN, OFTEN_SHARE * size):
        return 0.0
    return float((round(2 * log2((size + 1) / stories)) / 2 + 0.25) ** OWN)


def find_near(rows: Rows, wanted: Whole, threshold: float, most: int) -> Near:
    """List for each wanted row the `most` nearest others, the likest first, of equals the one that comes first."""
    near = Near(np.full((len(wanted), most), -1), np.zeros((len(wanted), most)))
    for begin in range(0, len(wanted), BLOCK):
        part = wanted[begin : begin + BLOCK]
        product = rows.matrix[part] @ rows.columns
        row = np.repeat(np.arange(len(part)), np.diff(product.indptr))
        other, score = product.indices, product.data
        kept = (score >= max(threshold, 1e-6)) & (part[row] != other)
        fill_near(near, row[kept] + begin, other[kept].astype(np.int64), score[kept])
    return near


def fill_near(near: Near, row: Whole, other: Whole, score: Real) -> None:
    """Put the best of these into their rows, which are empty; `row` ascends."""
    most = near.at.shape[1]
    counts = np.bincount(row, minlength=len(near.at))
    starts = np.cumsum(counts) - counts
    crowded = np.flatnonzero(counts > 8 * most)
    if len(crowded):  # sorting all would cost more than finding the last that counts
        floor = np.zeros(len(near.at))
        for at in crowded:
            mine = score[starts[at] : starts[at] + counts[at]]
            floor[at] = np.partition(mine, len(mine) - most)[len(mine) - most]
        kept = score >= floor[row]
        row, other, score = row[kept], other[kept], score[kept]
        counts = np.bincount(row, minlength=len(near.at))
        starts = np.cumsum(counts) - counts
    order = np.lexsort((other, -score, row))
    row, other, score = row[order], other[order], score[order]
    rank = np.arange(len(row)) - starts[row]
    best = rank < most
    near.at[row[best], rank[best]] = other[best]
    near.score[row[best], rank[best]] = score[best]


def share_terms(
    rows: Rows, vectors: Sequence[Vector], links: Sequence[tuple[int, int]], most: int
) -> list[tuple[tuple[str, float], ...]]:
    """For each link name the terms that carry most of its likeness, in the words of its first story."""
    said = list(chain.from_iterable(vector.forms.splitlines() for vector in vectors))
    numbers = _number_forms(vectors)[rows.terms]
    weights = rows.matrix.copy()
    weights.data = np.where(numbers > 0, weights.data, 0.0)
    weights.eliminate_zeros()
    forms, plain = weights.copy(), weights.copy()
    forms.data, plain.data = numbers[numbers > 0].astype(np.float64), np.ones(len(weights.data))
    shared: list[tuple[tuple[str, float], ...]] = []
    for begin in range(0, len(links), BLOCK * 10):
        one, other = np.array(links[begin : begin + BLOCK * 10]).T
        weight = weights[one].multiply(weights[other]).tocsr()
        number = forms[one].multiply(plain[other]).tocsr().data.astype(np.int64)
        link = np.repeat(np.arange(len(one)), np.diff(weight.indptr))
        order = np.lexsort((weight.indices, -weight.data, link))
        order = order[np.arange(len(link)) - weight.indptr[link] < most]
        terms = list(zip(map(said.__getitem__, number[order] - 1), weight.data[order].round(4).tolist(), strict=True))
        ends = [0, *np.cumsum(np.bincount(link[order], minlength=len(one))).tolist()]
        shared += [tuple(terms[first:last]) for first, last in pairwise(ends)]
    return shared


def _number_forms(vectors: Sequence[Vector]) -> NDArray[np.int32]:
    """For each term of all vectors in a row, the number of the form that reads it among all forms, from 1, or 0."""
    places = np.frombuffer(b"".join(vector.places for vector in vectors), np.uint16)
    sizes = np.array([len(vector.weights) // 4 for vector in vectors])
    owner = np.repeat(np.arange(len(vectors)), [len(vector.places) // 2 for vector in vectors])
    numbers = np.zeros(int(sizes.sum()), np.int32)
    numbers[(np.cumsum(sizes) - sizes)[owner] + places] = np.arange(1, len(owner) + 1)
    return numbers
