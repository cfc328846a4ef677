"""A site that was made aside is put in its place: all of it, or nothing."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from briefing.embargo import Held
from briefing.errors import BriefingError
from briefing.files import move_file, write_file
from briefing.last import count
from briefing.litter import is_silent
from briefing.pages import Pages
from briefing.snapshot import walk

MANIFEST = "published.json"
MARKS = ".published.json"
"""Lies in the site itself, so that a page goes with its story though the cache was deleted. It holds digests of the
names of the site's files: the names themselves would tell the addresses of drafts."""
PAGES = "pages.json"
STAGE = "stage-"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what of it was new on disk."""

    settings: Mapping[str, Any]
    stories: int
    drafts: int
    tags: int
    change: "Change"
    links: tuple[tuple[str, ...], ...]
    """The titles and addresses of the pages that are written by hand."""
    singular: bool
    """Some story or page holds what only Pelican resolves, such as a link to the file of another."""
    strangers: tuple[str, ...]
    """Files among the stories that are none."""
    warnings: tuple[str, ...]
    """What Pelican warned of."""

    @property
    def output(self) -> Path:
        return Path(self.settings["OUTPUT_PATH"])

    @property
    def held(self) -> Mapping[str, Held]:
        """Stories and pages that wait for the end of an embargo, by their files."""
        held: Mapping[str, Held] = self.settings["HELD"]
        return held

    @property
    def next_release(self) -> datetime | None:
        return min((each.until for each in self.held.values() if each.until), default=None)


def find_strangers(settings: Mapping[str, Any]) -> Iterator[str]:
    """Name what lies among the stories and is none, in one line."""
    folders = [Path(settings["PATH"], folder) for folder in settings["ARTICLE_PATHS"]]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    strange = [path for path in paths if path.suffix != ".md" and not is_silent(path.name)]
    found = [path.relative_to(settings["ROOT"]).as_posix() for path in strange]
    if found:
        more = f", nor were {count(len(found) - 1, 'other file', 'other files')}" if len(found) > 1 else ""
        yield f"{found[0]}: a story is a .md file, so this was not read{more}"


@dataclass(frozen=True, slots=True)
class Change:
    """What publishing has done to the site."""

    names: Collection[str]
    """All files of the site."""
    written: int
    removed: int
    foreign: tuple[str, ...]
    """Files among those of the site that no build put there."""


class Stage:
    """A folder where a site is made: what has to be written lies in it, what stands already is in `pages.kept`."""

    def __init__(self, folder: str, pages: Pages, manifest: Path) -> None:
        self.folder = folder
        self.pages = pages
        self.manifest = manifest

    def publish(self) -> Change:
        """Bring the site to what was staged: changed files replaced, those of the last build that are gone removed.

        Whatever could fail is tried before the first file is replaced, and the manifest names old and new files until
        the end, so that a build which is broken off is made good by the next.
        """
        output, kept = self.pages.output, self.pages.kept
        staged = {path.relative_to(self.folder).as_posix(): path for path in sorted(Path(self.folder).rglob("*"))}
        staged = {name: path for name, path in staged.items() if path.is_file()}
        former = read_manifest(self.manifest, output)
        names = staged.keys() | kept
        gone = former - names
        for name in staged:
            check_place(output / name, output)
        check_folders({output / MARKS, *(output / name for name in (*staged, *gone))}, output)
        self.note(former | names)
        written = sum(move_file(path, output / name) for name, path in staged.items())
        removed = sum(remove_file(output / name) for name in sorted(gone))
        remove_empty_folders(output, gone)
        self.note(names)
        self.pages.save()
        present = {path.removeprefix(f"{output}/") for path, _ in walk(str(output))}
        return Change(names, written, removed, tuple(sorted(present - names)))

    def note(self, names: Iterable[str]) -> None:
        """Put on record which files are the site's."""
        write_file(self.pages.output / MARKS, json.dumps(sorted(map(mark_of, names)), indent=0).encode())
        write_file(self.manifest, json.dumps(sorted(names), indent=0).encode())


@contextmanager
def stage_site(settings: Mapping[str, Any]) -> Iterator[Stage]:
    """Make room for a build: wait until no other one of this site runs, and clear away what a killed one has left."""
    cache = Path(settings["CACHE_PATH"])
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in cache.glob(f"{STAGE}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=cache, prefix=STAGE) as folder:
            yield Stage(folder, Pages(cache / PAGES, Path(settings["OUTPUT_PATH"])), cache / MANIFEST)
            settings["RUN"].lap("publishing")


def read_manifest(path: Path, output: Path) -> set[str]:
    """Name the files that the last build published; where the list is lost or cut short, by what lies in the site."""
    if (names := read_names(path)) is not None:
        return names
    marks = read_names(output / MARKS) or set()
    present = (Path(file).relative_to(output).as_posix() for file, _ in walk(str(output))) if marks else ()
    return {name for name in present if mark_of(name) in marks}


def read_names(path: Path) -> set[str] | None:
    """Read a list of names; None where a file holds none, for whatever reason."""
    try:
        names = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else None


def mark_of(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def check_place(place: Path, output: Path) -> None:
    """Refuse to publish a file where something stands that is none of the site's."""
    for folder in reversed(place.relative_to(output).parents[:-1]):
        if (output / folder).exists() and not (output / folder).is_dir():
            message = "a file stands where the site needs a folder: move it away"
            raise BriefingError(message, relative(output / folder, output))
    if place.is_dir():
        raise BriefingError("a folder stands where the site needs a file: move it away", relative(place, output))


def check_folders(places: Iterable[Path], output: Path) -> None:
    """Refuse to publish where a file can neither be put nor taken away, before the first one is."""
    for folder in sorted({place.parent for place in places}):
        there = next(each for each in (folder, *folder.parents) if each.exists())
        if not os.access(there, os.W_OK | os.X_OK):
            raise BriefingError("nothing can be written there: check the folder's permissions", relative(there, output))


def remove_file(path: Path) -> bool:
    """Delete a file; tell whether there was one."""
    there = path.is_file()
    if there:
        path.unlink()
    return there


def relative(path: Path, output: Path) -> str:
    return path.relative_to(output.parent).as_posix()


def remove_empty_folders(output: Path, names: Iterable[str]) -> None:
    """Remove the folders that held the named files and hold nothing any more."""
    for folder in sorted({parent for name in names for parent in (output / name).parents}, reverse=True):
        if folder.is_relative_to(output) and folder != output and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
