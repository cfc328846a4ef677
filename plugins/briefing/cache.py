"""What was worked out from each text, kept in files under the digest of all that it was worked out from.

Nothing here is ever out of date, since another text or other code has another digest, and nothing is trusted: a file
that is damaged, cut short, or no cache at all counts as empty. Deleting the folder costs time only. Two builds at once
each replace whole files; the worst that one can do to the other is to make it work something out again.
"""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TypeVar
from weakref import finalize

from briefing.collector import pause_collector
from briefing.digests import KEY, digest_text
from briefing.files import write_file
from briefing.words import Text

Result = TypeVar("Result")
PACKAGE = Path(__file__).parent
# So many files that an edit rewrites little, so few that opening them costs nothing.
FILES = 64
SEAL, LENGTH = 32, 4


class Cache:
    """Bytes by digest; what is neither recalled nor kept is forgotten on saving."""

    def __init__(self, folder: Path, basis: bytes, *, in_memory: bool = True) -> None:
        self.folder = folder
        self.basis = basis
        self.in_memory = in_memory
        self.found: dict[int, Mapping[bytes, bytes]] = {}
        self.used: dict[int, dict[bytes, bytes]] = defaultdict(dict)

    def recall(self, key: bytes) -> bytes | None:
        """Return what was kept under `key`, if anything was."""
        data = self.look_up(key)
        if data is not None:
            self.used[_file_of(key)][key] = data
        return data

    def look_up(self, key: bytes) -> bytes | None:
        """Return what was kept under `key`, which is forgotten all the same unless somebody recalls it."""
        return self._load(_file_of(key)).get(key)

    def keep(self, key: bytes, data: bytes) -> None:
        """Have `data` written under `key` on saving."""
        self.used[_file_of(key)][key] = data

    def save(self, *, forget: bool = True) -> None:
        """Write the files in which anything changed; unless told to forget it, with what nobody has recalled."""
        for number in range(FILES):
            if forget or self.used[number]:
                self._write(number, self.used[number] if forget else {**self._load(number), **self.used[number]})

    def forget(self, keys: Iterable[bytes]) -> None:
        """Forget at once what is kept under these keys."""
        for number, gone in groupby(sorted(keys, key=_file_of), _file_of):
            kept = {**self._load(number), **self.used[number]}
            self._write(number, {key: kept[key] for key in kept.keys() - {*gone}})

    def list_unused(self) -> list[bytes]:
        """List the keys of what is kept and nobody has recalled."""
        return [key for number in range(FILES) for key in self._load(number).keys() - self.used[number].keys()]

    def _write(self, number: int, entries: dict[bytes, bytes]) -> None:
        if self._load(number) != entries:
            write_file(self._name(number), self._seal(_pack(entries)))
            del self.found[number]

    def let_go(self) -> None:
        """Hold nothing any more of what was written or read; it is read again where it is wanted."""
        self.found.clear()
        self.used.clear()

    def _name(self, number: int) -> Path:
        return self.folder / f"{number:02x}"

    def _load(self, number: int) -> Mapping[bytes, bytes]:
        if number not in self.found:
            path = self._name(number)
            self.found[number] = self._read(path) if path.is_file() else {}
        return self.found[number]

    def _read(self, path: Path) -> Mapping[bytes, bytes]:
        with path.open("rb") as file:
            data = file.read()
            places = _find_places(data) if data and data == self._seal(data[SEAL:]) else {}
            if places and not self.in_memory:
                return OnDisk(os.dup(file.fileno()), places)
        return {key: data[begin:end] for key, (begin, end) in places.items()}

    def _seal(self, payload: bytes) -> bytes:
        return blake2b(payload, digest_size=SEAL, key=self.basis).digest() + payload


def _file_of(key: bytes) -> int:
    return key[0] % FILES


def _pack(entries: Mapping[bytes, bytes]) -> bytes:
    parts = []
    for key, data in sorted(entries.items()):
        parts += [key, len(data).to_bytes(LENGTH, "little"), data]
    return b"".join(parts)


def _find_places(data: bytes) -> dict[bytes, tuple[int, int]]:
    places = {}
    at = SEAL
    while at < len(data):
        begin = at + KEY + LENGTH
        end = begin + int.from_bytes(data[at + KEY : begin], "little")
        places[data[at : at + KEY]] = begin, end
        at = end
    return places


class OnDisk(Mapping[bytes, bytes]):
    """What a file holds, left there: several processes that each load all would fill the memory."""

    def __init__(self, file: int, places: Mapping[bytes, tuple[int, int]]) -> None:
        self.file = file  # which is what was checked, whatever comes to lie at its path
        self.places = places
        finalize(self, os.close, file)

    def __getitem__(self, key: bytes) -> bytes:
        begin, end = self.places[key]
        data = os.pread(self.file, end - begin, begin)
        if len(data) < end - begin:
            raise KeyError(key)  # somebody has cut it short meanwhile
        return data

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


def digest_code(modules: Iterable[str], libraries: Iterable[str] = ("snowballstemmer", "wordfreq")) -> bytes:
    """Reduce all that decides what modules of this package make of a text: their source, word lists, libraries."""
    seal = blake2b(digest_size=SEAL)
    for path in (*(PACKAGE / f"{name}.py" for name in modules), *sorted((PACKAGE / "lexicon").iterdir())):
        if path.is_file():
            seal.update(f"{path.name}:{path.stat().st_size}:".encode() + path.read_bytes())
    for library in libraries:
        seal.update(version(library).encode())
    seal.update(unicodedata.unidata_version.encode())
    return seal.digest()


class Recalled(Mapping[str, Result]):
    """Results by slug, each unpacked whenever somebody asks for it: all of a large site would fill the memory."""

    def __init__(self, unpack: Callable[[bytes], Result]) -> None:
        self.unpack = unpack
        self.digests: dict[str, bytes] = {}
        self.packed: dict[str, bytes] = {}

    def __getitem__(self, slug: str) -> Result:
        return self.unpack(self.packed[slug])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)


@pause_collector()
def memoise(
    cache: Cache,
    texts: Mapping[str, Text],
    work: Callable[[Text], Result],
    pack: Callable[[Result], bytes],
    unpack: Callable[[bytes], Result],
    keys: Mapping[str, bytes] | None = None,
) -> Recalled[Result]:
    """Recall the result of `work` for each text, or work it out and keep it; with `keys` known texts are not loaded."""
    results = Recalled(unpack)
    for slug in texts:
        key = results.digests[slug] = keys[slug] if keys else digest_text(texts[slug])
        data = cache.recall(key)
        if data is None:
            data = pack(work(texts[slug]))
            cache.keep(key, data)
        results.packed[slug] = data
    return results
