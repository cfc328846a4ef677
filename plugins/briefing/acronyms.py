"""Acronyms that a text itself spells out."""

from collections.abc import Sequence

from briefing.names import is_capital
from briefing.words import BROKEN, Word


def pair_acronyms(words: Sequence[Word]) -> dict[str, tuple[int, int]]:
    """Acronym → the words before its bracket whose initials it is: "Public Art Works (PAW)"."""
    pairs: dict[str, tuple[int, int]] = {}
    for i, word in enumerate(words):
        text = word.text
        if word.gap != BROKEN or not 2 <= len(text) <= 8 or not text[0].isalpha() or sum(c.isupper() for c in text) < 2:
            continue
        for size in range(min(i, len(text) + 3), 1, -1):
            run = words[i - size : i]
            if any(other.gap >= BROKEN for other in run[1:]):
                continue
            if is_capital(run[0].text) and is_capital(run[-1].text) and _spells(text, run):
                pairs.setdefault(text, (i - size, i))
                break
    return pairs


def _spells(acronym: str, run: Sequence[Word]) -> bool:
    letters = "".join(c.lower() for c in acronym if c.isupper())
    weighty = "".join(word.low[0] for word in run if is_capital(word.text))
    return letters in {weighty, "".join(word.low[0] for word in run)}
