"""A person with a real browser: from disk, on a phone and a wide screen, in both colour schemes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import hosted, run_briefing

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
    "search.html",
    "es/search.html",
]


def addresses(site: Path) -> list[Path]:
    output = site / "output"
    return [
        *(output / name for name in KINDS),
        *sorted((output / "briefings").glob("*.html")),
        output / "tags/mexico.html",
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


def test_a_choice_of_colours_is_kept(site: Path, browser: Browser) -> None:
    page, faults = open_page(browser, 390, "light")
    page.goto((site / "output/index.html").as_uri())
    seen = [page.evaluate(BACKGROUND)]
    for _ in range(2):
        page.locator(".switch").click()
        seen.append(page.evaluate(BACKGROUND))
    assert seen[0] == seen[1] != seen[2]
    page.goto((site / "output/tags.html").as_uri())
    assert page.evaluate(BACKGROUND) == seen[2]
    assert page.locator(".switch").inner_text() == "Colours: dark"
    assert faults == []
    page.context.close()


def test_the_address_of_a_story_is_copied(site: Path, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    with hosted(site / "output", "") as host:
        page.goto(f"{host}/briefings/veracruz-cinco-siglos-de-puerto.html")
        page.get_by_role("button", name="Copiar el enlace").click()
        page.get_by_role("button", name="Enlace copiado").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://briefing.example/briefings/veracruz-cinco-siglos-de-puerto.html"
    assert faults == []
    context.close()


def test_a_printed_story_has_addresses_and_no_ways_through_the_site(
    small_site: Callable[..., Path], browser: Browser
) -> None:
    text = "---\ntitle: Crane\ndate: 2025-04-04\n---\n\nSee [the port](https://port.example/a).\n"
    root = small_site({"content/briefings/crane.md": text})
    assert run_briefing(root, "build").returncode == 0
    page, _ = open_page(browser, 800, "dark")
    page.emulate_media(media="print")
    page.goto((root / "output/briefings/crane.html").as_uri())
    assert not any(each.is_visible() for each in page.locator("nav, button, .skip, body > footer").all())
    shown = "getComputedStyle(document.querySelector('.prose a'), '::after').content"
    assert page.evaluate(shown) == '" (https://port.example/a)"'
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    page.context.close()


def test_everything_can_be_read_without_scripts(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "output/index.html").as_uri())
    page.locator(".lead a[href*='briefings/']").first.click()
    assert page.locator("article p").count() > 1
    assert not page.locator("button").first.is_visible()
    context.close()
