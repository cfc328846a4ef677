"""Whether what was read of a labelled seed is what its editor found, a question a function."""

import re
from datetime import datetime
from typing import Any

from golds import Case

from briefing.seed import Role, Seed

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


QUESTIONS = (title, published, byline, body, dropped, language)
