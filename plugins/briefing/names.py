"""Names in running text: runs of capitals, places from the gazetteer, titles before persons, acronyms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.calendars import is_named_day
from briefing.kinds import (
    LINKS,
    ORGANISATION,
    PARTICLES,
    PERSON,
    PLACE,
    PLAIN,
    guess_kind,
    load_given,
    load_places,
    match_place,
)
from briefing.lexicon import load_words
from briefing.phrases import show_run
from briefing.words import BROKEN, JOINED, SENTENCE, SPACED, UNSEEN, Word, is_file, is_grammar, measure_rarity

LONGEST_NAME = 7
_BELONGS = frozenset({"of", "for"})
# What title case leaves small.
_SMALL = frozenset("a an the of in on at to for by with from as and or nor but over into vs via per is".split())
_ARTICLES = frozenset({"the", "la", "der", "los"})
# A word that only ever opens a sentence or a line is taken for a name from this rarity on.
FOREIGN = 6.3
# Nouns are written with capitals, so a single one is no name.
_CAPITAL_NOUNS = frozenset({"de", "lb", "gsw"})


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: the words `first` up to `last` (exclusive), what they are called, and what they seem to be."""

    first: int
    last: int
    shown: str
    kind: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of the text that stand in it with small letters, and with a capital that no sentence or line asks for."""

    lower: frozenset[str]
    proper: frozenset[str]


def find_names(words: Sequence[Word], lang: str) -> list[Name]:
    """All names in order, none overlapping another."""
    flat = _mark_flat(words)
    capitals = [at for at, word in enumerate(words) if is_capital(word.text)]
    seen = Seen(
        frozenset([word.low for word in words if word.text[:1].islower()]),
        frozenset([words[at].low for at in capitals if words[at].gap != SENTENCE and not flat[at]]),
    )
    names: list[Name] = []
    end = 0
    for i in capitals:
        if i < end:
            continue
        if found := match_place(words, i, lang):
            size, place = found
            longer = _measure_run(words, i, flat, lang)
            if longer <= size or not _is_organisation(words, i, i + longer):
                names.append(Name(i, i + size, place.name, PLACE))
                end = i + size
                continue
        if not flat[i]:
            end = i + _measure_run(words, i, flat, lang)
            names.extend(_read_run(words, i, end, seen, lang))
    return _find_again(names, words, flat)


def _find_again(names: list[Name], words: Sequence[Word], flat: Sequence[bool]) -> list[Name]:
    """Add the names of the running text where a line's own capitals say nothing: headlines in title case."""
    known: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in names:
        form = tuple(word.low for word in words[name.first : name.last])
        known.setdefault(form[0], {}).setdefault(form, name)
    taken = {at for name in names for at in range(name.first, name.last)}
    for i, word in enumerate(words):
        if not flat[i] or i in taken or word.low not in known:
            continue
        for form, name in sorted(known[word.low].items(), key=lambda item: (-len(item[0]), item[0])):
            if tuple(other.low for other in words[i : i + len(form)]) == form:
                names.append(Name(i, i + len(form), name.shown, name.kind))
                taken.update(range(i, i + len(form)))
                break
    return sorted(names, key=lambda name: name.first)


@cache
def is_capital(text: str) -> bool:
    """Whether it is written as a name is: "Mexico", "eAPD", "18F"."""
    if is_file(text.lower()):
        return False
    mixed = text[0].isdigit() and text.upper() != text.lower() and not text.islower()  # 18F, and not 20,000
    return text[0].isupper() or mixed or text[1:2].isupper()


def _mark_flat(words: Sequence[Word]) -> list[bool]:
    """Which words stand in a line whose capitals say nothing (title case, shouting)."""
    flat: list[bool] = []
    begin = 0
    for end in (*(at for at, word in enumerate(words) if word.gap == SENTENCE and at), len(words)):
        flat += [_is_flat(words[begin:end])] * (end - begin)
        begin = end
    return flat


def _is_flat(line: Sequence[Word]) -> bool:
    weighty = capitals = 0
    for word in line:
        if word.text[0].isalpha() and word.low not in _SMALL:
            weighty += 1
            capitals += word.text[0].isupper()
            if weighty - capitals > 0.2 * len(line):
                return False  # as is soon seen in most
    return weighty >= 4 and capitals > 0.85 * weighty


def _measure_run(words: Sequence[Word], i: int, flat: Sequence[bool], lang: str) -> int:
    """How many words from `i` on are one run of capitals."""
    j = i + 1
    while j < len(words) and j - i < LONGEST_NAME and not flat[j]:
        if words[j].gap > SPACED:
            break
        if is_capital(words[j].text):
            j += 1
            continue
        if words[j].low in LINKS and words[j].gap == SPACED and lang not in _CAPITAL_NOUNS:
            size = 1
            person = j - i > 1 and words[j].low in _BELONGS and words[i].low in load_given()  # "Celso Prado of the …"
            place = match_place(words, i, lang)
            if person or (place and place[0] == j - i) or (words[j].low == "for" and not _seeks(words[j - 1])):
                break
            if j + 1 < len(words) and words[j + 1].low in _ARTICLES and words[j + 1].gap == SPACED:
                size = 2
            follower = j + size
            if follower < len(words) and words[follower].gap == SPACED and is_capital(words[follower].text):
                j = follower + 1
                continue
        break
    return j - i


def _seeks(word: Word) -> bool:
    """Whether a name goes on with "for" after this word: "Office for …", "Doctors for …", but not "Merkel for …"."""
    several = word.low.endswith("s") and (word.low,) not in load_places()
    return several or any(word.low in load_words("marks", group) for group in ("organisations", "titles"))


def _is_organisation(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether a run that opens with a place goes on to be an organisation: "Russian Trade Mission", "Bank of China"."""
    organisations = load_words("marks", "organisations")
    return any(word.low in organisations for word in words[i:j]) and not any(
        word.low in load_words("marks", "titles") for word in words[i + 1 : j - 1]
    )


def _read_run(words: Sequence[Word], i: int, j: int, seen: Seen, lang: str) -> Iterator[Name]:
    """Cut one run of capitals into the names in it; first into what an office is of and who holds it."""
    person = i
    if office := _skip_office(words, i, j):
        i = next((k for k in range(office, j) if not words[k].text.islower()), j)
        person = next((k for k in range(i + 1, j - 1) if words[k].low in load_given()), i)
    if person > i:
        yield from _cut_run(words, i, person, seen, lang)
        yield Name(person, j, show_run(words[person:j]), PERSON)
    else:
        yield from _cut_run(words, i, j, seen, lang)


def _cut_run(words: Sequence[Word], i: int, j: int, seen: Seen, lang: str) -> Iterator[Name]:
    i, j, titled = _trim_run(words, i, j, seen, lang)
    if i >= j:
        return
    if j - i > 1 and all(_is_shouted(word, lang) for word in words[i:j]):
        return
    whole = _is_organisation(words, i, j)
    for k in range(i + 1, j):
        title = words[k].low in load_words("marks", "titles") and k < j - 1 and not whole
        place = match_place(words, k, lang) if words[k].gap == JOINED else None
        if title or (place and place[0] + k == j):
            yield from _cut_run(words, i, k, seen, lang)
            yield from _cut_run(words, k, j, seen, lang)
            return
    found = match_place(words, i, lang)
    if found and found[0] == j - i:
        yield Name(i, j, found[1].name, PLACE)
    elif j - i > 1 or _stands_alone(words[i], seen, lang):
        yield Name(i, j, show_run(words[i:j]), guess_kind([word.text for word in words[i:j]], titled=titled))


def _skip_office(words: Sequence[Word], i: int, j: int) -> int:
    """Find where "Secretary of" ends, if the capitals begin with it or behind it, or else 0."""
    titles = load_words("marks", "titles")
    if i + 1 < j and words[i].low in titles and words[i + 1].low in LINKS:
        return i + 2
    after = i > 1 and words[i - 1].low in LINKS and words[i - 2].low in titles
    return i if after and all(word.gap == SPACED for word in words[i - 1 : i + 1]) else 0


def _trim_run(words: Sequence[Word], i: int, j: int, seen: Seen, lang: str) -> tuple[int, int, bool]:
    """Take off what only opens a sentence, titles, and weightless ends; say whether there was a title."""
    if words[i].gap == SENTENCE and j - i > 2 and words[i + 1].low in LINKS:
        head = words[i].low in load_words("marks", "organisations")
        if not head and measure_rarity(words[i].low, lang) < UNSEEN and words[i].low not in load_given():
            i += 2  # "Organisers of the Mexico City event"
    while i < j and words[i].gap == SENTENCE and _is_opener(words, i, j, seen, lang):
        i += 1
    while i < j and (
        (_is_empty(words[i], lang) and (j - i == 1 or words[i].low not in PARTICLES))
        or (words[i].low in _ARTICLES and words[i].text.islower())
    ):
        i += 1
    titled = False
    organisation = guess_kind([word.text for word in words[i:j]]) == ORGANISATION if i < j else False
    while i < j - 1 and not organisation and words[i].low.rstrip(".") in load_words("marks", "titles"):
        i, titled = i + 1, True
    while j > i and (_is_empty(words[j - 1], lang) or words[j - 1].low in LINKS) and not _is_surname(words, i, j):
        j -= 1
    return i, j, titled


def _is_surname(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether a word that is none elsewhere is one behind a given name: "Theresa May", but not "Theresa Monday"."""
    if j - i < 2 or words[j - 2].low not in load_given() or words[j - 1].low.endswith("day"):
        return False
    return j == len(words) or not words[j].text[0].isdigit()  # "told Theresa May 5 was too late"


def _is_shouted(word: Word, lang: str) -> bool:
    return len(word.text) > 3 and word.text.isupper() and measure_rarity(word.low, lang) < PLAIN


def _is_empty(word: Word, lang: str) -> bool:
    if word.low in load_words("english", "never") or (lang != "en" and is_named_day(word.text, lang)):
        return True
    return is_grammar(word.low, lang) and not (len(word.text) > 1 and word.text.isupper())


def _is_opener(words: Sequence[Word], i: int, j: int, seen: Seen, lang: str) -> bool:
    """Whether the capital of a first word is only the sentence's."""
    word = words[i]
    if word.text.isupper() and len(word.text) > 1:
        return False
    if is_grammar(word.low, lang):
        return True
    if j - i > 1:
        return False
    if word.low in seen.lower or word.low in load_words("english", "weak"):
        return True
    if word.low in load_given():
        return False
    return measure_rarity(word.low, lang) < (PLAIN if word.low in seen.proper else FOREIGN)


def _stands_alone(word: Word, seen: Seen, lang: str) -> bool:
    if lang in _CAPITAL_NOUNS:
        return len(word.text) > 1 and word.text[1:].isupper()
    if len(word.text) < 2 or word.text.isdigit():
        return False
    if lang == "en" and word.low in load_words("english", "weak"):
        return False
    return word.text.isupper() or word.low not in seen.lower


_SPEECH = frozenset(
    "said says told added announced explained argued wrote tweeted testified recalled joked noted".split()
)
_LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "throughout"})


def read_context(words: Sequence[Word], name: Name, lang: str) -> str:
    """Tell from the words around one mention what it is: "X said", "economist X", "in X"; "" if nothing."""
    before = words[name.first - 1].low if name.first and words[name.first].gap == SPACED else ""
    after = words[name.last].low if name.last < len(words) and words[name.last].gap <= BROKEN else ""
    two = 2 <= name.last - name.first <= 3
    if before in load_words("marks", "titles") or (two and after in _SPEECH):
        return PERSON
    within = name.last < len(words) and words[name.last].gap == BROKEN and match_place(words, name.last, lang)
    if words[name.first].text[1:].isupper() or not (before in _LOCATIVE or within):
        return ""
    return PLACE  # "in X"; "X, Mexico"
