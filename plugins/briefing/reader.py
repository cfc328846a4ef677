"""Pelican reads stories and pages with markdown-it-py: front matter checked, HTML off unless the site trusts it."""

import os
from operator import attrgetter
from pathlib import Path
from typing import Any

from pelican.contents import Article
from pelican.plugins import signals
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from briefing.article import name_slug
from briefing.embargo import hold
from briefing.pictures import hang_pictures, is_held, stems_held
from briefing.record import Record
from briefing.stats import stat_of
from briefing.stories import describe


class Reader(BaseReader):  # type: ignore[misc]
    """Reads `.md`; what Pelican knows of a story is made from its `Article`, which goes along as `story`."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and the metadata; a story needs a title and a date, a page a title only."""
        path = Path(source_path)
        page = not any(
            path.is_relative_to(Path(self.settings["PATH"], each)) for each in self.settings["ARTICLE_PATHS"]
        )
        name = Path(os.path.relpath(path, self.settings["ROOT"])).as_posix()
        record = self.settings["RECORDS"].read(source_path, name, stat_of(source_path), page=page)
        article = record.article
        if held := hold(article, path.stem, self.settings, page=page):
            self.settings["HELD"][name] = held
            return "", {"title": article.title, "status": "skip"}
        return record.load().html, self.metadata(record, path)

    def metadata(self, record: Record, path: Path) -> dict[str, Any]:
        """Say what a file holds in the objects that Pelican expects of a reader."""
        article = record.article
        meta = describe(record, path.relative_to(self.settings["PATH"]).as_posix(), self.settings)
        meta["tags"] = [named(Tag, name, self.settings) for name in article.tags]
        meta["category"] = named(Category, article.category or self.settings["DEFAULT_CATEGORY"], self.settings)
        if article.authors:
            meta["authors"] = [named(Author, name, self.settings) for name in article.authors]
        return meta


def named(kind: type[URLWrapper], name: str, settings: dict[str, Any]) -> URLWrapper:
    """Make a tag, category or author whose address is never empty, in whatever script its name is."""
    wrapper = kind(name, settings)
    wrapper.slug = name_slug(name)
    return wrapper


def put_text_away(content: Any) -> None:
    """Hold no text in memory that pages take from its record, unless other plugins may look at it."""
    record = getattr(content, "record", None)
    if record and not record.singular and all(name.startswith("briefing.") for name in content.settings["PLUGINS"]):
        content._content, content.is_put_away = "", True  # noqa: SLF001 - there is no other way


def use_reader(readers: Readers) -> None:
    """Put this reader in the place of all of Pelican's: what is no `.md` lacks the keys that the site is made from."""
    readers.reader_classes = {ext: kind for ext, kind in readers.reader_classes.items() if ext == "static"}
    readers.reader_classes["md"] = Reader


def forget_disabled(generator: Any) -> None:
    """Keep Pelican from warning about each `.md` that Python-Markdown is missing."""
    generator.readers.disabled_readers.pop("md", None)


def choose_pictures(generator: Any) -> None:
    """Give stories their pictures, and keep back those that are named like a held story or that no text links to."""
    settings = generator.settings
    contents = [each for each in generator.context["generated_content"].values() if getattr(each, "record", None)]
    stories = sorted((each for each in contents if isinstance(each, Article)), key=attrgetter("source_path"))
    pages = (way for each in contents if not isinstance(each, Article) for way in each.record.pictures)
    hang_pictures(stories, pages, settings)
    held, withheld = stems_held(settings), {*settings["GALLERY"].withheld}
    generator.staticfiles[:] = [
        file
        for file in generator.staticfiles
        if not is_held(file.source_path, held) and file.relative_source_path not in withheld
    ]


def save_records(generators: list[Any]) -> None:
    """Keep what was read for the next build."""
    generators[0].settings["RECORDS"].save()


def register() -> None:
    signals.all_generators_finalized.connect(save_records)
    signals.readers_init.connect(use_reader)
    signals.content_object_init.connect(put_text_away)
    signals.generator_init.connect(forget_disabled)
    signals.static_generator_finalized.connect(choose_pictures)
