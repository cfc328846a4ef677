"""How a build is run, whatever it makes: by how many workers and where, who watches, and what it takes the time for."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from concurrent.futures import Executor

Show = Callable[[str, Iterator[Any], int], Iterator[Any]]


def show_nothing(_what: str, things: Iterator[Any], _total: int) -> Iterator[Any]:
    return things


@dataclass(slots=True)
class Run:
    """One run of the command."""

    workers: int = 0
    """Processes to use; 0 for as many as there are processors."""
    dask: str = ""
    """Address of a Dask scheduler whose workers see this site's folder under the same path."""
    show: Show = show_nothing
    """Watches many things being worked on: told what they are, the things, and their number."""
    index: bool = True
    """Index whole texts for the search pages."""
    indexed: int = 0
    """Stories of which that was done."""
    laps: dict[str, float] = field(default_factory=dict)
    """Seconds by what they were spent on, in the order of the work."""
    since: float = field(default_factory=time.perf_counter)

    def lap(self, name: str) -> None:
        """Count the time since the last lap under a name."""
        now = time.perf_counter()
        self.laps[name] = self.laps.get(name, 0.0) + now - self.since
        self.since = now

    @property
    def serial(self) -> bool:
        return not self.dask and self.count == 1

    @property
    def count(self) -> int:
        """Tell how many processes there are to be."""
        from briefing.workers import count_workers

        return self.workers or count_workers()

    @contextmanager
    def open_pool(self) -> "Iterator[Executor]":
        """Open the pool of workers, here or where Dask has them."""
        if not self.dask:
            from briefing.workers import open_pool

            with open_pool(self.count) as pool:
                yield pool
            return
        try:
            from distributed import Client
        except ImportError as error:
            message = "--dask needs the package distributed: pip install 'briefing-microsite[dask]'"
            raise BriefingError(message) from error
        try:
            client = Client(self.dask, timeout=10)
        except (OSError, ValueError) as error:
            message = f"--dask {self.dask}: no scheduler answers there ({error}); start one with `dask scheduler`"
            raise BriefingError(message) from error
        with client, client.get_executor(retries=3) as pool:
            yield pool
