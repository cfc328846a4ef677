"""A story under an embargo is nowhere in the site until a build after its moment, and then without a change to it."""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.article import is_embargoed
from briefing.clock import build_moment
from briefing.embargo import release_moment
from briefing.errors import BriefingError
from briefing.seed import read_seed
from conftest import read_tree, run_briefing, write
from test_imaging import encode, paint

WORD = "zinnwaldite"
GZIP = b"\x1f\x8b"
SEED = f"""EMBARGOED UNTIL 10:00 GMT, 4 April 2025

Port of Valdoro to buy a {WORD} mine

The port of Valdoro, an invented town, will buy a mine of {WORD} from Talleres Quillay in May.

The harbour board said that {WORD} holds lithium, and that the first crane of the port was built in 1974.
"""
OPEN = """School of Porvela opens a second kitchen

Pupils of Porvela, an invented village, have eaten in two rooms since Monday, and wait half as long for their soup.

A cook who has been there since 1974 said that the queue used to reach the gate, whatever the weather was like.
"""
STORY = f"---\ntitle: The {WORD} mine\ndate: 2025-04-01\n%s---\n\nThe harbour of Valdoro has {WORD}.\n"


def epoch(moment: str) -> str:
    return str(int(datetime.fromisoformat(moment).timestamp()))


def holders(root: Path) -> list[str]:
    """Name all files of the built site in whose name or text the secret is.

    The index of the search page is packed, and the ends of words are cut off in it.
    """
    found = []
    for name, data in read_tree(root / "output").items():
        text = gzip.decompress(data) if data.startswith(GZIP) else data
        if WORD in name or WORD[:-1].encode() in text.lower():
            found.append(name)
    return found


def test_an_embargoed_seed_is_nowhere_and_then_everywhere(small_site: Callable[..., Path]) -> None:
    slug = f"port-of-valdoro-to-buy-a-{WORD}-mine"
    picture = encode(paint(90, 60), "PNG")
    root = small_site({"seeds/a.txt": SEED, "seeds/2025-04-04-b.txt": OPEN, f"content/images/{slug}.png": picture})
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T09:59:59+00:00"))
    assert result.returncode == 0, result.stderr
    assert "1 story held under embargo, the next until 2025-04-04 10:00 UTC" in result.stderr
    assert "1 story, " in result.stdout
    assert holders(root) == []
    content = read_tree(root / "content")
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T10:00:00+00:00"))
    assert result.returncode == 0, result.stderr
    assert "held" not in result.stderr
    assert "2 stories, " in result.stdout
    assert read_tree(root / "content") == content
    assert {f"briefings/{slug}.html", "index.html", "2025/04/04/index.html", "feeds/all.rss.xml"} <= {*holders(root)}
    assert any(name.startswith("images/") for name in holders(root))
    indexed = {name.split("/")[2] for name in holders(root) if name.startswith("search/index/")}
    assert {"fragment", "index"} <= indexed
    assert run_briefing(root, "check").returncode == 0


@pytest.mark.parametrize("status", ["", "status: embargoed\n", "status: draft\n", "status: hidden\n"])
def test_an_editor_holds_a_story_in_the_sites_own_time(status: str, small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY % f"{status}embargo: 2025-04-04 10:00:00\n"})
    conf = (root / "pelican.conf").read_text("utf-8")
    write(root / "pelican.conf", conf.replace('TIMEZONE = "UTC"', 'TIMEZONE = "America/Mexico_City"'))
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T15:59:00+00:00"))
    assert result.returncode == 0, result.stderr
    assert "the next until 2025-04-04 10:00 CST" in result.stderr
    assert holders(root) == []
    assert run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T16:00:00+00:00")).returncode == 0
    assert holders(root) != []


def test_a_published_story_that_gets_an_embargo_leaves_the_site(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY % ""})
    assert run_briefing(root, "build").returncode == 0
    assert holders(root) != []
    write(root / "content/briefings/a.md", STORY % "embargo: 2999-01-01\n")
    assert run_briefing(root, "build").returncode == 0
    assert holders(root) == []


def test_a_story_that_gets_an_embargo_leaves_the_site_though_the_cache_is_gone(small_site: Callable[..., Path]) -> None:
    picture = encode(paint(90, 60), "PNG")
    root = small_site({"content/briefings/a.md": STORY % "", f"content/images/the-{WORD}-mine.png": picture})
    assert run_briefing(root, "build").returncode == 0
    write(root / "output/CNAME", "news.example")
    write(root / f"output/old/the-{WORD}-mine.pdf", WORD)
    shutil.rmtree(root / ".cache")
    write(root / "content/briefings/a.md", STORY % "embargo: 2999-01-01\n")
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert holders(root) == [f"old/the-{WORD}-mine.pdf"]
    assert f"output/old/the-{WORD}-mine.pdf: is named like a held story: delete it" in result.stderr
    assert (root / "output/CNAME").is_file()


def test_a_link_to_a_held_story_is_told_so(small_site: Callable[..., Path]) -> None:
    page = "---\ntitle: Links\n---\n\n[The mine]({filename}/briefings/a.md#lead)\n"
    root = small_site({"content/briefings/a.md": STORY % "embargo: 2999-01-01\n", "content/pages/p.md": page})
    result = run_briefing(root, "build")
    assert result.returncode == 1
    told = "leads to content/briefings/a.md, which is held: take it out until that is published"
    assert f"error content/pages/p.md:5: the link `{{filename}}/briefings/a.md#lead` {told}\n" in result.stderr


def test_the_hands_embargo_holds_when_the_seeds_changes(small_site: Callable[..., Path]) -> None:
    """A clash of two moments leaves the hand's in force, and neither version in the site."""
    root = small_site({"seeds/a.txt": SEED})
    before = epoch("2025-04-04T09:00:00+00:00")
    assert run_briefing(root, "build", SOURCE_DATE_EPOCH=before).returncode == 0
    (path,) = (root / "content/briefings").glob("*.md")
    text = path.read_text("utf-8")
    write(path, re.sub(r"(?m)^(embargo: 2025-04-04.)10", r"\g<1>12", text))
    write(root / "seeds/a.txt", SEED.replace("10:00 GMT", "08:00 GMT"))
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=before)
    assert result.returncode == 0, result.stderr
    assert f"{path.stem}.theirs.md" in result.stderr
    assert "until 2025-04-04 12:00 UTC" in result.stderr
    assert holders(root) == []


@pytest.mark.parametrize("order", ["UNTIL 10:00 GMT, 4 April 2031", "until further notice"])
def test_an_embargo_that_arrives_over_a_hands_work_takes_the_story_out(
    order: str, small_site: Callable[..., Path]
) -> None:
    seed = SEED.partition("\n\n")[2]
    root = small_site({"seeds/a.txt": seed})
    before = epoch("2025-04-04T09:00:00+00:00")
    assert run_briefing(root, "build", SOURCE_DATE_EPOCH=before).returncode == 0
    assert holders(root) != []
    (path,) = (root / "content/briefings").glob("*.md")
    write(path, path.read_text("utf-8").replace("1974", "1973"))
    write(root / "seeds/a.txt", f"EMBARGOED {order}\n\n{seed.replace('1974', '1975')}")
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=before)
    assert result.returncode == 0, result.stderr
    assert f"{path.stem}.theirs.md, then delete that file; from now on held until " in result.stderr
    assert "1973" in path.read_text("utf-8")
    assert holders(root) == []


def test_a_seed_that_drops_its_embargo_is_published(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": SEED.replace("4 April 2025", "4 April 2999")})
    assert run_briefing(root, "build").returncode == 0
    assert holders(root) == []
    write(root / "seeds/a.txt", SEED.partition("\n\n")[2])
    assert run_briefing(root, "build").returncode == 0
    assert holders(root) != []


def test_an_embargo_without_a_moment_holds_until_an_editor_states_one(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": SEED.replace("UNTIL 10:00 GMT, 4 April 2025", "until further notice")})
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    assert "1 story held under embargo, until a moment is set" in result.stderr
    assert holders(root) == []


@pytest.mark.parametrize("left", ["status: embargoed\n", "embargo: 2031-04-04\n"])
def test_one_of_the_two_lines_still_holds_and_the_build_says_what_to_do(
    left: str, small_site: Callable[..., Path]
) -> None:
    root = small_site({"content/briefings/a.md": STORY % left})
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T00:00:00+00:00"))
    assert holders(root) == []
    told = "content/briefings/a.md: held until a moment is set: set the moment like `embargo: 2025-04-04"
    assert (told in result.stderr) is (left == "status: embargoed\n")


def test_a_page_under_an_embargo_is_held_and_counted_as_a_page(small_site: Callable[..., Path]) -> None:
    page = f"---\ntitle: The {WORD} page\nembargo: 2031-04-04\n---\n\nOn {WORD}.\n"
    root = small_site({"content/pages/p.md": page, "content/briefings/a.md": STORY % "embargo: 2031-04-05\n"})
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-04T00:00:00+00:00"))
    assert "1 story held under embargo, the next until 2031-04-05" in result.stderr
    assert "1 page held under embargo, the next until 2031-04-04" in result.stderr
    assert holders(root) == []


def test_a_held_story_is_explained_by_its_seed(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/a.txt": SEED.replace("2025", "2091")})
    assert run_briefing(root, "build").returncode == 0
    slug = f"port-of-valdoro-to-buy-a-{WORD}-mine"
    result = run_briefing(root, "explain", slug)
    assert result.returncode == 0, result.stderr
    told, _, read = result.stdout.partition("\n\n")
    assert told.startswith(
        f"content/briefings/{slug}.md: held until 2091-04-04 10:00 UTC: to publish it earlier, delete"
    )
    assert read.startswith("seeds/a.txt:1: embargo (")
    as_json = json.loads(run_briefing(root, "explain", "--json", slug).stdout)
    assert (as_json["until"], as_json["seed"]["seed"]) == ("2091-04-04T10:00:00+00:00", "seeds/a.txt")
    (root / "seeds/a.txt").unlink()
    assert run_briefing(root, "explain", slug).stdout == f"{told}\n"


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN OR INTO THE UNITED STATES", False),
        ("Not for release to U.S. newswire services", False),
        ("NOT FOR PUBLICATION", True),
        ("Please hold for release", True),
        ("STRICTLY EMBARGOED", True),
        ("EMBARGO: not for use in the United States", True),
    ],
)
def test_a_notice_that_bars_a_country_holds_nothing(line: str, held: bool) -> None:
    assert is_embargoed(read_seed(f"{line}\n\n{OPEN}")) is held


@pytest.mark.parametrize(
    ("embargo", "timezone", "moment"),
    [
        (date(2025, 4, 4), "UTC", "2025-04-04T00:00:00+00:00"),
        (datetime(2025, 4, 4, 10), "Europe/Paris", "2025-04-04T10:00:00+02:00"),  # noqa: DTZ001 - what is tested
        (datetime(2025, 4, 4, 10, tzinfo=UTC), "Europe/Paris", "2025-04-04T10:00:00+00:00"),
    ],
)
def test_an_embargo_ends_at_a_moment(embargo: date, timezone: str, moment: str) -> None:
    assert release_moment(embargo, timezone).isoformat() == moment


def test_a_build_stands_for_the_moment_it_is_told() -> None:
    assert build_moment({"SOURCE_DATE_EPOCH": "1743760800"}).isoformat() == "2025-04-04T10:00:00+00:00"
    with pytest.raises(BriefingError, match="SOURCE_DATE_EPOCH=soon is no number of seconds"):
        build_moment({"SOURCE_DATE_EPOCH": "soon"})


def test_a_held_page_is_published_though_a_story_was_built_meanwhile(small_site: Callable[..., Path]) -> None:
    page = f"---\ntitle: The {WORD} page\nembargo: 2025-04-04\n---\n\nOn {WORD}.\n"
    root = small_site({"content/pages/p.md": page, "seeds/2025-04-01-b.txt": OPEN})
    before = epoch("2025-04-01T00:00:00+00:00")
    assert run_briefing(root, "build", SOURCE_DATE_EPOCH=before).returncode == 0
    write(root / "seeds/2025-04-01-b.txt", OPEN.replace("1974", "1975"))
    result = run_briefing(root, "build", SOURCE_DATE_EPOCH=before)
    assert "1 page held under embargo, the next until 2025-04-04" in result.stderr
    assert holders(root) == []
    assert run_briefing(root, "build", SOURCE_DATE_EPOCH=epoch("2025-04-05T00:00:00+00:00")).returncode == 0
    assert holders(root) != []
