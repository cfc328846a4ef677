"""A story is told again: the same text, a later version, a follow-up, or a text of the same mould."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from briefing.entries import State
from briefing.ledger import convert_seeds
from briefing.marks import unmark
from briefing.shelf import Folders
from conftest import read_tree, run_briefing
from newsroom import CRANE, NEXT, STEEL, convert, edit, only_path, seed, story, theirs


def test_a_duplicate_is_told_once(folders: Folders) -> None:
    seed(folders, "a.txt", CRANE)
    seed(folders, "b.txt", CRANE)
    assert [entry.message for entry in convert_seeds(folders)] == ["", "the same text as seeds/a.txt: published once"]
    assert [entry.message for entry in convert_seeds(folders)] == ["", ""]
    seed(folders, "c.txt", CRANE)
    assert [bool(entry.message) for entry in convert_seeds(folders)] == [False, False, True]


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
