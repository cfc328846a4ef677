"""Stories held back, and until which moment."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
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

    def outlasts(self, other: "Hold") -> bool:
        return self.end is not None and (other.end is None or self.end > other.end)

    def __str__(self) -> str:
        if self.end is None:
            return "not held"
        return f"held until {self.embargo}" if self.embargo else "held until a moment is set"


class Held(NamedTuple):
    """A story that a build leaves out; `until` is unknown where an editor has still to state it."""

    slug: str
    stem: str
    until: datetime | None


def release_moment(embargo: Moment, timezone: str) -> datetime:
    """Tell when an embargo ends: a day at its midnight, and a time without a zone in the time of the site."""
    when = embargo if isinstance(embargo, datetime) else datetime.combine(embargo, time())
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(timezone))


def hold(article: "Article", stem: str, settings: Mapping[str, Any]) -> Held | None:
    """Tell whether a build leaves out a story, and until when; `stem` begins the name of its file."""
    if article.hold.end is None:
        return None
    until = release_moment(article.embargo, settings["TIMEZONE"]) if article.embargo else None
    return Held(article.slug, stem, until) if until is None or until > settings["NOW"] else None
