"""Which picture a story has: the one that its front matter names, or the one that is named like it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os.path import relpath
from pathlib import Path, PurePath
from typing import Any

from briefing.article import Article, name_slug
from briefing.embargo import names_held, names_of
from briefing.errors import BriefingError
from briefing.files import read_text
from briefing.front_matter import key_lines
from briefing.gallery import File, Gallery, Size
from briefing.last import count
from briefing.markup import ENDINGS
from briefing.nearest import did_you_mean
from briefing.pieces import Picture, PictureFile
from briefing.snapshot import walk
from briefing.stats import stat_from

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
REFUSED = frozenset((".svg", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".jxl"))
FOLDERS = {"draft": "drafts/images"}
"""Where the pictures of stories of a status are published; those of all others are in `images/`."""
TALLEST = 720
"""CSS pixels; a picture in portrait format would fill the screen."""
SHOWN = 10
STEM, DIGEST = 40, 10
"""Letters of a name and of a digest in an address."""


class Library:
    """The pictures of a site, but for those named like a story that is held."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.folders = settings["STATIC_PATHS"]
        self.files: dict[str, File] = {}
        self.by_stem: dict[str, list[File]] = {}
        content, held = settings["PATH"], stems_held(settings)
        for folder in self.folders:
            for path, stat in walk(str(Path(content, folder))):
                if path.lower().endswith(ENDINGS) and not is_held(path, held):
                    name, source = (PurePath(relpath(path, start)).as_posix() for start in (settings["ROOT"], content))
                    file = self.files[source] = File(path, name, source, stat_from(stat))
                    self.by_stem.setdefault(PurePath(path).stem.casefold(), []).append(file)

    def list_own(self, article: Article, stem: str, linked: "Linked") -> list[File]:
        """List the pictures of a story whose file begins with `stem`: the one that it names, then those named like it.

        What its text links to is in its place there.
        """
        named = self.named(image_of(article).get("file", ""))
        like = {file for name in (article.slug, stem) for file in self.by_stem.get(name.casefold(), ())} - {named}
        free = [file for file in like if file.source not in linked]
        free.sort(key=lambda file: (PurePath(file.path).suffix.lower() in REFUSED, file.source))
        return [named, *free] if named else free

    def named(self, name: str) -> File | None:
        """Find a picture by its path below `content/` or below one of the folders of pictures."""
        return next(filter(None, map(self.files.get, (name, *(f"{folder}/{name}" for folder in self.folders)))), None)


class Linked:
    """The pictures that texts link to, of which each states its way or the end of it."""

    def __init__(self, ways: Iterable[str]) -> None:
        self.ways = {*ways}
        self.ends = {end for way in self.ways for end in list_ends(way)}

    def __contains__(self, source: str) -> bool:
        return source in self.ends or any(end in self.ways for end in list_ends(source))


def list_ends(way: str) -> Iterator[str]:
    """List `a/b/c`, `b/c` and `c`."""
    parts = way.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def stems_held(settings: Mapping[str, Any]) -> set[str]:
    """Tell what files must not be named like: stories that are held, in whatever case."""
    return {name.casefold() for name in names_held(settings["HELD"].values())}


def is_held(path: str, held: set[str]) -> bool:
    return not held.isdisjoint(map(str.casefold, names_of(path)))


def image_of(article: Article) -> Mapping[str, str]:
    """Take what a story says of its picture, of several the first."""
    return article.image or (article.images[0] if article.images else {})


def hang_pictures(stories: Sequence[Any], pages: Iterable[str], settings: Mapping[str, Any]) -> None:
    """Give each of the stories its `picture`, and settle which pictures are published as they are.

    `pages` are the ways to those that pages written by hand link to.
    """
    gallery: Gallery = settings["GALLERY"]
    library = Library(settings)
    waiting = (library.named(name) for held in settings["HELD"].values() for name in held.pictures)
    owned = {file.source for file in waiting if file}
    chosen: list[tuple[Any, File]] = []
    for story in stories:
        story.picture = None
        stem = story.relative_source_path.rpartition("/")[2].removesuffix(".md")
        own = library.list_own(story.story, stem, Linked(story.record.pictures))
        owned |= {file.source for file in own}
        if check_picture(story, own, library, settings):
            chosen.append((story, own[0]))
    sizes = gallery.look({file.source: file for _, file in chosen}.values(), settings["RUN"])
    for story, file in chosen:
        if fault := sizes[file.source].fault:
            gallery.faults.append(f"{file.name}: {fault}; the story is published without it")
        else:
            story.picture = show_picture(story, file, sizes[file.source].sizes, gallery)
    gallery.faults[:] = dict.fromkeys(gallery.faults)
    gallery.linked = sorted({*pages})
    linked = Linked([*gallery.linked, *(way for story in stories for way in story.record.pictures)])
    free = [file for file in library.files.values() if file.source not in linked]
    gallery.withheld = sorted(file.source for file in free)
    unused = [file for file in free if file.source not in owned]
    gallery.notes += tell_unused(unused, [story.slug for story in stories if not story.picture])


def check_picture(story: Any, own: Sequence[File], library: Library, settings: Mapping[str, Any]) -> bool:
    """Tell whether a story has a picture to show; one that it names and that is not there is told of."""
    gallery, stated = settings["GALLERY"], image_of(story.story).get("file")
    if stated and not library.named(stated):
        name = PurePath(relpath(Path(settings["PATH"], story.relative_source_path), settings["ROOT"])).as_posix()
        lines = key_lines(read_text(Path(settings["ROOT"], name), name))
        where = " or ".join(f"content/{folder}/" for folder in library.folders)
        message = f"`image:` names `{stated}`, which is no picture in {where}: mend the name; it is published without"
        gallery.faults.append(str(BriefingError(message, name, lines.get("image") or lines.get("images"))))
        return False
    if not stated:
        first = own[0].name if own else ""
        gallery.notes += (f"{other.name}: the story shows {first}: name one of them in `image:`" for other in own[1:])
    return bool(own)


def tell_unused(unused: Sequence[File], slugs: Sequence[str]) -> Iterator[str]:
    """Say of pictures that nothing shows which story without one each may be meant for, and of the others how many."""
    guesses = [(file, did_you_mean(PurePath(file.path).stem, slugs)) for file in unused[:SHOWN]]
    yield from (f"{file.name}: no story is named like it{near}" for file, near in guesses if near)
    if first := next((file for file, near in guesses if not near), None):
        others = len(unused) - sum(bool(near) for _, near in guesses) - 1
        more = f", as {count(others, 'picture more', 'pictures more')}" if others else ""
        yield f"{first.name}: no story shows it and no text links to it, so it is not published{more}"


def show_picture(story: Any, file: File, sizes: Sequence[Size], gallery: Gallery) -> Picture:
    """Show a picture with what its story says of it, and have its sizes published."""
    said = image_of(story.story)
    stem = f"{FOLDERS.get(story.status, 'images')}/{name_slug(PurePath(file.path).stem)[:STEM].rstrip('-')}"
    files = []
    for size in sizes:
        address = f"{stem}-{size.digest[:DIGEST]}-{size.width}.{size.kind}"
        gallery.shown[address] = size, file
        files.append(PictureFile(address, TYPES[size.kind], size.width, size.height))
    largest = max(files, key=lambda each: each.width)
    scale = min(1.0, TALLEST / largest.height)
    return Picture(
        modern=tuple(files[:-1]),
        plain=files[-1],
        width=max(1, round(largest.width * scale)),
        height=max(1, round(largest.height * scale)),
        alt=said.get("alt") or said.get("caption") or "",
        caption=said.get("caption"),
        credit=said.get("credit"),
    )
