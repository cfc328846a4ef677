"""Cases as data: a title, an input and what is expected, between marker lines, so that a new case touches no code."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    input: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """Read `cases/NAME.txt`: blocks that begin with a line `=== title` and are halved by a line `>>>`."""
    blocks = (FOLDER / f"{name}.txt").read_text("utf-8").split("=== ")[1:]
    cases = []
    for block in blocks:
        title, _, rest = block.partition("\n")
        given, _, expected = rest.partition(">>>\n")
        cases.append(Case(title, given, expected))
    return cases
