"""The key of a page: one digest for all that it is made from."""

import marshal
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any

SIZE = 16
FORMAT = 2
"""Of marshal: the last that writes equal values alike, however they came to be."""
PLAIN = frozenset({str, int, bool, type(None)})


class Keys:
    """Digests views; what is of a `shared` kind, such as a teaser, is digested once for all views that hold it."""

    def __init__(self, *shared: type) -> None:
        self.known: dict[type, dict[int, tuple[Any, list[str]]]] = {kind: {} for kind in shared}

    def key(self, *values: Any) -> str:
        """Reduce values to 32 hexadecimal digits: equal for equal values of equal kinds, and for no others."""
        return digest_plain([self.plain(value) for value in values])

    def plain(self, value: Any) -> Any:
        """Turn a value into what marshal can tell from any other: a list begins with its kind."""
        kind = value.__class__
        if kind in PLAIN:
            return value
        if kind is tuple:
            return (*[each if each.__class__ in PLAIN else self.plain(each) for each in value],)
        if (fields := fields_of(kind)) is None:
            return [kind.__name__, repr(value)]
        known = self.known.get(kind)
        if known is not None and (entry := known.get(id(value))):
            return entry[1]
        parts = [kind.__name__, *[each if each.__class__ in PLAIN else self.plain(each) for each in fields(value)]]
        if known is None:
            return parts
        brief = ["known", digest_plain(parts)]
        known[id(value)] = value, brief  # it holds the value, lest another be given its id
        return brief


@cache
def fields_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Make what takes the fields of a dataclass that count when two are compared; None for any other kind."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind) if field.compare]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    take: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    return take


def digest_plain(value: list[Any]) -> str:
    return blake2b(marshal.dumps(value, FORMAT), digest_size=SIZE).hexdigest()


def digest_files(paths: Iterable[Path], root: Path) -> str:
    """Reduce files to a digest of their names below `root` and what they hold."""
    seal = blake2b(digest_size=SIZE)
    for path in sorted(paths):
        data = path.read_bytes()
        seal.update(f"{path.relative_to(root).as_posix()} {len(data)} ".encode() + data)
    return seal.hexdigest()
