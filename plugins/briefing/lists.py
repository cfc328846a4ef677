"""Stories by month, newest first: the pages of a tag and of a section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from briefing.cards import Cards
from briefing.chrome import Chrome
from briefing.dates import month_in_words, span_in_words
from briefing.over_time import show_chart, show_timeline
from briefing.pieces import Group, Link, Pager, TagLink
from briefing.plans import Plan
from briefing.views import ListView
from briefing.wording import Words

NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """What a list is about."""

    heading: str
    kind: str
    kind_text: str
    lang: str
    neighbours: tuple[TagLink, ...] = ()
    feed: Link | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is in a list."""

    stories: int
    span: str
    """The months of the first and the last, in words."""


def plan_tag(path: str, tag: Any, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[Plan]:
    """Plan the pages of a tag, in its own language, with the tags that its stories have most often."""
    link = cards.tags[tag.slug]
    near = cards.most_used(articles, NEIGHBOURS, but=tag.slug)
    feed = chrome.feed("TAG_FEED_RSS", f"{chrome.site.name}: {tag.name}", tag.slug, link.lang)
    subject = Subject(tag.name, link.kind, link.kind_text, chrome.page_lang(link.lang), near, feed)
    yield from plan_list(path, subject, articles, chrome, cards)


def plan_section(path: str, category: Any, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[Plan]:
    """Plan the pages of a section, with the tags that its stories have most often."""
    near = cards.most_used(articles, NEIGHBOURS)
    feed = chrome.feed("CATEGORY_FEED_RSS", f"{chrome.site.name}: {category.name}", category.slug)
    subject = Subject(category.name, "section", chrome.words().say("section"), chrome.lang, near, feed)
    yield from plan_list(path, subject, articles, chrome, cards)


def plan_list(path: str, subject: Subject, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[Plan]:
    """Plan a list of stories by month, on as many pages as DEFAULT_PAGINATION makes them."""
    newest_first = sorted(articles, key=lambda article: (-article.date.timestamp(), article.slug))
    size = chrome.settings["DEFAULT_PAGINATION"] or max(1, len(articles))
    total = max(1, -(-len(articles) // size))
    paths = [path, *(f"{path.removesuffix('.html')}/{number}.html" for number in range(2, total + 1))]
    span = span_in_words(newest_first[-1].date, newest_first[0].date, subject.lang) if articles else ""
    extent = Extent(len(articles), span)
    for number, each in enumerate(paths, 1):
        shown = newest_first[(number - 1) * size : number * size]
        over_time = newest_first if number == 1 else []
        days = (article.record.key for article in over_time if article.key_dates)
        made_from = (each, subject, extent, total, *map(cards.teaser, (*shown, *over_time)), *days)
        make = partial(show_list, number, paths, subject, extent, shown, over_time, chrome, cards)
        yield Plan(each, made_from, make)


def show_list(
    number: int,
    paths: Sequence[str],
    subject: Subject,
    extent: Extent,
    shown: Sequence[Any],
    over_time: Sequence[Any],
    chrome: Chrome,
    cards: Cards,
) -> ListView:
    """Show a page of a list; `over_time` are the stories that its chart and its timeline tell of."""
    words, lang, heading = chrome.words(subject.lang), subject.lang, subject.heading
    number_of = words.count("{number} story", "{number} stories", extent.stories)
    about = f"{heading}: {words.join(filter(None, (number_of, extent.span)))}"
    title = heading if number == 1 else words.say("{heading}, page {number}", heading=heading, number=str(number))
    return ListView(
        frame=chrome.frame(paths[number - 1], title, about, lang=lang, feed=subject.feed),
        heading=heading,
        kind=subject.kind,
        kind_text=subject.kind_text,
        total=extent.stories,
        span=extent.span,
        chart=show_chart(over_time, lang),
        timeline=show_timeline(over_time, lang),
        groups=tuple(
            Group(month, tuple(map(cards.teaser, stories)))
            for month, stories in groupby(shown, key=lambda article: month_in_words(article.date, lang))
        ),
        neighbours=subject.neighbours,
        pager=Pager(
            number=number,
            total=len(paths),
            newer=page_link(number - 1, paths, lang, words) if number > 1 else None,
            older=page_link(number + 1, paths, lang, words) if number < len(paths) else None,
        ),
    )


def page_link(number: int, paths: Sequence[str], lang: str, words: Words) -> Link:
    return Link(words.say("Page {number}", number=str(number)), paths[number - 1], lang)
