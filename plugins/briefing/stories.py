"""A story as the algorithms and the presenter take it, whether Pelican read it or a record tells it."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, timezone
from fnmatch import translate
from os.path import relpath
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from briefing.article import Article, name_slug, stable_id
from briefing.brief import Point
from briefing.embargo import EMBARGOED
from briefing.front_matter import Moment
from briefing.key_dates import KeyDate
from briefing.pieces import Picture
from briefing.record import Record
from briefing.snapshot import walk
from briefing.stats import Stat, stat_from
from briefing.words import Text


@dataclass(frozen=True, slots=True)
class Named:
    """A tag, a section or an author."""

    name: str
    slug: str
    url: str = ""
    save_as: str = ""


class File(NamedTuple):
    """A file of a story; all are texts, for ten thousand `Path`s take half a second."""

    path: str
    name: str
    """Its path from the site's root, for messages."""
    source: str
    """Its path below `content/`."""
    stat: Stat


def list_stories(settings: Mapping[str, Any]) -> Iterator[File]:
    """List the files that Pelican takes for stories."""
    ignored = re.compile("|".join(map(translate, settings["IGNORE_FILES"])))
    content = settings["PATH"]
    for folder in settings["ARTICLE_PATHS"]:
        whole = str(Path(content, folder))
        name, source = (Path(relpath(whole, start)).as_posix() for start in (settings["ROOT"], content))
        for path, stat in walk(whole):
            below = path[len(whole) :].replace(os.sep, "/")
            if path.endswith(".md") and not any(map(ignored.match, below.split("/"))):
                yield File(path, f"{name}{below}", f"{source}{below}", stat_from(stat))


def describe(record: Record, source: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a file tells of its story or page, in Pelican's words; `source` is its path below `content/`."""
    article = record.article
    known: dict[str, Any] = {
        "story": article,
        "record": record,
        "minutes": record.minutes,
        "points": record.points,
        "key_dates": record.key_dates,
        "tag_choices": {},
        "title": article.title,
        "summary": article.summary or record.opening,
        "slug": article.slug,
        "lang": article.lang or settings["DEFAULT_LANG"],
        "guid": article.id or stable_id(source),
    }
    if article.date:
        known["date"] = moment(article.date, settings["TIMEZONE"])
    if article.modified:
        known["modified"] = moment(article.modified, settings["TIMEZONE"])
    if article.status and article.status != EMBARGOED:
        known["status"] = article.status
    return known


def moment(when: Moment, zone: str) -> datetime:
    """Place a day at midnight, and a moment without an offset, in the time of the site.

    Offsets are whole minutes, as RFC 5322 and HTML want them; before standard time they were not.
    """
    whole = when if isinstance(when, datetime) else datetime.combine(when, time(), ZoneInfo(zone))
    aware = whole if whole.tzinfo else whole.replace(tzinfo=ZoneInfo(zone))
    offset = aware.utcoffset() or timedelta()
    if odd := offset % timedelta(minutes=1):
        return aware.replace(tzinfo=timezone(offset - odd))
    return aware


@dataclass(slots=True, eq=False)
class Story:
    """What stands for one of Pelican's articles where Pelican is not run."""

    source: str
    story: Article
    record: Record
    minutes: int
    points: tuple[Point, ...]
    key_dates: tuple[KeyDate, ...]
    title: str
    slug: str
    lang: str
    guid: str
    date: datetime
    modified: datetime | None
    status: str
    in_default_lang: bool
    category: Named
    authors: tuple[Named, ...]
    metadata: Mapping[str, Any]
    url: str
    save_as: str
    tags: list[Named] = field(default_factory=list)
    tag_choices: dict[str, Any] = field(default_factory=dict)
    related: tuple[Any, ...] = ()
    picture: Picture | None = None

    @property
    def relative_source_path(self) -> str:
        """Give what Pelican calls the path below `content/`."""
        return self.source


def tell_story(record: Record, source: str, settings: Mapping[str, Any]) -> Story:
    """Make the story that Pelican would make; a pattern of addresses with keys of Pelican's own raises `KeyError`."""
    known = describe(record, source, settings)
    article = record.article
    status = known.get("status", "published")
    in_default_lang = known["lang"] == settings["DEFAULT_LANG"]
    section = article.category or settings["DEFAULT_CATEGORY"]
    kind = f"{'DRAFT' if status == 'draft' else 'ARTICLE'}{'' if in_default_lang else '_LANG'}"
    parts = {"slug": known["slug"], "lang": known["lang"], "date": known["date"], "category": name_slug(section)}
    names = article.authors or ((settings["AUTHOR"],) if settings.get("AUTHOR") else ())
    return Story(
        source=source,
        story=article,
        record=record,
        minutes=known["minutes"],
        points=known["points"],
        key_dates=known["key_dates"],
        title=known["title"],
        slug=known["slug"],
        lang=known["lang"],
        guid=known["guid"],
        date=known["date"],
        modified=known.get("modified"),
        status=status,
        in_default_lang=in_default_lang,
        category=name_thing("CATEGORY", section, settings),
        authors=tuple(Named(name, name_slug(name)) for name in names),
        metadata=known,
        url=settings[f"{kind}_URL"].format(**parts),
        save_as=settings[f"{kind}_SAVE_AS"].format(**parts),
        tags=[name_thing("TAG", name, settings) for name in article.tags],
    )


def name_thing(kind: str, name: str, settings: Mapping[str, Any]) -> Named:
    """Name a tag or section, at an address that is never empty, in whatever script its name is."""
    parts = {"name": name, "slug": name_slug(name)}
    url, save_as = (settings[f"{kind}_{end}"].format(**parts) for end in ("URL", "SAVE_AS"))
    return Named(name, parts["slug"], url, save_as)


class Texts(Mapping[str, Text]):
    """The texts of stories by slug, each loaded when somebody asks for it."""

    def __init__(self, stories: Mapping[str, Any]) -> None:
        self.stories = stories

    def __getitem__(self, slug: str) -> Text:
        text: Text = self.stories[slug].record.text
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.stories)

    def __len__(self) -> int:
        return len(self.stories)

    def keys_of(self) -> dict[str, bytes]:
        """Give what stands for each text while it is not loaded."""
        return {slug: story.record.text_key for slug, story in self.stories.items()}
