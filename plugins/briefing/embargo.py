"""Stories held back: until which moment, and whether that moment has come."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.errors import BriefingError
from briefing.front_matter import Moment

NOW = "SOURCE_DATE_EPOCH"
"""The variable that reproducible builds agreed on: seconds since 1970. A build takes it for the time of day."""


class Held(NamedTuple):
    """A story that a build leaves out; `until` is unknown where an editor has still to state it."""

    slug: str
    stem: str
    until: datetime | None


def build_moment(environment: Mapping[str, str] = os.environ) -> datetime:
    """Tell the moment a build stands for: that of the variable, else that of the clock."""
    stated = environment.get(NOW)
    if stated is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(stated), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"{NOW}={stated} is no number of seconds since 1970: write it like {NOW}=1743760800 or unset it"
        raise BriefingError(message) from error


def release_moment(embargo: Moment, timezone: str) -> datetime:
    """Tell when an embargo ends: a day at its midnight, and a time without a zone in the time of the site."""
    when = embargo if isinstance(embargo, datetime) else datetime.combine(embargo, time())
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(timezone))
