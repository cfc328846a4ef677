"""The articles that lie in `content/`, found by the seed they came from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os.path import relpath
from pathlib import Path

from briefing.article import Article, from_markdown, read_article
from briefing.errors import BriefingError
from briefing.files import read_text
from briefing.front_matter import FRONT_MATTER
from briefing.shingles import Sketches, shingle, sketch
from briefing.stamp import SHORT, Stamp, cut_stamp, digest
from briefing.stats import Stat, Stats, list_files
from briefing.versions import plain_title

TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
ID = re.compile(r"^id: ([\w:-]+)$", re.MULTILINE)
NAMED = re.compile(r"""^["']?id\b""", re.MULTILINE)
"""An article may have an id, in whatever form YAML allows."""
SLUG = re.compile(r"^slug: ([\w][\w.-]*)$", re.MULTILINE)
THEIRS = re.compile(r"(?P<stem>.+?)(?:\.\d+)?\.theirs\.md")


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
    id: str
    stamp: Stamp
    edited: bool
    sketched: str
    """The sketch of its text in a line: it is seldom asked for."""
    marked: bool = False
    """Its front matter names an embargo, whether or not that has ended."""

    @property
    def sketch(self) -> tuple[int, ...]:
        return tuple(map(int, self.sketched.split()))

    @property
    def facts(self) -> list[str]:
        """Say it in texts, for the next run."""
        edited, marked = "edited" if self.edited else "", "marked" if self.marked else ""
        stamp = self.stamp
        return [self.slug, self.id, marked, edited, self.sketched, stamp.file, stamp.sha256, stamp.text, *stamp.others]


@dataclass(slots=True)
class Shelf:
    """All articles: by the seed they came from, the slugs that are taken, and the versions that wait for a hand."""

    folders: Folders
    stats: Stats
    known: dict[str, Known] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    waiting: dict[Path, list[Path]] = field(default_factory=dict)
    """Of an article's path, the new versions that wait beside it for a hand."""
    strays: list[Path] = field(default_factory=list)
    """New versions whose article is gone."""
    texts: dict[Path, str] = field(default_factory=dict)
    """Of a new version that waits, the digest of the text it was generated as."""
    tales: dict[str, str] = field(default_factory=dict)
    """Of the beginning of a seed's digest, the seed whose article tells that story."""
    sources: dict[Path, str] = field(default_factory=dict)
    """Of an article's path, the seed it came from."""
    ids: dict[str, str] = field(default_factory=dict)
    """Of an article's id, the seed it came from; nothing for one that a hand has made its own."""
    orphans: list[Known] = field(default_factory=list)
    """Articles whose seed's file holds another story now, and copies that a hand has made."""
    marked: dict[Path, str] = field(default_factory=dict)
    """Articles whose front matter names an embargo, whether or not that has ended, and their names."""
    written: dict[Path, str] = field(default_factory=dict)
    """Articles that this run has written, each with its former text, which is empty for a new one."""
    waits: list[tuple[str, Article, Article]] = field(default_factory=list)
    """Seeds whose moment is to come: their names and stories, and those that stay published until then."""
    sketches: Sketches | None = None

    def add(self, known: Known) -> None:
        """Take in an article, in place of what there was of its seed."""
        self.known[known.stamp.file] = known
        self.sources[known.path] = known.stamp.file
        self.ids[known.id] = known.stamp.file
        self.taken.update((known.slug, known.path.stem))
        if known.marked:
            self.marked[known.path] = known.name
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

    def clash(self, known: Known) -> list[Path]:
        return self.waiting.get(known.path, [])


def read_shelf(folders: Folders, stats: Stats, digests: Mapping[str, str]) -> Shelf:
    """Read what lies in `content/`; a file that has not changed since it was last read is not read again.

    Where several articles name one seed, such as a hand's copy, it is that of the one which holds the seed's text, or
    which no hand has touched. All articles that cannot be read are named at once.
    """
    if folders.ledger.exists() and not folders.ledger.is_dir():
        message = "is no folder: move it away, for the texts are kept there that articles were generated as"
        raise BriefingError(message, folders.name(folders.ledger))
    shelf = Shelf(folders, stats)
    found: list[Known] = []
    idents: dict[Path, str] = {}
    beside: list[tuple[Path, str]] = []
    broken = False
    for file, name, stat in list_files(str(folders.articles), folders.name(folders.articles), ".md"):
        path = Path(file)
        facts = stats.find(name, stat)
        if path.name.endswith(".theirs.md"):
            ident, text = facts or read_beside(path, name)
            stats.keep(name, stat, [ident, text])
            beside.append((path, ident))
            shelf.texts[path] = text
            continue
        if not facts and not (facts := read_facts(shelf, path, name, stat)):
            broken = True
            continue
        slug, ident, marked = facts[:3]
        known = known_from(path, name, facts)
        if marked:
            shelf.marked[path] = name
        idents[path] = ident
        if known:
            found.append(known)
        else:
            shelf.ids[ident] = ""
        shelf.taken.update((slug, path.stem))
    if broken:
        raise_faults(folders)
    for known in sorted(found, key=lambda each: rank(each, digests), reverse=True):
        if known.stamp.file in shelf.known:
            shelf.orphans.append(shelf.known[known.stamp.file])
        shelf.add(known)
    match_waiting(shelf, idents, beside)
    return shelf


def raise_faults(folders: Folders) -> None:
    """Read all articles as the build will, and raise what is wrong with any of them."""
    faults = []
    for file, name, _ in list_files(str(folders.articles), folders.name(folders.articles), ".md"):
        if not file.endswith(".theirs.md"):
            try:
                read_article(Path(file), name)
            except BriefingError as error:
                faults.append(error)
    raise faults[0] if len(faults) == 1 else ExceptionGroup("articles cannot be read", faults)


def read_beside(path: Path, name: str) -> list[str]:
    """Take the id of a new version that waits, and the digest of the text it was generated as."""
    try:
        text = read_text(path, name)
    except BriefingError:  # it is no story of the site, and is named as waiting by its file's name
        return ["", ""]
    ident, (_, stamp) = ID.search(text), cut_stamp(text)
    return [ident[1] if ident else "", stamp.text if stamp else ""]


def match_waiting(shelf: Shelf, idents: Mapping[Path, str], beside: Iterable[tuple[Path, str]]) -> None:
    """Find the article that each new version waits for: by its id, for an article may be renamed, else by its name."""
    paths = {ident: path for path, ident in idents.items() if ident}
    for path, ident in beside:
        match = THEIRS.fullmatch(path.name)
        article = path.with_name(f"{match['stem']}.md") if match else path
        if idents.get(article, "") != ident or not ident:
            article = paths.get(ident, article)
        if article in idents:
            shelf.waiting.setdefault(article, []).append(path)
        else:
            shelf.strays.append(path)


def rank(known: Known, digests: Mapping[str, str]) -> tuple[bool, bool, Path]:
    return digests.get(known.stamp.file) != known.stamp.sha256, known.edited, known.path


def known_from(path: Path, name: str, facts: list[str]) -> Known | None:
    """Take an article from its facts; they are few where it came from no seed."""
    if len(facts) == 3:
        return None
    slug, ident, marked, edited, sketched, file, sha256, text, *others = facts
    stamp = Stamp(file, sha256, text, tuple(others))
    return Known(path, name, slug, ident, stamp, bool(edited), sketched, bool(marked))


def read_facts(shelf: Shelf, path: Path, name: str, stat: Stat | None) -> list[str] | None:
    """Take an article's facts from its file, which is not parsed where a pattern will do; None if it cannot be read."""
    try:
        text = read_text(path, name)
        rest, stamp = cut_stamp(text)
        front = FRONT_MATTER.match(text)
        plain = [pattern.search(text, 0, front.end("yaml")) if front else None for pattern in (SLUG, ID, NAMED)]
        if plain[0] and (plain[1] or not plain[2]):
            slug, ident = plain[0][1], plain[1][1] if plain[1] else ""
        else:
            article = from_markdown(text, name)
            slug, ident = article.slug, article.id or ""
    except BriefingError:
        return None
    marked = names_embargo(text)
    facts = [slug, ident, "marked" if marked else ""]
    if stamp:
        edited = digest(rest) != stamp.text
        made = (read_base(shelf, stamp) if edited else None) or rest
        facts = Known(path, name, slug, ident, stamp, edited, write_sketch(sketch_of(made)), marked).facts
    shelf.stats.keep(name, stat, facts)
    return facts


def names_embargo(text: str) -> bool:
    """Tell whether an article may be held, or may have been: YAML has more forms than a pattern knows."""
    front = FRONT_MATTER.match(text)
    return bool(front and "embargo" in front["yaml"])


def sketch_of(text: str) -> tuple[int, ...]:
    """Sketch an article's file: its body, and its headline without the mark of an update."""
    front = FRONT_MATTER.match(text)
    title = TITLE.search(text)
    return sketch(shingle(text[front.end() :] if front else text), plain_title(title[1]) if title else "")


def write_sketch(sketch: tuple[int, ...]) -> str:
    return " ".join(map(str, sketch))


def read_base(shelf: Shelf, stamp: Stamp) -> str | None:
    """Read the text an article was generated as; None where it was not kept, or is damaged."""
    path = base_path(shelf, stamp)
    if not stamp.text or not path.is_file():
        return None
    try:
        text = read_text(path, shelf.folders.name(path))
    except BriefingError:  # damaged: as good as missing
        return None
    return text if digest(text) == stamp.text else None


def base_path(shelf: Shelf, stamp: Stamp) -> Path:
    return shelf.folders.ledger / f"{stamp.text[:32]}.md"


def read_known(shelf: Shelf, known: Known) -> tuple[Article, Article | None]:
    """Read an article as it lies there, and as it was generated."""
    name = known.name
    base = read_base(shelf, known.stamp)
    article = from_markdown(read_text(known.path, name), name)
    return article, from_markdown(base, name) if base else None


def former_text(shelf: Shelf, known: Known) -> Article:
    """Read an article as it was generated, or as it lies there where that was not kept."""
    article, base = read_known(shelf, known)
    return base or article
