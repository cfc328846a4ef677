"""What a person is told of a build: lines and notes from what became of the seeds and of the site."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.embargo import names_held, names_of, tell_held
from briefing.entries import Entry, State
from briefing.last import CONF, Sources, count, relative
from briefing.publish import Built
from briefing.search_index import tell_index

SHOWN = 10
NEXT: Mapping[State, State] = {State.NEW: State.UNCHANGED, State.CHANGED: State.UNCHANGED, State.MERGED: State.EDITED}
"""What a seed is at the next run, when nothing has been done since."""


def tell_seeds(report: Iterable[Entry], seeds: Path) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Say how many seeds are in which state, which are set aside and why, and what else is to be known of them."""
    entries = [*report]
    states = Counter(entry.state for entry in entries)
    line = ", ".join(f"{states[state]} {state.value}" for state in State if states[state])
    aside = [each for each in entries if each.state is State.SET_ASIDE]
    errors = (f"{each.seed}: {each.message}; the seed is set aside" for each in aside)
    silent = (State.SET_ASIDE, State.VANISHED)
    notes = (f"{each.seed}: {each.message}" for each in entries if each.message and each.state not in silent)
    missing = f"there is no folder {relative(seeds)}: make it for the seeds, or name another as SEEDS_PATH"
    return line or f"none in {relative(seeds)}", tuple(errors), (*notes, *([] if seeds.is_dir() else [missing]))


def foresee(report: Iterable[Entry]) -> list[Entry] | None:
    """Report as the next run will if nothing is done until then; None where that takes a look at the articles."""
    after: list[Entry] = []
    for entry in report:
        if entry.state is State.RENAMED:
            return None
        passing = entry.state in NEXT or entry.state is State.DUPLICATE
        state = NEXT.get(entry.state, entry.state)
        after.append(replace(entry, state=state, message="" if passing else entry.message, doubts=()))
    return after


def tell_site(built: Built) -> tuple[str, tuple[str, ...]]:
    """Say how much there is in the site, and what is to be known of it."""
    made = [count(built.stories, "story", "stories"), count(built.tags, "tag"), count(ending(built, ".html"), "page")]
    feeds = ending(built, ".xml") - 1  # the sitemap is none
    made += [count(feeds, "feed"), *([count(built.drafts, "draft")] if built.drafts else [])]
    pictures: list[str] = built.settings["GALLERY"].notes
    notes = (*built.strangers, *pictures, *built.warnings, *tell_index(built.settings), *list_notes(built))
    return ", ".join(made), (*notes, *tell_held(built.held))


def ending(built: Built, suffix: str) -> int:
    return sum(name.endswith(suffix) for name in built.change.names)


def list_notes(built: Built) -> Iterator[str]:
    """Name what lies in the site's folder and is none of its files, first what may give a held story away."""
    held = {*names_held(built.held.values())}
    for name in built.change.foreign:
        if not held.isdisjoint(names_of(name)):
            yield f"{relative(built.output / name)}: is named like a held story: delete it if it is not to be public"
    for name in built.change.foreign[:SHOWN]:
        yield f"{relative(built.output / name)}: no build put this here, so it was left alone"
    if len(built.change.foreign) > SHOWN:
        yield f"… and {len(built.change.foreign) - SHOWN:,} files more"


def sources_of(settings: Mapping[str, Any]) -> Sources:
    """Name what a site with these settings is made from."""
    overrides = settings.get("THEME_TEMPLATES_OVERRIDES", [])
    theme = (settings["THEME"], settings["OVERRIDES_PATH"], *overrides)
    paths = [Path(settings["ROOT"], CONF), settings["PATH"], *theme, *settings["PLUGIN_PATHS"]]
    return Sources(
        seeds=(settings["SEEDS_PATH"],),
        stories=tuple(str(Path(settings["PATH"], folder)) for folder in settings["ARTICLE_PATHS"]),
        inputs=(str(Path(__file__).parent), *map(str, paths)),
        output=(settings["OUTPUT_PATH"],),
        cache=settings["CACHE_PATH"],
    )
