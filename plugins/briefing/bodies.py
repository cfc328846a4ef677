"""The body of a story, which is long: it is loaded where a page has to be printed, and its key stands for it before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

LENGTH = 4


class Body(NamedTuple):
    """A story's text in two forms."""

    html: str
    """Links such as `{filename}x.md` are still to be resolved."""
    plain: str
    """Its words, blocks separated by blank lines."""


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is safe to print as it is; two of one key are equal."""

    key: str
    load: Callable[[], str] = field(compare=False, repr=False)

    def __html__(self) -> str:
        return self.load()

    def change(self, how: str, change: Callable[[str], str]) -> "Html":
        """Have something done to it when it is loaded; `how` names that, with all that it depends on."""
        return Html(f"{self.key} {how}", lambda: change(self.load()))


EMPTY = Html("", str)


def pack_body(body: Body) -> bytes:
    html = body.html.encode()
    return len(html).to_bytes(LENGTH, "little") + html + body.plain.encode()


def unpack_body(data: bytes) -> Body:
    end = LENGTH + int.from_bytes(data[:LENGTH], "little")
    return Body(data[LENGTH:end].decode(), data[end:].decode())
