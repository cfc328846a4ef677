"""Markdown means what CommonMark says, and escaped text means itself."""

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.conf import ALWAYS
from briefing.markup import escape_cell, escape_heading, escape_line, to_html, to_plain
from briefing.reader import Reader
from briefing.records import Records

EXAMPLES = json.loads((Path(__file__).parent / "commonmark" / "0.31.2.json").read_text("utf-8"))
MARKS = st.text(st.sampled_from([*"ab1é中 #*_-+=~`>|<&;[]()!\\./:\"'$^{}"]), min_size=1, max_size=40)


def one_line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable()).split())


LINES = (MARKS | st.text(min_size=1, max_size=80)).map(one_line).filter(bool)


def test_all_commonmark_examples_pass_through_the_reader(tmp_path: Path) -> None:
    """A site that turns raw HTML on gets CommonMark 0.31.2 to the letter."""
    story = tmp_path / "content" / "briefings" / "example.md"
    story.parent.mkdir(parents=True)
    settings = {**ALWAYS, "PATH": str(tmp_path / "content"), "ROOT": str(tmp_path), "RAW_HTML": True}
    settings |= {"DEFAULT_LANG": "en", "RECORDS": Records(tmp_path / "records", raw_html=True)}
    reader = Reader({**settings, "ARTICLE_PATHS": ["briefings"], "DEFAULT_CATEGORY": "News"})
    failed = []
    for example in EXAMPLES:
        story.write_text(f"---\ntitle: Example\ndate: 2025-04-04\n---\n{example['markdown']}", "utf-8")
        content, _ = reader.read(str(story))
        if content != example["html"]:
            failed.append(example["example"])
    assert (len(EXAMPLES), failed) == (652, [])


@given(LINES)
def test_an_escaped_line_is_one_paragraph_of_that_text(line: str) -> None:
    match = re.fullmatch(r"<p>([^<]*)</p>\n", to_html(escape_line(line)))
    assert match
    assert html.unescape(match[1]) == line
    assert to_plain(escape_line(line)) == line


@given(LINES)
def test_an_escaped_heading_is_a_heading_of_that_text(line: str) -> None:
    match = re.fullmatch(r"<h2>([^<]*)</h2>\n", to_html(f"## {escape_heading(line)}"))
    assert match
    assert html.unescape(match[1]) == line


@given(LINES)
def test_an_escaped_cell_is_one_cell_of_that_text(line: str) -> None:
    cells = re.findall(r"<td>([^<]*)</td>", to_html(f"| head |\n| --- |\n| {escape_cell(line)} |"))
    assert [html.unescape(cell) for cell in cells] == [line]


@pytest.mark.parametrize(
    "line", ["snake_case", "Q&A", "a < b", "3.5 per cent", "(see below)", "Mexico's", "1,000 – 2,000", "a + b = c"]
)
def test_nothing_is_escaped_that_needs_no_escape(line: str) -> None:
    assert escape_line(line) == line


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a <b onclick=x>b</b>", "[x](javascript:alert(1))"])
def test_a_story_cannot_bring_its_own_html(text: str) -> None:
    rendered = to_html(text)
    assert not re.search(r"<(?:script|b)\b|href", rendered)


def test_a_cell_is_aligned_by_a_class() -> None:
    """The pages' content policy forbids styles."""
    rendered = to_html("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n")
    cells = [
        (cell["tag"], cell["side"]) for cell in re.finditer(r'<(?P<tag>t[hd])(?: class="(?P<side>\w+)")?>', rendered)
    ]
    assert cells == [(tag, side) for tag in ("th", "td") for side in (None, "center", "end")]


def test_links_that_pelican_resolves_keep_their_braces() -> None:
    assert to_html("[x]({filename}a.md)") == '<p><a href="{filename}a.md">x</a></p>\n'
