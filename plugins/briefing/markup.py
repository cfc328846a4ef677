"""Markdown to HTML and to plain text, and plain text to Markdown that means exactly that text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

PELICAN_LINK = re.compile(r"[{|](?:filename|static|attach|tag|category|author|index)[|}]")
"""Links that Pelican resolves itself; percent-encoding their braces would hide them from it."""

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".jxl")
"""What the files of pictures end in."""
PICTURE = re.compile(rf"[^\s./|}}][^\s|}}]*(?:{'|'.join(map(re.escape, ENDINGS))})(?=[\s,?#]|$)", re.IGNORECASE)
"""The way to a picture's file, without the dots and slashes that it begins with."""
ADDRESSES = re.compile(r"""\s(?:src|srcset|href|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

ACTIVE = re.compile(
    r"""
      [\\`*\[\]]                          # escapes, code, emphasis, links
    | (?<![^\W_])_+ | _+(?![^\W_])        # emphasis, but not the inside of snake_case
    | <(?=[A-Za-z/!?])                    # tags, autolinks
    | &(?=\#?\w+;)                        # entities
    | ~~+                                 # strikethrough
    """,
    re.VERBOSE,
)
LEADING = re.compile(
    r"""
      (?P<mark>[-+=](?=\s|$)|(?:-|=)+(?=\s*$)|\#{1,6}(?=\s|$)|>|~{3,})   # list, rule, heading, quotation, fence
    | (?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$)                        # numbered list
    | (?P<rule>-)(?=[\s-]*$)                                           # `- - -`
    | (?P<table>\|)                                                    # a row of a table
    """,
    re.VERBOSE,
)


ALIGNMENT = {"text-align:center": "center", "text-align:right": "end"}


class Renderer(RendererHTML):
    """Renders what the CommonMark examples and a strict content policy want otherwise than markdown-it does."""

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.td_open(tokens, idx, options, env)

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, _env: EnvType) -> str:
        """Align a cell by a class, as the pages' content policy forbids a style."""
        style = str(tokens[idx].attrs.pop("style", ""))
        if side := ALIGNMENT.get(style):
            tokens[idx].attrSet("class", side)
        return self.renderToken(tokens, idx, options, {})

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, _env: EnvType) -> str:
        """Put an empty quotation over two lines."""
        tag = self.renderToken(tokens, idx, options, {})
        return tag if tag.endswith("\n") else tag + "\n"


@lru_cache
def parser(*, raw_html: bool = False) -> MarkdownIt:
    """One parser for the whole process: CommonMark with tables, raw HTML only for a site that trusts its authors."""
    markdown = MarkdownIt("commonmark", {"html": raw_html}, renderer_cls=Renderer).enable("table")
    normalise = markdown.normalizeLink
    markdown.normalizeLink = lambda url: url if PELICAN_LINK.match(url) else normalise(url)  # type: ignore[method-assign]
    return markdown


def to_html(text: str, *, raw_html: bool = False) -> str:
    """Render Markdown; with `raw_html` off, tags in the text are shown, not obeyed."""
    html: str = parser(raw_html=raw_html).render(text)
    return html


def to_plain(text: str) -> str:
    """Reduce Markdown to its words, blocks separated by blank lines."""
    return join_words(parser().parse(text))


def join_words(tokens: Iterable[Token]) -> str:
    return "\n\n".join(words for token in tokens if token.type in BLOCKS and (words := block_text(token)))


def to_html_and_plain(text: str, *, raw_html: bool = False) -> tuple[str, str]:
    """Do what `to_html` and `to_plain` do, and parse once where both see the same text."""
    if raw_html:
        return to_html(text, raw_html=True), to_plain(text)
    markdown = parser()
    env: dict[str, Any] = {}
    tokens = markdown.parse(text, env)
    plain = join_words(tokens)  # before rendering, which takes attributes off the tokens
    html: str = markdown.renderer.render(tokens, markdown.options, env)
    return html, plain


def to_lines(text: str) -> str:
    """Reduce Markdown to the text that somebody would paste from its page: items and quotations marked, cells apart."""
    return join_blocks(list_blocks(parser().parse(text)))


def join_blocks(blocks: Iterable[tuple[str, str]]) -> str:
    """Set blocks apart by a blank line, and the items of a list and the rows of a table each on the next line."""
    joined, former = "", ""
    for kind, block in blocks:
        close = kind == former and kind in ("item", "row")
        joined += f"{'' if not joined else NEWLINE if close else 2 * NEWLINE}{block}"
        former = kind
    return joined


NEWLINE = "\n"


def mark_heading(words: str, known: int) -> str:
    """Mark a heading to be read as a subhead; the first of a document may be its headline and stays as it is."""
    return f"## {words}" if known and 3 <= len(words) <= 80 else words


def list_blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:  # noqa: C901 - one pass over kinds of tokens
    """Give each block of a document with its kind: an item, a row, or another."""
    numbers: list[int] = []
    cells: list[str] = []
    mark, quoted, cell = "", 0, False
    headings, heading = 0, False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else 0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            mark = f"{numbers[-1]}. " if numbers[-1] else "- "
            numbers[-1] += numbers[-1] > 0
        elif token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif token.type == "tr_close":
            yield "row", "\t".join(cells)
            cells = []
        elif token.type == "hr":
            yield "break", "***"
        elif token.type in BLOCKS and cell:
            cells.append(block_text(token))
        elif heading and not numbers and not quoted:
            yield "block", mark_heading(block_text(token), headings)
            headings += 1
        elif token.type in BLOCKS:
            yield "item" if numbers else "block", f"{'> ' if quoted else ''}{mark}{block_text(token, NEWLINE)}"
            mark = ""
        cell = token.type in ("th_open", "td_open")
        heading = token.type == "heading_open"


BLOCKS = frozenset({"inline", "fence", "code_block"})
BREAKS = frozenset({"softbreak", "hardbreak"})


def block_text(token: Token, line_break: str = " ") -> str:
    """Join the text of a block's inline tokens; a picture counts as its alternative text."""
    if token.children is None:
        return token.content.strip()
    return "".join(line_break if child.type in BREAKS else child.content for child in token.children).strip()


def escape_inline(text: str) -> str:
    """Escape plain text for a place where the start of a line means nothing: a heading, a table's cell."""
    return ACTIVE.sub(lambda match: "".join("\\" + mark for mark in match[0]), text)


def escape_line(text: str) -> str:
    r"""Escape one line of plain text so that it renders as that text, and no more than that is escaped.

    `5 * 3` becomes `5 \* 3`, while `snake_case`, `Q&A` and `a < b` stay as they are.
    """
    escaped = escape_inline(text)
    if match := LEADING.match(escaped):
        at = match.end("number") if match["number"] else 0
        return f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def escape_heading(text: str) -> str:
    """Escape a heading's text, of which a closing run of `#` would be swallowed."""
    return re.sub(r"(#+)$", r"\\\1", escape_inline(text))


def escape_cell(text: str) -> str:
    """Escape the text of a table's cell, which a bar would end."""
    return escape_inline(text).replace("|", "\\|")


def list_pictures(html: str) -> tuple[str, ...]:
    """Name the files of pictures that a piece of HTML shows or leads to, each with as much of its way as is stated."""
    addresses = (unescape(one or other) for one, other in ADDRESSES.findall(html))
    return tuple(sorted({unquote(name) for address in addresses for name in PICTURE.findall(address)}))
