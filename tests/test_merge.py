"""A seed changes under a hand's edits: both are kept in one article, and the change is dated and told."""

import pytest

from briefing.article import read_article
from briefing.entries import State
from briefing.shelf import Folders
from conftest import write
from newsroom import CRANE, convert, edit, only_path, seed, story, theirs

EDITS: dict[str, tuple[str, str]] = {
    "a paragraph": ("on Friday", "on Friday evening"),
    "a new paragraph at the end": ("train the drivers.", "train the drivers.\n\nA hand adds this."),
    "tags": ("\nlang: en\n", "\nlang: en\ntags: [ports, cranes]\n"),
    "a comment": ("title:", "# checked by TL\ntitle:"),
    "a status": ("\nlang: en\n", "\nlang: en\nstatus: draft # not yet\n"),
    "a key of its own": ("\nlang: en\n", "\nlang: en\nlead: true\n"),
    "another slug": ("slug: harbour-of-valdoro-to-get-a-second-crane", "slug: crane"),
    "another spelling of the authors": ("authors:\n- Ana Ruiz\n", "authors: [Ana Ruiz]\n"),
    "no place for the block of the machine": ("seed:\n  file: ", "seed:\n    # typed\n    file: "),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_seeds_change_and_a_hands_are_merged(name: str, folders: Folders) -> None:
    old, new = EDITS[name]
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    if "typed" in new:
        text = path.read_text("utf-8")
        head, _, tail = text.partition("seed:\n")
        write(
            path,
            head
            + "seed:\n    # typed\n"
            + tail.replace("  file", "    file").replace("  sha", "    sha").replace("  text", "    text"),
        )
    else:
        edit(path, old, new)
    before = story(path)
    seed(folders, "crane.txt", CRANE.replace("1974", "1975").replace("a second crane\n", "a taller crane\n"))
    assert convert(folders) == {"seeds/crane.txt": State.MERGED}
    text, after = read_article(path, "x")
    assert after.title == "Harbour of Valdoro to get a taller crane"
    assert "built in 1975" in after.body
    typed = {*new.split("\n")} - {*old.split("\n")}
    assert {line.strip() for line in typed if "Friday" not in line} <= {line.strip() for line in text.split("\n")} | {
        "seed:",
        "file:",
    }
    assert (after.tags, after.status, after.extra, after.slug, after.id) == (
        before.tags,
        before.status,
        before.extra,
        before.slug,
        before.id,
    )
    assert theirs(folders) == []


def test_line_ends_of_a_hands_editor_stay(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    write(path, path.read_text("utf-8").replace("on Friday", "on Friday evening").replace("\n", "\r\n").encode())
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/crane.txt": State.MERGED}
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"1975" in data
    assert b"on Friday evening" in data


def test_a_change_is_dated_and_told_in_a_line(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    assert (story(path).modified, story(path).history) == (None, ())
    later = CRANE.replace("4 April 2025", "4 April 2025\nUpdated: 5 April 2025").replace(
        "a second crane\n", "a taller crane\n"
    )
    seed(folders, "crane.txt", later.replace("1974", "1975") + "\nThe work will take nine weeks and two ships.\n")
    convert(folders)
    assert str(story(path).modified) == "2025-04-05"
    assert story(path).history == ("2025-04-05: headline, 1 paragraph changed, 1 paragraph added",)
    edit(path, "1 paragraph added", "work added")
    seed(folders, "crane.txt", later.replace("Updated: 5", "Updated: 6"))
    assert convert(folders) == {"seeds/crane.txt": State.MERGED}
    assert [line[:10] for line in story(path).history] == ["2025-04-05", "2025-04-06"]
    assert "work added" in story(path).history[0]


def test_a_change_that_no_reader_sees_is_not_told(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    before = story(only_path(folders))
    seed(folders, "crane.txt", CRANE.replace("\n\n", "\n\n\n"))
    assert convert(folders) == {"seeds/crane.txt": State.CHANGED}
    after = story(only_path(folders))
    assert (after.modified, after.history, after.body) == (before.modified, (), before.body)
