"""The proof that a site is what a clean build makes of the same files: every byte is compared."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.build import build_site
from briefing.conf import load_settings
from briefing.errors import BriefingError
from briefing.gallery import Gallery
from briefing.last import CONF
from briefing.publish import MANIFEST, read_manifest
from briefing.records import Records
from briefing.run import Run
from briefing.search_index import SCRIPT

LINES = 30
"""Of a difference that are shown."""
WIDTH = 160


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as a clean build makes it."""

    name: str
    what: str
    lines: tuple[str, ...] = ()
    """The first lines that differ, and what the page should show."""


def verify_site(root: Path) -> tuple[int, list[Difference]]:
    """Build a site again by Pelican, elsewhere and with no cache; return how many files are compared, and what differs.

    Neither seeds nor content nor the site itself is touched.
    """
    settings = load_settings(root / CONF)
    output, manifest = Path(settings["OUTPUT_PATH"]), Path(settings["CACHE_PATH"], MANIFEST)
    if not manifest.is_file():
        raise BriefingError("no build of this site is on record: run `briefing build`", settings["OUTPUT_PATH"])
    with tempfile.TemporaryDirectory(prefix="briefing-verify-") as folder:
        clean, cache, views = Path(folder, "output"), Path(folder, "cache"), dict[str, Any]()
        records = Records(cache, raw_html=settings["RAW_HTML"])
        run = Run(index=SCRIPT in read_manifest(manifest, output))  # `briefing serve` makes a site without one
        kept = {"CACHE_PATH": str(cache), "RECORDS": records, "GALLERY": Gallery(cache)}
        elsewhere = {"OUTPUT_PATH": str(clean), "VIEWS": views, "RUN": run, **kept}
        built = build_site(root, {**settings, **elsewhere})
        names = sorted({*built.change.names} | read_manifest(manifest, output))
        return len(names), [*compare(names, output, clean, views)]


def compare(names: list[str], output: Path, clean: Path, views: dict[str, Any]) -> Iterator[Difference]:
    """Hold the files of a site against those of a clean build; only the first difference is shown line by line."""
    first = True
    for name in names:
        one, other = (read_bytes(folder / name) for folder in (output, clean))
        if one == other:
            continue
        if one is None:
            yield Difference(name, "is missing")
        elif other is None:
            yield Difference(name, "is no part of the site any more")
        else:
            yield Difference(name, "differs", (*show(one, other), *describe(views.get(name))) if first else ())
        first = False


def read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def show(one: bytes, other: bytes) -> Iterator[str]:
    """Show where two files part, line by line where they are text."""
    was, now = (data.decode("utf-8", "replace").splitlines() for data in (one, other))
    for line in islice(unified_diff(was, now, "as it is", "as a clean build makes it", lineterm="", n=0), LINES):
        yield line if len(line) <= WIDTH else f"{line[:WIDTH]}…"


def describe(view: Any) -> Iterator[str]:
    """Show a page's view, a line a field."""
    if view is not None:
        yield f"{type(view).__name__} of the clean build:"
        for field in fields(view):
            value = f"  {field.name} = {getattr(view, field.name)!r}"
            yield value if len(value) <= WIDTH else f"{value[:WIDTH]}…"
