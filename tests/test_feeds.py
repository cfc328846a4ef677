"""Feeds as a reader's program takes them: valid RSS 2.0, whole texts, and names that outlive an edit."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest

from briefing.feeds import absolute_links
from conftest import run_briefing, write

STORY = """---
title: A crane for Valdoro
date: 2025-04-04
id: urn:uuid:0000
tags: [ports]
---

The port of Valdoro puts up a crane. See [the bridge]({filename}b.md),
[about](../about.html) and ![it](../images/x.png).
"""
ATOM = "{http://www.w3.org/2005/Atom}link"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def feeds_of(root: Path) -> list[Path]:
    return sorted((root / "output/feeds").glob("*.xml"))


def test_every_feed_is_valid(site: Path) -> None:
    assert len(feeds_of(site)) > 2
    for path in feeds_of(site):
        parsed = feedparser.parse(path.read_bytes())
        assert parsed.bozo == 0, path
        channel = ET.parse(path).getroot().find("channel")
        assert channel is not None
        assert all((channel.findtext(name) or "").strip() for name in ("title", "link", "description", "language"))
        link = channel.find(ATOM)
        assert link is not None
        assert (link.get("rel"), link.get("type")) == ("self", "application/rss+xml")
        assert link.get("href") == f"https://briefing.example/feeds/{path.name}"


def test_every_item_is_whole(site: Path) -> None:
    for path in feeds_of(site):
        items = ET.parse(path).getroot().findall("channel/item")
        assert items, path
        guids = [item.findtext("guid") for item in items]
        assert len(set(guids)) == len(guids)
        for item in items:
            guid = item.find("guid")
            assert guid is not None
            assert guid.get("isPermaLink") == "false"
            assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", item.findtext("pubDate") or "")
            assert (item.findtext("link") or "").startswith("https://briefing.example/briefings/")
            assert item.findtext("description")
            assert "<p>" in (item.findtext(CONTENT) or "")
            assert item.findall("category")


def test_the_site_feed_holds_every_story_newest_first(site: Path) -> None:
    parsed = feedparser.parse((site / "output/feeds/all.rss.xml").read_bytes())
    dates = [entry.published_parsed for entry in parsed.entries]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == len([*(site / "content/briefings").glob("*.md")])


def test_a_story_keeps_its_name_whatever_is_edited(small_site: Callable[..., Path]) -> None:
    """A new slug, date or title is no new story to a subscriber."""
    root = small_site(
        {
            "content/briefings/a.md": STORY,
            "content/briefings/b.md": STORY.replace("0000", "1111").replace("crane", "bridge"),
        }
    )
    assert run_briefing(root, "build").returncode == 0
    before = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes())
    edited = STORY.replace("title: A crane", "title: Two cranes").replace(
        "date: 2025-04-04", "date: 2025-04-05\nslug: cranes"
    )
    write(root / "content/briefings/a.md", edited)
    assert run_briefing(root, "build").returncode == 0
    after = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes())
    assert {entry.id for entry in before.entries} == {entry.id for entry in after.entries}
    assert {entry.link for entry in before.entries} != {entry.link for entry in after.entries}


def test_addresses_in_a_feed_are_absolute(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY, "content/briefings/b.md": STORY.replace("crane", "bridge")})
    assert run_briefing(root, "build").returncode == 0
    text = (root / "output/feeds/all.rss.xml").read_text("utf-8")
    addresses = re.findall(r'(?:href|src)="([^"]*)"', text.replace("&quot;", '"'))
    assert "https://briefing.example/briefings/a-bridge-for-valdoro.html" in addresses
    assert "https://briefing.example/about.html" in addresses
    assert all(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("../about.html", "https://news.example/about.html"),
        ("#top", "https://news.example/briefings/a.html#top"),
        ("?a=1&amp;b=2", "https://news.example/briefings/a.html?a=1&amp;b=2"),
        ("https://other.example/", "https://other.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_resolve_as_in_a_browser(address: str, absolute: str) -> None:
    base = "https://news.example/briefings/a.html"
    assert absolute_links(f'<a class="x" href="{address}">x</a>', base) == f'<a class="x" href="{absolute}">x</a>'


def test_an_empty_feed_has_no_time_of_its_own(small_site: Callable[..., Path]) -> None:
    root = small_site()
    assert run_briefing(root, "build").returncode == 0
    text = (root / "output/feeds/all.rss.xml").read_text("utf-8")
    assert feedparser.parse(text.encode()).bozo == 0
    assert "lastBuildDate" not in text


def test_midnight_is_midnight_where_the_site_is(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.partition("See")[0]})
    conf = root / "pelican.conf"
    write(conf, conf.read_text("utf-8").replace('TIMEZONE = "UTC"', 'TIMEZONE = "America/Mexico_City"'))
    assert run_briefing(root, "build").returncode == 0
    (entry,) = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes()).entries
    assert entry.published == "Fri, 04 Apr 2025 00:00:00 -0600"
    assert timedelta(hours=entry.published_parsed.tm_hour) == timedelta(hours=6)
