"""Figures into a table: on the terminal and in RESULTS.md."""

import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from process import Cost
from tools import HUGO, PELICAN, ROOT, Tool

RESULTS = ROOT / "bench" / "RESULTS.md"
HEADINGS = ("stories", "build", "tool", "s", "CPU s", "÷ Hugo", "CPU ÷ Hugo", "CPU ÷ Pelican", "peak MB")
LINEAR_FROM = 1_000
"""Below this many stories the start of a tool outweighs its work, and growth says little."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one build cost; round 0 is the one whose memory was watched and whose time does not count."""

    size: int
    build: str
    tool: str
    round: int
    cost: Cost


def tabulate(figures: list[Figure]) -> Iterator[tuple[str, ...]]:
    """Make a row of each tool's builds of one kind and size."""
    keys = dict.fromkeys((each.size, each.build, each.tool) for each in figures if each.round)
    for size, build, tool in sorted(keys, key=lambda key: (key[0], key[1])):
        clock = median(take(figures, (size, build, tool), "clock").values())
        processor = median(take(figures, (size, build, tool), "processor").values())
        yield (
            f"{size:,}",
            build,
            tool,
            f"{clock:.2f}",
            f"{processor:.2f}",
            compare(figures, (size, build, tool), HUGO.name, "clock"),
            compare(figures, (size, build, tool), HUGO.name, "processor"),
            compare(figures, (size, build, tool), PELICAN.name, "processor"),
            next((f"{each.cost.memory:,}" for each in figures if key_of(each) == (size, build, tool, 0)), ""),
        )


def key_of(figure: Figure) -> tuple[int, str, str, int]:
    """Name the row of the table that a figure belongs to, and its round."""
    return figure.size, figure.build, figure.tool, figure.round


def take(figures: list[Figure], key: tuple[int, str, str], what: str) -> dict[int, float]:
    """Take one kind of cost of one row, by round."""
    return {each.round: getattr(each.cost, what) for each in figures if each.round and key_of(each)[:3] == key}


def compare(figures: list[Figure], key: tuple[int, str, str], other: str, what: str) -> str:
    """Divide a tool's cost by another's in the same round; the median of the rounds."""
    size, build, _ = key
    base = take(figures, (size, build, other), what)
    ratios = [cost / base[number] for number, cost in take(figures, key, what).items() if number in base]
    return f"{median(ratios):.2g}" if ratios else ""


def list_growth(figures: list[Figure]) -> Iterator[str]:
    """Say how the cost of a cold build grows: 1 is in proportion to the stories."""
    for tool in dict.fromkeys(each.tool for each in figures):
        sizes = sorted({each.size for each in figures if each.tool == tool and each.size >= LINEAR_FROM})
        for small, large in pairwise(sizes):
            costs = [median(take(figures, (size, "cold", tool), "processor").values()) for size in (small, large)]
            exponent = math.log(costs[1] / costs[0]) / math.log(large / small)
            yield f"{tool}: CPU of a cold build grows with exponent {exponent:.2f} from {small:,} to {large:,} stories"


def print_figures(figures: list[Figure]) -> None:
    """Print a table on a terminal, Markdown elsewhere."""
    console = Console()
    if not console.is_terminal:
        print(draw(figures))
        return
    table = Table(*HEADINGS)
    for row in tabulate(figures):
        table.add_row(*row)
    console.print(table)
    for line in list_growth(figures):
        console.print(line)


def draw(figures: list[Figure]) -> str:
    """Write the table in Markdown, with the lines on growth below it."""
    lines = [HEADINGS, ("---",) * 3 + ("---:",) * (len(HEADINGS) - 3), *tabulate(figures)]
    growth = "".join(f"\n{line}  " for line in list_growth(figures))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + (f"\n{growth}" if growth else "")


def write_results(figures: list[Figure], tools: Iterable[Tool]) -> None:
    """Write the table with all that its reader must know to judge it."""
    rounds = max(each.round for each in figures)
    versions = [package for tool in tools for package in tool.packages]
    RESULTS.write_text(
        f"""# Whole sites, by this project and by others

Medians of {rounds} interleaved rounds, ratios within a round; `bench/sites.py` says what is built and how.
Peak memory is that of all processes of a cold build together.

- {datetime.now(UTC):%Y-%m-%d}, `python bench/{" ".join([Path(sys.argv[0]).name, *sys.argv[1:]])}`
- {describe_machine()}
- briefing at {describe_commit()}, Python {platform.python_version()}; {", ".join(versions) or "no peers"}

{draw(figures)}
""",
        "utf-8",
    )


def describe_machine() -> str:
    """Name a machine by what it can do."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    cores = os.cpu_count()
    return f"{model}, {cores} cores, {memory:.0f} GB, {describe_disk()}; load when done {load:.1f}"


def describe_disk() -> str:
    """Name the file system on which the sites are built."""
    return ask("df", "--output=fstype", tempfile.gettempdir()).rpartition("\n")[2] or "unknown file system"


def describe_commit() -> str:
    """Name the commit by its short digest, marked where files differ from it."""
    return ask("git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude", "*") or "unknown"


def ask(program: str, *arguments: str) -> str:
    """Ask a program of the system; one that is not there says nothing."""
    path = shutil.which(program)
    command = [path or program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() if path else ""
