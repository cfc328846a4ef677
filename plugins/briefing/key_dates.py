"""The days that a story names, each with its sentence; a day that could be of another year is left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from briefing.dates import locale_of
from briefing.paragraphs import Paragraph
from briefing.sentences import split_sentences

FEWEST = 2
"""A story that names one day has no list of days."""
NEAR = timedelta(days=150)
"""So far from its story at most is a day that states no year."""
EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
DIGIT = re.compile(r"\d")
DAY = r"(?<![\d.,:/–-])(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?"
YEAR = r"(?P<y{0}>(?:19|20)\d\d)(?!\d)"
RANGE = r"(?!\s?[–—-]\s?\d|\d|[.,:]\d)"


@dataclass(frozen=True, slots=True)
class KeyDate:
    day: date
    sentence: str
    paragraph: int


def find_key_dates(paragraphs: Sequence[Paragraph], published: date, lang: str) -> tuple[KeyDate, ...]:
    """Find the days that a story names, each once and in their order, but for the day it was published on."""
    found: dict[date, KeyDate] = {}
    for paragraph in paragraphs:
        if not DIGIT.search(paragraph.text):
            continue  # most name no day, and need not be cut
        for sentence in split_sentences(paragraph.text):
            for day in read_days(sentence, published, lang):
                found.setdefault(day, KeyDate(day, sentence, paragraph.number))
    found.pop(published, None)
    return tuple(found[day] for day in sorted(found)) if len(found) >= FEWEST else ()


def read_days(sentence: str, published: date, lang: str) -> Iterator[date]:
    """Read each day with a month; of one without a year that which is nearest to the story, if it is near."""
    if not DIGIT.search(sentence):
        return
    pattern, months = words_of_days(lang)
    for match in pattern.finditer(sentence.translate(EASTERN_DIGITS)):
        for form in range(1, 5):
            if (day := match[f"d{form}"]) is None:
                continue
            month, year = match[f"m{form}"], match[f"y{form}"]
            number = int(month) if month.isdigit() else months[month.casefold()]
            stated = (int(year),) if year else range(published.year - 1, published.year + 2)
            days = [each for one in stated if (each := make_day(one, number, int(day)))]
            nearest = min(days, key=lambda each: abs(each - published), default=None)
            if nearest and (year or abs(nearest - published) <= NEAR):
                yield nearest


def make_day(year: int, month: int, day: int) -> date | None:
    """Make a day, None of one such as 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def words_of_days(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Make the pattern of a day in a language: `5 May 2025`, in English `May 5` too, `2025-05-05`, `5月5日`."""
    names = locale_of(lang).months["format"]["wide"]
    months = {name.casefold(): number for number, name in names.items()}
    month = "|".join(sorted(map(re.escape, names.values()), key=lambda name: (-len(name), name)))
    forms = [
        rf"{DAY.format(1)}\s(?:de\s|of\s)?(?P<m1>{month})\b(?:,?\s(?:de\s|del\s)?{YEAR.format(1)})?",
        rf"\b(?P<m2>{month})\s{DAY.format(2)}{RANGE}(?:,?\s{YEAR.format(2)})?" if lang.startswith("en") else NEVER,
        rf"(?<![\d-]){YEAR.format(3)}-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d-])",
        rf"(?:{YEAR.format(4)}年)?(?<!\d)(?P<m4>\d{{1,2}})月(?P<d4>\d{{1,2}})日",
    ]
    return re.compile("|".join(forms)), months


NEVER = r"(?!)(?P<m2>x)(?P<d2>x)(?P<y2>x)"
