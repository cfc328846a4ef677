"""In brief: up to three sentences of a story, word for word, that say most of what it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain, product, repeat
from math import fsum, sqrt
from typing import NamedTuple

from briefing.paragraphs import Paragraph, list_paragraphs
from briefing.sentences import split_sentences
from briefing.words import is_grammar, list_words, stem

NONE = ("none",)
MOST = 3
ENOUGH = 6
"""A story with fewer sentences to choose from is its own brief."""
LETTERS = range(60, 260)
"""How long a sentence may be; those of scripts without spaces say three times as much in a letter."""
UNSPACED = 3
LATER = 0.06
"""How much less a sentence weighs for each paragraph before its own: news tells the most at the beginning."""
SPEAKER = re.compile(r"\w{1,2}:")
"""`Q:`, `A:` in a list of questions and answers."""
CLOSED = re.compile(r"""[.!…。！।]["'”’»)」』）]*$""")
QUOTES = frozenset('"“”«»„‘「」『』')
SCRIPTS_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
LEANING = frozenset(
    """he she it they we i you his her its their this that these those such there here then so but and or yet also still
    however meanwhile instead otherwise therefore moreover nor both another others one two some many most
    él ella ello ellos ellas esto eso este esta estos estas ese esa pero y además también sin su sus así
    il elle ils elles ce cela cette ces mais et ainsi son sa ses leur leurs
    er sie es dies diese dieser dieses aber und so doch auch sein seine ihr ihre dabei damit
    ele ela eles elas isto isso este esta esse essa mas e assim seu sua seus suas
    он она оно они это этот эта эти но и а так его её их также при поэтому однако
    هو هي هم هذا هذه ذلك تلك لكن كما وقد
    他 她 它 他们 这 那 但 而 也 其""".split()
)
"""Words at the start of a sentence that lean on the one before it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence, and the paragraph it stands in; an editor's own may stand in none."""

    text: str
    paragraph: int | None


class Sentence(NamedTuple):
    text: str
    paragraph: int
    first: str
    """Its first word, in small letters."""
    terms: Set[str]


def choose_points(html: str, editor: Sequence[str], lang: str, title: str = "", deck: str = "") -> tuple[Point, ...]:
    """Take an editor's sentences, and else choose some.

    There are none where the editor wants `none`, and where the story opens with a list: these are its own points.
    """
    paragraphs = list_paragraphs(html)
    if editor:
        wanted = () if tuple(editor) == NONE else editor
        return tuple(Point(text, find_paragraph(text, paragraphs)) for text in wanted)
    return () if html.startswith(("<ul>", "<ol>")) else find_points(paragraphs, lang, title, deck)


def find_paragraph(text: str, paragraphs: Sequence[Paragraph]) -> int | None:
    return next((paragraph.number for paragraph in paragraphs if text in paragraph.text), None)


def find_points(paragraphs: Sequence[Paragraph], lang: str, *told: str) -> tuple[Point, ...]:
    """Choose sentences that are near to the whole of the story and far from each other, in the order of the story.

    None is from the opening paragraph, which every reader sees, and none repeats what is `told` above it.
    """
    sentences = [
        read_sentence(text, paragraph.number, lang)
        for paragraph in paragraphs
        for text in split_sentences(paragraph.text)
    ]
    apart: dict[str, Sentence] = {}
    for sentence in sentences:
        if sentence.paragraph != 1 and stands_alone(sentence, lang):
            apart.setdefault(sentence.text, sentence)
    if len(apart) < ENOUGH:
        return ()
    counts = Counter(chain.from_iterable(sentence.terms for sentence in sentences))
    weights = {term: sqrt(count) - 1 for term, count in counts.items()}
    left = {text: weigh(one, weights) for text, one in apart.items()}
    news = [list_terms(list_words(text, lang), lang) for text in told]
    repeated = dict.fromkeys(apart, 0.0)
    while len(left) > len(apart) - MOST:
        for text, terms in product(left, news):
            repeated[text] = max(repeated[text], overlap(apart[text].terms, terms))
        best = max(left, key=lambda text: judge(apart[text], left[text], repeated[text]))
        del left[best]
        news = [apart[best].terms]
    return tuple(Point(text, one.paragraph) for text, one in apart.items() if text not in left)


def read_sentence(text: str, paragraph: int, lang: str) -> Sentence:
    words = list_words(text, lang)
    return Sentence(text, paragraph, words[0] if words else "", list_terms(words, lang))


def list_terms(words: Iterable[str], lang: str) -> Set[str]:
    return {*map(read_term, words, repeat(lang))} - {""}


@cache
def read_term(low: str, lang: str) -> str:
    """Take the stem of a word that says something, and nothing of one that only holds others together."""
    return "" if is_grammar(low, lang) else stem(low, lang)


def stands_alone(sentence: Sentence, lang: str) -> bool:
    """Tell whether a sentence can be understood by itself: no question, no speech, nothing that leans on another."""
    text = sentence.text
    letters = len(text) * (UNSPACED if lang in SCRIPTS_WITHOUT_SPACES else 1)
    return (
        letters in LETTERS
        and CLOSED.search(text) is not None
        and not SPEAKER.match(text)
        and QUOTES.isdisjoint(text)
        and sentence.first != ""
        and sentence.first not in LEANING
    )


def weigh(one: Sentence, weights: Mapping[str, float]) -> float:
    """Sum up what its words weigh, for its length."""
    return fsum(weights[term] for term in one.terms) / sqrt(len(one.terms) or 1)


def overlap(one: Set[str], other: Set[str]) -> float:
    """Tell how much two sentences say alike, from 0 to 1."""
    return len(one & other) / sqrt(len(one) * len(other)) if one and other else 0


def judge(one: Sentence, weight: float, repeated: float) -> float:
    """Take off the weight of a sentence what was said of it already, and what its place takes off."""
    return weight * (1 - repeated) / (1 + LATER * one.paragraph)
