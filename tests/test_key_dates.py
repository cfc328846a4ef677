"""The days that a story names, and nothing that might be another day; on its page and for calendar programs."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.check import check_site
from briefing.ics import fold, write_calendar
from briefing.key_dates import KeyDate, find_key_dates, read_days
from briefing.paragraphs import Paragraph
from conftest import run_briefing
from test_pages import pages_of

PUBLISHED = date(2025, 4, 4)
STORY = """---
title: A crane
date: 2025-04-04
id: urn:uuid:0000
---

On April 4 the board met, and on May 5, 2025, it will meet again; see http://port.example.

The crane stands since 12 March; it was paid on January 2, by the *town*.
"""


@pytest.mark.parametrize(
    ("lang", "sentence", "days"),
    [
        ("en", "It opens on May 5.", ["2025-05-05"]),
        ("en", "It opened on 5 May 1974, not on June 6th, 1975.", ["1974-05-05", "1975-06-06"]),
        ("en", "The 3rd of June and the 2nd of April 2030.", ["2025-06-03", "2030-04-02"]),
        ("en", "From December 30 it is closed, as from February 1.", ["2024-12-30", "2025-02-01"]),
        ("en", "The law of 2019-07-01 ends at noon.", ["2019-07-01"]),
        ("en", "It opens on October 5.", []),  # of this year or the last
        ("en", "It may 5 times fail; 5 out of 10 do; in May, on the 5th; May 2025.", []),
        ("en", "It lasts from May 5-7 or 5–7 May, and 32 May is no day; nor is February 30.", []),
        ("en", "It costs May 5.50 or 1.5 May.", []),
        ("es", "Abre el 5 de mayo y cierra el 6 de junio de 2026.", ["2025-05-05", "2026-06-06"]),
        ("fr", "Il ouvre le 1er mai et ferme le 2 juin 2025.", ["2025-05-01", "2025-06-02"]),
        ("de", "Am 5. Mai wird es eröffnet, nicht am 6. Juni 2026.", ["2025-05-05", "2026-06-06"]),
        ("ru", "Порт откроют 5 мая, а причал 6 июня 2026 года.", ["2025-05-05", "2026-06-06"]),
        ("ar", "يفتح الميناء في ٥ مايو.", ["2025-05-05"]),
        ("zh", "港口5月5日开放，2026年6月6日关闭。", ["2025-05-05", "2026-06-06"]),
        ("it", "Apre il 5 maggio.", ["2025-05-05"]),
    ],
)
def test_a_day_is_read_as_its_language_writes_it(lang: str, sentence: str, days: list[str]) -> None:
    assert [day.isoformat() for day in read_days(sentence, PUBLISHED, lang)] == days


@given(st.dates(date(2025, 4, 4), date(2025, 8, 30)) | st.dates(date(2024, 11, 10), date(2025, 4, 4)))
def test_a_near_day_without_a_year_is_of_the_nearest_one(day: date) -> None:
    assert [*read_days(f"On {day.day} {day:%B} it came.", PUBLISHED, "en")] == [day]


def test_each_day_is_told_once_and_the_storys_own_is_not() -> None:
    texts = ["On April 4 it rained. It opens on May 5.", "On May 5 it rains. It closed on March 1."]
    paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, 1)]
    assert find_key_dates(paragraphs, PUBLISHED, "en") == (
        KeyDate(date(2025, 3, 1), "It closed on March 1.", 2),
        KeyDate(date(2025, 5, 5), "It opens on May 5.", 1),
    )
    assert find_key_dates(paragraphs[:1], PUBLISHED, "en") == ()


@given(st.text("aä中🙂 ,;\\", max_size=200))
def test_a_calendar_can_be_read_back(sentence: str) -> None:
    text = write_calendar([KeyDate(PUBLISHED, sentence, 3)], "https://a.example/b.html", "urn:x", datetime.now(UTC))
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    (summary,) = (line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))
    assert summary.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\") == sentence
    assert {"UID:urn:x#2025-04-04", "DTSTART;VALUE=DATE:20250404", "URL:https://a.example/b.html#p3"} <= {*lines}


@given(st.text(min_size=1).filter(lambda text: "\r" not in text and "\n" not in text))
def test_folding_loses_no_letter(line: str) -> None:
    first, *others = fold(line)
    assert first + "".join(part[1:] for part in others) == line


def test_the_page_lists_them_with_a_calendar(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY})
    assert run_briefing(root, "build").returncode == 0
    assert check_site(root / "output") == []
    page = pages_of(root)["briefings/a-crane.html"]
    days = [(str(row.time["datetime"]), str(row.a["href"])) for row in page.select(".days > div") if row.time and row.a]
    assert days == [("2025-01-02", "#p2"), ("2025-03-12", "#p2"), ("2025-05-05", "#p1")]
    assert page.select('a[type="text/calendar"][href="../briefings/a-crane.ics"]')
    calendar = (root / "output/briefings/a-crane.ics").read_bytes().decode()
    assert calendar.count("BEGIN:VEVENT\r\n") == 3
    assert "\n" not in calendar.replace("\r\n", "")
    assert "DTSTAMP:20250404T000000Z\r\n" in calendar
