"""Whole sites, built by this project and by others: from nothing, with nothing changed, and after one edit.

    python bench/sites.py [--install] [--rounds N] [--tools NAME …] [SIZE …]

The stories are made up, the same on every machine. Each tool builds the same pages of them: stories with five related
ones and their neighbours, topics and sections of 60 stories a page, days, months, an archive, feeds with whole texts,
a sitemap. What this project works out of the texts, tags and reading times, is given to the peers; stories in brief
and reasons for tags and links they have not; search is left out. A first build, which is not timed, shows that the
sites are equal, and how much memory it takes. Then the tools take turns; a ratio is that of two tools in one round, a
figure the median of all rounds, and each edit must show.
"""

import argparse
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from corpus import Story, make_stories
from process import Cost, run
from results import Figure, print_figures, write_results
from tools import OURS, TOOLS, Tool, file_of, install, write_site

TAG = re.compile(r'<meta property="article:tag" content="([^"]*)">')
ALIKE = 0.2
"""How far the sizes of equal sites may be apart: two themes do not say the same in the same letters."""


@dataclass(frozen=True, slots=True)
class Site:
    """One tool's site on disk."""

    tool: Tool
    folder: Path
    command: list[str]

    @property
    def output(self) -> Path:
        return self.folder / self.tool.output

    def build(self, *, watched: bool = False) -> Cost:
        """Run the tool's command, to be timed or watched."""
        return run(self.command, self.folder, self.tool.environment, watched=watched)

    def forget(self) -> None:
        """Delete all that a build has made."""
        for name in (self.tool.output, *self.tool.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self, story: Story, marker: str) -> None:
        """Write a further sentence at the end of a story."""
        with file_of(self.folder, story).open("a", encoding="utf-8") as file:
            file.write(f"\nThe editor adds {marker}.\n")

    def page_of(self, story: Story) -> str:
        """Read a story's page; all tools give it the same address."""
        return (self.output / "briefings" / f"{story.slug}.html").read_text("utf-8")

    def insist_on(self, story: Story, marker: str) -> None:
        """End the measurement where an edit does not show."""
        if marker not in self.page_of(story):
            raise SystemExit(f"{self.tool.name}: the edit does not show in the page of {story.slug}")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a site holds: files by kind, and what must be nearly the same."""

    files: Counter[str]
    amounts: Mapping[str, int]


def measure_extent(site: Site) -> Extent:
    """Count the pages and feeds of a built site, its links to related stories and its letters."""
    files: Counter[str] = Counter()
    amounts = {"related links": 0, "bytes": 0}
    for path in site.output.rglob("*"):
        kind = kind_of(path.relative_to(site.output))
        if not kind:
            continue
        text = path.read_bytes()
        files[kind] += 1
        amounts["bytes"] += len(text)
        if kind == "stories":
            amounts["related links"] += text.count(b"<h3>")
    return Extent(files, amounts)


def kind_of(path: Path) -> str:
    """Tell a page's or a feed's kind by its address, in the layout of any of the tools."""
    first = path.parts[0]
    if path.suffix == ".xml":
        return "sitemap" if path.stem == "sitemap" else "feeds"
    if path.suffix != ".html":
        return ""
    if first.isdigit() or first in {"days", "months"}:
        return "days and months"
    return {"briefings": "stories", "tags": "topics", "sections": "sections"}.get(first, "others")


def insist_on_equal(one: tuple[str, Extent], other: tuple[str, Extent]) -> None:
    """End the measurement where two sites do not hold the same."""
    (name, extent), (other_name, other_extent) = one, other
    if extent.files != other_extent.files:
        raise SystemExit(f"unequal sites: {name} has {dict(extent.files)}, {other_name} {dict(other_extent.files)}")
    for what, amount in extent.amounts.items():
        if abs(other_extent.amounts[what] / amount - 1) > ALIKE:
            raise SystemExit(
                f"unequal sites: {name} has {amount:,} {what}, {other_name} {other_extent.amounts[what]:,}"
            )


def open_sites(root: Path, tools: list[Tool], stories: list[Story]) -> Iterator[tuple[Site, int]]:
    """Write and build each tool's site once, ours first; give it, equal to ours, with the memory that it took."""
    tags: dict[str, tuple[str, ...]] = {}
    first: tuple[str, Extent] | None = None
    for tool in tools:
        site = Site(tool, root / tool.name, tool.find() or [])
        write_site(tool, site.folder, stories, tags)
        memory = site.build(watched=True).memory
        extent = measure_extent(site)
        print(f"{len(stories):>7,} stories, {tool.name}: {describe(extent)}", flush=True)
        if tool is OURS:
            tags = {story.slug: (*map(unescape, TAG.findall(site.page_of(story))),) for story in stories}
        insist_on_equal(first or (tool.name, extent), (tool.name, extent))
        first = first or (tool.name, extent)
        yield site, memory


def describe(extent: Extent) -> str:
    """List how many of what, by name."""
    counts = [*extent.files.items(), *extent.amounts.items()]
    return ", ".join(f"{number:,} {kind}" for kind, number in sorted(counts))


def measure(size: int, tools: list[Tool], rounds: int) -> Iterator[Figure]:
    """Let the tools build sites of one size, by turns."""
    stories = make_stories(size)
    story = stories[size // 2]
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        opened = [*open_sites(Path(folder), tools, stories)]
        sites = [site for site, _ in opened]
        for site, memory in opened:
            yield Figure(size, "cold", site.tool.name, 0, Cost(0, 0, memory))
        for number in range(1, rounds + 1):
            print(f"{size:>7,} stories, round {number} of {rounds} …", flush=True)
            marker = f"marker-{number}"
            for site in sites:
                site.forget()
                yield Figure(size, "cold", site.tool.name, number, site.build())
            for site in sites:
                yield Figure(size, "nothing changed", site.tool.name, number, site.build())
            for site in sites:
                site.edit(story, marker)
                yield Figure(size, "one edit", site.tool.name, number, site.build())
                site.insist_on(story, marker)
            sites = [*sites[1:], sites[0]]


def choose_tools(names: list[str]) -> list[Tool]:
    """Choose the tools that are there, ours first; say of the others how to get them."""
    chosen = [tool for tool in TOOLS.values() if tool is OURS or tool.name in names]
    missing = [tool.name for tool in chosen if not tool.find()]
    if missing:
        print(f"Not installed, so not measured: {', '.join(missing)}. Install with: bench/sites.py --install")
    return [tool for tool in chosen if tool.name not in missing]


def main() -> None:
    """Measure, print a table, and write it into bench/RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 1_000], metavar="SIZE", help="stories in a site")
    parser.add_argument("--install", action="store_true", help="install the peers into .cache/bench first")
    parser.add_argument("--rounds", type=int, default=3, help="rounds that are timed (3)")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=[*TOOLS], help="peers to measure")
    arguments = parser.parse_args()
    if arguments.install:
        install()
    tools = choose_tools(arguments.tools)
    figures = [figure for size in arguments.sizes for figure in measure(size, tools, arguments.rounds)]
    print_figures(figures)
    write_results(figures, tools)


if __name__ == "__main__":
    main()
