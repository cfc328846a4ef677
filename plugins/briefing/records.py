"""What each file in `content/` says, worked out once: its article, its body as HTML and as plain words.

A record depends on the bytes of its file and on code alone, so it is kept under their digest from build to build.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefing.article import Article, from_markdown
from briefing.cache import Cache, digest, digest_code
from briefing.files import read_text
from briefing.markup import PELICAN_LINK, to_html_and_plain

CODE = (
    "article",
    "compose",
    "dates",
    "embargo",
    "errors",
    "files",
    "front_matter",
    "markup",
    "marks",
    "nearest",
    "records",
)
"""The modules that decide what is read from a file."""
LIBRARIES = ("markdown-it-py", "pyyaml", "unidecode", "babel")
WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert, How many words do we read per minute? (2019)."""
LETTERS_A_MINUTE = 500
"""For scripts without spaces, in characters."""
MOMENTS = ("date", "modified", "embargo")
HEAD = 4
SINGULAR = re.compile(rf"""{PELICAN_LINK.pattern}|<img[^>]*\balt=(?:""|'')""")


@dataclass(frozen=True, slots=True)
class Record:
    """A story or page as its file states it."""

    article: Article
    """Without its body and an editor's own keys, of which a page shows nothing."""
    html: str
    """The body; links such as `{filename}x.md` are still to be resolved."""
    plain: str
    """The body's words, blocks separated by blank lines."""
    minutes: int
    """How long it takes to read."""
    singular: bool
    """It holds links that only Pelican resolves, or a picture without words, of which Pelican warns."""


class Records:
    """Reads files, or recalls what was read from the same bytes before."""

    def __init__(self, folder: Path, *, raw_html: bool) -> None:
        self.cache = Cache(folder, digest_code(CODE, LIBRARIES))
        self.raw_html = raw_html

    def read(self, path: Path, name: str, *, page: bool = False) -> Record:
        """Read a story, or a page; `name` stands for it in the message of the `BriefingError` that a fault raises."""
        text = read_text(path, name)
        key = self.key(text, page=page)
        if (data := self.cache.recall(key)) is not None:
            return unpack_record(data)
        record = make_record(text, name, page=page, raw_html=self.raw_html)
        self.cache.keep(key, pack_record(record))
        return record

    def key(self, text: str, *, page: bool = False) -> bytes:
        """Reduce what a record depends on to the key that it is kept under."""
        return digest(text, f"{page} {self.raw_html}")

    def save(self) -> None:
        """Keep what was read in this build, and nothing else."""
        self.cache.save()


def make_record(text: str, name: str, *, page: bool, raw_html: bool) -> Record:
    article = from_markdown(text, name, page=page)
    html, plain = to_html_and_plain(article.body, raw_html=raw_html)
    return Record(
        replace(article, body="", extra={}), html, plain, reading_time(plain), singular=bool(SINGULAR.search(html))
    )


def reading_time(text: str) -> int:
    """Estimate minutes, at least one."""
    words = text.split()
    unspaced = len(text) > 10 * len(words)
    return max(1, round(len(text) / LETTERS_A_MINUTE if unspaced else len(words) / WORDS_A_MINUTE))


def pack_record(record: Record) -> bytes:
    """Write a record as its front matter in JSON and the two forms of its body."""
    values = {key: value for key in FRONT if (value := getattr(record.article, key))}
    head = json.dumps(
        [values, len(record.html), record.minutes, record.singular], default=write_value, ensure_ascii=False
    ).encode()
    return len(head).to_bytes(HEAD, "little") + head + (record.html + record.plain).encode()


def unpack_record(data: bytes) -> Record:
    end = HEAD + int.from_bytes(data[:HEAD], "little")
    values, length, minutes, singular = json.loads(data[HEAD:end])
    body = data[end:].decode()
    return Record(Article(**read_values(values)), body[:length], body[length:], minutes, singular=singular)


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
