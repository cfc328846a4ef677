"""A story in brief is up to three of its own sentences, word for word, and each leads to its paragraph."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from briefing.brief import Point, choose_points, find_points
from briefing.check import check_site
from briefing.markup import to_html
from briefing.paragraphs import Paragraph, list_paragraphs, name_paragraphs, paragraph_name
from briefing.sentences import split_sentences
from conftest import run_briefing, write
from test_pages import pages_of

LINES = [
    "The port of Valdoro, an invented town, lies on a bay that the north wind reaches in winter.",
    "Ships at the quay run their engines all night, and the smoke drifts over the old town.",
    "The harbour board has bought two cables that will feed ships with power from the land.",
    "A frequency converter stands behind the customs house and hums at fifty hertz.",
    "Work on the second berth begins in June and should be done before the autumn storms.",
    "Captains will pay for the power at the price that the port pays, and a fee for the cable.",
    "The car terminal comes first, since its ships stay for the longest time at the quay.",
    "Fishing boats need no cables, and the board has put up plain sockets along their pier.",
]
BODY = "\n\n".join(LINES)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]),
        ("Mr. Ruiz met Gen. Lee. They spoke.", ["Mr. Ruiz met Gen. Lee.", "They spoke."]),
        ("The U.S. Navy and J. Smith came. It rained.", ["The U.S. Navy and J. Smith came.", "It rained."]),
        ("It cost 3.5 million. Then 4.2.", ["It cost 3.5 million.", "Then 4.2."]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("See list_v2.csv. Depths follow.", ["See list_v2.csv.", "Depths follow."]),
        ("The price (approx. five) rose. End", ["The price (approx. five) rose.", "End"]),
        ("В 1960 г. Москва росла. Потом нет.", ["В 1960 г. Москва росла.", "Потом нет."]),
        ("港口很大。船很多！好", ["港口很大。", "船很多！", "好"]),
        ("هل وصل؟ نعم وصل. انتهى", ["هل وصل؟", "نعم وصل.", "انتهى"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [*split_sentences(text)] == sentences


@given(st.text("Aa .!?“”…。\n12", max_size=60))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3).map(" ".join), max_size=12))
def test_each_point_is_a_sentence_of_its_paragraph(texts: list[str]) -> None:
    paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, 1)]
    points = find_points(paragraphs, "en", "The port of Valdoro")
    assert len(points) in (0, 3)
    for point in points:
        assert point.paragraph not in (None, 1)
        assert point.text in split_sentences(texts[(point.paragraph or 0) - 1])
    places = [point.paragraph or 0 for point in points]
    assert places == sorted(places)


def test_only_what_stands_by_itself_is_chosen() -> None:
    leaning = "It was the largest crane that anybody had ever seen on that long and windy quay."
    question = "Could the harbour board of Valdoro have bought the cables in an earlier year?"
    speech = "The port will “never again” burn oil at night, the harbour board of Valdoro said."
    body = "\n\n".join(
        (*LINES, leaning, question, speech, f"> {LINES[1]} Quoted by the board.", f"- {LINES[2]} In a list.")
    )
    told = {point.text for point in find_points(list_paragraphs(to_html(body)), "en")}
    assert told < {*LINES[1:]}
    without = "\n\n".join((LINES[0], *[leaning, question, speech] * 5))
    assert find_points(list_paragraphs(to_html(without)), "en") == ()


def test_what_the_deck_says_is_not_said_again() -> None:
    paragraphs = list_paragraphs(to_html(BODY))
    (first, *_) = find_points(paragraphs, "en")
    assert first not in find_points(paragraphs, "en", "Cables", first.text)


@pytest.mark.parametrize(
    ("body", "editor", "points"),
    [
        ("\n\n".join(LINES[:6]), (), ()),
        (f"- One\n- Two\n\n{BODY}", (), ()),
        (BODY, ("none",), ()),
        (BODY, ("The board’s own words.", LINES[2]), (Point("The board’s own words.", None), Point(LINES[2], 3))),
        (LINES[0], (LINES[0],), (Point(LINES[0], 1),)),
    ],
)
def test_an_editor_and_a_short_story_have_the_last_word(body: str, editor: tuple[str, ...], points: object) -> None:
    assert choose_points(to_html(body), editor, "en") == points
    assert choose_points(to_html(BODY), (), "en") != ()


def test_paragraphs_are_named_where_they_stand() -> None:
    html = to_html("One *a*.\n\n> Two.\n\n- Three.\n\n  Four.\n\nFive & more.")
    assert list_paragraphs(html) == (Paragraph(1, "One a."), Paragraph(5, "Five & more."))
    page = BeautifulSoup(name_paragraphs(html, {5}), "html5lib")
    assert [(tag["id"], tag.get_text()) for tag in page.select("[id]")] == [("p5", "Five & more.")]


def test_every_point_on_the_site_is_in_the_paragraph_that_it_links_to(site: Path) -> None:
    shown = 0
    for name, page in pages_of(site).items():
        for item in page.select(".brief li"):
            (link,) = item.select("a")
            (paragraph,) = page.select(f".prose p{link['href']}")
            assert link.get_text() in " ".join(paragraph.get_text().split()), name
            shown += 1
    assert shown > 20


def test_an_editor_sets_and_clears_it(small_site: Callable[..., Path]) -> None:
    head = "---\ntitle: Cables\ndate: 2025-04-04\nbrief: {0}\n---\n\n" + BODY
    root = small_site({"content/briefings/a.md": head.format(f"['My own.', '{LINES[4]}']")})
    assert run_briefing(root, "build").returncode == 0
    assert check_site(root / "output") == []
    page = pages_of(root)["briefings/cables.html"]
    assert [item.get_text() for item in page.select(".brief li")] == ["My own.", LINES[4]]
    assert [str(link["href"]) for link in page.select(".brief a")] == [f"#{paragraph_name(5)}"]
    write(root / "content/briefings/a.md", head.format("none"))
    assert run_briefing(root, "build").returncode == 0
    assert not pages_of(root)["briefings/cables.html"].select(".brief, .prose [id]")
