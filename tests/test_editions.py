"""Which story leads its day, and that every day, month and story can be reached."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.check import check_site
from briefing.editions import Entry, make_editions
from conftest import run_briefing, write
from test_pages import pages_of

DAY = date(2025, 4, 11)
PLAIN = Entry(day=DAY, hour=None, length=2000, tags=(), lead=False, native=True)
OTHERS = {f"z{number}": replace(PLAIN, length=0, tags=("port",), hour=0.0) for number in range(3)}
ENTRIES = st.builds(
    Entry,
    day=st.dates(date(2025, 4, 1), date(2025, 4, 20)),
    hour=st.none() | st.floats(0, 24),
    length=st.integers(0, 9000),
    tags=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
    lead=st.booleans(),
    native=st.booleans(),
)
CORPORA = st.dictionaries(st.text("xyz", min_size=1, max_size=4), ENTRIES, max_size=12)


@pytest.mark.parametrize(
    ("rule", "first", "second"),
    [
        ("an editor's word", {"lead": True, "length": 0, "native": False}, {"length": 9000, "hour": 23.0}),
        ("the site's language", {"length": 0}, {"native": False, "length": 9000}),
        ("length", {"length": 2100}, {"length": 2000}),
        ("no more than long", {"length": 5000, "hour": 12.1}, {"length": 9000}),
        ("a later hour", {"hour": 15.0}, {"hour": 9.0}),
        ("the day alone is noon", {}, {"hour": 11.0}),
        ("after noon", {"hour": 13.0}, {}),
        ("company", {"tags": ("port",)}, {"tags": ("island",)}),
        ("company outweighs a little length", {"tags": ("port",)}, {"length": 3000}),
    ],
)
def test_the_first_leads(rule: str, first: dict[str, object], second: dict[str, object]) -> None:
    """The other of the two has the slug that would win a tie."""
    entries = {"b": replace(PLAIN, **first), "a": replace(PLAIN, **second), **OTHERS}  # type: ignore[arg-type]
    order = make_editions(entries)[DAY]
    assert order.index("b") < order.index("a"), rule


def test_equal_stories_stand_in_the_order_of_their_slugs() -> None:
    assert make_editions({"b": PLAIN, "a": PLAIN, "c": PLAIN})[DAY] == ("a", "b", "c")


def test_company_is_of_one_week() -> None:
    """A tag shared with a story of six days before counts; one of seven days before does not."""
    for days, leader in ((6, "b"), (7, "a")):
        old = replace(PLAIN, day=DAY - timedelta(days), tags=("port",))
        entries = {"old": old, "b": replace(PLAIN, tags=("port",)), "a": PLAIN}
        assert make_editions(entries)[DAY][0] == leader


@given(CORPORA)
def test_each_story_is_in_the_edition_of_its_day_and_the_newest_is_first(entries: dict[str, Entry]) -> None:
    editions = make_editions(entries)
    assert [*editions] == sorted({entry.day for entry in entries.values()}, reverse=True)
    assert sorted(slug for slugs in editions.values() for slug in slugs) == sorted(entries)
    assert all(entries[slug].day == day for day, slugs in editions.items() for slug in slugs)


@given(CORPORA, st.dates(date(2025, 4, 1), date(2025, 4, 20)))
def test_later_stories_change_no_edition(entries: dict[str, Entry], until: date) -> None:
    before = {slug: entry for slug, entry in entries.items() if entry.day <= until}
    editions = make_editions(entries)
    assert make_editions(before) == {day: slugs for day, slugs in editions.items() if day <= until}


STORY = "---\ntitle: Story {0}\ndate: {1}\n---\n\nText of story {0}.\n"
DATES = ["2025-04-10 23:30:00-05:00", "2025-04-11", "2025-04-11 08:00:00", "2025-03-02", "2024-12-31"]


def test_every_day_and_month_is_reached_from_home_and_leads_to_its_stories(small_site: Callable[..., Path]) -> None:
    """A story dated late in the evening far to the west is of the next day where the site is."""
    root = small_site({f"content/briefings/{n}.md": STORY.format(n, when) for n, when in enumerate(DATES)})
    assert run_briefing(root, "build").returncode == 0
    assert check_site(root / "output") == []
    pages = pages_of(root)
    days = {name: page for name, page in pages.items() if name.count("/") == 3}
    assert {name: len(page.select(".teaser")) for name, page in days.items()} == {
        "2025/04/11/index.html": 3,
        "2025/03/02/index.html": 1,
        "2024/12/31/index.html": 1,
    }
    months = {
        name: [str(link["href"]) for link in page.select("h2 a")]
        for name, page in pages.items()
        if name.count("/") == 2 and name.endswith("index.html")
    }
    assert months == {
        "2025/04/index.html": ["../../2025/04/11/index.html"],
        "2025/03/index.html": ["../../2025/03/02/index.html"],
        "2024/12/index.html": ["../../2024/12/31/index.html"],
    }
    archive = pages["archives.html"]
    assert [str(link["href"]) for link in archive.select("main section a")] == [*months][::-1]
    assert [each.get_text() for each in archive.select("main h2")] == ["2025", "2024"]
    (pager,) = days["2025/03/02/index.html"].select(".pager")
    assert [str(link["href"]) for link in pager.select("a")] == [
        "../../../2025/04/11/index.html",
        "../../../2024/12/31/index.html",
    ]
    home = pages["index.html"]
    assert len(home.select(".teaser")) == 3
    assert [str(link["href"]) for link in home.select(".earlier h3 a, .nameplate .meta a")] == [*days][::-1]


def test_home_shows_thirty_stories_and_leads_to_the_whole_edition(small_site: Callable[..., Path]) -> None:
    root = small_site({f"content/briefings/{n}.md": STORY.format(n, "2025-04-11") for n in range(31)})
    write(root / "content/briefings/30.md", STORY.format(30, "2025-04-11\nlead: true"))
    assert run_briefing(root, "build").returncode == 0
    pages = pages_of(root)
    home, edition = pages["index.html"], pages["2025/04/11/index.html"]
    assert (len(home.select(".teaser")), len(edition.select(".teaser"))) == (30, 31)
    assert [page.select(".lead h2")[0].get_text() for page in (home, edition)] == ["Story 30"] * 2
    assert next(str(link["href"]) for link in home.select("main .more a")) == "2025/04/11/index.html"
    assert (root / "output/index.html").stat().st_size <= 60_000
