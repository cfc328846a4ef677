"""From Pelican's objects to views: what each page of a build shows, in words, dates and addresses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.bodies import EMPTY
from briefing.cards import Cards
from briefing.chrome import Chrome, way_to_root
from briefing.edition_pages import gather_editions, show_archive, show_editions, show_months
from briefing.feeds import content_of
from briefing.front import show_home, show_languages
from briefing.lists import plan_section, plan_tag
from briefing.plans import Plan, plan_view
from briefing.search import list_entries, show_search
from briefing.sitemap import show_robots, show_sitemap
from briefing.story_page import plan_calendar, plan_story
from briefing.tag_index import index_tags
from briefing.views import PageView, TagsView, View


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

    def plans(self, path: str, template: str | None, subject: Mapping[str, Any]) -> Iterator[Plan]:
        """Plan the page that Pelican wants at `path`, or the pages of a list."""
        if "article" in subject:
            article = subject["article"]
            newer, older = self.newer.get(article.slug), self.older.get(article.slug)
            yield plan_story(path, article, newer, older, self.chrome, self.cards)
        elif "tag" in subject:
            yield from plan_tag(path, subject["tag"], subject["articles"], self.chrome, self.cards)
        elif "category" in subject:
            yield from plan_section(path, subject["category"], subject["articles"], self.chrome, self.cards)
        else:
            yield plan_view(self.view(path, template, subject))

    def view(self, path: str, template: str | None, subject: Mapping[str, Any]) -> View:
        """Make the view of a page that is one of a kind."""
        chrome, cards = self.chrome, self.cards
        if "page" in subject:
            page = subject["page"]
            body = content_of(page, way_to_root(path) or ".")
            return PageView(chrome.frame(path, page.title, page.story.summary or "", lang=page.lang), page.title, body)
        if template == "archives":
            return show_archive(path, self.editions, chrome)
        if template == "tags":
            return self.all_tags(path)
        if template == "404":
            title = chrome.words().say("Page not found")
            return PageView(chrome.lost_frame(path, title), title, EMPTY)
        return show_home(path, self.editions, chrome, cards)

    def own_plans(self) -> Iterator[tuple[str, Plan]]:
        """Plan the pages that Pelican does not know of, each with its template."""
        for name, view in self.own_views():
            yield name, plan_view(view)
        for article in self.context["articles"]:
            if article.key_dates:
                yield "text.txt", plan_calendar(article, self.chrome)

    def own_views(self) -> Iterator[tuple[str, View]]:
        """Make the views of those that are no story's."""
        for front in show_languages(self.editions, self.chrome, self.cards):
            yield "index.html", front
        for edition in show_editions(self.editions, self.chrome, self.cards):
            yield "edition.html", edition
        for month in show_months(self.editions, self.chrome, self.cards):
            yield "month.html", month
        if self.site.search:
            yield from show_search(self.entries, self.context, self.chrome, self.cards)
        yield "sitemap.xml", show_sitemap(self.context, self.editions, self.chrome)
        yield "robots.txt", show_robots(self.chrome)

    def own_feeds(self) -> Iterator[tuple[str, str, Sequence[Any]]]:
        """Give each language its feed, where there are several."""
        for link in self.site.languages:
            if feed := self.chrome.feed("LANGUAGE_FEED_RSS", link.name, lang=link.lang):
                yield feed.url, link.name, [each for each in self.context["articles"] if each.lang == link.lang]

    def all_tags(self, path: str) -> TagsView:
        """Show every tag under its kind, in the order of the alphabet."""
        words, tags = self.chrome.words(), self.cards.tags.values()
        heading = words.say("Topics")
        return TagsView(self.chrome.frame(path, heading, ""), heading, index_tags(tags, words), len(tags))
