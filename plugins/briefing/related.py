"""Which stories are about the same: the nearest of each, told-again ones set apart, with the shared words."""

from collections import defaultdict
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from briefing.collector import pause_collector
from briefing.vectors import Vector, vectorise

__all__ = ["Limits", "Relation", "Vector", "relate", "vectorise"]

# Where words alone are compared, halves of one text, and of two, are as alike as this share of their likeness else.
WORDS_ALONE = 0.7


class Relation(NamedTuple):
    """One related story with the shared words that say why, and what each adds to the score."""

    slug: str
    score: float
    terms: tuple[tuple[str, float], ...]
    same: bool = False  # the same story told again


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings of `relate`, which see."""

    most: int
    threshold: float
    same_story: float
    most_same: int


@pause_collector()
def relate(  # noqa: PLR0913 - the keyword arguments are the site's settings
    vectors: Mapping[str, Vector],
    memory: MutableMapping[str, bytes] | None = None,
    recall: Callable[[bytes], Vector | None] = lambda _: None,
    *,
    langs: Mapping[str, str],
    dates: Mapping[str, datetime],
    most: int = 5,
    threshold: float = 0.13,
    same_story: float = 0.8,
    most_same: int = 2,
) -> dict[str, tuple[Relation, ...]]:
    """Find the nearest stories of each story, in its own language.

    What `memory` holds by language from an earlier run, with the vectors of then by their keys, spares work and never
    changes the result; it is renewed.

    most: how many a story shows.
    threshold: likeness from 0 to 1 under which nothing is shown, by words and meaning; where words alone are compared,
        it is lowered in proportion. With 0, stories that share no term are compared too.
    same_story: likeness from which two are the same story told again.
    most_same: how many retellings, of the story or of one already shown, are among them.
    """
    memory = {} if memory is None else memory
    related: dict[str, tuple[Relation, ...]] = dict.fromkeys(sorted(vectors), ())
    by_lang: dict[str, list[str]] = defaultdict(list)
    for slug in related:
        by_lang[langs.get(slug, "")].append(slug)
    for lang, slugs in sorted(by_lang.items()):
        if len(slugs) > 1 and most > 0:
            from briefing.alike import relate_alike  # noqa: PLC0415 - numpy takes a third of a second, paid only here

            alike = {slug: vectors[slug] for slug in slugs}
            least = threshold if any(vector.meaning for vector in alike.values()) else WORDS_ALONE * threshold
            limits = Limits(most, least, same_story, most_same)
            relations, memory[lang] = relate_alike(alike, memory.get(lang, b""), recall, limits, dates)
            related.update(zip(slugs, relations, strict=True))
    return related
