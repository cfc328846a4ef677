"""A story whole, with its tags, what is related to it, and where it came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from briefing.bodies import Html
from briefing.cards import Cards
from briefing.chrome import Chrome, way_to_root
from briefing.corrections import show_changes
from briefing.dates import day_in_words, moment_in_words, write_day
from briefing.edition_pages import edition_of
from briefing.embargo import release_moment
from briefing.feeds import content_of
from briefing.ics import write_calendar
from briefing.paragraphs import name_paragraphs, paragraph_name
from briefing.pictures import image_of
from briefing.pieces import KeyDay, KeyPoint, Link, ReadMore, Related, Source, TagLink, Teaser
from briefing.plans import Plan
from briefing.views import ArticleView, TextView
from briefing.wording import Words

EARLIER, LATER = "earlier", "later"
SHARED_TERMS = 3


@dataclass(frozen=True, slots=True)
class Around:
    """What the page of a story shows that its own file does not tell."""

    teaser: Teaser
    section: Link | None
    tags: tuple[tuple[TagLink, tuple[str, ...]], ...]
    """Each with the phrases that it was chosen for."""
    related: tuple[tuple[Teaser, str, tuple[str, ...]], ...]
    """Each with whether it comes before or after in the same story, and the words that both share."""
    newer: Link | None
    older: Link | None


def plan_story(path: str, article: Any, newer: Any, older: Any, chrome: Chrome, cards: Cards) -> Plan:
    """Plan the page of a story, for which the keys of its file and of its body stand."""
    body = content_of(article, way_to_root(path) or ".")
    around = Around(
        teaser=cards.teaser(article),
        section=chrome.sections.get(article.category.slug),
        tags=tuple(cards.story_tags(article)),
        related=tuple(
            (cards.teaser(other), *tie(article, other, relation)) for other, relation in getattr(article, "related", ())
        ),
        newer=Link(newer.title, newer.url, newer.lang) if newer else None,
        older=Link(older.title, older.url, older.lang) if older else None,
    )
    state = article.status, getattr(article, "modified", None), article.picture
    made_from = path, chrome.settings["TIMEZONE"], article.record.key, body, *state, around
    return Plan(path, made_from, partial(show_story, path, article, body, around, chrome))


def tie(article: Any, other: Any, relation: Any) -> tuple[str, tuple[str, ...]]:
    """Tell what ties two stories: one carries on the other, or they speak of the same."""
    if article.story.follows == other.slug:
        return EARLIER, ()
    if other.story.follows == article.slug:
        return LATER, ()
    return "", tuple([term for term, _ in relation.terms[:SHARED_TERMS]])


def show_story(path: str, article: Any, body: Html, around: Around, chrome: Chrome) -> ArticleView:
    """Show a story on a page of its own; the words around it are in its language."""
    story = article.story
    frame = chrome.frame(path, article.title, article.metadata["summary"], lang=article.lang)
    teaser = around.teaser
    words = chrome.words(article.lang)
    named = {each.paragraph for each in (*article.points, *article.key_dates) if each.paragraph}
    modified = getattr(article, "modified", None)
    return ArticleView(
        frame=replace(frame, listed=article.status == "published"),
        headline=article.title,
        deck=story.summary,
        kicker=teaser.kicker,
        section=around.section,
        authors=story.authors,
        place=story.place,
        published=article.date,
        date_text=teaser.date_text,
        edition=edition_of(article, chrome) if article.status == "published" else "",
        updated=modified,
        updated_text=day_in_words(modified, article.lang) if modified else None,
        reading_time=teaser.reading_time,
        points=tuple(
            KeyPoint(point.text, paragraph_name(point.paragraph) if point.paragraph else "") for point in article.points
        ),
        key_dates=tuple(
            KeyDay(each.day, write_day(each.day, article.lang, "long"), each.sentence, paragraph_name(each.paragraph))
            for each in article.key_dates
        ),
        calendar=calendar_path(article.url) if article.key_dates and article.status == "published" else "",
        picture=article.picture,
        body=name_places(body, named),
        tags=tuple(replace(tag, evidence=evidence) for tag, evidence in around.tags),
        related=tuple(Related(teaser, tell_tie(order, terms, words)) for teaser, order, terms in around.related),
        read_more=tuple(ReadMore(more["title"], more.get("source"), more.get("url")) for more in story.read_more),
        changes=show_changes(story.history, modified, words, article.lang),
        source=show_source(article, chrome),
        newer=around.newer,
        older=around.older,
        draft=article.status == "draft",
    )


def show_source(article: Any, chrome: Chrome) -> Source:
    """Say where a story came from, and of a picture that is not shown what the raw text says."""
    story = article.story
    image = {} if article.picture else image_of(story)
    embargo = release_moment(story.embargo, chrome.settings["TIMEZONE"]) if story.embargo else None
    return Source(
        publisher=story.source,
        seed=story.seed.get("file") if story.seed else None,
        date_from=story.date_source or "text",
        caption=image.get("caption"),
        credit=image.get("credit"),
        embargo=embargo,
        embargo_text=moment_in_words(embargo, article.lang) if embargo else None,
    )


def name_places(body: Html, named: Collection[int]) -> Html:
    """Let the paragraphs of these numbers be linked to."""
    return body.change(f"named {sorted(named)}", lambda html: name_paragraphs(html, named)) if named else body


def plan_calendar(article: Any, chrome: Chrome) -> Plan:
    """Plan the file that tells calendar programs which days a story names."""
    path, stamp = calendar_path(article.url), getattr(article, "modified", None) or article.date
    made_from = path, article.record.key, article.title, article.lang, stamp, article.guid
    return Plan(path, made_from, partial(show_calendar, path, article, stamp, chrome))


def show_calendar(path: str, article: Any, stamp: datetime, chrome: Chrome) -> TextView:
    """Show the days that a story names to calendar programs."""
    text = write_calendar(article.key_dates, chrome.address(article.url), article.guid, stamp)
    return TextView(chrome.frame(path, article.title, "", lang=article.lang), text)


def calendar_path(url: str) -> str:
    return f"{url.removesuffix('.html')}.ics"


def tell_tie(order: str, terms: Sequence[str], words: Words) -> str:
    """Say why a story is related: it carries on or is carried on, or what both speak of."""
    if order:
        return words.say("earlier in this story") if order == EARLIER else words.say("later in this story")
    return words.say("both about {terms}", terms=words.join(terms)) if terms else ""
