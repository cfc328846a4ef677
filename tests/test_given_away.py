"""What is held is not given away by another story, and what was published stays so while its update is held."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.embargo import Clock
from briefing.ledger import convert_seeds
from briefing.shelf import Folders
from conftest import read_tree, run_briefing, write
from newsroom import CRANE, NEXT, STEEL, only_path, seed, story

HELD = f"EMBARGOED UNTIL 10:00 GMT, 9 April 2025\n\n{CRANE}"
BEFORE = {"SOURCE_DATE_EPOCH": "1743900000"}  # 6 April 2025
AFTER = {"SOURCE_DATE_EPOCH": "1744200000"}  # 9 April 2025, noon
SECRET = b"locomotive"
LONGER = "\nThe harbour board has found zinnwaldite under the quay, and will tell on Wednesday what it means to do.\n"


def holders(root: Path, secret: bytes) -> list[str]:
    return [name for name, data in read_tree(root / "output").items() if secret in data]


def build(root: Path, moment: dict[str, str]) -> str:
    result = run_briefing(root, "build", **moment)
    assert result.returncode == 0, result.stderr
    return result.stderr


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")], ids=["held first", "open first"])
def test_a_follow_up_of_a_held_story_is_held_with_it(names: tuple[str, str], small_site: Callable[..., Path]) -> None:
    held, follow_up = names
    root = small_site({f"seeds/{held}": HELD, f"seeds/{follow_up}": NEXT, "seeds/steel.txt": STEEL})
    told = "held until 2025-04-09 10:00 UTC, as content/briefings/harbour-of-valdoro-to-get-a-second-crane.md is"
    assert f"seeds/{follow_up}: " in (said := build(root, BEFORE))
    assert told in said
    assert "2 stories held under embargo" in said
    assert holders(root, SECRET) == []
    assert holders(root, b"Importers of steel") != []
    assert "held" not in build(root, AFTER)
    assert len([name for name in holders(root, SECRET) if name.startswith("briefings/")]) == 2


def test_a_follow_up_of_a_held_story_that_was_written_by_hand_is_held(small_site: Callable[..., Path]) -> None:
    body = CRANE.partition("2025\n\n")[2]
    front = "---\ntitle: The crane\ndate: 2025-04-04\nembargo: 2025-04-09\n---\n\n"
    root = small_site({"content/briefings/a.md": front + body, "seeds/b.txt": NEXT})
    assert "held until 2025-04-09, as content/briefings/a.md is" in build(root, BEFORE)
    assert holders(root, SECRET) == []


def test_what_is_published_stays_so_while_its_update_is_held(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": CRANE})
    build(root, BEFORE)
    site = read_tree(root / "output")
    write(root / "seeds/b.txt", HELD.replace("Harbour", "UPDATE 1-Harbour") + LONGER)
    for _ in range(2):
        told = "stays as it was published; this one is held until 2025-04-09 10:00 UTC"
        assert f"seeds/b.txt: a later version of seeds/a.txt, whose article {told}" in build(root, BEFORE)
        assert read_tree(root / "output") == site
    assert "whose article now holds it\n" in build(root, AFTER)
    assert [name for name in holders(root, b"zinnwaldite") if name.startswith("briefings/")]
    (path,) = (root / "content/briefings").glob("*.md")
    assert ": 1 paragraph added" in path.read_text("utf-8")


def test_what_is_told_by_a_held_story_already_is_said_to_be_held(folders: Folders) -> None:
    seed(folders, "a.txt", HELD.replace("Harbour", "UPDATE 1-Harbour") + LONGER)
    seed(folders, "b.txt", CRANE)
    told = [entry.message for entry in convert_seeds(folders, None, Clock(datetime(2025, 4, 6, tzinfo=UTC)))]
    assert told[1] == "an earlier version of seeds/a.txt: published once; that is held until 2025-04-09 10:00 UTC"
    only_path(folders)


def test_the_words_of_an_update_that_waits_are_held_too(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": CRANE})
    build(root, BEFORE)
    write(root / "seeds/b.txt", HELD.replace("Harbour", "UPDATE 1-Harbour") + LONGER)
    write(root / "seeds/c.txt", CRANE.replace("Harbour", "UPDATE 2-Harbour") + LONGER)
    assert "as seeds/b.txt is, of which it holds a good part" in build(root, BEFORE)
    assert holders(root, b"zinnwaldite") == []


def test_what_is_published_stays_so_while_its_follow_up_is_held(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": CRANE})
    build(root, BEFORE)
    write(root / "seeds/b.txt", f"EMBARGOED UNTIL 10:00 GMT, 9 April 2025\n\n{NEXT}")
    build(root, BEFORE)
    assert (holders(root, SECRET) != [], holders(root, b"barges"), holders(root, b"arrives-by-sea")) == (True, [], [])
    write(root / "seeds/a.txt", CRANE.replace("forty", "fifty"))
    build(root, BEFORE)
    assert holders(root, b"fifty metres") != []
    write(root / "seeds/a.txt", CRANE + NEXT.partition("2025\n\n")[2])
    assert "seeds/a.txt: held until 2025-04-09 10:00 UTC" in build(root, BEFORE)
    assert holders(root, b"barges") == []


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Release date: 9 April 2025, 10:00", "2025-04-09 10:00:00"),
        ("For release: 9 April 2025, 10:00", "2025-04-09 10:00:00"),
        ("Release: Wednesday 9 April 2025, 10:00", "2025-04-09 10:00:00"),
        ("Release date:\n9 April 2025, 10:00", "2025-04-09 10:00:00"),
        ("RELEASE DATE: April 9, 2025, 9:00 a.m. EDT", "2025-04-09 09:00:00-04:00"),
        ("Press release, 9 April 2025", "2025-04-09 00:00:00"),
        ("Date of publication: 9 April 2025", "2025-04-09 00:00:00"),
        ("Release: 8 April 2025, 10:00 IST", "2025-04-09 10:00:00"),
        ("Fecha de publicación: 9 de abril de 2025", "2025-04-09 00:00:00"),
        ("Veröffentlichung: 9. April 2025, 9 Uhr", "2025-04-09 09:00:00"),
        ("Data de divulgação: 9 de abril de 2025", "2025-04-09 00:00:00"),
        ("Diffusion : 9 avril 2025", "2025-04-09 00:00:00"),
        ("Дата публикации: 9 апреля 2025", "2025-04-09 00:00:00"),
        ("تاريخ النشر: 9 أبريل 2025", "2025-04-09 00:00:00"),
        ("发布日期：2025年4月9日", "2025-04-09 00:00:00"),
    ],
)
def test_a_release_that_is_to_come_is_an_order_to_hold(line: str, until: str, folders: Folders) -> None:
    seed(folders, "a.txt", f"{line}\n\n{CRANE.replace('4 April 2025', '')}")
    convert_seeds(folders, None, Clock(datetime(2025, 4, 6, tzinfo=UTC)))
    article = story(only_path(folders))
    assert (str(article.embargo), article.title) == (until, "Harbour of Valdoro to get a second crane")


@pytest.mark.parametrize(
    "line",
    ["Release date: 9 April 2025", "Press release, 9 April 2025", "Released: 9 April 2025", "For immediate release"],
)
def test_a_release_that_is_past_holds_nothing(line: str, folders: Folders) -> None:
    seed(folders, "a.txt", f"{line}\n\n{CRANE.replace('4 April 2025', '')}")
    convert_seeds(folders, None, Clock(datetime(2025, 4, 10, tzinfo=UTC)))
    article = story(only_path(folders))
    assert (article.hold, article.title) == ((None, None), "Harbour of Valdoro to get a second crane")


def test_a_release_holds_a_story_and_is_no_change_once_it_is_past(small_site: Callable[..., Path]) -> None:
    text = f"Release date: 9 April 2025, 10:00\n\n{CRANE.replace('4 April 2025', '')}"
    root = small_site({"seeds/a.txt": text})
    assert "seeds/a.txt: held until 2025-04-09 10:00, when its text is to be released" in build(root, BEFORE)
    assert holders(root, SECRET) == []
    build(root, AFTER)
    assert holders(root, SECRET) != []
    write(root / "seeds/a.txt", text.replace("1974", "1975"))
    assert "held" not in build(root, AFTER)
    assert holders(root, b"1975") != []
