"""Many files printed at once, by several processes where that takes less time."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.collector import spare_collector

MANY = 200
"""Files that take longer to print than a process takes to fork."""
Job = tuple[str, Callable[[], str]]


class Printers:
    """Prints the pages and feeds of one build, when it is known which there are to print."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.jobs: dict[str, Callable[[], str]] = {}

    def add(self, target: str, text: Callable[[], str]) -> None:
        """Have a file written, instead of what was to be written there before."""
        self.jobs[target] = text

    @spare_collector()
    def finish(self) -> None:
        """Write all files.

        A fork has everything that this process has, and gives back nothing but files. What one has left undone is done
        here, so that an error is raised where it is told.
        """
        jobs = [*self.jobs.items()]
        self.jobs.clear()
        alone = len(jobs) < MANY or sys.platform != "linux" or threading.active_count() > 1
        workers = 1 if alone else self.workers
        first, *others = (jobs[number::workers] for number in range(workers))
        running, done = [fork(share) for share in others], []
        try:
            write_all(first)
            while running:
                done.append(os.waitpid(running[0], 0)[1] == 0)
                del running[0]
        finally:
            for process in running:  # what they print is of no use any more, and its folder is about to go
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
        for share, is_done in zip(others, done, strict=True):
            if not is_done:
                write_all(share)


def fork(jobs: Sequence[Job]) -> int:
    """Write files in a process of its own, which ends without what a process has to do at its end."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        write_all(jobs)
        status = 0
    finally:
        os._exit(status)


def write_all(jobs: Sequence[Job]) -> None:
    """Print each file in its place, in a folder that another process may be making too."""
    for target, text in jobs:
        path = Path(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(), "utf-8", newline="")
