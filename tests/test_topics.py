"""The page of a topic and that of all topics: how stories lie in time, which days they name, how a topic is found."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from briefing.check import check_site
from briefing.key_dates import KeyDate
from briefing.over_time import MOST, show_chart, show_timeline
from briefing.pieces import TagLink
from briefing.tag_index import WITHOUT_LETTERS, index_tags
from briefing.wording import Wording
from conftest import ROOT, copy_site, run_briefing, write
from test_pages import pages_of

MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them so
STORY = """---
title: {0}
date: {1}
lang: {2}
tags: [{3}]
---

{4}
"""
DAYS = "The talks begin on 5 May 2025. The treaty is signed on 9 June 2025."
PUERTO = "Las conversaciones empiezan el 7 de mayo de 2025. El tratado se firma el 9 de junio de 2025."
MINA = "تبدأ المحادثات في 5 مايو 2025. وتوقع المعاهدة في 9 يونيو 2025."


def story(number: int, moment: datetime, *days: date) -> SimpleNamespace:
    dates = tuple(KeyDate(day, f"sentence {number}", 1) for day in days)
    return SimpleNamespace(date=moment, url=f"{number}.html", lang="en", key_dates=dates)


@given(st.lists(MOMENTS, max_size=40))
def test_a_chart_counts_every_story_in_its_month(moments: list[datetime]) -> None:
    chart = show_chart([story(number, moment) for number, moment in enumerate(moments)], "en")
    months = {(moment.year, moment.month) for moment in moments}
    if len(months) < 2:
        assert chart is None
        return
    assert chart is not None
    assert sum(bar.count for bar in chart.bars) == len(moments)
    first, last = min(moments), max(moments)
    assert chart.months == (last.year - first.year) * 12 + last.month - first.month + 1
    assert [bar.place for bar in chart.bars] == sorted({bar.place for bar in chart.bars})
    assert (chart.bars[0].place, chart.bars[-1].place) == (0, chart.months - 1)
    assert (
        chart.peak.height == 100 >= max(bar.height for bar in chart.bars) >= min(bar.height for bar in chart.bars) > 0
    )
    assert chart.peak.count == max(bar.count for bar in chart.bars)


@given(st.lists(st.lists(st.dates(date(2025, 1, 1), date(2025, 3, 1)), unique=True, max_size=8), max_size=8))
def test_a_timeline_has_the_days_that_most_stories_name(stories: list[list[date]]) -> None:
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    days = show_timeline([story(number, moment, *each) for number, each in enumerate(stories)], "en")
    named = [day for each in stories for day in each]
    shown = [each.day for each in days]
    assert len(shown) == (min(MOST, len({*named})) if len({*named}) > 1 else 0)
    assert shown == sorted({*shown})
    if shown:
        left_out = max(map(named.count, {*named} - {*shown}), default=0)
        assert min(map(named.count, shown)) >= left_out
    for each in days:
        first = next(number for number, own in enumerate(stories) if each.day in own)
        assert (each.sentence, each.url) == (f"sentence {first}", f"{first}.html#p1")


@given(st.lists(st.text(min_size=1, max_size=12), max_size=150, unique=True))
def test_every_topic_is_under_its_letter_once(names: list[str]) -> None:
    tags = [TagLink(name, f"tags/{number}.html", "place", "place", 1, "en") for number, name in enumerate(names)]
    groups = index_tags(tags, Wording(ROOT / "theme").words("en"))
    shown = [tag for group in groups for letter in group.letters for tag in letter.tags]
    assert sorted(shown, key=lambda tag: tag.url) == sorted(tags, key=lambda tag: tag.url)
    for group in groups:
        letters = [letter.name for letter in group.letters]
        assert group.total == len(tags)
        assert len({*letters}) == len(letters)
        assert all(letters) == (len(tags) > WITHOUT_LETTERS)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("École", "E"), ("ebb", "E"), ("ёж", "Ё"), ("йод", "Й"), ("5G", "0–9"), ("“X”", "#"), ("عمان", "ع")],
)
def test_the_letter_of_a_name(name: str, letter: str) -> None:
    others = [f"Aa{number}" for number in range(WITHOUT_LETTERS)]
    tags = [TagLink(each, f"tags/{each}.html", "topic", "subject", 1, "en") for each in [name, *others]]
    (group,) = index_tags(tags, Wording(ROOT / "theme").words("en"))
    assert letter in [each.name for each in group.letters if name in [tag.name for tag in each.tags]]


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a site of three languages on one topic, and of as many topics as get letters."""
    many = ", ".join(f"{letter}{number} town" for letter in "ABÉ" for number in range(25))
    files = {
        "talks": STORY.format("Talks", "2025-04-04", "en", f"ports, {many}", DAYS),
        "puerto": STORY.format("Puerto", "2025-03-04", "es", "ports", PUERTO),
        "fog": STORY.format("Fog", "2025-01-04", "en", "ports, fog", "Fog."),
        "mina": STORY.format("ميناء", "2025-04-04", "ar", "عمان, Port Said", MINA),
        "mina2": STORY.format("سفينة", "2025-02-04", "ar", "عمان", "سفينة."),
    }
    root = copy_site(tmp_path_factory.mktemp("harbours"))
    for folder in ("seeds", "content/briefings"):
        shutil.rmtree(root / folder)
    for name, text in files.items():
        write(root / f"content/briefings/{name}.md", text)
    conf = root / "pelican.conf"
    conf.write_text(conf.read_text("utf-8").replace("min_stories = 2", "min_stories = 1"), "utf-8")
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    return root


def test_a_topic_shows_its_stories_in_time(harbours: Path) -> None:
    assert check_site(harbours / "output") == []
    pages = pages_of(harbours)
    page = pages["tags/ports.html"]
    (chart,) = page.select(".chart svg[role=img]")
    assert chart["aria-label"] == "Stories a month: January 2025: 1, March 2025: 1, April 2025: 1"
    assert [(each.get_text(" ", strip=True), each.a and each.a["href"]) for each in page.select(".timeline li")] == [
        ("May 5, 2025 The talks begin on 5 May 2025.", "../briefings/talks.html#p1"),
        ("May 7, 2025 Las conversaciones empiezan el 7 de mayo de 2025.", "../briefings/puerto.html#p1"),
        ("June 9, 2025 The treaty is signed on 9 June 2025.", "../briefings/talks.html#p1"),
    ]
    assert [link.get("lang") for link in page.select(".timeline a")] == [None, "es", None]
    assert page.select("h2#dates")
    lone = pages["tags/fog.html"]
    assert not lone.select(".chart, .timeline, a[href='#dates']")


def test_a_story_leads_to_its_edition(harbours: Path) -> None:
    page = pages_of(harbours)["briefings/talks.html"]
    (link,) = page.select(".story > header .meta a")
    assert (link["href"], link.get_text()) == ("../2025/04/04/index.html", "April 4, 2025")


def test_front_pages_name_each_other(harbours: Path) -> None:
    pages = pages_of(harbours)
    named = [
        [(link["hreflang"], link["href"]) for link in pages[name].select("link[hreflang]")]
        for name in ("index.html", "es/index.html", "ar/index.html")
    ]
    host = "https://briefing.example/"
    assert named == [[("ar", f"{host}ar/"), ("en", f"{host}en/"), ("es", f"{host}es/"), ("x-default", host)]] * 3


def test_a_topic_is_found_by_part_of_its_name(harbours: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((harbours / "output/tags.html").as_uri())
    every = page.locator("[rel=tag]:visible").count()
    page.get_by_role("searchbox").fill("e1")
    assert page.locator("[rel=tag]:visible").all_inner_texts() == [f"É{number} town" for number in (1, *range(10, 20))]
    assert page.locator(".index h3:visible").all_inner_texts() == ["E"]
    assert page.locator("output").inner_text() == "11"
    page.get_by_role("searchbox").fill("")
    assert page.locator("[rel=tag]:visible").count() == every
    page.close()


def test_time_runs_the_way_of_the_page(harbours: Path, browser: Browser) -> None:
    page = browser.new_page()
    places = []
    for name in ("ports", "mn"):
        page.goto((harbours / f"output/tags/{name}.html").as_uri())
        boxes = [bar.bounding_box() for bar in page.locator(".chart rect").all()]
        places.append([box["x"] for box in boxes if box])
    assert places[0] == sorted(places[0])
    assert places[1] == sorted(places[1], reverse=True)
    page.close()


def test_a_number_follows_its_topic_the_way_of_the_page(harbours: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((harbours / "output/tags/mn.html").as_uri())
    item = page.locator(".side li", has_text="Port Said")
    name, number = item.locator("a").bounding_box(), item.locator(".count").bounding_box()
    assert name
    assert number
    assert number["x"] < name["x"]
    page.close()


def test_all_topics_are_there_without_scripts(harbours: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((harbours / "output/tags.html").as_uri())
    assert not page.get_by_role("searchbox").is_visible()
    page.locator(".letters a", has_text="E").click()
    assert page.locator("h3:target").inner_text() == "E"
    context.close()


def test_the_index_is_html_that_says_how_many(harbours: Path) -> None:
    page = BeautifulSoup((harbours / "output/tags.html").read_text("utf-8"), "html5lib")
    for letter in page.select(".letters a"):
        name, number = letter.get_text().split()
        (heading,) = page.select(str(letter["href"]))
        assert heading.get_text() == name
        assert heading.parent is not None
        assert len(heading.parent.select("[rel=tag]")) == int(number)
