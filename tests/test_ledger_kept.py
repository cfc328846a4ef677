"""The texts that articles were generated as: what is lost of them costs a merge, and none is kept in vain."""

import shutil

import pytest

from briefing.entries import State
from briefing.errors import BriefingError
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import read_tree, write
from newsroom import CRANE, STEEL, clash, convert, edit, only_path, seed, story, theirs


@pytest.mark.parametrize("lost", ["the ledger", "the cache", "both"])
def test_what_is_lost_costs_a_merge_and_no_work(lost: str, folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "on Friday", "on Friday evening")
    convert(folders)
    for folder in [folders.ledger] * (lost != "the cache") + [folders.root / ".cache"] * (lost != "the ledger"):
        for file in folder.glob("*") if folder.is_dir() else ():
            file.unlink()
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/crane.txt": State.MERGED if lost == "the cache" else State.CLASH}
    assert "on Friday evening" in story(path).body


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe\x00", b"another text", None], ids=["empty", "binary", "other", "folder"]
)
def test_a_damaged_text_of_the_ledger_costs_a_merge_only(damage: bytes | None, folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    (kept,) = folders.ledger.iterdir()
    if damage is None:
        kept.unlink()
        kept.mkdir()
    else:
        write(kept, damage)
    edit(only_path(folders), "on Friday", "on Friday evening")
    assert convert(folders) == {"seeds/crane.txt": State.EDITED}
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/crane.txt": State.CLASH}


def test_a_file_in_the_place_of_the_ledger_is_named(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    write(folders.ledger, "")
    with pytest.raises(BriefingError, match=r"^content/\.ledger: is no folder"):
        convert_seeds(folders)


def test_the_ledger_keeps_what_is_named_and_no_more(folders: Folders) -> None:
    path = clash(folders)
    seed(folders, "steel.txt", STEEL)
    convert(folders)
    steel = next(each for each in folders.articles.glob("united*.md"))
    moved = folders.articles.parent / "elsewhere" / ".hidden.md"
    moved.parent.mkdir()
    shutil.copy2(steel, moved)
    steel.unlink()
    (folders.seeds / "steel.txt").unlink()
    kept = read_tree(folders.ledger)
    assert convert(folders) == {"seeds/crane.txt": State.CLASH}
    assert read_tree(folders.ledger) == kept
    moved.unlink()
    path.unlink()
    (folders.seeds / "crane.txt").unlink()
    convert(folders)
    (text,) = read_tree(folders.ledger).values()
    assert b"built in 1975" in text  # what the version that waits was generated as
    theirs(folders)[0].unlink()
    convert(folders)
    assert read_tree(folders.ledger) == {}
