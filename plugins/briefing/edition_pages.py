"""One page a day, one a month that lists its days, and the archive of all months."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from briefing.cards import Cards, group_tags
from briefing.chrome import Chrome
from briefing.dates import write_day, write_month, write_year
from briefing.editions import Entry, make_editions
from briefing.pieces import Group, Link, Tally, Year
from briefing.views import ArchiveView, EditionView, MonthView

Editions = Mapping[date, Sequence[Any]]
"""The stories of each day in the order of their weight, the newest day first."""
TOPICS = 12


def gather_editions(articles: Sequence[Any], chrome: Chrome) -> Editions:
    """Put stories into editions, by the day that they are dated in the site's time."""
    zone = ZoneInfo(chrome.settings["TIMEZONE"])
    by_slug = {article.slug: article for article in articles}
    editions = make_editions({slug: entry_of(article, zone) for slug, article in by_slug.items()})
    return {day: [by_slug[slug] for slug in slugs] for day, slugs in editions.items()}


def entry_of(article: Any, zone: ZoneInfo) -> Entry:
    """Take what a story's weight depends on; its hour counts where its front matter states one."""
    moment = article.date.astimezone(zone)
    stated = isinstance(article.story.date, datetime)
    return Entry(
        day=moment.date(),
        hour=moment.hour + moment.minute / 60 if stated else None,
        length=article.record.length,
        tags=tuple(tag.slug for tag in article.tags),
        lead=article.story.lead,
        native=article.in_default_lang,
    )


def show_editions(editions: Editions, chrome: Chrome, cards: Cards) -> Iterator[EditionView]:
    """Show each day on a page of its own."""
    words, lang = chrome.words(), chrome.lang
    days = [*editions]
    for number, (day, articles) in enumerate(editions.items()):
        title = words.say("Edition of {date}", date=write_day(day, lang, "long"))
        lead, *others = map(cards.teaser, articles)
        yield EditionView(
            frame=chrome.frame(edition_path(day), title, lead.title),
            heading=write_day(day, lang, "full"),
            month=Link(write_month(day.replace(day=1), lang), month_path(day), lang),
            lead=lead,
            stories=tuple(others),
            topics=group_tags([tag for tag in cards.most_used(articles, TOPICS) if tag.count > 1], words),
            total=len(articles),
            newer=edition_link(days[number - 1], chrome) if number else None,
            older=edition_link(days[number + 1], chrome) if number + 1 < len(days) else None,
        )


def show_months(editions: Editions, chrome: Chrome, cards: Cards) -> Iterator[MonthView]:
    """Show the days of each month with the headlines of their stories."""
    lang = chrome.lang
    months = [(month, [*days]) for month, days in groupby(editions, key=lambda day: day.replace(day=1))]
    for number, (month, days) in enumerate(months):
        title = write_month(month, lang)
        groups = tuple(day_group(day, editions[day], chrome, cards) for day in days)
        yield MonthView(
            frame=chrome.frame(month_path(month), title, chrome.words().say("Archive")),
            heading=title,
            days=groups,
            total=sum(len(group.stories) for group in groups),
            newer=month_link(months[number - 1][0], lang) if number else None,
            older=month_link(months[number + 1][0], lang) if number + 1 < len(months) else None,
        )


def show_archive(path: str, editions: Editions, chrome: Chrome) -> ArchiveView:
    """Show every month under its year."""
    lang, title = chrome.lang, chrome.words().say("Archive")
    years = tuple(
        Year(
            write_year(year, lang),
            tuple(
                Tally(month_link(month, lang), sum(len(editions[day]) for day in days))
                for month, days in groupby(of_year, key=lambda day: day.replace(day=1))
            ),
        )
        for year, of_year in groupby(editions, key=lambda day: day.replace(month=1, day=1))
    )
    total = sum(map(len, editions.values()))
    return ArchiveView(chrome.frame(path, title, ""), title, years, total, len(editions))


def day_group(day: date, articles: Sequence[Any], chrome: Chrome, cards: Cards, lang: str = "") -> Group:
    """List the stories of a day under its date, which leads to its page."""
    return Group(write_day(day, lang or chrome.lang, "long"), tuple(map(cards.teaser, articles)), edition_path(day))


def edition_link(day: date, chrome: Chrome) -> Link:
    return Link(write_day(day, chrome.lang, "long"), edition_path(day), chrome.lang)


def month_link(month: date, lang: str) -> Link:
    return Link(write_month(month, lang), month_path(month), lang)


def edition_of(article: Any, chrome: Chrome) -> str:
    """Find the page of the day on which a story is dated in the site's time."""
    return edition_path(article.date.astimezone(ZoneInfo(chrome.settings["TIMEZONE"])).date())


def edition_path(day: date) -> str:
    return f"{day:%Y/%m/%d}/index.html"


def month_path(day: date) -> str:
    return f"{day:%Y/%m}/index.html"
