"""A person with a real browser: from disk, on a phone and a wide screen, in both colour schemes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

LEFT = "net::ERR_ABORTED"
"""A request that was under way when the browser went on to the next page."""
BACKGROUND = "[document.documentElement, document.body].map(e => getComputedStyle(e).backgroundColor).join()"
KINDS = [
    "index.html",
    "es/index.html",
    "2025/04/11/index.html",
    "2025/04/index.html",
    "archives.html",
    "tags.html",
    "about.html",
    "sections/briefings.html",
]


def addresses(site: Path) -> list[Path]:
    output = site / "output"
    return [
        *(output / name for name in KINDS),
        *sorted((output / "briefings").glob("*.html")),
        min((output / "tags").glob("*.html")),
    ]


def open_page(browser: Browser, width: int, scheme: str) -> tuple[Page, list[str]]:
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url) if request.failure != LEFT else None)
    page.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    return page, faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_opens_from_disk_without_a_fault(site: Path, browser: Browser, width: int, scheme: str) -> None:
    page, faults = open_page(browser, width, scheme)
    for path in addresses(site):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate("[...document.styleSheets].length") >= 2, path
    assert faults == []
    page.context.close()


def test_the_colours_follow_the_scheme(site: Path, browser: Browser) -> None:
    backgrounds = set()
    for scheme in ("light", "dark"):
        page, _ = open_page(browser, 1280, scheme)
        page.goto((site / "output/index.html").as_uri())
        backgrounds.add(page.evaluate(BACKGROUND))
        page.context.close()
    assert len(backgrounds) == 2


def test_from_home_to_a_related_story_and_back_by_keyboard(site: Path, browser: Browser) -> None:
    page, faults = open_page(browser, 1280, "light")
    page.goto((site / "output/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".lead a[href*='briefings/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefings/*.html")
    first = page.locator("h1").inner_text()
    page.locator(".related a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("first => document.querySelector('h1').innerText !== first", arg=first)
    page.locator("a[href$='index.html']").first.click()
    page.wait_for_url("**/index.html")
    assert faults == []
    page.context.close()


def test_everything_can_be_read_without_scripts(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "output/index.html").as_uri())
    page.locator(".lead a[href*='briefings/']").first.click()
    assert page.locator("article p").count() > 1
    assert not page.locator("button").first.is_visible()
    context.close()
