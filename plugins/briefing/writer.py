"""Pages and feeds on disk: each page rendered from its view alone, each feed valid RSS."""

import os
import re
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

UNRESOLVED = re.compile(r"""(?:href|src)=["']([{|](?:filename|static|attach)[}|][^"']*)""")


class SiteWriter(Writer):  # type: ignore[misc]
    """Stands in for Pelican's writer, which hands a template the whole context."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.presenter: Presenter | None = None
        self.claimed: dict[str, str] = {}

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
        self.claim(name, subject.get("article") or subject.get("page"), template_name)
        for view in self.presenter.views(name, template_name, subject):
            path = sanitised_join(self.output_path, view.frame.path)
            text = template.render(view=view, site=self.presenter.site)
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            with self._open_w(path, "utf-8", override=override_output) as file:
                file.write(text.rstrip("\n") + "\n")
            signals.content_written.send(path, context={**context, **subject, "output_file": view.frame.path})

    def claim(self, name: str, content: Content | None, template: str | None) -> None:
        """Refuse a story or page at the address of another, and one with a link that leads to no file."""
        source = os.path.relpath(content.source_path, self.settings["ROOT"]) if content else f"the page `{template}`"
        former = self.claimed.setdefault(name, source)
        if former != source:
            file = source if content else former
            other = former if content else source
            raise BriefingError(f"{name} is the address of {other} too: give this one another `slug:`", file)
        if content and (broken := UNRESOLVED.search(content.get_content(self.settings["SITEURL"]))):
            text = Path(content.source_path).read_text("utf-8")
            at = text.find(broken[1])
            line = text.count("\n", 0, at) + 1 if at >= 0 else None
            raise BriefingError(f"the link `{broken[1]}` leads to no file in content/: mend the path", source, line)

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
