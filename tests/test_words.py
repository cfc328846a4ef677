"""Words, where they are cut, and how rare they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.words import BROKEN, JOINED, SENTENCE, SPACED, is_grammar, measure_rarity, singular, split_words

CUTS = [
    ("en", "Dr. Smith said so.", ["Dr", "Smith", "said", "so"]),
    ("en", "Mexico’s president", ["Mexico", "president"]),
    ("en", "login.gov and AT&T rose 1,200.5 points", ["login.gov", "and", "AT&T", "rose", "1,200.5", "points"]),
    ("en", "the U.S. Senate", ["the", "U.S.", "Senate"]),
    ("en", "Russia-Mexico forum", ["Russia", "Mexico", "forum"]),
    ("en", "It ended.Then it began", ["It", "ended", "Then", "it", "began"]),
    ("zh", "俄罗斯和墨西哥讨论能源合作", ["俄罗斯", "和", "墨西哥", "讨论", "能源", "合作"]),
    ("zh", "GDP增长", ["GDP", "增长"]),
    ("hi", "हिन्दी समाचार", ["हिन्दी", "समाचार"]),
    ("ar", "روسيا والمكسيك", ["روسيا", "والمكسيك"]),
    ("th", "ไทย", ["ไท", "ทย"]),
    ("en", "", []),
]


@pytest.mark.parametrize(("lang", "text", "words"), CUTS)
def test_words_are_cut_where_a_reader_would(lang: str, text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text, lang)] == words


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("a b", SPACED),
        ("a-b", JOINED),
        ("a, b", BROKEN),
        ("a (b", BROKEN),
        ("one. two", SENTENCE),
        ("one\n\ntwo", SENTENCE),
        ("Dr. Who", SPACED),
        ("J. Smith", SPACED),
        ("Mexico's steel", BROKEN),
    ],
)
def test_the_gap_before_a_word_says_what_may_stand_across_it(text: str, gap: int) -> None:
    assert split_words(text, "en")[1].gap == gap


@settings(deadline=None)  # the first call reads a word list
@given(st.text(max_size=80), st.sampled_from(["en", "zh", "ja", "ru", "ar", "th", "xx", ""]))
def test_every_word_stands_in_the_text_in_order(text: str, lang: str) -> None:
    spans = [(word.start, word.end) for word in split_words(text, lang)]
    assert spans == sorted(spans)
    for word in split_words(text, lang):
        assert text[word.start : word.end].replace("’", "'") == word.text


@settings(deadline=None)
@given(st.text("ab1Éé'’.&_\u0301中 ", max_size=40))
def test_a_word_is_the_same_whatever_kind_of_space_follows(text: str) -> None:
    """Words before a plain space are found by a way of their own."""
    other = text.replace(" ", "\u2002")
    assert [word.text for word in split_words(text, "en")] == [word.text for word in split_words(other, "en")]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("tariffs", "tariff"),
        ("policies", "policy"),
        ("taxes", "tax"),
        ("news", "news"),
        ("business", "business"),
        ("virus", "virus"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("series", "series"),
        ("texas", "texas"),
        ("ties", "tie"),
    ],
)
def test_singular_and_plural_are_one(form: str, expected: str) -> None:
    assert singular(form, "en") == expected


def test_rarity_falls_with_frequency_and_unseen_words_are_rarest() -> None:
    assert measure_rarity("the", "en") < measure_rarity("energy", "en") < measure_rarity("tariffs", "en")
    assert measure_rarity("tariffs", "en") < measure_rarity("canacintra", "en")


@pytest.mark.parametrize(("low", "lang"), [("the", "en"), ("said", "en"), ("que", "es"), ("что", "ru"), ("في", "ar")])
def test_words_of_grammar_are_known_in_every_language(low: str, lang: str) -> None:
    assert is_grammar(low, lang)
