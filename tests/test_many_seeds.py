"""What makes many seeds quick changes nothing in the result: processes, and a memory of files that were read before."""

import os
from pathlib import Path

import pytest

from briefing import shelf, stats
from briefing.drafts import read_drafts
from briefing.entries import State
from briefing.errors import BriefingError
from briefing.ledger import convert_seeds
from briefing.run import Run
from briefing.shelf import Folders
from conftest import ROOT, read_tree, write

SEED = "Harbour of Valdoro to get a second crane\n\nThe port of Valdoro, an invented town, buys a crane in May %d.\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path, tmp_path / "seeds", tmp_path / "content/briefings", tmp_path / ".cache")


@pytest.fixture
def _no_grain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust files at once, as those are that were written some seconds ago."""
    monkeypatch.setattr(stats, "SETTLED", 0)


def convert(folders: Folders) -> set[State]:
    return {entry.state for entry in convert_seeds(folders)}


def test_processes_read_what_one_reads(tmp_path: Path) -> None:
    write(tmp_path / "blank.txt", " \n")
    paths = [str(path) for path in [*sorted((ROOT / "seeds").glob("*.txt")), tmp_path / "blank.txt"]]
    apart, alone = list(read_drafts(paths, Run(workers=2), many=1)), list(read_drafts(paths, Run(workers=1)))
    assert apart[:-1] == alone[:-1]
    assert isinstance(apart[-1], BriefingError)
    assert str(apart[-1]) == str(alone[-1])


@pytest.mark.usefixtures("_no_grain")
def test_a_file_that_has_not_changed_is_not_read_again(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folders.seeds / "a.txt", SEED % 1974)
    convert(folders)
    monkeypatch.setattr(shelf, "read_text", None)
    assert convert(folders) == {State.UNCHANGED}


@pytest.mark.usefixtures("_no_grain")
@pytest.mark.parametrize("keep_time", [False, True], ids=["saved", "saved with its old time"])
def test_a_file_that_was_touched_is_read_again(keep_time: bool, folders: Folders) -> None:
    seed = folders.seeds / "a.txt"
    write(seed, SEED % 1974)
    convert(folders)
    (article,) = folders.articles.glob("*.md")
    for path, state in ((article, State.EDITED), (seed, State.CLASH)):
        before = path.stat()
        write(path, path.read_text("utf-8").replace("1974", "1973" if path == article else "1975"))
        if keep_time:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size
        assert convert(folders) == {state}


def test_a_young_file_is_read_again(folders: Folders) -> None:
    """A file may be saved twice within the grain of its time."""
    write(folders.seeds / "a.txt", SEED % 1974)
    convert(folders)
    assert not (folders.root / ".cache/ledger.json").exists()


@pytest.mark.usefixtures("_no_grain")
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 0}'])
def test_a_damaged_memory_is_made_anew(damage: bytes, folders: Folders) -> None:
    write(folders.seeds / "a.txt", SEED % 1974)
    convert(folders)
    memory = folders.root / ".cache/ledger.json"
    good, content = memory.read_bytes(), read_tree(folders.root / "content")
    write(memory, damage)
    assert convert(folders) == {State.UNCHANGED}
    assert (memory.read_bytes(), read_tree(folders.root / "content")) == (good, content)
