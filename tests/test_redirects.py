"""A topic's old address leads to its new one when an editor makes its name an alias."""

from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from conftest import run_briefing, write

STORY = "---\ntitle: Mills {name}\ndate: 2025-04-0{day}\ntags: [{tag}]\n---\n\nThe mills of Valdoro make steel.\n"
ALIASES = '[tags."Steelmaking"]\naliases = ["Steel works", "Iron"]\n'


def read_page(root: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((root / "output" / "tags" / name).read_text("utf-8"), "html.parser")


def test_an_alias_leads_to_its_tag_until_it_is_taken_back(small_site: Callable[..., Path]) -> None:
    root = small_site({
        "content/briefings/one.md": STORY.format(name="one", day=1, tag="Steel works"),
        "content/briefings/two.md": STORY.format(name="two", day=2, tag="Steel works"),
        "content/vocabulary.toml": "",
    })  # fmt: skip
    assert run_briefing(root, "build").returncode == 0
    assert not read_page(root, "steel-works.html").select("[http-equiv=refresh]")
    write(root / "content" / "vocabulary.toml", ALIASES)
    assert run_briefing(root, "build").returncode == 0
    page = read_page(root, "steel-works.html")
    (refresh,), (canonical,), (link,) = map(page.select, ("[http-equiv=refresh]", "link[rel=canonical]", "a"))
    assert refresh["content"] == "0; url=steelmaking.html"
    assert str(canonical["href"]).endswith("/tags/steelmaking.html")
    assert link["href"] == "steelmaking.html"
    assert "Mills one" in read_page(root, "steelmaking.html").text
    write(root / "content" / "briefings" / "one.md", STORY.format(name="three", day=3, tag="Steel works"))
    assert run_briefing(root, "build").returncode == 0
    assert read_page(root, "steel-works.html") == page
    assert run_briefing(root, "check").returncode == 0
    write(root / "content" / "vocabulary.toml", "")
    assert run_briefing(root, "build").returncode == 0
    assert "Mills three" in read_page(root, "steel-works.html").text
    assert not (root / "output" / "tags" / "steelmaking.html").exists()
    assert not (root / "output" / "tags" / "iron.html").exists()
