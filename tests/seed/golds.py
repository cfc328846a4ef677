"""Labelled seeds: raw text beside the structure a careful editor would give it."""
# ruff: noqa: D401 - a docstring of a question says what holds

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BLIND = ("blind", "blind_heldout", "third", "third_heldout", "fourth", "fourth_heldout", "fifth", "fifth_heldout")
SHARED = HERE.parents[2] / "shared" / "seeds-dev"


@dataclass(frozen=True)
class Case:
    name: str
    data: bytes
    gold: dict[str, Any]


def read_blind() -> list[Case]:
    """Seeds that were labelled before anybody looked at the rules; what is read of them is measured, not matched."""
    texts = [text for folder in BLIND for text in sorted((HERE / folder).glob("*.txt"))]
    return [
        Case(text.stem, text.read_bytes(), json.loads(text.with_suffix(".json").read_text(encoding="utf-8")))
        for text in texts
    ]


def read_cases() -> list[Case]:
    """The package's own cases, and those beside the repository where there are any."""
    pairs = [
        (text, text.with_suffix(".json"))
        for folder in ("cases", "heldout")
        for text in sorted((HERE / folder).glob("*.txt"))
    ]
    pairs += [(text, SHARED / "gold" / f"{text.stem}.json") for text in sorted((SHARED / "seeds").glob("*.txt"))]
    return [Case(text.stem, text.read_bytes(), json.loads(gold.read_text(encoding="utf-8"))) for text, gold in pairs]
