"""How fast seeds are converted: made-up ones, the same on every machine, through the command that a person types."""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from wordfreq import top_n_list

from process import Cost, run

ROOT = Path(__file__).resolve().parents[1]
PLACES = "Valdoro Porvela Quillay Sarenne Montalba Ostrov Belmar Karsund Tavira Lindau".split()
FIRST = "Ana Tom Lena Boris Mei Carlos Ingrid Omar Julia Peter".split()
LAST = "Ruiz Lee Novak Belver Halloran Sato Lindqvist Okoye Marchetti Duarte".split()
START = date(2025, 1, 1)
WORDS = [word for word in top_n_list("en", 12_000) if word.isalpha() and len(word) > 2]


def make_seed(number: int) -> tuple[str, str]:
    """Make the name and the text of one short news story."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    place = chance.choice(PLACES)

    def phrase(length: int) -> str:
        return " ".join(chance.choices(WORDS, k=length))

    def sentence() -> str:
        close = chance.choice(
            ["the board said", "officials said", f"for the first time since {chance.randint(1850, 2020)}"]
        )
        return f"{phrase(chance.randint(9, 22)).capitalize()}, {close}."

    day = START + timedelta(days=number % 365)
    byline = f"By {chance.choice(FIRST)} {chance.choice(LAST)}\n" if chance.random() < 0.6 else ""
    paragraphs = [" ".join(sentence() for _ in range(chance.randint(1, 3))) for _ in range(chance.randint(3, 5))]
    text = (
        f"{phrase(7).capitalize()}\n{byline}{day:%B} {day.day}, {day.year}\n\n{place.upper()} (Sample Wire) - "
        + "\n\n".join(paragraphs)
    )
    return f"{day.isoformat()}-story-{number:05}.txt", text + "\n"


def make_site(root: Path, stories: int) -> None:
    """Make a site of nothing but seeds."""
    for folder in ("seeds", "content", "theme"):
        (root / folder).mkdir()
    shutil.copy2(ROOT / "pelican.conf", root)
    for number in range(stories):
        name, text = make_seed(number)
        (root / "seeds" / name).write_text(text, "utf-8")


def run_seeds(root: Path) -> Cost:
    """Run `briefing seeds` in a process of its own."""
    return run([sys.executable, "-m", "briefing", "--root", str(root), "seeds"])


def measure(stories: int) -> Iterator[tuple[str, Cost]]:
    """Convert seeds, again with nothing changed, and again with one changed and with all that is remembered lost."""
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        root = Path(folder)
        make_site(root, stories)
        yield "all new", run_seeds(root)
        yield "nothing changed", run_seeds(root)
        yield "nothing changed", run_seeds(root)
        with next((root / "seeds").iterdir()).open("a", encoding="utf-8") as seed:
            seed.write("\nOne more sentence closes the story.\n")
        yield "one changed", run_seeds(root)
        (root / "seeds" / "new.txt").write_text("A story that is new\n\nIt came in while the others slept.\n", "utf-8")
        yield "one new", run_seeds(root)
        shutil.rmtree(root / ".cache")
        yield "nothing changed, .cache deleted", run_seeds(root)


def main() -> None:
    """Print a line a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int, nargs="*", default=[1_000, 10_000], help="how many seeds to make")
    for stories in parser.parse_args().stories:
        for what, cost in measure(stories):
            figures = f"{cost.clock:6.2f} s  {cost.processor:6.2f} s of processor  {cost.memory:4} MB"
            print(f"{stories:>7,} seeds, {what:<31} {figures}", flush=True)


if __name__ == "__main__":
    main()
