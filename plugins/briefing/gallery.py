"""Pictures in their sizes, kept under the digest of the file and of what makes the sizes.

Which sizes a picture has is kept together for all, what each size holds in a file named by its digest: a damaged one is
none, and made anew. A picture whose size, times and inode are those of the last build is not opened.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from briefing.cache import Cache, digest_code
from briefing.digests import KEY
from briefing.errors import BriefingError
from briefing.files import read_bytes, write_file
from briefing.pages import Pages
from briefing.run import Run
from briefing.stats import Stat, Stats
from briefing.workers import map_chunks

INDEX, SIZES, STATS = "pictures", "sizes", "pictures.json"
CODE = ("imaging",)
LIBRARIES = ("pillow",)
MANY = 4
"""Pictures that take longer to work out than processes to start."""


class File(NamedTuple):
    """A picture's file."""

    path: str
    name: str
    """Its path from the site's root, for messages."""
    source: str
    """Its path below `content/`."""
    stat: Stat


class Size(NamedTuple):
    """One size of a picture in one kind."""

    kind: str
    width: int
    height: int
    digest: str


class Sizes(NamedTuple):
    """All sizes of a picture, the one for what knows no modern kind last, or why there are none."""

    sizes: tuple[Size, ...] = ()
    fault: str = ""


class Resized(NamedTuple):
    """The sizes of a picture, and what each of its sizes holds."""

    sizes: Sizes
    data: tuple[bytes, ...] = ()


@dataclass(slots=True)
class Gallery:
    """The pictures of one build."""

    folder: Path
    """Where builds keep things."""
    faults: list[str] = field(default_factory=list)
    """What is wrong with pictures that stories are published without."""
    notes: list[str] = field(default_factory=list)
    """What else is to be known of pictures."""
    linked: list[str] = field(default_factory=list)
    """The ways to pictures that pages written by hand link to."""
    withheld: list[str] = field(default_factory=list)
    """Pictures that no text links to, which are not published as they are."""
    shown: dict[str, tuple[Size, File]] = field(default_factory=dict)
    """What pages show, by its address."""

    def look(self, files: Iterable[File], run: Run) -> dict[str, Sizes]:
        """Tell the sizes of pictures, by their sources, and make those that are not kept."""
        cache, stats = Cache(self.folder / INDEX, digest_code(CODE, LIBRARIES)), Stats(self.folder / STATS)
        found: dict[str, Sizes] = {}
        unknown: dict[bytes, list[File]] = {}
        for file in files:
            try:
                key = find_key(file, stats)
            except BriefingError as error:
                found[file.source] = Sizes(fault=error.message)
                continue
            if known := cache.recall(key):
                found[file.source] = unpack_sizes(known)
            else:
                unknown.setdefault(key, []).append(file)
        paths = [ones[0].path for ones in unknown.values()]
        for (key, ones), resized in zip(unknown.items(), resize_pictures(paths, run), strict=True):
            self.keep(resized)
            cache.keep(key, json.dumps(resized.sizes).encode())
            found |= dict.fromkeys((file.source for file in ones), resized.sizes)
        cache.save()
        stats.save()
        self.forget({size.digest for each in found.values() for size in each.sizes})
        return found

    def keep(self, resized: Resized) -> None:
        for size, data in zip(resized.sizes.sizes, resized.data, strict=True):
            write_file(self.folder / SIZES / size.digest, data)

    def forget(self, but: set[str]) -> None:
        """Delete what no picture of this build has for a size."""
        if (self.folder / SIZES).is_dir():
            for path in (self.folder / SIZES).iterdir():
                if path.name not in but and not path.name.startswith("."):
                    path.unlink(missing_ok=True)

    def put(self, folder: str, pages: Pages | None) -> None:
        """Put what pages show into a folder, but for what stands where it is published."""
        for address, (size, file) in sorted(self.shown.items()):
            if not (pages and pages.stands(address, size.digest)):
                write_file(Path(folder, address), self.load(size, file))

    def load(self, size: Size, file: File) -> bytes:
        """Take what a size holds from where it is kept, or make it anew."""
        path = self.folder / SIZES / size.digest
        if path.is_file() and digest_bytes(data := path.read_bytes()).hex() == size.digest:
            return data
        resized = resize_picture(file.path)
        self.keep(resized)
        if size in resized.sizes.sizes:
            return resized.data[resized.sizes.sizes.index(size)]
        raise BriefingError("was changed during the build: build again", file.name)


def find_key(file: File, stats: Stats) -> bytes:
    """Digest a picture, unless it is the file that it was."""
    known = stats.find(file.name, file.stat)
    key = bytes.fromhex(known[0]) if known else digest_bytes(read_bytes(Path(file.path)))
    stats.keep(file.name, file.stat, [key.hex()])
    return key


def digest_bytes(data: bytes) -> bytes:
    return blake2b(data, digest_size=KEY).digest()


def unpack_sizes(data: bytes) -> Sizes:
    sizes, fault = json.loads(data)
    return Sizes(tuple(Size(*size) for size in sizes), fault)


def resize_pictures(paths: Sequence[str], run: Run) -> Iterator[Resized]:
    """Make the sizes of pictures, of many by several workers."""
    if len(paths) < MANY or run.serial:
        yield from map(resize_picture, paths)
    else:
        with run.open_pool() as pool:
            results = map_chunks(pool, resize_chunk, paths, size=1, ahead=2 * run.count)
            yield from run.show("Pictures", results, len(paths))
    if paths:
        run.lap("pictures")


def resize_chunk(paths: Sequence[str]) -> list[Resized]:
    """Make the sizes of some pictures, in whatever process this runs."""
    return [resize_picture(path) for path in paths]


def resize_picture(path: str) -> Resized:
    """Make the sizes of a picture, or say why there are none, for which no build stops."""
    from briefing.imaging import make_sizes

    try:
        made = make_sizes(read_bytes(Path(path)))
    except BriefingError as error:
        return Resized(Sizes(fault=error.message))
    sizes = tuple(Size(each.kind, each.width, each.height, digest_bytes(each.data).hex()) for each in made)
    return Resized(Sizes(sizes), tuple(each.data for each in made))
