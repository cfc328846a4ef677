"""What share of seeds of other hands is read as an editor read them."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from golds import Case, read_blind

from briefing.seed import Role, Seed, decode_seed, read_seed

PUNCTUATION = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


def fold(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").translate(PUNCTUATION)).strip().casefold()


def options(gold: Any) -> list[Any]:
    """List what an editor accepts; silence is None."""
    if isinstance(gold, dict):
        return list(gold["any"])
    return gold if isinstance(gold, list) else [gold]


def title(case: Case, seed: Seed) -> bool:
    found = None if seed.title_generated else seed.title
    return fold(found) in [fold(option) for option in options(case.gold["title"])]


def published(case: Case, seed: Seed) -> bool:
    day = seed.published.date() if isinstance(seed.published, datetime) else seed.published
    return (day.isoformat() if day else None) in options(case.gold["published"])


def byline(case: Case, seed: Seed) -> bool:
    gold = case.gold["byline"]
    accepted = gold["any"] if isinstance(gold, dict) else [gold]
    return {fold(name) for name in seed.authors} in [{fold(name) for name in names} for names in accepted]


def body(case: Case, seed: Seed) -> bool:
    """Every unit of the story is in the article, and the article has nothing else."""
    units = [[fold(text) for text in unit["text"]] for unit in case.gold["body"]]
    read = [fold(block.text) for block in seed.body]
    paragraphs = [fold(block.text) for block in seed.body if block.kind is not Role.SUBHEAD]
    free = {fold(text) for text in case.gold["optional"]}
    known = {text for unit in units for text in unit} | free
    # Bullets above the story may have become its deck.
    deck = fold(seed.deck)
    found = sum(any(text in read or (deck and text in deck) for text in unit) for unit in units)
    return found >= 0.95 * len(units) and sum(text not in known for text in paragraphs) <= 0.05 * len(units)


def dropped(case: Case, seed: Seed) -> bool:
    shown = {fold(block.text) for block in seed.body}
    return not shown & {fold(line) for line in case.gold["dropped"]}


def language(case: Case, seed: Seed) -> bool:
    return bool(seed.lang == case.gold["language"])


@pytest.fixture(scope="module")
def read() -> list[tuple[Case, Seed]]:
    return [(case, read_seed(decode_seed(case.data))) for case in read_blind()]


@pytest.mark.parametrize(
    ("same", "floor"),
    [(title, 0.97), (published, 0.97), (byline, 0.96), (body, 0.9), (dropped, 0.96), (language, 1.0)],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_share_read_as_an_editor_would(
    read: list[tuple[Case, Seed]], same: Callable[[Case, Seed], bool], floor: float
) -> None:
    missed = [case.name for case, seed in read if not same(case, seed)]
    assert len(missed) <= (1 - floor) * len(read), missed
