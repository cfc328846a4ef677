"""Two stories as seeds, and what a newsroom does: seeds saved, articles edited, both converted twice."""

from pathlib import Path

from briefing.article import Article, read_article
from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import read_tree, write

CRANE = """Harbour of Valdoro to get a second crane
By Ana Ruiz
4 April 2025

The port of Valdoro, an invented town, will put up a second crane in May, the harbour board said on Friday.

It will be forty metres high and can lift a locomotive from the deck of a ship without any help from the shore.

The first crane was built in 1974 and stays in use, for the small boats that bring fish and salt to the old quay.

Talleres Quillay, a maker that does not exist, has won the order against four others, and will train the drivers.
"""
STEEL = """United States starts charging duty on steel
12 March 2025

Importers of steel have paid a quarter of its value at the border since midnight, under an order signed in February.

Mills at home raised their prices before the first ship was unloaded, and makers of cans said that they would follow.
"""
NEXT = """Second crane of Valdoro arrives by sea
5 April 2025

The second crane of the port of Valdoro came into the bay on Saturday on two barges, a month before its time.

It will be forty metres high and can lift a locomotive from the deck of a ship without any help from the shore.

The first crane was built in 1974 and stays in use, for the small boats that bring fish and salt to the old quay.

Some hundred people watched from the sea wall, and the school band played until it rained.
"""


def convert(folders: Folders) -> dict[str, State]:
    """Convert, and then again, which must change no byte."""
    report = {entry.seed: entry.state for entry in convert_seeds(folders)}
    content = read_tree(folders.root / "content")
    again = convert_seeds(folders)
    assert read_tree(folders.root / "content") == content
    assert {entry.state for entry in again} <= {
        State.UNCHANGED,
        State.EDITED,
        State.CLASH,
        State.DUPLICATE,
        State.VANISHED,
        State.SET_ASIDE,
    }
    return report


def seed(folders: Folders, name: str, text: str) -> None:
    write(folders.seeds / name, text)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    write(path, text.replace(old, new, 1))


def only_path(folders: Folders) -> Path:
    (path,) = (path for path in folders.articles.glob("*.md") if not path.name.endswith(".theirs.md"))
    return path


def story(path: Path) -> Article:
    return read_article(path, "x")[1]


def theirs(folders: Folders) -> list[Path]:
    return sorted(folders.articles.glob("*.theirs.md"))


def clash(folders: Folders) -> Path:
    """Let a seed and a hand change the same line; returns the article."""
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    convert(folders)
    return path
