"""A story's text → its weighted terms, numbered so that stories can be compared in bulk."""

from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import sqrt

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
_GOLDEN, _MASK = 0x9E3779B97F4A7C15, 2**64 - 1


@dataclass(frozen=True, slots=True)
class Vector:
    """A story's terms (stems, and pairs of them) as numbers of 64 bits, their weights, how stems read, its meaning."""

    key: bytes  # of its text: vectors of equal keys are equal
    ids: bytes  # 8 bytes a term, ascending
    weights: bytes  # a float of 4 bytes a term
    places: bytes  # of the terms that can be read: where they stand among `ids`, 2 bytes each
    forms: str  # how those are written in the story, a line each
    meaning: bytes = b""  # small numbers, a byte each; none where it is unknown


@lru_cache(maxsize=200_000)
def _number_stem(one: str) -> int:
    """Give a stem its number, alike in all stories and on all machines."""
    return int.from_bytes(blake2b(one.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def vectorise(text: Text) -> Vector:
    """Weigh terms by the root of their count × rarity in the language at large: no other story moves this vector."""
    from briefing.meaning import measure_meaning  # noqa: PLC0415 - takes a third of a second, paid only here

    counts: Counter[tuple[str, str]] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    rarity: dict[str, float] = {}
    before = ""
    for word in split_story(text):
        low = word.low
        if not _is_telling(word, text.lang):
            before = ""
            continue
        one = stem(low, text.lang)
        times = 1 + TITLE * (word.start < len(text.title))
        counts[one, ""] += times
        forms[one][_read_word(word, text)] += 1
        own = max(LEAST, min(measure_rarity(low, text.lang) - COMMON, RAREST))
        rarity[one] = min(rarity.get(one, own), own)
        if before and word.gap <= SPACED:
            counts[before, one] += times
        before = one
    weighed = []
    for (one, two), count in counts.items():
        weight = PAIR * (rarity[one] + rarity[two]) / 2 if two else rarity[one]
        number = _number_stem(one)
        if two:
            number = (number * _GOLDEN + _number_stem(two)) & _MASK
        weighed.append((-round(sqrt(count) * weight, 4), number, one, two))
    heaviest = sorted(weighed)[:LONGEST]
    said = {one: _pick_form(forms[one]) for _, _, one, two in heaviest[:READABLE] if not two}
    weak = load_words("english", "weak") if text.lang == "en" else frozenset()
    heaviest.sort(key=lambda item: item[1])
    places = [
        at for at, (_, _, one, two) in enumerate(heaviest) if not two and one in said and said[one].lower() not in weak
    ]
    return Vector(
        digest_text(text),
        array("Q", [number for _, number, _, _ in heaviest]).tobytes(),
        array("f", [-weight for weight, _, _, _ in heaviest]).tobytes(),
        array("H", places).tobytes(),
        "\n".join(said[heaviest[at][2]] for at in places),
        measure_meaning(text),
    )


def _is_telling(word: Word, lang: str) -> bool:
    low = word.low
    if low.isdigit() or (low.isascii() and len(low) < 2) or (low[0] in "0123456789" and not low.isalnum()):
        return False
    return not is_grammar(low, lang) and not (lang == "en" and low in load_words("english", "never"))


def _read_word(word: Word, text: Text) -> str:
    """Write a word as it reads inside a sentence, as far as one can tell."""
    shown = word.text
    opens = word.gap == SENTENCE or word.start < len(text.title)
    if not opens or shown[1:] != shown[1:].lower() or text.lang == "de":
        return shown
    return shown if is_likely_name(word.low, text.lang) else word.low


def _pick_form(forms: Counter[str]) -> str:
    """Prefer the most frequent form, a capital only where it is much more usual than small letters."""
    return min(forms, key=lambda form: (-forms[form] * (1 if form[:1].isupper() else 2), form.swapcase()))


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
    return Vector(data[:KEY], data[begin:a], data[a:b], data[b:c], data[d:].decode(), data[c:d])
