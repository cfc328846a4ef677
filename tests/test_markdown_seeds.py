"""Seeds in Markdown: their marks are taken out, and what their front matter states is kept."""

from datetime import UTC, datetime

import pytest

from briefing.article import is_embargoed
from briefing.errors import BriefingError
from briefing.formats import text_of
from briefing.seed import read_seed
from test_formats import LEAD, MORE, TITLE

MARKDOWN = {
    "a link": ("[the *port*](https://x.example) said", "the port said"),
    "a picture": ("![The quay](quay.jpg)", "The quay"),
    "a line break": ("one  \ntwo", "one\ntwo"),
    "lines as they are": ("A headline\nA deck\nA paragraph.", "A headline\nA deck\nA paragraph."),
    "a numbered list": ("7. one\n8. two", "7. one\n8. two"),
    "a list in a list": ("- one\n  - two\n- three", "- one\n- two\n- three"),
    "a quotation": ("> said\n\nnext", "> said\n\nnext"),
    "a break": ("one\n\n---\n\ntwo", "one\n\n***\n\ntwo"),
    "escapes": (r"5 \* 3 \# 2", "5 * 3 # 2"),
    "headings, of which the first may be the headline": (
        "# A port\n\nOpens.\n\n## Why\n\nSo.",
        "A port\n\nOpens.\n\n## Why\n\nSo.",
    ),
    "code": ("```\nx = 1\n```", "x = 1"),
}


@pytest.mark.parametrize("case", MARKDOWN)
def test_markdown_becomes_what_its_page_shows(case: str) -> None:
    markdown, text = MARKDOWN[case]
    assert text_of(markdown.encode(), ".md").strip() == text


@pytest.mark.parametrize("title", ['Valdoro names "Ann <b>Lee</b>" as chief', "Home > Business > Ports", "Мост открыт"])
def test_a_title_that_a_file_states_is_the_headline_whatever_it_looks_like(title: str) -> None:
    seed = read_seed(text_of(f"---\ntitle: '{title}'\n---\n\n{LEAD}\n\n{MORE}\n".encode(), ".md"))
    assert (seed.title, seed.title_generated) == (title, False)


def test_front_matter_is_set_above_the_text() -> None:
    front = (
        "---\ntitle: A crane\nsummary: It is tall\nauthors: [Jo Roe, Al Poe]\ntags: [cranes, ports]\nmood: grey\n---\n"
    )
    text = text_of(f"{front}\nText.\n".encode(), ".MD")
    assert text == "Headline: A crane\n\nIt is tall\n\nBy Jo Roe and Al Poe\n\nKeywords: cranes, ports\n\nText."


@pytest.mark.parametrize(
    ("keys", "moment"),
    [
        ("embargo: 2031-04-04", datetime(2031, 4, 4)),  # noqa: DTZ001 - midnight of the site
        ("embargo: 2031-04-04 10:00", datetime(2031, 4, 4, 10)),  # noqa: DTZ001 - ten in the time of the site
        ("Embargo: 2031-04-04 10:00:00-05:00", datetime(2031, 4, 4, 15, tzinfo=UTC)),
        ("embargo: 4 April 2031 10:00 GMT\nstatus: embargoed", datetime(2031, 4, 4, 10, tzinfo=UTC)),
        ("embargo: some day", None),
        ("status: embargoed", None),
        ("embargo_until: 2031-04-04", datetime(2031, 4, 4)),  # noqa: DTZ001 - midnight of the site
        ("Embargoed: true", None),
        ("embargo:", None),
        ("on_hold: yes", None),
    ],
)
def test_front_matter_may_hold_the_story(keys: str, moment: datetime | None) -> None:
    seed = read_seed(text_of(f"---\ntitle: {TITLE}\n{keys}\n---\n\n{LEAD}\n\n{MORE}\n".encode(), ".md"))
    assert (seed.title, is_embargoed(seed), seed.embargo) == (TITLE, True, moment)


def test_a_day_for_publishing_in_the_front_matter_is_one_of_release() -> None:
    seed = read_seed(text_of(f"---\ntitle: {TITLE}\npublishDate: 2031-04-04 10:00\n---\n\nText.\n".encode(), ".md"))
    assert (seed.title, seed.release) == (TITLE, datetime(2031, 4, 4, 10))  # noqa: DTZ001 - ten in the time of the site


@pytest.mark.parametrize("line", ["status: draft", "draft: true", "published: false", "hidden: true"])
def test_a_markdown_seed_that_is_not_to_be_published_is_set_aside(line: str) -> None:
    with pytest.raises(BriefingError, match=f"^`{line}` is for articles"):
        text_of(f"---\ntitle: {TITLE}\n{line}\n---\n\nText.\n".encode(), ".md")
