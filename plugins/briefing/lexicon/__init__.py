"""Packaged word lists, read once a process.

A list is plain text; `#` starts a comment. Tables (`load_rows`) have one entry a line, `|` between columns and `,`
between the forms of a column; lists (`load_words`) are forms between commas, in groups that a line `[group]` opens.
"""

from functools import cache
from importlib.resources import files


def _read_lines(name: str) -> list[str]:
    lines = files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return [bare for line in lines if (bare := line.split("#", 1)[0].strip())]


def _split_forms(text: str) -> tuple[str, ...]:
    return tuple(form for part in text.split(",") if (form := part.strip()))


@cache
def load_rows(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Read rows of columns of forms of the table `name`."""
    return tuple(tuple(_split_forms(column) for column in line.split("|")) for line in _read_lines(name))


@cache
def load_words(name: str, group: str = "") -> frozenset[str]:
    """Read the forms of one group of the list `name`; the nameless group stands before the first `[group]` line."""
    found: set[str] = set()
    here = ""
    for line in _read_lines(name):
        if line.startswith("["):
            here = line.strip("[]")
        elif here == group:
            found.update(_split_forms(line))
    return frozenset(found)
