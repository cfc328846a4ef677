"""The words of the calendar in every language that Babel knows: months, days of the week, parts of the day."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.locales import load_locale
from briefing.words import SNOWBALL, stem

# A stem of fewer letters is that of other words too: "mar" of the French "mars" and "marée".
LONG = 4
# Where there is no stemmer, so many letters at most may stand in for the end of a name.
ENDS = 3


class Calendar(NamedTuple):
    """The words of one language, and what their inflected forms begin with."""

    words: frozenset[str]
    stems: frozenset[str]
    capital: bool  # months are written with one


@lru_cache(maxsize=100_000)
def is_calendar(text: str, lang: str) -> bool:
    """Whether it names a month, a day or a part of the day, in whatever form; "pazar" is a market, "Pazar" Sunday."""
    words, stems, capital = load_calendar(lang)
    if capital and text[:1].islower():
        return False
    low = text.lower()
    if low in words:
        return True
    if lang in SNOWBALL:
        return stem(low, lang) in stems
    return any(low.startswith(one) and len(low) - len(one) <= ENDS for one in stems)


def is_named_day(text: str, lang: str) -> bool:
    """Whether a word with a capital is of the calendar: in French "Mars" is not, for it is the planet."""
    return load_calendar(lang).capital and is_calendar(text, lang)


@cache
def load_calendar(lang: str) -> Calendar:
    """Read the names that are one word, with or without a hyphen, as they are written in full."""
    names = [*_list_names(lang, "months"), *_list_names(lang, "days")]
    parts = [word for name in _list_names(lang, "day_periods") for word in name.split() if len(word) >= LONG]
    words = frozenset(name.lower() for name in (*names, *parts) if " " not in name)
    if lang in SNOWBALL:
        stems = frozenset(one for word in words if len(one := stem(word, lang)) >= LONG)
    else:
        stems = frozenset(word[:-1] if len(word) <= LONG + 2 else word[:-2] for word in words if len(word) > LONG)
    return Calendar(words, stems, any(name[0].isupper() for name in names))


def _list_names(lang: str, kind: str) -> Iterator[str]:
    for use in load_locale(lang).get(kind, {}).values():
        names = use.get("wide") if isinstance(use, dict) else None
        if isinstance(names, dict):
            yield from (name for name in names.values() if isinstance(name, str) and name)
