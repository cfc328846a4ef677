"""How well raw text is read: of the labelled seeds of each language, how many are read as their editors did."""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "seed"))

from answers import QUESTIONS
from golds import read_blind

from briefing.seed import decode_seed, read_seed


def main() -> None:
    """Print a line a language, and one for all."""
    right: dict[str, list[list[bool]]] = defaultdict(list)
    for case in read_blind():
        seed = read_seed(decode_seed(case.data))
        answers = [question(case, seed) for question in QUESTIONS]
        right[case.gold["language"]].append(answers)
        right["all"].append(answers)
    print(f"{'seeds':<12}", *(f"{question.__name__:>10}" for question in QUESTIONS))
    for lang, rows in sorted(right.items()):
        shares = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"{len(rows):>5}, {lang:<5}", *(f"{share:>10.0%}" for share in shares))


if __name__ == "__main__":
    main()
