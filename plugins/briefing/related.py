"""Which stories are about the same: vectors of each story's own words, compared over the site."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
# The share of the corpus's own rarity: a power of it, of which a quarter helps where all stories are of one trade.
OWN = 0.25
# A term on more stories than this many and this share of them tells none apart.
OFTEN, OFTEN_SHARE = 500, 0.1
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
    kept = {term for term, _ in heaviest}
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
    for slug in sorted(vectors):
        by_lang[langs.get(slug, "")].append(slug)
    for slugs in by_lang.values():
        if len(slugs) < 2:
            continue
        terms = {slug: dict(vectors[slug].terms) for slug in slugs}
        readable = {slug: dict(vectors[slug].readable) for slug in slugs}
        rarity = _weigh_terms(terms)
        for slug, near in _find_near(slugs, terms, rarity, threshold, most * 3):
            near.sort(key=lambda item: (-item[1], _measure_distance(dates, slug, item[0]), item[0]))
            kept = _pick(near, terms, rarity, most, same_story, most_same)
            related[slug] = tuple(
                Relation(
                    other, score, _share_terms(terms[slug], terms[other], readable[slug], rarity), score >= same_story
                )
                for other, score in kept
            )
    return related


def _weigh_terms(terms: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Say what the corpus adds to a term's weight, in steps of half an octave, so that a story moves few vectors."""
    stories = Counter(term for one in terms.values() for term in one)
    size = len(terms)
    limit = max(OFTEN, OFTEN_SHARE * size)
    steps = {n: (round(2 * log2((size + 1) / n)) / 2 + 0.25) ** OWN for n in set(stories.values())}
    return {term: steps[n] for term, n in stories.items() if n <= limit}


def _find_near(
    slugs: Sequence[str],
    terms: Mapping[str, Mapping[str, float]],
    rarity: Mapping[str, float],
    threshold: float,
    most: int,
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """For each story the `most` likest ones (and all that tie with the last) by the cosine of their vectors."""
    import numpy as np  # noqa: PLC0415 - a third of a second, paid only when stories must be compared
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # noqa: PLC0415 - as numpy

    # A term of one story only adds to that story's length.
    columns = {term: at for at, term in enumerate(sorted(rarity))}
    rows, at, values = [0], [], []
    for slug in slugs:
        weighed = [(term, weight * rarity[term]) for term, weight in terms[slug].items() if term in rarity]
        length = sqrt(sum(weight * weight for _, weight in weighed)) or 1.0
        for term, weight in weighed:
            at.append(columns[term])
            values.append(weight / length)
        rows.append(len(at))
    matrix = csr_matrix((values, at, rows), shape=(len(slugs), len(columns)))
    turned = matrix.T.tocsr()
    for begin in range(0, len(slugs), BLOCK):
        block: Any = (matrix[begin : begin + BLOCK] @ turned).toarray().round(6)
        for row, scores in enumerate(block):
            scores[begin + row] = -1.0
            last = np.partition(scores, -most)[-most] if most < len(scores) else 0.0
            near = np.flatnonzero(scores >= max(last, threshold, 1e-6)).tolist()
            yield slugs[begin + row], [(slugs[i], float(scores[i])) for i in near]


def _measure_distance(dates: Mapping[str, datetime], one: str, other: str) -> float:
    if one not in dates or other not in dates:
        return float("inf")
    return abs(dates[one].timestamp() - dates[other].timestamp())


def _pick(
    near: Sequence[tuple[str, float]],
    terms: Mapping[str, Mapping[str, float]],
    rarity: Mapping[str, float],
    most: int,
    same_story: float,
    most_same: int,
) -> list[tuple[str, float]]:
    """Take the first `most`, passing over retellings beyond `most_same`."""
    kept: list[tuple[str, float]] = []
    repeats = 0
    for slug, score in near:
        if len(kept) == most:
            break
        again = score >= same_story or (
            most_same < most and any(_compare(terms[slug], terms[other], rarity) >= same_story for other, _ in kept)
        )
        if again and repeats >= most_same:
            continue
        repeats += again
        kept.append((slug, score))
    return kept


def _compare(one: Mapping[str, float], other: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    both = sum(one[t] * other[t] * rarity[t] ** 2 for t in one.keys() & other.keys() & rarity.keys())
    lengths = (sum((w * rarity.get(t, 0)) ** 2 for t, w in terms.items()) for terms in (one, other))
    return both / (sqrt(next(lengths) * next(lengths)) or 1.0)


def _share_terms(
    one: Mapping[str, float], other: Mapping[str, float], readable: Mapping[str, str], rarity: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Name the words that carry most of the likeness of two stories."""
    shared = [
        (readable[t], round(w * other[t] * rarity[t] ** 2, 4))
        for t, w in one.items()
        if t in other and t in readable and t in rarity
    ]
    return tuple(sorted(shared, key=lambda item: (-item[1], item[0]))[:5])
