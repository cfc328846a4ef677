"""The site on this machine while one works on it: every save is built and shown in the browser at once."""

import asyncio
import html
import json
import logging
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import click
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler, StaticFileHandler
from livereload.watcher import Watcher
from tornado.web import Application, OutputTransform
from watchfiles import Change, DefaultFilter, awatch

from briefing.clock import build_moment
from briefing.conf import load_settings
from briefing.errors import BriefingError
from briefing.last import CONF, next_release, read_last
from briefing.snapshot import walk

HOST = "127.0.0.1"
NO_PAGE = b'<!doctype html><html lang="en"><head><title>No page</title></head><body></body></html>'
"""For a site that was never built: into it go the message and the script that waits for the next build."""
SCRIPT = b'<script src="/livereload.js?port=%d" defer></script></head>'
LOOK = 5
"""Seconds after which it is looked again whether a story is due."""
LONGEST = 2**24
"""Letters of what a build may have to say."""
STEP = 50
"""Milliseconds of quiet that end a save: editors write a file in several steps."""


class Workbench:
    """What the server knows of the last build: the message that it failed with, if it did."""

    failure = ""


class Injector(OutputTransform):
    """Adds to each page livereload's script, by address as the content policy wants it, and why a build failed."""

    port = 0

    def transform_first_chunk(
        self,
        status_code: int,
        headers: Any,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002 - Tornado's signature
    ) -> tuple[int, Any, bytes]:
        if "html" in headers.get("Content-Type", ""):
            length = len(chunk)
            chunk = chunk.replace(b"</head>", SCRIPT % self.port, 1)
            if Workbench.failure:
                message = f'<body><pre role="alert">{html.escape(Workbench.failure)}</pre>'
                chunk = chunk.replace(b"<body>", message.encode(), 1)
            if "Content-Length" in headers:
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(chunk) - length)
        return status_code, headers, chunk


class SiteHandler(StaticFileHandler):  # type: ignore[misc]
    """Serves `output/`; an address that does not exist gets the site's own page for it."""

    def set_extra_headers(self, _path: str) -> None:
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        page = Path(self.root, "404.html")
        if status_code == 404:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes() if page.is_file() else NO_PAGE)
        else:
            super().write_error(status_code, **kwargs)


def serve_site(root: Path, port: int | None) -> None:
    """Build, serve on this machine only, and build again at each change until interrupted."""
    settings = load_settings(root / CONF)
    try:
        asyncio.run(run(root, settings, port or settings.get("PORT", 8000)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        click.echo("\nStopped.")


async def run(root: Path, settings: dict[str, Any], port: int) -> None:
    """Listen on `port`, then build and reload at each batch of changes."""
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    LiveReloadHandler.watcher = Watcher()
    LiveReloadHandler.live_css = True
    Injector.port = port
    if task := asyncio.current_task():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    batches = changes_of(root, settings)
    batch = asyncio.ensure_future(anext(batches))  # what is saved while the first build runs is a change too
    builder = Builder(root, settings["DEFAULT_LANG"])
    await builder.build()
    output = settings["OUTPUT_PATH"]
    application = Application(
        [
            ("/livereload", LiveReloadHandler),
            ("/livereload.js", LiveReloadJSHandler),
            ("/(.*)", SiteHandler, {"path": output, "default_filename": "index.html"}),
        ],
        transforms=[Injector],
    )
    try:
        server = application.listen(port, address=HOST)
    except OSError as error:
        raise BriefingError(f"port {port} cannot be had ({error.strerror}): name another with --port", CONF) from error
    click.echo(f"Serve  http://{HOST}:{port}/ (Ctrl-C stops)")
    try:
        while True:
            changes = await batch
            batch = asyncio.ensure_future(anext(batches))
            if not Workbench.failure and await asyncio.to_thread(is_built, root):
                continue  # it was the build itself that wrote
            names = sorted({Path(path).name for _, path in changes})
            if names:
                click.echo(f"Saved  {', '.join(names[:3])}{' …' if len(names) > 3 else ''}")
            else:
                click.echo("Due    a story whose embargo has ended")
            before = times_of(output), Workbench.failure
            await builder.build()
            if (times_of(output), Workbench.failure) != before:
                LiveReloadHandler.reload_waiters("*")
    finally:
        server.stop()
        await builder.stop()


def is_built(root: Path) -> bool:
    """Tell whether the site was built from what is there now."""
    last = read_last(root, index=False)
    return last is not None and not last.changed


async def changes_of(root: Path, settings: dict[str, Any]) -> AsyncIterator[set[tuple[Change, str]]]:
    """Watch what a page is made from: seeds, content, theme, code and `pelican.conf`.

    The settings are watched through their folder: an editor that saves by renaming leaves no file behind to watch.
    """
    folders = [*map(settings.__getitem__, ("SEEDS_PATH", "PATH", "THEME", "OVERRIDES_PATH"))]
    folders += [*settings["PLUGIN_PATHS"], *settings["THEME_TEMPLATES_OVERRIDES"]]
    streams = [
        awatch(*(folder for folder in folders if Path(folder).is_dir()), watch_filter=Visible(), step=STEP),
        awatch(root, watch_filter=lambda _, path: Path(path).name == CONF, step=STEP, recursive=False),
        releases_of(root),
    ]
    waiting = {asyncio.ensure_future(anext(stream)): stream for stream in streams}
    while True:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            stream = waiting.pop(each)
            waiting[asyncio.ensure_future(anext(stream))] = stream
            yield each.result()


async def releases_of(root: Path) -> AsyncIterator[set[tuple[Change, str]]]:
    """Come with no change at all when the embargo of a story has ended."""
    told = None
    while True:
        until = next_release(root)
        left = (until - build_moment()).total_seconds() if until else LOOK
        if until and until != told and left <= 0:
            told = until
            yield set()
        await asyncio.sleep(min(max(left, 1), LOOK))


class Visible(DefaultFilter):
    """Passes over hidden files, which editors and this package write before they rename them."""

    def __call__(self, change: Change, path: str) -> bool:
        return not Path(path).name.startswith(".") and super().__call__(change, path)


class Builder:
    """Builds in forks of a process of its own: pages are served meanwhile, and changed code is loaded anew."""

    def __init__(self, root: Path, lang: str) -> None:
        self.root = str(root)
        self.lang = lang
        self.process: Process | None = None

    async def build(self) -> None:
        """Build, and tell what went wrong."""
        answer = await self.ask()
        told = json.loads(answer) if answer.startswith(b"{") else await self.build_alone()
        click.echo(told["messages"], nl=False, err=True)
        Workbench.failure = told["messages"] if told["status"] == 1 else ""

    async def ask(self) -> bytes:
        """Have a build done by the process, which is started if it does not run; no answer where it cannot run."""
        if self.process is None or self.process.returncode is not None:
            self.process = await start("-m", "briefing.forkserver", self.root, self.lang)
        if self.process.stdin is None or self.process.stderr is None:
            return b""
        self.process.stdin.write(b"\n")
        answer = await self.process.stderr.readline()
        if not answer.startswith(b"{"):
            await self.stop()
        return answer

    async def build_alone(self) -> dict[str, Any]:
        """Build in a process that has loaded nothing, which tells in its own words what is wrong with changed code."""
        process = await start("-m", "briefing", "--root", self.root, "build", "--no-index")
        _, messages = await process.communicate(b"")
        return {"status": process.returncode, "messages": messages.decode()}

    async def stop(self) -> None:
        """Let the process end when it has built what it was asked to."""
        if self.process:
            await self.process.communicate(b"")


async def start(*arguments: str) -> Process:
    """Start another Python."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, stdin=pipe, stderr=pipe, limit=LONGEST)


def times_of(output: str) -> dict[str, int]:
    return {path: stat.st_mtime_ns for path, stat in walk(output)}
