"""Names in running text and what they are of."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.acronyms import pair_acronyms
from briefing.kinds import guess_kind
from briefing.names import find_names
from briefing.words import split_words

FOUND = [
    ("Officials met Mexican President Claudia Sheinbaum.", [("Mexico", "place"), ("Claudia Sheinbaum", "person")]),
    ("They went to the US and the United States.", [("United States", "place"), ("United States", "place")]),
    ("A deal of the Russian Trade Mission in Mexico", [("Russian Trade Mission", "organisation"), ("Mexico", "place")]),
    ("The first Russia-Mexico forum was held.", [("Russia", "place"), ("Mexico", "place")]),
    ("We spoke to the Bank of England on Friday.", [("Bank of England", "organisation")]),
    ("She joined the General Services Administration.", [("General Services Administration", "organisation")]),
    ("On Monday in May, nothing happened.", []),
    ("Organisers of the Mexico City fair came.", [("Mexico City", "place")]),
    ("In St. Petersburg it rained.", [("St. Petersburg", "place")]),
    ("It was cold. Nobody came. Shares fell.", []),
    ("Exported goods fell. Hydropower rose.", []),
    ("See v2.csv and www.valdoro.example today.", []),
    ("Aiko Brandt of the Valdoro Bank spoke.", [("Aiko Brandt", "person"), ("Valdoro Bank", "organisation")]),
    ("It was shut after SEVEN CLEAN TESTS there.", []),
    ("The agency 18F met.", [("18F", "topic")]),
    ("We asked Theresa May. Then Theresa May left in May.", [("Theresa May", "person"), ("Theresa May", "person")]),
    ("They told Theresa Monday was too late.", [("Theresa", "topic")]),
    ("There the TV crew of Al Jazeera met the MP.", [("Al Jazeera", "topic")]),
    (
        "He left Paris of the World Trade Fund.",
        [("Paris", "place"), ("World Trade Fund", "organisation")],
    ),
    ("He met Secretary of State Rex Prado.", [("Rex Prado", "person")]),
    ("He met the secretary of State Rex Prado.", [("Rex Prado", "person")]),
    (
        "She led the Office for Trade until Brandt for Ghana came.",
        [("Office for Trade", "organisation"), ("Brandt", "topic"), ("Ghana", "place")],
    ),
    (
        "it was Mexico's National Chamber of Commerce that met",
        [("Mexico", "place"), ("National Chamber of Commerce", "organisation")],
    ),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_are_found_with_their_kind(text: str, names: list[tuple[str, str]]) -> None:
    assert [(name.shown, name.kind) for name in find_names(split_words(text, "en"), "en")] == names


def test_a_headline_in_title_case_holds_only_the_names_of_the_body() -> None:
    text = "Plans Delayed Again As Claudia Sheinbaum Speaks\nYesterday Claudia Sheinbaum spoke of delayed plans."
    assert {name.shown for name in find_names(split_words(text, "en"), "en")} == {"Claudia Sheinbaum"}


def test_german_nouns_are_no_names() -> None:
    assert not find_names(split_words("Gestern hat ein Papagei den Alarm ausgelöst.", "de"), "de")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Roscongress Foundation", "organisation"),
        ("NATO", "organisation"),
        ("Great Salt Lake", "place"),
        ("Tokyo", "place"),
        ("Maria Lopez", "person"),
        ("tariffs", "topic"),
        ("Ministry of Health", "organisation"),
    ],
)
def test_a_kind_is_guessed_from_the_words(name: str, kind: str) -> None:
    assert guess_kind(name.split()) == kind


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the Public Art Works (PAW) said", {"PAW": "Public Art Works"}),
        (
            "the St. Petersburg International Economic Forum (SPIEF) in 2024",
            {"SPIEF": "St. Petersburg International Economic Forum"},
        ),
        ("the Ministry of Health (NASA) said", {}),
        ("PAW came first", {}),
    ],
)
def test_an_acronym_in_brackets_joins_the_words_it_spells(text: str, pairs: dict[str, str]) -> None:
    words = split_words(text, "en")
    assert {short: text[words[i].start : words[j - 1].end] for short, (i, j) in pair_acronyms(words).items()} == pairs


@settings(deadline=None)  # the first call reads a word list
@given(st.text(max_size=120), st.sampled_from(["en", "de", "ru", "zh", "ar", ""]))
def test_names_never_overlap(text: str, lang: str) -> None:
    names = find_names(split_words(text, lang), lang)
    assert all(one.last <= two.first for one, two in pairwise(names))
