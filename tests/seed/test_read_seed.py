"""What is read from labelled seeds equals what an editor found in them."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from golds import Case, read_cases

from briefing.seed import Role, Seed, decode_seed, read_seed

CASES = read_cases()
PUNCTUATION = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


def fold(text: str | None) -> str | None:
    """Text without differences that no reader would call one."""
    return None if text is None else re.sub(r"\s+", " ", text.translate(PUNCTUATION)).strip().casefold()


def accepted(gold: Any) -> list[str | None]:
    return [fold(option) for option in (gold if isinstance(gold, list) else [gold])]


def name_sets(gold: Any) -> list[set[str | None]]:
    options = gold["any"] if isinstance(gold, dict) else [gold]
    return [{fold(name) for name in option} for option in options]


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def seed(case: Case) -> Seed:
    return read_seed(decode_seed(case.data))


def test_headline(case: Case, seed: Seed) -> None:
    if case.gold["title"] is None:
        assert seed.title_generated
    else:
        assert not seed.title_generated
        assert fold(seed.title) in accepted(case.gold["title"])


def test_deck(case: Case, seed: Seed) -> None:
    assert fold(seed.deck) in accepted(case.gold["deck"])


def test_authors_are_persons(case: Case, seed: Seed) -> None:
    assert {fold(name) for name in seed.authors} in name_sets(case.gold["byline"])


def test_date_of_publication(case: Case, seed: Seed) -> None:
    day = seed.published.date() if isinstance(seed.published, datetime) else seed.published
    options = case.gold["published"] if isinstance(case.gold["published"], list) else [case.gold["published"]]
    assert day in [date.fromisoformat(option) if option else None for option in options]


def test_place(case: Case, seed: Seed) -> None:
    options = {(option or "").strip(" .,") for option in accepted(case.gold["dateline_place"])}
    assert (fold(seed.place) or "").strip(" .,") in options


def test_pictures(case: Case, seed: Seed) -> None:
    gold = {
        (fold(image["caption"]), fold(image["credit"] if isinstance(image["credit"], str) else None))
        for image in case.gold["images"]
    }
    assert {(fold(image.caption), fold(image.credit)) for image in seed.images} == gold


def test_subheads(case: Case, seed: Seed) -> None:
    assert [fold(block.text).strip("- ") for block in seed.body if block.kind is Role.SUBHEAD] == [  # type: ignore[union-attr]
        fold(head).strip("- ")  # type: ignore[union-attr]
        for head in case.gold["subheads"]
    ]


def test_read_more_and_keywords(case: Case, seed: Seed) -> None:
    titles = [fold(f"{more.title}: {more.source}" if more.source else more.title) for more in seed.read_more]
    assert titles == [fold(title) for title in case.gold["read_more"]]
    assert {fold(word) for word in seed.keywords} == {fold(word) for word in case.gold["keywords"]}


def test_body_in_order(case: Case, seed: Seed) -> None:
    optional = {fold(text) for text in case.gold["optional"]}
    read = [fold(block.text) for block in seed.body if block.kind is not Role.SUBHEAD]
    read = [text for text in read if text not in optional]
    gold = [[fold(text) for text in unit["text"]] for unit in case.gold["body"]]
    assert len(read) == len(gold)
    for text, options in zip(read, gold, strict=True):
        assert text in options


def test_language(case: Case, seed: Seed) -> None:
    assert seed.lang == case.gold["language"]


def test_nothing_forbidden_is_left(case: Case) -> None:
    text = decode_seed(case.data)
    assert not [bad for bad in case.gold["forbidden"] if bad in text]


def test_every_line_has_a_part_and_a_rule(case: Case, seed: Seed) -> None:
    lines = decode_seed(case.data).split("\n")
    filled = {number for number, line in enumerate(lines, 1) if line.strip()}
    assert {number for part in seed.parts for number in part.lines} == filled
    assert all(part.rule and 0 <= part.confidence <= 1 for part in seed.parts)
