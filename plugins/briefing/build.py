"""One build: Pelican run into a stage beside the site, and published only when nothing went wrong."""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.log import console
from pelican.plugins import signals
from pelican.settings import read_settings

from briefing.conf import load_settings
from briefing.errors import BriefingError, fault_of
from briefing.last import CONF
from briefing.memory import give_back, keep_little
from briefing.prepare import prepare_stories
from briefing.publish import Built, find_strangers, stage_site

TEMPLATES = (
    "article.html",
    "tag.html",
    "category.html",
    "page.html",
    "edition.html",
    "month.html",
    "search.html",
    "sitemap.xml",
    "robots.txt",
    "text.txt",
)
"""What every theme has, beside those that DIRECT_TEMPLATES names."""


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


def link_of(page: Any) -> tuple[str, str, str, str]:
    """Take of a written page what others show: its title, address and language, and when it says it was changed."""
    stated = getattr(page, "modified", None) or getattr(page, "date", None)
    return page.title, page.url, page.lang, stated.isoformat() if stated else ""


def is_singular(content: Any) -> bool:
    """Tell whether a story or page holds what only Pelican resolves; one that is held was not read so far."""
    record = getattr(content, "record", None)
    return record is not None and record.singular


def check_theme(settings: Mapping[str, Any]) -> None:
    """Insist on the theme's own templates, for which Pelican would take others of its own without a word."""
    folders = [*settings.get("THEME_TEMPLATES_OVERRIDES", []), Path(settings["THEME"], "templates")]
    for name in (*TEMPLATES, *(f"{name}.html" for name in settings.get("DIRECT_TEMPLATES", []))):
        if not any(Path(folder, name).is_file() for folder in folders):
            message = f"the theme has no templates/{name}: copy it from the theme that this site came with"
            raise BriefingError(message, Path(settings["THEME"]).name)


def build_site(root: Path, settings: dict[str, Any]) -> Built:
    """Build the site that lies in `root`; whatever fails raises, and the site as last published stays as it was.

    Several stories that cannot be read raise one `ExceptionGroup` of `BriefingError`.
    """
    check_theme(settings)
    keep_little()
    if prepare_stories(settings):
        give_back()
    with stage_site(settings) as stage:
        generator, warnings = run_pelican({**settings, "OUTPUT_PATH": stage.folder, "PAGES": stage.pages}, root)
        settings["RUN"].lap("pages and feeds")
        change = stage.publish()
    return Built(
        settings={**generator.settings, "OUTPUT_PATH": settings["OUTPUT_PATH"]},
        stories=len(generator.articles) + len(generator.translations),
        drafts=len(generator.drafts),
        tags=len(generator.tags),
        change=change,
        links=tuple(map(link_of, generator.context["pages"])),
        singular=any(map(is_singular, generator.context["generated_content"].values())),
        strangers=(*find_strangers(settings),),
        warnings=warnings,
    )


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
