"""Pages and feeds in their final form, each a function of its view alone: one whose key has not changed is not made."""

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from jinja2 import Environment, Template

from briefing.feeds import FeedItem, FeedView, Newsstand, Rss
from briefing.keys import Keys
from briefing.pieces import Site, TagLink, Teaser
from briefing.policy import allow_inline
from briefing.presenter import Presenter
from briefing.templates import Code
from briefing.views import View


class Press:
    """Prints one build's pages and feeds."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
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
    ) -> Iterator[tuple[str, str | None]]:
        """Give the path and text of the page at `name`, and of those that it goes on to; None for one that stands."""
        for view in self.presenter.views(name, kind, subject):
            yield view.frame.path, self.print(view, template)

    def own_pages(self, environment: Environment) -> Iterator[tuple[str, str | None]]:
        """Give the path and text of each page that Pelican does not know of; None for one that stands."""
        for name, view in self.presenter.own_pages():
            yield view.frame.path, self.print(view, environment.get_template(name))

    def print(self, view: View, template: Template) -> str | None:
        """Render a page, unless it stands."""
        site = self.presenter.site
        if self.views is not None:
            self.views[view.frame.path] = view
        if self.stands(view.frame.path, self.code.of_template(template), site, view):
            return None
        return template.render(view=view, site=site, inline=allow_inline, **self.words).rstrip("\n") + "\n"

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


def write_feed(feed: Rss) -> str:
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue()
