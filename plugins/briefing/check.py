"""A built site inspected as a visitor's browser and reader would: every address leads somewhere, every feed parses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from briefing.errors import BriefingError

ADDRESSES = {
    **dict.fromkeys(("a", "link"), "href"),
    **dict.fromkeys(("img", "script", "source", "iframe"), "src"),
    "form": "action",
}

LOST = "404.html"
"""The page that a host shows for any address that it does not have: its links begin at the host's root."""


@dataclass
class Page(HTMLParser):
    """The addresses and names on one page, each address with its line."""

    addresses: list[tuple[str, int]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    headings: int = 0
    canonical: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        address = values.get(ADDRESSES.get(tag, ""))
        if values.get("rel") == "canonical":
            self.canonical = address or ""
        elif address:
            self.addresses.append((address, self.getpos()[0]))
        for each in filter(None, (values.get("srcset") or "").split(",")):
            self.addresses.append((each.split()[0], self.getpos()[0]))
        if name := values.get("id"):
            self.names[name] += 1
        self.headings += tag == "h1"


def check_site(output: Path) -> list[BriefingError]:
    """Find what is broken in a built site: addresses that lead nowhere, names given twice, feeds that do not parse."""
    if not (output / "index.html").is_file():
        return [BriefingError("there is no site: run `briefing build`", output)]
    output = output.resolve()
    pages = {path: read_page(path) for path in sorted(output.rglob("*.html"))}
    faults = [fault for path in pages for fault in check_page(path, pages, output)]
    for path in sorted(output.rglob("*.xml")):
        try:
            ET.parse(path)  # noqa: S314 - a file of our own making
        except ET.ParseError as error:
            faults.append(BriefingError(f"is not well-formed: {error}", path.relative_to(output), error.position[0]))
    return faults


def read_page(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page


def check_page(path: Path, pages: dict[Path, Page], output: Path) -> Iterator[BriefingError]:
    """Find what is broken on one page."""
    page, name = pages[path], path.relative_to(output)
    root = urlsplit(page.canonical).path.removesuffix(LOST) if name.as_posix() == LOST else ""
    for address, line in page.addresses:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        way = parts.path.removeprefix(root) if root else parts.path
        target = (path.parent / unquote(way)).resolve() if way else path
        if way.startswith("/"):
            yield BriefingError(
                f"`{address}` starts at the host's root and fails from disk: write it relative", name, line
            )
        elif not target.is_file() or not target.is_relative_to(output):
            yield BriefingError(f"`{address}` leads nowhere", name, line)
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].names:
            yield BriefingError(f"`{address}` names no place on that page", name, line)
    for identifier, number in page.names.items():
        if number > 1:
            yield BriefingError(f"the id `{identifier}` is given {number} times", name)
    if page.headings != 1:
        yield BriefingError(f"the page has {page.headings} headings of the first level", name)
