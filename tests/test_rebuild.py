"""The least that a build takes: what is read and imported, what is written, and how a difference is shown."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from briefing.cli import convert
from briefing.keys import Keys
from briefing.publish import read_manifest
from briefing.rebuild import rebuild
from briefing.run import Run
from briefing.stats import Stats
from briefing.templates import Code, References, closure
from briefing.verify import verify_site
from conftest import ROOT, read_tree, run_briefing, write
from test_imaging import encode, paint

STORY = "---\ntitle: {0}\ndate: 2025-04-04\n---\n\nThe {0} of Valdoro, an invented town, opens in May.\n"
FILES: dict[str, str | bytes] = {
    **{f"content/briefings/{name}.md": STORY.format(name) for name in ("harbour", "school", "station")},
    "content/pages/about.md": "---\ntitle: About\n---\n\nA site.\n",
    "content/images/harbour.png": encode(paint(90, 60), "PNG"),
    "seeds/crane.txt": "A crane for the port\n\nThe port of Valdoro will get a crane in May.\n",
}


@dataclass(frozen=True)
class Pair:
    one: Any
    other: Any


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.builds(Pair, inner, inner),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_a_key_is_that_of_equal_values_alone(one: Any, other: Any) -> None:
    keys = Keys(Pair)
    assert (keys.key(one) == keys.key(other)) == (repr(one) == repr(other))
    assert keys.key(one, other) == Keys(Pair).key(one, other)


def build_and_list_imports(root: Path) -> tuple[str, set[str]]:
    """Build in a process of its own; return what it said and the packages that it imported."""
    command = [sys.executable, "-X", "importtime", "-m", "briefing", "build"]
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins")}
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    modules = (line.rpartition("|")[2].strip() for line in result.stderr.splitlines() if line.startswith("import time"))
    return result.stdout, {module.partition(".")[0] for module in modules}


def test_a_build_imports_no_more_than_it_needs(small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    said, imported = build_and_list_imports(root)
    assert "pelican" in imported
    said, imported = build_and_list_imports(root)
    assert "nothing changed" in said
    assert not imported & {"pelican", "jinja2", "yaml", "babel", "numpy", "markdown_it", "rich", "PIL"}
    with (root / "content/briefings/school.md").open("a", encoding="utf-8") as story:
        story.write("\nIts marker stands here.\n")
    said, imported = build_and_list_imports(root)
    assert "nothing changed" not in said
    assert not imported & {"pelican", "PIL"}
    assert "marker" in (root / "output/briefings/school.html").read_text("utf-8")


CHANGES: dict[str, Callable[[Path], Any]] = {
    "a page of the site is lost": lambda root: (root / "output/briefings/school.html").unlink(),
    "a page of the site is spoilt": lambda root: write(root / "output/tags.html", "x"),
    "a style is spoilt": lambda root: write(root / "output/theme/css/main.css", "x"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_makes_good_what_was_done_to_the_site(change: str, small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    assert run_briefing(root, "build").returncode == 0
    good = read_tree(root / "output")
    CHANGES[change](root)
    assert run_briefing(root, "build").returncode == 0
    assert read_tree(root / "output") == good


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'
QUAY = encode(paint(600, 400))
SCHOOL = "content/briefings/school.md"
EDITS: dict[str, tuple[dict[str, str | bytes], dict[str, str | bytes]]] = {
    "a story with a picture of its name is held": (
        {"content/images/school.svg": PICTURE},
        {SCHOOL: STORY.format("school").replace("date:", "embargo: 2099-01-01\ndate:")},
    ),
    "a story with a picture of its name is let out": (
        {
            "content/images/school.svg": PICTURE,
            SCHOOL: STORY.format("school").replace("date:", "embargo: 2099-01-01\ndate:"),
        },
        {SCHOOL: STORY.format("school")},
    ),
    "a story that a page links to has another address": (
        {"content/pages/about.md": "---\ntitle: About\n---\n\n[It]({filename}../briefings/school.md) opens.\n"},
        {SCHOOL: STORY.format("school").replace("date:", "slug: academy\ndate:")},
    ),
    "a picture beside the stories that a page shows is another": (
        {
            "content/briefings/quay.svg": PICTURE,
            "content/pages/about.md": "---\ntitle: About\n---\n\n![A quay]({static}../briefings/quay.svg)\n",
        },
        {"content/briefings/quay.svg": PICTURE + "\n"},
    ),
    "a picture is not shown beside its story any more": (
        {
            "content/images/quay.svg": PICTURE,
            SCHOOL: STORY.format("school") + "![A quay]({attach}../images/quay.svg)\n",
        },
        {SCHOOL: STORY.format("school")},
    ),
    "a picture beside others comes to be the story's": (
        {"content/images/quay.jpg": QUAY},
        {SCHOOL: STORY.format("school").replace("date:", "image: {file: quay.jpg}\ndate:")},
    ),
    "the picture of a story is another's": (
        {
            "content/images/academy.jpg": QUAY,
            SCHOOL: STORY.format("academy"),
        },
        {SCHOOL: STORY.format("school"), "content/briefings/station.md": STORY.format("academy")},
    ),
    "a story links to its picture as it is": (
        {"content/images/school.jpg": QUAY},
        {SCHOOL: STORY.format("school") + "![A school](../images/school.jpg)\n"},
    ),
    "a story with a picture is a draft": (
        {"content/images/school.jpg": QUAY},
        {SCHOOL: STORY.format("school").replace("date:", "status: draft\ndate:")},
    ),
    "a picture is damaged": (
        {"content/images/school.jpg": QUAY},
        {"content/images/school.jpg": QUAY[:300]},
    ),
    "files of other names are ignored": (
        {
            "pelican.conf": 'IGNORE_FILES = ["old"]\n' + (ROOT / "pelican.conf").read_text("utf-8"),
            "content/briefings/old/ship.md": STORY.format("ship"),
            "content/briefings/.crane.md": STORY.format("crane"),
        },
        {SCHOOL: STORY.format("academy")},
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_site_is_that_of_a_clean_build(edit: str, small_site: Callable[..., Path]) -> None:
    before, after = EDITS[edit]
    root = small_site({**FILES, **before})
    for files in ({}, after):
        for name, text in files.items():
            write(root / name, text)
        rebuild(root, Run(index=False), partial(convert, root))
        assert verify_site(root)[1] == []


def test_a_theme_behind_a_link_counts(tmp_path: Path) -> None:
    words = tmp_path / "elsewhere/de.po"
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/translations").symlink_to(words.parent)
    settings = {"PLUGIN_PATHS": [], "THEME": tmp_path / "theme", "CACHE_PATH": tmp_path}
    seen = set()
    for text in ("one", "two"):
        write(words, text)
        seen.add(Code(settings).others)
    assert len(seen) == 2


WRONG = (
    "5",
    "[5]",
    "{}",
    '{"version": 4}',
    '{"version": 4, "files": 5, "said": []}',
    '{"version": 4, "files": {"a": 5}, "said": []}',
    '{"version": 4, "files": {"a": [[1, 2, 3, 4], 5]}, "said": []}',
    '{"version": 4, "files": {}, "said": 5}',
)


@pytest.mark.parametrize("text", WRONG)
def test_kept_files_of_a_wrong_form_count_as_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write(path, text)
    assert (Stats(path).find("a", (1, 2, 3, 4)), Stats(path).is_news("a")) == (None, True)
    assert read_manifest(path, path.parent) == set()
    environment = Environment(loader=DictLoader({"a": "{% include 'gone' ignore missing %}"}), autoescape=True)
    write(path, json.dumps({Keys().key(jinja2.__version__, "{% include 'gone' ignore missing %}"): json.loads(text)}))
    assert closure(environment, "a", References(path))["a"].startswith("{%")


def test_verify_shows_the_first_difference_and_its_view(small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    assert run_briefing(root, "verify").returncode == 1  # there is no site
    assert run_briefing(root, "build").returncode == 0
    before = read_tree(root)
    result = run_briefing(root, "verify")
    assert (result.returncode, result.stderr) == (0, "")
    assert read_tree(root) == before
    page = root / "output/briefings/school.html"
    write(page, page.read_text("utf-8").replace("opens in May", "opens in June"))
    (root / "output/404.html").unlink()
    result = run_briefing(root, "verify")
    assert result.returncode == 1
    assert "error 404.html: is missing\n" in result.stderr
    assert "error briefings/school.html: differs\n" in result.stderr
    page.write_bytes(before["output/briefings/school.html"])
    write(root / "output/404.html", before["output/404.html"])
    write(page, page.read_text("utf-8").replace("opens in May", "opens in June"))
    result = run_briefing(root, "verify")
    assert "-<p>The school of Valdoro, an invented town, opens in June.</p>\n" in result.stderr
    assert "+<p>The school of Valdoro, an invented town, opens in May.</p>\n" in result.stderr
    assert "ArticleView of the clean build" in result.stderr
