"""The articles that lie in `content/`: found by the seed they came from, written so that no hand's work is lost.

The text an article was generated as is kept in `content/.ledger/`, in a file named by its digest, which the article
states. It is the base of a three-way merge. It is committed with the articles, so a fresh clone can merge; it cannot
be made again from the old seed, which is gone, nor by a later version of this program, which may read it otherwise.
Where it is missing, all that is lost is the merge: the new version is written beside the article.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from os.path import relpath
from pathlib import Path

from briefing.article import Article, from_markdown, slugify, to_markdown
from briefing.errors import BriefingError
from briefing.files import write_file
from briefing.front_matter import FRONT_MATTER
from briefing.merge import merge_articles
from briefing.shingles import Sketches, shingle, sketch
from briefing.stamp import SHORT, Stamp, cut_stamp, digest, put_stamp
from briefing.stats import Stats, list_files, stat_of
from briefing.versions import plain_title

TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
SLUG = re.compile(r"^slug: ([\w][\w.-]*)$", re.MULTILINE)
THEIRS = re.compile(r"(?P<stem>.+?)(?:\.\d+)?\.theirs\.md")


class Outcome(StrEnum):
    """What became of an article whose seed has a new text."""

    RENEWED = "renewed"
    MERGED = "merged"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where seeds lie and articles go; names in reports and front matter are relative to `root`."""

    root: Path
    seeds: Path
    articles: Path
    cache: Path | None = None

    @property
    def ledger(self) -> Path:
        return self.articles.parent / ".ledger"

    def name(self, path: Path) -> str:
        return Path(relpath(path, self.root)).as_posix()


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was made from a seed."""

    path: Path
    name: str
    slug: str
    stamp: Stamp
    edited: bool
    sketch: tuple[int, ...]

    @property
    def facts(self) -> list[str]:
        """Say it in texts, for the next run."""
        edited = "edited" if self.edited else ""
        stamp, sketch = self.stamp, " ".join(map(str, self.sketch))
        return [self.slug, edited, sketch, stamp.file, stamp.sha256, stamp.text, *stamp.others]


@dataclass(slots=True)
class Shelf:
    """All articles: by the seed they came from, the slugs that are taken, and the versions that wait for a hand."""

    folders: Folders
    stats: Stats
    known: dict[str, Known] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    waiting: dict[Path, Path] = field(default_factory=dict)
    """Of an article's path without its suffix, the file beside it."""
    tales: dict[str, str] = field(default_factory=dict)
    """Of the beginning of a seed's digest, the seed whose article tells that story."""
    sources: dict[Path, str] = field(default_factory=dict)
    """Of an article's path, the seed it came from."""
    sketches: Sketches | None = None

    def add(self, known: Known) -> None:
        """Take in an article, in place of what there was of its seed."""
        self.known[known.stamp.file] = known
        self.sources[known.path] = known.stamp.file
        self.taken.update((known.slug, known.path.stem))
        self.tales.update((sha256, known.stamp.file) for sha256 in known.stamp.tales)
        if self.sketches:
            self.sketches.add(str(known.path), known.sketch)

    def told(self, sha256: str) -> Known | None:
        """Find the article that tells the story of a seed, be it that of an earlier version."""
        known = self.known.get(self.tales.get(sha256[:SHORT], ""))
        return known if known and sha256[:SHORT] in known.stamp.tales else None

    def near(self, sketch: tuple[int, ...]) -> list[Known]:
        """Find the articles that may tell the same story."""
        if self.sketches is None:
            self.sketches = Sketches()
            for known in self.known.values():
                self.sketches.add(str(known.path), known.sketch)
        return [self.known[self.sources[Path(path)]] for path in self.sketches.near(sketch)]

    def clash(self, known: Known) -> Path | None:
        return self.waiting.get(known.path.with_suffix("")) if self.waiting else None


def read_shelf(folders: Folders, stats: Stats, digests: Mapping[str, str]) -> Shelf:
    """Read what lies in `content/`; a file that has not changed since it was last read is not read again.

    Where several articles name one seed, such as a hand's copy, it is that of the one which holds the seed's text, or
    which no hand has touched.
    """
    shelf = Shelf(folders, stats)
    found: list[Known] = []
    for file, name, stat in list_files(str(folders.articles), folders.name(folders.articles), ".md"):
        path = Path(file)
        if match := THEIRS.fullmatch(path.name):
            shelf.waiting.setdefault(path.with_name(match["stem"]), path)
            continue
        facts = stats.find(name, stat)
        if facts:
            slug, known = facts[0], known_from(path, name, facts)
        else:
            slug, known = read_facts(shelf, path, name)
            stats.keep(name, stat, known.facts if known else [slug])
        if known:
            found.append(known)
        shelf.taken.update((slug, path.stem))
    for known in sorted(found, key=lambda each: rank(each, digests), reverse=True):
        shelf.add(known)
    return shelf


def rank(known: Known, digests: Mapping[str, str]) -> tuple[bool, bool, Path]:
    return digests.get(known.stamp.file) != known.stamp.sha256, known.edited, known.path


def known_from(path: Path, name: str, facts: list[str]) -> Known | None:
    """Take an article from its facts; they are a slug only where it came from no seed."""
    if len(facts) == 1:
        return None
    slug, edited, sketched, file, sha256, text, *others = facts
    stamp = Stamp(file, sha256, text, tuple(others))
    return Known(path, name, slug, stamp, bool(edited), tuple(map(int, sketched.split())))


def read_facts(shelf: Shelf, path: Path, name: str) -> tuple[str, Known | None]:
    """Take from an article's file its slug and where it comes from; it is not parsed where a pattern will do."""
    text = read_text(path, name)
    rest, stamp = cut_stamp(text)
    front = FRONT_MATTER.match(text)
    match = SLUG.search(text, 0, front.end("yaml")) if front and stamp else None
    slug = match[1] if match else from_markdown(text, name).slug
    if stamp is None:
        return slug, None
    edited = digest(rest) != stamp.text
    made = (read_base(shelf, stamp) if edited else None) or rest
    return slug, Known(path, name, slug, stamp, edited, sketch_of(made))


def sketch_of(text: str) -> tuple[int, ...]:
    """Sketch an article's file: its body, and its headline without the mark of an update."""
    front = FRONT_MATTER.match(text)
    title = TITLE.search(text)
    return sketch(shingle(text[front.end() :] if front else text), plain_title(title[1]) if title else "")


def read_text(path: Path, name: str) -> str:
    """Read a file of the content folder; `name` stands for it in messages."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingError("is not UTF-8: save it with that encoding", name) from error
    except OSError as error:
        raise BriefingError(f"cannot be read ({error.strerror}): check the file and its permissions", name) from error


def read_base(shelf: Shelf, stamp: Stamp) -> str | None:
    """Read the text an article was generated as; None where it was not kept."""
    path = base_path(shelf, stamp)
    if not stamp.text or not path.is_file():
        return None
    text = read_text(path, shelf.folders.name(path))
    return text if digest(text) == stamp.text else None


def base_path(shelf: Shelf, stamp: Stamp) -> Path:
    return shelf.folders.ledger / f"{stamp.text[:32]}.md"


def read_known(shelf: Shelf, known: Known) -> tuple[Article, Article | None]:
    """Read an article as it lies there, and as it was generated."""
    name = known.name
    base = read_base(shelf, known.stamp)
    article = from_markdown(read_text(known.path, name), name)
    return article, from_markdown(base, name) if base else None


def free_slug(title: str, stem: str, shelf: Shelf) -> str:
    """Make a slug of a title, with a number if another story has it."""
    slug = numbered = slugify(title) or slugify(stem) or "story"
    number = 1
    while numbered in shelf.taken or (shelf.folders.articles / f"{numbered}.md").exists():
        number += 1
        numbered = f"{slug}-{number}"
    return numbered


def put_new(shelf: Shelf, article: Article, sketch: tuple[int, ...], file: str, sha256: str) -> Known:
    """Write the article of a new seed."""
    rest = to_markdown(replace(article, seed=None))
    stamp = Stamp(file, sha256, digest(rest))
    path = shelf.folders.articles / f"{article.slug}.md"
    known = Known(path, shelf.folders.name(path), article.slug, stamp, edited=False, sketch=sketch)
    write_file(base_path(shelf, stamp), rest.encode())
    write_file(known.path, put_stamp(rest, stamp).encode())
    replace_known(shelf, known, known)
    return known


def renew(shelf: Shelf, known: Known, article: Article, stamp: Stamp) -> tuple[Outcome, Known]:
    """Bring a new version into an article: written, merged with a hand's changes, or put beside them.

    The file is read again before it is written: a hand may have saved it since.
    """
    text = read_text(known.path, known.name)
    ours, _ = cut_stamp(text)
    theirs = to_markdown(replace(article, seed=None))
    stamp = replace(stamp, text=digest(theirs))
    outcome = Outcome.RENEWED
    merged: str | None = theirs
    if digest(ours) != known.stamp.text:
        base = read_base(shelf, known.stamp)
        merged = merge_articles(base, ours, theirs) if base is not None else None
        outcome = Outcome.CLASH if merged is None else Outcome.MERGED
    write_file(base_path(shelf, stamp), theirs.encode())
    if merged is None:
        beside = write_beside(known.path, put_stamp(theirs, stamp))
        shelf.waiting[known.path.with_suffix("")] = beside
        write_kept(known.path, put_stamp(ours, stamp, text))
    else:
        write_kept(known.path, put_stamp(merged, stamp))
    if stamp.text != known.stamp.text:
        base_path(shelf, known.stamp).unlink(missing_ok=True)
    edited = digest(ours if merged is None else merged) != stamp.text
    now = Known(known.path, known.name, article.slug, stamp, edited, sketch_of(theirs))
    replace_known(shelf, known, now)
    return outcome, now


def restamp(shelf: Shelf, known: Known, stamp: Stamp) -> Known:
    """Say anew where an article comes from; nothing else in its file is touched."""
    text = read_text(known.path, known.name)
    rest, _ = cut_stamp(text)
    write_kept(known.path, put_stamp(rest, stamp, text))
    now = replace(known, stamp=stamp, edited=digest(rest) != stamp.text)
    replace_known(shelf, known, now)
    return now


def replace_known(shelf: Shelf, former: Known, now: Known) -> None:
    """Take in what an article has become, here and for the next run."""
    if shelf.known.get(former.stamp.file) == former:
        del shelf.known[former.stamp.file]
    shelf.add(now)
    shelf.stats.keep(now.name, stat_of(now.path), now.facts)


def write_kept(path: Path, text: str) -> None:
    """Write a file with the line ends that it has."""
    data = text.encode()
    write_file(path, data.replace(b"\n", b"\r\n") if b"\r\n" in path.read_bytes() else data)


def write_beside(path: Path, text: str) -> Path:
    """Write the new version of an article beside it; a version that waits there and that a hand has changed stays."""
    number = 1
    while True:
        beside = path.with_name(f"{path.stem}{f'.{number}' if number > 1 else ''}.theirs.md")
        if not beside.exists():
            break
        rest, stamp = cut_stamp(read_text(beside, beside.name))
        if stamp and digest(rest) == stamp.text:
            break
        number += 1
    write_file(beside, text.encode())
    return beside
