"""Pages and feeds on disk, as the press prints them."""

import os
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from pelican.contents import Article, Content
from pelican.plugins import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from briefing.errors import BriefingError
from briefing.feeds import Rss
from briefing.press import Press, Printed, print_feed, write_feed
from briefing.printers import Printers
from briefing.redirects import put_redirects

UNRESOLVED = re.compile(r"""(?:href|src)=["']([{|](?:filename|static|attach)[}|][^"']*)""")


class SiteWriter(Writer):  # type: ignore[misc]
    """Stands in for Pelican's writer, which hands a template the whole context."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.press: Press | None = None
        self.printers = Printers(settings["RUN"].count)
        self.at_once = False
        """Print each page that Pelican asks for when it does: those of all stories are done."""
        self.claimed: dict[str, str] = {}

    def run(self, context: Mapping[str, Any]) -> Press:
        """Take this build's one press, which is made when Pelican's context is complete."""
        if self.press is None:
            self.press = Press(self.settings, context)
        return self.press

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
        """Write the page that Pelican asks for, or the pages of a long list, but for those that stand."""
        if not name:
            return
        content = subject.get("article") or subject.get("page")
        self.claim(name, content, template_name)
        for path, printed in self.run(context).pages_of(template, name, template_name, subject):
            if printed:
                self.check_links(content)
            self.put(path, printed, override=override_output)
            if "page" in subject and self.settings.get("PAGES"):
                self.settings["PAGES"].apart.add(path)
            self.tell(path, {**context, **subject}, stands=not printed)

    def write_own(self, environment: Environment, context: dict[str, Any]) -> None:
        """Write the pages and feeds of this site that Pelican does not know of."""
        for path, printed in self.run(context).own_pages(environment):
            self.claim(path, None, path)
            self.put(path, printed, override=False)
            self.tell(path, context, stands=not printed)
        for path, title, articles in self.run(context).own_feeds():
            self.write_feed(articles, context, path, feed_type="rss", feed_title=title)
        self.printers.finish()
        self.at_once = True
        self.run(context).put_index(self.output_path)

    def tell(self, path: str, context: Mapping[str, Any], *, stands: bool) -> None:
        """Tell other plugins of a page, which must be there then."""
        if signals.content_written.receivers:
            self.printers.finish()
            signals.content_written.send(self.place(path, stands=stands), context={**context, "output_file": path})

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
        press = self.run(context)
        view = press.feed_of(url or path, feed_title, elements)
        stands = not signals.feed_generated.receivers and press.feed_stands(path, view)
        feed = Rss(view) if signals.feed_generated.receivers or signals.feed_written.receivers else None
        if feed and not stands:
            signals.feed_generated.send(context, feed=feed)
        printed = partial(write_feed, feed) if feed else partial(print_feed, view)
        self.put(path, None if stands else printed, override=override_output)
        if signals.feed_written.receivers:
            self.printers.finish()
            signals.feed_written.send(self.place(path, stands=stands), context=context, feed=None if stands else feed)
        return feed

    def put(self, path: str, printed: Printed | None, *, override: bool) -> None:
        """Have a file written, or take note of one that stands; Pelican's own method refuses two at one address."""
        target = sanitised_join(self.output_path, path)
        if printed is None and target not in self._written_files:
            self._written_files.add(target)
            return
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(target, "utf-8", override=override) as file:
            if printed and file.name == target:
                self.printers.add(target, printed)
        if self.at_once:
            self.printers.finish()

    def place(self, path: str, *, stands: bool) -> str:
        """Tell where a file lies that was written, or left where it is published."""
        return str(Path(self.settings["PAGES"].output if stands else self.output_path, path))

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
            link = "#".join(broken[1].split("#")[:2])  # Pelican writes what follows the path twice
            at = text.find(link)
            line = text.count("\n", 0, at) + 1 if at >= 0 else None
            message = f"the link `{link}` leads to no file in content/: mend the path"
            target = Path(link.partition("#")[0]).name
            if held := next((name for name in sorted(self.settings["HELD"]) if Path(name).name == target), None):
                message = f"the link `{link}` leads to {held}, which is held: take it out until that is published"
            raise BriefingError(message, self.name_of(content), line)

    def name_of(self, content: Content) -> str:
        return str(os.path.relpath(content.source_path, self.settings["ROOT"]))


def write_own(generator: Any, writer: SiteWriter) -> None:
    writer.write_own(generator.env, generator.context)


def forget_dates(generator: Any) -> None:
    """Keep Pelican from searching all stories for those of each tag; a view has them in their order anyway."""
    generator.dates = []


def finish(pelican: Any) -> None:
    """Put in what Pelican does not know of: pictures in their sizes, pages at the old addresses of tags."""
    pelican.settings["GALLERY"].put(pelican.output_path, pelican.settings.get("PAGES"))
    put_redirects(pelican.output_path, pelican.settings.get("PAGES"), pelican.settings)


def use_writer(_pelican: Any) -> type[Writer]:
    return SiteWriter


def register() -> None:
    signals.article_generator_finalized.connect(forget_dates)
    signals.get_writer.connect(use_writer)
    signals.article_writer_finalized.connect(write_own)
    signals.finalized.connect(finish)
