"""The key of a page: one digest for all that it is made from."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

SIZE = 16


class Keys:
    """Digests views; a part that many views share, such as a teaser, is digested once."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[Any, bytes]] = {}

    def key(self, *values: Any) -> str:
        """Reduce values to 32 hexadecimal digits: equal for equal values of equal kinds, and for no others."""
        return blake2b(b"".join(map(self.write, values)), digest_size=SIZE).hexdigest()

    def write(self, value: Any) -> bytes:
        """Write a value so that no other is written alike."""
        if type(value) is str:
            data = value.encode()
            return b"s%d:%b" % (len(data), data)
        if type(value) is tuple:
            return b"(%b)" % b"".join(map(self.write, value))
        if not (names := names_of(value.__class__)):
            return f"{type(value).__name__} {value!r};".encode()
        if (known := self.known.get(id(value))) is None:
            whole = b"".join(self.write(getattr(value, name)) for name in names)
            known = value, blake2b(type(value).__name__.encode() + whole, digest_size=SIZE).digest()
            self.known[id(value)] = known  # which holds the value, lest another be given its id
        return known[1]


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Name the fields of a dataclass; any other kind has none."""
    return tuple(field.name for field in fields(kind) if field.compare) if is_dataclass(kind) else ()


def digest_files(paths: Iterable[Path], root: Path) -> str:
    """Reduce files to a digest of their names below `root` and what they hold."""
    seal = blake2b(digest_size=SIZE)
    for path in sorted(paths):
        data = path.read_bytes()
        seal.update(f"{path.relative_to(root).as_posix()} {len(data)} ".encode() + data)
    return seal.hexdigest()
