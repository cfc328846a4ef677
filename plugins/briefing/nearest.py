"""The known word that a misspelt one was meant to be."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """End a message with `: did you mean X?`; empty where nothing known is near."""
    names = {name.casefold(): name for name in sorted(known)}
    near = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=0.75)
    return f": did you mean `{names[near[0]]}`?" if near else ""
