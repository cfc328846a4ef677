"""The nearest stories of each, brought up to date from what they were last time instead of found anew."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from briefing.likeness import Near, Rows, Whole, fill_near, find_near


@dataclass(frozen=True, slots=True)
class Former:
    """What was found last time: the slugs in order, the check of each one's row, and its nearest."""

    slugs: tuple[str, ...]
    checks: NDArray[np.uint64]
    near: Near
    threshold: float


def refresh_near(rows: Rows, slugs: Sequence[str], former: Former | None, threshold: float, most: int) -> Near:
    """Find what `find_near` finds for all rows, with no more work than the rows that moved since `former` make.

    A row that did not move keeps its list, less what is gone, joined by those of the moved rows that come near enough.
    Where the list would end later than it did, something that was not on it may belong there: such a row starts anew.
    """
    size = len(slugs)
    if former is None or former.threshold != threshold or former.near.at.shape[1] != most:
        return find_near(rows, np.arange(size), threshold, most)
    moves = _match_rows(rows, slugs, former)
    stays = np.flatnonzero(moves >= 0)
    new = np.setdiff1d(np.arange(size), moves[stays])
    if 4 * len(new) > size:
        return find_near(rows, np.arange(size), threshold, most)
    old = former.near.at[stays]
    at = np.where(old >= 0, moves[old], -1)
    near = Near(np.full((size, most), -1), np.zeros((size, most)))
    _join(near, rows, (np.repeat(moves[stays], most), at.ravel(), former.near.score[stays].ravel()), new, threshold)
    last, end, floor = at[:, -1], near.at[moves[stays], -1], former.near.score[stays, -1]
    tie = (near.score[moves[stays], -1] == floor) & (last >= 0) & (end <= last)
    sure = (old[:, -1] < 0) | ((end >= 0) & ((near.score[moves[stays], -1] > floor) | tie))
    anew = moves[stays][~sure]
    found = find_near(rows, anew, threshold, most)
    near.at[anew], near.score[anew] = found.at, found.score
    return near


def _match_rows(rows: Rows, slugs: Sequence[str], former: Former) -> Whole:
    """Where each former row is now, or -1 if it is gone or is not what it was."""
    place = {slug: at for at, slug in enumerate(slugs)}
    moves = np.array([place.get(slug, -1) for slug in former.slugs], np.int64)
    return np.where((moves >= 0) & (rows.checks[moves] == former.checks), moves, -1)


def _join(near: Near, rows: Rows, old: tuple[Whole, Whole, NDArray[np.float64]], new: Whole, threshold: float) -> None:
    """Fill the lists with the old pairs that still hold and all pairs with a new row."""
    product = (rows.matrix @ rows.matrix[new].T.tocsr()).tocoo()
    one, other = product.row.astype(np.int64), new[product.col]
    kept = (product.data >= max(threshold, 1e-6)) & (one != other)
    one, other, score = one[kept], other[kept], product.data[kept]
    mutual = np.isin(one, new, invert=True)  # a pair of two new rows is there in both directions already
    row = np.concatenate([old[0], one[mutual], other])
    pair = np.concatenate([old[1], other[mutual], one])
    value = np.concatenate([old[2], score[mutual], score])
    order = np.argsort(np.where(pair >= 0, row, -1), kind="stable")
    order = order[np.searchsorted(np.where(pair >= 0, row, -1)[order], 0) :]
    fill_near(near, row[order], pair[order], value[order])


def pack_former(former: Former) -> bytes:
    """Put it into bytes."""
    file = io.BytesIO()
    np.savez(
        file,
        allow_pickle=False,
        slugs=np.frombuffer("\n".join(former.slugs).encode(), np.uint8),
        checks=former.checks,
        at=former.near.at.astype(np.int32),
        score=former.near.score,
        threshold=np.float64(former.threshold),
    )
    return file.getvalue()


def unpack_former(data: bytes) -> Former | None:
    """Take it out again; None where the bytes are something else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            slugs = tuple(bytes(found["slugs"]).decode().split("\n"))
            near = Near(found["at"].astype(np.int64), found["score"])
            former = Former(slugs, found["checks"], near, float(found["threshold"]))
    except (BadZipFile, KeyError, ValueError, EOFError, OSError):
        return None
    sound = near.at.shape == near.score.shape and len(slugs) == len(former.checks) == len(near.at)
    return former if sound and near.at.max(initial=-1) < len(slugs) else None
