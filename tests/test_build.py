"""The real site, built by its real command: the same bytes everywhere, never a broken site in place of a good one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote

import pytest

from briefing.publish import MARKS
from conftest import ROOT, copy_site, read_tree, run_anew, run_briefing, write

STORY = "---\ntitle: A crane for Valdoro\ndate: 2025-04-04\n---\n\nThe port of Valdoro puts up a crane.\n"
PAGE = "output/briefings/a-crane-for-valdoro.html"


def test_building_again_changes_nothing(site: Path) -> None:
    content, output = read_tree(site / "content"), read_tree(site / "output")
    times = {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")}
    result = run_anew(site, "build")
    assert result.returncode == 0, result.stderr
    assert "nothing changed" in result.stdout
    assert (read_tree(site / "content"), read_tree(site / "output")) == (content, output)
    assert {path: path.stat().st_mtime_ns for path in (site / "output").rglob("*")} == times


def test_the_machine_does_not_show_in_the_site(site: Path, tmp_path: Path) -> None:
    """Another time zone, locale, hash seed and folder give the same bytes."""
    other = copy_site(tmp_path / "another folder")
    shutil.rmtree(other / "content" / "briefings")
    shutil.copytree(site / "content" / "briefings", other / "content" / "briefings")
    environment = {"TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "42"}
    environment["PAGEFIND_FORCE_LANGUAGE"] = "tr"
    write(other / "pagefind.toml", 'force_language = "tr"\n')
    result = run_anew(other, "build", **environment)
    assert result.returncode == 0, result.stderr
    assert read_tree(other / "output") == read_tree(site / "output")


def test_seeds_give_the_articles_that_are_committed(tmp_path: Path) -> None:
    """The samples in content/ are what the seeds give today, whatever the files' times."""
    other = copy_site(tmp_path / "again")
    shutil.rmtree(other / "content" / "briefings")
    assert run_anew(other, "seeds", TZ="Asia/Tokyo", PYTHONHASHSEED="7").returncode == 0
    assert read_tree(other / "content") == read_tree(ROOT / "content")


def test_pelicans_own_command_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    output = tmp_path / "stock"
    command = [sys.executable, "-W", "ignore", "-m", "pelican", "-s", "plugins/briefing/settings.py", "-o", str(output)]
    result = subprocess.run([*command, "--fatal", "warnings"], cwd=site, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    built = read_tree(site / "output")
    assert [name for name in built if name not in read_tree(output)] == [MARKS]
    assert read_tree(output).items() <= built.items()


BROKEN: dict[str, tuple[str, Callable[[str], str], str]] = {
    "article": (
        "content/briefings/a.md",
        lambda text: text.replace("date: 2025-04-04", "date: soon"),
        "content/briefings/a.md:3: `date` is not a date ('soon'): write it like `date: 2025-04-04`",
    ),
    "template": (
        "theme/templates/article.html",
        lambda text: text + "{% if %}",
        "theme/templates/article.html:",
    ),
    "name in a template": (
        "theme/templates/article.html",
        lambda text: text.replace("{{ view.headline }}", "{{ view.haedline }}"),
        "theme/templates/article.html:",
    ),
    "setting": (
        "pelican.conf",
        lambda text: text.replace("SITENAME", "SITENMAE"),
        "pelican.conf:4: `SITENMAE` is no setting: did you mean `SITENAME`?",
    ),
    "plugin that is not there": (
        "pelican.conf",
        lambda text: text.replace('"briefing.tagger"', '"briefing.taggre"'),
        "pelican.conf: ",
    ),
    "plugin with a wrong line": (
        "plugins/briefing/linker.py",
        lambda text: f"{text}\n1 = 2\n",
        "plugins/briefing/linker.py:",
    ),
    "plugin that raises": (
        "plugins/briefing/linker.py",
        lambda text: text.replace("    link_stories(", "    1 / 0\n    link_stories("),
        "plugins/briefing/linker.py:",
    ),
    "vocabulary": ("content/vocabulary.toml", lambda _: "nver = []\n", "content/vocabulary.toml:1: "),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_build_leaves_the_last_good_site(case: str, small_site: Callable[..., Path]) -> None:
    name, spoil, message = BROKEN[case]
    root = small_site({"content/briefings/a.md": STORY})
    assert run_briefing(root, "build").returncode == 0
    good = read_tree(root / "output")
    path = root / name
    write(path, spoil(path.read_text("utf-8") if path.is_file() else ""))
    result = run_anew(root, "build")
    assert result.returncode == 1
    assert f"error {message}" in result.stderr
    assert "Traceback" not in result.stderr
    assert read_tree(root / "output") == good


def test_every_broken_story_is_named_at_once(small_site: Callable[..., Path]) -> None:
    files = {f"content/pages/{name}.md": "---\nslug: x\n---\n" for name in "ab"}
    result = run_briefing(small_site({**files, "content/briefings/c.md": STORY}), "build")
    assert result.returncode == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines() if line.startswith("error")] == [
        "error content/pages/a.md",
        "error content/pages/b.md",
    ]


def test_a_deleted_story_leaves_the_site_and_a_foreign_file_stays(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY, "content/briefings/b.md": STORY.replace("crane", "bridge")})
    assert run_briefing(root, "build").returncode == 0
    write(root / "output" / "CNAME", "news.example")
    (root / "content/briefings/a.md").unlink()
    result = run_briefing(root, "build")
    assert result.returncode == 0
    assert not (root / PAGE).exists()
    assert (root / "output/CNAME").read_text() == "news.example"
    assert "CNAME" in result.stderr


def test_a_link_to_a_missing_file_is_named(small_site: Callable[..., Path]) -> None:
    result = run_briefing(small_site({"content/briefings/a.md": f"{STORY}\n[x]({{filename}}gone.md)\n"}), "build")
    assert result.returncode == 1
    assert "content/briefings/a.md:8: the link `{filename}gone.md` leads to no file" in result.stderr


def test_a_folder_in_the_way_is_named_before_anything_is_replaced(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    assert run_briefing(root, "build").returncode == 0
    (root / "output/sections/briefings.html").unlink()
    (root / "output/sections").rmdir()
    write(root / "output/sections", "mine")
    write(root / "content/briefings/a.md", STORY.replace("puts up", "builds"))
    before = read_tree(root / "output")
    result = run_briefing(root, "build")
    assert (result.returncode, read_tree(root / "output")) == (1, before)
    assert "output/sections: a file stands where the site needs a folder" in result.stderr


def run_without_privilege(root: Path) -> subprocess.CompletedProcess[str]:
    """Build with no right to pass over the permissions of files, which root has elsewhere."""
    command = [sys.executable, "-m", "briefing", "build"]
    if os.geteuid() == 0:
        command = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search", *command]
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins")}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_a_folder_that_cannot_be_written_is_named_before_anything_is_replaced(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY, "content/pages/about.md": "---\ntitle: About\n---\nA site.\n"})
    assert run_briefing(root, "build").returncode == 0
    write(root / "content/briefings/a.md", STORY.replace("puts up", "builds"))
    before = read_tree(root / "output")
    (root / "output/feeds").chmod(0o555)
    result = run_without_privilege(root)
    (root / "output/feeds").chmod(0o755)
    assert (result.returncode, read_tree(root / "output")) == (1, before)
    assert "output/feeds: nothing can be written there" in result.stderr
    (root / "content/pages/about.md").chmod(0)
    result = run_without_privilege(root)
    (root / "content/pages/about.md").chmod(0o644)
    assert result.returncode == 1
    assert "error content/pages/about.md: cannot be had (Permission denied): check its permissions" in result.stderr


def test_a_build_that_was_broken_off_is_made_good(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY, "content/briefings/b.md": STORY.replace("crane", "bridge")})
    assert run_briefing(root, "build").returncode == 0
    good = read_tree(root / "output")
    (root / PAGE).unlink()
    (root / ".cache/stage-left").mkdir()
    assert run_briefing(root, "build").returncode == 0
    assert read_tree(root / "output") == good
    assert not (root / ".cache/stage-left").exists()


def test_templates_of_a_sites_own_are_found_from_any_folder(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY, "own/robots.txt": "Mine\n"})
    conf = root / "pelican.conf"
    write(conf, 'THEME_TEMPLATES_OVERRIDES = ["own"]\n' + conf.read_text("utf-8"))
    result = run_briefing(root.parent, "--root", "small", "build")
    assert result.returncode == 0, result.stderr
    assert (root / "output/robots.txt").read_text() == "Mine\n"


def test_a_theme_without_a_template_is_told_so(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    (root / "theme/templates/tag.html").unlink()
    result = run_briefing(root, "build")
    assert result.returncode == 1
    assert "error theme: the theme has no templates/tag.html" in result.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_build_ends_well_though_nobody_listens(closed: str, site: Path) -> None:
    command = f"exec {quote(sys.executable)} -m briefing build {closed}"
    environment = {**os.environ, "PYTHONPATH": str(site / "plugins")}
    result = subprocess.run(["sh", "-c", command], cwd=site, env=environment, stderr=subprocess.PIPE, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


def test_what_is_no_story_is_named(small_site: Callable[..., Path]) -> None:
    result = run_briefing(small_site({"content/briefings/a.md": STORY, "content/briefings/b.rst": "B\n=\n"}), "build")
    assert result.returncode == 0
    assert "note  content/briefings/b.rst: a story is a .md file" in result.stderr


def test_a_draft_in_an_empty_section_has_no_broken_link(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.replace("date:", "status: draft\ndate:")})
    assert run_briefing(root, "build").returncode == 0
    assert run_briefing(root, "check").returncode == 0


def test_tags_that_differ_by_signs_are_three_tags(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.replace("date:", "tags: [C, C++, C#]\ndate:")})
    assert run_briefing(root, "build").returncode == 0
    names = {name for name in read_tree(root / "output/tags") if name.startswith("c")}
    assert names >= {"c.html", "c-plus-plus.html", "c-sharp.html"}


def test_two_stories_of_one_slug_are_an_error_that_names_it(small_site: Callable[..., Path]) -> None:
    result = run_briefing(small_site({"content/briefings/a.md": STORY, "content/briefings/b.md": STORY}), "build")
    assert result.returncode == 1
    assert "content/briefings/b.md" in result.stderr
    assert "a-crane-for-valdoro" in result.stderr


def test_a_site_without_stories_is_a_site(small_site: Callable[..., Path]) -> None:
    root = small_site()
    assert run_briefing(root, "build").returncode == 0
    assert run_briefing(root, "check").returncode == 0


def test_a_draft_is_seen_by_those_who_know_its_address_only(small_site: Callable[..., Path]) -> None:
    draft = STORY.replace("date:", "status: draft\ndate:").replace("crane", "secretword")
    root = small_site({"content/briefings/a.md": STORY, "content/briefings/b.md": draft})
    assert run_briefing(root, "build").returncode == 0
    holders = [name for name, data in read_tree(root / "output").items() if b"secretword" in data]
    assert holders == ["drafts/a-secretword-for-valdoro.html"]


def test_nothing_of_the_machine_is_in_the_output(site: Path) -> None:
    for name, data in read_tree(site / "output").items():
        assert str(site).encode() not in data, name


def test_help_tells_what_each_command_does(site: Path) -> None:
    text = run_briefing(site, "--help").stdout
    assert all(f"\n  {command} " in text for command in ("seeds", "build", "serve", "check"))
