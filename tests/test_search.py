"""Search: the index holds what is published, it is made when that changes, and a reader finds by keyboard."""

import gzip
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from briefing.cli import convert
from briefing.rebuild import Rebuilt, rebuild
from briefing.run import Run
from briefing.search import name_pages
from briefing.verify import verify_site
from briefing.wording import Wording
from conftest import ROOT, hosted, make_site, read_tree, run_anew, run_briefing, write
from test_browser import open_page
from test_rebuild import build_and_list_imports

STORY = "---\ntitle: {0}\ndate: 2025-04-0{1}\n{2}---\n\n{3}\n"
FILES: dict[str, str | bytes] = {
    "content/briefings/crane.md": STORY.format("A crane for Valdoro", 4, "", "The port puts up a lighthouse too."),
    "content/briefings/steel.md": STORY.format("Steel is dearer", 3, "tags: [ports]\n", "A duty on each ton is due."),
    "content/briefings/draft.md": STORY.format("Not yet", 2, "status: draft\n", "A draft says nothing."),
    "content/briefings/hidden.md": STORY.format("Never", 2, "status: hidden\n", "A hidden one says nothing."),
    "content/pages/about.md": "---\ntitle: About\n---\n\nA site.\n",
}
INDEX = "search/index/"


def build(root: Path, *, index: bool = True) -> Rebuilt:
    return rebuild(root, Run(index=index), partial(convert, root))


def read_index(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in read_tree(root / "output").items() if name.startswith(INDEX)}


def fragments(root: Path) -> dict[str, dict[str, str]]:
    """Read what the index says of each story, by the story's address."""
    found = (gzip.decompress(data) for name, data in read_index(root).items() if name.endswith(".pf_fragment"))
    stories = (json.loads(data.removeprefix(b"pagefind_dcd")) for data in found)
    return {story["url"]: {**story["meta"], "content": story["content"]} for story in stories}


def test_the_index_holds_published_stories_and_nothing_else_of_their_pages(small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    conf = (root / "pelican.conf").read_text("utf-8")
    write(root / "pelican.conf", conf.replace("per_story = 6", "per_story = 0"))
    build(root)
    assert fragments(root) == {
        "/briefings/a-crane-for-valdoro.html": {
            "title": "A crane for Valdoro",
            "about": "April 4, 2025",
            "tags": "",
            "content": "A crane for Valdoro. The port puts up a lighthouse too.",
        },
        "/briefings/steel-is-dearer.html": {
            "title": "Steel is dearer",
            "about": "April 3, 2025",
            "tags": "ports",
            "content": "Steel is dearer. A duty on each ton is due.",
        },
    }


EDITS: dict[str, tuple[str, str, bool]] = {
    "a story": ("content/briefings/crane.md", STORY.format("A crane for Valdoro", 4, "", "The port has a ship."), True),
    "tags": ("content/briefings/steel.md", STORY.format("Steel is dearer", 3, "tags: [duty]\n", "A duty."), True),
    "a new story": ("content/briefings/ship.md", STORY.format("A ship", 5, "", "A ship comes in."), True),
    "an embargo": ("content/briefings/ship.md", STORY.format("A ship", 5, "embargo: 2999-01-01\n", "A ship."), True),
    "a draft": ("content/briefings/draft.md", STORY.format("Not yet", 2, "status: draft\n", "It says more."), False),
    "a page": ("content/pages/about.md", "---\ntitle: About\n---\n\nAnother site.\n", False),
    "a template": ("overrides/templates/_meta.html", "<p>{{ story.date_text }}</p>\n", False),
}


def test_the_index_is_made_when_what_it_holds_changes(small_site: Callable[..., Path]) -> None:
    """After each edit it is that of a clean build, and nobody has made it where nothing of it changed."""
    root = small_site(FILES)
    build(root)
    for what, (name, text, changes) in EDITS.items():
        before = read_index(root)
        write(root / name, text)
        run = Run()
        rebuild(root, run, partial(convert, root))
        assert (run.indexed > 0, read_index(root) != before) == (changes, changes), what
        assert verify_site(root)[1] == [], what


def test_a_lost_or_spoilt_file_of_the_index_is_made_good(small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    build(root)
    good = read_index(root)
    for spoil in (Path.unlink, partial(write, text=b"x")):
        spoil(next((root / "output" / INDEX / "fragment").iterdir()))
        build(root)
        assert read_index(root) == good


def test_a_site_can_do_without_the_index(small_site: Callable[..., Path]) -> None:
    """As under `briefing serve`: none is left that may be older than the pages; it comes back by a short build."""
    root = small_site(FILES)
    assert "Index  2 stories indexed" in run_briefing(root, "build").stdout
    whole = read_tree(root / "output")
    assert "Index" not in run_briefing(root, "build", "--no-index").stdout
    assert read_index(root) == {}
    page = BeautifulSoup((root / "output/search.html").read_text("utf-8"), "html5lib")
    assert not page.select("[data-index]")
    assert "unsafe" not in str(page.select_one("[http-equiv=Content-Security-Policy]"))
    assert run_briefing(root, "verify").returncode == 0
    assert "nothing changed" in run_briefing(root, "build", "--no-index").stdout
    said, imported = build_and_list_imports(root)
    assert "Index  2 stories indexed" in said
    assert "pelican" not in imported
    assert read_tree(root / "output") == whole


def test_a_site_can_do_without_search(small_site: Callable[..., Path]) -> None:
    root = small_site(FILES)
    conf = (root / "pelican.conf").read_text("utf-8")
    write(root / "pelican.conf", f"SEARCH = false\n{conf}")
    assert run_briefing(root, "build").returncode == 0
    assert not [name for name in read_tree(root / "output") if name.startswith("search")]
    for name in ("index.html", "404.html"):
        page = BeautifulSoup((root / "output" / name).read_text("utf-8"), "html5lib")
        assert not page.select("[rel=search], form"), name
    assert run_briefing(root, "check").returncode == 0


def test_a_program_that_is_not_built_for_the_machine_is_told_and_done_without(small_site: Callable[..., Path]) -> None:
    root = small_site({**FILES, "plugins/pagefind_bin/__init__.py": "raise ImportError\n"})
    result = run_anew(root, "build")
    assert result.returncode == 0
    assert "note  the search page goes through titles and topics alone: pagefind-bin is not built for" in result.stderr
    assert read_index(root) == {}


@pytest.mark.parametrize(
    ("program", "said"), [("#!/bin/sh\necho It broke >&2; exit 3\n", "ended with 3 (It broke)"), ("", "Exec format")]
)
def test_a_program_that_fails_leaves_the_last_good_site(
    program: str, said: str, small_site: Callable[..., Path]
) -> None:
    root = small_site(FILES)
    assert run_briefing(root, "build").returncode == 0
    good = read_tree(root / "output")
    write(root / "plugins/pagefind_bin/program", program)
    (root / "plugins/pagefind_bin/program").chmod(0o755)
    finder = "from pathlib import Path\n\ndef get_executable():\n    return Path(__file__).with_name('program')\n"
    write(root / "plugins/pagefind_bin/__init__.py", finder)
    result = run_anew(root, "build")
    assert result.returncode == 1
    assert said in result.stderr
    assert "`briefing build --no-index` builds the site without" in result.stderr
    assert read_tree(root / "output") == good
    assert run_anew(root, "build", "--no-index").returncode == 0


@pytest.mark.parametrize(
    ("langs", "pages"),
    [
        ({}, {"en": "search.html"}),
        ({"en": 1, "es": 9}, {"en": "search.html", "es": "es/search.html"}),
        ({"ru": 1, "es": 9}, {"es": "search.html", "ru": "ru/search.html"}),
    ],
)
def test_the_sites_language_is_searched_at_the_root(langs: dict[str, int], pages: dict[str, str]) -> None:
    assert name_pages(Counter(langs), "en") == pages


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", {"one": "{number} story", "other": "{number} stories"}),
        ("it", {"one": "{number} story", "other": "{number} stories"}),
        ("zh", {"other": "{number} 篇报道"}),
        ("ru", {"few": "{number} публикации", "many": "{number} публикаций", "one": "{number} публикация"}),
    ],
)
def test_a_script_counts_in_the_forms_of_the_language(lang: str, forms: dict[str, str]) -> None:
    assert dict(Wording(ROOT / "theme").words(lang).forms("{number} story", "{number} stories")) == forms


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with hosted(site / "output", "/daily") as address:
        yield address


def open_search(browser: Browser, address: str, width: int = 1280) -> tuple[Page, list[str]]:
    """Open a search page; return also what goes wrong there, and what is asked of others than its own host."""
    page, _ = open_page(browser, width, "light")
    faults: list[str] = []
    own = address.partition("/daily")[0] if address.startswith("http") else "file:"
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(own) else faults.append(request.url))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(address)
    return page, faults


def titles(page: Page) -> list[str]:
    return page.locator(".results h2").all_inner_texts()


def test_a_story_is_found_by_keyboard_and_come_back_from(host: str, browser: Browser) -> None:
    page, faults = open_search(browser, f"{host}/index.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")
    expect(page.locator(".ways")).to_be_visible()
    page.keyboard.type("locomotive crane berth", delay=5)
    expect(page.locator("output")).to_have_text("0 stories")
    expect(page.locator(".nothing")).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("mexico gas")
    expect(page.locator(".results li.teaser").first).to_be_visible()
    expect(page.locator("output")).to_have_text(f"{len(titles(page))} stories")
    assert page.locator(".results p mark").first.inner_text().lower().startswith(("mexico", "gas"))
    assert page.url.endswith("/search.html?q=mexico+gas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    wanted = titles(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefings/*.html")
    assert page.locator("h1").inner_text() == wanted[0]
    page.go_back()
    expect(page.locator(".results h2")).to_have_text(wanted)
    assert faults == []
    page.context.close()


def test_enter_goes_to_the_first_result_and_escape_back(host: str, browser: Browser) -> None:
    page, faults = open_search(browser, f"{host}/search.html")
    page.keyboard.type("fog")
    page.keyboard.press("Enter")
    expect(page.locator(".results a").first).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    assert faults == []
    page.context.close()


def test_the_key_that_leads_to_the_search_can_be_turned_off(host: str, browser: Browser) -> None:
    page, _ = open_search(browser, f"{host}/search.html")
    page.get_by_role("checkbox").uncheck()
    page.goto(f"{host}/index.html")
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    assert page.url.endswith("/index.html")
    page.context.close()


def test_a_language_searches_its_own_stories_and_hands_the_words_on(host: str, browser: Browser) -> None:
    page, faults = open_search(browser, f"{host}/search.html?q=veracruz")
    expect(page.locator("output")).not_to_be_empty()
    page.get_by_role("navigation", name="Search").get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/search.html?q=veracruz")
    expect(page.locator("output")).to_have_text("1 noticia")
    assert titles(page) == ["Veracruz, cinco siglos de puerto"]
    page.locator(".results a").click()
    page.wait_for_url("**/briefings/veracruz-cinco-siglos-de-puerto.html")
    assert faults == []
    page.context.close()


def test_from_disk_titles_and_topics_are_searched(site: Path, browser: Browser) -> None:
    page, faults = open_search(browser, (site / "output/es/search.html").as_uri(), width=320)
    page.keyboard.type("PUERTO siglos")
    expect(page.locator(".only")).to_be_visible()
    expect(page.locator("output")).to_have_text("1 noticia")
    assert page.locator(".results h2 mark").all_inner_texts() == ["siglos", "puerto"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefings/veracruz-cinco-siglos-de-puerto.html")
    page.go_back()
    expect(page.locator("output")).to_have_text("1 noticia")
    page.locator("[name=q]").fill('"')
    expect(page.locator("output")).to_have_text("0 noticias")
    assert faults == []
    page.context.close()


def test_without_scripts_the_page_leads_on(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "output/search.html").as_uri())
    assert page.locator("noscript").is_visible()
    assert not any(each.is_visible() for each in page.locator("form, .keys, .only, .nothing, .further").all())
    assert page.get_by_role("link", name="The whole archive").is_visible()
    context.close()


MARKUP = '<img src=x onerror=alert(1)> & "quay" &lt;b&gt;'
SIGNS: dict[str, str | bytes] = {
    "content/briefings/signs.md": STORY.format(f"'{MARKUP}'", 1, "slug: signs\n", f"Type `{MARKUP}` there."),
    "content/briefings/zh.md": STORY.format(
        "港口的新起重机", 2, "lang: zh\nslug: zh\n", "瓦尔多罗港务局表示，第二台机器将于5月运到。"
    ),
    "content/briefings/zh2.md": STORY.format("机重", 2, "lang: zh\nslug: zh2\n", "新闻：口在港。"),
    "content/briefings/ar.md": STORY.format("رافعة جديدة", 3, "lang: ar\nslug: ar\n", "يشتري الميناء رافعة ثانية."),
    "content/briefings/it.md": STORY.format("Una gru", 4, "lang: it\nslug: è-una-gru\n", "Il porto compra due gru."),
    **{f"content/briefings/n{n}.md": STORY.format(f"Number {n}", 5, "", "One of many.") for n in range(12)},
}


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of many writings, for reading only."""
    root = make_site(tmp_path_factory.mktemp("signs"), SIGNS)
    build(root)
    return root


@pytest.mark.parametrize("where", ["host", "disk"])
def test_signs_are_shown_as_they_are_and_scripts_without_spaces_are_searched(
    where: str, signs: Path, browser: Browser
) -> None:
    with hosted(signs / "output", "/daily") as host:
        start = host if where == "host" else (signs / "output").as_uri()
        page, faults = open_search(browser, f"{start}/index.html")
        for path, wanted, found in (
            ("search.html", "onerror=alert", [MARKUP]),
            ("search.html", '"quay"', [MARKUP]),
            ("search.html", "<img src=x onerror=alert(1)>", [MARKUP]),
            ("zh/search.html", "起重机", ["港口的新起重机"]),
            ("zh/search.html", "港口", ["港口的新起重机"]),
            ("ar/search.html", "رافعة", ["رافعة جديدة"]),
            ("it/search.html", "GRU", ["Una gru"]),
        ):
            page.goto(f"{start}/{path}")
            page.locator("[name=q]").fill(wanted)
            expect(page.locator(".results h2")).to_have_text(found)
            assert page.locator(".results mark").count() > 0
            page.locator(".results a").click()
            page.wait_for_url("**/briefings/*")
            assert page.locator("h1").inner_text() == found[0]
            assert faults == [], wanted
        page.context.close()


def test_a_page_of_a_language_the_theme_does_not_speak_says_so(signs: Path) -> None:
    page = BeautifulSoup((signs / "output/it/search.html").read_text("utf-8"), "html5lib")
    assert [tag["lang"] for tag in page.select("html, main > div, .results")] == ["it", "en", "it"]


def test_further_results_come_when_asked_for(signs: Path, browser: Browser) -> None:
    with hosted(signs / "output", "/daily") as host:
        page, faults = open_search(browser, f"{host}/search.html?q=number")
        expect(page.locator("output")).to_have_text("12 stories")
        assert len(titles(page)) == 10
        page.get_by_role("button", name="More results").click()
        expect(page.locator(".results a").nth(10)).to_be_focused()
        assert len(titles(page)) == 12
        assert not page.locator(".further").is_visible()
        page.locator("[name=q]").fill("")
        expect(page.locator(".results li.teaser")).to_have_count(0)
        expect(page.locator(".ways")).to_be_visible()
        assert page.url.endswith("/search.html")
        assert faults == []
        page.context.close()


def test_an_index_that_cannot_be_had_is_done_without(signs: Path, tmp_path: Path, browser: Browser) -> None:
    output = shutil.copytree(signs / "output", tmp_path / "output")
    (output / "search/index/pagefind.js").unlink()
    with hosted(output, "/daily") as host:
        page, _ = open_search(browser, f"{host}/search.html?q=number")
        expect(page.locator("output")).to_have_text("12 stories")
        assert page.locator(".only").is_visible()
        page.context.close()


def test_the_page_for_no_page_searches_for_the_words_of_its_address(site: Path, browser: Browser) -> None:
    with hosted(site / "output", "") as host:
        page, _ = open_search(browser, f"{host}/2025/a/fog-shuts_harbour.html")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url("**/search.html?q=fog+shuts+harbour")
        expect(page.locator(".results h2").first).to_have_text("Fog shuts Valdoro harbour for nine hours")
        page.context.close()
