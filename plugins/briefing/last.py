"""The last build: what it was made from, what it made and what it said. Where nothing has changed it stands."""

import json
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from briefing.clock import build_moment
from briefing.files import write_file
from briefing.snapshot import Snapshot, digest_file

Kept = TypeVar("Kept")
VERSION = 3
CONF = "pelican.conf"
SET_ASIDE = 3
"""Exit status of a site that was published while some seeds or pictures could not be read."""
LAST = "last.json"


@dataclass(frozen=True, slots=True)
class Said:
    """What a build reports, and a build that changes nothing reports again."""

    seeds: str
    """How many seeds are in which state."""
    errors: tuple[str, ...]
    """What is wrong with the seeds and pictures that are set aside."""
    notes: tuple[str, ...]
    site: str
    """How much there is in the site."""
    index: str
    """The home page's file."""
    status: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The paths that a site is made from, where it is published, and where the next build looks for what is kept."""

    seeds: tuple[str, ...]
    stories: tuple[str, ...]
    inputs: tuple[str, ...]
    """All else, though stories may lie in one of these folders."""
    output: tuple[str, ...]
    cache: str


class Moment:
    """The state of everything around one build: each part is looked at before it is read, the site when it is made."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.parts: dict[str, Snapshot] = {}

    def look(self, part: str) -> Snapshot:
        """Take in `seeds`, `stories`, `inputs` or `output` as it is now."""
        without = self.sources.stories if part == "inputs" else ()
        self.parts[part] = Snapshot(getattr(self.sources, part), without=without, check=part != "output")
        return self.parts[part]


@dataclass(frozen=True, slots=True)
class Last:
    """The last build."""

    moment: Moment
    changed: frozenset[str]
    """The parts that are not as they were; `index` where that of whole texts comes or goes."""
    said: Said
    short: Mapping[str, Any]
    """What a build of changed stories can start from; empty where Pelican has to run."""


def read_last(root: Path, *, index: bool) -> Last | None:
    """Look what has changed since the last build, of which nothing but the times of files is read.

    There is none to go by where a story's release is due since, and under another Python or other packages.
    """
    try:
        conf = tomllib.loads((root / CONF).read_text("utf-8-sig"))
        kept = json.loads((root / conf.get("CACHE_PATH", ".cache") / LAST).read_bytes())
        now, since, until = build_moment(), datetime.fromisoformat(kept["now"]), kept["until"]
        if kept["version"] != VERSION or kept["surroundings"] != list_surroundings():
            return None
        if now < since or (until and now >= datetime.fromisoformat(until)):
            return None
        moment, changed = Moment(tuples(Sources, kept["sources"])), set()
        for part, (digest, young) in kept["parts"].items():
            if moment.look(part).digest != digest or any(digest_file(path) != young[path] for path in young):
                changed.add(part)
        if kept["index"] != index:
            changed.add("index")
        last = Last(moment, frozenset(changed), tuples(Said, kept["said"]), kept["short"])
    except (KeyError, TypeError, ValueError, AttributeError, OSError):
        return None  # there is none, or it was cut short, or comes from elsewhere
    if not changed and any(young for _, young in kept["parts"].values()):
        until = datetime.fromisoformat(until) if until else None
        keep_last(moment, last.said, last.short, index=index, now=since, until=until)
    return last


def next_release(root: Path) -> datetime | None:
    """Tell when the first of the stories is due that the last build has held back."""
    try:
        conf = tomllib.loads((root / CONF).read_text("utf-8-sig"))
        until = json.loads((root / conf.get("CACHE_PATH", ".cache") / LAST).read_bytes())["until"]
        return datetime.fromisoformat(until) if until else None
    except (KeyError, TypeError, ValueError, OSError):
        return None


def keep_last(
    moment: Moment, said: Said, short: Mapping[str, Any], *, index: bool, now: datetime, until: datetime | None
) -> None:
    """Keep what was looked at and said for the next build; it holds from `now` until a story is released."""
    kept = {
        "version": VERSION,
        "surroundings": list_surroundings(),
        "sources": asdict(moment.sources),
        "parts": {name: [part.digest, part.young] for name, part in moment.parts.items()},
        "index": index,
        "now": now.isoformat(),
        "until": until.isoformat() if until else None,
        "said": asdict(said),
        "short": short,
    }
    write_file(Path(moment.sources.cache, LAST), json.dumps(kept, ensure_ascii=False).encode())


def list_surroundings() -> list[str]:
    return [str(Path.cwd()), *list_packages()]


def tuples(kind: type[Kept], values: Mapping[str, Any]) -> Kept:
    """Make a dataclass of what JSON has made of it."""
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})


def list_packages() -> list[str]:
    """Name this Python and the folders of packages with the times at which one was last put in or taken out."""
    folders = sorted(Path(path) for path in {*sys.path} if path.endswith("-packages"))
    return [sys.version, *(f"{folder} {folder.stat().st_mtime_ns}" for folder in folders if folder.is_dir())]


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def relative(path: Path) -> str:
    """Name a path as the person stands to it."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
