"""The paragraphs of a story's HTML: their words, and names by which other pages and lists link to them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"<(?P<close>/?)(?P<name>p|blockquote|ul|ol|table)>")
MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the story itself, not of a quotation or a list."""

    number: int
    """Its place among all paragraphs of the HTML, from 1."""
    text: str


def list_paragraphs(html: str) -> tuple[Paragraph, ...]:
    """Take the words of each paragraph that stands by itself."""
    found: list[Paragraph] = []
    number = depth = start = 0
    for tag in TAG.finditer(html):
        if tag["name"] != "p":
            depth += -1 if tag["close"] else 1
        elif not tag["close"]:
            number, start = number + 1, tag.end()
        elif not depth:
            found.append(Paragraph(number, " ".join(unescape(MARKUP.sub("", html[start : tag.start()])).split())))
    return tuple(found)


def name_paragraphs(html: str, numbers: Collection[int]) -> str:
    """Give the paragraphs of these numbers names that can be linked to."""
    count = 0

    def name(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'<p id="{paragraph_name(count)}">' if count in numbers else "<p>"

    return re.sub("<p>", name, html) if numbers else html


def paragraph_name(number: int) -> str:
    return f"p{number}"
