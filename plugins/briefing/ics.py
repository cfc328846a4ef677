"""The days of a story as a calendar that programs can take in (RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from briefing.key_dates import KeyDate
from briefing.paragraphs import paragraph_name

FOLD = 73
"""Bytes of a line at most, a space before a continued one counted and the end of the line not."""


def write_calendar(dates: Iterable[KeyDate], address: str, ident: str, stamp: datetime) -> str:
    """Write an event a day, each with its sentence and a link to its paragraph."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing-microsite//EN"]
    for each in dates:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{ident}#{each.day.isoformat()}",
            f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
            f"SUMMARY:{escape(each.sentence)}",
            f"URL:{address}#{paragraph_name(each.paragraph)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in fold(line))


def escape(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def fold(line: str) -> Iterator[str]:
    """Cut a line that is too long, never within a letter."""
    data = line.encode()
    start, end = 0, FOLD
    while end < len(data):
        while data[end] & 0xC0 == 0x80:  # a byte that carries a letter on
            end -= 1
        yield f"{' ' if start else ''}{data[start:end].decode()}"
        start, end = end, end + FOLD - 1
    yield f"{' ' if start else ''}{data[start:].decode()}"
