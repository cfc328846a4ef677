"""Orders to hold a story: the moment that they state."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone

from .dates import Dated

_UNTIL = re.compile(
    r"embargo|until|till|before|hold\b|release|sperrfrist|эмбарго|до\b|hasta|jusqu|حظر|禁发", re.IGNORECASE
)
_CLOCK_SIGN = re.compile(
    r"(?<!\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:(?!AND\b)[A-Z]{2,4}\b|h|hours)|\d\s?[ap]\.?m\b|\d[:.]\d\d(?![\d.])"
)

_CLOCK_WORD = re.compile(
    r"\b(?:noon|midday|midnight|mediodía|medianoche|midi|minuit|mittags?|mitternacht)\b|полдень|полночь|[上下中]午|時|时|\d\s?点|\bالساعة\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?:\b(?:GMT|UTC)\s?|\d\d:\d\d(?::\d\d)?)(?P<sign>[+−–-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?![\d-])"
)
_ZONE = re.compile(
    r"\d\s?(?:[ap]\.?m\.?,?\s|h(?:ours|rs)?\s|Uhr\s)?\(?(?!(?:AM|PM|AT|ON|IN|OF|THE|AND|MON|TUE|TUES|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUNE|JUL|JULY|AUG|SEP|SEPT|OCT|NOV|DEC|LOCAL)\b)[A-Z]{2,5}\b(?!\s?\d)"
    r"|\b(?i:eastern|central|pacific|mountain|atlantic|moscow|beijing|local)\s(?i:(?:standard|daylight)\s)?(?i:time)\b",
)


def order_moment(text: str, dates: Sequence[Dated]) -> tuple[datetime | None, bool]:
    """The moment until which a line holds the story, and whether day and month of it are in doubt.

    None where it states no day, or an hour that was not read: an editor must say when.
    """
    if not dates or leaves_hour(text, dates):
        return None, False
    order = _UNTIL.search(text)
    dated = next((each for each in dates if order and each.start > order.start()), dates[-1])
    when = later_reading(dated)
    if ahead := _OFFSET.search(text):
        offset = timedelta(hours=int(ahead["hours"]), minutes=int(ahead["minutes"] or 0))
        when = when.replace(tzinfo=timezone(-offset if ahead["sign"] in "-−–" else offset))
    return when, dated.other is not None


def leaves_hour(text: str, dates: Sequence[Dated]) -> bool:
    """Tell whether an hour, or its zone, stands in a line whose dates were read without it."""
    read = any(isinstance(each.value, datetime) for each in dates)
    return bool(dates) and ((not read and states_hour(text)) or leaves_zone(text, dates))


def leaves_zone(text: str, dates: Sequence[Dated]) -> bool:
    """Tell whether a zone of hours stands beside an hour that was read without one."""
    hours = [each.value for each in dates if isinstance(each.value, datetime)]
    return (
        bool(hours) and not any(hour.tzinfo for hour in hours) and bool(_ZONE.search(text)) and not _OFFSET.search(text)
    )


def states_hour(text: str) -> bool:
    """Tell whether a line states an hour, of whatever day."""
    return bool(_CLOCK_SIGN.search(text) or _CLOCK_WORD.search(text))


def later_reading(dated: Dated) -> datetime:
    """The moment of a date, at midnight where no hour is stated; of two readings of day and month the later."""
    when = dated.value if isinstance(dated.value, datetime) else datetime.combine(dated.value, time())
    return max(when, datetime.combine(dated.other, when.timetz())) if dated.other else when


def latest(moments: Sequence[datetime | None]) -> datetime | None:
    """The last of the moments that several lines state; one without a zone counts as UTC.

    None where one of them is not understood: an editor must say when.
    """
    known = [when for when in moments if when is not None]
    if len(known) < len(moments):
        return None
    return max(known, key=lambda when: when if when.tzinfo else when.replace(tzinfo=UTC), default=None)
