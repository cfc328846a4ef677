"""Valid RSS 2.0 with whole texts: what feedgenerator's class leaves out, and addresses made absolute."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from feedgenerator import Rss201rev2Feed

from briefing.bodies import Html
from briefing.corrections import show_changes
from briefing.markup import PELICAN_LINK
from briefing.pieces import Picture
from briefing.stories import Story
from briefing.wording import Wording

CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"
ADDRESS = re.compile(r"""(<[^<>]*?\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
RSS_TYPE = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A story as feeds carry it."""

    title: str
    link: str
    description: str
    content: Html
    """Its addresses are absolute."""
    authors: str | None
    guid: str
    categories: tuple[str, ...]
    published: datetime
    updated: datetime | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: as a page, it is a function of its view."""

    title: str
    link: str
    url: str
    description: str
    lang: str
    items: tuple[FeedItem, ...]


class Newsstand:
    """Makes the views of the feeds of one build; a story is shown once for all feeds that carry it."""

    def __init__(self, settings: Mapping[str, Any], wording: Wording) -> None:
        self.settings = settings
        self.wording = wording
        self.origin = settings["SITEURL"]
        self.items: dict[int, FeedItem] = {}

    def feed(self, address: str, title: str | None, articles: Sequence[Any]) -> FeedView:
        """Show the feed at an address below FEED_DOMAIN."""
        name = self.settings["SITENAME"]
        langs = {article.lang for article in articles}
        lang = langs.pop() if len(langs) == 1 else self.settings["DEFAULT_LANG"]
        return FeedView(
            title=f"{name}: {title}" if title else name,
            link=f"{self.origin}/",
            url=f"{self.settings['FEED_DOMAIN']}/{address}",
            description=self.settings["SITESUBTITLE"] or name,
            lang=lang,
            items=tuple(map(self.item, articles)),
        )

    def item(self, article: Any) -> FeedItem:
        """Give the story's entry, which is made once for all feeds that hold it."""
        known = self.items.get(id(article))
        if known is None:
            link = f"{self.origin}/{article.url}"
            known = self.items[id(article)] = FeedItem(
                title=article.title,
                link=link,
                description=article.metadata["summary"],
                content=self.content(article, link),
                authors=", ".join(author.name for author in getattr(article, "authors", ())) or None,
                guid=article.guid,
                categories=(article.category.name, *(tag.name for tag in article.tags)),
                published=article.date,
                updated=getattr(article, "modified", None),
                picture=article.picture,
            )
        return known

    def content(self, article: Any, link: str) -> Html:
        """Take a story's text as it can be read anywhere, with its picture above and what was changed in it below."""
        figure = write_figure(article.picture, self.origin) if article.picture else ""
        changes = "".join(self.changes(article))
        whole = content_of(article, self.origin)
        how = f"from {link} {figure} {changes}"
        return whole.change(how, lambda html: figure + absolute_links(html, link) + changes)

    def changes(self, article: Any) -> Iterator[str]:
        """Say below the text what was changed in it, a paragraph each."""
        words = self.wording.words(article.lang)
        modified = getattr(article, "modified", None)
        for change in show_changes(article.story.history, modified, words, article.lang):
            yield f"<p><small>{escape(change.text)}</small></p>\n"


def write_figure(picture: Picture, origin: str) -> str:
    """Write a picture as any program can show it."""
    said = " ".join(filter(None, (picture.caption, f"({picture.credit})" if picture.credit else "")))
    below = f"<figcaption>{escape(said)}</figcaption>" if said else ""
    size = f'width="{picture.plain.width}" height="{picture.plain.height}"'
    return f'<figure><img src="{origin}/{picture.plain.url}" {size} alt="{escape(picture.alt)}">{below}</figure>\n'


def content_of(content: Any, root: str) -> Html:
    """Take the HTML of a story or page, with its links to others resolved; few have any, and the search is slow."""
    own: Html = content.record.html
    if isinstance(content, Story):
        return own
    html: str = content._content  # noqa: SLF001 - what `get_content` searches for links, slowly
    if getattr(content, "is_put_away", False) or (html == own.load() and not content.record.singular):
        return own
    resolved: str = content.get_content(root) if PELICAN_LINK.search(html) else html
    return Html(resolved, lambda: resolved)


class Rss(Rss201rev2Feed):  # type: ignore[misc]
    """RSS 2.0 after the RSS Board's profile: a typed `atom:link`, `content:encoded`, and no time of its own making."""

    def __init__(self, view: FeedView) -> None:
        super().__init__(view.title, view.link, view.description, language=view.lang, feed_url=view.url)
        self.origin = view.link.rstrip("/")
        for item in view.items:
            self.add_item(
                title=item.title,
                link=item.link,
                description=item.description,
                content=item.content.load(),
                author_name=item.authors,
                unique_id=item.guid,
                unique_id_is_permalink=False,
                categories=item.categories,
                pubdate=item.published,
                updateddate=item.updated,
                picture=item.picture,
            )

    def rss_attributes(self) -> dict[str, str]:
        attributes: dict[str, str] = super().rss_attributes()
        return {**attributes, "xmlns:content": CONTENT, "xmlns:media": MEDIA}

    def add_root_elements(self, handler: Any) -> None:
        """Write the channel's head; a feed without items has no `lastBuildDate`, as there is nothing to date it by."""
        for name in ("title", "link", "description"):
            handler.addQuickElement(name, self.feed[name])
        handler.addQuickElement("atom:link", None, {"rel": "self", "type": RSS_TYPE, "href": self.feed["feed_url"]})
        handler.addQuickElement("language", self.feed["language"])
        if self.items:
            handler.addQuickElement("lastBuildDate", format_datetime(self.latest_post_date()))

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])
        if item["picture"]:
            self.add_picture(handler, item["picture"])
        if item["updateddate"]:
            handler.addQuickElement("atom:updated", item["updateddate"].isoformat())

    def add_picture(self, handler: Any, picture: Picture) -> None:
        """Name the picture for programs that show one beside the headline."""
        file = picture.plain
        facts = {"medium": "image", "type": file.type, "width": str(file.width), "height": str(file.height)}
        handler.startElement("media:content", {"url": f"{self.origin}/{file.url}", **facts})
        for name, text in (("media:description", picture.caption), ("media:credit", picture.credit)):
            if text:
                handler.addQuickElement(name, text)
        handler.endElement("media:content")


def absolute_links(html: str, base: str) -> str:
    """Resolve every address in a piece of HTML against the page that it stands on."""

    def resolve(match: re.Match[str]) -> str:
        address = unescape(match[2] if match[2] is not None else match[3])
        return f'{match[1]}"{escape(urljoin(base, address))}"'

    return ADDRESS.sub(resolve, html)
