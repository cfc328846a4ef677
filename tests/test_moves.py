"""A seed is renamed, moved, swapped or gone, or its file tells another story: each article stays with its story."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import run_briefing, write
from newsroom import CRANE, STEEL, convert, edit, only_path, seed, story, theirs


def test_what_an_editor_keeps_beside_an_article_is_no_story(small_site: Callable[..., Path]) -> None:
    """Emacs leaves a link to nowhere there while it is at work, a Mac what is no text, vim the text itself."""
    root = small_site({"seeds/a.txt": CRANE, "content/briefings/._a.md": b"\0\xff"})
    write(root / "content/briefings/.b.md", "---\ntitle: Not yet\ndate: 2025-04-01\n---\n\nText.\n")
    (root / "content/briefings/.#a.md").symlink_to("ana@desk.4711")
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert "1 story, " in result.stdout


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


def test_a_vanished_seed_leaves_its_article_and_comes_back(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    (folders.seeds / "a.txt").unlink()
    assert convert(folders) == {"seeds/a.txt": State.VANISHED}
    seed(folders, "a.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.CLASH}
    assert "1973" in story(only_path(folders)).body


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


def test_two_seeds_that_change_names_and_both_their_texts_keep_their_articles(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", STEEL)
    convert(folders)
    seed(folders, "a.txt", STEEL.replace("a quarter", "a fifth"))
    seed(folders, "b.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.RENAMED, "seeds/b.txt": State.RENAMED}
    bodies = {article.title: article.body for article in map(story, folders.articles.glob("*.md"))}
    assert "a fifth" in bodies["United States starts charging duty on steel"]
    assert "1975" in bodies["Harbour of Valdoro to get a second crane"]


def test_an_article_that_is_a_link_is_written_where_it_lies(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    convert(folders)
    path, elsewhere = only_path(folders), folders.root / "desk" / "crane.md"
    elsewhere.parent.mkdir()
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    edit(elsewhere, "on Friday", "on Friday evening")
    seed(folders, "a.txt", CRANE.replace("1974", "1975"))
    assert convert(folders) == {"seeds/a.txt": State.MERGED}
    assert path.is_symlink()
    assert "1975" in story(elsewhere).body
    assert "on Friday evening" in story(elsewhere).body
