"""A seed and a hand change the same: the hand's text stays, and the other waits beside it until it is deleted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import read_tree, run_briefing, write
from newsroom import CRANE, clash, convert, edit, only_path, seed, story, theirs

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


def clashes(folders: Folders) -> dict[str, str]:
    return {entry.seed: entry.message for entry in convert_seeds(folders) if entry.state is State.CLASH}


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
