"""The site's vectors as one sparse matrix: which stories are nearest to which, and by which terms.

Beside its terms a row has the numbers of its meaning; both together are of length 1.
All products are exact: weights are whole multiples of 2**-20, so every sum of products fits a float without rounding.
Numbers of meaning are whole and small, so their products fit even a float of 32 bits.
No order of stories or terms and no size of block can change a bit: so an update can be equal to a new start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log2
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.meaning import SIZE, UNIT
from briefing.vectors import Vector

# The share of the corpus's own rarity: a power of it, of which a quarter helps where all stories are of one trade.
OWN = 0.25
# Its steps, in octaves: as good as finer ones, and a new story takes few terms over a step.
STEP = 3
# A term on more stories than this many and this share of them tells none apart.
OFTEN, OFTEN_SHARE = 500, 0.05
# What is less alike than this is not alike.
LEAST = 1e-6
# So much of the threshold shared terms must reach alone: a link that is shown can say why.
TERMS = 0.5
# Rows compared at once: bounds the memory at ten thousand stories.
BLOCK = 100
# Terms looked for at once.
PART = 1 << 18
SCALE = 2.0**20
# The first bits of a term's number, by which it is looked up before any is compared in full.
_COARSE = 20
_SHIFT = np.uint64(64 - _COARSE)

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of all stories in a row."""

    ids: NDArray[np.uint64]
    weights: NDArray[np.float32]
    row: NDArray[np.int32]  # whose each is
    ends: Whole  # where each story's begin, and the end
    meaning: NDArray[np.float32]  # a row a story


@dataclass(frozen=True, slots=True)
class Rows:
    """One row a story, with the columns that another story has too."""

    matrix: Any
    places: NDArray[np.int32]  # for each entry of the matrix, where its term stands among those of all stories
    lengths: Real  # of the rows before they were scaled
    meaning: NDArray[np.float32]  # the rest of each row


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest stories of each: `at` -1 and `score` 0 where there are no more."""

    at: Whole
    score: Real


def line_up(vectors: Sequence[Vector]) -> Terms:
    """Put the terms of all stories in a row."""
    ids = np.frombuffer(b"".join([vector.ids for vector in vectors]), np.uint64)
    weights = np.frombuffer(b"".join([vector.weights for vector in vectors]), np.float32)
    sizes = np.array([len(vector.weights) // 4 for vector in vectors], np.int64)
    row = np.repeat(np.arange(len(vectors), dtype=np.int32), sizes)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    meaning = np.frombuffer(b"".join([vector.meaning or bytes(SIZE) for vector in vectors]), np.int8)
    numbers = meaning.reshape(len(vectors), SIZE).astype(np.float32)
    return Terms(ids, weights, row, ends, numbers)


def stack_rows(terms: Terms, wanted: Flags, lengths: Real) -> Rows:
    """Weigh terms by their rarity on the site and scale rows, with the columns that `wanted` rows have.

    The lengths of the wanted rows are measured, those of the others must be known.
    """
    size = len(wanted)
    known = np.unique(terms.ids if wanted.all() else terms.ids[wanted[terms.row]])
    places, at = find_terms(known, terms)
    stories = np.bincount(at, minlength=len(known))
    own, shared = list_own(size, int(stories.max(initial=0)))[stories], stories > 1
    left = np.sqrt(1 - np.square(terms.meaning).sum(axis=1, dtype=np.float64) / UNIT**2)
    lengths = lengths.copy()
    data, starts = np.empty(len(at)), np.zeros(size + 1, np.int32)
    filled = 0
    firsts = range(0, size, BLOCK)
    bounds = np.searchsorted(places, terms.ends[[*firsts, size]].astype(np.int32)).tolist()
    for first, (begin, end) in zip(firsts, pairwise(bounds), strict=True):
        block, mine = slice(first, first + BLOCK), slice(begin, end)
        row = terms.row[places[mine]] - first
        weights = own[at[mine]] * terms.weights[places[mine]]
        measured = np.sqrt(np.bincount(row, weights * weights, minlength=len(left[block])))
        lengths[block] = np.where(wanted[block], measured, lengths[block])
        scale = SCALE * left[block] / np.where(lengths[block] > 0, lengths[block], 1.0)
        weights = np.rint(weights * scale[row])
        kept = shared[at[mine]] & (weights > 0)
        starts[1:][block] = filled + np.cumsum(np.bincount(row[kept], minlength=len(left[block])))
        into = slice(filled, int(starts[1:][block][-1]))  # what is kept moves to the front of what was found
        data[into], at[into], places[into] = weights[kept] / SCALE, at[mine][kept], places[mine][kept]
        filled = into.stop
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - a tenth of a second, paid only where stories are compared

    matrix = csr_matrix((data[:filled], at[:filled], starts), shape=(size, len(known)))
    return Rows(matrix, places[:filled], lengths, terms.meaning)


def find_terms(known: NDArray[np.uint64], terms: Terms) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Find the terms that are among those `known`, which ascend: their places, and which they are."""
    starts = np.searchsorted(known, np.arange((1 << _COARSE) + 1, dtype=np.uint64) << _SHIFT).astype(np.int32)
    starts[-1] = len(known)
    begun = starts[1:] > starts[:-1]
    places, found = np.empty(len(terms.ids), np.int32), np.empty(len(terms.ids), np.int32)
    filled = 0
    for begin in range(0, len(terms.ids), PART):
        ids = terms.ids[begin : begin + PART]
        coarse = (ids >> _SHIFT).astype(np.int32)
        near = np.flatnonzero(begun[coarse])
        coarse, ids = coarse[near], ids[near]
        at, end = starts[coarse], starts[coarse + 1]
        left = np.flatnonzero(known[at] != ids)
        while len(left):  # as often as terms share their first bits, which few do
            at[left] += 1
            over = at[left] == end[left]
            at[left[over]] = -1
            left = left[~over]
            left = left[known[at[left]] != ids[left]]
        there = at >= 0
        into = slice(filled, filled + int(there.sum()))
        places[into], found[into] = near[there] + begin, at[there]
        filled = into.stop
    return places[:filled], found[:filled]


def list_own(size: int, most: int) -> Real:
    """List what the corpus adds to the weight of a term by the number of its stories, up to `most`.

    In wide steps, so that a new story moves few others.
    """
    octaves = round(log2(size))
    stories = np.arange(most + 1)
    steps = np.rint((octaves - np.log2(np.maximum(stories, 1))) / STEP)
    own = (STEP * np.maximum(steps, 0) + 0.25) ** OWN
    return np.where((stories > 0) & (stories <= max(OFTEN, OFTEN_SHARE * 2**octaves)), own, 0.0)


def find_near(rows: Rows, wanted: Whole, threshold: float, most: int) -> Near:
    """List for each wanted row the `most` nearest others, the likest first, of equals the one that comes first."""
    near = make_near(len(wanted), most)
    columns = rows.matrix.T.tocsr()
    for begin in range(0, len(wanted), BLOCK):
        part = wanted[begin : begin + BLOCK]
        product = rows.matrix[part] @ columns
        row, other, score = find_pairs(rows, part, product.tocoo(), threshold)
        fill_near(near, row + begin, other, score)
    return near


def find_pairs(rows: Rows, part: Whole, product: Any, threshold: float) -> tuple[Whole, Whole, Real]:
    """List the pairs of the stories in `part` and any other that are alike; `product` is that of their terms."""
    meaning = rows.meaning[part] @ rows.meaning.T
    if threshold > 0:
        kept = np.flatnonzero(product.data >= TERMS * threshold)
        row, other, score = product.row[kept], product.col[kept], product.data[kept]
    else:
        products = product.toarray()
        row, other = np.nonzero((meaning != 0) | (products > 0))
        score = products[row, other]
    score = score + meaning[row, other].astype(np.float64) / UNIT**2
    kept = np.flatnonzero((score >= max(threshold, LEAST)) & (part[row] != other))
    return row[kept].astype(np.int64), other[kept].astype(np.int64), score[kept]


def make_near(size: int, most: int) -> Near:
    """Make lists with nothing on them."""
    return Near(np.full((size, most), -1), np.zeros((size, most)))


def find_ties(near: Near) -> Flags:
    """Tell which lists hold two of equal score."""
    return np.asarray(((near.score[:, 1:] == near.score[:, :-1]) & (near.at[:, 1:] >= 0)).any(axis=1))


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
    rows: Rows, terms: Terms, vectors: Sequence[Vector], links: tuple[Whole, Whole], most: int
) -> tuple[list[str], Real, Whole]:
    """Name for each link the terms that carry most of its likeness, in the words of its first story.

    All words in a row, their weights, and how many each link has; the first stories ascend.
    """
    words: list[str] = []
    weights, counts = [np.zeros(0)], [np.zeros(0, np.int64)]
    for begin in range(0, len(links[0]), BLOCK * 10):
        one, other = (part[begin : begin + BLOCK * 10] for part in links)
        sources, source = np.unique(one, return_inverse=True)
        forms = [vectors[at].forms for at in sources]
        said = list(chain.from_iterable([each.split("\n") for each in forms if each]))
        readable, plain = rows.matrix[sources], rows.matrix[other]
        numbers = _number_forms(rows, terms, vectors, sources)
        readable.data = np.where(numbers > 0, readable.data, 0.0)
        weight = readable[source].multiply(plain).tocsr()
        plain.data = np.ones(len(plain.data))
        readable.data = numbers.astype(np.float64)
        number = readable[source].multiply(plain).tocsr().data.astype(np.int64)
        weight.eliminate_zeros()
        number = number[number > 0]
        link = np.repeat(np.arange(len(one)), np.diff(weight.indptr))
        order = np.lexsort((weight.indices, -weight.data, link))
        order = order[np.arange(len(link)) - weight.indptr[link] < most]
        words += map(said.__getitem__, (number[order] - 1).tolist())
        weights.append(weight.data[order].round(4))
        counts.append(np.bincount(link[order], minlength=len(one)))
    return words, np.concatenate(weights), np.concatenate(counts)


def _number_forms(rows: Rows, terms: Terms, vectors: Sequence[Vector], sources: Whole) -> NDArray[np.int32]:
    """For each entry of the rows of these stories, the number of the form that reads it among theirs, from 1, or 0."""
    first, last = terms.ends[sources[0]], terms.ends[sources[-1] + 1]
    numbers = np.zeros(last - first, np.int32)
    places = np.frombuffer(b"".join([vectors[at].places for at in sources]), np.uint16)
    owner = np.repeat(sources, [len(vectors[at].places) // 2 for at in sources])
    numbers[terms.ends[owner] + places - first] = np.arange(1, len(owner) + 1)
    starts = rows.matrix.indptr
    entries = np.concatenate([np.arange(starts[at], starts[at + 1]) for at in sources])
    read: NDArray[np.int32] = numbers[rows.places[entries] - first]
    return read
