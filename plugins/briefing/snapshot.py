"""All files that a site is made from and those of the site itself, by size, times and inode.

A build that would change nothing is told by this alone, before anything else is read or imported.
"""

import os
import time
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

SIZE = 16
SETTLED = 2_000_000_000
"""Nanoseconds. A file may be changed twice within the grain of its time (2 s on FAT); so young a file is read again."""


class Snapshot:
    """The state of some folders at one moment."""

    def __init__(self, folders: Iterable[str], *, without: Collection[str] = (), check: bool = True) -> None:
        """Look at them; with `check`, files so young that a further change might not show are digested too."""
        settled = time.time_ns() - SETTLED
        seal = blake2b(digest_size=SIZE)
        self.young: dict[str, str] = {}
        for folder in folders:
            for path, stat in walk(folder, without):
                seal.update(f"{path}\0{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}\n".encode())
                if check and S_ISREG(stat.st_mode) and (stat.st_mtime_ns > settled or stat.st_ctime_ns > settled):
                    self.young[path] = digest_file(path)
        self.digest = seal.hexdigest()


def digest_file(path: str) -> str:
    return blake2b(Path(path).read_bytes(), digest_size=SIZE).hexdigest()


def walk(
    folder: str, without: Collection[str] = (), above: frozenset[int] = frozenset()
) -> Iterator[tuple[str, os.stat_result]]:
    """Find the files at or below a path in the order of their names, but hidden ones and compiled code.

    Links are followed, but not to a folder that they stand in.
    """
    try:
        stat = Path(folder).stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except NotADirectoryError:
        yield folder, stat
        return
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            if stat.st_ino not in above and entry.path not in without:
                yield from walk(entry.path, without, above | {stat.st_ino})
        else:
            try:
                yield entry.path, entry.stat()
            except FileNotFoundError:
                yield entry.path, entry.stat(follow_symlinks=False)
