"""Stories by month, newest first: the pages of a tag and of a section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from briefing.cards import Cards
from briefing.chrome import Chrome
from briefing.dates import month_in_words, span_in_words
from briefing.over_time import show_chart, show_timeline
from briefing.pieces import Group, Link, Pager, TagLink
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


def show_tag(path: str, tag: Any, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[ListView]:
    """Show a tag in its own language, with the tags that its stories have most often."""
    link = cards.tags[tag.slug]
    near = cards.most_used(articles, NEIGHBOURS, but=tag.slug)
    feed = chrome.feed("TAG_FEED_RSS", f"{chrome.site.name}: {tag.name}", tag.slug, link.lang)
    subject = Subject(tag.name, link.kind, link.kind_text, chrome.page_lang(link.lang), near, feed)
    yield from show_list(path, subject, articles, chrome, cards)


def show_section(path: str, category: Any, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[ListView]:
    """Show a section, with the tags that its stories have most often."""
    near = cards.most_used(articles, NEIGHBOURS)
    feed = chrome.feed("CATEGORY_FEED_RSS", f"{chrome.site.name}: {category.name}", category.slug)
    subject = Subject(category.name, "section", chrome.words().say("section"), chrome.lang, near, feed)
    yield from show_list(path, subject, articles, chrome, cards)


def show_list(path: str, subject: Subject, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[ListView]:
    """Show stories by month, on as many pages as DEFAULT_PAGINATION makes them."""
    words, lang, heading = chrome.words(subject.lang), subject.lang, subject.heading
    newest_first = sorted(articles, key=lambda article: (-article.date.timestamp(), article.slug))
    size = chrome.settings["DEFAULT_PAGINATION"] or max(1, len(articles))
    total = max(1, -(-len(articles) // size))
    paths = [path, *(f"{path.removesuffix('.html')}/{number}.html" for number in range(2, total + 1))]
    span = span_in_words(newest_first[-1].date, newest_first[0].date, lang) if articles else ""
    number_of = words.count("{number} story", "{number} stories", len(articles))
    about = f"{heading}: {words.join(filter(None, (number_of, span)))}"
    for number, each in enumerate(paths, 1):
        shown = newest_first[(number - 1) * size : number * size]
        title = heading if number == 1 else words.say("{heading}, page {number}", heading=heading, number=str(number))
        yield ListView(
            frame=chrome.frame(each, title, about, lang=lang, feed=subject.feed),
            heading=heading,
            kind=subject.kind,
            kind_text=subject.kind_text,
            total=len(articles),
            span=span,
            chart=show_chart(newest_first, lang) if number == 1 else None,
            timeline=show_timeline(newest_first, lang) if number == 1 else (),
            groups=tuple(
                Group(month, tuple(map(cards.teaser, stories)))
                for month, stories in groupby(shown, key=lambda article: month_in_words(article.date, lang))
            ),
            neighbours=subject.neighbours,
            pager=Pager(
                number=number,
                total=total,
                newer=page_link(number - 1, paths, lang, words) if number > 1 else None,
                older=page_link(number + 1, paths, lang, words) if number < total else None,
            ),
        )


def page_link(number: int, paths: Sequence[str], lang: str, words: Words) -> Link:
    return Link(words.say("Page {number}", number=str(number)), paths[number - 1], lang)
