"""Dates stated in a line of news text.

Month tables instead of a general date parser: a parser guesses years and day order from the clock and the
locale, reads "may" and "sat" as dates, and takes milliseconds a line; here only a full date counts.
"""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from .months import CLOCK_WORDS, MONTHS, RELATIVE, WEEKDAYS
from .words import PUBLISHED, UPDATED

_MONTH = "|".join(re.escape(name) for name in sorted(MONTHS, key=lambda name: (-len(name), name)))
_YEAR = r"(?:19|20)\d\d"
# A page may glue the hour to the year: "May 4, 20246:21 PM".
# or the day of a second date: "23 April 202223 April 2022".
_END = r"(?!\d)|(?=[01]?\d:[0-5]\d\s?[AaPp]\.?[Mm])|(?=\d{1,2}\s[A-Z][a-z]{2,9}\s(?:19|20)\d\d)"

_DATE = re.compile(
    rf"""
      (?<!\d)(?P<y1>{_YEAR})\s?[-/.年]\s?(?P<m1>\d{{1,2}})\s?[-/.月]\s?(?P<d1>\d{{1,2}})(?:\s?日|(?=T\d)|(?!\d))    # 2020-03-23, 2020年3月23日
    | (?<![\d:])(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|\.)?,?[\s-]{{0,2}}(?:de\s|of\s|d['’])?\s?(?P<m2>{_MONTH})\b\.?
      (?:\s?/\s?\w{{3,8}})?,?[\s-]{{0,2}}(?:de\s|del\s|of\s|من\s|عام\s)?\s?(?P<y2>{_YEAR})(?:{_END})                   # 12 March 2024
    | (?<![^\W\d_])(?P<m3>{_MONTH})\b\.?\s?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y3>{_YEAR})(?:{_END})      # March 12, 2024
    | (?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y4>{_YEAR}|\d\d)(?![\d/]|-\d)           # 12/03/2024
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s?(?:de\s)?(?:{_MONTH})\b\.?(?!\s?\d{{4}})"
    rf"|(?<![^\W\d_])(?:{_MONTH})\b\.?\s?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}月\d{{1,2}}日",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.:/])(?P<h>[01]?\d|2[0-4])(?:\s?[:.hH]\s?(?P<min>[0-5]\d))(?::[0-5]\d(?:\.\d+)?)?(?!\d|[.:/]\d)\s?(?P<half>[ap]\.?\s?m\b\.?|[صم](?!\w))?"
    r"|(?<![\d.:/])(?P<h2>1[0-2]|[1-9])\s?(?P<half2>[ap]\.?m\b\.?)|(?<!\d)(?P<h3>[01]?\d|2[0-3])\s?(?:h|Uhr)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:\b|(?<=\d))(?:(?P<name>GMT|UTC|BST|CEST|CET|MSK|МСК|ED?T|EST|CDT|CST|MDT|MST|PDT|PST|IST|JST)\b)?(?P<off>[+-]\d\d:?\d\d)?|(?<=\d)Z\b"
)
_ZONES = {"GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "MSK": 3, "МСК": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
          "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "ET": -5}  # fmt: skip
_BETWEEN = re.compile(r"[^\d.;:!?]{0,36}")
_RELATIVE = re.compile(rf"(?<!\w)(?:{RELATIVE})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
_EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def _labels(table: dict[str, tuple[str, ...]]) -> str:
    words = sorted({word for words in table.values() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


_PUBLISHED = re.compile(rf"(?<!\w)(?:{_labels(PUBLISHED)})(?!\w)", re.IGNORECASE)
_UPDATED = re.compile(rf"(?<!\w)(?:{_labels(UPDATED)})(?!\w)", re.IGNORECASE)
_LABEL_ONLY = re.compile(rf"(?:{_labels(PUBLISHED)}|{_labels(UPDATED)})\s*[:：]?", re.IGNORECASE)
_CLOCK = frozenset(CLOCK_WORDS) | {word.strip(".") for word in CLOCK_WORDS}
_SHORTEST = re.compile(r"\d")
_YEARISH = re.compile(r"(?:19|20)\d\d|\d[/.-]\d\d?[/.-]\d\d")


@dataclass(frozen=True, slots=True)
class Order:
    """How 03/04/2025 is to be read, and whether the text leaves no doubt."""

    month_first: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line; `other` is the reading with day and month exchanged when both are possible."""

    value: date | datetime
    other: date | None
    start: int
    end: int
    updated: bool


def western_digits(text: str) -> str:
    return text.translate(_EASTERN_DIGITS)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_near(text: str) -> int | None:
    for word in _WORD.findall(text.casefold()):
        if word.strip(".,") in WEEKDAYS:
            return WEEKDAYS[word.strip(".,")]
    return None


def _numeric(match: re.Match[str], text: str, order: Order) -> tuple[date | None, date | None]:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y4"])
    if len(match["y4"]) == 2:
        year += 2000 if year < 70 else 1900
    day_first, month_first_reading = _make(year, b, a), _make(year, a, b)
    if match["sep"] == ".":
        return (day_first, None) if day_first else (None, None)
    if day_first and month_first_reading and day_first != month_first_reading:
        weekday = _weekday_near(text[max(0, match.start() - 16) : match.end() + 16])
        if weekday is not None and (day_first.weekday() == weekday) != (month_first_reading.weekday() == weekday):
            return (day_first, None) if day_first.weekday() == weekday else (month_first_reading, None)
        first, second = (month_first_reading, day_first) if order.month_first else (day_first, month_first_reading)
        return first, None if order.settled else second
    return day_first or month_first_reading, None


def _hour(match: re.Match[str]) -> time | None:
    hour = int(match["h"] or match["h2"] or match["h3"])
    half = (match["half"] or match["half2"] or "").casefold()
    if half[:1] in ("p", "م") and hour < 12:
        hour += 12
    elif half[:1] in ("a", "ص") and hour == 12:
        hour = 0
    return time(hour, int(match["min"] or 0)) if hour < 24 else None


def _zone(text: str) -> timezone | None:
    match = _ZONE.match(text.lstrip(" ()"))
    if not match or not match.group().strip():
        return None
    if match["off"]:
        sign, digits = match["off"][0], match["off"][1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if sign == "-" else minutes)) if minutes < 24 * 60 else None
    hours = _ZONES.get(match["name"] or "UTC")
    return (UTC if hours == 0 else timezone(timedelta(hours=hours))) if hours is not None else None


def _with_time(day: date, text: str, start: int, end: int) -> date | datetime:
    """The nearest clock time within a few words of the date belongs to it."""
    for low, high in ((end, end + 24), (max(0, start - 16), start)):
        match = _TIME.search(text, low, high)
        clock = _hour(match) if match else None
        if match and clock:
            return datetime.combine(day, clock, _zone(text[match.end() : match.end() + 12]))
    for match in _TIME.finditer(text, max(0, start - 48), start):  # 10:00 a.m. Eastern time, Friday, April 4, 2025
        if _BETWEEN.fullmatch(text, match.end(), start) and (clock := _hour(match)):
            return datetime.combine(day, clock, _zone(text[match.end() : match.end() + 12]))
    return day


def find_dates(text: str, order: Order | None = None) -> tuple[Dated, ...]:
    """All full dates in a line, in order; `order` reads 03/04/2025 where nothing in the line does."""
    order = order or Order(month_first=True, settled=False)
    if not _SHORTEST.search(text):
        return ()
    if not text.isascii():
        text = western_digits(text)
    if not _YEARISH.search(text):
        return ()
    found = []
    since = 0
    for match in _DATE.finditer(text):
        other = None
        if match["y1"]:
            value = _make(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        elif match["y2"]:
            value = _make(int(match["y2"]), MONTHS[match["m2"].casefold()], int(match["d2"]))
        elif match["y3"]:
            value = _make(int(match["y3"]), MONTHS[match["m3"].casefold()], int(match["d3"]))
        else:
            value, other = _numeric(match, text, order)
        if value:
            before = text[since : match.start()]
            label = max((m.end() for m in _UPDATED.finditer(before)), default=-1)
            updated = label > max((m.end() for m in _PUBLISHED.finditer(before)), default=-1) - 1 and label >= 0
            stamp = _with_time(value, text, match.start(), match.end())
            found.append(Dated(stamp, other, match.start(), match.end(), updated))
            since = match.end()
    return tuple(found)


_STROKES = re.compile(r"\d[/-]\d\d?[/-]\d\d")


def tell_order(text: str, english: Callable[[], bool], british: Callable[[], bool]) -> Order:
    """Whether numeric dates put the month first: by a plain one among them, else by language and spelling."""
    if not _STROKES.search(text):
        return Order(month_first=True, settled=False)
    numeric = [match for match in _DATE.finditer(western_digits(text)) if match["a"] and match["sep"] != "."]
    for match in numeric:
        if (int(match["a"]) > 12) != (int(match["b"]) > 12):
            return Order(month_first=int(match["b"]) > 12, settled=True)
    if not numeric:
        return Order(month_first=True, settled=False)
    if not english():
        return Order(month_first=False, settled=True)
    return Order(month_first=not british(), settled=False)


def residue(text: str) -> str:
    """What is left of a line without its dates, times, weekdays and the labels that go with them."""
    text = _GLUED.sub(r"\1 ", western_digits(text))
    text = _DATE.sub(" ", text)
    text = _ZONE_NAME.sub(" ", _READ_TIME.sub(" ", text))
    text = _RELATIVE.sub(" ", text)
    text = _TIME.sub(" ", text)
    text = _DAY_MONTH.sub(" ", text)
    text = " " if _SEASON.fullmatch(text.strip()) else text
    text = _UPDATED.sub(" ", text)
    text = _PUBLISHED.sub(" ", text)
    words: list[str] = []
    for token in text.split():
        bare = token.casefold().strip(".,;:()[]|•·/–—-،；：，")
        if (not bare and words and words[-1] not in _SEPARATORS and token in _SEPARATORS) or (
            bare and bare not in WEEKDAYS and bare not in _CLOCK and not _OFFSET.fullmatch(bare)
        ):
            words.append(token)
    return " ".join(words).strip(" |,;:·•–—-/()،：")


_READ_TIME = re.compile(
    r"(?:(?:lesezeit|lesedauer|reading time|read time|temps de lecture|lecture|tiempo de lectura|tempo de leitura|время чтения)\s*:?\s*)(?:ca\.\s)?\d+\s?(?:min\w*\.?|мин\w*)?|\d+\s?(?:-?\s?min(?:ute)?s?\.?\sread|min\.?\s(?:de\s)?(?:lectura|leitura|lecture|lesezeit)|мин\w*\sчтени\w+)",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(
    r"\b(?:eastern|central|mountain|pacific|greenwich mean|british summer|moscow|beijing|local)\s(?:standard\s|daylight\s)?time\b",
    re.IGNORECASE,
)
# A page may glue the next label to the zone: "16.31 GMTFirst published on".
_GLUED = re.compile(r"\b(GMT|UTC|BST|EST|EDT|CET|CEST|MSK|ET)(?=[A-Z][a-z])")
_SEPARATORS = frozenset("|·•–—-")
_OFFSET = re.compile(r"(?:gmt|utc)?[+-]?\d{0,4}(?::\d\d)?", re.IGNORECASE)


_SEASON = re.compile(
    rf"(?:spring|summer|autumn|fall|winter|primavera|verano|otoño|invierno|printemps|été|automne|hiver|frühjahr|frühling|sommer|herbst|{_MONTH})\.?"
    r"(?:\s(?:de|of))?,?\s(?:19|20)\d\d(?:\s(?:issue|edition))?",
    re.IGNORECASE,
)


def is_relative(text: str) -> bool:
    if _SEASON.fullmatch(text.strip()):
        return True
    return bool(_RELATIVE.search(text) or _DAY_MONTH.search(text) or _TIME.search(western_digits(text)))


def is_label(text: str) -> bool:
    """A label such as "Published:" that waits for the date on the next line."""
    return bool(_LABEL_ONLY.fullmatch(text))
