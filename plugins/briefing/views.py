"""What a template may see: small frozen views, one kind for each kind of page, and the site around them.

A page is a function of its view, its template and the site: whatever is not in here cannot change a page.
Addresses are relative to the site's root; a template puts `view.frame.root` before them.
"""

from dataclasses import dataclass
from datetime import datetime

from briefing.bodies import Html
from briefing.pieces import (
    Change,
    Chart,
    Frame,
    Group,
    KeyDay,
    KeyPoint,
    Link,
    Pager,
    Picture,
    Place,
    ReadMore,
    Related,
    Source,
    StoryDay,
    TagGroup,
    TagIndex,
    TagLink,
    Teaser,
    Year,
)


@dataclass(frozen=True, slots=True)
class ArticleView:
    frame: Frame
    headline: str
    deck: str | None
    kicker: Link | None
    section: Link | None
    authors: tuple[str, ...]
    place: str | None
    published: datetime
    date_text: str
    edition: str
    """The address of the edition that the story is in; empty where it is in none."""
    updated: datetime | None
    updated_text: str | None
    reading_time: str
    points: tuple[KeyPoint, ...]
    key_dates: tuple[KeyDay, ...]
    calendar: str
    """The address of the same days for calendar programs; empty where there are none."""
    picture: Picture | None
    body: Html
    tags: tuple[TagLink, ...]
    related: tuple[Related, ...]
    read_more: tuple[ReadMore, ...]
    changes: tuple[Change, ...]
    """The last first."""
    source: Source
    newer: Link | None
    older: Link | None
    draft: bool


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page of the site, or of one of its languages."""

    frame: Frame
    name: str
    """The language in its own words; empty on the front page of the site."""
    edition: Link | None
    """The newest edition, named by its date; None on a site with no stories."""
    lead: Teaser | None
    stories: tuple[Teaser, ...]
    whole: bool
    """The newest edition has no more stories than these."""
    earlier: tuple[Group, ...]
    topics: tuple[TagGroup, ...]
    total: int


@dataclass(frozen=True, slots=True)
class EditionView:
    """The stories of a day, in the order of their weight."""

    frame: Frame
    heading: str
    month: Link
    lead: Teaser
    stories: tuple[Teaser, ...]
    topics: tuple[TagGroup, ...]
    total: int
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class MonthView:
    """The editions of a month, newest first."""

    frame: Frame
    heading: str
    days: tuple[Group, ...]
    total: int
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All months that have stories, newest first."""

    frame: Frame
    heading: str
    years: tuple[Year, ...]
    total: int
    editions: int


@dataclass(frozen=True, slots=True)
class ListView:
    """A tag or a section: stories by month, newest first."""

    frame: Frame
    heading: str
    kind: str
    """place, person, organisation or topic for a tag; section."""
    kind_text: str
    total: int
    span: str
    """`March 2025 – April 2025`, the months of the oldest and newest story; empty without stories."""
    chart: Chart | None
    """None where all stories are of one month, and from the second page on."""
    timeline: tuple[StoryDay, ...]
    """The days that most of the stories name, the first first; empty from the second page on."""
    groups: tuple[Group, ...]
    neighbours: tuple[TagLink, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TagsView:
    """All tags."""

    frame: Frame
    heading: str
    groups: tuple[TagIndex, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page on which the stories of a language are searched."""

    frame: Frame
    heading: str
    languages: tuple[Link, ...]
    """The search page of each language; empty where all stories are in one."""
    index: str
    """The address of the script that searches whole texts; empty where titles and topics alone are searched."""
    titles: str
    """The address of the script that holds the titles and topics of all stories of the language."""
    counts: tuple[tuple[str, str], ...]
    """How many stories, in words: `{number} stories` for each plural that the language has, with its name in CLDR."""
    topics: tuple[TagGroup, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A hand-written page, or the page for an address that does not exist."""

    frame: Frame
    heading: str
    body: Html


@dataclass(frozen=True, slots=True)
class SitemapView:
    frame: Frame
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A file that a template has nothing to add to."""

    frame: Frame
    text: str


@dataclass(frozen=True, slots=True)
class PlainView:
    """A file for machines that shows nothing but the site's address."""

    frame: Frame


View = (
    ArticleView
    | HomeView
    | EditionView
    | MonthView
    | ArchiveView
    | ListView
    | TagsView
    | SearchView
    | PageView
    | SitemapView
    | TextView
    | PlainView
)
