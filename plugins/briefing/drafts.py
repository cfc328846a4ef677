"""Seeds read into drafts: articles without an address yet. Many are read by several processes at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from briefing.article import Article, article_from_seed
from briefing.doubts import find_doubts
from briefing.errors import BriefingError
from briefing.formats import find_reader, text_of
from briefing.front_matter import Moment
from briefing.run import Run
from briefing.seed import Part, read_seed
from briefing.shingles import shingle, sketch
from briefing.versions import plain_title, read_mark
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
    """The number of an update as wires count them; 0 for the first version."""
    sketch: tuple[int, ...]
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
    path = Path(name)
    try:
        text = text_of(read_bytes(path), path.suffix)
        seed = read_seed(text)
    except BriefingError as error:
        return error
    published: Moment | None = seed.published
    date_source = None
    if published is None:
        published, date_source = fallback_date(path)
    article = article_from_seed(seed, slug="", published=published, date_source=date_source)
    known = sketch(shingle(article.body), plain_title(article.title))
    return Draft(article, read_mark(text), known, find_doubts(seed.parts))


def read_bytes(path: Path) -> bytes:
    find_reader(path.suffix)
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(f"cannot be read ({error.strerror}): check the file and its permissions") from error


def fallback_date(path: Path) -> tuple[Moment, str]:
    """Date a story whose text states no date: by its file name's prefix, else by the file's time in UTC."""
    prefix = DATE_PREFIX.match(path.name)
    try:
        return (date(*map(int, prefix.groups())), "filename") if prefix else (file_time(path), "mtime")
    except ValueError:  # 2025-13-40 is a number, not a date
        return file_time(path), "mtime"


def file_time(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
