"""A neutral way in for measuring: plain texts in, ranked tags and ranked neighbours out."""

from collections.abc import Mapping

from briefing.related import relate, vectorise
from briefing.tags import candidates, choose_tags
from briefing.vocabulary import Vocabulary
from briefing.words import Text

TAGS, NEIGHBOURS = 10, 50


def read_text(raw: str, lang: str = "en") -> Text:
    """Read a plain text file: the title, a blank line, paragraphs."""
    title, _, body = raw.lstrip("\ufeff\n").partition("\n")
    return Text(title.strip(), "", body.strip(), lang)


def tags_of(texts: Mapping[str, Text]) -> dict[str, list[str]]:
    """Up to ten tags a story, best first, chosen over all the texts."""
    chosen = choose_tags(
        {name: candidates(text) for name, text in texts.items()},
        editor={},
        keywords={},
        not_tags={},
        vocabulary=Vocabulary(),
        langs={name: text.lang for name, text in texts.items()},
        per_story=TAGS,
        most_alone=TAGS,
    )
    return {name: [choice.name for choice in choices] for name, choices in chosen.items()}


def related_of(texts: Mapping[str, Text]) -> dict[str, list[tuple[str, float]]]:
    """Up to fifty neighbours a story, nearest first, without a threshold."""
    related = relate(
        {name: vectorise(text) for name, text in texts.items()},
        langs={name: text.lang for name, text in texts.items()},
        dates={},
        most=NEIGHBOURS,
        threshold=0.0,
        most_same=NEIGHBOURS,
    )
    return {name: [(one.slug, one.score) for one in ones] for name, ones in related.items()}
