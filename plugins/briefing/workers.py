"""Work on many things at once, in other processes or on other machines, with results in the order of the things."""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

MOST = 8
"""Processes: each holds word lists and models of languages, of 100 MB."""


def count_workers(stated: int | None = None) -> int:
    """Tell how many processes to use: as many as stated, else as there are processors, within reason."""
    return stated or min(len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1, MOST)


def open_pool(workers: int) -> Executor:
    """Open a pool of processes: forked with all that is loaded here where that is safe, else started anew."""
    safe = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if safe else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context)


def map_chunks(
    pool: Executor, work: Callable[[Sequence[Thing]], list[Result]], things: Iterable[Thing], *, size: int, ahead: int
) -> Iterator[Result]:
    """Give the results of `work` on each thing; where a worker was killed, what it left is done here.

    No more than `ahead` chunks of `size` things wait at a time, so memory does not grow with the number of things.
    """
    waiting: deque[tuple[list[Thing], Future[list[Result]] | None]] = deque()
    rest = iter(things)
    while chunk := [*islice(rest, size)]:
        try:
            waiting.append((chunk, pool.submit(work, chunk)))
        except BrokenExecutor:
            waiting.append((chunk, None))
        if len(waiting) > ahead:
            yield from finish(work, *waiting.popleft())
    while waiting:
        yield from finish(work, *waiting.popleft())


def finish(
    work: Callable[[Sequence[Thing]], list[Result]], chunk: Sequence[Thing], future: Future[list[Result]] | None
) -> list[Result]:
    """Take what was made of a chunk, and make it here where nobody did or the process that should has died."""
    try:
        return future.result() if future else work(chunk)
    except BrokenExecutor:
        return work(chunk)
