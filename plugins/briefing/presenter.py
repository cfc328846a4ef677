"""From Pelican's objects to views: what each kind of page shows, in words, dates and addresses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from briefing.dates import RTL, day_in_words, month_in_words, span_in_words
from briefing.feeds import content_of
from briefing.views import (
    ArticleView,
    Frame,
    Group,
    HomeView,
    Link,
    ListView,
    Pager,
    PageView,
    ReadMore,
    Related,
    Site,
    Source,
    TagGroup,
    TagLink,
    TagsView,
    Teaser,
    View,
)

EDITION_STORIES = 30
EARLIER_STORIES = 24
HOME_TOPICS = 24
NEIGHBOURS = 12
KINDS = {"place": "Places", "person": "People", "organisation": "Organisations", "topic": "Subjects"}


class Presenter:
    """Makes the views of one build; teasers and links are made once and shared by all pages that show them."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self.settings = settings
        self.context = context
        self.lang = settings["DEFAULT_LANG"]
        self.teasers: dict[int, Teaser] = {}
        self.tags = {
            tag.slug: TagLink(tag.name, tag.url, self.kind_of(tag, articles), len(articles))
            for tag, articles in context["tags"]
        }
        self.sections = {category.slug: Link(category.name, category.url) for category, _ in context["categories"]}
        self.site = Site(
            name=settings["SITENAME"],
            tagline=settings["SITESUBTITLE"],
            lang=self.lang,
            origin=settings["SITEURL"],
            feed=self.feed("FEED_ALL_RSS", settings["SITENAME"]),
            sections=tuple(self.sections.values()),
            pages=tuple(Link(page.title, page.url) for page in context["pages"]),
        )
        stories = context["articles"]
        self.newer = dict(zip((a.slug for a in stories[1:]), stories, strict=False))
        self.older = dict(zip((a.slug for a in stories), stories[1:], strict=False))

    def views(self, path: str, template: str | None, subject: Mapping[str, Any]) -> Iterator[View]:
        """Make the view of the page that Pelican wants at `path`, or the views of a list over several pages."""
        if "article" in subject:
            yield self.article(path, subject["article"])
        elif "page" in subject:
            page = subject["page"]
            yield self.page(
                path, page.title, content_of(page, way_to_root(path) or "."), page.story.summary or "", page.lang
            )
        elif "tag" in subject:
            yield from self.tag(path, subject["tag"], subject["articles"])
        elif "category" in subject:
            yield from self.section(path, subject["category"], subject["articles"])
        elif template == "archives":
            yield from self.listing(path, "Archive", "archive", subject["articles"])
        elif template == "tags":
            yield self.all_tags(path)
        elif template == "404":
            yield self.page(path, "Page not found", "")
        else:
            yield self.home(path, subject.get("articles", self.context["articles"]))

    def frame(self, path: str, title: str, description: str, *, lang: str = "", feed: Link | None = None) -> Frame:
        lang = lang or self.lang
        address = path.removesuffix("index.html")
        return Frame(
            path=path,
            root=way_to_root(path),
            title=title,
            description=description,
            lang=lang,
            dir=direction(lang),
            canonical=f"{self.site.origin}/{address}",
            feed=feed,
        )

    def feed(self, setting: str, title: str, slug: str = "") -> Link | None:
        path = self.settings.get(setting)
        return Link(title, path.format(slug=slug)) if path else None

    def kind_of(self, tag: Any, articles: Sequence[Any]) -> str:
        """Take the kind that most of a tag's stories see in it."""
        kinds: Counter[str] = Counter(article.tag_choices[tag.slug].kind for article in articles)
        return min(kinds, key=lambda kind: (-kinds[kind], kind))

    def teaser(self, article: Any) -> Teaser:
        """Show a story as lists do."""
        known = self.teasers.get(id(article))
        if known is None:
            tags = [self.tags[tag.slug] for tag in article.tags if tag.slug in self.tags]
            known = self.teasers[id(article)] = Teaser(
                title=article.title,
                url=article.url,
                summary=article.metadata["summary"],
                published=article.date,
                date_text=day_in_words(article.date, self.lang),
                place=article.story.place,
                kicker=Link(tags[0].name, tags[0].url) if tags else None,
                minutes=article.minutes,
                lang=article.lang,
                dir=direction(article.lang),
            )
        return known

    def article(self, path: str, article: Any) -> ArticleView:
        """Show a story whole."""
        story = article.story
        teaser = self.teaser(article)
        newer, older = self.newer.get(article.slug), self.older.get(article.slug)
        image = story.image or (story.images[0] if story.images else {})
        modified = getattr(article, "modified", None)
        return ArticleView(
            frame=self.frame(path, article.title, teaser.summary, lang=article.lang),
            headline=article.title,
            deck=story.summary,
            kicker=teaser.kicker,
            section=self.sections.get(article.category.slug),
            authors=story.authors,
            place=story.place,
            published=article.date,
            date_text=day_in_words(article.date, article.lang),
            updated=modified,
            updated_text=day_in_words(modified, article.lang) if modified else None,
            minutes=teaser.minutes,
            body=content_of(article, way_to_root(path) or "."),
            tags=tuple(self.story_tags(article)),
            related=tuple(
                Related(self.teaser(other), ", ".join(term for term, _ in relation.terms[:3]))
                for other, relation in getattr(article, "related", ())
            ),
            read_more=tuple(ReadMore(more["title"], more.get("source"), more.get("url")) for more in story.read_more),
            source=Source(
                publisher=story.source,
                seed=story.seed.get("file") if story.seed else None,
                date_from=story.date_source or "text",
                caption=image.get("caption"),
                credit=image.get("credit"),
            ),
            newer=Link(newer.title, newer.url) if newer else None,
            older=Link(older.title, older.url) if older else None,
            draft=article.status == "draft",
        )

    def story_tags(self, article: Any) -> Iterator[TagLink]:
        """Link the tags of a story that have a page, each with the phrases it was chosen for."""
        for tag in article.tags:
            if link := self.tags.get(tag.slug):
                choice = article.tag_choices.get(tag.slug)  # a draft's tags are all its editor's
                yield TagLink(link.name, link.url, link.kind, link.count, choice.evidence if choice else ())

    def home(self, path: str, articles: Sequence[Any]) -> HomeView:
        """Show the newest day's stories, its lead first, and then those of the days before."""
        days = by_day(articles)
        today = sorted(next(days)[1], key=weight) if articles else []
        earlier: list[Group] = []
        room = EARLIER_STORIES
        for heading, stories in days:
            if room <= 0:
                break
            earlier.append(Group(day_in_words(heading, self.lang), tuple(map(self.teaser, stories[:room]))))
            room -= len(stories)
        shared = [tag for tag in self.tags.values() if tag.count > 1] or [*self.tags.values()]
        topics = sorted(shared, key=lambda tag: (-tag.count, tag.url))[:HOME_TOPICS]
        return HomeView(
            frame=self.frame(path, self.site.name, self.site.tagline),
            edition=day_in_words(today[0].date, self.lang, "full") if today else "",
            lead=self.teaser(today[0]) if today else None,
            stories=tuple(map(self.teaser, today[1:EDITION_STORIES])),
            earlier=tuple(earlier),
            topics=tuple(topics),
            total=len(articles),
        )

    def tag(self, path: str, tag: Any, articles: Sequence[Any]) -> Iterator[ListView]:
        link = self.tags[tag.slug]
        together = Counter(
            other.slug
            for article in articles
            for other in article.tags
            if other.slug != tag.slug and other.slug in self.tags
        )
        near = sorted(together, key=lambda slug: (-together[slug], slug))[:NEIGHBOURS]
        feed = self.feed("TAG_FEED_RSS", f"{self.site.name}: {tag.name}", tag.slug)
        yield from self.listing(path, tag.name, link.kind, articles, tuple(self.tags[slug] for slug in near), feed)

    def section(self, path: str, category: Any, articles: Sequence[Any]) -> Iterator[ListView]:
        counts = Counter(tag.slug for article in articles for tag in article.tags if tag.slug in self.tags)
        topics = sorted(counts, key=lambda slug: (-counts[slug], slug))[:NEIGHBOURS]
        feed = self.feed("CATEGORY_FEED_RSS", f"{self.site.name}: {category.name}", category.slug)
        yield from self.listing(
            path, category.name, "section", articles, tuple(self.tags[slug] for slug in topics), feed
        )

    def listing(
        self,
        path: str,
        heading: str,
        kind: str,
        articles: Sequence[Any],
        neighbours: tuple[TagLink, ...] = (),
        feed: Link | None = None,
    ) -> Iterator[ListView]:
        """Show stories by month, on as many pages as DEFAULT_PAGINATION makes them."""
        newest_first = sorted(articles, key=lambda article: (-article.date.timestamp(), article.slug))
        size = self.settings["DEFAULT_PAGINATION"] or max(1, len(articles))
        total = max(1, -(-len(articles) // size))
        paths = [path, *(f"{path.removesuffix('.html')}/{number}.html" for number in range(2, total + 1))]
        stories = "story" if len(articles) == 1 else "stories"
        span = span_in_words(newest_first[-1].date, newest_first[0].date, self.lang) if articles else ""
        about = f"{heading}: {len(articles)} {stories}{', ' if span else ''}{span}"
        for number, each in enumerate(paths, 1):
            shown = newest_first[(number - 1) * size : number * size]
            yield ListView(
                frame=self.frame(each, heading if number == 1 else f"{heading}, page {number}", about, feed=feed),
                heading=heading,
                kind=kind,
                total=len(articles),
                span=span,
                groups=tuple(
                    Group(month, tuple(map(self.teaser, stories)))
                    for month, stories in groupby(shown, key=lambda article: month_in_words(article.date, self.lang))
                ),
                neighbours=neighbours,
                pager=Pager(
                    number=number,
                    total=total,
                    newer=Link(f"Page {number - 1}", paths[number - 2]) if number > 1 else None,
                    older=Link(f"Page {number + 1}", paths[number]) if number < total else None,
                ),
            )

    def all_tags(self, path: str) -> TagsView:
        """Show every tag under its kind, in the order of the alphabet."""
        tags = sorted(self.tags.values(), key=lambda tag: (tag.name.casefold(), tag.url))
        groups = tuple(
            TagGroup(kind, heading, of_kind)
            for kind, heading in KINDS.items()
            if (of_kind := tuple(tag for tag in tags if tag.kind == kind))
        )
        return TagsView(self.frame(path, "Topics", ""), "Topics", groups, len(tags))

    def page(self, path: str, title: str, body: str, description: str = "", lang: str = "") -> PageView:
        return PageView(self.frame(path, title, description, lang=lang), title, body)


def way_to_root(path: str) -> str:
    return "../" * path.count("/")


def direction(lang: str) -> str:
    return "rtl" if lang.partition("-")[0] in RTL else "ltr"


def by_day(articles: Iterable[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Group stories, newest first, by the day they are dated in the site's time."""
    for _, stories in groupby(articles, key=lambda article: article.date.date()):
        day = [*stories]
        yield day[0].date, day


def weight(article: Any) -> tuple[bool, bool, int, str]:
    """Order the stories of a day: an editor's `lead: true`, the site's own language, the longest, the slug.

    The hour does not count: a story dated with one would always stand before those dated with the day alone.
    """
    return not article.story.lead, not article.in_default_lang, -len(article.text.body), article.slug
