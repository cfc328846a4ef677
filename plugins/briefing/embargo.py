"""Stories held back, and until which moment."""

from datetime import datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.front_matter import Moment


class Held(NamedTuple):
    """A story that a build leaves out; `until` is unknown where an editor has still to state it."""

    slug: str
    stem: str
    until: datetime | None


def release_moment(embargo: Moment, timezone: str) -> datetime:
    """Tell when an embargo ends: a day at its midnight, and a time without a zone in the time of the site."""
    when = embargo if isinstance(embargo, datetime) else datetime.combine(embargo, time())
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(timezone))
