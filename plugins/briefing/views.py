"""What a template may see: small frozen views, one kind for each kind of page, and the site around them.

A page is a function of its view, its template and the site: whatever is not in here cannot change a page.
Addresses are relative to the site's root; a template puts `view.frame.root` before them.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str
    lang: str
    """The language of the name."""


@dataclass(frozen=True, slots=True)
class Site:
    """The chrome: what every page of the site shows."""

    name: str
    tagline: str
    lang: str
    """The language of the words around the pages, which is not that of every page."""
    origin: str
    """The site's absolute address without a slash at the end; empty where none is set."""
    feed: Link | None
    sections: tuple[Link, ...]
    languages: tuple[Link, ...]
    """The front page of each language; empty where all stories are in one."""
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the head of a page says about it."""

    path: str
    root: str
    """The way from this page to the site's root: empty or a run of `../`."""
    title: str
    description: str
    lang: str
    """The language of what the page holds."""
    words: str
    """The language of the page's own words, such as headings; English where the theme does not speak `lang`."""
    dir: str
    """`ltr` or `rtl`."""
    canonical: str
    feed: Link | None = None
    """The feed of this list; the site's own is in the chrome."""


@dataclass(frozen=True, slots=True)
class TagLink:
    name: str
    url: str
    kind: str
    """place, person, organisation or topic."""
    kind_text: str
    """The kind in words of the tag's language."""
    count: int
    lang: str
    evidence: tuple[str, ...] = ()
    """The phrases of this story that the tag was chosen for."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as a list shows it."""

    title: str
    url: str
    summary: str
    published: datetime
    date_text: str
    place: str | None
    kicker: Link | None
    reading_time: str
    """In words, such as `4 min read`."""
    lang: str
    words: str
    """The language of `reading_time`."""


@dataclass(frozen=True, slots=True)
class Related:
    story: Teaser
    reason: str
    """As in `both about Mexico, steel, tariffs`."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story came from and what stands beside it in the raw text."""

    publisher: str | None
    seed: str | None
    date_from: str
    """`text`, `filename` or `mtime`: what the date was taken from."""
    caption: str | None
    credit: str | None
    embargo: datetime | None
    """The moment until which the story was held."""
    embargo_text: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A correction, or a later version of the story."""

    day: date | None
    """None where `history:` does not say."""
    text: str
    """As in `Updated 5 April 2025: headline`."""


@dataclass(frozen=True, slots=True)
class ReadMore:
    title: str
    source: str | None
    url: str | None


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
    updated: datetime | None
    updated_text: str | None
    reading_time: str
    body: str
    """HTML, safe to print as it is."""
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
class Group:
    """Stories under one heading: a day, a month."""

    heading: str
    stories: tuple[Teaser, ...]
    url: str = ""
    """The page of the day; a month in a list has none."""


@dataclass(frozen=True, slots=True)
class TagGroup:
    kind: str
    heading: str
    tags: tuple[TagLink, ...]


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
class Tally:
    """A page with the number of its stories."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    heading: str
    months: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All months that have stories, newest first."""

    frame: Frame
    heading: str
    years: tuple[Year, ...]
    total: int
    editions: int


@dataclass(frozen=True, slots=True)
class Pager:
    number: int
    total: int
    newer: Link | None
    older: Link | None


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
    groups: tuple[Group, ...]
    neighbours: tuple[TagLink, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TagsView:
    frame: Frame
    heading: str
    groups: tuple[TagGroup, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PageView:
    """A hand-written page, or the page for an address that does not exist."""

    frame: Frame
    heading: str
    body: str
    """HTML, safe to print as it is."""


View = ArticleView | HomeView | EditionView | MonthView | ArchiveView | ListView | TagsView | PageView
