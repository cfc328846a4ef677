"""What is kept between builds saves time and changes nothing."""

import ast
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import gallery, links, records, topics
from briefing.cache import FILES, PACKAGE, Cache, digest_code, memoise
from briefing.candidates import candidates, pack_candidates, unpack_candidates
from briefing.digests import digest, digest_text
from briefing.words import Text
from conftest import read_tree, run_briefing

BASIS = digest_code(["words"])
TEXT = Text("Steel in Mexico", "", "The mills of Valdoro make steel.", "en")


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-1],
    "empty": lambda _: b"",
    "one bit": lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
    "something else": lambda _: b"\x80\x04\x95 no cache at all",
    "joined": lambda data: data + data,
}


def read_folder(folder: Path) -> bytes:
    return b"".join(data for _, data in sorted(read_tree(folder).items()))


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    cache = Cache(tmp_path, BASIS)
    cache.keep(digest("a"), b"one")
    cache.save()
    assert Cache(tmp_path, BASIS).recall(digest("a")) == b"one"
    assert Cache(tmp_path, BASIS).recall(digest("b")) is None


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path, BASIS)
    cache.keep(digest("a"), b"one")
    cache.keep(digest("b"), b"two")
    cache.save()
    later = Cache(tmp_path, BASIS)
    later.recall(digest("b"))
    later.save()
    assert b"one" not in read_folder(tmp_path)
    assert b"two" in read_folder(tmp_path)


@pytest.mark.parametrize("in_memory", [True, False])
def test_what_lies_on_disk_is_what_was_read_there(tmp_path: Path, in_memory: bool) -> None:
    kept = {digest(str(number)): str(number).encode() * number for number in range(300)}
    cache = Cache(tmp_path, BASIS)
    for key, data in kept.items():
        cache.keep(key, data)
    cache.save()
    reader = Cache(tmp_path, BASIS, in_memory=in_memory)
    assert reader.look_up(digest("1")) == b"1"
    shutil.rmtree(tmp_path)  # another build may replace all files meanwhile
    opened = {key: data for key, data in kept.items() if key[0] % FILES == digest("1")[0] % FILES}
    assert {key: reader.look_up(key) for key in opened} == opened


def test_a_body_stays_as_long_as_its_record(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("---\ntitle: Steel\ndate: 2025-04-11\n---\n\nThe mills of Valdoro.\n")
    keys = []
    for text in ("", "", "They make steel.\n"):
        with story.open("a") as file:
            file.write(text)
        stories = records.Records(tmp_path / "cache", raw_html=False)
        stories.read(str(story), "story.md", None)  # of which nobody takes the body
        stories.save()
        keys.append(stories.key(story.read_text()))
    bodies = records.Records(tmp_path / "cache", raw_html=False).bodies
    assert [bodies.look_up(key) is not None for key in keys] == [False, False, True]


def test_a_body_that_is_gone_is_read_from_what_its_file_says_now(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    former = "---\ntitle: Steel\ndate: 2025-04-11\n---\n\nThe mills of Valdoro.\n"
    story.write_text(former)
    bodies = []
    for text in ("", "They make steel.\n", None):
        stories = records.Records(tmp_path / "cache", raw_html=False)
        record = stories.read(str(story), "story.md", None)
        if text is None:
            story.write_text(former)
            record = stories.read(str(story), "story.md", None)
        elif text:
            shutil.rmtree(tmp_path / "cache/bodies")
            with story.open("a") as file:
                file.write(text)
        bodies.append(record.load().plain)
        stories.save()
    assert bodies == ["The mills of Valdoro.", "The mills of Valdoro. They make steel.", "The mills of Valdoro."]


def test_a_body_that_is_cut_short_meanwhile_is_read_anew(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("---\ntitle: Steel\ndate: 2025-04-11\n---\n\nThe mills of Valdoro.\n")
    bodies = []
    for _ in range(2):
        stories = records.Records(tmp_path / "cache", raw_html=False)
        record = stories.read(str(story), "story.md", None)
        bodies.append(record.load())
        stories.save()
    for path in (tmp_path / "cache/bodies").iterdir():
        os.truncate(path, path.stat().st_size - 5)
    assert record.load() == bodies[0] == bodies[1]


def test_saving_the_same_again_touches_no_file(tmp_path: Path) -> None:
    for _ in range(2):
        cache = Cache(tmp_path, BASIS)
        memoise(cache, {"a": TEXT}, candidates, pack_candidates, unpack_candidates)
        for path in tmp_path.iterdir():
            os.utime(path, (1, 1))
        cache.save()
    assert {path.stat().st_mtime for path in tmp_path.iterdir()} == {1}


@pytest.mark.parametrize("way", SPOILT)
def test_a_spoilt_file_counts_as_empty(way: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path, BASIS)
    found = memoise(cache, {"a": TEXT}, candidates, pack_candidates, unpack_candidates)["a"]
    cache.save()
    (path,) = (path for path in tmp_path.iterdir() if path.stat().st_size > 32)
    path.write_bytes(SPOILT[way](path.read_bytes()))
    again = Cache(tmp_path, BASIS)
    assert again.recall(digest_text(TEXT)) is None
    assert memoise(again, {"a": TEXT}, candidates, pack_candidates, unpack_candidates)["a"] == found
    again.save()
    assert Cache(tmp_path, BASIS).recall(digest_text(TEXT)) is not None


def test_a_cache_of_other_code_counts_as_empty(tmp_path: Path) -> None:
    cache = Cache(tmp_path, BASIS)
    cache.keep(digest("a"), b"one")
    cache.save()
    assert Cache(tmp_path, digest_code(["words", "names"])).recall(digest("a")) is None


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_different_parts_have_different_digests(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=200), st.text(max_size=30), st.sampled_from(["en", "ru", "zh", ""]))
def test_candidates_survive_packing(body: str, title: str, lang: str) -> None:
    found = candidates(Text(title, "", body, lang))
    assert unpack_candidates(pack_candidates(found)) == found


def list_imports(name: str) -> set[str]:
    """List the modules of the package that `name` needs, itself included."""
    known: set[str] = set()
    waiting = {name}
    while waiting:
        here = waiting.pop()
        known.add(here)
        for node in ast.walk(ast.parse((PACKAGE / f"{here}.py").read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("briefing."):
                module = node.module.removeprefix("briefing.")
                if (PACKAGE / f"{module}.py").is_file():
                    waiting |= {module} - known
    return known


def test_every_module_behind_a_result_is_part_of_its_basis() -> None:
    assert set(records.CODE) == list_imports("record") - {"cache", "collector"}
    assert set(topics.CODE) == list_imports("tags")
    assert set(links.CODE) == list_imports("alike")


def test_the_cache_changes_no_byte_of_the_site(site: Path, tmp_path: Path) -> None:
    """Built with the cache, without it, and with each of its files spoilt in another way: the same site.

    What is kept of pictures is left alone here; test_pictures.py spoils and deletes it.
    """
    root = tmp_path / "site"
    shutil.copytree(site, root)
    kept = {"lock", gallery.INDEX, gallery.SIZES}
    files = [path for path in sorted((root / ".cache").rglob("*")) if path.is_file() and not kept & {*path.parts}]
    assert {path.parent.name for path in files} >= {".cache", "records", topics.CACHE, links.CACHE}
    for number, path in enumerate(files):
        path.write_bytes(list(SPOILT.values())[number % len(SPOILT)](path.read_bytes()))
    for _ in range(2):
        result = run_briefing(root, "build")
        assert result.returncode == 0, result.stderr
        assert read_tree(root / "output") == read_tree(site / "output")
        assert read_tree(root / ".cache" / links.CACHE) == read_tree(site / ".cache" / links.CACHE)
        for path in files:
            path.unlink(missing_ok=True)
