"""What stands around every page: the site's name and its ways, and what the head of a page says about it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from briefing.dates import direction, language_name
from briefing.pieces import Frame, Link, Site
from briefing.wording import Wording, Words

STYLE = "theme/css/site.css"
SEARCH = "search.html"


class Chrome:
    """The surroundings that the pages of one build share."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self.settings = settings
        self.wording = Wording(Path(settings["THEME"]))
        self.lang = self.page_lang(settings["DEFAULT_LANG"])
        self.sections = {
            category.slug: Link(category.name, category.url, self.lang) for category, _ in context["categories"]
        }
        langs = sorted({article.lang for article in context["articles"]})
        self.site = Site(
            name=settings["SITENAME"],
            tagline=settings["SITESUBTITLE"],
            lang=self.lang,
            origin=settings["SITEURL"],
            feed=self.feed("FEED_ALL_RSS", settings["SITENAME"]),
            sections=tuple(self.sections.values()),
            languages=tuple(Link(language_name(lang), front_of(lang), lang) for lang in langs if len(langs) > 1),
            pages=tuple(Link(page.title, page.url, page.lang) for page in context["pages"]),
            search=SEARCH if settings["SEARCH"] else "",
            style=STYLE if Path(settings["OVERRIDES_PATH"], "static/css/site.css").is_file() else "",
        )

    def words(self, lang: str = "") -> Words:
        return self.wording.words(lang or self.lang)

    def page_lang(self, lang: str) -> str:
        """Choose the language of a list of stories: theirs, the site's or English, whichever the theme speaks first."""
        wanted = (lang, self.settings["DEFAULT_LANG"])
        return next((each for each in wanted if self.wording.words(each).lang == each), self.wording.words(lang).lang)

    def frame(self, path: str, title: str, description: str, *, lang: str = "", feed: Link | None = None) -> Frame:
        """Say what a page is about, in the language of the site unless another is told."""
        lang = lang or self.lang
        return Frame(
            path=path,
            root=way_to_root(path),
            title=title,
            description=description,
            lang=lang,
            words=self.words(lang).lang,
            dir=direction(lang),
            canonical=self.address(path),
            feed=feed,
        )

    def lost_frame(self, path: str, title: str) -> Frame:
        """Say what the page for a missing address is about: shown at any depth, its links begin at the host's root."""
        root = urlsplit(self.site.origin).path + "/"
        return replace(self.frame(path, title, ""), root=root, listed=False)

    def unlisted_frame(self, path: str, title: str, lang: str) -> Frame:
        return replace(self.frame(path, title, "", lang=lang), listed=False)

    def address(self, path: str) -> str:
        """Name a page as the outside world does."""
        return f"{self.site.origin}/{quote(path.removesuffix('index.html'))}"

    def feed(self, setting: str, title: str, slug: str = "", lang: str = "") -> Link | None:
        """Link the feed that a setting asks for."""
        path = self.settings.get(setting)
        return Link(title, path.format(slug=slug, lang=lang), lang or self.lang) if path else None


def front_of(lang: str) -> str:
    """Name the front page of a language."""
    return f"{lang}/index.html"


def way_to_root(path: str) -> str:
    return "../" * path.count("/")
