"""What views are made of: small frozen parts that several kinds of page show."""

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
    search: str
    """The address of the search page in the language of the site; empty where it has none."""
    style: str
    """The address of the site's own style sheet, which comes after the theme's; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the head of a page says about it."""

    path: str
    root: str
    """The way from this page to the site's root: empty, a run of `../`, or absolute where the page has no one place."""
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
    listed: bool = True
    """Search engines may list the page."""


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
class PictureFile:
    url: str
    type: str
    """`image/avif`, `image/webp` or `image/jpeg`."""
    width: int
    """In pixels, as `height`."""
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a story, in sizes of which a browser takes one."""

    modern: tuple[PictureFile, ...]
    """AVIF, then WebP, the smallest of each first."""
    plain: PictureFile
    """For what knows neither."""
    width: int
    """CSS pixels that it is shown in at most, as `height`."""
    height: int
    alt: str
    """What it shows, for those who do not see it; empty where nothing says."""
    caption: str | None
    credit: str | None


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
    picture: Picture | None
    """None too where it is too small for a list."""


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
    """Of the picture that ran in the original, as `credit`; None where the page shows it."""
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
class KeyPoint:
    """A sentence that tells the story in brief."""

    text: str
    anchor: str
    """The name of its paragraph on the page; empty for an editor's sentence that the story does not hold."""


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that the story names."""

    day: date
    text: str
    """The day in words."""
    sentence: str
    anchor: str
    """The name of its paragraph on the page."""


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day that a story of a list names."""

    day: date
    text: str
    """The day in words, in the language of the list."""
    sentence: str
    url: str
    """The story's address with the name of the sentence's paragraph."""
    lang: str
    """The language of the sentence."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A month that has stories, in a chart."""

    month: str
    """In words."""
    count: int
    place: int
    """How many months after the first."""
    height: int
    """Per cent of that of the month with most stories."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Stories a month."""

    bars: tuple[Bar, ...]
    months: int
    """From the first to the last, those without stories too."""
    peak: Bar
    """The month with most stories, of several the last."""


@dataclass(frozen=True, slots=True)
class ReadMore:
    title: str
    source: str | None
    url: str | None


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
class Letter:
    """Tags whose names begin alike."""

    name: str
    """A capital letter, `0–9`, or `#` for all else; empty where the tags of a kind are too few to be parted."""
    anchor: str
    """The name of the place on the page."""
    tags: tuple[TagLink, ...]


@dataclass(frozen=True, slots=True)
class TagIndex:
    """All tags of a kind."""

    kind: str
    heading: str
    total: int
    letters: tuple[Letter, ...]


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
class Pager:
    number: int
    total: int
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the sitemap."""

    address: str
    changed: datetime | None
    """When what it shows last changed; None where nothing says."""
