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
VERSION = 1
LAST = "last.json"


@dataclass(frozen=True, slots=True)
class Said:
    """What a build reports, and a build that changes nothing reports again."""

    seeds: str
    """How many seeds are in which state."""
    errors: tuple[str, ...]
    """What is wrong with the seeds that are set aside."""
    notes: tuple[str, ...]
    site: str
    """How much there is in the site."""
    index: str
    """The home page's file."""
    status: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The paths that a site is made from, where it is published, and where the next build looks for what is kept."""

    seeds: str
    inputs: tuple[str, ...]
    output: str
    cache: str


class Moment:
    """The state of everything around one build: each part is looked at before it is read, the site when it is made."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.parts: dict[str, Snapshot] = {}

    def look(self, part: str) -> None:
        """Take in `seeds`, `inputs` or `output` as it is now."""
        paths = getattr(self.sources, part)
        self.parts[part] = Snapshot([paths] if isinstance(paths, str) else paths, check=part != "output")

    def save(self, said: Said, now: datetime, until: datetime | None) -> None:
        """Keep what was looked at and said; it holds from `now` until a story is released."""
        kept = {
            "version": VERSION,
            "packages": [str(Path.cwd()), *list_packages()],
            "sources": asdict(self.sources),
            "parts": {name: [part.digest, part.young] for name, part in self.parts.items()},
            "now": now.isoformat(),
            "until": until.isoformat() if until else None,
            "said": asdict(said),
        }
        write_file(Path(self.sources.cache, LAST), json.dumps(kept, ensure_ascii=False).encode())


def stands(root: Path) -> Said | None:
    """Return what the last build said if a build now would make the same; nothing but the times of files is read.

    A story whose release is due, another Python and other packages make it not stand.
    """
    kept = read_last(root)
    if kept is None:
        return None
    try:
        now, since, until = build_moment(), datetime.fromisoformat(kept["now"]), kept["until"]
        if (
            kept["packages"] != [str(Path.cwd()), *list_packages()]
            or now < since
            or (until and now >= datetime.fromisoformat(until))
        ):
            return None
        moment, said = Moment(tuples(Sources, kept["sources"])), tuples(Said, kept["said"])
        for part, (digest, young) in kept["parts"].items():
            moment.look(part)
            if moment.parts[part].digest != digest or any(digest_file(path) != young[path] for path in young):
                return None
    except (KeyError, TypeError, ValueError, AttributeError, OSError):
        return None  # it was cut short, or comes from elsewhere
    if any(young for _, young in kept["parts"].values()):
        moment.save(said, since, datetime.fromisoformat(until) if until else None)
    return said


def read_last(root: Path) -> dict[str, Any] | None:
    try:
        conf = tomllib.loads((root / "pelican.conf").read_text("utf-8-sig"))
        kept = json.loads((root / conf.get("CACHE_PATH", ".cache") / LAST).read_bytes())
    except (OSError, ValueError, TypeError):
        return None
    return kept if isinstance(kept, dict) and kept.get("version") == VERSION else None


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
