"""Rows for a terminal: text broken at words, cut with a sign, and kept to its column whichever way it runs."""

import re

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def wrap(text: Text, width: int, console: Console, indent: int = 0) -> list[Text]:
    """Break at words, and within one only where it is wider than a row; later rows may be indented."""
    rows = [*text.wrap(console, width - indent)] or [Text()]
    for row in rows:
        row.rstrip()
    return [row if at == 0 else Text(" " * indent).append_text(row) for at, row in enumerate(rows)]


def cut(row: Text, width: int) -> Text:
    """End a row with a sign that there is more."""
    if cell_len(row.plain) > width - 2:
        short = set_cell_size(row.plain, width - 2)
        row = Text((short.rpartition(" ")[0] or short).rstrip(), row.style)
    return row.append(" …")


def isolate(row: Text) -> Text:
    """Keep writing that runs from right to left from pulling the gutter along: first-strong isolate, each row."""
    return Text("\u2068").append_text(row).append("\u2069") if RTL.search(row.plain) else row
