"""Seeds against articles: told by real files, and no hand's work is ever lost."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.article import read_article
from briefing.dates import LANGUAGES
from briefing.entries import Entry, State
from briefing.errors import BriefingError
from briefing.ledger import convert_seeds
from briefing.seed.language import name_language
from briefing.shelf import Folders
from conftest import read_tree, run_briefing, write

SEED = """Harbour of Valdoro to get a second crane
The port of Valdoro, an invented town, will put up a second crane in May.
It will be forty metres high and can lift a locomotive.
The first crane was built in 1974 and stays in use.
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path, tmp_path / "seeds", tmp_path / "content" / "briefings")


def states(report: list[Entry]) -> dict[str, State]:
    return {entry.seed: entry.state for entry in report}


def only_article(folders: Folders) -> Path:
    (path,) = folders.articles.glob("*.md")
    return path


def test_converting_twice_changes_no_byte(folders: Folders) -> None:
    write(folders.seeds / "2025-04-04-crane.txt", SEED)
    assert states(convert_seeds(folders)) == {"seeds/2025-04-04-crane.txt": State.NEW}
    first = read_tree(folders.articles)
    assert states(convert_seeds(folders)) == {"seeds/2025-04-04-crane.txt": State.UNCHANGED}
    assert read_tree(folders.articles) == first


def test_a_changed_seed_renews_an_untouched_article(folders: Folders) -> None:
    seed = folders.seeds / "2025-04-04-crane.txt"
    write(seed, SEED)
    convert_seeds(folders)
    _, before = read_article(only_article(folders), "x")
    write(seed, SEED.replace("forty", "fifty").replace("second crane\n", "third crane\n"))
    assert states(convert_seeds(folders)) == {"seeds/2025-04-04-crane.txt": State.CHANGED}
    _, after = read_article(only_article(folders), "x")
    assert "fifty metres" in after.body
    assert (after.slug, after.id, after.date) == (before.slug, before.id, before.date)


def test_a_date_taken_from_the_file_stays(folders: Folders) -> None:
    """A checkout gives every file a new time; the story keeps the date it was published under."""
    seed = folders.seeds / "crane.txt"
    write(seed, SEED)
    os.utime(seed, (1_743_760_000, 1_743_760_000))
    convert_seeds(folders)
    _, before = read_article(only_article(folders), "x")
    assert (str(before.date), before.date_source) == ("2025-04-04 09:46:40+00:00", "mtime")
    write(seed, SEED.replace("1974", "1975"))
    convert_seeds(folders)
    _, after = read_article(only_article(folders), "x")
    assert (after.date, after.date_source) == (before.date, "mtime")
    assert "1975" in after.body


@pytest.mark.parametrize(
    ("name", "stated", "date", "source"),
    [
        ("2031-04-01-crane.txt", "3 April 2031\n", "2031-04-03", None),
        ("2031-04-01-crane.txt", "", "2031-04-01", "filename"),
        ("crane.txt", "", "2031-04-04 10:00:00+00:00", "embargo"),
    ],
)
def test_an_embargo_dates_a_story_that_has_no_other_date(
    name: str, stated: str, date: str, source: str | None, folders: Folders
) -> None:
    head, _, body = SEED.partition("\n")
    write(folders.seeds / name, f"EMBARGOED UNTIL 10:00 GMT, 4 April 2031\n\n{head}\n{stated}\n{body}")
    convert_seeds(folders)
    _, article = read_article(only_article(folders), "x")
    assert (str(article.date), article.date_source) == (date, source)
    assert str(article.embargo) == "2031-04-04 10:00:00+00:00"
    write(folders.seeds / name, f"EMBARGOED UNTIL 10:00 GMT, 6 April 2031\n\n{head}\n{stated}\n{body}")
    convert_seeds(folders)
    _, article = read_article(only_article(folders), "x")
    assert str(article.date) == (date.replace("04 10", "06 10") if source == "embargo" else date)


def test_two_stories_of_one_title_get_two_addresses(folders: Folders) -> None:
    write(folders.seeds / "a.txt", SEED)
    write(
        folders.seeds / "b.txt",
        SEED.partition("\n")[0] + "\nA firm of Porvela has won the order, worth two million dollars.\n",
    )
    convert_seeds(folders)
    slugs = {read_article(path, "x")[1].slug for path in folders.articles.glob("*.md")}
    assert slugs == {"harbour-of-valdoro-to-get-a-second-crane", "harbour-of-valdoro-to-get-a-second-crane-2"}


def test_one_text_in_two_files_is_published_once(folders: Folders) -> None:
    write(folders.seeds / "a.txt", SEED)
    write(folders.seeds / "b.txt", SEED)
    assert states(convert_seeds(folders)) == {"seeds/a.txt": State.NEW, "seeds/b.txt": State.DUPLICATE}
    assert only_article(folders)


def test_a_vanished_seed_leaves_its_article(folders: Folders) -> None:
    write(folders.seeds / "a.txt", SEED)
    convert_seeds(folders)
    (folders.seeds / "a.txt").unlink()
    assert states(convert_seeds(folders)) == {"seeds/a.txt": State.VANISHED}
    assert only_article(folders)


def test_a_folder_of_seeds_is_a_section(folders: Folders) -> None:
    write(folders.seeds / "Ports" / "a.txt", SEED)
    convert_seeds(folders)
    assert read_article(only_article(folders), "x")[1].category == "Ports"


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06" * 20,
    "story.pages": b"not text",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_seed_is_set_aside_and_the_others_published(name: str, small_site: Callable[..., Path]) -> None:
    root = small_site({f"seeds/{name}": BAD[name], "seeds/2025-04-04-crane.txt": SEED})
    result = run_briefing(root, "build")
    assert result.returncode == 3, result.stderr
    (line,) = [line for line in result.stderr.splitlines() if name in line]
    assert line.endswith("the seed is set aside")
    assert (root / "output/briefings/harbour-of-valdoro-to-get-a-second-crane.html").is_file()
    assert "Traceback" not in result.stderr


def test_a_folder_named_like_a_seed_is_set_aside(folders: Folders) -> None:
    (folders.seeds / "dir.txt").mkdir(parents=True)
    assert states(convert_seeds(folders)) == {"seeds/dir.txt": State.SET_ASIDE}


def test_stories_of_one_mould_are_two_stories(folders: Folders) -> None:
    """Weather for two towns differs in a name and a figure, and is published twice."""
    text = SEED.replace("Harbour of Valdoro to get a second crane", "Weather for {0}: {1} degrees and a light breeze")
    write(folders.seeds / "2025-04-04-parma.txt", text.format("Parma", 14))
    write(folders.seeds / "2025-04-04-lugo.txt", text.format("Lugo", 11))
    assert set(states(convert_seeds(folders)).values()) == {State.NEW}


def test_a_file_name_that_is_no_text_is_set_aside(folders: Folders) -> None:
    write(folders.seeds / "a.txt", SEED)
    (folders.seeds / os.fsdecode(b"bad\xff.txt")).write_text(SEED.replace("crane", "bridge"), "utf-8")
    assert states(convert_seeds(folders)) == {"seeds/a.txt": State.NEW, "seeds/bad\\udcff.txt": State.SET_ASIDE}


def test_what_is_no_file_is_set_aside(folders: Folders) -> None:
    """Whoever reads a pipe waits for ever for what is written into it."""
    write(folders.seeds / "a.txt", SEED)
    os.mkfifo(folders.seeds / "pipe.txt")
    (folders.seeds / "device.txt").symlink_to("/dev/zero")
    (folders.seeds / "gone.txt").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(folders.seeds / "socket.txt"))
        report = convert_seeds(folders)
    assert states(report) == {
        "seeds/a.txt": State.NEW,
        "seeds/device.txt": State.SET_ASIDE,
        "seeds/gone.txt": State.SET_ASIDE,
        "seeds/pipe.txt": State.SET_ASIDE,
        "seeds/socket.txt": State.SET_ASIDE,
    }
    assert [entry.message for entry in report].count("is a pipe, socket or device and no file: move it away") == 3


def test_an_article_that_is_a_pipe_is_named(folders: Folders) -> None:
    folders.articles.mkdir(parents=True)
    os.mkfifo(folders.articles / "a.md")
    with pytest.raises(BriefingError, match=r"content/briefings/a\.md: is a pipe"):
        convert_seeds(folders)


def test_a_link_to_a_folder_is_followed_once(folders: Folders) -> None:
    """A folder goes by its own name, and links that lead round in a circle come to an end."""
    write(folders.seeds / "Ports" / "a.txt", SEED)
    write(folders.root / "elsewhere" / "b.txt", SEED.replace("crane", "bridge"))
    (folders.seeds / "Bridges").symlink_to("../elsewhere")
    (folders.seeds / "Alias").symlink_to("Ports")
    (folders.seeds / "Ports" / "up").symlink_to("..")
    (folders.root / "elsewhere" / "back").symlink_to("../seeds")
    assert states(convert_seeds(folders)) == {"seeds/Bridges/b.txt": State.NEW, "seeds/Ports/a.txt": State.NEW}
    assert {read_article(path, "x")[1].category for path in folders.articles.glob("*.md")} == {"Bridges", "Ports"}


def test_a_file_in_the_place_of_the_seeds_is_named(folders: Folders) -> None:
    write(folders.seeds, SEED)
    with pytest.raises(BriefingError, match=r"^seeds: is no folder"):
        convert_seeds(folders)


def test_missing_seeds_are_told(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": "---\ntitle: A\ndate: 2025-04-04\n---\n\nText.\n"})
    (root / "seeds").rmdir()
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert "there is no folder seeds: make it" in result.stderr


def test_a_seed_in_any_language_that_is_told_makes_an_article_that_is_read() -> None:
    from py3langid import rank

    assert {name_language(code) for code, _ in rank("hello")} <= LANGUAGES


def test_a_seed_of_no_language_is_published(folders: Folders) -> None:
    words = " ".join(f"{one}{two}pq{one}" for one in "bcdfghjkl" for two in "xzwv")
    write(folders.seeds / "a.txt", f"Qxz pqw\n\n{words}.\n\n{words[::-1]}.\n")
    assert states(convert_seeds(folders)) == {"seeds/a.txt": State.NEW}
    assert read_article(only_article(folders), "x")[1].lang in LANGUAGES
