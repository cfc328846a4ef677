"""`briefing serve`: a save is in the browser at once, a broken one says so, and only this machine is served."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, expect

from conftest import run_briefing, write

STORY = "---\ntitle: A crane for Valdoro\ndate: 2025-04-04\n---\n\nThe port of Valdoro puts up a crane.\n"


@contextmanager
def served(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "briefing", "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins")}
    said = root.parent / "said.txt"  # not a pipe, which would be full if nobody reads it
    with said.open("wb") as file:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=file, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}/"
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except urllib.error.HTTPError:
                break  # it is there, and has no site to show
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None, said.read_text("utf-8")
                assert time.monotonic() < deadline
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert process.returncode == 0


def test_a_save_is_shown_in_the_browser(small_site: Callable[..., Path], browser: Browser) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    with served(root) as address:
        context = browser.new_context()
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        with page.expect_websocket() as socket_of:
            page.goto(f"{address}briefings/a-crane-for-valdoro.html")
        socket_of.value.wait_for_event("framereceived")
        page.wait_for_timeout(500)
        write(root / "content/briefings/a.md", STORY.replace("puts up a crane", "puts up a lighthouse"))
        page.get_by_text("puts up a lighthouse").wait_for(timeout=20_000)
        write(root / "content/briefings/a.md", STORY.replace("2025-04-04", "soon"))
        page.get_by_role("alert").wait_for(timeout=20_000)
        assert "content/briefings/a.md:3" in page.get_by_role("alert").inner_text()
        assert page.get_by_text("puts up a lighthouse").count() > 0
        write(root / "content/briefings/a.md", STORY)
        page.get_by_text("puts up a crane").first.wait_for(timeout=20_000)
        page.wait_for_function("!document.querySelector('[role=alert]')", timeout=20_000)
        assert faults == []
        context.close()


def test_a_site_that_was_broken_from_the_start_is_shown_once_it_is_mended(
    small_site: Callable[..., Path], browser: Browser
) -> None:
    root = small_site({"content/briefings/a.md": STORY.replace("2025-04-04", "soon")})
    with served(root) as address:
        page = browser.new_page()
        with page.expect_websocket() as socket_of:
            page.goto(address)
        socket_of.value.wait_for_event("framereceived")
        assert "content/briefings/a.md:3" in page.get_by_role("alert").inner_text()
        write(root / "content/briefings/a.md", STORY)
        page.get_by_role("link", name="A crane for Valdoro").first.wait_for(timeout=20_000)
        page.close()


def test_a_build_may_have_much_to_say(small_site: Callable[..., Path]) -> None:
    """More than a line to the server may hold is cut short there, and the server goes on."""
    root = small_site({"content/briefings/a.md": STORY.replace("2025-04-04", "é" * 3_000_000)})
    with served(root) as address:
        try:
            text = urllib.request.urlopen(address, timeout=10).read().decode()
        except urllib.error.HTTPError as error:
            text = error.read().decode()
        assert "content/briefings/a.md:3" in text
        assert len(text) < 2_000_000


def test_settings_saved_by_renaming_are_seen_every_time(small_site: Callable[..., Path], browser: Browser) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    conf = (root / "pelican.conf").read_text("utf-8")
    with served(root) as address:
        page = browser.new_page()
        page.goto(address)
        for name in ("The First Paper", "The Second Paper"):
            page.wait_for_timeout(500)
            write(root / "new.conf", conf.replace("The Valdoro Briefing", name))
            (root / "new.conf").rename(root / "pelican.conf")
            page.get_by_role("heading", name=name).wait_for(timeout=20_000)
            assert page.title() == name
        page.close()


def test_an_address_that_is_not_there_gets_the_sites_page(small_site: Callable[..., Path]) -> None:
    with served(small_site({"content/briefings/a.md": STORY})) as address:
        try:
            urllib.request.urlopen(f"{address}nothing/here.html", timeout=10)
            status, text = 200, ""
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
    assert status == 404
    assert "Page not found" in text


def test_the_index_of_the_search_page_never_lags_behind_the_pages(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    assert run_briefing(root, "build").returncode == 0
    assert (root / "output/search/index").is_dir()
    with served(root):
        assert not (root / "output/search/index").exists()


def test_a_story_appears_when_its_embargo_ends(small_site: Callable[..., Path], browser: Browser) -> None:
    """The last save is made while the story is held; what publishes it is the time."""

    def hold_until(due: datetime) -> str:
        return STORY.replace("---\n\n", f"embargo: {due:%Y-%m-%d %H:%M:%S}+00:00\n---\n\n")

    files = {"content/briefings/a.md": hold_until(datetime(2999, 1, 1, tzinfo=UTC))}
    root = small_site({**files, "content/briefings/b.md": STORY.replace("A crane", "A ship")})
    with served(root) as address:
        page = browser.new_page()
        page.goto(address)
        assert page.get_by_text("A crane for Valdoro").count() == 0
        due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=5)
        write(root / "content/briefings/a.md", hold_until(due))
        page.get_by_role("link", name="A crane for Valdoro").first.wait_for(timeout=40_000)
        assert datetime.now(UTC) >= due
        page.close()


def test_code_that_changes_is_loaded_anew(small_site: Callable[..., Path], browser: Browser) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    code = root / "plugins/briefing/press.py"
    text = code.read_text("utf-8")
    with served(root) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_timeout(500)
        write(code, "not Python")
        expect(page.get_by_role("alert")).to_contain_text("plugins/briefing/press.py:1: ", timeout=20_000)
        write(code, text.replace("return template.render(", "return '<p>Printed anew</p>' + template.render("))
        expect(page.get_by_text("Printed anew")).to_be_visible(timeout=20_000)
        page.close()
