"""Pages and feeds on disk: each page rendered from its view alone, each feed valid RSS."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import Template
from pelican.contents import Article, Content
from pelican.plugins import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from briefing.errors import BriefingError
from briefing.feeds import Rss, absolute_links
from briefing.presenter import Presenter


class SiteWriter(Writer):  # type: ignore[misc]
    """Stands in for Pelican's writer, which hands a template the whole context."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.presenter: Presenter | None = None
        self.stories: dict[str, str] = {}

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,  # noqa: ARG002 - Pelican's signature
        paginated: Mapping[str, Any] | None = None,  # noqa: ARG002
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,  # noqa: ARG002
        **subject: Any,
    ) -> None:
        """Render the page that Pelican asks for, or the pages of a long list, and write what came out."""
        if not name:
            return
        if self.presenter is None:
            self.presenter = Presenter(self.settings, context)
        if content := subject.get("article") or subject.get("page"):
            self.claim(name, content)
        for view in self.presenter.views(name, template_name, subject):
            path = sanitised_join(self.output_path, view.frame.path)
            text = template.render(view=view, site=self.presenter.site)
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            with self._open_w(path, "utf-8", override=override_output) as file:
                file.write(text.rstrip("\n") + "\n")
            signals.content_written.send(path, context={**context, **subject, "output_file": view.frame.path})

    def claim(self, name: str, content: Content) -> None:
        """Refuse a second story or page at the address of another."""
        source = os.path.relpath(content.source_path, self.settings["ROOT"])
        if name in self.stories:
            message = f"`slug: {content.slug}` is also that of {self.stories[name]}: give one of the two another slug"
            raise BriefingError(message, source)
        self.stories[name] = source

    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: dict[str, Any]) -> Any:
        if feed_type != "rss":
            return super()._create_new_feed(feed_type, feed_title, context)
        name = self.settings["SITENAME"]
        return Rss(
            title=f"{name}: {feed_title}" if feed_title else name,
            link=f"{self.site_url}/",
            feed_url=self.feed_url,
            description=self.settings["SITESUBTITLE"] or name,
            language=self.settings["DEFAULT_LANG"],
        )

    def _add_item_to_the_feed(self, feed: Any, item: Article) -> None:
        if not isinstance(feed, Rss):
            super()._add_item_to_the_feed(feed, item)
            return
        link = urljoin(f"{self.site_url}/", item.url)
        feed.add_item(
            title=item.title,
            link=link,
            description=item.metadata["summary"],
            content=absolute_links(item.get_content(self.site_url), link),
            author_name=", ".join(author.name for author in getattr(item, "authors", ())) or None,
            unique_id=item.guid,
            unique_id_is_permalink=False,
            categories=[item.category.name, *(tag.name for tag in item.tags)],
            pubdate=item.date,
            updateddate=getattr(item, "modified", None),
        )


def use_writer(_pelican: Any) -> type[Writer]:
    return SiteWriter


def register() -> None:
    signals.get_writer.connect(use_writer)
