"""Stories with their pictures: on every page that shows them, in feeds, and nothing where there is none."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from briefing.imaging import WIDTHS
from conftest import hosted, make_site, read_tree, run_anew, run_briefing, write
from test_browser import open_page
from test_cache import SPOILT
from test_imaging import encode, paint

OPENS = "The {0} of Valdoro, an invented town, opens in May."
STORY = f"---\ntitle: {{0}}\ndate: 2025-04-04\ntags: [ports]\n{{1}}---\n\n{OPENS}\n"
UNUSED = "no story shows it and no text links to it, so it is not published"
IMAGE = "image:\n  caption: A crane & a <ship>\n  credit: Sample Press/A B\n"


def build(root: Path, status: int = 0, **environment: str) -> str:
    result = run_briefing(root, "build", **environment)
    assert result.returncode == status, result.stderr
    return result.stderr


def read_page(root: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((root / "output" / name).read_text("utf-8"), "html5lib")


def pictures_of(root: Path) -> set[str]:
    """Name what kinds of pictures are published for which name, digests left out."""
    names = (name for name in read_tree(root / "output") if "images/" in name)
    return {
        f"{name[: -len(name.split('-')[-1]) - 12]} {name.split('-')[-1]}" if "-" in name else name for name in names
    }


def addresses_of(picture: Any) -> Iterator[str]:
    for tag in picture.select("source, img"):
        yield from (each.split()[0] for each in (tag.get("srcset") or tag["src"]).split(","))


def test_a_story_shows_its_picture(small_site: Callable[..., Path]) -> None:
    """On its page, on those that list it, to those who pass its address on, in its feeds."""
    root = small_site(
        {
            "content/briefings/crane.md": STORY.format("crane", IMAGE),
            "content/briefings/bridge.md": STORY.format("bridge", ""),
            "content/images/crane.jpg": encode(paint(2400, 1600)),
        }
    )
    assert build(root) == ""
    page = read_page(root, "briefings/crane.html")
    (figure,) = page.select("article > figure")
    assert figure.select_one("figcaption").get_text(" ", strip=True) == "A crane & a <ship> Sample Press/A B"  # type: ignore[union-attr]
    assert "in the original" not in page.get_text()
    (shown,) = figure.select("img")
    assert (shown["alt"], shown["width"], shown["height"]) == ("A crane & a <ship>", "1080", "720")
    assert (shown.get("loading"), shown["fetchpriority"]) == (None, "high")
    assert [source["type"] for source in figure.select("source")] == ["image/avif", "image/webp"]
    for source in figure.select("source"):
        sizes = [each.split() for each in str(source["srcset"]).split(",")]
        assert [size for _, size in sizes] == ["480w", "800w", "1200w", "1600w"]
        for address, size in sizes:
            with Image.open(root / "output/briefings" / address) as picture:
                assert f"{picture.width}w" == size
                assert picture.get_format_mimetype() == source["type"]
    assert pictures_of(root) == {
        *(f"images/crane {width}.{kind}" for width in WIDTHS for kind in ("avif", "webp")),
        "images/crane 1200.jpg",
    }
    said = {str(each["property"]): str(each["content"]) for each in page.select("meta[property]")}
    assert said["og:image"].startswith("https://briefing.example/images/crane-")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "800")
    assert page.select_one("[name='twitter:card']")["content"] == "summary_large_image"  # type: ignore[index]
    data = json.loads(str(page.select_one("script[type='application/ld+json']").string))  # type: ignore[union-attr]
    assert (data["image"]["url"], data["image"]["creditText"]) == (said["og:image"], "Sample Press/A B")
    for name in ("index.html", "tags/ports.html", "2025/04/04/index.html"):
        (card,) = read_page(root, name).select("article .thumb")
        assert str(card["href"]).endswith("briefings/crane.html")
        (shown,) = card.select("img")
        assert (shown["alt"], card["tabindex"], card["aria-hidden"]) == ("", "-1", "true")
        assert all((root / "output" / name).parent.joinpath(each).is_file() for each in addresses_of(card))
    parsed = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes())
    assert parsed.bozo == 0
    items = {entry.title: entry for entry in parsed.entries}
    assert items["crane"].media_content[0]["url"] == said["og:image"]
    assert said["og:image"] in items["crane"].content[0].value
    assert "media_content" not in items["bridge"]
    bridge = read_page(root, "briefings/bridge.html")
    assert not bridge.select("figure, img, picture, [property='og:image']")
    assert bridge.select_one("[name='twitter:card']")["content"] == "summary"  # type: ignore[index]
    assert run_briefing(root, "check").returncode == 0
    assert run_briefing(root, "verify").returncode == 0
    next((root / "output/images").glob("crane-*-480.avif")).unlink()
    result = run_briefing(root, "check")
    told = {line.split(":")[0] for line in result.stderr.splitlines()}
    assert told >= {f"error {name}" for name in ("briefings/crane.html", "index.html", "tags/ports.html")}


TEXT = "---\ntitle: A crane\nslug: crane{0}\ndate: 2025-04-04\n{1}---\n\nThe crane of Valdoro is new. {2}\n"
NAMES: dict[str, tuple[str, str, str, bool, bool]] = {
    "named like the address": ("crane{0}.jpg", "", "", True, False),
    "named like the file": ("file{0}.PNG", "", "", True, False),
    "in a folder, in capitals": ("2025/Crane{0}.JPEG", "", "", True, False),
    "named by the story": ("Quay {0}.webp", "image: {{file: Quay {0}.webp}}\n", "", True, False),
    "named with its folder": ("q{0}.gif", "image: {{file: images/q{0}.gif, alt: A quay}}\n", "", True, False),
    "of several that are told of": (
        "q{0}.jpg",
        "images: [{{file: q{0}.jpg}}, {{caption: Another}}]\n",
        "",
        True,
        False,
    ),
    "shown by the text": ("crane{0}.jpg", "", "![A crane](../images/crane{0}.jpg)", False, True),
    "linked by the text": ("file{0}.jpg", "", "[It](<../images/file{0}.jpg?x=1>)", False, True),
    "named by the story and linked by its text": (
        "big quay {0}.jpg",
        "image: {{file: big quay {0}.jpg}}\n",
        "[Large](../images/big%20quay%20{0}.jpg)",
        True,
        True,
    ),
    "of the name of another that is linked": (
        "far/same.jpg",
        "image: {{file: far/same.jpg}}\n",
        "[Not it](../images/near/same.jpg)",
        True,
        False,
    ),
    "of another name": ("logo-of-{0}.jpg", "", "", False, False),
    "of another name and linked": ("map-of-{0}.jpg", "", "[Map](../images/map-of-{0}.jpg)", False, True),
}


def test_a_picture_finds_its_story(small_site: Callable[..., Path]) -> None:
    """It is published in its sizes alone, unless a text links to it as it is."""
    files: dict[str, str | bytes] = {}
    for number, (name, front, text, _, _) in enumerate(NAMES.values()):
        kind = {"jpg": "JPEG"}.get(ending := name.rpartition(".")[2].lower(), ending.upper())
        files[f"content/briefings/file{number}.md"] = TEXT.format(number, front.format(number), text.format(number))
        files[f"content/images/{name.format(number)}"] = encode(paint(300 + number, 200), kind)
    root = small_site({**files, "content/images/near/same.jpg": encode(paint(99, 99))})
    told = f"note  content/images/logo-of-{list(NAMES).index('of another name')}.jpg: {UNUSED}\n"
    assert build(root) == told
    for number, (case, (name, _, _, shown, as_it_is)) in enumerate(NAMES.items()):
        figures = read_page(root, f"briefings/crane{number}.html").select("figure.picture")
        assert [f"-{300 + number}." in str(each) for each in figures] == [True] * shown, case
        assert (root / "output/images" / name.format(number)).exists() is as_it_is, case
    assert run_briefing(root, "check").returncode == 0
    write(root / "content/briefings/file0.md", str(files["content/briefings/file0.md"]) + "\nMore.\n")
    assert build(root) == told
    assert run_briefing(root, "verify").returncode == 0


def test_a_picture_that_cannot_be_shown_is_set_aside(small_site: Callable[..., Path]) -> None:
    files = {
        "content/briefings/crane.md": STORY.format("crane", ""),
        "content/briefings/bridge.md": STORY.format("bridge", "image: {file: bridge.jpg, caption: A bridge}\n"),
        "content/images/crane.jpg": encode(paint(900, 600))[:4000],
    }
    root = small_site(files)
    told = build(root, status=3)
    assert "error content/images/crane.jpg: is damaged (" in told
    assert "save it as JPEG or PNG; the story is published without it\n" in told
    wrong = (
        "`image:` names `bridge.jpg`, which is no picture in content/images/: mend the name; it is published without"
    )
    assert f"error content/briefings/bridge.md:5: {wrong}\n" in told
    assert "in the original: A bridge" in read_page(root, "briefings/bridge.html").get_text()
    assert not read_page(root, "briefings/crane.html").select("img")
    assert build(root, status=3) == told
    write(root / "content/images/crane.jpg", encode(paint(900, 600)))
    assert "crane.jpg" not in build(root, status=3)
    assert read_page(root, "briefings/crane.html").select("img")
    assert run_briefing(root, "verify").returncode == 0


def test_what_may_be_meant_otherwise_is_told(small_site: Callable[..., Path]) -> None:
    """All pictures of a story but the first, and those that nothing shows, which are published nowhere."""
    names = ("crane.jpg", "crane.png", "bridg.jpg", "logo.png", "map.png")
    root = small_site(
        {
            "content/briefings/a.md": STORY.format("crane", "status: draft\n"),
            "content/briefings/b.md": STORY.format("bridge", ""),
            **{f"content/images/{name}": encode(paint(60, 40), "PNG") for name in names},
        }
    )
    told = build(root)
    assert told.splitlines() == [
        "note  content/images/crane.png: the story shows content/images/crane.jpg: name one of them in `image:`",
        "note  content/images/bridg.jpg: no story is named like it: did you mean `bridge`?",
        f"note  content/images/logo.png: {UNUSED}, as 1 picture more",
    ]
    assert not [name for name in read_tree(root / "output") if name.startswith("images/")]
    assert build(root) == told


def test_a_misspelt_word_on_a_picture_stops_the_build(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.format("crane", "image: {captoin: A crane}\n")})
    told = build(root, status=1)
    assert "error content/briefings/a.md:5: `image` knows no `captoin`: write it like `image: {file: " in told


def test_changed_and_removed_pictures_leave_nothing_behind(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/crane.md": STORY.format("crane", "")})
    picture = root / "content/images/crane.jpg"
    seen = []
    for data in (encode(paint(900, 600)), encode(paint(900, 500)), b""):
        write(picture, data) if data else picture.unlink()
        assert build(root) == ""
        files = {name for name in read_tree(root / "output") if name.startswith("images/")}
        assert len(files) == (7 if data else 0)
        assert len([*(root / ".cache/sizes").iterdir()]) == len(files)
        seen.append(files)
    assert not seen[0] & seen[1]


def test_what_is_kept_of_pictures_saves_time_alone(small_site: Callable[..., Path]) -> None:
    """Whatever is lost or spoilt of it, and of the site, the site is the same."""
    root = small_site(
        {
            **{f"content/briefings/{name}.md": STORY.format(name, "") for name in "abcde"},
            **{f"content/images/{name}.jpg": encode(paint(300 + ord(name), 200)) for name in "abcde"},
        }
    )
    assert build(root) == ""
    good = read_tree(root / "output")
    for way, spoil in SPOILT.items():
        for path in (root / ".cache/sizes").iterdir():
            path.write_bytes(spoil(path.read_bytes()))
        for path in (root / "output/images").iterdir():
            path.unlink()
        build(root)
        assert read_tree(root / "output") == good, way
    shutil.rmtree(root / ".cache/pictures")
    write(root / "content/briefings/a.md", STORY.format("a", "lead: true\n"))
    assert run_anew(root, "build", PYTHONHASHSEED="3").returncode == 0
    assert {name: data for name, data in read_tree(root / "output").items() if "images/" in name} == {
        name: data for name, data in good.items() if "images/" in name
    }


def test_pictures_by_several_processes_are_those_of_one(small_site: Callable[..., Path]) -> None:
    names = "abcdef"
    root = small_site(
        {
            **{f"content/briefings/{name}.md": STORY.format(name, "") for name in names},
            **{f"content/images/{name}.jpg": encode(paint(700, 300 + ord(name))) for name in names},
        }
    )
    trees = []
    for workers in ("1", "3"):
        shutil.rmtree(root / ".cache", ignore_errors=True)
        assert run_briefing(root, "build", "--workers", workers).returncode == 0
        trees.append(read_tree(root / "output"))
    assert trees[0] == trees[1]


SHAPES = {
    "landscape": ((1800, 1200), (612, 408)),
    "very wide": ((3000, 300), (612, 61)),
    "very tall": ((300, 3000), (72, 720)),
    "portrait": ((1200, 1600), (540, 720)),
    "tiny": ((90, 60), (90, 60)),
}


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site whose pictures each stand in a story from left to right and in one from right to left."""
    files: dict[str, str | bytes] = {}
    for name, (size, _) in SHAPES.items():
        file = f"{name.replace(' ', '-')}.png"
        files[f"content/images/{file}"] = encode(paint(*size), "PNG")
        for lang in ("en", "ar"):
            front = f"lang: {lang}\nslug: {lang}-{file[:-4]}\n{IMAGE}  file: {file}\n"
            files[f"content/briefings/{lang}-{file[:-4]}.md"] = STORY.format(name, front)
    root = make_site(tmp_path_factory.mktemp("shapes"), files)
    build(root)
    return root


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_pictures_of_any_shape_fit_from_disk(shapes: Path, browser: Browser, lang: str) -> None:
    """On a phone and a wide screen: never wider than the page nor larger than it is, its proportions kept."""
    for width in (320, 1280, 1600):
        page, faults = open_page(browser, width, "light")
        for name, (size, box) in SHAPES.items():
            page.goto((shapes / f"output/briefings/{lang}-{name.replace(' ', '-')}.html").as_uri())
            page.wait_for_function("() => document.querySelector('figure img').complete")
            shown = page.evaluate(
                "(i => [i.naturalWidth, i.clientWidth, i.clientHeight])(document.querySelector('figure img'))"
            )
            assert shown[0] > 0, name
            assert page.locator("figure img").evaluate("i => i.currentSrc").endswith(".avif")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert shown[1] <= min(size[0], width), name
            assert abs(shown[2] - shown[1] * size[1] / size[0]) <= 1.5, name
            if (lang, width) == ("en", 1280):
                assert shown[1:] == pytest.approx([*box], abs=3), name
        for name in (f"{lang}/index.html", "tags/ports.html"):
            page.goto((shapes / "output" / name).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert faults == []
        page.context.close()


def hold_back(page: Page) -> list[Route]:
    """Let a page wait for its pictures."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route("**/images/**", keep)
    return waiting


def test_nothing_moves_when_pictures_come(small_site: Callable[..., Path], browser: Browser) -> None:
    root = small_site(
        {
            **{f"content/briefings/{name}.md": STORY.format(name, IMAGE) for name in "abc"},
            **{f"content/images/{name}.jpg": encode(paint(1500, 1000)) for name in "abc"},
        }
    )
    build(root)
    places = "[...document.querySelectorAll('h1, h2, h3, p, figcaption')].map(e => e.getBoundingClientRect().top)"
    with hosted(root / "output", "") as host:
        for width in (390, 1280):
            for name in ("index.html", "briefings/a.html", "tags/ports.html"):
                page = browser.new_page(viewport={"width": width, "height": 2000})
                waiting = hold_back(page)
                page.goto(f"{host}/{name}", wait_until="domcontentloaded")
                page.wait_for_function("() => document.styleSheets.length > 2 && document.fonts.status === 'loaded'")
                before = page.evaluate(places)
                assert waiting
                for route in waiting:
                    route.continue_()
                page.wait_for_function("() => [...document.images].every(e => e.complete && e.naturalWidth)")
                assert page.evaluate(places) == pytest.approx(before, abs=0.5), (width, name)
                page.close()


def test_a_feed_with_pictures_names_its_words(small_site: Callable[..., Path]) -> None:
    root = small_site(
        {
            "content/briefings/crane.md": STORY.format("crane", IMAGE),
            "content/images/crane.jpg": encode(paint(600, 400)),
        }
    )
    build(root)
    (item,) = ET.parse(root / "output/feeds/all.rss.xml").getroot().findall("channel/item")
    media = "{http://search.yahoo.com/mrss/}"
    (content,) = item.findall(f"{media}content")
    assert (content.get("medium"), content.get("type"), content.get("width")) == ("image", "image/jpeg", "600")
    assert [content.findtext(f"{media}{name}") for name in ("description", "credit")] == [
        "A crane & a <ship>",
        "Sample Press/A B",
    ]
