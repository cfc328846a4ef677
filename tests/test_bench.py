"""What the benchmark of whole sites rests on: one corpus for all, and sites that are counted alike."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from corpus import SECTIONS, Story, make_stories
from sites import Extent, insist_on_equal, kind_of
from tools import ELEVENTY, HUGO, OURS, Tool

SMALL = make_stories(40)

KINDS = {
    "stories": ["briefings/story-00001.html"],
    "topics": ["tags/copper-prices.html", "tags/copper-prices2.html", "tags/copper-prices/page/2.html"],
    "sections": ["sections/energy.html"],
    "days and months": ["2025/12/31/index.html", "2025/12/index.html", "days/2025-12-31.html", "months/2025-12.html"],
    "feeds": ["feeds/all.rss.xml", "index.xml", "tags/copper-prices/index.xml", "tags/copper-prices.xml"],
    "sitemap": ["sitemap.xml"],
    "others": ["index.html", "tags.html", "404.html"],
    "": ["theme/css/main.css", "robots.txt"],
}


def test_the_stories_are_the_same_at_each_making() -> None:
    assert make_stories(40) == SMALL


def test_a_larger_site_has_more_tags() -> None:
    small, large = (len({tag for story in make_stories(size) for tag in story.tags}) for size in (200, 1_000))
    assert small < large


@pytest.mark.parametrize("story", SMALL, ids=lambda story: story.slug)
def test_a_story_is_long_tagged_and_in_a_section(story: Story) -> None:
    assert len(story.body.split()) >= 500
    assert story.tags
    assert story.section in SECTIONS


@pytest.mark.parametrize("tool", [OURS, HUGO, ELEVENTY], ids=lambda tool: tool.name)
def test_front_matter_is_yaml_that_says_the_title(tool: Tool) -> None:
    for story in SMALL:
        _, head, body = tool.write(story, ("A: tag", "[b]")).split("---\n", 2)
        data = yaml.safe_load(head)
        assert data["title"] == story.title
        assert data.get("tags", data.get("topics")) == ["A: tag", "[b]"]
        assert body.strip() == story.body.strip()


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in KINDS.items() for name in names])
def test_a_file_is_counted_by_its_address(kind: str, name: str) -> None:
    assert kind_of(Path(name)) == kind


def test_sites_that_differ_are_not_compared() -> None:
    full = Extent(Counter(stories=40, feeds=10), {"bytes": 1_000})
    insist_on_equal(("one", full), ("other", Extent(Counter(stories=40, feeds=10), {"bytes": 1_100})))
    for other in (
        Extent(Counter(stories=40, feeds=9), {"bytes": 1_000}),
        Extent(Counter(stories=40, feeds=10), {"bytes": 1_300}),
    ):
        with pytest.raises(SystemExit, match="unequal sites"):
            insist_on_equal(("one", full), ("other", other))
