"""What a text means as a row of small numbers, from packaged word vectors: it knows that a car is near a lorry.

Only the files of wordllama are used: its own modules load a web client, and could fetch what they miss.
All sums are exact whatever their order (16-bit floats added up as 64-bit ones), so machines agree on every bit.
"""

import math
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.frequencies import list_common
from briefing.words import Text, join_story

# The language of the word vectors: of the 3,000 commonest words they know 87 % in English, 18 to 35 % in six others.
LANGUAGE = "en"
# The first numbers of a vector hold most of what it tells: half of them are as good as all 256.
SIZE = 128
# The beginning of a story says what it is about, in so many words; of a longer one meaning is a smaller share.
WORDS, SHARE = 400, 0.2
# What 1 is kept as, in 8 bits: the largest number met in 300 articles was 75 of these.
UNIT = 512
# What all texts have in common tells none apart: the mean of so many of the commonest words.
COMMON = 5000
_TOKENS, _TABLE = "tokenizers/l2_supercat_tokenizer_config.json", "weights/l2_supercat_256.safetensors"


class Model(NamedTuple):
    """The word vectors, a row a token, and their mean in running text."""

    tokens: Any
    table: NDArray[np.float16]
    centre: NDArray[np.float64]


@cache
def load_model() -> Model | None:
    """Open the files, where they are installed; of the table only the rows that are asked for are read."""
    spec = find_spec("wordllama")
    if not spec or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0])
    tokens = Tokenizer.from_file(str(folder / _TOKENS))
    path = folder / _TABLE
    with path.open("rb") as file:
        begin = 8 + int.from_bytes(file.read(8), "little")  # of the file: a size, a description, the numbers
    table = np.asarray(np.memmap(path, "<f2", "r", begin).reshape(tokens.get_vocab_size(), -1)[:, :SIZE])
    known = [(tokens.token_to_id(f"▁{word}"), often) for word, often in list_common(LANGUAGE, COMMON)]
    common = [(token, often) for token, often in known if token is not None]
    counts = np.array([count for _, count in common], np.float64)[:, None]
    centre = (table[[token for token, _ in common]] * counts).sum(axis=0) / counts.sum()
    return Model(tokens, table, centre)


@lru_cache(maxsize=100_000)
def tokenise(word: str) -> list[int]:
    """Cut a word into tokens, none of which reaches over a space: to cut the same words again takes time."""
    model = load_model()
    whole = word.encode("utf-8", "replace").decode()
    tokens: list[int] = model.tokens.encode(whole, add_special_tokens=False).ids if model else []
    return tokens


def measure_meaning(text: Text) -> bytes:
    """Give the mean of the vectors of its first words, of the length of the root of its share; nothing if unknown."""
    words = join_story(text).split()
    model = load_model() if text.lang == LANGUAGE and words else None
    if model is None:
        return b""
    tokens = [token for word in words[:WORDS] for token in tokenise(word)]
    mean = model.table[tokens].sum(axis=0, dtype=np.float64) / len(tokens) - model.centre
    share = SHARE * min(1.0, WORDS / len(words))
    numbers: NDArray[np.float64] = np.rint(mean * (UNIT * math.sqrt(share) / math.hypot(*mean.tolist())))
    return numbers.clip(-127, 127).astype(np.int8).tobytes()
