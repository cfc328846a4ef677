"""How rare a word is in a language at large, after the lists of wordfreq.

Of the package only the file is read that is named as the language is: its modules take longer to load than the list.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import msgpack

# Languages of which there is a list under another name, or of one whose common words are mostly theirs.
ALIKE = {
    "af": "nl", "bs": "sh", "gl": "pt", "hr": "sh", "in": "id", "iw": "he", "lb": "de", "nn": "nb", "no": "nb",
    "sr": "sh", "tl": "fil",
}  # fmt: skip
FIGURES = re.compile(r"\d\d")


@cache
def load_rarities(lang: str) -> dict[str, int]:
    """Map each word to hundredths of digits of surprise: "the" to 127; empty where there is no list of the language."""
    rarities: dict[str, int] = {}
    for rarity, words in enumerate(load_lists(lang)):
        rarities |= dict.fromkeys(words, rarity)
    return rarities


def list_common(lang: str, number: int) -> Iterator[tuple[str, int]]:
    """List the commonest words but for figures, each with how often it is met in a million."""
    words = ((word, rarity) for rarity, words in enumerate(load_lists(lang)) for word in words)
    for word, rarity in islice((each for each in words if not FIGURES.search(each[0])), number):
        yield word, round(10 ** (6 - rarity / 100))


@cache
def load_lists(lang: str) -> Sequence[Sequence[str]]:
    """Read the list of a language, or of one that is written much alike: the words of each rarity; nothing without."""
    spec = find_spec("wordfreq")
    folders = spec.submodule_search_locations if spec else None
    code = lang.partition("-")[0].lower()
    for size in ("large", "small"):
        path = Path(*folders or (), "data", f"{size}_{ALIKE.get(code, code)}.msgpack.gz")
        if path.is_file():
            found: list[Any] = msgpack.unpackb(gzip.decompress(path.read_bytes()))
            return found[1:]  # the first is a header
    return ()
