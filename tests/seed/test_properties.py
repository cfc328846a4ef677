"""What holds for any text at all."""
# ruff: noqa: D401 - a docstring of a question says what holds

import random
import re
from collections import Counter

import pytest
from golds import read_blind, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.seed import Role, Seed, decode_seed, read_seed

LINES = sorted({line for case in read_cases() + read_blind() for line in decode_seed(case.data).split("\n")})
# The underscore is no letter: a subhead sheds those that decorate it.
WORD = re.compile(r"[^\W_]+")
PARTED = re.compile(r"([^\W_]+)-\n[^\S\n]*([^\W_]+)")
mixtures = st.lists(st.sampled_from(LINES) | st.just("") | st.text(max_size=80), max_size=30).map("\n".join)


def words(*texts: str | None) -> Counter[str]:
    return Counter(word for text in texts if text for word in WORD.findall(text))


def told(text: str, found: Counter[str]) -> Counter[str]:
    """The words of a text; one that was parted at the end of a line counts as whole where it was found so."""
    expected = words(text)
    for one, two in PARTED.findall(text):
        if found[one + two] > expected[one + two]:
            expected = expected - words(one) - words(two) + words(one + two)
    return expected


def kept(seed: Seed) -> Counter[str]:
    return words(*(part.text for part in seed.parts))


def clean(text: str) -> str | None:
    """The text as decoding leaves it; None if it has no words of any kind."""
    try:
        return decode_seed(text.encode("utf-8", "replace"))
    except BriefingError:
        return None


@given(mixtures)
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_or_invented(raw: str) -> None:
    text = clean(raw)
    if text is not None:
        found = kept(read_seed(text))
        assert found == told(text, found)


@given(mixtures)
@settings(max_examples=150, deadline=None)
def test_article_says_nothing_the_text_does_not(raw: str) -> None:
    text = clean(raw)
    if text is not None:
        seed = read_seed(text)
        article = words(seed.deck, *(block.text for block in seed.body), None if seed.title_generated else seed.title)
        assert not article - told(text, article)


@given(mixtures)
@settings(max_examples=150, deadline=None)
def test_body_holds_every_story_part(raw: str) -> None:
    text = clean(raw)
    if text is not None:
        seed = read_seed(text)
        story = [
            part for part in seed.parts if part.role in (Role.PARAGRAPH, Role.SUBHEAD, Role.ITEM, Role.QUOTE, Role.ROW)
        ]
        assert len(story) == len(seed.body)
        for part, block in zip(story, seed.body, strict=True):
            number = words(str(block.number)) if block.number is not None else Counter[str]()
            assert not words(block.text) - words(part.text)
            assert sum((words(part.text) - words(block.text) - number).values()) <= 1


@given(mixtures)
@settings(max_examples=100, deadline=None)
def test_every_line_is_accounted_for_once(raw: str) -> None:
    text = clean(raw)
    if text is not None:
        parts = [part for part in read_seed(text).parts if part.role is not Role.DATELINE]
        numbers = [number for part in parts for number in part.lines]
        assert len(numbers) == len(set(numbers))
        assert numbers == sorted(numbers)


@given(mixtures)
@settings(max_examples=60, deadline=None)
def test_reading_is_deterministic(raw: str) -> None:
    text = clean(raw)
    if text is not None:
        assert read_seed(text) == read_seed(text)


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=300, deadline=None)
def test_decoding_ends_in_text_or_one_clear_error(data: bytes) -> None:
    try:
        text = decode_seed(data)
    except BriefingError as error:
        assert ";" in error.message  # noqa: PT017 - an error is one of two right outcomes
        return
    assert decode_seed(text.encode()) == text
    read_seed(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "word " * 40_000,
        "Related:\n" * 3000,
        "Ab-" * 60 + "\n",
        ("Ab-" * 60 + "\n") * 200,
        "(" * 50_000,
        "新华社" * 20_000,
    ],
    ids=["one word", "one line", "labels", "hyphens", "hyphenated lines", "brackets", "telegrams"],
)
def test_hostile_text_is_read(text: str) -> None:
    assert read_seed(text).parts


def test_reading_ignores_the_clock_and_the_order_of_calls() -> None:
    texts = [decode_seed(case.data) for case in read_cases()]
    first = [read_seed(text) for text in texts]
    shuffled = list(range(len(texts)))
    random.Random(7).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    assert [read_seed(texts[at]) for at in shuffled] == [first[at] for at in shuffled]
