"""From Pelican's objects to views: what each page of a build shows, in words, dates and addresses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.bodies import EMPTY
from briefing.cards import Cards
from briefing.chrome import Chrome, way_to_root
from briefing.edition_pages import gather_editions, show_archive, show_editions, show_months
from briefing.feeds import content_of
from briefing.front import show_home, show_languages
from briefing.lists import show_section, show_tag
from briefing.search import list_entries, show_search
from briefing.sitemap import show_robots, show_sitemap
from briefing.story_page import show_calendar, show_story
from briefing.tag_index import index_tags
from briefing.views import ArticleView, PageView, TagsView, View


class Presenter:
    """Makes the views of one build."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self.context = context
        self.chrome = Chrome(settings, context)
        self.cards = Cards(self.chrome, context)
        self.site = self.chrome.site
        stories = context["articles"]
        self.entries = list_entries(context, self.chrome) if self.site.search else []
        self.editions = gather_editions(stories, self.chrome)
        self.newer = dict(zip((a.slug for a in stories[1:]), stories, strict=False))
        self.older = dict(zip((a.slug for a in stories), stories[1:], strict=False))

    def views(self, path: str, template: str | None, subject: Mapping[str, Any]) -> Iterator[View]:
        """Make the view of the page that Pelican wants at `path`, or the views of a list over several pages."""
        chrome, cards = self.chrome, self.cards
        if "article" in subject:
            yield self.article(path, subject["article"])
        elif "page" in subject:
            page = subject["page"]
            body = content_of(page, way_to_root(path) or ".")
            yield PageView(chrome.frame(path, page.title, page.story.summary or "", lang=page.lang), page.title, body)
        elif "tag" in subject:
            yield from show_tag(path, subject["tag"], subject["articles"], chrome, cards)
        elif "category" in subject:
            yield from show_section(path, subject["category"], subject["articles"], chrome, cards)
        elif template == "archives":
            yield show_archive(path, self.editions, chrome)
        elif template == "tags":
            yield self.all_tags(path)
        elif template == "404":
            title = chrome.words().say("Page not found")
            yield PageView(chrome.lost_frame(path, title), title, EMPTY)
        else:
            yield show_home(path, self.editions, chrome, cards)

    def own_pages(self) -> Iterator[tuple[str, View]]:
        """Make the views of the pages that Pelican does not know of, each with its template."""
        for front in show_languages(self.editions, self.chrome, self.cards):
            yield "index.html", front
        for edition in show_editions(self.editions, self.chrome, self.cards):
            yield "edition.html", edition
        for month in show_months(self.editions, self.chrome, self.cards):
            yield "month.html", month
        for article in self.context["articles"]:
            if article.key_dates:
                yield "text.txt", show_calendar(article, self.chrome)
        if self.site.search:
            yield from show_search(self.entries, self.context, self.chrome, self.cards)
        yield "sitemap.xml", show_sitemap(self.context, self.editions, self.chrome)
        yield "robots.txt", show_robots(self.chrome)

    def own_feeds(self) -> Iterator[tuple[str, str, Sequence[Any]]]:
        """Give each language its feed, where there are several."""
        for link in self.site.languages:
            if feed := self.chrome.feed("LANGUAGE_FEED_RSS", link.name, lang=link.lang):
                yield feed.url, link.name, [each for each in self.context["articles"] if each.lang == link.lang]

    def article(self, path: str, article: Any) -> ArticleView:
        newer, older = self.newer.get(article.slug), self.older.get(article.slug)
        return show_story(path, article, newer, older, self.chrome, self.cards)

    def all_tags(self, path: str) -> TagsView:
        """Show every tag under its kind, in the order of the alphabet."""
        words, tags = self.chrome.words(), self.cards.tags.values()
        heading = words.say("Topics")
        return TagsView(self.chrome.frame(path, heading, ""), heading, index_tags(tags, words), len(tags))
