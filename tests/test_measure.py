"""The neutral way in for measuring: a folder of plain texts, JSON out, no site needed."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import run_briefing, write

STORIES = {
    "forum": "Russia and Mexico open energy forum\n\nThe energy forum opened in Mexico City. Officials of Russia and "
    "Mexico said that energy ties would grow and that steel tariffs were a burden.\n",
    "tariff": "Steel tariffs worry mills in Mexico\n\nA tariff on steel worries the mills. Mexico asked for talks on "
    "steel tariffs, and the mills asked for cheaper energy.\n",
    "garden": "A garden on the roof of the library\n\nThe librarians planted beans and sunflowers. Bees have come from "
    "the park across the river.\n",
    "acero": "Los aranceles al acero preocupan en México\n\nUn arancel al acero preocupa a las acerías de México. El "
    "gobierno pidió negociar los aranceles con sus vecinos del norte.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in STORIES.items():
        write(tmp_path / "texts" / f"{name}.txt", text)
    write(tmp_path / "texts" / "notes.md", "not a text to measure")
    return tmp_path


def measure(folder: Path, *arguments: str) -> Any:
    result = run_briefing(folder, *arguments)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_every_text_gets_its_tags_best_first(folder: Path) -> None:
    found = measure(folder, "tags", "texts", "--json")
    assert found.keys() == STORIES.keys()
    assert {"Mexico", "energy"} <= set(found["forum"][:5])
    assert "México" in found["acero"]


def test_all_neighbours_come_with_their_scores_and_languages_apart(folder: Path) -> None:
    found = measure(folder, "related", "texts", "--json", "--all")
    assert found.keys() == STORIES.keys()
    assert next(name for name, _ in found["forum"]) == "tariff"
    assert all(isinstance(score, float) for ones in found.values() for _, score in ones)
    scores = [score for _, score in found["forum"]]
    assert scores == sorted(scores, reverse=True)
    assert found["acero"] == []


def test_without_all_only_what_a_page_would_show(folder: Path) -> None:
    found = measure(folder, "related", "texts", "--json")
    assert [name for name, _ in found["forum"]] == ["tariff"]
    assert found["garden"] == []


@pytest.mark.parametrize("command", ["tags", "related"])
def test_a_person_reads_a_line_a_text(command: str, folder: Path) -> None:
    lines = run_briefing(folder, command, "texts").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == sorted(STORIES)


@pytest.mark.parametrize("command", ["tags", "related"])
def test_a_folder_without_texts_is_an_error(command: str, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = run_briefing(tmp_path, command, "none")
    assert result.returncode == 1
    assert result.stderr.startswith("error none: there is no .txt file in this folder")


def test_a_text_that_cannot_be_read_is_named(folder: Path) -> None:
    write(folder / "texts" / "empty.txt", b"")
    result = run_briefing(folder, "tags", "texts")
    assert result.returncode == 1
    assert result.stderr.startswith("error texts/empty.txt: the file is empty")
