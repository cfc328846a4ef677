"""Orders to hold a story: the moment that they state."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time

from .dates import Dated

_UNTIL = re.compile(
    r"embargo|until|till|before|hold\b|release|sperrfrist|эмбарго|до\b|hasta|jusqu|حظر|禁发", re.IGNORECASE
)
_CLOCK_SIGN = re.compile(
    r"(?<!\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:[A-Z]{2,4}\b|h|hours)|\d\s?[ap]\.?m\b|\d[:.]\d\d(?![\d.])"
)


def order_moment(text: str, dates: Sequence[Dated]) -> tuple[datetime | None, bool]:
    """The moment until which a line holds the story, and whether day and month of it are in doubt.

    None where it states no day, or an hour that was not read: an editor must say when.
    """
    if not dates or leaves_hour(text, dates):
        return None, False
    order = _UNTIL.search(text)
    dated = next((each for each in dates if order and each.start > order.start()), dates[-1])
    return later_reading(dated), dated.other is not None


def leaves_hour(text: str, dates: Sequence[Dated]) -> bool:
    """Tell whether an hour stands in a line whose dates were read without one."""
    return (
        bool(dates) and not any(isinstance(each.value, datetime) for each in dates) and bool(_CLOCK_SIGN.search(text))
    )


def later_reading(dated: Dated) -> datetime:
    """The moment of a date, at midnight where no hour is stated; of two readings of day and month the later."""
    when = dated.value if isinstance(dated.value, datetime) else datetime.combine(dated.value, time())
    return max(when, datetime.combine(dated.other, when.timetz())) if dated.other else when


def latest(moments: Sequence[datetime]) -> datetime | None:
    """The last of the moments that several lines state; one without a zone counts as UTC."""
    return max(moments, key=lambda when: when if when.tzinfo else when.replace(tzinfo=UTC), default=None)
