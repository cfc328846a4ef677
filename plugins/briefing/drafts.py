"""Seeds read into drafts: articles without an address yet. Many are read by several processes at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from briefing.article import Article, article_from_seed
from briefing.doubts import find_doubts
from briefing.errors import BriefingError
from briefing.files import file_time, read_bytes
from briefing.front_matter import Moment
from briefing.marks import read_mark
from briefing.run import Run
from briefing.seed.parts import Part, Seed
from briefing.shingles import shingle, sketch
from briefing.versions import plain_title
from briefing.workers import map_chunks

DATE_PREFIX = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
MANY = 200
"""Seeds that take longer to read than processes to start."""
CHUNK = 25


@dataclass(frozen=True, slots=True)
class Draft:
    """A seed that was read; `article` has everything but a slug, an id and a section."""

    article: Article
    mark: int
    """How late a version is by the marks of wires; 0 for the first."""
    sketch: tuple[int, ...]
    release: datetime | None = None
    """The moment that the text states for publishing it."""
    doubts: tuple[Part, ...] = ()
    """What a person should have a look at."""


def read_drafts(paths: Sequence[str], run: Run, *, many: int = MANY) -> Iterator[Draft | BriefingError]:
    """Read seeds in their order; no more than a few chunks are held at a time."""
    if len(paths) < many or run.serial:
        yield from map(read_draft, paths)
        return
    with run.open_pool() as pool:
        yield from map_chunks(pool, read_chunk, paths, size=CHUNK, ahead=4 * run.count)


def read_chunk(paths: Sequence[str]) -> list[Draft | BriefingError]:
    return [read_draft(path) for path in paths]


def read_draft(name: str) -> Draft | BriefingError:
    """Read one seed; what is wrong with it is returned, for the others go on."""
    from briefing.seed.assemble import read_seed

    path = Path(name)
    try:
        text = read_raw(path)
        seed = read_seed(text)
    except BriefingError as error:
        return error
    published, date_source = date_story(seed, fallback_date(path))
    article = article_from_seed(seed, slug="", published=published, date_source=date_source)
    known = sketch(shingle(article.body), plain_title(article.title))
    return Draft(article, read_mark(text), known, seed.release, find_doubts(seed.parts))


def read_raw(path: Path) -> str:
    """Give the text of a seed; a kind of file that is not known is refused before it is read."""
    from briefing.formats import find_reader, text_of

    find_reader(path.suffix)
    return text_of(read_bytes(path), path.suffix)


def date_story(seed: Seed, fallback: tuple[Moment, str]) -> tuple[Moment, str | None]:
    """Date a story as its text says, and else, before the time of its file, by the end of its embargo."""
    if seed.published:
        return seed.published, None
    if seed.embargo and fallback[1] == "mtime":
        bare = seed.embargo.tzinfo is None and seed.embargo.time() == time()
        return seed.embargo.date() if bare else seed.embargo, "embargo"
    return fallback


def fallback_date(path: Path) -> tuple[Moment, str]:
    """Date a story whose text states no date: by its file name's prefix, else by the file's time in UTC."""
    prefix = DATE_PREFIX.match(path.name)
    try:
        return (date(*map(int, prefix.groups())), "filename") if prefix else (file_time(path), "mtime")
    except ValueError:  # 2025-13-40 is a number, not a date
        return file_time(path), "mtime"
