"""Stories of one language related, from nothing or from what the run before left."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from briefing.columns import Links, choose_links, fill_links, keep_links, make_links, tell_relations
from briefing.likeness import Near
from briefing.neighbours import Former, find_all, refresh
from briefing.related import Limits, Relation
from briefing.vectors import Vector

# So many candidates are found for each link that is shown, since retellings may crowd the list.
SPARE = 3


@dataclass(frozen=True, slots=True)
class Memory:
    """What an earlier run found, and under which limits."""

    limits: str
    former: Former
    links: Links


def pack_memory(memory: Memory) -> bytes:
    """Put it into bytes."""
    file = io.BytesIO()
    np.savez(
        file,
        allow_pickle=False,
        limits=_pack_text(memory.limits),
        slugs=_pack_text("\n".join(memory.former.slugs)),
        keys=np.frombuffer(b"".join(memory.former.keys), np.uint8),
        lengths=memory.former.lengths,
        near=memory.former.near.at.astype(np.int32),
        near_score=memory.former.near.score,
        at=memory.links.at.astype(np.int32),
        score=memory.links.score,
        same=memory.links.same,
        weights=memory.links.weights,
        words=_pack_text("\0".join(memory.links.words)),
    )
    return file.getvalue()


def _pack_text(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def unpack_memory(data: bytes) -> Memory | None:
    """Take it out again; None where the bytes are something else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            columns = dict(found)
        limits, slugs, words = (
            columns[name].tobytes().decode("utf-8", "surrogatepass") for name in ("limits", "slugs", "words")
        )
        keys = columns["keys"].tobytes()
        near = Near(columns["near"].astype(np.int64), columns["near_score"])
        at = columns["at"].astype(np.int64)
        links = Links(at, columns["score"], columns["same"], columns["weights"], words.split("\0"))
        size = len(keys) // len(at)
        cut = tuple(keys[begin : begin + size] for begin in range(0, len(keys), size))
        former = Former(tuple(slugs.split("\n")), cut, columns["lengths"], near)
    except (BadZipFile, KeyError, ValueError, EOFError, OSError, ZeroDivisionError):
        return None
    sizes = {len(part) for part in (former.slugs, cut, former.lengths, near.at, near.score, links.score, links.words)}
    sound = sizes == {len(at)} and max(near.at.max(initial=-1), at.max(initial=-1)) < len(at)
    return Memory(limits, former, links) if sound else None


def relate_alike(
    vectors: Mapping[str, Vector],
    kept: bytes,
    recall: Callable[[bytes], Vector | None],
    limits: Limits,
    dates: Mapping[str, datetime],
) -> tuple[list[tuple[Relation, ...]], bytes]:
    """Relate the stories of one language, whose slugs ascend, and tell what to keep for the next run."""
    slugs, alike = tuple(vectors), list(vectors.values())
    memory = unpack_memory(kept)
    links = make_links(len(slugs), limits)
    if memory and memory.limits == repr(limits):
        found = refresh(alike, slugs, memory.former, recall, limits.threshold)
        fresh = keep_links(links, found, (memory.former.near, memory.links), limits.same_story)
    else:
        found = find_all(alike, limits.threshold, limits.most * SPARE)
        fresh = found.changed
    wanted = np.flatnonzero(fresh)
    fill_links(links, wanted, choose_links(found.near, wanted, slugs, limits, dates), found, alike)
    former = Former(slugs, tuple(vector.key for vector in alike), found.rows.lengths, found.near)
    return tell_relations(links, slugs), pack_memory(Memory(repr(limits), former, links))
