"""`pelican.conf` is checked key by key before anything is built."""

from pathlib import Path

import pytest

from briefing.conf import load_settings
from briefing.errors import BriefingError
from cases import Case, read_cases

GOOD = 'SITENAME = "A"\nSITEURL = "https://news.example"\nPATH = "content"\nTHEME = "theme"\n'


def make_conf(folder: Path, text: str) -> Path:
    for name in ("content", "theme"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "pelican.conf").write_text(text, "utf-8")
    return folder / "pelican.conf"


@pytest.mark.parametrize("case", read_cases("conf"), ids=lambda case: case.title)
def test_a_wrong_setting_is_refused_with_its_line(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        load_settings(make_conf(tmp_path, case.input))
    assert str(caught.value) == case.expected.strip()


def test_paths_start_at_the_folder_of_the_file(tmp_path: Path) -> None:
    settings = load_settings(make_conf(tmp_path, GOOD))
    assert settings["PATH"] == str(tmp_path / "content")


def test_a_missing_file_says_where_to_run(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="run this in the folder of a site"):
        load_settings(tmp_path / "pelican.conf")


def test_the_sites_own_settings_are_good() -> None:
    settings = load_settings(Path(__file__).resolve().parents[1] / "pelican.conf")
    assert settings["RELATIVE_URLS"] is True
