"""The front pages, of the site and of each language: the newest edition, those before it, the topics."""

from collections.abc import Iterator
from typing import Any

from briefing.cards import Cards, group_tags
from briefing.chrome import Chrome
from briefing.dates import write_day
from briefing.edition_pages import Editions, day_group, edition_path
from briefing.pieces import Group, Link, TagGroup
from briefing.views import HomeView

EDITION_STORIES = 30
EARLIER_STORIES = 24
HOME_TOPICS = 24


def show_home(path: str, editions: Editions, chrome: Chrome, cards: Cards) -> HomeView:
    """Show the front page of the whole site."""
    return show_front(path, editions, chrome, cards, lang=chrome.lang)


def show_languages(editions: Editions, chrome: Chrome, cards: Cards) -> Iterator[HomeView]:
    """Show the front page of each language that has stories, where there are several."""
    for link in chrome.site.languages:
        feed = chrome.feed("LANGUAGE_FEED_RSS", f"{chrome.site.name}: {link.name}", lang=link.lang)
        own = {
            day: stories
            for day, articles in editions.items()
            if (stories := [article for article in articles if article.lang == link.lang])
        }
        yield show_front(link.url, own, chrome, cards, lang=chrome.page_lang(link.lang), name=link.name, feed=feed)


def show_front(
    path: str, editions: Editions, chrome: Chrome, cards: Cards, *, lang: str, name: str = "", feed: Link | None = None
) -> HomeView:
    """Show the newest edition, and the headlines of those before it."""
    site = chrome.site
    day = next(iter(editions), None)
    today = editions[day] if day else []
    return HomeView(
        frame=chrome.frame(path, f"{site.name}: {name}" if name else site.name, site.tagline, lang=lang, feed=feed),
        name=name,
        edition=Link(write_day(day, lang, "full"), edition_path(day), lang) if day else None,
        lead=cards.teaser(today[0]) if today else None,
        stories=tuple(map(cards.teaser, today[1:EDITION_STORIES])),
        whole=len(today) <= EDITION_STORIES,
        earlier=tuple(show_earlier(editions, chrome, cards, lang)),
        topics=show_topics([article for articles in editions.values() for article in articles], chrome, cards, lang),
        total=sum(map(len, editions.values())),
    )


def show_earlier(editions: Editions, chrome: Chrome, cards: Cards, lang: str) -> Iterator[Group]:
    """List the headlines of the editions before the newest, as many as there is room for."""
    room = EARLIER_STORIES
    for day in [*editions][1:]:
        if room <= 0:
            return
        yield day_group(day, editions[day][:room], chrome, cards, lang)
        room -= len(editions[day])


def show_topics(articles: list[Any], chrome: Chrome, cards: Cards, lang: str) -> tuple[TagGroup, ...]:
    """Show the tags that most of some stories have, those of a single story only where there are no others."""
    own = {tag.slug for article in articles for tag in article.tags}
    tags = [tag for slug, tag in cards.tags.items() if slug in own]
    shared = [tag for tag in tags if tag.count > 1] or tags
    return group_tags(sorted(shared, key=lambda tag: (-tag.count, tag.url))[:HOME_TOPICS], chrome.words(lang))
