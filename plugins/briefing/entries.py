"""What became of a seed, for the report, and how that is said."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from briefing.embargo import Clock, Hold
from briefing.last import count
from briefing.renewal import Outcome
from briefing.seed.parts import Part
from briefing.shelf import Known, Shelf, read_known


class State(StrEnum):
    """What became of a seed."""

    NEW = "new"
    CHANGED = "changed"
    MERGED = "merged"
    CLASH = "waiting for a hand"
    HELD = "waiting for its moment"
    UNCHANGED = "unchanged"
    EDITED = "edited by hand"
    DUPLICATE = "duplicate"
    RENAMED = "renamed"
    VANISHED = "vanished"
    SET_ASIDE = "set aside"
    NOT_READ = "not read"

    @property
    def aside(self) -> bool:
        return self is State.SET_ASIDE


STATES = {Outcome.RENEWED: State.CHANGED, Outcome.MERGED: State.MERGED, Outcome.CLASH: State.CLASH}


@dataclass(frozen=True, slots=True)
class Entry:
    """One seed's line in the report."""

    seed: str
    state: State
    article: str | None = None
    message: str = ""
    until: datetime | None = None
    """When the seed is to be looked at again, though nothing has changed."""
    doubts: tuple[Part, ...] = ()
    """What a person should have a look at in a seed that was converted in this run."""


def tell_standing(shelf: Shelf, known: Known) -> Entry:
    """Tell how an article stands whose seed has not changed."""
    name, article = known.stamp.file, known.name
    if beside := shelf.clash(known):
        return Entry(name, State.CLASH, article, clash_message(shelf, beside))
    return Entry(name, State.EDITED if known.edited else State.UNCHANGED, article)


def clash_message(shelf: Shelf, beside: Sequence[Path]) -> str:
    """Say what to do with the versions that wait beside an article."""
    names = " and ".join(sorted(map(shelf.folders.name, beside), key=lambda name: (len(name), name)))
    those = "that file" if len(beside) == 1 else "those files"
    return f"changed where a hand has changed the article: take what you want from {names}, then delete {those}"


def tell_waiting(shelf: Shelf, told: Container[str | None]) -> Iterator[Entry]:
    """Tell of the new versions that wait for a hand and that no seed's line has told of."""
    for article, beside in sorted(shelf.waiting.items()):
        if (name := shelf.folders.name(article)) not in told:
            yield Entry(name, State.CLASH, name, clash_message(shelf, beside))
    for path in shelf.strays:
        message = "its article is gone: take what you want from it, then delete it"
        yield Entry(shelf.folders.name(path), State.CLASH, None, message)


def tell_kept(kept: Sequence[str]) -> Iterator[Entry]:
    """Tell in one line of the former and unfinished files among the seeds."""
    for at, name in enumerate(kept):
        more = f", as {count(len(kept) - 1, 'file')} more" if len(kept) > 1 else ""
        message = f"looks like a former or unfinished file, so it was not read{more}: rename it if it is a seed"
        yield Entry(name, State.NOT_READ, None, "" if at else message)


def hold_message(shelf: Shelf, now: Known, clock: Clock, before: Hold, asked: Hold) -> str:
    """Say what became of an embargo in force that was there before, or that a seed asks for."""
    asks = clock.holds(asked)
    if not asks and not clock.holds(before):
        return ""
    held = read_known(shelf, now)[0].hold
    if asks and asked.outlasts(held):
        instead = f"it is {held}" if clock.holds(held) else "it is not held"
        return f"; this text asks to be {asked}, but a hand has changed `status` or `embargo`, so {instead}"
    if held.outlasts(before):
        return f"; from now on {held}"
    if held.outlasts(asked) and asks:
        return f"; still {held}, though this text asks to be {asked}"
    if held.outlasts(asked):
        return f"; still {held}, though this text does not ask for it: to publish it, delete {held.keys} in {now.name}"
    return ""
