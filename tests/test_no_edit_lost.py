"""Seeds and articles changed in any order, as people do: no line that a hand has typed is ever lost."""

import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import read_tree, write

PARAGRAPHS = [
    "The port of Valdoro, an invented town, will put up a second crane in May, the harbour board said on Friday.",
    "It will be forty metres high and can lift a locomotive from the deck of a ship without help from the shore.",
    "The first crane was built in 1974 and stays in use, for the boats that bring fish and salt to the old quay.",
    "Talleres Quillay, a maker that does not exist, has won the order against four others, and trains the drivers.",
    "Some hundred people watched from the sea wall, and the school band played until it rained on the brass.",
    "A quarter of the value of each ton is charged at the border since midnight, under an order of February.",
]
TITLES = [
    "Harbour of Valdoro to get a crane",
    "UPDATE 1-Harbour of Valdoro to get a crane",
    "Steel dearer at the border",
]
NAMES = ["a.txt", "b.txt", "c.txt", "Ports/d.txt"]
TEXTS = st.builds(
    lambda title, day, paragraphs: f"{title}\n{day} April 2025\n\n" + "\n\n".join(paragraphs) + "\n",
    st.sampled_from(TITLES),
    st.integers(4, 6),
    st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5, unique=True),
)
MARKER = re.compile(r"marker\d+")
NUMBER = st.integers(0, 1000)


class Newsroom(RuleBasedStateMachine):
    """A site on which seeds arrive and change while a hand works on the articles."""

    def __init__(self) -> None:
        super().__init__()
        root = Path(tempfile.mkdtemp(prefix="newsroom-"))
        self.folders = Folders(root, root / "seeds", root / "content/briefings", root / ".cache")
        self.folders.seeds.mkdir()
        self.typed: set[str] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folders.root)

    def marker(self) -> str:
        """Type a word that stands nowhere else."""
        self.typed.add(f"marker{len(self.typed)}")
        return f"marker{len(self.typed) - 1}"

    def articles(self) -> list[Path]:
        return sorted(self.folders.articles.glob("*.md"))

    def seeds(self) -> list[Path]:
        return sorted(self.folders.seeds.rglob("*.txt"))

    @rule(name=st.sampled_from(NAMES), text=TEXTS)
    def write_seed(self, name: str, text: str) -> None:
        write(self.folders.seeds / name, text)

    @precondition(lambda self: self.seeds())
    @rule(
        which=NUMBER, old=st.sampled_from(["1974", "forty", "Friday", "border"]), new=st.sampled_from(["1975", "fifty"])
    )
    def correct_seed(self, which: int, old: str, new: str) -> None:
        seed = self.seeds()[which % len(self.seeds())]
        write(seed, seed.read_text("utf-8").replace(old, new))

    @precondition(lambda self: self.seeds())
    @rule(which=NUMBER, name=st.sampled_from(NAMES))
    def rename_seed(self, which: int, name: str) -> None:
        target = self.folders.seeds / name
        target.parent.mkdir(exist_ok=True)
        self.seeds()[which % len(self.seeds())].replace(target)

    @precondition(lambda self: len(self.seeds()) > 2)
    @rule(which=NUMBER)
    def delete_seed(self, which: int) -> None:
        self.seeds()[which % len(self.seeds())].unlink()

    @precondition(lambda self: self.articles())
    @rule(which=NUMBER, line=NUMBER)
    def type_line(self, which: int, line: int) -> None:
        """Type a paragraph anywhere in the body of an article, or of a version that waits beside it."""
        article = self.articles()[which % len(self.articles())]
        front, _, body = article.read_text("utf-8").partition("\n---\n")
        lines = body.split("\n")
        lines.insert(line % (len(lines) + 1), f"\n{self.marker()} of a hand.\n")
        write(article, f"{front}\n---\n" + "\n".join(lines))

    @precondition(lambda self: self.articles())
    @rule(which=NUMBER, line=NUMBER)
    def type_word(self, which: int, line: int) -> None:
        """Add a word to a line of the body."""
        article = self.articles()[which % len(self.articles())]
        front, _, body = article.read_text("utf-8").partition("\n---\n")
        lines = body.split("\n")
        lines[line % len(lines)] += f" {self.marker()}"
        write(article, f"{front}\n---\n" + "\n".join(lines))

    @precondition(lambda self: self.articles())
    @rule(which=NUMBER, form=st.sampled_from(["own%d: %s", "# %d %s", "title: A hand's title %d %s", "tags: [%d, %s]"]))
    def type_key(self, which: int, form: str) -> None:
        """Set a key of the front matter, or write a comment above the first."""
        article = self.articles()[which % len(self.articles())]
        text = article.read_text("utf-8")
        line = form % (len(self.typed), self.marker())
        key = line.partition(":")[0]
        old = re.search(rf"^{re.escape(key)}:.*\n", text, re.MULTILINE) if ":" in line else None
        if old and MARKER.search(old[0]):
            self.typed -= set(MARKER.findall(old[0]))  # the hand takes back what it typed, unless it stands elsewhere
        write(article, text.replace(old[0], f"{line}\n", 1) if old else text.replace("---\n", f"---\n{line}\n", 1))

    @precondition(lambda self: any(path.name.endswith(".theirs.md") for path in self.articles()))
    @rule(which=NUMBER)
    def settle_clash(self, which: int) -> None:
        """Delete a version that waits, with what was typed into it."""
        waiting = [path for path in self.articles() if path.name.endswith(".theirs.md")]
        path = waiting[which % len(waiting)]
        gone = set(MARKER.findall(path.read_text("utf-8")))
        path.unlink()
        self.typed -= gone - self.standing()

    @rule(lost=st.sampled_from([".cache", "content/.ledger"]))
    def lose_memory(self, lost: str) -> None:
        shutil.rmtree(self.folders.root / lost, ignore_errors=True)

    def standing(self) -> set[str]:
        return {word for path in self.articles() for word in MARKER.findall(path.read_text("utf-8"))}

    @invariant()
    def nothing_is_lost(self) -> None:
        report = convert_seeds(self.folders)
        assert not [entry for entry in report if entry.state is State.SET_ASIDE]
        assert self.typed <= self.standing(), self.typed - self.standing()
        content = read_tree(self.folders.root / "content")
        again = convert_seeds(self.folders)
        assert read_tree(self.folders.root / "content") == content
        moving = {State.NEW, State.CHANGED, State.MERGED, State.RENAMED, State.SET_ASIDE}
        assert not moving & {entry.state for entry in again}


TestNewsroom: Any = Newsroom.TestCase
TestNewsroom.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
