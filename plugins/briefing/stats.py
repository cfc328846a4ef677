"""Files that need not be read again: what was taken from them, by size, times and inode."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from briefing.files import write_file

VERSION = 1
"""Raised when other facts are kept."""
SETTLED = 2_000_000_000
"""Nanoseconds. A file may be changed twice within the grain of its time (2 s on FAT); so young a file is read again."""
Stat = tuple[int, int, int, int]


class Stats:
    """Facts about files, kept from run to run in one file that may be deleted at any time."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.former: dict[str, list[list[int] | list[str]]] = {}
        self.now: dict[str, list[list[int] | list[str]]] = {}
        if path and path.is_file():
            try:
                kept = json.loads(path.read_bytes())
            except ValueError:
                kept = {}
            if isinstance(kept, dict) and kept.get("version") == VERSION:
                self.former = kept["files"]

    def find(self, name: str, stat: Stat | None) -> list[str] | None:
        """Return what was kept about a file, if it is the same file still."""
        entry = self.former.get(name)
        if entry is None or stat is None or tuple(entry[0]) != stat:
            return None
        self.now[name] = entry
        return [str(fact) for fact in entry[1]]

    def keep(self, name: str, stat: Stat | None, facts: list[str]) -> None:
        if stat:
            self.now[name] = [list(stat), facts]

    def save(self) -> None:
        """Write what is known, but for files so young that a further change might not show."""
        settled = time.time_ns() - SETTLED
        now = {name: entry for name, entry in self.now.items() if max(map(int, entry[0][1:3])) < settled}
        if self.path and now != self.former:
            text = json.dumps({"version": VERSION, "files": now}, separators=(",", ":"))
            write_file(self.path, text.encode())


def list_files(folder: Path, suffix: str = "") -> Iterator[tuple[str, Stat | None]]:
    """Find the files of a folder and its sub-folders; hidden ones are left out, a broken link has no stat."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not suffix and entry.name.endswith(".txt"):
                yield entry.path, None  # who names a folder so is told that it is no seed
            yield from list_files(Path(entry.path), suffix)
        elif entry.name.endswith(suffix):
            try:
                yield entry.path, stat_of(entry.path)
            except OSError:
                yield entry.path, None


def stat_of(path: str | Path) -> Stat:
    stat = os.stat(path)  # noqa: PTH116 - ten thousand Paths take a tenth of a second
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
