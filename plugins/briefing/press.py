"""Pages and feeds in their final form, each a function of its view alone: one whose key has not changed is not made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import Any

from jinja2 import Environment, Template

from briefing.feeds import FeedItem, FeedView, Newsstand, Rss
from briefing.keys import Keys
from briefing.pieces import Site, TagLink, Teaser
from briefing.plans import Plan
from briefing.policy import allow_inline
from briefing.presenter import Presenter
from briefing.search_index import put_index
from briefing.templates import Code
from briefing.views import View

Printed = Callable[[], str]


class Press:
    """Prints one build's pages and feeds."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self.settings = settings
        self.pages = settings.get("PAGES")
        self.views = settings.get("VIEWS")
        self.limit = settings["FEED_MAX_ITEMS"]
        self.presenter = Presenter(settings, context)
        self.words = self.presenter.chrome.wording.functions()
        self.newsstand = Newsstand(settings, self.presenter.chrome.wording)
        self.code = Code(settings)
        self.keys = Keys(FeedItem, Site, TagLink, Teaser)
        self.chrome = self.keys.key(self.presenter.site)
        if self.pages is not None:
            self.pages.chrome = self.chrome

    def pages_of(
        self, template: Template, name: str, kind: str | None, subject: Mapping[str, Any]
    ) -> Iterator[tuple[str, Printed | None]]:
        """Give the path and what prints the page at `name`, and those that it goes on to; None for one that stands."""
        for plan in self.presenter.plans(name, kind, subject):
            yield plan.path, self.print(plan, template)

    def own_pages(self, environment: Environment) -> Iterator[tuple[str, Printed | None]]:
        """Give the path and what prints each page that Pelican does not know of; None for one that stands."""
        for name, plan in self.presenter.own_plans():
            yield plan.path, self.print(plan, environment.get_template(name))

    def print(self, plan: Plan, template: Template) -> Printed | None:
        """Give what renders a page, unless it stands."""
        if self.views is not None:
            self.views[plan.path] = plan.make()
        site = self.presenter.site
        stands = self.stands(plan.path, self.code.of_template(template), site, *plan.made_from)
        return None if stands else partial(self.render, plan.make, template)

    def render(self, make: Callable[[], View], template: Template) -> str:
        site = self.presenter.site
        return template.render(view=make(), site=site, inline=allow_inline, **self.words).rstrip("\n") + "\n"

    def put_index(self, folder: str) -> None:
        """Put the index of the search pages into a folder, unless it stands."""
        entries = self.presenter.entries
        put_index(folder, entries, self.keys.key(self.code.whole, *entries), self.settings)

    def own_feeds(self) -> Iterator[tuple[str, str, Sequence[Any]]]:
        """Give the path, the title and the stories of each feed that Pelican does not know of."""
        return self.presenter.own_feeds()

    def feed_of(self, address: str, title: str | None, articles: Sequence[Any]) -> FeedView:
        return self.newsstand.feed(address, title, articles[: self.limit])

    def feed_stands(self, path: str, view: FeedView) -> bool:
        return self.stands(path, self.code.whole, view)

    def stands(self, path: str, *made_from: Any) -> bool:
        """Tell whether an earlier build made a file from the same, and it has not been touched since."""
        return self.pages is not None and self.pages.stands(path, self.keys.key(*made_from))


def print_feed(view: FeedView) -> str:
    """Write a feed that no plugin has to see before."""
    return write_feed(Rss(view))


def write_feed(feed: Rss) -> str:
    """Write a feed as feedgenerator does, into a text."""
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue()
