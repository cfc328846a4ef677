"""A story whole, with its tags, what is related to it, and where it came from."""

from collections.abc import Collection, Iterator
from dataclasses import replace
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
from briefing.pieces import KeyDay, KeyPoint, Link, ReadMore, Related, Source
from briefing.views import ArticleView, TextView
from briefing.wording import Words

SHARED_TERMS = 3


def body_of(article: Any, path: str, named: Collection[int]) -> Html:
    """Take a story's HTML, in which the paragraphs of these numbers can be linked to."""
    body = content_of(article, way_to_root(path) or ".")
    return body.change(f"named {sorted(named)}", lambda html: name_paragraphs(html, named)) if named else body


def show_story(path: str, article: Any, newer: Any, older: Any, chrome: Chrome, cards: Cards) -> ArticleView:
    """Show a story on a page of its own; the words around it are in its language."""
    story = article.story
    frame = chrome.frame(path, article.title, article.metadata["summary"], lang=article.lang)
    teaser = cards.teaser(article)
    words = chrome.words(article.lang)
    named = {each.paragraph for each in (*article.points, *article.key_dates) if each.paragraph}
    modified = getattr(article, "modified", None)
    return ArticleView(
        frame=replace(frame, listed=article.status == "published"),
        headline=article.title,
        deck=story.summary,
        kicker=teaser.kicker,
        section=chrome.sections.get(article.category.slug),
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
        body=body_of(article, path, named),
        tags=tuple(cards.story_tags(article)),
        related=tuple(show_related(article, cards, words)),
        read_more=tuple(ReadMore(more["title"], more.get("source"), more.get("url")) for more in story.read_more),
        changes=show_changes(story.history, modified, words, article.lang),
        source=show_source(article, chrome),
        newer=Link(newer.title, newer.url, newer.lang) if newer else None,
        older=Link(older.title, older.url, older.lang) if older else None,
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


def show_calendar(article: Any, chrome: Chrome) -> TextView:
    """Show the days that a story names to calendar programs."""
    stamp = getattr(article, "modified", None) or article.date
    text = write_calendar(article.key_dates, chrome.address(article.url), article.guid, stamp)
    return TextView(chrome.frame(calendar_path(article.url), article.title, "", lang=article.lang), text)


def calendar_path(url: str) -> str:
    return f"{url.removesuffix('.html')}.ics"


def show_related(article: Any, cards: Cards, words: Words) -> Iterator[Related]:
    """Show each related story with the reason in words: it carries on or is carried on, or what both speak of."""
    for other, relation in getattr(article, "related", ()):
        if article.story.follows == other.slug:
            reason = words.say("earlier in this story")
        elif other.story.follows == article.slug:
            reason = words.say("later in this story")
        else:
            terms = words.join(term for term, _ in relation.terms[:SHARED_TERMS])
            reason = words.say("both about {terms}", terms=terms) if terms else ""
        yield Related(cards.teaser(other), reason)
