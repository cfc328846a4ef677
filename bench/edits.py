"""What tags and links of a large site cost: from nothing, and after one edit.

    python bench/edits.py [FOLDER] [STORIES]

Stories of some 500 words are mixed from the paragraphs of `FOLDER/seeds/*.txt`, the same on every machine. Seconds are
CPU time; an edit is a new paragraph in one story; "exact" says whether what it gives is what a run from nothing gives.
"""

import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from briefing.candidates import Candidate, candidates, pack_candidates, unpack_candidates  # noqa: E402 - runs from a clone without an install
from briefing.digests import digest_text  # noqa: E402
from briefing.measure import read_text  # noqa: E402
from briefing.related import Vector, relate, vectorise  # noqa: E402
from briefing.tags import choose_tags  # noqa: E402
from briefing.vocabulary import Vocabulary  # noqa: E402
from briefing.words import Text  # noqa: E402

LETTERS = 3500
EDIT = "\n\nPresident Ana Halloran said that the copper mills of Tavira would open in May."


def mix_stories(folder: Path, stories: int) -> dict[str, Text]:
    """Mix stories of the paragraphs of two articles each, under the title of the first."""
    chance = random.Random(stories)  # noqa: S311 - nothing secret
    texts = [read_text(path.read_text("utf-8")) for path in sorted((folder / "seeds").glob("*.txt"))]
    mixed = {}
    for number in range(stories):
        one, other = chance.choice(texts), chance.choice(texts)
        parts = [*sample(one.body, 7, chance), *sample(other.body, 3, chance)]
        chance.shuffle(parts)
        mixed[f"s{number:05}"] = Text(one.title, "", "\n\n".join(parts)[:LETTERS], "en")
    return mixed


def sample(body: str, most: int, chance: random.Random) -> list[str]:
    """Choose up to `most` paragraphs, each once."""
    paragraphs = body.split("\n\n")
    return chance.sample(paragraphs, min(most, len(paragraphs)))


def measure(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what the work gives, and the CPU time that it took, which other programs do not lengthen."""
    begin = time.process_time()
    return work(), time.process_time() - begin


def main() -> int:
    """Measure 10,000 stories of the labelled texts, unless told otherwise."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "text-dev"
    measure_site(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
    return 0


def measure_site(folder: Path, stories: int) -> None:
    """Measure all stories from nothing and after an edit of the first one, and hold both results against each other."""
    texts = mix_stories(folder, stories)
    first = next(iter(texts))
    edited = Text(texts[first].title, "", texts[first].body + EDIT, "en")
    langs = dict.fromkeys(texts, "en")
    analyse_texts({first: edited})  # read the word lists
    print(f"{stories} stories of {sum(len(text.body.split()) for text in texts.values()) // stories} words")
    (found, vectors), seconds = measure(partial(analyse_texts, texts))
    new_found, new_vectors = analyse_texts({first: edited})
    print(f"  candidates and vector  {1000 * seconds / stories:.1f} ms a story")
    dates = {slug: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=at) for at, slug in enumerate(texts)}
    known = {vector.key: vector for vector in vectors.values()}
    memory: dict[str, bytes] = {}
    link = partial(relate, memory=memory, recall=known.get, langs=langs, dates=dates)
    before = count_megabytes()
    _, nothing = measure(partial(link, vectors))
    vectors |= new_vectors
    updated, edit = measure(partial(link, vectors))
    print(f"  memory of relate       {count_megabytes() - before} MB")
    report("relate", nothing, edit, exact=updated == relate(vectors, langs=langs, dates=dates))
    keys = {slug: digest_text(text) for slug, text in texts.items()}
    tags: dict[str, Any] = {"editor": {}, "keywords": {}, "not_tags": {}, "vocabulary": Vocabulary(), "langs": langs}
    _, nothing = measure(partial(choose_tags, unpack(found), memory, keys, **tags))
    found |= new_found
    keys[first] = digest_text(edited)
    chosen, edit = measure(partial(choose_tags, unpack(found), memory, keys, **tags))
    report("choose_tags", nothing, edit, exact=chosen == choose_tags(unpack(found), **tags))


def analyse_texts(texts: dict[str, Text]) -> tuple[dict[str, bytes], dict[str, Vector]]:
    """Work out the candidates for tags, packed as a cache keeps them, and the vector of each text."""
    found, vectors = {}, {}
    for slug, text in texts.items():
        found[slug], vectors[slug] = pack_candidates(candidates(text)), vectorise(text)
    return found, vectors


def unpack(found: dict[str, bytes]) -> dict[str, tuple[Candidate, ...]]:
    return {slug: unpack_candidates(data) for slug, data in found.items()}


def count_megabytes() -> int:
    """Tell the most that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def report(name: str, nothing: float, edit: float, *, exact: bool) -> None:
    print(f"  {name:<22} {nothing:.2f} s from nothing, {edit:.2f} s after an edit, exact: {exact}")


if __name__ == "__main__":
    sys.exit(main())
