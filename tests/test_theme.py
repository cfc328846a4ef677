"""A site changes one thing of the theme, and what is written for theme authors is what the code says."""

import re
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import get_args

from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from briefing import pieces, views
from conftest import ROOT, run_briefing, write
from test_rebuild import build_and_list_imports
from theme_page import PAGE, write_page

STORY = "---\ntitle: {0}\ndate: 2025-04-0{1}\ntags: [ports]\n---\n\nThe harbour of Valdoro is open, number {1}.\n"
TAG = '{{% extends "!theme/tag.html" %}}{{% block side %}}{{{{ super() }}}}<p class="own">{}</p>{{% endblock %}}'
ACCENT = ":root {{ --accent: {}; }}"
ICON = "<svg xmlns='http://www.w3.org/2000/svg'/>"
COLOUR = "getComputedStyle(document.querySelector('.kicker')).color"


def read_tag(root: Path) -> BeautifulSoup:
    return BeautifulSoup((root / "output/tags/ports.html").read_text("utf-8"), "html5lib")


def build(root: Path) -> None:
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr


def test_a_template_a_token_and_a_file_are_changed(small_site: Callable[..., Path], browser: Browser) -> None:
    """Each change is seen, by the build that takes no Pelican too; what it does not touch is not made again."""
    root = small_site({f"content/briefings/{number}.md": STORY.format(f"Story {number}", number) for number in (1, 2)})
    build(root)
    page, overrides = browser.new_page(), root / "overrides"
    write(overrides / "static/img/icon.svg", ICON)
    made = []
    for text, colour in (("Filed by hand", "rgb(1, 2, 3)"), ("Filed by the harbour office", "rgb(4, 5, 6)")):
        write(overrides / "templates/tag.html", TAG.format(text))
        write(overrides / "static/css/site.css", ACCENT.format(colour))
        build(root)
        assert [each.get_text() for each in read_tag(root).select(".own")] == [text]
        page.goto((root / "output/tags/ports.html").as_uri())
        assert page.evaluate(COLOUR) == colour
        made.append((root / "output/briefings/story-1.html").stat().st_mtime_ns)
    page.close()
    assert made[0] == made[1]
    assert (root / "output/theme/img/icon.svg").read_text("utf-8") == ICON
    write(root / "content/briefings/3.md", STORY.format("Story 3", 3))
    _, imported = build_and_list_imports(root)
    assert "pelican" not in imported
    assert read_tag(root).select(".own")
    assert "Story 3" in read_tag(root).get_text()
    assert run_briefing(root, "verify").returncode == 0
    shutil.rmtree(overrides)
    build(root)
    assert not read_tag(root).select(".own, [href*='site.css']")
    assert not (root / "output/theme/css/site.css").exists()
    assert run_briefing(root, "verify").returncode == 0


def test_the_page_for_theme_authors_is_that_of_the_code() -> None:
    page = PAGE.read_text("utf-8")
    assert write_page(page) == page, "run `.venv/bin/python docs/theme_page.py`"


def test_every_field_of_every_view_is_told() -> None:
    told = {}
    for section in re.split(r"^### ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        told[section.split("\n")[0]] = re.findall(r"^- `(\w+)`", section, re.MULTILINE)
    kinds = {*get_args(views.View), *(each for each in vars(pieces).values() if isinstance(each, type))}
    own = {each for each in kinds if each.__module__.startswith("briefing.")}
    assert told == {kind.__name__: [field.name for field in fields(kind)] for kind in own}


def test_every_template_is_told_with_its_view() -> None:
    told = dict(re.findall(r"^\| (`.*?`) \| `(\w+)` \|$", PAGE.read_text("utf-8"), re.MULTILINE))
    named = {name for cell in told for name in re.findall("`(.*?)`", cell)}
    templates = {path.name for path in (ROOT / "theme/templates").iterdir() if not path.name.startswith("_")}
    assert named | {"base.html"} == templates
    assert {*told.values()} == {view.__name__ for view in get_args(views.View)}
