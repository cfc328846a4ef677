"""A story's text → its weighted terms, numbered so that stories can be compared in bulk."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from briefing.digests import KEY, digest_text
from briefing.kinds import is_likely_name
from briefing.lexicon import load_words
from briefing.words import SENTENCE, SPACED, Text, Word, is_grammar, measure_rarity, split_story, stem

# Words no rarer than COMMON weigh LEAST, and none more than RAREST above it (digits of surprise).
COMMON, LEAST, RAREST = 1.5, 0.2, 4.5
# A pair of neighbours weighs this share of the mean of its words; a word of the title counts this often more.
PAIR, TITLE = 0.5, 3
# A vector keeps its heaviest terms; the rest carry noise and cost time.
LONGEST = 500
# Reasons come from the heaviest of them.
READABLE = 150
# An odd number with well-mixed bits (2**64 over the golden ratio): numbers a pair of stems by its two numbers.
_GOLDEN = 0x9E3779B97F4A7C15


# Parts of one block are not copied out of it.
Bytes = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Vector:
    """A story's terms (stems, and pairs of them) as numbers of 64 bits, their weights, how stems read, its meaning."""

    key: bytes  # of its text: vectors of equal keys are equal
    ids: Bytes  # 8 bytes a term, ascending
    weights: Bytes  # a float of 4 bytes a term
    places: Bytes  # of the terms that can be read: where they stand among `ids`, 2 bytes each
    forms: str  # how those are written in the story, a line each
    meaning: Bytes = b""  # small numbers, a byte each; none where it is unknown


class Term(NamedTuple):
    """A word's stem by its number, alike in all stories and on all machines, and what it weighs."""

    number: int
    weight: float


@cache
def _read_term(low: str, lang: str) -> Term | None:
    """Weigh a word; None for one that tells nothing of what a story is about."""
    if low.isdigit() or (low.isascii() and len(low) < 2) or (low[0] in "0123456789" and not low.isalnum()):
        return None
    if is_grammar(low, lang) or (lang == "en" and low in load_words("english", "never")):
        return None
    if not (one := stem(low, lang)):
        return None
    number = blake2b(one.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return Term(int.from_bytes(number, "little"), max(LEAST, min(measure_rarity(low, lang) - COMMON, RAREST)))


def vectorise(text: Text) -> Vector:
    """Weigh terms by the root of their count × rarity in the language at large: no other story moves this vector."""
    import numpy as np  # noqa: PLC0415 - both take their time, paid only here

    from briefing.meaning import measure_meaning  # noqa: PLC0415

    words = split_story(text)
    terms = [_read_term(word.low, text.lang) for word in words]
    places = [at for at, term in enumerate(terms) if term]
    stems, which = np.unique(np.array([term.number for term in terms if term], np.uint64), return_inverse=True)
    times = np.ones(len(places))
    times[: bisect_left(places, len(text.title), key=lambda at: words[at].start)] += TITLE
    least = np.full(len(stems), np.inf)
    np.minimum.at(least, which, [term.weight for term in terms if term])
    # A pair: where a term follows the one before it without a break.
    close = [n for n, at in enumerate(places[1:]) if at - places[n] == 1 and words[at].gap <= SPACED]
    one, two = which[close], which[1:][close]
    pairs, first, again = np.unique(stems[one] * _GOLDEN + stems[two], return_index=True, return_inverse=True)
    ids = np.concatenate([stems, pairs])
    counts = np.concatenate([np.bincount(which, times), np.bincount(again, times[1:][close])])
    weighed = np.concatenate([least, PAIR * (least[one] + least[two])[first] / 2]) * np.sqrt(counts)
    weighed = weighed.round(4).astype(np.float32)
    heaviest = np.lexsort((ids, -weighed))[:LONGEST]
    said = _read_stems({*heaviest[:READABLE].tolist()}, zip(which.tolist(), places, strict=True), words, text)
    weak = load_words("english", "weak") if text.lang == "en" else frozenset()
    heaviest = heaviest[ids[heaviest].argsort()]
    shown = [(at, form) for at, n in enumerate(heaviest.tolist()) if (form := said.get(n)) and form.lower() not in weak]
    return Vector(
        digest_text(text),
        ids[heaviest].tobytes(),
        weighed[heaviest].tobytes(),
        array("H", [at for at, _ in shown]).tobytes(),
        "\n".join(form for _, form in shown),
        measure_meaning(text),
    )


def _read_stems(
    readable: Set[int], met: Iterable[tuple[int, int]], words: Sequence[Word], text: Text
) -> dict[int, str]:
    """Say how stems read, by their numbers, of which `met` tells at which words they are met."""
    forms: dict[int, list[str]] = defaultdict(list)
    for number, at in met:
        if number in readable:
            forms[number].append(_read_word(words[at], text))
    return {number: _pick_form(each) for number, each in forms.items()}


def _read_word(word: Word, text: Text) -> str:
    """Write a word as it reads inside a sentence, as far as one can tell."""
    shown = word.text
    opens = word.gap == SENTENCE or word.start < len(text.title)
    if not opens or shown[1:] != shown[1:].lower() or text.lang == "de":
        return shown
    return shown if is_likely_name(word.low, text.lang) else word.low


def _pick_form(forms: Sequence[str]) -> str:
    """Prefer the most frequent form, a capital only where it is much more usual than small letters."""
    apart = dict.fromkeys(forms)
    if len(apart) == 1:
        return forms[0]
    return min(apart, key=lambda form: (-forms.count(form) * (1 if form[:1].isupper() else 2), form.swapcase()))


def pack_vector(vector: Vector) -> bytes:
    """Put a vector into bytes, of this machine's order."""
    sizes = array("I", [len(vector.weights) // 4, len(vector.places) // 2, len(vector.meaning)])
    numbers = vector.ids, vector.weights, vector.places, vector.meaning
    return b"".join([vector.key, sizes.tobytes(), *numbers, vector.forms.encode()])


def unpack_vector(data: bytes) -> Vector:
    """Take it out again."""
    begin = KEY + 12
    terms, places, meaning = array("I", data[KEY:begin])
    a, b, c = begin + 8 * terms, begin + 12 * terms, begin + 12 * terms + 2 * places
    d = c + meaning
    parts = memoryview(data)
    return Vector(data[:KEY], parts[begin:a], parts[a:b], parts[b:c], data[d:].decode(), parts[c:d])
