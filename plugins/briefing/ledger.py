"""Seeds against articles: which seed is new, which has changed, and which article a hand has touched."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from briefing.article import Article, article_from_seed, read_article, slugify, stable_id, to_markdown
from briefing.doubts import find_doubts
from briefing.errors import BriefingError
from briefing.files import write_file
from briefing.formats import find_reader, text_of
from briefing.front_matter import Moment
from briefing.seed import Part, read_seed

DATE_PREFIX = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
DIGEST = re.compile(r"^  text: [0-9a-f]{64}\n", re.MULTILINE)


class State(StrEnum):
    """What became of a seed."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EDITED = "edited by hand"
    DUPLICATE = "duplicate"
    RENAMED = "renamed"
    VANISHED = "vanished"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Entry:
    """One seed's line in the report."""

    seed: str
    state: State
    article: str | None = None
    message: str = ""
    doubts: tuple[Part, ...] = ()
    """What a person should have a look at in a seed that was converted in this run."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was made from a seed, as it lies in `content/`."""

    path: Path
    article: Article
    seed: str
    sha256: str
    edited: bool


@dataclass(frozen=True, slots=True)
class Folders:
    """Where seeds lie and articles go; names in reports and front matter are relative to `root`."""

    root: Path
    seeds: Path
    articles: Path

    def name(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()


def convert_seeds(folders: Folders) -> list[Entry]:
    """Bring the articles up to date with the seeds and tell what became of each seed.

    An article that a hand has edited is never written to; a seed that cannot be read is set aside and the others go on.
    """
    taken, known = read_articles(folders)
    by_digest = {each.sha256: each for each in known.values()}
    files = {folders.name(path): path for path in sorted(seed_files(folders.seeds))}
    report: list[Entry] = []
    seen: dict[str, str] = {}
    for name, path in files.items():
        try:
            data = read_bytes(path)
            sha256 = hashlib.sha256(data).hexdigest()
            former = by_digest.get(sha256)
            if sha256 in seen:
                entry = Entry(name, State.DUPLICATE, None, f"the same text as {seen[sha256]}: published once")
            elif name not in known and former and former.seed not in files:
                entry = Entry(name, State.RENAMED, folders.name(former.path), f"was {former.seed}")
                known[name] = former
                del known[former.seed]
            else:
                entry = convert_seed(path, data, sha256, known.get(name), taken, folders)
            seen[sha256] = name
        except BriefingError as error:
            entry = Entry(name, State.SET_ASIDE, None, error.message)
        report.append(entry)
    report += [
        Entry(name, State.VANISHED, folders.name(each.path), "the seed is gone; its article is kept")
        for name, each in sorted(known.items())
        if name not in files
    ]
    return report


def seed_files(seeds: Path) -> Iterator[Path]:
    """Find the files of a seed folder and its sub-folders; hidden ones and a README are not seeds."""
    for path in seeds.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(seeds).parts)
        if not hidden and not path.name.upper().startswith("README") and (path.suffix == ".txt" or path.is_file()):
            yield path


def read_bytes(path: Path) -> bytes:
    find_reader(path.suffix)
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(f"cannot be read ({error.strerror}): check the file and its permissions") from error


def read_articles(folders: Folders) -> tuple[set[str], dict[str, Known]]:
    """Read what lies in `content/`: the slugs that are taken, and the articles by the seed they came from."""
    taken: set[str] = set()
    known: dict[str, Known] = {}
    for path in sorted(folders.articles.rglob("*.md")):
        text, article = read_article(path, folders.name(path))
        taken.update((article.slug, path.stem))
        seed = article.seed or {}
        if "file" in seed:
            edited = digest(text) != seed.get("text")
            known[seed["file"]] = Known(path, article, seed["file"], seed.get("sha256", ""), edited)
    return taken, known


def convert_seed(path: Path, data: bytes, sha256: str, known: Known | None, taken: set[str], folders: Folders) -> Entry:
    """Write the article of one seed, where there is a new one to write."""
    name = folders.name(path)
    if known and known.sha256 == sha256:
        return Entry(name, State.UNCHANGED, folders.name(known.path))
    if known and known.edited:
        message = "the seed has changed, but its article was edited by hand: the article is left as it is"
        return Entry(name, State.EDITED, folders.name(known.path), message)
    seed = read_seed(text_of(data, path.suffix))
    published: Moment | None = seed.published
    date_source = None
    if published is None and known and known.article.date_source:
        published, date_source = known.article.date, known.article.date_source
    if published is None:
        published, date_source = fallback_date(path)
    slug = known.article.slug if known else free_slug(slugify(seed.title) or slugify(path.stem) or "story", taken)
    folder = path.parent.relative_to(folders.seeds).parts
    article = replace(
        article_from_seed(seed, slug=slug, published=published, date_source=date_source),
        category=folder[0] if folder else None,
        id=known.article.id if known else stable_id(sha256),
        seed={"file": name, "sha256": sha256},
    )
    target = known.path if known else folders.articles / f"{slug}.md"
    taken.add(slug)
    write_file(target, stamp(article).encode())
    state = State.CHANGED if known else State.NEW
    return Entry(name, state, folders.name(target), doubts=find_doubts(seed.parts))


def fallback_date(path: Path) -> tuple[Moment, str]:
    """Date a story whose text states no date: by its file name's prefix, else by the file's time in UTC."""
    if match := DATE_PREFIX.match(path.name):
        try:
            return date(*map(int, match.groups())), "filename"
        except ValueError:
            pass  # 2025-13-40: a number, not a date
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC), "mtime"


def free_slug(slug: str, taken: set[str]) -> str:
    """Add a number to a slug that another story has."""
    numbered, number = slug, 1
    while numbered in taken:
        number += 1
        numbered = f"{slug}-{number}"
    return numbered


def stamp(article: Article) -> str:
    """Write the file with the digest of its own text, by which an edit by hand is seen later."""
    text = to_markdown(article)
    return to_markdown(replace(article, seed={**(article.seed or {}), "text": digest(text)}))


def digest(text: str) -> str:
    """Digest an article's file as it was generated: without the line that holds this digest."""
    return hashlib.sha256(DIGEST.sub("", text, count=1).encode()).hexdigest()
