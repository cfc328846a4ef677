"""Dates in words, in the language of the page and never in that of the machine."""

from datetime import date, datetime
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError, localedata
from babel.dates import format_date, format_datetime, format_skeleton

LANGUAGES = frozenset(each.partition("_")[0] for each in localedata.locale_identifiers())
"""The languages that Babel can write a date in."""
RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(lang: str) -> str:
    return "rtl" if lang.partition("-")[0] in RTL else "ltr"


def language_name(lang: str) -> str:
    """Name a language as those who speak it do."""
    name = locale_of(lang).get_display_name() or lang
    return name[:1].upper() + name[1:]


def locale_of(lang: str) -> Locale:
    """Find Babel's locale for a language; English for one that it does not know."""
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def day_in_words(day: datetime, lang: str, style: Literal["full", "long"] = "long") -> str:
    """Write a day in words, with its weekday where `style` is full."""
    return write_day(day.date(), lang, style)


@cache
def write_day(day: date, lang: str, style: Literal["full", "long"]) -> str:
    return format_date(day, style, locale_of(lang))


def moment_in_words(moment: datetime, lang: str) -> str:
    """Write a moment in words, with the name of its time zone or how far it is from UTC."""
    return format_datetime(moment, "long", locale=locale_of(lang))


def month_in_words(day: datetime, lang: str) -> str:
    return write_month(day.date().replace(day=1), lang)


@cache
def write_month(month: date, lang: str) -> str:
    return format_skeleton("yMMMM", month, locale=locale_of(lang))


def write_year(year: date, lang: str) -> str:
    return format_skeleton("y", year, locale=locale_of(lang))


def span_in_words(first: datetime, last: datetime, lang: str) -> str:
    """Name the months of the first and the last story, or the one month of both."""
    months = month_in_words(first, lang), month_in_words(last, lang)
    return months[0] if months[0] == months[1] else " – ".join(months)
