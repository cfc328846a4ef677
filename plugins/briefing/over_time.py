"""How the stories of a list lie in time: how many there are in each month, and which days they name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from briefing.dates import write_day, write_month
from briefing.paragraphs import paragraph_name
from briefing.pieces import Bar, Chart, StoryDay

LOWEST = 4
"""Per cent of the height of the chart, at which a bar can still be seen."""
FEWEST = 2
MOST = 12
"""Days on a timeline."""


def show_chart(articles: Sequence[Any], lang: str) -> Chart | None:
    """Draw a bar for each month that has stories, in its place among all months; none where they are of one month."""
    counts = Counter(article.date.year * 12 + article.date.month - 1 for article in articles)
    if len(counts) < FEWEST:
        return None
    first, most = min(counts), max(counts.values())
    bars = tuple(
        Bar(
            month=write_month(date(number // 12, number % 12 + 1, 1), lang),
            count=counts[number],
            place=number - first,
            height=max(LOWEST, 100 * counts[number] // most),
        )
        for number in sorted(counts)
    )
    return Chart(bars, bars[-1].place + 1, max(reversed(bars), key=lambda bar: bar.count))


def show_timeline(articles: Sequence[Any], lang: str) -> tuple[StoryDay, ...]:
    """List the days that stories name, each with the sentence of the newest that names it; none where it is one day.

    Where there are too many, those that most stories name are taken, and of these the latest.
    """
    named: dict[date, list[tuple[Any, Any]]] = defaultdict(list)
    for article in articles:
        for each in article.key_dates:
            named[each.day].append((article, each))
    if len(named) < FEWEST:
        return ()
    chosen = sorted(named, key=lambda day: (len(named[day]), day), reverse=True)[:MOST]
    return tuple(tell_day(day, *named[day][0], lang) for day in sorted(chosen))


def tell_day(day: date, article: Any, key_date: Any, lang: str) -> StoryDay:
    """Tell of a day in the language of the list, by a sentence in that of its story."""
    return StoryDay(
        day=day,
        text=write_day(day, lang, "long"),
        sentence=key_date.sentence,
        url=f"{article.url}#{paragraph_name(key_date.paragraph)}",
        lang=article.lang,
    )
