"""One build: Pelican run into a stage beside the site, and published only when nothing went wrong."""

import fcntl
import json
import logging
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.log import console
from pelican.plugins import signals
from pelican.settings import read_settings

from briefing.conf import CONF, load_settings
from briefing.embargo import Held
from briefing.errors import BriefingError, fault_of
from briefing.files import write_file
from briefing.pages import Pages

MANIFEST = "published.json"
PAGES = "pages.json"
STAGE = "stage-"
TEMPLATES = ("article", "tag", "category", "page", "edition", "month")
"""What every theme has, beside those that DIRECT_TEMPLATES names."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what of it was new on disk."""

    settings: Mapping[str, Any]
    stories: int
    drafts: int
    tags: int
    pages: int
    feeds: int
    written: int
    removed: int
    foreign: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def output(self) -> Path:
        return Path(self.settings["OUTPUT_PATH"])

    @property
    def held(self) -> Collection[Held]:
        """Stories that wait for the end of an embargo."""
        held: Mapping[str, Held] = self.settings["HELD"]
        return held.values()

    @property
    def next_release(self) -> datetime | None:
        return min((each.until for each in self.held if each.until), default=None)


class Listener(logging.Handler):
    """Hears what Pelican logs and goes on from: a story it dropped, a plugin it could not load."""

    def __init__(self, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.root = root
        self.faults: list[BriefingError] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning's text, and of an error the exception that Pelican is handling, which names the place."""
        if record.levelno < logging.ERROR:
            self.warnings.append(record.getMessage())
        elif error := sys.exc_info()[1]:
            fault = fault_of(error, self.root)
            self.faults.append(fault if fault.file else BriefingError(f"{record.getMessage()} ({fault.message})", CONF))
        else:
            self.faults.append(BriefingError(record.getMessage()))


def check_theme(settings: Mapping[str, Any]) -> None:
    """Insist on the theme's own templates, for which Pelican would take others of its own without a word."""
    folders = [*settings.get("THEME_TEMPLATES_OVERRIDES", []), Path(settings["THEME"], "templates")]
    for name in (*TEMPLATES, *settings.get("DIRECT_TEMPLATES", [])):
        if not any(Path(folder, f"{name}.html").is_file() for folder in folders):
            message = f"the theme has no templates/{name}.html: copy it from the theme that this site came with"
            raise BriefingError(message, Path(settings["THEME"]).name)


def find_strangers(settings: Mapping[str, Any]) -> Iterator[str]:
    """Name what lies among the stories and is none."""
    for folder in settings["ARTICLE_PATHS"]:
        for path in sorted(Path(settings["PATH"], folder).rglob("*")):
            if path.is_file() and path.suffix != ".md" and not path.name.startswith("."):
                yield f"{path.relative_to(settings['ROOT']).as_posix()}: a story is a .md file, so this was not read"


def build_site(root: Path, settings: dict[str, Any]) -> Built:
    """Build the site that lies in `root`; whatever fails raises, and the site as last published stays as it was.

    Several stories that cannot be read raise one `ExceptionGroup` of `BriefingError`.
    """
    check_theme(settings)
    output, cache = Path(settings["OUTPUT_PATH"]), Path(settings["CACHE_PATH"])
    cache.mkdir(parents=True, exist_ok=True)
    with alone(cache), tempfile.TemporaryDirectory(dir=cache, prefix=STAGE) as stage:
        pages = Pages(cache / PAGES, output)
        generator, warnings = run_pelican({**settings, "OUTPUT_PATH": stage, "PAGES": pages}, root)
        staged = {path.relative_to(stage).as_posix(): path for path in sorted(Path(stage).rglob("*")) if path.is_file()}
        written, removed, foreign = publish(staged, pages.kept, output, cache / MANIFEST)
        pages.save()
        names = [*staged, *pages.kept]
    return Built(
        settings=settings,
        stories=len(generator.articles) + len(generator.translations),
        drafts=len(generator.drafts),
        tags=len(generator.tags),
        pages=sum(name.endswith(".html") for name in names),
        feeds=sum(name.endswith(".xml") for name in names),
        written=written,
        removed=removed,
        foreign=foreign,
        warnings=(*find_strangers(settings), *warnings),
    )


@contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Wait until no other build of this site runs, and clear away what one that was killed has left."""
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in cache.glob(f"{STAGE}*"):
            shutil.rmtree(left)
        yield


def run_pelican(settings: dict[str, Any], root: Path) -> tuple[Any, tuple[str, ...]]:
    """Run Pelican over the site; return the generator of its articles and what it warned of."""
    generators: list[Any] = []
    with listen(root) as warnings, signals.article_generator_finalized.connected_to(generators.append):
        Pelican(read_settings(override=settings)).run()
    return generators[0], tuple(warnings)


def read_stories(root: Path) -> Any:
    """Let Pelican read the stories and the plugins tag and relate them; nothing is written, no page is made."""
    settings = load_settings(root / CONF)
    with listen(root):
        pelican = Pelican(read_settings(override=settings))
        generator = ArticlesGenerator(
            context={**pelican.settings, "generated_content": {}, "static_links": set(), "static_content": {}},
            settings=pelican.settings,
            path=pelican.path,
            theme=pelican.theme,
            output_path=pelican.output_path,
        )
        generator.generate_context()
    return generator


@contextmanager
def listen(root: Path) -> Iterator[list[str]]:
    """Gather what Pelican warns of, and raise the faults that it only logs."""
    listener = Listener(root)
    log = logging.getLogger()
    log.addHandler(listener)
    console.quiet = True
    try:
        yield listener.warnings
    except SystemExit as error:
        raise BriefingError("a plugin ended the build: it must raise an error instead", CONF) from error
    finally:
        log.removeHandler(listener)
    if listener.faults:
        faults = sorted(listener.faults, key=lambda fault: (str(fault.file), fault.line or 0))
        raise faults[0] if len(faults) == 1 else ExceptionGroup("the site was not built", faults)


def publish(staged: dict[str, Path], kept: set[str], output: Path, manifest: Path) -> tuple[int, int, tuple[str, ...]]:
    """Bring `output` to what was staged: changed files replaced, those of the last build that are gone removed.

    What was `kept` stands there already.
    Whatever could fail is tried before the first file is replaced, and the manifest names old and new files until the
    end, so that a build which is broken off is made good by the next. Returns the number of files written and removed,
    and the files in `output` that no build put there.
    """
    former = set(json.loads(manifest.read_text("utf-8"))) if manifest.is_file() else set()
    for name in staged:
        for folder in reversed((output / name).parents[: len(Path(name).parents)]):
            if folder.exists() and not folder.is_dir():
                raise BriefingError(
                    "a file stands where the site needs a folder: move it away", relative(folder, output)
                )
        if (output / name).is_dir():
            raise BriefingError(
                "a folder stands where the site needs a file: move it away", relative(output / name, output)
            )
    write_file(manifest, json.dumps(sorted(former | staged.keys() | kept), indent=0).encode())
    written = sum(write_file(output / name, path.read_bytes()) for name, path in staged.items())
    removed = 0
    gone = former - staged.keys() - kept
    for name in sorted(gone):
        if (output / name).is_file():
            (output / name).unlink()
            removed += 1
    remove_empty_folders(output, gone)
    write_file(manifest, json.dumps(sorted(staged.keys() | kept), indent=0).encode())
    visible = (path.relative_to(output) for path in output.rglob("*") if path.is_file())
    present = {path.as_posix() for path in visible if not any(part.startswith(".") for part in path.parts)}
    return written, removed, tuple(sorted(present - staged.keys() - kept))


def relative(path: Path, output: Path) -> str:
    return path.relative_to(output.parent).as_posix()


def remove_empty_folders(output: Path, names: Iterable[str]) -> None:
    """Remove the folders that held the named files and hold nothing any more."""
    for folder in sorted({parent for name in names for parent in (output / name).parents}, reverse=True):
        if folder.is_relative_to(output) and folder != output and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
