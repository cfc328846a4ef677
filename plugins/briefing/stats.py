"""Files that need not be read again: what was taken from them, by size, times and inode."""

import json
import os
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import write_file
from briefing.litter import is_silent

VERSION = 4
"""Raised when other facts are kept."""
SETTLED = 2_000_000_000
"""Nanoseconds. A file may be changed twice within the grain of its time (2 s on FAT); so young a file is read again."""
Stat = tuple[int, int, int, int]


class Stats:
    """Facts about files, kept from run to run in one file that may be deleted at any time."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.former: dict[str, tuple[Stat, list[str]]] = {}
        self.now: dict[str, tuple[Stat, list[str]]] = {}
        self.said: set[str] = set()
        self.says: set[str] = set()
        if path and path.is_file():
            try:
                kept = json.loads(path.read_bytes())
                if kept["version"] == VERSION:
                    self.former = {name: (tuple(stat), [*facts]) for name, (stat, facts) in kept["files"].items()}
                    self.said = {*kept["said"]}
            except (ValueError, KeyError, TypeError, AttributeError):
                self.former = {}  # it was cut short, or comes from elsewhere

    def find(self, name: str, stat: Stat | None) -> list[str] | None:
        """Return what was kept about a file, if it is the same file still."""
        entry = self.former.get(name)
        if entry is None or stat is None or entry[0] != stat:
            return None
        self.now[name] = entry
        return entry[1]

    def keep(self, name: str, stat: Stat | None, facts: list[str]) -> None:
        if stat:
            self.now[name] = (stat, facts)

    def is_news(self, line: str) -> bool:
        """Tell whether the last run did not say this already."""
        self.says.add(line)
        return line not in self.said

    def save(self) -> None:
        """Write what is known, but for files so young that a further change might not show."""
        settled = time.time_ns() - SETTLED
        now = {name: entry for name, entry in self.now.items() if max(entry[0][1:3]) < settled}
        if self.path and (now, self.says) != (self.former, self.said):
            kept = {"version": VERSION, "files": now, "said": sorted(self.says)}
            text = json.dumps(kept, separators=(",", ":"))
            write_file(self.path, text.encode())


def list_files(folder: str, name: str, suffix: str = "") -> Iterator[tuple[str, str, Stat | None]]:
    """Find the files of a folder that goes by `name`, and of its sub-folders: their paths, names and stats.

    Litter is left out; what is no file, such as a broken link or a pipe, has no stat. A link to a folder is
    followed after all that are no links, so that none is gone through twice and a folder goes by its own name. All are
    texts, for ten thousand `Path`s take half a second.
    """
    links = deque([(folder, name)])
    seen: set[str] = set()
    while links:
        yield from list_folder(*links.popleft(), suffix, links, seen)


def list_folder(
    folder: str, name: str, suffix: str, links: deque[tuple[str, str]], seen: set[str]
) -> Iterator[tuple[str, str, Stat | None]]:
    """Go through a folder that was not `seen` before, and put off the `links` to others."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"the folder cannot be read ({error.strerror}): check its permissions"
        raise BriefingError(message, name) from error
    for entry in entries:
        if is_silent(entry.name):
            continue
        named = f"{name}/{entry.name}"
        if entry.is_dir():
            if not suffix and entry.name.endswith(".txt"):
                yield entry.path, named, None  # who names a folder so is told that it is no seed
            if entry.is_symlink():
                links.append((entry.path, named))
            else:
                yield from list_folder(entry.path, named, suffix, links, seen)
        elif entry.name.endswith(suffix):
            yield entry.path, named, stat_of(entry.path) if entry.is_file() else None


def stat_of(path: str | Path) -> Stat:
    return stat_from(os.stat(path))  # noqa: PTH116


def stat_from(stat: os.stat_result) -> Stat:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
