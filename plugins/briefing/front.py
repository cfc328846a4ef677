"""The front pages, of the site and of each language: the newest day, the days before it, the topics."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from briefing.cards import Cards, group_tags
from briefing.chrome import Chrome
from briefing.dates import day_in_words
from briefing.views import Group, HomeView, Link

EDITION_STORIES = 30
EARLIER_STORIES = 24
HOME_TOPICS = 24


def show_home(path: str, articles: Sequence[Any], chrome: Chrome, cards: Cards) -> HomeView:
    """Show the front page of the whole site."""
    return show_front(path, articles, chrome, cards, lang=chrome.lang)


def show_languages(articles: Sequence[Any], chrome: Chrome, cards: Cards) -> Iterator[HomeView]:
    """Show the front page of each language that has stories, where there are several."""
    for link in chrome.site.languages:
        feed = chrome.feed("TRANSLATION_FEED_RSS", f"{chrome.site.name}: {link.name}", lang=link.lang)
        stories = [article for article in articles if article.lang == link.lang]
        yield show_front(link.url, stories, chrome, cards, lang=chrome.page_lang(link.lang), name=link.name, feed=feed)


def show_front(
    path: str,
    articles: Sequence[Any],
    chrome: Chrome,
    cards: Cards,
    *,
    lang: str,
    name: str = "",
    feed: Link | None = None,
) -> HomeView:
    """Show the newest day's stories, its lead first, and then those of the days before."""
    days = by_day(articles)
    today = sorted(next(days)[1], key=weight) if articles else []
    earlier: list[Group] = []
    room = EARLIER_STORIES
    for heading, stories in days:
        if room <= 0:
            break
        earlier.append(Group(day_in_words(heading, lang), tuple(map(cards.teaser, stories[:room]))))
        room -= len(stories)
    own = {tag.slug for article in articles for tag in article.tags}
    tags = [tag for slug, tag in cards.tags.items() if slug in own]
    shared = [tag for tag in tags if tag.count > 1] or tags
    topics = sorted(shared, key=lambda tag: (-tag.count, tag.url))[:HOME_TOPICS]
    site = chrome.site
    return HomeView(
        frame=chrome.frame(path, f"{site.name}: {name}" if name else site.name, site.tagline, lang=lang, feed=feed),
        name=name,
        edition=day_in_words(today[0].date, lang, "full") if today else "",
        lead=cards.teaser(today[0]) if today else None,
        stories=tuple(map(cards.teaser, today[1:EDITION_STORIES])),
        earlier=tuple(earlier),
        topics=group_tags(topics, chrome.words(lang)),
        total=len(articles),
    )


def by_day(articles: Iterable[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Group stories, newest first, by the day they are dated in the site's time."""
    for _, stories in groupby(articles, key=lambda article: article.date.date()):
        day = [*stories]
        yield day[0].date, day


def weight(article: Any) -> tuple[bool, bool, int, str]:
    """Order the stories of a day: an editor's `lead: true`, the site's own language, the longest, the slug.

    The hour does not count: a story dated with one would always stand before those dated with the day alone.
    """
    return not article.story.lead, not article.in_default_lang, -len(article.text.body), article.slug
