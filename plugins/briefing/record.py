"""What a file in `content/` says: its article, and what follows from its text."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from briefing.article import Article, from_markdown, opening
from briefing.bodies import Body, Html
from briefing.brief import Point, choose_points
from briefing.digests import digest_text
from briefing.key_dates import KeyDate, find_key_dates
from briefing.markup import PELICAN_LINK, list_pictures, to_html_and_plain
from briefing.paragraphs import list_paragraphs
from briefing.words import Text

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert, How many words do we read per minute? (2019)."""
LETTERS_A_MINUTE = 500
"""For scripts without spaces, in characters."""
MOMENTS = ("date", "modified", "embargo")
SINGULAR = re.compile(rf"""{PELICAN_LINK.pattern}|<img[^>]*\balt=(?:""|'')""")


@dataclass(frozen=True, slots=True)
class Record:
    """A story or page as its file states it."""

    key: str
    """Stands for the bytes of the file and the code that has read them."""
    article: Article
    """Without its body and an editor's own keys, of which a page shows nothing."""
    opening: str
    """How the text begins."""
    length: int
    """In characters of plain text."""
    minutes: int
    """How long it takes to read."""
    points: tuple[Point, ...]
    """The story in brief."""
    key_dates: tuple[KeyDate, ...]
    """The days that it names."""
    singular: bool
    """It holds links that only Pelican resolves, or a picture without words, of which Pelican warns."""
    pictures: tuple[str, ...]
    """The ways to the pictures that it links to."""
    text_key: bytes
    """Stands for the text that tags and related stories are found by."""
    load: Callable[[], Body] = field(compare=False, repr=False)

    @property
    def html(self) -> Html:
        return Html(self.key, lambda: self.load().html)

    @property
    def text(self) -> Text:
        """Take the text that tags and related stories are found by."""
        article = self.article
        return Text(article.title, article.summary or "", self.load().plain, article.lang)


def make_record(text: str, name: str, key: str, *, page: bool, raw_html: bool) -> Record:
    """Read a file; `name` stands for it in the message of the `BriefingError` that a fault raises."""
    article = from_markdown(text, name, page=page)
    body = Body(*to_html_and_plain(article.body, raw_html=raw_html))
    html, plain = body
    summary = article.summary or ""
    return Record(
        key=key,
        article=replace(article, body="", extra={}),
        opening=opening(plain),
        length=len(plain),
        minutes=reading_time(plain),
        points=() if page else choose_points(html, article.brief, article.lang, article.title, summary),
        key_dates=read_key_dates(html, article),
        singular=bool(SINGULAR.search(html)),
        pictures=list_pictures(html),
        text_key=digest_text(Text(article.title, summary, plain, article.lang)),
        load=lambda: body,
    )


def read_key_dates(html: str, article: Article) -> tuple[KeyDate, ...]:
    """Find the days that a story names; without a date of its own nothing says which year is meant."""
    if article.date is None:
        return ()
    published = article.date.date() if isinstance(article.date, datetime) else article.date
    return find_key_dates(list_paragraphs(html), published, article.lang)


def reading_time(text: str) -> int:
    """Estimate minutes, at least one."""
    words = text.split()
    unspaced = len(text) > 10 * len(words)
    return max(1, round(len(text) / LETTERS_A_MINUTE if unspaced else len(words) / WORDS_A_MINUTE))


def pack_record(record: Record) -> bytes:
    """Write a record without its body as JSON."""
    values = {key: value for key in FRONT if (value := getattr(record.article, key))}
    points = [(point.text, point.paragraph) for point in record.points]
    days = [(each.day.isoformat(), each.sentence, each.paragraph) for each in record.key_dates]
    facts = [record.opening, record.length, record.minutes, record.singular, record.text_key.hex()]
    return json.dumps([values, *facts, points, days, record.pictures], default=write_value, ensure_ascii=False).encode()


def unpack_record(data: bytes, key: str, load: Callable[[], Body]) -> Record:
    """Take a record from what `pack_record` wrote; `load` fetches its body."""
    values, opening, length, minutes, singular, text_key, points, days, pictures = json.loads(data)
    return Record(
        key=key,
        article=Article(**read_values(values)),
        opening=opening,
        length=length,
        minutes=minutes,
        points=tuple(Point(*point) for point in points),
        key_dates=tuple(KeyDate(date.fromisoformat(day), *rest) for day, *rest in days),
        singular=singular,
        pictures=tuple(pictures),
        text_key=bytes.fromhex(text_key),
        load=load,
    )


FRONT = tuple(field.name for field in fields(Article) if field.name not in ("body", "extra"))


def write_value(value: Any) -> Any:
    """Write what JSON has no form for: a day, a moment, a mapping that is no dict."""
    return dict(value) if isinstance(value, Mapping) else value.isoformat()


def read_values(values: dict[str, Any]) -> dict[str, Any]:
    """Turn lists back into tuples and texts back into days and moments."""
    for key, value in values.items():
        if type(value) is list:
            values[key] = tuple(value)
        elif key in MOMENTS:
            values[key] = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return values
