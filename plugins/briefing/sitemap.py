"""What search engines are told: every page that stands for itself, with the day that what it shows last changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from briefing.chrome import Chrome
from briefing.edition_pages import Editions, edition_path, month_path
from briefing.pieces import Place
from briefing.views import PlainView, SitemapView


def show_sitemap(context: Mapping[str, Any], editions: Editions, chrome: Chrome) -> SitemapView:
    """List the front pages, the stories, and the pages that list them; not those that a list goes on to."""
    places = sorted(list_places(context, editions, chrome), key=lambda place: place.address)
    return SitemapView(chrome.frame("sitemap.xml", "", ""), tuple(places))


def show_robots(chrome: Chrome) -> PlainView:
    return PlainView(chrome.frame("robots.txt", "", ""))


def list_places(context: Mapping[str, Any], editions: Editions, chrome: Chrome) -> Iterator[Place]:
    """Give each page its moment: a story's own, and for a list that of its youngest story."""
    articles = context["articles"]
    for path in ("index.html", "tags.html", "archives.html"):
        yield Place(chrome.address(path), youngest(articles))
    for link in chrome.site.languages:
        yield Place(chrome.address(link.url), youngest(each for each in articles if each.lang == link.lang))
    for article in articles:
        yield Place(chrome.address(article.url), youngest([article]))
    for thing, its_articles in (*context["tags"], *context["categories"]):
        yield Place(chrome.address(thing.url), youngest(its_articles))
    for page in context["pages"]:
        yield Place(chrome.address(page.url), getattr(page, "modified", None) or getattr(page, "date", None))
    months: dict[str, list[Any]] = {}
    for day, of_day in editions.items():
        yield Place(chrome.address(edition_path(day)), youngest(of_day))
        months.setdefault(month_path(day), []).extend(of_day)
    for path, of_month in months.items():
        yield Place(chrome.address(path), youngest(of_month))


def youngest(articles: Iterable[Any]) -> datetime | None:
    return max((getattr(article, "modified", None) or article.date for article in articles), default=None)
