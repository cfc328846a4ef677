"""The command `briefing`: what a person types and reads; the work is done elsewhere."""

import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import click

from briefing.errors import BriefingError, fault_of

Read = TypeVar("Read")
BAR = 50
"""Seeds that take a second or two to read."""
SET_ASIDE = 3
"""Exit status of a site that was published while some seeds could not be read."""


def say_error(message: object) -> None:
    click.echo(f"{click.style('error', fg='red')} {message}", err=True)


def say_note(message: object) -> None:
    click.echo(f"{click.style('note', fg='yellow')}  {message}", err=True)


def report_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print an exception that nothing handled as one line: a theme and plugins are anyone's code and raise anything."""
    if "--debug" in sys.argv:
        traceback.print_exception(kind, error, trace)
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        say_error(fault_of(each, Path.cwd()))
    if not isinstance(error, BriefingError | BaseExceptionGroup):
        click.echo("The site was not built. `briefing --debug …` shows where this came from.", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default=".",
    help="The folder of the site, which holds pelican.conf.",
)
@click.option("--debug", is_flag=True, help="Show whole tracebacks.")
@click.version_option(package_name="briefing-microsite")
@click.pass_context
def main(context: click.Context, root: Path, debug: bool) -> None:  # noqa: ARG001
    r"""Turn a folder of raw news text into a static briefing site.

    A story is a text file in seeds/. `briefing build` writes it as Markdown to content/briefings/, where you may edit
    it, and builds the site in output/. Your edits are never overwritten.

    \b
    Exit status: 0 published, 1 not published (the last good site is untouched),
    2 wrong usage, 3 published with some seeds set aside.
    """
    sys.excepthook = report_crash
    context.obj = root.resolve()


@main.command()
@click.pass_obj
def seeds(root: Path) -> None:
    """Convert seeds to articles: new and changed ones, never over an edit by hand."""
    sys.exit(SET_ASIDE if convert(root) else 0)


@main.command()
@click.pass_obj
def build(root: Path) -> None:
    """Convert the seeds, then build the site into output/."""
    from briefing.build import build_site

    start = time.perf_counter()
    aside = convert(root)
    built = build_site(root)
    for warning in built.warnings:
        say_note(warning)
    for name in built.foreign:
        say_note(f"{relative(built.output / name)}: no build put this here, so it was left alone")
    if built.held:
        due = (
            f"the next until {built.next_release:%Y-%m-%d %H:%M %Z}" if built.next_release else "until a moment is set"
        )
        say_note(f"{count(built.held, 'story', 'stories')} held under embargo, {due}")
    made = [count(built.stories, "story", "stories"), count(built.tags, "tag"), count(built.pages, "page")]
    made += [count(built.feeds, "feed"), *([count(built.drafts, "draft")] if built.drafts else [])]
    changed = f"{count(built.written, 'file')} written, {built.removed:,} removed"
    if not built.written and not built.removed:
        changed = "nothing changed"
    click.echo(f"Site   {', '.join(made)}: {changed}, {time.perf_counter() - start:.1f} s")
    click.echo(f"Open   {relative(built.output / 'index.html')}")
    sys.exit(SET_ASIDE if aside else 0)


def convert(root: Path) -> int:
    """Convert the seeds, report on them, and return how many were set aside."""
    from briefing.conf import CONF, load_settings
    from briefing.ledger import State, convert_seeds
    from briefing.shelf import Folders

    settings = load_settings(root / CONF)
    articles = Path(settings["PATH"], settings.get("ARTICLE_PATHS", [""])[0])
    folders = Folders(root, Path(settings["SEEDS_PATH"]), articles, Path(settings["CACHE_PATH"]))
    report = convert_seeds(folders, show=show_progress)
    states = Counter(entry.state for entry in report)
    for entry in report:
        if entry.state is State.SET_ASIDE:
            say_error(f"{entry.seed}: {entry.message}; the seed is set aside")
        elif entry.message and entry.state is not State.VANISHED:
            say_note(f"{entry.seed}: {entry.message}")
    told = ", ".join(f"{states[state]} {state.value}" for state in State if states[state])
    click.echo(f"Seeds  {told or 'none in ' + relative(Path(settings['SEEDS_PATH']))}")
    return states[State.SET_ASIDE]


def show_progress(drafts: Iterator[Read], total: int) -> Iterator[Read]:
    """Draw a bar while many seeds are read, for a person at a terminal."""
    if total < BAR or not sys.stderr.isatty():
        return drafts
    from rich.console import Console
    from rich.progress import track

    return iter(track(drafts, "Seeds ", total, console=Console(stderr=True), transient=True))


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def relative(path: Path) -> str:
    """Name a path as the person stands to it."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Where to listen on 127.0.0.1.  [default: PORT, 8000]")
@click.pass_obj
def serve(root: Path, port: int | None) -> None:
    """Serve the site on this machine; each save is built and shown in the browser."""
    from briefing.serve import serve_site

    serve_site(root, port)


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Inspect the built site: every link leads somewhere, every feed parses."""
    from briefing.check import check_site
    from briefing.conf import CONF, load_settings

    output = Path(load_settings(root / CONF)["OUTPUT_PATH"])
    faults = check_site(output)
    for fault in faults:
        say_error(fault)
    click.echo(f"Check  {relative(output)}: {count(len(faults), 'fault') if faults else 'no fault'}")
    sys.exit(1 if faults else 0)
