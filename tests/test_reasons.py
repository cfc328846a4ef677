"""Why a story has its tags and links: what is told is what the page shows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from rich.cells import cell_len
from rich.text import Text

from conftest import read_tree, run_briefing

FORUM = "energy-leads-the-talks-as-russia-and-mexico-hold-their-first-business-forum"


def story(title: str, body: str, front: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2025-04-04\n{front}---\n\n{body}\n"


STORIES = {
    "content/briefings/a.md": story(
        "A crane for Valdoro", "The port of Valdoro puts up a crane for steel.", "tags: [Harbours]\nkeywords: [quays]\n"
    ),
    "content/briefings/b.md": story("Steel for Valdoro", "Steel came to the port of Valdoro. The crane lifted it."),
    "content/briefings/c.md": story("Beans", "Nobody knows how beans got here.", "status: draft\n"),
}


def explain(root: Path, slug: str) -> Any:
    result = run_briefing(root, "explain", "--json", slug)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_what_is_told_is_what_the_page_shows(site: Path) -> None:
    told = explain(site, FORUM)
    page = BeautifulSoup((site / f"output/briefings/{FORUM}.html").read_text("utf-8"), "html5lib")
    shown = [link.get_text() for link in page.select("main a[href*='tags/']")]
    assert shown
    assert [tag["name"] for tag in told["tags"] if tag["name"] in shown] == list(dict.fromkeys(shown))
    links = [str(link["href"]).rpartition("/")[2].removesuffix(".html") for link in page.select(".related li a")]
    assert [link["slug"] for link in told["related"]] == list(dict.fromkeys(links))


def test_each_tag_has_phrases_and_each_link_words_that_weigh(site: Path) -> None:
    told = explain(site, FORUM)
    assert told["tags"]
    assert told["related"]
    for tag in told["tags"]:
        assert tag["stories"] >= 1
        assert all(phrase["score"] > 0 and phrase["forms"] for phrase in tag["phrases"])
        assert tag["phrases"] or tag["origin"] != "text"
    for link in told["related"]:
        assert 0 < link["likeness"] <= 1
        weights = [weight for _, weight in link["terms"]]
        assert weights == sorted(weights, reverse=True)


def test_plain_lines_are_one_a_tag_and_one_a_link(site: Path) -> None:
    told = explain(site, FORUM)
    lines = run_briefing(site, "explain", FORUM).stdout.splitlines()
    starts = [f"tag {tag['name']}: {tag['kind']}, " for tag in told["tags"]]
    starts += [f"related {link['slug']}: likeness {link['likeness']:.2f}" for link in told["related"]]
    assert len(lines) == len(starts)
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_is_never_too_narrow(width: int, site: Path) -> None:
    result = run_briefing(site, "explain", FORUM, FORCE_COLOR="1", COLUMNS=str(width), TERM="xterm")
    assert "\x1b[" in result.stdout
    assert max(cell_len(Text.from_ansi(line).plain) for line in result.stdout.splitlines()) <= width


def read_sources(root: Path) -> dict[str, bytes]:
    """Read what a site is made from, without what Python and the build may keep to be faster next time."""
    kept = ("__pycache__", ".cache")
    return {name: data for name, data in read_tree(root).items() if not any(part in name for part in kept)}


def test_nothing_is_written(small_site: Callable[..., Path]) -> None:
    root = small_site(STORIES)
    before = read_sources(root)
    explain(root, "a-crane-for-valdoro")
    assert read_sources(root) == before
    assert not (root / "output").exists()


def test_it_says_who_chose_a_tag(small_site: Callable[..., Path]) -> None:
    told = explain(small_site(STORIES), "a-crane-for-valdoro")
    origins = {tag["name"]: tag["origin"] for tag in told["tags"]}
    assert (origins["Harbours"], origins["quays"], origins["Valdoro"]) == ("editor", "keywords", "text")


def test_an_articles_file_stands_for_its_story(small_site: Callable[..., Path]) -> None:
    root = small_site(STORIES)
    assert explain(root, "content/briefings/a.md") == explain(root, "a-crane-for-valdoro")


WRONG = {
    "a-crane-for-valdor": "there is no story and no seed `a-crane-for-valdor`: did you mean `a-crane-for-valdoro`?",
    "seeds/x.txt": "there is no story and no seed `seeds/x.txt`: name a file in seeds/ or the slug of a story",
    "beans": "content/briefings/c.md: tags and links are chosen among published stories: "
    "take `status: draft` out to see them",
}


@pytest.mark.parametrize("what", WRONG)
def test_a_story_that_cannot_be_explained(what: str, small_site: Callable[..., Path]) -> None:
    result = run_briefing(small_site(STORIES), "explain", what)
    assert result.returncode == 1
    assert result.stderr.splitlines()[0] == f"error {WRONG[what]}"


def test_a_story_that_is_broken_is_named(small_site: Callable[..., Path]) -> None:
    root = small_site({**STORIES, "content/briefings/d.md": "---\ntitle: No date\n---\n"})
    result = run_briefing(root, "explain", "a-crane-for-valdoro")
    assert result.returncode == 1
    assert result.stderr.startswith("error content/briefings/d.md:1: the story has no date")
