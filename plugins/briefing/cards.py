"""Stories and tags as pages show them in passing: each made once, and shared by all pages that show it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Any

from briefing.chrome import Chrome
from briefing.dates import day_in_words
from briefing.pieces import Link, TagGroup, TagLink, Teaser
from briefing.wording import Words

WIDE = 320
"""CSS pixels that a picture has to have for a list."""


class Cards:
    """The teasers and tags of one build."""

    def __init__(self, chrome: Chrome, context: Mapping[str, Any]) -> None:
        self.chrome = chrome
        self.teasers: dict[int, Teaser] = {}
        self.tagged: dict[int, list[str]] = {}
        self.tags = {tag.slug: self.tag(tag, articles) for tag, articles in context["tags"]}

    def tag(self, tag: Any, articles: Sequence[Any]) -> TagLink:
        """Link a tag; its kind and its language are those that most of its stories see in it."""
        kind = most(article.tag_choices[tag.slug].kind for article in articles)
        lang = most(article.lang for article in articles)
        return TagLink(tag.name, tag.url, kind, kind_word(kind, self.chrome.words(lang)), len(articles), lang)

    def teaser(self, article: Any) -> Teaser:
        """Show a story as lists do, all in its own language."""
        known = self.teasers.get(id(article))
        if known is None:
            tags = [self.tags[tag.slug] for tag in article.tags if tag.slug in self.tags]
            words, picture = self.chrome.words(article.lang), article.picture
            known = self.teasers[id(article)] = Teaser(
                title=article.title,
                url=article.url,
                summary=article.metadata["summary"],
                published=article.date,
                date_text=day_in_words(article.date, article.lang),
                place=article.story.place,
                kicker=Link(tags[0].name, tags[0].url, tags[0].lang) if tags else None,
                reading_time=words.count("{number} min read", "{number} min read", article.minutes),
                lang=article.lang,
                words=words.lang,
                picture=picture if picture and picture.width >= WIDE else None,
            )
        return known

    def story_tags(self, article: Any) -> Iterator[tuple[TagLink, tuple[str, ...]]]:
        """Link the tags of a story that have a page, each with the phrases it was chosen for."""
        for tag in article.tags:
            if link := self.tags.get(tag.slug):
                choice = article.tag_choices.get(tag.slug)  # a draft's tags are all its editor's
                yield link, choice.evidence if choice else ()

    def most_used(self, articles: Iterable[Any], number: int, but: str = "") -> tuple[TagLink, ...]:
        """Choose the tags that most of some stories have."""
        counts = Counter(chain.from_iterable(map(self.slugs, articles)))
        del counts[but]
        return tuple(self.tags[slug] for slug in nsmallest(number, counts, key=lambda slug: (-counts[slug], slug)))

    def slugs(self, article: Any) -> list[str]:
        """Name the tags of a story that have a page."""
        known = self.tagged.get(id(article))
        if known is None:
            known = self.tagged[id(article)] = [tag.slug for tag in article.tags if tag.slug in self.tags]
        return known


def group_tags(tags: Iterable[TagLink], words: Words) -> tuple[TagGroup, ...]:
    """Put tags under the headings of their kinds."""
    headings = {
        "topic": words.say("Subjects"),
        "place": words.say("Places"),
        "person": words.say("People"),
        "organisation": words.say("Organisations"),
    }
    groups: dict[str, list[TagLink]] = {kind: [] for kind in headings}
    for tag in tags:
        groups[tag.kind].append(tag)
    return tuple(TagGroup(kind, headings[kind], tuple(of_kind)) for kind, of_kind in groups.items() if of_kind)


def kind_word(kind: str, words: Words) -> str:
    """Name a kind of tag as the page says it; the messages stand here whole, for translators to find."""
    return {
        "topic": words.say("subject"),
        "place": words.say("place"),
        "person": words.say("person"),
        "organisation": words.say("organisation"),
    }[kind]


def most(values: Iterable[str]) -> str:
    """Take the value that is there most often."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
