"""Stories held back, and until which moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from briefing.front_matter import Moment

if TYPE_CHECKING:
    from briefing.article import Article

EMBARGOED = "embargoed"
"""The status of a story that is held; alone, it waits for an editor to state the moment."""
FOREVER = datetime.max.replace(tzinfo=UTC)


class Hold(NamedTuple):
    """The two keys of an article that hold it back."""

    status: str | None = None
    embargo: Moment | None = None

    @property
    def end(self) -> datetime | None:
        """Tell until when, for comparing two: for ever where no moment is stated, and in UTC where no zone is."""
        if self.embargo:
            return release_moment(self.embargo, "UTC")
        return FOREVER if self.status == EMBARGOED else None

    @property
    def key(self) -> datetime:
        """Order holds by how long they last."""
        return self.end or datetime.min.replace(tzinfo=UTC)

    @property
    def keys(self) -> str:
        """Name the lines that hold a story."""
        lines = ("`embargo:`", self.embargo), (f"`status: {EMBARGOED}`", self.status == EMBARGOED)
        return " and ".join(line for line, there in lines if there)

    def outlasts(self, other: "Hold") -> bool:
        return self.end is not None and (other.end is None or self.end > other.end)

    def __str__(self) -> str:
        if self.end is None:
            return "not held"
        if self.embargo is None:
            return "held until a moment is set"
        exact = isinstance(self.embargo, datetime)
        return f"held until {self.embargo:{'%Y-%m-%d %H:%M %Z' if exact else '%Y-%m-%d'}}".rstrip()


class Held(NamedTuple):
    """A story that a build leaves out; `until` is unknown where an editor has still to state it."""

    slug: str
    stem: str
    until: datetime | None
    page: bool = False
    pictures: tuple[str, ...] = ()
    """Those that it names."""


SHOWN = 10


def tell_held(held: Mapping[str, Held]) -> Iterator[str]:
    """Say how many stories and pages are held and until when, and of each that waits for a moment what to write."""
    for what, whats, page in (("story", "stories", False), ("page", "pages", True)):
        ends = [each.until for each in held.values() if each.page is page]
        due = min((end for end in ends if end), default=None)
        next_one = f"the next until {due:%Y-%m-%d %H:%M %Z}" if due else "until a moment is set"
        if ends:
            yield f"{len(ends):,} {what if len(ends) == 1 else whats} held under embargo, {next_one}"
    waiting = [name for name, each in sorted(held.items()) if each.until is None]
    for name in waiting[:SHOWN]:
        yield f"{name}: {tell_release(held[name])}"
    if len(waiting) > SHOWN:
        yield f"… and {len(waiting) - SHOWN:,} more that wait for a moment"


def tell_release(held: Held) -> str:
    """Say until when a story is held, and what to write to let it out."""
    if held.until is None:
        moment = "set the moment like `embargo: 2025-04-04 10:00:00+02:00`"
        return f"held until a moment is set: {moment}, or delete `status: {EMBARGOED}` to publish it now"
    end = f"{held.until:%Y-%m-%d %H:%M %Z}"
    return f"held until {end}: to publish it earlier, delete `embargo:` and, if it is there, `status: {EMBARGOED}`"


def names_held(held: Iterable[Held]) -> list[str]:
    """List the names of pictures that are held with these stories and pages, without their endings."""
    return sorted({name for each in held for name in (each.slug, each.stem)})


def names_of(path: str) -> set[str]:
    """List what a file may be named like: its name up to each of its dots."""
    parts = PurePath(path).name.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts) + 1)}


def release_moment(embargo: Moment, timezone: str) -> datetime:
    """Tell when an embargo ends: a day at its midnight, and a time without a zone in the time of the site."""
    when = embargo if isinstance(embargo, datetime) else datetime.combine(embargo, time())
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(timezone))


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of a run, and the time zone of the site."""

    now: datetime
    timezone: str = "UTC"

    def end_of(self, hold: Hold) -> datetime | None:
        """Tell until when a story is held; None where no moment is stated."""
        return release_moment(hold.embargo, self.timezone) if hold.embargo else None

    def is_ahead(self, when: Moment) -> bool:
        return release_moment(when, self.timezone) > self.now

    def holds(self, hold: Hold) -> bool:
        """Tell whether a story is held still."""
        return hold.end is not None and (hold.embargo is None or self.is_ahead(hold.embargo))


def hold(article: "Article", stem: str, settings: Mapping[str, Any], *, page: bool = False) -> Held | None:
    """Tell whether a build leaves out a story or page, and until when; `stem` begins the name of its file."""
    if article.hold.end is None:
        return None
    until = release_moment(article.embargo, settings["TIMEZONE"]) if article.embargo else None
    if until and until <= settings["NOW"]:
        return None
    images = (article.image or {}, *article.images)
    return Held(article.slug, stem, until, page, tuple(image["file"] for image in images if "file" in image))
