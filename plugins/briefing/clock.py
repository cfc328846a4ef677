"""The moment that a build stands for, and what is still to come at it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.embargo import Hold, release_moment
from briefing.errors import BriefingError
from briefing.front_matter import Moment

NOW = "SOURCE_DATE_EPOCH"
"""The variable that reproducible builds agreed on: seconds since 1970. A build takes it for the time of day."""


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
