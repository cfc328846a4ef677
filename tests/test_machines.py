"""What the site tells machines: a sitemap of just the pages that may be listed, linked data, and a page for no page."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser

from briefing.check import check_site
from conftest import hosted, run_briefing, write
from test_pages import pages_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ORIGIN = "https://news.example/daily"
STORY = """---
title: The "first" </script> crane
date: 2025-04-04 10:00:00+02:00
modified: 2025-04-06
summary: A crane & a bridge
authors: [Ana Ruiz]
place: Valdoro
source: Quillay Press
tags: [ports]
history: ['2025-04-06: The crane is blue.']
seed: {file: seeds/a.txt, sha256: '00'}
---

The port of Valdoro puts up a crane.
"""
OTHER = "---\ntitle: Бухта\nslug: бухта\ndate: 2025-04-02\nlang: ru\ntags: [ports]\n---\n\nВ бухте кран.\n"
DRAFT = "---\ntitle: Not yet\ndate: 2025-05-05\nstatus: {0}\n---\n\nNot yet.\n"


def make_site(small_site: Callable[..., Path]) -> Path:
    root = small_site(
        {
            "content/briefings/a.md": STORY,
            "content/briefings/b.md": OTHER,
            "content/briefings/c.md": DRAFT.format("draft"),
            "content/briefings/d.md": DRAFT.format("hidden").replace("Not yet", "Never"),
            "content/pages/about.md": "---\ntitle: About\n---\n\nAbout.\n",
        }
    )
    conf = (root / "pelican.conf").read_text("utf-8")
    write(
        root / "pelican.conf",
        conf.replace("https://briefing.example", ORIGIN).replace("per_story = 6", "per_story = 0"),
    )
    assert run_briefing(root, "build").returncode == 0
    return root


def changes_of(root: Path) -> dict[str, str | None]:
    urls = ET.parse(root / "output/sitemap.xml").getroot().findall(f"{SITEMAP}url")
    return {url.findtext(f"{SITEMAP}loc") or "": url.findtext(f"{SITEMAP}lastmod") for url in urls}


def test_the_sitemap_lists_just_the_pages_that_may_be_listed(small_site: Callable[..., Path]) -> None:
    root = make_site(small_site)
    assert check_site(root / "output") == []
    pages = pages_of(root)
    listed = {
        str(page.select('link[rel="canonical"]')[0]["href"])
        for page in pages.values()
        if not page.select('meta[name="robots"][content="noindex"]')
    }
    assert changes_of(root).keys() == listed
    assert {name for name in pages if pages[name].select('meta[name="robots"]')} == {
        "404.html",
        "drafts/not-yet.html",
        "briefings/never.html",
        "search.html",
        "ru/search.html",
    }
    assert (root / "output/robots.txt").read_text("utf-8").endswith(f"\n\nSitemap: {ORIGIN}/sitemap.xml\n")


def test_a_page_was_changed_when_the_youngest_of_what_it_shows_was(small_site: Callable[..., Path]) -> None:
    changes = changes_of(make_site(small_site))
    later, earlier = "2025-04-06T00:00:00+00:00", "2025-04-02T00:00:00+00:00"
    told = {address.removeprefix(f"{ORIGIN}/"): changed for address, changed in changes.items()}
    assert told == {
        **dict.fromkeys(["", "en/", "tags.html", "archives.html", "tags/ports.html", "sections/briefings.html"], later),
        **dict.fromkeys(["2025/04/", "2025/04/04/", "briefings/the-first-script-crane.html"], later),
        **dict.fromkeys(["ru/", "2025/04/02/", "briefings/%D0%B1%D1%83%D1%85%D1%82%D0%B0.html"], earlier),
        "about.html": None,
    }


def test_the_linked_data_of_a_story_is_complete(small_site: Callable[..., Path]) -> None:
    page = pages_of(make_site(small_site))["briefings/the-first-script-crane.html"]
    (block,) = page.select('script[type="application/ld+json"]')
    address = f"{ORIGIN}/briefings/the-first-script-crane.html"
    press = {"@type": "Organization", "name": "Quillay Press"}
    assert json.loads(str(block.string)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": 'The "first" </script> crane',
        "description": "A crane & a bridge",
        "author": [{"@type": "Person", "name": "Ana Ruiz"}],
        "sourceOrganization": press,
        "dateline": "Valdoro",
        "contentLocation": {"@type": "Place", "name": "Valdoro"},
        "articleSection": "Briefings",
        "keywords": ["ports"],
        "url": address,
        "mainEntityOfPage": address,
        "publisher": {"@type": "Organization", "name": "The Valdoro Briefing", "url": f"{ORIGIN}/"},
        "datePublished": "2025-04-04T10:00:00+02:00",
        "dateModified": "2025-04-06T00:00:00+00:00",
        "isAccessibleForFree": True,
        "isBasedOn": {"@type": "CreativeWork", "name": "seeds/a.txt", "publisher": press},
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "Updated April 6, 2025: The crane is blue.",
                "datePublished": "2025-04-06",
            }
        ],
        "inLanguage": "en",
    }


def test_no_linked_data_says_nothing(site: Path) -> None:
    """Every value is a word, every address absolute, every moment has its offset."""

    def values(data: Any, key: str = "") -> Iterator[tuple[str, Any]]:
        if isinstance(data, dict):
            for name, value in data.items():
                yield from values(value, name)
        elif isinstance(data, list):
            assert data
            for value in data:
                yield from values(value, key)
        else:
            yield key, data

    stories = {name: page for name, page in pages_of(site).items() if name.startswith("briefings/")}
    for name, page in stories.items():
        (block,) = page.select('script[type="application/ld+json"]')
        data = json.loads(str(block.string))
        assert {"headline", "author", "publisher", "datePublished", "dateModified", "isBasedOn", "url"} - {
            "author"
        } <= data.keys()
        for key, value in values(data):
            assert isinstance(value, int) or value.strip(), (name, key)
            if key in ("url", "mainEntityOfPage"):
                assert value.startswith("https://briefing.example/"), name
            if key in ("datePublished", "dateModified"):
                assert datetime.fromisoformat(value).tzinfo, name


def test_the_page_for_no_page_is_styled_and_leads_on_from_any_depth(
    small_site: Callable[..., Path], browser: Browser
) -> None:
    root = make_site(small_site)
    with hosted(root / "output", "/daily") as host:
        page = browser.new_page()
        for address in ("/gone.html", "/2025/04/31/a/b/c.html"):
            answer = page.goto(host + address)
            assert answer is not None
            assert answer.status == 404
            assert page.locator("h1").inner_text() == "Page not found"
            assert page.evaluate("getComputedStyle(document.body).display") == "grid"
        for link in page.locator("a[href]").all():
            href = link.evaluate("a => a.href.split('#')[0]")
            assert page.request.get(href).status == (404 if href == page.url else 200), href
        page.close()
