"""The lines of a PDF's pages joined to paragraphs: a page knows where its words stand, not which belong together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.seed.lines import ends_sentence

PAGE_NUMBER = re.compile(r"\W*(?:\w+\s)?\d{1,4}(?:\s?(?:/|\w+)\s?\d{1,4})?\W*")
COLUMNS = re.compile(r"\S {3,}\S")
ITEM = re.compile(r"(?:[•·▪●◦‣■▶*–—-]|\(?\d{1,3}[.)])\s")
HYPHEN = re.compile(r"[^\W\d_]-$")
NARROWEST = 40
"""Fewer letters than this across a page are no running text."""
FULL, FULL_SENTENCE = 0.8, 0.95
"""The share of the page's width from which a line was broken by its edge; one that ends a sentence says less."""


def join_pages(pages: Sequence[str]) -> str:
    """Join all pages into one text of paragraphs, each a line."""
    split = [[line.strip() for line in page.strip().split("\n")] for page in pages if page.strip()]
    lines: list[str] = []
    for page in strip_margins(split):
        if lines and ends_sentence(lines[-1]):
            lines.append("")
        lines += page
    return "\n".join(join_lines(lines))


def strip_margins(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Take off page numbers, and the running heads and feet that pages share; the first page keeps its head."""
    edges = Counter(line for page in pages for line in {page[0], page[-1]} if len(page) > 1)
    for at, page in enumerate(pages):
        kept = list(page)
        for end in (0, -1):
            while len(kept) > 1 and (
                not kept[end]
                or (len(pages) > 1 and PAGE_NUMBER.fullmatch(kept[end]))
                or (edges[kept[end]] > 1 and (at or end))
            ):
                kept.pop(end)
        yield kept


def join_lines(lines: Sequence[str]) -> Iterator[str]:
    """Join each line that the page's edge broke with the line that goes on."""
    lengths = sorted(len(line) for line in lines if line)
    edge = lengths[int(0.95 * len(lengths))] if lengths else 0
    words = Counter(re.findall(r"\w+", " ".join(lines).casefold()))
    paragraph, before = "", ""
    for line in lines:
        if paragraph and line and goes_on(before, line, edge):
            paragraph = join_words(paragraph, line, words)
        else:
            if before:
                yield paragraph
            if not line:
                yield ""
            paragraph = line
        before = line
    if paragraph:
        yield paragraph


def goes_on(line: str, following: str, edge: int) -> bool:
    """Tell whether a line is full: the word that begins the next had no room on it."""
    if edge < NARROWEST or COLUMNS.search(line) or COLUMNS.search(following) or ITEM.match(following):
        return False
    reach = len(line) + 1 + len(following.partition(" ")[0])
    return reach >= edge * (FULL_SENTENCE if ends_sentence(line) else FULL)


def join_words(line: str, following: str, words: Counter[str]) -> str:
    """Join two lines; a hyphen between them goes only where the whole word stands elsewhere in the text."""
    if not HYPHEN.search(line) or not following[:1].islower():
        return f"{line} {following}"
    whole = re.findall(r"\w+", line)[-1] + re.findall(r"\w+", following)[0]
    return (line.removesuffix("-") if words[whole.casefold()] else line) + following
