"""What one story could be tagged with: its names and key phrases, merged and weighed, from its text alone."""

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from operator import attrgetter
from typing import NamedTuple

from briefing.acronyms import pair_acronyms
from briefing.kinds import PARTICLES, PERSON, PLACE, PLAIN, TOPIC, guess_kind, load_given
from briefing.lexicon import load_words
from briefing.names import Name, find_names, read_context
from briefing.phrases import HEAD, find_phrases, judge_word, list_parts, show_run
from briefing.words import (
    SENTENCE,
    Text,
    Word,
    is_grammar,
    join_story,
    measure_rarity,
    singular,
    split_story,
    split_words,
)

MOST = 40
# Of a score's figures after the point.
DIGITS = 6

# The weights below were chosen on 253 articles that one team of editors tagged, 24 of other publishers and 50 news
# stories labelled for this; each is flat around its value, so that none of them is worth tuning further.
# Words no rarer than this weigh nothing, and no word counts for more than RAREST (digits of surprise).
COMMON, RAREST = 2.3, 7.0
# A phrase is rarer than its words: every word but the rarest adds this share of its own rarity.
PHRASE = 0.5
LONGER, NAMED = 1.15, 1.1
TITLE, DECK, EARLY, SPREAD = 1.4, 1.2, 1.0, 0.3
WEAK_ALONE, WEAK_PART, WEAK_PART_ONCE = 0.3, 0.9, 0.8
# A phrase that comes more often than this is one, though a weak word begins or ends it.
MANY = 2
# So many words has the name of a person at most.
LONGEST_PERSON = 4

_START = attrgetter("start")


class Candidate(NamedTuple):
    """A name or phrase of one story, all its surface forms merged; a tuple, since a large site has half a million."""

    key: str  # equal for forms that are one tag
    name: str  # the best form here
    kind: str
    score: float
    count: int  # type: ignore[assignment]  # nobody counts the fields of a candidate
    surfaces: tuple[str, ...]  # as they stand in the story, most frequent first
    short: str = ""  # key of the acronym that the story itself spells out


@dataclass(slots=True)
class Found:
    """Mentions of one key while they are being collected."""

    kind: str
    words: tuple[str, ...]
    named: bool = False
    forms: dict[str, int] = field(default_factory=dict)
    surfaces: dict[str, int] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    short: str = ""
    size: int = 0
    """Words of the phrase that it is."""
    begins: Sequence[int] = ()
    """Where that phrase begins; how it is written there is read only if it is wanted."""


def candidates(text: Text) -> tuple[Candidate, ...]:
    """List the story's candidates, best first; a pure function of this text, which its digest can stand for."""
    whole, words = join_story(text), split_story(text)
    names = find_names(words, text.lang)
    inside = {at for name in names for at in range(name.first, name.last)}
    found = _collect_names(names, words, whole, text.lang)
    head = bisect_left(words, len(text.title), key=_START)
    _collect_phrases(found, words, inside, text.lang)
    deck = bisect_left(words, len(text.title) + len(text.deck) + 1, key=_START)
    sizes = head, deck, len(words)
    scores = [(-_weigh(one, sizes, text.lang), key) for key, one in found.items()]
    return tuple(_make_candidate(key, found[key], -score, words, head, text.lang) for score, key in _take_best(scores))


def pack_candidates(found: Sequence[Candidate]) -> bytes:
    """Put them into bytes."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack_candidates(data: bytes) -> tuple[Candidate, ...]:
    """Take them out again."""
    return tuple(
        Candidate(key, name, kind, score, count, tuple(surfaces), short)
        for key, name, kind, score, count, surfaces, short in json.loads(data)
    )


@lru_cache(maxsize=200_000)
def make_key(name: str, lang: str) -> str:
    """Reduce a name to what it shares with its other numbers, capitals and hyphenations."""
    return " ".join(singular(word.low.rstrip("."), lang) for word in split_words(name, lang)) or name.casefold()


def _collect_names(names: Sequence[Name], words: Sequence[Word], whole: str, lang: str) -> dict[str, Found]:
    found: dict[str, Found] = {}
    cues: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        key = make_key(name.shown, lang)
        if key not in found:
            found[key] = Found(name.kind, _read_lows(words, name.first, name.last), named=True)
        one = found[key]
        _count(one.forms, name.shown)
        _count(one.surfaces, _show_span(words, name.first, name.last, whole))
        one.places.append(name.first)
        cues[key][read_context(words, name, lang)] += 1
    for key, one in found.items():
        if one.kind == TOPIC and cues[key][PERSON] + cues[key][PLACE]:
            one.kind = PERSON if cues[key][PERSON] >= cues[key][PLACE] else PLACE
    _merge_surnames(found, lang)
    _merge_acronyms(found, words, whole, lang)
    return found


def _merge_surnames(found: dict[str, Found], lang: str) -> None:
    """Let "Sheinbaum" join "Claudia Sheinbaum" when no other longer name here ends so."""
    for key in [key for key, one in found.items() if one.kind in {PERSON, TOPIC}]:
        head, _, bare = key.partition(" ")
        if bare in found and " " in bare and _only_tells(head, bare, lang):
            found[bare].kind = PERSON
            _absorb(found, bare, key)  # "Prosecutor Celso Prado"
    owners: dict[str, set[str]] = defaultdict(set)
    for key, one in found.items():
        if one.kind in {PERSON, TOPIC} and key.count(" ") < LONGEST_PERSON:
            for end in list_ends(key):
                owners[end].add(key)
    for end, keys in sorted(owners.items(), key=lambda item: (-item[0].count(" "), item[0])):
        left = [key for key in keys if key in found]
        if end not in found or len(left) != 1 or found[end].kind not in {PERSON, TOPIC}:
            continue
        (owner,) = left
        rare = measure_rarity(found[end].words[-1], lang) >= PLAIN
        if PERSON in {found[owner].kind, found[end].kind} or owner.count(" ") == 1 or rare:
            found[owner].kind = PERSON
            _absorb(found, owner, end)


def list_ends(key: str) -> list[str]:
    """List what the person of a longer name may be called afterwards: "Molina", "Le Pen"."""
    parts = key.split()
    return [" ".join(parts[at:]) for at in range(1, len(parts)) if at == len(parts) - 1 or parts[at] in PARTICLES]


def _only_tells(head: str, bare: str, lang: str) -> bool:
    """Whether the first word of a name only says what the person of the rest is."""
    common = measure_rarity(head, lang) < PLAIN and head not in load_given()
    return common and bare.partition(" ")[0] in load_given()


def _merge_acronyms(found: dict[str, Found], words: Sequence[Word], whole: str, lang: str) -> None:
    for acronym, (i, j) in sorted(pair_acronyms(words).items()):
        short, shown = make_key(acronym, lang), _show_span(words, i, j, whole)
        key = make_key(shown, lang)
        if key not in found:
            kind = guess_kind(shown.split())
            found[key] = Found(kind, _read_lows(words, i, j), True, {shown: 1}, {shown: 1}, [i])
        if short in found and short != key:
            found[key].kind = found[short].kind if found[key].kind == TOPIC else found[key].kind
            _absorb(found, key, short)
        found[key].short = short


def _absorb(found: dict[str, Found], owner: str, other: str) -> None:
    gone = found.pop(other)
    for form, count in gone.surfaces.items():
        _count(found[owner].surfaces, form, count)
    found[owner].places.extend(gone.places)


def _collect_phrases(found: dict[str, Found], words: Sequence[Word], inside: set[int], lang: str) -> None:
    grams = find_phrases(words, inside, lang)
    parts = list_parts(grams)
    for gram, places in grams.items():
        size = len(gram)
        if len(places) < 2 and (gram in parts or (size > 1 and (places[0] > HEAD or lang != "en"))):
            continue
        key = " ".join(gram)
        if key not in found:
            spoken = range(places[0], places[0] + size)
            found[key] = Found(TOPIC, _read_lows(words, spoken.start, spoken.stop), not inside.isdisjoint(spoken))
        one = found[key]
        one.size, one.begins = size, places
        one.places.extend(places)


def _weigh(one: Found, sizes: tuple[int, int, int], lang: str) -> float:
    head, deck, total = sizes
    places = one.places
    count, first = len(places), min(places)
    score: float = log(1 + count) * _weigh_words(one.words, count > MANY, lang)
    score *= 1 + EARLY * (1 - first / total)
    score *= 1 + SPREAD * (max(places) - first) / total
    if first < head:
        score *= TITLE
    if first < deck and any(head <= at < deck for at in places):
        score *= DECK
    if one.named:
        score *= NAMED
    return score


@lru_cache(maxsize=200_000)
def _weigh_words(words: tuple[str, ...], often: bool, lang: str) -> float:
    content = [low for low in words if judge_word(low, lang) or not is_grammar(low, lang)] or list(words)
    each = sorted((measure_rarity(low, lang) for low in content), reverse=True)
    rarity = sum(each) / len(each) + PHRASE * sum(one - 2 for one in each[1:])
    weight = max(0.1, min(rarity, RAREST) - COMMON)
    weak = load_words("english", "weak") if lang == "en" else frozenset()
    if len(content) == 1:
        return weight * (WEAK_ALONE if content[0] in weak else 1)
    if content[0] in weak or content[-1] in weak:
        weight *= WEAK_PART if often else WEAK_PART_ONCE
    return weight * LONGER


def _take_best(scores: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Round the scores, which takes its time, of those alone that can be among the best then."""
    scores.sort()
    least = scores[min(len(scores), MOST) - 1][0] + 2 * 10**-DIGITS if scores else 0
    return sorted((round(score, DIGITS), key) for score, key in scores if score <= least)[:MOST]


def _make_candidate(key: str, one: Found, score: float, words: Sequence[Word], head: int, lang: str) -> Candidate:
    for at in one.begins:
        shown = show_run(words[at : at + one.size])
        opens = not one.named and (at < head or words[at].gap == SENTENCE)
        opens = opens and lang != "de" and shown[1:] == shown[1:].lower()
        shouted = one.size > 1 and shown.isupper()
        _count(one.surfaces, shown)
        _count(one.forms, shown.lower() if opens or shouted else shown)
    surfaces = tuple(sorted(one.surfaces, key=lambda form: (-one.surfaces[form], form)))
    return Candidate(key, _pick_form(one.forms), one.kind, score, len(one.places), surfaces, one.short)


def _pick_form(forms: Mapping[str, int]) -> str:
    """Prefer the most frequent form; of equals the shorter, then the one in small letters."""
    return min(forms, key=lambda form: (-forms[form], len(form), form.swapcase()))


def _read_lows(words: Sequence[Word], i: int, j: int) -> tuple[str, ...]:
    return tuple([word.low for word in words[i:j]])


def _show_span(words: Sequence[Word], i: int, j: int, whole: str) -> str:
    return " ".join(whole[words[i].start : words[j - 1].end].split())


def _count(counts: dict[str, int], form: str, times: int = 1) -> None:
    counts[form] = counts.get(form, 0) + times
