"""The files that builds have published, each with the key of what it was made from."""

import json
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
        self.kept: set[str] = set()
        self.former: dict[str, tuple[str, Stat]] = {}
        try:
            kept = json.loads(path.read_bytes()) if path.is_file() else {}
        except ValueError:
            kept = {}
        if isinstance(kept, dict) and kept.get("version") == VERSION and kept.get("output") == str(output):
            self.former = {name: (key, tuple(stat)) for name, (key, stat) in kept["files"].items()}

    def stands(self, name: str, key: str) -> bool:
        """Tell whether a page made from the same key was published and has not been touched since; it is kept then."""
        self.keys[name] = key
        entry = self.former.get(name)
        if entry is None or entry[0] != key:
            return False
        try:
            stands = stat_of(self.output / name) == entry[1]
        except OSError:
            return False
        if stands:
            self.kept.add(name)
        return stands

    def save(self) -> None:
        """Write the keys of the pages that are published now."""
        files = {name: (key, stat_of(self.output / name)) for name, key in sorted(self.keys.items())}
        text = json.dumps({"version": VERSION, "output": str(self.output), "files": files}, separators=(",", ":"))
        write_file(self.path, text.encode())
