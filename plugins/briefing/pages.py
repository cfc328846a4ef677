"""The files that builds have published, each with the key of what it was made from."""

import json
from collections.abc import Iterable
from pathlib import Path

from briefing.files import write_file
from briefing.stats import Stat, stat_of

VERSION = 1


class Pages:
    """What the last build published, and what this one is about to; it may be deleted at any time."""

    def __init__(self, path: Path, output: Path) -> None:
        self.path = path
        self.output = output
        self.keys: dict[str, str] = {}
        self.chrome = self.former_chrome = ""
        """The key of what every page shows."""
        self.kept: set[str] = set()
        self.apart: set[str] = set()
        """Pages that no story is on, as they are written by hand."""
        self.former: dict[str, tuple[str, Stat]] = {}
        self.former_apart: set[str] = set()
        try:
            kept = json.loads(path.read_bytes())
            if (kept["version"], kept["output"]) == (VERSION, str(output)):
                self.former = {name: (key, tuple(stat)) for name, (key, stat) in kept["files"].items()}
                self.former_chrome = kept["chrome"]
                self.former_apart = {*kept["apart"]} & self.former.keys()
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.former = {}  # there is none, or it was cut short, or comes from elsewhere

    def stands(self, name: str, key: str) -> bool:
        """Tell whether a page made from the same key was published and has not been touched since; it is kept then."""
        self.keys[name] = key
        entry = self.former.get(name)
        if entry is None or entry[0] != key:
            return False
        try:
            stands = stat_of(f"{self.output}/{name}") == entry[1]
        except OSError:
            return False
        if stands:
            self.kept.add(name)
        return stands

    def save(self) -> None:
        """Write the keys of the pages that are published now."""
        files = {name: (key, stat_of(f"{self.output}/{name}")) for name, key in sorted(self.keys.items())}
        kept = {"version": VERSION, "output": str(self.output), "chrome": self.chrome, "apart": sorted(self.apart)}
        write_file(self.path, json.dumps({**kept, "files": files}, separators=(",", ":")).encode())

    def keep_apart(self, published: Iterable[str]) -> None:
        """Leave everything in place that is on record and holds no story: hand-written pages, pictures, styles."""
        self.apart = self.former_apart
        self.keys |= {name: self.former[name][0] for name in self.apart}
        self.kept |= {name for name in published if name not in self.former or name in self.apart}
