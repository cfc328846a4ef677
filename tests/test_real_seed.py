"""The seed that the project began with, where it lies beside the repository; its sentences are not in here."""

import json
import shutil
from pathlib import Path

import feedparser
from bs4 import BeautifulSoup

from briefing.article import read_article
from conftest import ROOT, run_briefing

SHARED = ROOT.parent / "shared" / "seeds"


def test_every_part_of_the_real_seed_is_recognised(site: Path, tmp_path: Path) -> None:
    seeds = [*SHARED.glob("000_*.txt")]
    assert seeds or not SHARED.is_dir(), "the folder is there, but not the seed"
    for seed in seeds:
        check_real_seed(seed, shutil.copytree(site, tmp_path / "site"))


def check_real_seed(seed: Path, root: Path) -> None:
    lines = seed.read_text("utf-8").split("\n")
    (root / "seeds" / seed.name).write_bytes(seed.read_bytes())
    result = run_briefing(root, "build")
    assert result.returncode == 0, result.stderr
    (path,) = [path for path in (root / "content/briefings").glob("*.md") if seed.name in path.read_text("utf-8")]
    _, article = read_article(path, "x")
    assert (article.title, article.summary, article.lang) == (lines[0], lines[1], "en")
    assert article.image is not None
    assert article.image["credit"] == lines[3].partition("(")[2].rstrip(")")
    assert article.image["caption"] == lines[3].partition(" (")[0]
    assert (article.authors, article.date_source) == ((), "mtime")
    label, title, source = lines[-1].split(": ")
    assert article.read_more == ({"title": title, "source": source},)
    page = BeautifulSoup((root / "output/briefings" / f"{article.slug}.html").read_text("utf-8"), "html5lib")
    body = page.select_one(".prose")
    assert body is not None
    subhead = lines[10]
    assert [p.get_text() for p in body.find_all("p")] == [line for line in lines[4:-1] if line != subhead]
    assert len(body.find_all("p")) == 10
    assert [h.get_text() for h in body.find_all("h2")] == [subhead]
    tags = {link.get_text().casefold() for link in page.select("a[href*='tags/']")}
    assert {"mexico", "russia", "energy"} <= tags
    assert len(page.select(".related li")) >= 2
    assert json.loads(str(page.select('script[type="application/ld+json"]')[0].string))["headline"] == lines[0]
    feed = feedparser.parse((root / "output/feeds/all.rss.xml").read_bytes())
    assert lines[0] in [entry.title for entry in feed.entries]
    assert label == "Read more"
