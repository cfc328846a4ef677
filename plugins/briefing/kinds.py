"""What a name is of: the gazetteer, given names, and the words that tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefing.lexicon import load_rows, load_words
from briefing.locales import load_locale
from briefing.words import SPACED, Word, measure_rarity

PLACE, PERSON, ORGANISATION, TOPIC = "place", "person", "organisation", "topic"
LONGEST_ACRONYM = 12
# Words more common than this (digits of surprise) open sentences as what they are, not as names.
PLAIN = 5.3
# What stands in small letters inside a name, between capitals: "Bank of England", "Ursula von der Leyen".
LINKS = frozenset("of for de del della di da do dos das du des la le el al bin ibn von van der den ten zu".split())

# Babel's territories that are no places one could name.
NO_COUNTRIES = frozenset("EU EZ QO UN XA XB ZZ".split())
# What begins a surname or a name of several words: "Le Pen", "Al Jazeera".
PARTICLES = frozenset("abu al bin ben da de del della di dos du el ibn la le van von".split())


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer under one of its forms; people and adjectives only support the place."""

    name: str
    shown_as: bool


@cache
def load_places() -> dict[tuple[str, ...], Place]:
    """Map every form in lower-case words → the place it stands for."""
    places: dict[tuple[str, ...], Place] = {}
    for row in load_rows("cities"):
        for city in row[0]:
            places[_split(city)] = Place(city, shown_as=True)
    for row in load_rows("countries"):
        name = row[0][0]
        aliases, people = (*row[1:], (), ())[:2]
        for form in (*row[0], *aliases):
            places[_split(form)] = Place(name, shown_as=True)
        for form in people:
            places[_split(form)] = Place(name, shown_as=False)
    places[("usa",)] = Place("United States", shown_as=True)
    return places


def _split(form: str) -> tuple[str, ...]:
    """In the words `split_words` would see."""
    words = tuple(form.lower().replace("-", " ").split())
    return tuple(word.rstrip(".") for word in words) if len(words) > 1 else words


@cache
def load_local_places(lang: str) -> dict[tuple[str, ...], Place]:
    """Map the forms of all places that a text in this language may name; countries under what they are called in it."""
    if lang == "en":
        return load_places()
    names = load_locale(lang).get("territories", {}).items()
    countries = [name for code, name in names if code.isalpha() and code not in NO_COUNTRIES]
    return load_places() | {_split(name): Place(name, shown_as=True) for name in countries}


@cache
def list_starts(lang: str) -> frozenset[str]:
    """List the first words of all forms of places."""
    return frozenset(form[0] for form in load_local_places(lang))


def match_place(words: Sequence[Word], i: int, lang: str) -> tuple[int, Place] | None:
    """Find the place whose form begins at word `i`, and of how many words it is."""
    if words[i].low not in list_starts(lang) or not words[i].text[:1].isupper():
        return None
    places = load_local_places(lang)
    for size in (4, 3, 2, 1):
        run = words[i : i + size]
        if len(run) < size or any(word.gap > SPACED for word in run[1:]) or not run[-1].text[:1].isupper():
            continue
        if place := places.get(tuple(word.low.rstrip(".") if size > 1 else word.low for word in run)):
            return size, place
    return None


@cache
def load_given() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(form.lower() for form in load_words("given"))


def is_likely_name(low: str, lang: str) -> bool:
    """Whether a word of which only its place gives it a capital is still likely to be a name: rare, or known as one."""
    return measure_rarity(low, lang) >= PLAIN or low in load_given() or (low,) in load_places()


def guess_kind(forms: Sequence[str], *, titled: bool = False) -> str:
    """Tell what a name is of by its words: the gazetteer, a given name, the last word, capitals."""
    organisations, places = load_words("marks", "organisations"), load_words("marks", "places")
    low = [form.lower().rstrip(".") for form in forms]
    if titled:
        return PERSON
    if tuple(low) in load_places() or (len(low) > 1 and low[-1] in places):
        return PLACE
    if low[-1] in organisations or any(a in organisations and b in {"of", "for"} for a, b in pairwise(low)):
        return ORGANISATION
    if len(low) in {2, 3, 4} and low[0] in load_given() and all(form[:1].isupper() or form in LINKS for form in forms):
        return PERSON
    acronym = len(low) == 1 and len(forms[0]) <= LONGEST_ACRONYM and sum(c.isupper() for c in forms[0]) > 1
    return ORGANISATION if acronym else TOPIC
