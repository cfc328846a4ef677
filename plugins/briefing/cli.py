"""The command `briefing`: what a person types and reads; the work is done elsewhere."""

import json
import sys
import time
import traceback
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefing.errors import BriefingError, fault_of
from briefing.last import SET_ASIDE, count, relative
from briefing.run import Run

if TYPE_CHECKING:
    from briefing.entries import Entry

SHOWN = 10
Read = TypeVar("Read")
BAR = 50
"""Seeds that take a second or two to read."""


def say_error(message: object) -> None:
    click.echo(f"{click.style('error', fg='red')} {message}", err=True)


def say_note(message: object) -> None:
    click.echo(f"{click.style('note', fg='yellow')}  {message}", err=True)


def say_looks(looks: Iterable[str]) -> None:
    for look in looks:
        click.echo(f"{click.style('look', fg='yellow')}   {look}", err=True)


def report_crash(root: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print an exception that nothing handled as one line: a theme and plugins are anyone's code and raise anything."""
    if "--debug" in sys.argv:
        traceback.print_exception(kind, error, trace)
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else [error]:
        say_error(fault_of(each, root))
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
    """Turn a folder of raw news text into a static briefing site.

    A story is a text file in seeds/. `briefing build` writes it as Markdown to content/briefings/, where you may edit
    it, and builds the site in output/. Your edits are never overwritten.

    \b
    Exit status: 0 published, 1 not published (the last good site is untouched),
    2 wrong usage, 3 published with some seeds or pictures set aside.
    """  # noqa: D301 - the mark that keeps click from filling the lines
    context.obj = root.resolve()
    sys.excepthook = partial(report_crash, context.obj)


@main.command()
@click.pass_obj
def seeds(root: Path) -> None:
    """Convert seeds to articles: new and changed ones, never over an edit by hand."""
    from briefing.conf import load_settings
    from briefing.last import CONF

    report = convert(root, load_settings(root / CONF))
    say_looks(looks_of(report))
    sys.exit(SET_ASIDE if any(entry.state.aside for entry in report) else 0)


@main.command()
@click.option("--workers", type=click.IntRange(1), help="Processes to work with.  [default: one a processor]")
@click.option("--dask", metavar="ADDRESS", default="", help="A Dask scheduler whose workers are to be used.")
@click.option("--no-index", is_flag=True, help="Let the search page go through titles and topics alone.")
@click.option("--timings", is_flag=True, help="Show where the time went.")
@click.pass_obj
def build(root: Path, workers: int | None, dask: str, no_index: bool, timings: bool) -> None:
    """Convert the seeds, then build the site into output/.

    Whatever number of processes work on it, here or on other machines, the site is the same to the byte. Dask's
    workers need this package, and the site's folder under the same path.
    """
    from briefing.rebuild import rebuild

    start = time.perf_counter()
    run = Run(workers or 0, dask, show_progress, index=not no_index, since=start)
    built = rebuild(root, run, partial(convert, root))
    said = built.said
    for error in said.errors:
        say_error(error)
    for note in said.notes:
        say_note(note)
    if said.seeds:
        click.echo(f"Seeds  {said.seeds}")
    changed = "nothing changed"
    if built.written or built.removed:
        changed = f"{count(built.written, 'file')} written, {built.removed:,} removed"
    index = run.laps.get("search index", 0)
    click.echo(f"Site   {said.site}: {changed}, {time.perf_counter() - start - index:.1f} s")
    if run.indexed:
        click.echo(f"Index  {count(run.indexed, 'story', 'stories')} indexed for the search page, {index:.2f} s")
    click.echo(f"Open   {relative(Path(said.index))}")
    if built.report:
        say_looks(looks_of(built.report))
    if timings:
        for name, seconds in run.laps.items():
            click.echo(f"Time   {seconds:8.3f} s  {name}")
    sys.exit(said.status)


def convert(root: Path, settings: Mapping[str, Any]) -> "list[Entry]":
    """Convert the seeds and say what became of them."""
    from briefing.clock import build_moment
    from briefing.embargo import Clock
    from briefing.ledger import convert_seeds
    from briefing.report import tell_seeds
    from briefing.shelf import Folders

    seeds = Path(settings["SEEDS_PATH"])
    articles = Path(settings["PATH"], settings["ARTICLE_PATHS"][0])
    clock = Clock(build_moment(), settings["TIMEZONE"])
    report = convert_seeds(Folders(root, seeds, articles, Path(settings["CACHE_PATH"])), settings["RUN"], clock)
    line, errors, notes = tell_seeds(report, seeds)
    for error in errors:
        say_error(error)
    for note in notes:
        say_note(note)
    click.echo(f"Seeds  {line}")
    return report


def looks_of(report: "Iterable[Entry]") -> Iterator[str]:
    from briefing.doubts import list_looks

    return list_looks([(entry.seed, entry.doubts) for entry in report if entry.doubts])


def show_progress(what: str, things: Iterator[Read], total: int) -> Iterator[Read]:
    """Draw a bar while many things are worked on, for a person at a terminal."""
    if total < BAR or not sys.stderr.isatty():
        return things
    from rich.console import Console
    from rich.progress import track

    return iter(track(things, f"{what:<7}", total, console=Console(stderr=True), transient=True))


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
    from briefing.conf import load_settings
    from briefing.last import CONF

    output = Path(load_settings(root / CONF)["OUTPUT_PATH"])
    faults = check_site(output)
    for fault in faults:
        say_error(fault)
    click.echo(f"Check  {relative(output)}: {count(len(faults), 'fault') if faults else 'no fault'}")
    sys.exit(1 if faults else 0)


@main.command()
@click.pass_obj
def verify(root: Path) -> None:
    """Prove that the site is what a clean build makes of the same files, byte by byte."""
    from briefing.verify import verify_site

    start = time.perf_counter()
    compared, differences = verify_site(root)
    for each in differences[:SHOWN]:
        say_error(f"{each.name}: {each.what}")
        for line in each.lines:
            click.echo(f"       {line}", err=True)
    if len(differences) > SHOWN:
        say_error(f"… and {count(len(differences) - SHOWN, 'file')} more")
    found = "not as a clean build makes them; `make clean build` makes them anew"
    result = f"{len(differences):,} {found}" if differences else "every byte is that of a clean build"
    click.echo(f"Verify {count(compared, 'file')}: {result}, {time.perf_counter() - start:.1f} s")
    sys.exit(1 if differences else 0)


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print each text's tags, best first, as JSON.")
def tags(folder: Path, as_json: bool) -> None:
    """Tag the plain texts in FOLDER, without a site: for measuring."""
    from briefing.measure import read_folder, tags_of

    found = tags_of(read_folder(folder))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, ones in found.items():
        click.echo(f"{name}: {', '.join(ones)}")


@main.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print each text's neighbours with their scores as JSON.")
@click.option("--all", "everything", is_flag=True, help="Up to fifty a text, however unlike.")
def related(folder: Path, as_json: bool, everything: bool) -> None:
    """Relate the plain texts in FOLDER to each other, without a site: for measuring."""
    from briefing.measure import read_folder, related_of

    found = related_of(read_folder(folder), everything=everything)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, ones in found.items():
        click.echo(f"{name}: {', '.join(f'{other} {score:.2f}' for other, score in ones)}")


@main.command()
@click.argument("what", metavar="SEED|SLUG")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_obj
def explain(root: Path, what: str, as_json: bool) -> None:
    """Show how a seed was read, or why a story has its tags and related stories.

    SEED is a file: each line's part, the rule, how sure it is, and what came second. SLUG is the name of a story in
    its address: each tag with its phrases, each related story with the words that both share, and what they weigh.
    """
    from briefing.answers import explain_file, explain_slug, slug_of

    path = next((path for path in (Path(what), root / what) if path.is_file()), None)
    slug = slug_of(path, root) if path else what
    if slug:
        explain_slug(slug, root, as_json=as_json)
    elif path:
        explain_file(path, root, as_json=as_json)
