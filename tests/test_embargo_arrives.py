"""An embargo arrives in a seed, or in one of two texts of a story: it holds through a hand's edits."""

import shutil

import pytest

from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from newsroom import CRANE, convert, edit, only_path, seed, story, theirs

MOMENT = "2091-04-05 10:00:00+00:00"
TOLD = "2091-04-05 10:00 UTC"


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
        assert entry.message.endswith(f"; from now on held until {TOLD}")
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
    asked = "this text asks to be held until 2091-04-06 10:00 UTC, but a hand has changed `status` or `embargo`"
    assert entry.message.endswith(f"; {asked}, so it is held until 2090-04-05 10:00 UTC")


@pytest.mark.parametrize("status", ["draft", "hidden", "published"])
def test_an_order_without_a_moment_holds_a_draft_and_keeps_what_was_typed(status: str, folders: Folders) -> None:
    seed(folders, "crane.txt", CRANE)
    convert(folders)
    path = only_path(folders)
    edit(path, "\nlang: en\n", f"\nlang: en\nstatus: {status}\n")
    seed(folders, "crane.txt", f"EMBARGOED\n\n{CRANE}")
    (entry,) = convert_seeds(folders)
    assert entry.message.endswith("; from now on held until a moment is set")
    assert story(path).status == "embargoed"
    assert f"\n# status: {status}\n" in path.read_text("utf-8")
    edit(path, "status: embargoed", "status: published")
    theirs(folders)[0].unlink()
    seed(folders, "crane.txt", f"EMBARGOED\n\n{CRANE.replace('1974', '1975')}")
    convert_seeds(folders)
    assert story(path).status == "published"


def test_a_dropped_embargo_waits_with_the_clash(folders: Folders) -> None:
    seed(folders, "crane.txt", HELD)
    convert(folders)
    edit(only_path(folders), "1974", "1973")
    seed(folders, "crane.txt", CRANE.replace("1974", "1975"))
    (entry,) = convert_seeds(folders)
    assert str(story(only_path(folders)).embargo) == MOMENT
    keys = f"delete `embargo:` and `status: embargoed` in content/briefings/{only_path(folders).name}"
    told = f"; still held until {TOLD}, though this text does not ask for it: to publish it, {keys}"
    assert entry.message.endswith(told)


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
    assert texts[1] != HELD or any(f"held until {TOLD}" in entry.message for entry in report)
    convert(folders)
    for name, text in zip(names, texts, strict=True):
        seed(folders, name, text.replace("1974", "1975") if text == CRANE else text)
    convert(folders)
    assert str(story(only_path(folders)).embargo) == MOMENT
