"""Every kind of page examined by axe, for WCAG 2.2 AA and good practice: both schemes, a phone and a wide screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from conftest import hosted
from test_browser import KINDS

Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
PAGES = (
    *KINDS,
    "briefings/energy-leads-the-talks-as-russia-and-mexico-hold-their-first-business-forum.html",
    "briefings/diplom-s-drugogo-berega.html",
    "tags/mexico.html",
    "404.html",
    "search.html?q=mexico",
    "search.html?q=nothing-of-the-kind",
)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with hosted(site / "output", "") as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(host: str, browser: Browser, name: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}/{name}")
    if "?" in name:
        expect(page.locator("output")).not_to_be_empty()
    page.evaluate(Axe().axe_script)
    found: dict[str, list[str]] = {}
    for scheme in get_args(Scheme):
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            result = page.evaluate(RUN, RULES)
            assert len(result["passes"]) > 15
            for fault in result["violations"]:
                found[f"{fault['id']}, {scheme}, {width}"] = [node["html"] for node in fault["nodes"]]
    page.close()
    assert found == {}
