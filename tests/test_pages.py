"""The built pages, parsed: every link leads somewhere, every page says what it is, nothing comes from elsewhere."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup

from briefing.check import check_site
from conftest import run_briefing, write


def pages_of(root: Path) -> dict[str, BeautifulSoup]:
    output = root / "output"
    return {
        path.relative_to(output).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html5lib")
        for path in sorted(output.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """All but those that only lead on."""
    return {name: page for name, page in pages_of(site).items() if not page.select("[http-equiv=refresh]")}


def test_no_page_has_a_fault(site: Path) -> None:
    assert check_site(site / "output") == []


def test_every_page_is_html_without_a_parse_error(site: Path) -> None:
    for path in (site / "output").rglob("*.html"):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text("utf-8"))
        assert parser.errors == [], path


def test_every_kind_of_page_is_there(pages: dict[str, BeautifulSoup]) -> None:
    assert {"index.html", "archives.html", "tags.html", "404.html", "about.html"} <= pages.keys()
    assert {name.partition("/")[0] for name in pages if "/" in name} == {
        "2025",
        "briefings",
        "sections",
        "tags",
        "en",
        "es",
        "ru",
    }


def test_every_page_says_what_it_is(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        assert page.html is not None
        assert page.html["lang"], name
        assert len(page.find_all("h1")) == 1, name
        assert len(page.find_all("main")) == 1, name
        assert page.title is not None
        assert page.title.get_text(strip=True), name
        (canonical,) = page.select('link[rel="canonical"]')
        assert str(canonical["href"]).startswith("https://briefing.example/"), name
        assert page.select_one('link[rel="alternate"][type="application/rss+xml"]'), name


def test_no_page_asks_another_host_for_anything(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        if name == "404.html":
            continue  # shown at any depth
        for tag in page.select("img[src], script[src], link[rel=stylesheet], link[rel=icon], iframe"):
            address = str(tag.get("src") or tag.get("href"))
            assert not urlsplit(address).netloc, name
            assert not address.startswith("/"), name


def test_no_script_runs_but_those_that_the_policy_names(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        (policy,) = page.select("[http-equiv=Content-Security-Policy]")
        named = re.findall("sha256-([^']+)", str(policy["content"]))
        scripts = [str(script.string) for script in page.select("script:not([src])")]
        assert sorted(named) == sorted(b64encode(sha256(each.encode()).digest()).decode() for each in scripts), name
        searches = name.endswith("search.html")  # by compiled code, which the words below let run, and nothing else
        assert re.findall("[^ ]*unsafe[^ ]*", str(policy["content"])) == ["'wasm-unsafe-eval'"] * searches


def test_a_story_names_its_reasons(pages: dict[str, BeautifulSoup]) -> None:
    stories = {name: page for name, page in pages.items() if name.startswith("briefings/")}
    assert stories
    with_related = [page for page in stories.values() if page.select(".related li")]
    assert len(with_related) > len(stories) / 2
    for page in with_related:
        items = page.select(".related li")
        assert len(items) <= 5
        assert all(re.search("both about|ambas sobre|в обеих", item.get_text()) for item in items)


def test_linked_data_says_what_the_page_shows(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        if name.startswith("briefings/"):
            (block,) = page.select('script[type="application/ld+json"]')
            data = json.loads(str(block.string))
            heading = page.h1
            assert heading is not None
            assert data["@type"] == "NewsArticle"
            assert data["headline"] == heading.get_text()
            assert re.search(r"[+-]\d\d:\d\d$", data["datePublished"]), name


def test_a_story_is_light(site: Path) -> None:
    """With the style and the script of the site it is 40 kB at most, 12 kB as a host sends it."""
    for page in (site / "output/briefings").glob("*.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "html5lib")
        theme = [str(tag.get("href") or tag.get("src")) for tag in soup.select("link[rel=stylesheet], script[src]")]
        assert len(theme) >= 4
        files = [path.read_bytes() for path in (page, *(page.parent / each for each in theme))]
        assert sum(map(len, files)) <= 40_000, page
        assert sum(len(gzip.compress(data)) for data in files) <= 12_000, page


def test_a_long_list_goes_on_to_further_pages(small_site: Callable[..., Path]) -> None:
    head = "---\ntitle: Story {0}\ndate: 2025-04-0{0}\ntags: [ports]\n---\n\nText {0}.\n"
    stories = {f"content/briefings/{number}.md": head.format(number) for number in range(1, 8)}
    root = small_site(stories)
    conf = root / "pelican.conf"
    write(conf, conf.read_text("utf-8").replace("DEFAULT_PAGINATION = 60", "DEFAULT_PAGINATION = 3"))
    assert run_briefing(root, "build").returncode == 0
    assert check_site(root / "output") == []
    built = pages_of(root)
    listed = [
        link.get_text()
        for name in ("tags/ports.html", "tags/ports/2.html", "tags/ports/3.html")
        for link in built[name].select("main a[href*='briefings/']")
        if link.get_text().startswith("Story")
    ]
    assert listed == [f"Story {number}" for number in range(7, 0, -1)]


def test_check_finds_what_is_broken(small_site: Callable[..., Path]) -> None:
    links = "[gone](gone.html) [place](index.html#nowhere) [root](/index.html)"
    root = small_site({"content/pages/about.md": f"---\ntitle: About\n---\n\n{links}\n"})
    assert run_briefing(root, "build").returncode == 0
    result = run_briefing(root, "check")
    assert result.returncode == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("error about.html:")]
    assert [re.findall("`(.*?)`", line)[0] for line in told] == ["gone.html", "index.html#nowhere", "/index.html"]
