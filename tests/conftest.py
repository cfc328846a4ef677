"""The site itself, built once from its own seeds by its own command, and a real browser to look at it."""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from briefing.shelf import Folders

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("pelican.conf", "seeds", "content", "theme", "plugins")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def copy_site(to: Path) -> Path:
    """Copy what a site is made from, as a fresh clone has it."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, to / part)
    return to


def run_anew(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the site's command in the site's folder, by the code that lies there, as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "plugins"), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@functools.cache
def open_commands() -> subprocess.Popen[str]:
    """Start the process that commands are forked from."""
    return subprocess.Popen(
        [sys.executable, Path(__file__).with_name("commands.py")],
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.fixture(scope="session", autouse=True)
def _close_commands() -> Iterator[None]:
    yield
    if open_commands.cache_info().currsize:
        open_commands().communicate()


def run_briefing(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `run_anew` does, but by the code that is tested, and in less time (see commands.py)."""
    process = open_commands()
    assert process.stdin
    assert process.stdout
    with tempfile.TemporaryDirectory() as said:
        order = {"root": str(root), "arguments": arguments, "environment": {**os.environ, **environment}, "said": said}
        print(json.dumps(order), file=process.stdin, flush=True)
        status = int(process.stdout.readline())
        out, err = (Path(said, name).read_text("utf-8") for name in ("out", "err"))
    return subprocess.CompletedProcess(arguments, status, out, err)


def read_tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site's own stories, for reading only."""
    root = copy_site(tmp_path_factory.mktemp("site"))
    result = run_anew(root, "build")
    assert result.returncode == 0, result.stderr
    return root


def make_site(root: Path, files: Mapping[str, str | bytes] = MappingProxyType({})) -> Path:
    """Make a site of the given files on the real theme, plugins and settings."""
    for part in ("theme", "plugins"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy2(ROOT / "pelican.conf", root)
    for folder in ("content/briefings", "content/pages", "content/images", "seeds"):
        (root / folder).mkdir(parents=True)
    for name, text in files.items():
        write(root / name, text)
    return root


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[..., Path]:
    """Make a site of the test's own."""
    return partial(make_site, tmp_path / "small")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path, tmp_path / "seeds", tmp_path / "content/briefings", tmp_path / ".cache")


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


@contextmanager
def hosted(output: Path, at: str) -> Iterator[str]:
    """Serve a site as a static host does: in a folder of the host, with its own page for what is not there."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(re.sub(f"^{at}", "", path) if path.startswith(at) else "/nowhere")

        def send_error(self, code: int, *_: Any) -> None:
            page = (output / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{at}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "the browser tests need Chromium: make test installs it, or apt install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield running
        running.close()
