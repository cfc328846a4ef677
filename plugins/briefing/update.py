"""A site brought up to date without Pelican, where nothing but stories has changed since it last ran.

Pelican takes half a second to start, and a millisecond for each story that has not changed. Here its part is short:
the order of stories, the lists, which pages there are. Whatever goes beyond that is left to it, and what is made here
must be what it would have made: `briefing verify` compares every byte.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from os.path import normpath
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, TemplateError

from briefing.clock import build_moment
from briefing.collector import pause_collector
from briefing.embargo import hold, names_held
from briefing.errors import BriefingError
from briefing.gallery import Gallery
from briefing.links import link_stories
from briefing.pictures import hang_pictures
from briefing.press import Press, Printed, print_feed
from briefing.printers import Printers
from briefing.publish import Built, Stage, find_strangers, read_manifest, stage_site
from briefing.records import Records
from briefing.redirects import put_redirects
from briefing.stories import Named, Story, list_stories, name_thing, tell_story
from briefing.templates import JINJA
from briefing.topics import tag_stories

FAMILIAR = frozenset(
    """SITENAME SITESUBTITLE SITEURL TIMEZONE DEFAULT_LANG DEFAULT_CATEGORY PATH ARTICLE_PATHS PAGE_PATHS STATIC_PATHS
    SEEDS_PATH CACHE_PATH THEME THEME_TEMPLATES_OVERRIDES OVERRIDES_PATH OUTPUT_PATH
    ARTICLE_URL ARTICLE_SAVE_AS PAGE_URL PAGE_SAVE_AS
    DRAFT_URL DRAFT_SAVE_AS ARTICLE_LANG_URL ARTICLE_LANG_SAVE_AS DRAFT_LANG_URL DRAFT_LANG_SAVE_AS TAG_URL TAG_SAVE_AS
    CATEGORY_URL CATEGORY_SAVE_AS AUTHOR AUTHOR_SAVE_AS DIRECT_TEMPLATES INDEX_SAVE_AS TAGS_SAVE_AS ARCHIVES_SAVE_AS
    FEED_RSS FEED_ALL_RSS CATEGORY_FEED_RSS TAG_FEED_RSS LANGUAGE_FEED_RSS FEED_DOMAIN FEED_MAX_ITEMS DEFAULT_PAGINATION
    RAW_HTML IGNORE_FILES PLUGIN_PATHS PLUGINS TAGS RELATED PORT SEARCH""".split()
)
"""Settings whose meaning is the same here; a site that states another one is Pelican's."""


class PelicanNeededError(Exception):
    """Something on which Pelican has the last word."""


def is_familiar(settings: Mapping[str, Any]) -> bool:
    """Tell whether a site states nothing that only Pelican understands."""
    own = {"briefing.reader", "briefing.tagger", "briefing.linker", "briefing.writer"}
    stories, others = settings["ARTICLE_PATHS"], (*settings["STATIC_PATHS"], *settings["PAGE_PATHS"])
    apart = not any(
        Path(one) in (Path(two), *Path(two).parents) or Path(two) in Path(one).parents
        for one in stories
        for two in others
    )
    return (
        {*settings["STATED"]} <= FAMILIAR and own == {*settings["PLUGINS"]} and not settings["AUTHOR_SAVE_AS"] and apart
    )


@pause_collector()
def update_site(
    settings: Mapping[str, Any],
    links: Iterable[Sequence[str]],
    warnings: Iterable[str],
    pictures: Mapping[str, Sequence[str]],
) -> Built | None:
    """Build from stories that have changed; None, and nothing done, where that takes Pelican.

    `settings` and `warnings` are those that Pelican ended with, `links` what other pages and the sitemap say of
    written ones, `pictures` what it found of those: which pages written by hand link to, and which it held back.
    """
    gallery = Gallery(Path(settings["CACHE_PATH"]))
    settings = {**settings, "HELD": {}, "NOW": build_moment(), "GALLERY": gallery}
    try:
        records = Records(Path(settings["CACHE_PATH"]), raw_html=settings["RAW_HTML"])
        stories = [*read_stories(records, settings)]
        published, drafts, hidden = (in_order(stories, status) for status in ("published", "draft", "hidden"))
        tag_stories(published, settings, lambda name, _slug: name_thing("TAG", name, settings))
        link_stories({story.slug: story for story in published}, settings)
        hang(stories, pictures, settings)
        lists = Lists(published, [Page(*link) for link in links])
        with stage_site(settings) as stage:
            print_site(stage, {**settings, "PAGES": stage.pages}, lists, [*published, *hidden, *drafts])
            gallery.put(stage.folder, stage.pages)
            put_redirects(stage.folder, stage.pages, settings)
            records.save(forget=False)
            settings["RUN"].lap("pages and feeds")
            change = stage.publish()
    except (PelicanNeededError, BriefingError, KeyError, IndexError, TemplateError):
        return None  # Pelican's build tells what is wrong, if anything is
    return Built(
        settings=settings,
        stories=len(published),
        drafts=len(drafts),
        tags=len(lists.tags),
        change=change,
        links=tuple(tuple(link) for link in links),
        singular=False,
        strangers=(*find_strangers(settings),),
        warnings=tuple(warnings),
    )


def read_stories(records: Records, settings: Mapping[str, Any]) -> Iterator[Story]:
    """Read the stories that Pelican would find, but for those under an embargo."""
    for file in list_stories(settings):
        record = records.read(file.path, file.name, file.stat)
        if one := hold(record.article, Path(file.path).stem, settings):
            settings["HELD"][file.name] = one
        elif record.singular:
            raise PelicanNeededError(file.name)
        else:
            yield tell_story(record, file.source, settings)


def hang(stories: Sequence[Story], pictures: Mapping[str, Sequence[str]], settings: Mapping[str, Any]) -> None:
    """Give stories their pictures, as long as the same ones are held back as before."""
    hang_pictures(stories, pictures["linked"], settings)
    now = settings["GALLERY"].withheld, names_held(settings["HELD"].values())
    if now != (pictures["withheld"], pictures["held"]):
        raise PelicanNeededError("a picture is a story's now that was none, or the other way round")


def in_order(stories: Iterable[Story], status: str) -> list[Story]:
    """Take the stories of a status, newest first; two of one name are translations, or a fault."""
    chosen = [story for story in stories if story.status == status]
    if len({story.slug for story in chosen}) < len(chosen):
        raise PelicanNeededError(status)
    return sorted(chosen, key=lambda story: (-story.date.timestamp(), story.slug))


class Page(NamedTuple):
    """A page that is written by hand, as others link to it."""

    title: str
    url: str
    lang: str
    stated: str
    """The moment that the page states; empty where it states none."""

    @property
    def modified(self) -> datetime | None:
        return datetime.fromisoformat(self.stated) if self.stated else None


class Lists:
    """The lists that pages are made for, as Pelican's context has them."""

    def __init__(self, published: list[Story], pages: list[Page]) -> None:
        self.published = published
        self.pages = pages
        tags: dict[str, tuple[Named, list[Story]]] = {}
        sections: dict[str, tuple[Named, list[Story]]] = {}
        for story in published:
            sections.setdefault(story.category.slug, (story.category, []))[1].append(story)
            for tag in story.tags:
                tags.setdefault(tag.slug, (tag, []))[1].append(story)
        self.tags = [*tags.values()]
        self.sections = [sections[slug] for slug in sorted(sections)]

    @property
    def context(self) -> dict[str, Any]:
        return {"articles": self.published, "tags": self.tags, "categories": self.sections, "pages": self.pages}


def print_site(stage: Stage, settings: Mapping[str, Any], lists: Lists, stories: Iterable[Story]) -> None:
    """Print every page and feed of stories into the stage, and leave all else of the site in place."""
    press = Press(settings, lists.context)
    if press.chrome != stage.pages.former_chrome:
        raise PelicanNeededError("every page changes, those that are written by hand too")
    stage.pages.keep_apart(read_manifest(stage.manifest, stage.pages.output))
    templates = open_theme(settings)
    printers = Printers(settings["RUN"].count)
    taken: set[str] = set()

    def put(path: str, printed: Printed | None) -> None:
        if path in taken or path in stage.pages.apart or normpath(path) != path or path.startswith(("/", "..")):
            raise PelicanNeededError(path)  # two at one address are a fault of which Pelican's build tells
        taken.add(path)
        if printed:
            printers.add(str(Path(stage.folder, path)), printed)

    for name, kind, subject in list_pages(settings, lists, stories):
        template = templates.get_template(f"{'article' if 'article' in subject else kind}.html")
        for path, printed in press.pages_of(template, name, kind, subject):
            put(path, printed)
    for path, printed in press.own_pages(templates):
        put(path, printed)
    for path, title, shown in (*list_feeds(settings, lists), *press.own_feeds()):
        view = press.feed_of(path, title, shown)
        put(path, None if press.feed_stands(path, view) else partial(print_feed, view))
    printers.finish()
    press.put_index(stage.folder)


def list_pages(
    settings: Mapping[str, Any], lists: Lists, stories: Iterable[Story]
) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
    """List the pages of a site: the path of each, its kind, and what it is about."""
    for story in stories:
        yield story.save_as, None, {"article": story}
    for kind in settings["DIRECT_TEMPLATES"]:
        yield settings.get(f"{kind.upper()}_SAVE_AS", f"{kind}.html"), kind, {"articles": lists.published}
    for tag, articles in lists.tags:
        yield tag.save_as, "tag", {"tag": tag, "articles": articles}
    for section, articles in lists.sections:
        yield section.save_as, "category", {"category": section, "articles": articles}


def list_feeds(settings: Mapping[str, Any], lists: Lists) -> Iterator[tuple[str, str | None, list[Story]]]:
    """List the feeds that Pelican would ask for: path, title and stories."""
    for key in ("FEED_RSS", "FEED_ALL_RSS"):
        if path := settings.get(key):
            yield path, None, lists.published
    for key, things in (("CATEGORY_FEED_RSS", lists.sections), ("TAG_FEED_RSS", lists.tags)):
        if pattern := settings.get(key):
            for thing, articles in things:
                yield pattern.format(slug=thing.slug), thing.name, articles


def open_theme(settings: Mapping[str, Any]) -> Environment:
    """Open the theme's templates as Pelican does, but for its own, which no site of ours uses."""
    theme = str(Path(settings["THEME"], "templates"))
    folders = FileSystemLoader([*settings["THEME_TEMPLATES_OVERRIDES"], theme])
    loader = ChoiceLoader([folders, PrefixLoader({"!theme": FileSystemLoader(theme)})])
    compiled = Path(settings["CACHE_PATH"], "templates")
    compiled.mkdir(exist_ok=True)
    cache = FileSystemBytecodeCache(str(compiled))
    return Environment(loader=loader, bytecode_cache=cache, **JINJA)  # noqa: S701 - JINJA escapes
