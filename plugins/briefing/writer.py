"""Pages and feeds on disk, each a function of its view alone: one whose key is that of the last build is left alone."""

import os
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from pelican.contents import Article, Content
from pelican.plugins import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from briefing.errors import BriefingError
from briefing.feeds import Newsstand, Rss
from briefing.keys import Keys
from briefing.presenter import Presenter
from briefing.templates import Code
from briefing.views import View

UNRESOLVED = re.compile(r"""(?:href|src)=["']([{|](?:filename|static|attach)[}|][^"']*)""")


class SiteWriter(Writer):  # type: ignore[misc]
    """Stands in for Pelican's writer, which hands a template the whole context."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.presenter: Presenter | None = None
        self.pages = settings.get("PAGES")
        self.code = Code(settings)
        self.keys = Keys()
        self.newsstand = Newsstand(settings)
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
        presenter = self.present(context)
        self.claim(name, subject.get("article") or subject.get("page"), template_name)
        for view in presenter.views(name, template_name, subject):
            self.write_page(view, template, context, subject, override=override_output)

    def write_own_pages(self, environment: Environment, context: dict[str, Any]) -> None:
        """Write the pages of this site that Pelican does not know of."""
        for name, view in self.present(context).own_pages():
            self.claim(view.frame.path, None, name)
            self.write_page(view, environment.get_template(name), context, {}, override=False)

    def present(self, context: dict[str, Any]) -> Presenter:
        """Make views from Pelican's context, which is complete when the first page is to be written."""
        if self.presenter is None:
            self.presenter = Presenter(self.settings, context)
        return self.presenter

    def write_page(
        self, view: View, template: Template, context: dict[str, Any], subject: Mapping[str, Any], *, override: bool
    ) -> None:
        """Render a page and write it, unless it stands."""
        path, site = view.frame.path, self.present(context).site
        stands = self.stands(path, self.keys.key(self.code.of_template(template), site, view))
        if not stands:
            self.check_links(subject.get("article") or subject.get("page"))
            text = template.render(view=view, site=site)
            self.write(path, text.rstrip("\n") + "\n", override=override)
        if signals.content_written.receivers:
            place = self.place(path, stands=stands)
            signals.content_written.send(place, context={**context, **subject, "output_file": path})

    def write_feed(
        self,
        elements: Sequence[Article],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Write a feed of stories, unless it stands; one that plugins may change is always written."""
        if feed_type != "rss" or not path:
            return super().write_feed(elements, context, path, url, feed_type, override_output, feed_title)
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        view = self.newsstand.feed(url or path, feed_title, shown)
        plugins = signals.feed_generated.receivers
        stands = not plugins and self.stands(path, self.keys.key(self.code.whole, view))
        feed = None
        if not stands:
            feed = Rss(view)
            signals.feed_generated.send(context, feed=feed)
            text = StringIO()
            feed.write(text, "utf-8")
            self.write(path, text.getvalue(), override=override_output)
        signals.feed_written.send(self.place(path, stands=stands), context=context, feed=feed)
        return feed

    def stands(self, path: str, key: str) -> bool:
        """Tell whether a file need not be written, as an earlier build made it from the same; none is passed twice."""
        target = sanitised_join(self.output_path, path)
        if self.pages is None or target in self._written_files or not self.pages.stands(path, key):
            return False
        self._written_files.add(target)
        return True

    def place(self, path: str, *, stands: bool) -> str:
        """Tell where a file lies that was written, or left where it is published."""
        return str(Path(self.pages.output if self.pages and stands else self.output_path, path))

    def write(self, path: str, text: str, *, override: bool) -> None:
        target = sanitised_join(self.output_path, path)
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(target, "utf-8", override=override) as file:
            file.write(text)

    def claim(self, name: str, content: Content | None, template: str | None) -> None:
        """Refuse a story or page at the address of another."""
        source = self.name_of(content) if content else f"the page `{template}`"
        former = self.claimed.setdefault(name, source)
        if former != source:
            file = source if content else former
            other = former if content else source
            raise BriefingError(f"{name} is the address of {other} too: give this one another `slug:`", file)

    def check_links(self, content: Content | None) -> None:
        """Refuse a story or page with a link that leads to no file."""
        if content and (broken := UNRESOLVED.search(content.get_content(self.settings["SITEURL"]))):
            text = Path(content.source_path).read_text("utf-8")
            at = text.find(broken[1])
            line = text.count("\n", 0, at) + 1 if at >= 0 else None
            message = f"the link `{broken[1]}` leads to no file in content/: mend the path"
            raise BriefingError(message, self.name_of(content), line)

    def name_of(self, content: Content) -> str:
        return str(os.path.relpath(content.source_path, self.settings["ROOT"]))


def write_own_pages(generator: Any, writer: SiteWriter) -> None:
    writer.write_own_pages(generator.env, generator.context)


def spare_feeds(generator: Any) -> None:
    """Leave out the feed of a language where there is but one: it would be the site's own again."""
    if len({article.lang for article in generator.articles}) < 2:
        generator.settings["TRANSLATION_FEED_RSS"] = ""


def use_writer(_pelican: Any) -> type[Writer]:
    return SiteWriter


def register() -> None:
    signals.get_writer.connect(use_writer)
    signals.article_generator_finalized.connect(spare_feeds)
    signals.article_writer_finalized.connect(write_own_pages)
