"""What becomes of an article when its seed changes, moves, vanishes or is told again: real files, each with a clash."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from briefing.article import Article, read_article
from briefing.errors import BriefingError
from briefing.ledger import State, convert_seeds
from briefing.marks import unmark
from briefing.shelf import Folders
from conftest import read_tree, run_briefing, write

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


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path, tmp_path / "seeds", tmp_path / "content/briefings", tmp_path / ".cache")


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


# A seed changes under a hand's edits


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


CLASHES: dict[str, tuple[str, str]] = {
    "body": ("built in 1974", "built in 1973"),
    "title": ("title: Harbour of Valdoro to get a second crane", "title: A second crane"),
    "broken front matter": ("title: ", "title: 'unclosed "),
}


@pytest.mark.parametrize("name", ["body", "title"])
def test_a_clash_keeps_the_hands_text_and_puts_the_other_beside_it(name: str, folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, *CLASHES[name])
    before = story(path)
    seed(folders, "crane.txt", CRANE.replace("1974", "1975").replace("a second crane\n", "a taller crane\n"))
    report = convert_seeds(folders)
    assert [entry.state for entry in report] == [State.CLASH]
    (beside,) = theirs(folders)
    assert f"content/briefings/{beside.name}" in report[0].message
    assert beside.name == f"{path.stem}.theirs.md"
    assert (story(path).title, story(path).body) == (before.title, before.body)
    assert "built in 1975" in story(beside).body
    assert convert(folders) == {"seeds/crane.txt": State.CLASH}
    beside.unlink()
    assert convert(folders) == {"seeds/crane.txt": State.EDITED}
    assert theirs(folders) == []
    assert (story(path).title, story(path).body) == (before.title, before.body)
    seed(
        folders,
        "crane.txt",
        CRANE.replace("1974", "1975").replace("a second crane\n", "a taller crane\n").replace("forty", "fifty"),
    )
    assert convert(folders) == {"seeds/crane.txt": State.MERGED}
    assert "fifty metres" in story(path).body
    assert story(path).title == before.title


def test_a_version_beside_that_a_hand_has_touched_stays_too(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    convert(folders)
    (beside,) = theirs(folders)
    edit(beside, "1975", "1975, as a hand remembers")
    typed = beside.read_text("utf-8")
    seed(folders, "crane.txt", CRANE.replace("1974", "1976"))
    assert convert(folders) == {"seeds/crane.txt": State.CLASH}
    assert beside.read_text("utf-8") == typed
    assert [path.name.count(".2.") for path in theirs(folders)] == [1, 0]


def test_taking_the_version_beside_ends_the_clash(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    convert(folders)
    theirs(folders)[0].rename(path)
    assert convert(folders) == {"seeds/crane.txt": State.UNCHANGED}


def test_a_version_beside_is_no_story_of_the_site(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/crane.txt": CRANE})
    assert run_briefing(root, "build").returncode == 0
    (path,) = (root / "content/briefings").glob("*.md")
    edit(path, "1974", "1973")
    write(root / "seeds/crane.txt", CRANE.replace("1974", "1975"))
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert f"take what you want from content/briefings/{path.stem}.theirs.md" in result.stderr
    assert "1 story, " in result.stdout
    assert not any(b"1975" in data or "theirs" in name for name, data in read_tree(root / "output").items())


def test_what_an_editor_keeps_beside_an_article_is_no_story(small_site: Callable[..., Path]) -> None:
    """Emacs leaves a link to nowhere there while it is at work, a Mac what is no text, vim the text itself."""
    root = small_site({"seeds/a.txt": CRANE, "content/briefings/._a.md": b"\0\xff"})
    write(root / "content/briefings/.b.md", "---\ntitle: Not yet\ndate: 2025-04-01\n---\n\nText.\n")
    (root / "content/briefings/.#a.md").symlink_to("ana@desk.4711")
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert "1 story, " in result.stdout


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


def test_a_broken_article_is_named_and_left_alone(folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, *CLASHES["broken front matter"])
    text = path.read_text("utf-8")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    (entry,) = convert_seeds(folders)
    assert entry.state is State.SET_ASIDE
    assert entry.message.startswith(f"content/briefings/{path.name}:")
    assert path.read_text("utf-8") == text


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


def clashes(folders: Folders) -> dict[str, str]:
    return {entry.seed: entry.message for entry in convert_seeds(folders) if entry.state is State.CLASH}


def clash(folders: Folders) -> Path:
    """Let a seed and a hand change the same line; returns the article."""
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    convert(folders)
    return path


def test_a_clash_is_told_after_its_article_was_renamed(folders: Folders) -> None:
    path = clash(folders)
    (folders.articles / "moved").mkdir()
    path.rename(folders.articles / "moved" / "crane.md")
    (told,) = clashes(folders).values()
    assert f"content/briefings/{path.stem}.theirs.md" in told


def test_all_versions_that_wait_are_named(folders: Folders) -> None:
    path = clash(folders)
    edit(theirs(folders)[0], "1975", "1975, as a hand remembers")
    seed(folders, "crane.txt", CRANE.replace("1974", "1976"))
    for _ in range(2):
        (told,) = clashes(folders).values()
        assert f"{path.stem}.theirs.md and content/briefings/{path.stem}.2.theirs.md, then delete those files" in told


def test_a_version_that_waits_is_told_when_its_seed_is_gone(folders: Folders) -> None:
    path = clash(folders)
    (folders.seeds / "crane.txt").unlink()
    assert [*clashes(folders)] == [f"content/briefings/{path.name}"]


def test_a_version_that_waits_for_no_article_is_told_and_kept(folders: Folders) -> None:
    path = clash(folders)
    (folders.seeds / "crane.txt").unlink()
    path.unlink()
    (beside,) = theirs(folders)
    assert clashes(folders) == {
        f"content/briefings/{beside.name}": "its article is gone: take what you want from it, then delete it"
    }
    assert beside.is_file()


def test_all_broken_articles_are_named_in_one_run(small_site: Callable[..., Path]) -> None:
    front = "---\ntitle: %s\ndate: 2025-04-04\n---\n\nText.\n"
    root = small_site({"seeds/crane.txt": CRANE, "content/briefings/good.md": front % "Good"})
    assert run_briefing(root, "build").returncode == 0
    edit(next((root / "content/briefings").glob("harbour*.md")), "title: ", "title: 'unclosed ")
    write(root / "content/briefings/b.md", front % "'unclosed")
    write(root / "content/briefings/c.md", front % "'unclosed")
    for command in ("seeds", "build"):
        result = run_briefing(root, command)
        assert result.returncode == 1
        named = {line.split(":")[0] for line in result.stderr.splitlines()}
        assert {f"error content/briefings/{name}.md" for name in ("b", "c")} < named
        assert any(name.startswith("error content/briefings/harbour") for name in named)


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


def test_a_duplicate_is_told_once(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", CRANE)
    assert [entry.message for entry in convert_seeds(folders)] == ["", "the same text as seeds/a.txt: published once"]
    assert [entry.message for entry in convert_seeds(folders)] == ["", ""]
    seed(folders, "c.txt", CRANE)
    assert [bool(entry.message) for entry in convert_seeds(folders)] == [False, False, True]


# A seed moves


def test_a_renamed_seed_keeps_its_article(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    before = story(only_path(folders))
    (folders.seeds / "a.txt").rename(folders.seeds / "b.txt")
    assert convert(folders) == {"seeds/b.txt": State.RENAMED}
    after = story(only_path(folders))
    assert (after.slug, after.id, after.body) == (before.slug, before.id, before.body)
    assert after.seed
    assert after.seed["file"] == "seeds/b.txt"
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/b.txt": State.CHANGED}


def test_a_renamed_seed_of_an_edited_article_still_merges(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "on Friday", "on Friday evening")
    (folders.seeds / "a.txt").rename(folders.seeds / "b.txt")
    assert convert(folders) == {"seeds/b.txt": State.RENAMED}
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/b.txt": State.MERGED}
    assert "on Friday evening" in story(only_path(folders)).body


def test_a_seed_renamed_and_changed_against_a_hand_is_a_clash(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    (folders.seeds / "a.txt").unlink()
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/b.txt": State.CLASH}
    assert "1973" in story(only_path(folders)).body
    assert "1975" in story(theirs(folders)[0]).body


def test_a_seed_that_is_moved_changes_its_section(folders: Folders) -> None:
    seed(folders, "Ports/a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "on Friday", "on Friday evening")
    (folders.seeds / "Docks").mkdir()
    (folders.seeds / "Ports/a.txt").rename(folders.seeds / "Docks/a.txt")
    assert convert(folders) == {"seeds/Docks/a.txt": State.RENAMED}
    after = story(only_path(folders))
    assert after.category == "Docks"
    assert "on Friday evening" in after.body


def test_two_seeds_that_change_names_keep_their_articles(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", STEEL)
    convert(folders)
    seed(folders, "a.txt", STEEL)
    seed(folders, "b.txt", CRANE)
    assert convert(folders) == {"seeds/a.txt": State.RENAMED, "seeds/b.txt": State.RENAMED}
    assert {(article.seed or {})["file"]: article.title for article in map(story, folders.articles.glob("*.md"))} == {
        "seeds/a.txt": "United States starts charging duty on steel",
        "seeds/b.txt": "Harbour of Valdoro to get a second crane",
    }


def test_a_seed_moved_over_another_leaves_that_ones_article(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", STEEL)
    convert(folders)
    before = {story(path).slug: story(path).id for path in folders.articles.glob("*.md")}
    (folders.seeds / "a.txt").replace(folders.seeds / "b.txt")
    assert {State.RENAMED, State.VANISHED} == {*convert(folders).values()}
    seed(folders, "c.txt", STEEL)
    assert convert(folders) == {"seeds/b.txt": State.UNCHANGED, "seeds/c.txt": State.RENAMED}
    assert {story(path).slug: story(path).id for path in folders.articles.glob("*.md")} == before


# A seed vanishes


def test_a_vanished_seed_leaves_its_article_and_comes_back(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    (folders.seeds / "a.txt").unlink()
    assert convert(folders) == {"seeds/a.txt": State.VANISHED}
    seed(folders, "a.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.CLASH}
    assert "1973" in story(only_path(folders)).body


# A story is told again


def test_one_text_in_two_files_is_published_once(folders: Folders) -> None:
    seed(folders, "b.txt", CRANE)
    assert convert(folders) == {"seeds/b.txt": State.NEW}
    seed(folders, "a.txt", CRANE)
    assert convert(folders) == {"seeds/a.txt": State.DUPLICATE, "seeds/b.txt": State.UNCHANGED}
    only_path(folders)


def test_nearly_the_same_text_is_a_later_version(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    before = story(only_path(folders))
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.UNCHANGED, "seeds/b.txt": State.CHANGED}
    after = story(only_path(folders))
    assert "1975" in after.body
    assert (after.slug, after.id, after.date) == (before.slug, before.id, before.date)
    assert convert(folders) == {"seeds/a.txt": State.DUPLICATE, "seeds/b.txt": State.UNCHANGED}
    seed(folders, "b.txt", CRANE.replace("1974", "1976"))
    assert convert(folders) == {"seeds/a.txt": State.DUPLICATE, "seeds/b.txt": State.CHANGED}


def test_a_later_version_clashes_with_a_hand(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.EDITED, "seeds/b.txt": State.CLASH}
    assert "1973" in story(only_path(folders)).body
    assert "1975" in story(theirs(folders)[0]).body


def test_an_earlier_version_that_comes_late_is_not_published(folders: Folders) -> None:
    seed(folders, "a.txt", f"UPDATE 1-{CRANE}")
    convert(folders)
    before = read_tree(folders.articles)
    body = story(only_path(folders)).body
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.UNCHANGED, "seeds/b.txt": State.DUPLICATE}
    assert before.keys() == read_tree(folders.articles).keys()
    assert story(only_path(folders)).body == body


LONGER = (
    CRANE
    + "\n"
    + "\n\n".join(
        f"The {word} quay will be shut from May until the {word} tide of June."
        for word in ("north", "south", "west", "salt", "long", "grain", "old fish", "timber")
    )
)


def test_an_update_may_hold_more_than_what_it_updates(folders: Folders) -> None:
    seed(folders, "2025-04-04-a.txt", CRANE)
    seed(folders, "2025-04-04-b.txt", f"UPDATE 1-{LONGER}")
    assert convert(folders) == {"seeds/2025-04-04-a.txt": State.NEW, "seeds/2025-04-04-b.txt": State.CHANGED}
    only_path(folders)


NEXT = """Second crane of Valdoro arrives by sea
5 April 2025

The second crane of the port of Valdoro came into the bay on Saturday on two barges, a month before its time.

It will be forty metres high and can lift a locomotive from the deck of a ship without any help from the shore.

The first crane was built in 1974 and stays in use, for the small boats that bring fish and salt to the old quay.

Some hundred people watched from the sea wall, and the school band played until it rained.
"""


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_follow_up_is_linked_to_what_it_carries_on(names: tuple[str, str], folders: Folders) -> None:
    first, second = names
    seed(folders, first, CRANE)
    seed(folders, second, NEXT)
    assert convert(folders) == {f"seeds/{first}": State.NEW, f"seeds/{second}": State.NEW}
    stories = {article.title: article for article in map(story, folders.articles.glob("*.md"))}
    crane = stories["Harbour of Valdoro to get a second crane"]
    assert stories["Second crane of Valdoro arrives by sea"].follows == crane.slug
    assert crane.follows is None


def test_a_follow_up_and_its_story_link_to_each_other(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": CRANE, "seeds/b.txt": NEXT, "seeds/c.txt": STEEL})
    assert run_briefing(root, "build").returncode == 0
    first, second = "harbour-of-valdoro-to-get-a-second-crane", "second-crane-of-valdoro-arrives-by-sea"
    for one, other, reason in ((first, second, "later in this story"), (second, first, "earlier in this story")):
        page = BeautifulSoup((root / f"output/briefings/{one}.html").read_text("utf-8"), "html.parser")
        item = page.select_one(".related li")
        assert item
        assert reason in item.text
        assert [link["href"] for link in item.select("a")] == [f"../briefings/{other}.html"]


def test_a_link_meant_for_an_edited_article_is_merged_or_clashes_with_nothing(folders: Folders) -> None:
    seed(folders, "b.txt", NEXT)
    convert(folders)
    path = only_path(folders)
    edit(path, "\nlang: en\n", "\nlang: en\nfollows: a-story-of-my-own\n")
    seed(folders, "c.txt", CRANE)
    assert convert(folders) == {"seeds/b.txt": State.EDITED, "seeds/c.txt": State.NEW}
    assert story(path).follows == "a-story-of-my-own"
    assert theirs(folders) == []


MOULD = """{title}
{day} April 2025

{lead}

The figures come from the office of statistics of the province, which has gathered them in the same way since 1990.

They are given for the whole of the month, without what was bought on credit, and are not adjusted for the season.

Readers who want all of the tables can ask for them at the office of statistics, on working days from nine to noon.
"""
SIBLINGS = {
    "weather": (
        ("Weather for Parma: 14 degrees and a light breeze", "In Parma it was 14 degrees at noon and dry."),
        ("Weather for Lugo: 11 degrees and a light breeze", "In Lugo it was 11 degrees at noon and wet."),
    ),
    "results": (
        ("Quillay profit rises 12 percent in third quarter", "Talleres Quillay earned more in the third quarter."),
        ("Marchetti profit falls 3 percent in third quarter", "Marchetti earned less in the third quarter."),
    ),
    "matches": (
        ("VALDORO BEAT PORVELA 3-1", "Valdoro have beaten Porvela, and lead the table."),
        ("SARENNE BEAT OSTROV 2-0", "Sarenne have beaten Ostrov, and stay in the league."),
    ),
    "another language": (
        ("Wetter in Lindau: 14 Grad und trocken", "Am See in Lindau waren es um zwölf Uhr 14 Grad."),
        ("Wetter in Belmar: 11 Grad und nass", "Im Hafen von Belmar waren es um zwölf Uhr 11 Grad."),
    ),
}
FOLLOW_UPS = {
    "a figure": (
        ("Storm in Valdoro leaves three without a home", "The storm has left three people of Valdoro without a home."),
        ("Storm in Valdoro leaves twelve without a home", "By noon twelve people of Valdoro had lost their home."),
    ),
    "a new name": (
        ("Valdoro to count its shops anew", "Valdoro will count all of its shops in May, the mayor said."),
        ("Ruiz to lead the count of shops in Valdoro", "Ana Ruiz will lead the count that Valdoro begins in May."),
    ),
    "a name left out of the headline": (
        ("Quillay wins order for the count of Valdoro", "Talleres Quillay will count the shops of Valdoro."),
        ("Marchetti goes to court over the count", "Marchetti, which lost to Quillay in Valdoro, goes to court."),
    ),
}


def pair_of(folders: Folders, pair: tuple[tuple[str, str], tuple[str, str]]) -> list[str | None]:
    for name, day, (title, lead) in zip("ab", (4, 5), pair, strict=True):
        seed(folders, f"{name}.txt", MOULD.format(title=title, day=day, lead=lead))
    assert set(convert(folders).values()) == {State.NEW}
    return sorted((story(path).follows for path in folders.articles.glob("*.md")), key=str)


@pytest.mark.parametrize("name", SIBLINGS)
def test_stories_of_one_mould_do_not_follow_each_other(name: str, folders: Folders) -> None:
    assert pair_of(folders, SIBLINGS[name]) == [None, None]


@pytest.mark.parametrize("name", FOLLOW_UPS)
def test_a_follow_up_in_the_same_words_is_linked(name: str, folders: Folders) -> None:
    assert [bool(follows) for follows in pair_of(folders, FOLLOW_UPS[name])] == [False, True]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("CORRECTED-{title}\n(Corrects year in third paragraph)", ""),
        ("{title}\n(Corrects year in third paragraph)", ""),
        ("CORRECTION\n{title}", ""),
        ("CORRECTION: {title}", ""),
        ("{title}", "Correction: An earlier version of this story gave a wrong year for the first crane."),
        ("UPDATE 1-{title}", ""),
    ],
)
def test_a_correction_of_the_next_day_is_published_once(head: str, foot: str, folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    title, _, rest = CRANE.partition("\n")
    text = f"{head.format(title=title)}\n{rest}\n{foot}\n".replace("4 April", "5 April").replace("1974", "1975")
    seed(folders, "b.txt", text)
    assert convert(folders)["seeds/b.txt"] is State.CHANGED
    article = story(only_path(folders))
    assert (article.title, "1975" in article.body) == (title, True)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("UPDATE 3-Harbour gets a crane", "Harbour gets a crane"),
        ("UPDATE 2 Harbour gets a crane", "Harbour gets a crane"),
        ("Harbour gets a crane (2nd lead)", "Harbour gets a crane"),
        ("Harbour gets a crane (Update 1)", "Harbour gets a crane"),
        ("Harbour-Crane, 1st ld-writethru", "Harbour-Crane"),
        ("CORRECTED-Harbour gets a crane", "Harbour gets a crane"),
        ("Update 5 million users want", "Update 5 million users want"),
        ("Valdoro takes 2nd lead", "Valdoro takes 2nd lead"),
        ("Correction officers want a crane", "Correction officers want a crane"),
    ],
)
def test_the_mark_of_a_wire_is_no_part_of_the_headline(headline: str, title: str) -> None:
    assert unmark(headline) == title


def test_the_mark_of_a_wire_is_on_no_page(folders: Folders) -> None:
    seed(folders, "a.txt", f"UPDATE 3-{CRANE}")
    convert(folders)
    article = story(only_path(folders))
    assert (article.title, article.slug) == (
        "Harbour of Valdoro to get a second crane",
        "harbour-of-valdoro-to-get-a-second-crane",
    )


def test_yesterdays_report_is_not_todays(folders: Folders) -> None:
    """A daily report differs from the last one in its figures alone, and is published."""
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", CRANE.replace("4 April", "5 April").replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.NEW, "seeds/b.txt": State.NEW}


def test_stories_that_share_little_have_no_link(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", STEEL)
    convert(folders)
    assert all(story(path).follows is None for path in folders.articles.glob("*.md"))


def test_the_same_text_as_a_seed_set_aside_is_set_aside(folders: Folders) -> None:
    seed(folders, "a.txt", " \n")
    seed(folders, "b.txt", " \n")
    assert convert(folders) == {"seeds/a.txt": State.SET_ASIDE, "seeds/b.txt": State.SET_ASIDE}


def test_an_article_that_a_hand_has_cut_from_its_seed_is_not_doubled(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    head, _, tail = path.read_text("utf-8").partition("seed:\n")
    write(path, head + "---" + tail.partition("---")[2])
    assert convert(folders) == {"seeds/a.txt": State.DUPLICATE}
    only_path(folders)


def test_a_text_that_comes_back_after_its_file_told_another_has_a_name_of_its_own(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    seed(folders, "a.txt", STEEL)
    convert(folders)
    seed(folders, "b.txt", CRANE)
    assert convert(folders) == {"seeds/a.txt": State.UNCHANGED, "seeds/b.txt": State.RENAMED}
    assert len({story(path).id for path in folders.articles.glob("*.md")}) == 2


def test_a_file_that_tells_another_story_leaves_the_former_article(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "1974", "1973")
    before = story(path)
    seed(folders, "a.txt", STEEL)
    report = convert_seeds(folders)
    assert {(entry.seed[:11], entry.state) for entry in report} == {
        ("seeds/a.txt", State.NEW),
        ("seeds/a.txt", State.VANISHED),
    }
    assert (
        report[0].message
        == f"tells another story now: content/briefings/{path.name}, made from its former text, is kept"
    )
    assert replace(story(path), seed=None) == replace(before, seed=None)
    seed(folders, "a.txt", STEEL.replace("a quarter", "a fifth"))
    assert convert(folders)["seeds/a.txt"] is State.CHANGED
    assert replace(story(path), seed=None) == replace(before, seed=None)
    assert len([*folders.articles.glob("*.md")]) == 2


SHIPS = """Ferry to the islands sails again
By Tom Lee
5 April 2025

Two ferries of Valdoro, an invented town, sail again since Saturday, with room for lorries, the harbour board said.

Their engines were mended in a yard up the coast, which had waited three weeks for a shaft from abroad.

Whoever has bought a ticket for March may use it until summer, but not on the morning boat, which is full on most days.

The islands had lived on what fishermen brought over, and schools there were shut for want of coal.
"""


@pytest.mark.parametrize("name", ["0.txt", "c.txt"])
def test_a_text_that_moves_and_changes_while_its_file_tells_another_story_keeps_its_article(
    name: str, folders: Folders
) -> None:
    """The two stories share the set phrases of their newsroom."""
    seed(folders, "b.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    seed(folders, name, CRANE.replace("1974", "1975"))
    seed(folders, "b.txt", SHIPS)
    assert convert(folders) == {f"seeds/{name}": State.RENAMED, "seeds/b.txt": State.NEW}
    assert "1975" in story(path).body
    assert len([*folders.articles.glob("*.md")]) == 2


def test_two_seeds_that_change_names_and_one_its_text_keep_their_articles(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", STEEL)
    convert(folders)
    seed(folders, "a.txt", STEEL)
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.RENAMED, "seeds/b.txt": State.RENAMED}
    assert len([*folders.articles.glob("*.md")]) == 2


@pytest.mark.parametrize(
    "text",
    [CRANE.replace("a second crane\n", "its second crane at last\n").partition("\n\n")[0] + "\n\nMore follows.\n",
     STEEL.replace("United States starts charging duty on steel", "Harbour of Valdoro to get a second crane")],
    ids=["cut to a stub", "the same headline"],
)  # fmt: skip
def test_a_story_told_anew_under_its_headline_is_the_same_story(text: str, folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    seed(folders, "a.txt", text)
    assert convert(folders) == {"seeds/a.txt": State.CHANGED}


def test_a_copy_of_an_article_is_a_hands_own(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    copy = path.with_name("a-copy.md")
    write(copy, path.read_text("utf-8").replace("slug: harbour", "slug: copied-harbour"))
    text = copy.read_text("utf-8")
    seed(folders, "a.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.CHANGED}
    assert copy.read_text("utf-8") == text
    assert "1975" in story(path).body


# An embargo arrives

MOMENT = "2091-04-05 10:00:00+00:00"
HELD = f"EMBARGOED UNTIL 10:00 GMT, 5 April 2091\n\n{CRANE}"


@pytest.mark.parametrize("base", ["kept", "lost"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("built in 1974", "built in 1973"),
        ("title: Harbour of Valdoro to get a second crane", "title: A second crane"),
        ("title: Harbour of Valdoro to get a second crane", '"title": A second crane'),
        ("\nlang: en\n", "\nlang: en\nstatus: draft # not yet\n"),
    ],
    ids=["body", "title", "quoted key", "status"],
)
def test_an_embargo_that_arrives_holds_through_a_clash(old: str, new: str, base: str, folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, old, new)
    if base == "lost":
        shutil.rmtree(folders.ledger)
    seed(folders, "crane.txt", HELD.replace("1974", "1975").replace("a second crane\n", "a taller crane\n"))
    (entry,) = convert_seeds(folders)
    assert entry.state is State.CLASH
    assert str(story(path).embargo) == MOMENT
    if "draft" in new:
        assert story(path).status == "draft"
        assert "\nstatus: draft # not yet\n" in path.read_text("utf-8")
    else:
        assert entry.message.endswith(f"; held until {MOMENT} at once")
    assert convert(folders) == {"seeds/crane.txt": State.CLASH}
    theirs(folders)[0].unlink()
    seed(folders, "crane.txt", HELD.replace("1974", "1975").replace("5 April", "6 April"))
    convert(folders)
    assert str(story(path).embargo) == MOMENT.replace("05", "06", 1)


def test_the_moment_that_a_hand_has_set_stays_and_is_told(folders: Folders) -> None:
    seed(folders, "crane.txt", HELD)
    convert(folders)
    path = only_path(folders)
    edit(path, "embargo: 2091-04-05", "embargo: 2090-04-05")
    seed(folders, "crane.txt", HELD.replace("5 April 2091", "6 April 2091"))
    (entry,) = convert_seeds(folders)
    assert str(story(path).embargo) == MOMENT.replace("2091", "2090")
    assert f"; held until {story(path).embargo}, not held until 2091-04-06" in entry.message


def test_a_dropped_embargo_waits_with_the_clash(folders: Folders) -> None:
    seed(folders, "crane.txt", HELD)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    (entry,) = convert_seeds(folders)
    assert str(story(only_path(folders)).embargo) == MOMENT
    assert entry.message.endswith(f"; still held until {MOMENT}, though this text says not held")


@pytest.mark.parametrize("texts", [(HELD, CRANE), (CRANE, HELD)], ids=["held first", "open first"])
@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")], ids=["in order", "late"])
def test_one_text_once_with_an_embargo_is_one_story_and_held(
    names: tuple[str, str], texts: tuple[str, str], folders: Folders
) -> None:
    seed(folders, names[0], texts[0])
    convert(folders)
    seed(folders, names[1], texts[1])
    report = convert_seeds(folders)
    article = story(only_path(folders))
    assert str(article.embargo) == MOMENT
    assert str(article.date) == "2025-04-04"
    assert texts[1] != HELD or any(f"held until {MOMENT}" in entry.message for entry in report)
    convert(folders)
    for name, text in zip(names, texts, strict=True):
        seed(folders, name, text.replace("1974", "1975") if text == CRANE else text)
    convert(folders)
    assert str(story(only_path(folders)).embargo) == MOMENT
