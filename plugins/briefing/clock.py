"""The moment that a build stands for."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from briefing.errors import BriefingError

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
