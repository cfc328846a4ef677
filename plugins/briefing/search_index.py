"""The index of whole texts for the search pages, which Pagefind makes: files of which a browser reads what it needs."""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.bodies import Html
from briefing.errors import BriefingError
from briefing.publish import STAGE

if TYPE_CHECKING:
    from briefing.pages import Pages

FOLDER = "search/index/"
SCRIPT = f"{FOLDER}pagefind.js"
CONTENTS = "pagefind-entry.json"
LAP = "search index"
SURFACES = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Ready-made surfaces that Pagefind writes too, of which the theme uses none."""
UNSPACED = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of Chinese and Japanese, which Pagefind would take for words as long as a sentence."""
LETTER = re.compile(f"[{UNSPACED}]")
BETWEEN = re.compile(rf"(?<=\S)(?=[{UNSPACED}])|(?<=[{UNSPACED}])(?=\w)")
STORY = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"></head><body data-pagefind-body>
<h1 data-pagefind-meta="title">{title}</h1>
<i data-pagefind-meta="about:{about}"></i><i data-pagefind-meta="tags:{tags}"></i>
<p>{deck}</p>
{body}
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as it is searched."""

    url: str
    lang: str
    title: str
    about: str
    """Who wrote it, where it is from, and its day in words."""
    tags: str
    deck: str
    body: Html


def find_program() -> str | None:
    """Find Pagefind's program; None on a machine that it is not built for."""
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    return str(get_executable())


def can_index(settings: Mapping[str, Any]) -> bool:
    return settings["SEARCH"] and settings["RUN"].index and find_program() is not None


def tell_index(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Say where the program is missing that a site wants."""
    if not settings["SEARCH"] or not settings["RUN"].index or find_program():
        return ()
    return ("the search page goes through titles and topics alone: pagefind-bin is not built for this machine",)


def put_index(folder: str, entries: Sequence[Entry], key: str, settings: Mapping[str, Any]) -> None:
    """Put the index of some stories into a folder that holds all other pages, unless the one that `key` names stands.

    A program that fails ends the build: a site that lost its search by and by would be noticed by nobody.
    """
    pages: Pages | None = settings.get("PAGES")
    program = find_program() if can_index(settings) else None
    if not entries or not program or (pages and pages.folder_stands(FOLDER, key)):
        return
    settings["RUN"].lap("pages and feeds")
    cache = Path(settings["CACHE_PATH"])
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=STAGE) as work:
        stories, made = Path(work, "stories"), Path(work, "made")
        write_stories(entries, stories)
        run_program(program, stories, made)
        names = [*take_files(made, Path(folder, FOLDER))]
    if pages:
        pages.keys |= {f"{FOLDER}{name}": key for name in names}
    settings["RUN"].indexed = len(entries)
    settings["RUN"].lap(LAP)


def write_stories(entries: Iterable[Entry], folder: Path) -> None:
    """Write what is to be found, and nothing else of the pages, at the addresses of the pages."""
    for entry in entries:
        path = folder / entry.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_story(entry), "utf-8")


def write_story(entry: Entry) -> str:
    """Write a story for the program, in which a text without spaces is parted into letters."""
    title, about, tags, deck = map(escape, (entry.title, entry.about, entry.tags, entry.deck))
    page = STORY.format(lang=entry.lang, title=title, about=about, tags=tags, deck=deck, body=entry.body.load())
    return BETWEEN.sub(" ", page) if LETTER.search(page) else page  # few have any, and the places between are many


def run_program(program: str, stories: Path, made: Path) -> None:
    """Have the program index a folder of stories, where no settings of its own lie about."""
    command = [program, "--site", str(stories), "--output-path", str(made), "--keep-index-url", "--silent"]
    try:
        done = subprocess.run(command, cwd=stories, env={}, capture_output=True, check=False)  # noqa: S603
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
    except OSError as error:
        raise BriefingError(f"{error.strerror}: {REMEDY}", program) from error
    if done.returncode:
        raise BriefingError(f"ended with {done.returncode}{f' ({said})' if said else ''}: {REMEDY}", program)


REMEDY = "`briefing build --no-index` builds the site without the index of whole texts"


def take_files(made: Path, folder: Path) -> Iterator[str]:
    """Move what the search pages load, and name it; the languages in its contents are put in order."""
    contents = made / CONTENTS
    contents.write_text(json.dumps(json.loads(contents.read_text("utf-8")), sort_keys=True), "utf-8")
    for path in sorted(made.rglob("*")):
        if path.is_file() and not path.name.startswith(SURFACES):
            name = path.relative_to(made)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, folder / name)
            yield name.as_posix()
