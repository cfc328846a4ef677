"""Pictures of stories that wait for the end of an embargo: not a byte of them is in the site before."""

from collections.abc import Callable
from pathlib import Path

from conftest import read_tree, run_briefing, write
from test_imaging import encode, paint, taken_on_its_side
from test_pictures import STORY, build


def test_a_picture_that_lay_there_before_its_held_story_was_never_published(small_site: Callable[..., Path]) -> None:
    page, photo = "---\ntitle: About\n---\n\n{}\n", taken_on_its_side()
    root = small_site({"content/images/crane.jpg": photo, "content/pages/about.md": page.format("A site.")})
    build(root)
    assert not any(name.startswith("images/") for name in read_tree(root / "output"))
    write(root / "content/briefings/crane.md", STORY.format("crane", "embargo: 2031-01-01\n"))
    build(root, SOURCE_DATE_EPOCH="1743760800")
    assert not any("crane" in name for name in read_tree(root / "output"))
    write(root / "content/pages/about.md", page.format("![The quay](images/quay.jpg)"))
    write(root / "content/images/quay.jpg", photo)
    build(root, SOURCE_DATE_EPOCH="1743760800")
    assert (root / "output/images/quay.jpg").read_bytes() == photo


def test_the_bytes_of_a_held_picture_are_nowhere(small_site: Callable[..., Path]) -> None:
    """Named like its story, named by it, or both; nor when it came before the embargo did."""
    held, drafted = "embargo: 2031-01-01\n", "status: draft\n"
    pictures = {name: encode(paint(600, 400 + at)) for at, name in enumerate(("crane", "quay", "mast", "open"))}
    root = small_site(
        {
            "content/briefings/crane.md": STORY.format("crane", ""),
            "content/briefings/b.md": STORY.format("pier", "image: {file: quay.jpg}\n"),
            "content/briefings/mast.md": STORY.format("mast", drafted),
            "content/briefings/open.md": STORY.format("open", ""),
            **{f"content/images/{name}.jpg": data for name, data in pictures.items()},
        }
    )
    now = "1743760800"
    build(root, SOURCE_DATE_EPOCH=now)
    before = read_tree(root / "output")
    assert {name.split("-")[0] for name in before if "images/" in name} == {
        "images/crane",
        "images/quay",
        "drafts/images/mast",
        "images/open",
    }
    assert not any("mast" in name or b"mast" in data for name, data in before.items() if not name.startswith("drafts/"))
    write(root / "content/briefings/crane.md", STORY.format("crane", held))
    write(root / "content/briefings/b.md", STORY.format("pier", f"image: {{file: quay.jpg}}\n{held}"))
    write(root / "content/images/CRANE.png", encode(paint(600, 300), "PNG"))
    build(root, SOURCE_DATE_EPOCH=now)
    after = read_tree(root / "output")
    assert {name.split("-")[0] for name in after if "images/" in name} == {"drafts/images/mast", "images/open"}
    secret = {data for name, data in before.items() if name.startswith(("images/crane", "images/quay"))}
    assert not (secret | {*pictures.values()}) & {*after.values()}
    assert not any(word in name or word.encode() in data for name, data in after.items() for word in ("crane", "quay"))
    assert run_briefing(root, "verify", SOURCE_DATE_EPOCH=now).returncode == 0
    build(root, SOURCE_DATE_EPOCH="1930000000")
    assert {f"images/{name}" for name in ("crane", "quay", "open")} <= {
        name.split("-")[0] for name in read_tree(root / "output") if "images/" in name
    }
