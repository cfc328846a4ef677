"""What editors and systems leave beside seeds, stories and pictures is no failure, and is published nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import read_tree, run_briefing, write
from newsroom import CRANE

SILENT = "%s~ #%s# #x# .x.swp .#%s ~$%s 4913 .DS_Store Thumbs.db desktop.ini __MACOSX/%s".split()
KEPT = "%s.bak x.bak x.orig %s.orig x.tmp x.rej %s.swp x.part".split()
STORY = "---\ntitle: Not to be seen\ndate: 2025-04-04\n---\n\nText.\n"


@pytest.mark.parametrize("same", [True, False], ids=["with the seed's text", "with another text"])
def test_litter_among_seeds_is_no_failure(same: bool, small_site: Callable[..., Path]) -> None:
    text = CRANE if same else "Litter of an editor."
    root = small_site({"seeds/a.txt": CRANE})
    for name in SILENT:
        write(root / "seeds" / name.replace("%s", "a.txt"), text)
    result = run_briefing(root, "build")
    assert (result.returncode, result.stderr) == (0, "")
    for name in KEPT:
        write(root / "seeds" / name.replace("%s", "a.txt"), text)
    result = run_briefing(root, "build")
    assert result.returncode == 0
    told = "looks like a former or unfinished file, so it was not read, as 7 files more: rename it if it is a seed"
    assert result.stderr == f"note  seeds/a.txt.bak: {told}\n"
    assert "1 unchanged, 8 not read" in result.stdout


def test_a_file_of_a_kind_that_is_not_known_sets_no_seed_aside(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.rtf": CRANE, "seeds/a.txt": CRANE})
    result = run_briefing(root, "build")
    assert result.returncode == 3
    assert "1 new, 1 set aside" in result.stdout
    assert "error seeds/a.rtf: a seed is a text file, not .rtf" in result.stderr


def test_litter_in_content_is_published_nowhere(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.replace("Not to", "To")})
    for folder in ("briefings", "pages", "images"):
        for name in (*SILENT, *KEPT):
            write(root / "content" / folder / name.replace("%s", "a.md"), STORY)
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    told = "a story is a .md file, so this was not read, nor were 7 other files"
    assert result.stderr == f"note  content/briefings/a.md.bak: {told}\n"
    assert not any(b"Not to be seen" in data or "images/" in name for name, data in read_tree(root / "output").items())


def test_no_file_named_like_a_held_story_is_published(small_site: Callable[..., Path]) -> None:
    held = STORY.replace("date:", "slug: a-secret\nembargo: 2091-04-04\ndate:")
    pictures = ["a-secret.png", "a-secret.png.webp", "a-secret.en.jpg", "b.jpg", "a-secrets.png"]
    page = "---\ntitle: About\n---\n\n" + " ".join(f"![]({name})" for name in ("images/b.jpg", "images/a-secrets.png"))
    files = {"content/pages/about.md": page, "content/briefings/b.md": held}
    root = small_site({**files, **{f"content/images/{name}": name for name in pictures}})
    assert run_briefing(root, "build").returncode == 0
    assert [name for name in read_tree(root / "output") if name.startswith("images/")] == ["images/a-secrets.png"]
