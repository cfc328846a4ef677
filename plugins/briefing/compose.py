"""The body of a recognised seed as CommonMark, in which every active character of the raw text is escaped."""

from collections.abc import Callable, Mapping

from briefing.markup import escape_cell, escape_heading, escape_line
from briefing.seed.parts import Block, Role


def body_markdown(blocks: tuple[Block, ...]) -> str:
    """Write the body in CommonMark: blocks apart, the items of a list and the rows of a table together."""
    parts: list[str] = []
    position = 0
    while position < len(blocks):
        kind = blocks[position].kind
        end = position + 1
        if kind in (Role.ITEM, Role.ROW):
            while end < len(blocks) and blocks[end].kind is kind:
                end += 1
        parts.append(BLOCK_WRITERS.get(kind, write_paragraph)(blocks[position:end]))
        position = end
    return "".join(f"{part}\n\n" for part in parts).rstrip("\n") + "\n" if parts else ""


def write_paragraph(blocks: tuple[Block, ...]) -> str:
    return escape_line(one_line(blocks[0].text))


def write_subhead(blocks: tuple[Block, ...]) -> str:
    return f"## {escape_heading(one_line(blocks[0].text))}"


def write_quote(blocks: tuple[Block, ...]) -> str:
    return f"> {escape_line(one_line(blocks[0].text))}"


def write_break(_blocks: tuple[Block, ...]) -> str:
    return "***"


def write_list(blocks: tuple[Block, ...]) -> str:
    """Write list items; where a number does not follow the one before, the other delimiter starts a new list."""
    lines, previous, stop = [], None, "."
    for block in blocks:
        if block.number is None:
            lines.append(f"- {escape_line(one_line(block.text))}")
        else:
            if previous is not None and block.number != previous + 1:
                stop = ")" if stop == "." else "."
            lines.append(f"{block.number}{stop} {escape_line(one_line(block.text))}")
        previous = block.number
    return "\n".join(lines)


def write_table(blocks: tuple[Block, ...]) -> str:
    """Write rows as a table, the first row its head; a short row is filled up."""
    width = max(len(block.cells) for block in blocks)
    rows = [
        "| "
        + " | ".join(escape_cell(one_line(cell)) for cell in (*block.cells, *[""] * (width - len(block.cells))))
        + " |"
        for block in blocks
    ]
    return "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]])


BLOCK_WRITERS: Mapping[Role, Callable[[tuple[Block, ...]], str]] = {
    Role.SUBHEAD: write_subhead,
    Role.QUOTE: write_quote,
    Role.BREAK: write_break,
    Role.ITEM: write_list,
    Role.ROW: write_table,
}


def one_line(text: str) -> str:
    return " ".join(text.split())
