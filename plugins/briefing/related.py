"""Which stories are about the same: vectors of each story's own words, compared over the site."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log2, sqrt
from typing import Any

from briefing.lexicon import load_words
from briefing.words import SPACED, Text, Word, is_grammar, measure_rarity, split_story, stem

# Words no rarer than COMMON weigh LEAST, and none more than RAREST above it (digits of surprise).
COMMON, LEAST, RAREST = 1.5, 0.2, 4.5
# A pair of neighbours weighs this share of the mean of its words; a word of the title counts this often more.
PAIR, TITLE = 0.5, 3
# A vector keeps its heaviest terms; the rest carry noise and cost time.
LONGEST = 500
# Reasons come from the heaviest of them.
READABLE = 150
# The share of the corpus's own rarity: a power of it, of which a quarter helps where all stories are of one trade.
OWN = 0.25
# A term on more stories than this many and this share of them tells none apart.
OFTEN, OFTEN_SHARE = 500, 0.05
# Rows compared at once: bounds the memory at ten thousand stories.
BLOCK = 256


@dataclass(frozen=True, slots=True)
class Vector:
    """A story's terms (stems, and pairs of them) with weights, and how each stem is read."""

    terms: tuple[tuple[str, float], ...]
    readable: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One related story with the shared words that say why."""

    slug: str
    score: float
    terms: tuple[tuple[str, float], ...]
    same: bool = False  # the same story told again


def vectorise(text: Text) -> Vector:
    """Weigh terms by the root of their count × rarity in the language at large: no other story moves this vector."""
    counts: Counter[str] = Counter()
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
        counts[one] += times
        forms[one][word.text] += 1
        own = max(LEAST, min(measure_rarity(low, text.lang) - COMMON, RAREST))
        rarity[one] = min(rarity.get(one, own), own)
        if before and word.gap <= SPACED:
            counts[f"{before} {one}"] += times
        before = one
    weights = []
    for term, count in counts.items():
        first, _, second = term.partition(" ")
        weight = PAIR * (rarity[first] + rarity[second]) / 2 if second else rarity[first]
        weights.append((term, round(sqrt(count) * weight, 4)))
    heaviest = sorted(weights, key=lambda item: (-item[1], item[0]))[:LONGEST]
    kept = {term for term, _ in heaviest[:READABLE]}
    weak = load_words("english", "weak") if text.lang == "en" else frozenset()
    readable = {one: min(f, key=lambda w: (-f[w], w)) for one, f in forms.items() if one in kept}
    return Vector(tuple(sorted(heaviest)), tuple(sorted((o, r) for o, r in readable.items() if r.lower() not in weak)))


def _is_telling(word: Word, lang: str) -> bool:
    low = word.low
    if low.isdigit() or (low.isascii() and len(low) < 2) or (low[0] in "0123456789" and not low.isalnum()):
        return False
    return not is_grammar(low, lang) and not (lang == "en" and low in load_words("english", "never"))


def relate(
    vectors: Mapping[str, Vector],
    *,
    langs: Mapping[str, str],
    dates: Mapping[str, datetime],
    most: int = 5,
    threshold: float = 0.1,
    same_story: float = 0.8,
    most_same: int = 2,
) -> dict[str, tuple[Relation, ...]]:
    """Find the nearest stories of each story, in its own language.

    most: how many a story shows.
    threshold: likeness from 0 to 1 under which nothing is shown.
    same_story: likeness from which two are the same story told again.
    most_same: how many retellings, of the story or of one already shown, are among them.
    """
    related: dict[str, tuple[Relation, ...]] = dict.fromkeys(sorted(vectors), ())
    by_lang: dict[str, list[str]] = defaultdict(list)
    for slug in related:
        by_lang[langs.get(slug, "")].append(slug)
    for slugs in by_lang.values():
        if len(slugs) < 2:
            continue
        terms = {slug: dict(vectors[slug].terms) for slug in slugs}
        readable = {slug: dict(vectors[slug].readable) for slug in slugs}
        found, rarity = _find_near([vectors[slug] for slug in slugs], threshold, most * 3)
        twins = [{at for at, score in near if score >= same_story} for near in found]
        for i, near in enumerate(found):
            near.sort(key=lambda item: (-item[1], _measure_distance(dates, slugs[i], slugs[item[0]]), item[0]))
            related[slugs[i]] = tuple(
                Relation(
                    slugs[at],
                    score,
                    _share_terms(terms[slugs[i]], terms[slugs[at]], readable[slugs[i]], rarity),
                    at in twins[i],
                )
                for at, score in _pick(near, twins, twins[i], most, most_same)
            )
    return related


def _find_near(
    vectors: Sequence[Vector], threshold: float, most: int
) -> tuple[list[list[tuple[int, float]]], dict[str, float]]:
    """For each vector the `most` likest ones with their cosine (and all that tie with the last); what terms weigh."""
    import numpy as np  # noqa: PLC0415 - a third of a second, paid only when stories must be compared
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - as numpy

    size = len(vectors)
    flat = [term for vector in vectors for term, _ in vector.terms]
    names = sorted(set(flat))
    columns = {term: at for at, term in enumerate(names)}
    at = np.fromiter(map(columns.__getitem__, flat), np.int64, len(flat))
    rarity = np.array([_weigh_own(n, size) for n in range(size + 1)])[np.bincount(at, minlength=len(names))]
    weights = np.fromiter((weight for vector in vectors for _, weight in vector.terms), float, len(flat)) * rarity[at]
    ends = np.cumsum([0, *(len(vector.terms) for vector in vectors)])
    row = np.repeat(np.arange(size), np.diff(ends))
    lengths = np.sqrt(np.bincount(row, weights * weights, minlength=size))
    weights /= np.where(lengths > 0, lengths, 1.0)[row]
    matrix = csr_matrix((weights, at, ends), shape=(size, len(names)))
    matrix.eliminate_zeros()
    turned = matrix.T.tocsr()
    found = []
    for begin in range(0, size, BLOCK):
        block: Any = (matrix[begin : begin + BLOCK] @ turned).toarray().round(6)
        for i, scores in enumerate(block, begin):
            scores[i] = -1.0
            last = np.partition(scores, -most)[-most] if most < size else 0.0
            near = np.flatnonzero(scores >= max(last, threshold, 1e-6))
            found.append(list(zip(near.tolist(), scores[near].tolist(), strict=True)))
    return found, dict(zip(names, rarity.tolist(), strict=True))


def _weigh_own(stories: int, size: int) -> float:
    """Say what the corpus adds to a term's weight, in steps of half an octave, so that a story moves few vectors."""
    if not stories or stories > max(OFTEN, OFTEN_SHARE * size):
        return 0.0
    return float((round(2 * log2((size + 1) / stories)) / 2 + 0.25) ** OWN)


def _measure_distance(dates: Mapping[str, datetime], one: str, other: str) -> float:
    if one not in dates or other not in dates:
        return float("inf")
    return abs(dates[one].timestamp() - dates[other].timestamp())


def _pick(
    near: Sequence[tuple[int, float]], twins: Sequence[set[int]], own: set[int], most: int, most_same: int
) -> list[tuple[int, float]]:
    """Take the first `most`, passing over retellings beyond `most_same`."""
    kept: list[tuple[int, float]] = []
    repeats = 0
    for at, score in near:
        if len(kept) == most:
            break
        again = at in own or any(other in twins[at] for other, _ in kept)
        if again and repeats >= most_same:
            continue
        repeats += again
        kept.append((at, score))
    return kept


def _share_terms(
    one: Mapping[str, float], other: Mapping[str, float], readable: Mapping[str, str], rarity: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Name the words that carry most of the likeness of two stories."""
    both = readable.keys() & other.keys()
    shared = [(readable[term], round(one[term] * other[term] * rarity[term] ** 2, 4)) for term in both]
    return tuple(sorted(shared, key=lambda item: (-item[1], item[0]))[:5])
