"""What was worked out from each text, kept in files under the digest of all that it was worked out from.

Nothing here is ever out of date, since another text or other code has another digest, and nothing is trusted: a file
that is damaged, cut short, or no cache at all counts as empty. Deleting the folder costs time only. Two builds at once
each replace whole files; the worst that one can do to the other is to make it work something out again.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

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

    def __init__(self, folder: Path, basis: bytes) -> None:
        self.folder = folder
        self.basis = basis
        self.found: dict[int, dict[bytes, bytes]] = {}
        self.used: dict[int, dict[bytes, bytes]] = defaultdict(dict)

    def recall(self, key: bytes) -> bytes | None:
        """Return what was kept under `key`, if anything was."""
        data = self.look_up(key)
        if data is not None:
            self.used[key[0] % FILES][key] = data
        return data

    def look_up(self, key: bytes) -> bytes | None:
        """Return what was kept under `key`, which is forgotten all the same unless somebody recalls it."""
        return self._load(key[0] % FILES).get(key)

    def keep(self, key: bytes, data: bytes) -> None:
        """Have `data` written under `key` on saving."""
        self.used[key[0] % FILES][key] = data

    def save(self, *, forget: bool = True) -> None:
        """Write the files in which anything changed; unless told to forget it, with what nobody has recalled."""
        for number in range(FILES):
            entries = self.used[number] if forget else {**self._load(number), **self.used[number]}
            if self._load(number) != entries:
                write_file(self._name(number), self._seal(_pack(entries)))
                self.found[number] = entries

    def _name(self, number: int) -> Path:
        return self.folder / f"{number:02x}"

    def _load(self, number: int) -> dict[bytes, bytes]:
        if number not in self.found:
            path = self._name(number)
            data = path.read_bytes() if path.is_file() else b""
            self.found[number] = _unpack(data[SEAL:]) if data and data == self._seal(data[SEAL:]) else {}
        return self.found[number]

    def _seal(self, payload: bytes) -> bytes:
        return blake2b(payload, digest_size=SEAL, key=self.basis).digest() + payload


def _pack(entries: Mapping[bytes, bytes]) -> bytes:
    parts = []
    for key, data in sorted(entries.items()):
        parts += [key, len(data).to_bytes(LENGTH, "little"), data]
    return b"".join(parts)


def _unpack(payload: bytes) -> dict[bytes, bytes]:
    entries = {}
    at = 0
    while at < len(payload):
        begin = at + KEY + LENGTH
        end = begin + int.from_bytes(payload[at + KEY : begin], "little")
        entries[payload[at : at + KEY]] = payload[begin:end]
        at = end
    return entries


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
