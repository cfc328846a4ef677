"""How much two texts have in common, and which ones may have: word shingles (Broder, 1997), the same each time."""

import re
from collections import Counter, defaultdict
from heapq import nsmallest
from zlib import crc32

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
"""A word, or a letter of a script that does not part its words."""
WIDTH = 3
SKETCH = 12
ENOUGH = 2
"""Hashes that two texts have to share to be compared; a headline counts for as many."""
MOST = 5
COMMON = 20
"""A shingle that more stories share is a phrase of the house and says nothing."""


def shingle(text: str) -> frozenset[int]:
    """Take a text as the set of its runs of three words."""
    words = WORD.findall(text.casefold())
    return frozenset(
        crc32(" ".join(words[start : start + WIDTH]).encode()) for start in range(max(1, len(words) - WIDTH + 1))
    )


def sketch(shingles: frozenset[int], title: str) -> tuple[int, ...]:
    """Keep the smallest hashes, of which texts with much in common share one nearly always, and the headline's."""
    return *nsmallest(SKETCH, shingles), crc32(f"headline {title}".encode())


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Measure what two texts share, from 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


class Sketches:
    """Finds the texts that may resemble one."""

    def __init__(self) -> None:
        self.names: dict[int, list[str]] = defaultdict(list)

    def add(self, name: str, sketch: tuple[int, ...]) -> None:
        for value in sketch:
            self.names[value].append(name)

    def near(self, sketch: tuple[int, ...]) -> list[str]:
        """Name the few texts that share the most hashes."""
        shared = Counter(
            name for value in sketch if len(names := self.names.get(value, ())) <= COMMON for name in names
        )
        shared.update(dict.fromkeys(self.names.get(sketch[-1], ())[:COMMON], ENOUGH - 1))
        near = (name for name in shared if shared[name] >= ENOUGH)
        return sorted(near, key=lambda name: (-shared[name], name))[:MOST]
