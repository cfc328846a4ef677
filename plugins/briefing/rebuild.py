"""One build with the least that it takes: nothing, the stories that have changed, or all of it by Pelican."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.last import CONF, SET_ASIDE, Moment, Said, keep_last, read_last
from briefing.run import Run

if TYPE_CHECKING:
    from briefing.entries import Entry
    from briefing.publish import Built

STORIES = frozenset({"seeds", "stories", "index"})
Convert = Callable[[Mapping[str, Any]], "list[Entry]"]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build has to say of the site, the notes on its seeds apart where it converted any."""

    said: Said
    report: "list[Entry] | None"
    """What became of the seeds; None where nothing was done and `said` tells it again."""
    written: int = 0
    removed: int = 0


def rebuild(root: Path, run: Run, convert: Convert) -> Rebuilt:
    """Bring a site up to date; `convert` brings its articles up to date with the seeds, and reports at once."""
    last = read_last(root, index=run.index)
    run.lap("looking for changes")
    if last and not last.changed:
        return Rebuilt(last.said, None)
    if last and last.short and last.changed <= STORIES:
        moment = last.moment
        report = convert({**last.short["settings"], "RUN": run})
        moment.look("stories")
        run.lap("seeds")
        built = update(last.short, run) or build_whole(root, moment, run)
    else:
        settings, moment = open_site(root, run)
        report = convert(settings)
        moment.look("stories")
        run.lap("seeds")
        built = build_whole(root, moment, run)
    moment.look("output")
    rebuilt = keep(moment, report, built)
    run.lap("looking again")
    return rebuilt


def open_site(root: Path, run: Run) -> tuple[dict[str, Any], Moment]:
    """Read the settings of a site, and look at its seeds before they are read."""
    from briefing.report import sources_of

    settings = read_settings(root, run)
    moment = Moment(sources_of(settings))
    moment.look("seeds")
    run.lap("starting Pelican")
    return settings, moment


def read_settings(root: Path, run: Run) -> dict[str, Any]:
    """Read `pelican.conf`, and put the run along, by which plugins know it."""
    from briefing.conf import load_settings

    return {**load_settings(root / CONF), "RUN": run}


def update(short: Mapping[str, Any], run: Run) -> "Built | None":
    from briefing.update import update_site

    return update_site({**short["settings"], "RUN": run}, short["links"], short["warnings"], short["pictures"])


def build_whole(root: Path, moment: Moment, run: Run) -> "Built":
    """Let Pelican build the site; its settings are read anew, for an embargo may have ended meanwhile."""
    from briefing.build import build_site

    moment.look("inputs")
    return build_site(root, read_settings(root, run))


def keep(moment: Moment, report: "list[Entry]", built: "Built") -> Rebuilt:
    """Keep what a build has to say for those that have nothing to do, and what one of changed stories starts from."""
    from briefing.report import foresee, tell_seeds, tell_site

    site, notes = tell_site(built)
    faults = tuple(built.settings["GALLERY"].faults)
    status = SET_ASIDE if faults or any(entry.state.aside for entry in report) else 0
    said = Said("", faults, notes, site, str(built.output / "index.html"), status)
    if (after := foresee(report)) is not None:
        line, errors, seed_notes = tell_seeds(after, Path(built.settings["SEEDS_PATH"]))
        later = replace(said, seeds=line, errors=(*errors, *faults), notes=(*seed_notes, *notes))
        dues = [due for due in (built.next_release, *(entry.until for entry in report)) if due]
        now, until = built.settings["NOW"], min(dues, default=None)
        keep_last(moment, later, short_of(built), index=built.settings["RUN"].index, now=now, until=until)
    return Rebuilt(said, report, built.change.written, built.change.removed)


def short_of(built: "Built") -> Mapping[str, Any]:
    """Take what a build of changed stories starts from; nothing where it takes Pelican, as for a page that is held.

    So it is too where a story or page has a link that Pelican resolves: with a story the page that links to it changes,
    and with a link goes the copy of the picture that it led to.
    """
    from briefing.embargo import names_held
    from briefing.update import is_familiar

    if not is_familiar(built.settings) or built.singular or any(each.page for each in built.held.values()):
        return {}
    settings = {key: value for key, value in built.settings.items() if is_plain(value)}
    gallery = built.settings["GALLERY"]
    pictures = {"linked": gallery.linked, "withheld": gallery.withheld, "held": names_held(built.held.values())}
    return {"settings": settings, "links": built.links, "warnings": built.warnings, "pictures": pictures}


def is_plain(value: Any) -> bool:
    """Tell whether a setting can be kept in JSON; the others are made anew from those."""
    try:
        json.dumps(value)
    except (TypeError, ValueError):
        return False
    return True
