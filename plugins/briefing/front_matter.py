"""The front matter of a story or page: YAML between two `---`, read key by key."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

from briefing.dates import LANGUAGES
from briefing.errors import BriefingError

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
Moment = date | datetime
PICTURE = ("file", "alt", "caption", "credit")
STATUSES = ("published", "draft", "hidden", "embargoed")
ISO_DAY = len("2025-04-04")
LONGEST_SLUG = 150
FIRST_YEAR, LAST_YEAR = 1000, 9998
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Dumper: Any = type(
    "Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {"ignore_aliases": lambda _dumper, _value: True}
)
"""Writes a value twice where it stands twice: an editor should not meet `&id001` and `*id001`."""


def split_front_matter(text: str, file: str) -> tuple[dict[str, Any], str, int]:
    """Part the front matter from the body; a block between `---` that is no mapping is body.

    Returns the mapping, the body and the number of lines before the body.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text, 0
    refuse_doubles(match["yaml"], file)
    try:
        meta = yaml.load(match["yaml"], Loader)  # noqa: S506 - the C twin of SafeLoader
    except ValueError as error:  # what YAML takes for a date but the calendar does not know
        day = re.search(r"^.*\b\d{4}-\d\d?-\d\d?\b.*$", match["yaml"], re.MULTILINE)
        line = text.count("\n", 0, match.start("yaml") + day.start()) + 1 if day else 1
        raise BriefingError(f"there is no such day ({error}): write it like `date: 2025-04-04`", file, line) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise BriefingError(
            f"the front matter is not YAML ({problem}): put a value that holds a colon or quotation marks into quotes",
            file,
            mark.line + 2 if mark else 1,
        ) from error
    if not isinstance(meta, dict):
        return {}, text, 0
    head = text[: match.end()]
    return meta, text[match.end() :].lstrip("\n"), head.count("\n")


def write_front_matter(meta: Mapping[str, Any]) -> str:
    """Write keys and values as they stand between the two `---`."""
    text: str = yaml.dump(
        dict(meta), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=False
    )
    return text


def refuse_doubles(front: str, file: str) -> None:
    """Refuse a key given twice, of which YAML would take the second without a word."""
    seen: dict[str, int] = {}
    for number, line in enumerate(front.split("\n"), 2):
        if match := re.match(r"([\w-]+)[ \t]*:(?:\s|$)", line):
            if match[1] in seen:
                raise BriefingError(f"`{match[1]}` stands on line {seen[match[1]]} already: keep one", file, number)
            seen[match[1]] = number


def key_lines(text: str) -> dict[str, int]:
    """Find the line of each top-level key, for messages."""
    return {
        match[1]: number
        for number, line in reversed([*enumerate(text.split("\n"), 1)])
        if (match := re.match(r"""["']?([^\s"'#:-][^"':#]*?)["']?\s*:(?:\s|$)""", line))
    }


def read_text(value: Any) -> str:
    """Take a text; a number or a date that YAML saw in one is what the editor typed."""
    if isinstance(value, bool):
        raise ValueError("holds yes, no, true or false as a word: put that word into quotes")
    if isinstance(value, int | float | date):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a text")
    if control := CONTROL.search(value):
        raise ValueError(f"holds a control character (U+{ord(control[0]):04X})")
    return value.strip()


def read_slug(value: Any) -> str:
    """Read a name that may stand in an address and be a file's."""
    slug = read_text(value)
    if not re.fullmatch(r"[\w-][\w.-]*", slug) or len(slug.encode()) > LONGEST_SLUG:
        raise ValueError(f"may hold letters, digits and hyphens only, at most {LONGEST_SLUG}")
    return slug


def read_lang(value: Any) -> str:
    """Take a language tag; YAML reads the one of Norwegian as false."""
    lang = "no" if value is False else read_text(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang) or lang.partition("-")[0].lower() not in LANGUAGES:
        raise ValueError("is no language tag")
    return lang.lower()


def read_date(value: Any) -> Moment:
    """Take a day or a moment, of a year that calendars and time zones agree on."""
    if value is None:
        raise ValueError("states no day")
    try:
        text = "" if isinstance(value, date) else read_text(value)
        day: Moment = value if not text else datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"is not a date ({value!r})") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"lies before {FIRST_YEAR} or after {LAST_YEAR}")
    return day.date() if isinstance(day, datetime) and len(text) == ISO_DAY else day


def read_texts(value: Any) -> tuple[str, ...]:
    """Take a list of texts, or one text with commas."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        raise ValueError("is not a list")
    return tuple(read_text(each) for each in value if each not in (None, "", " "))


def read_flag(value: Any) -> bool:
    """Take true or false, as YAML has read it and not as a word."""
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return value


def read_mapping(value: Any) -> dict[str, str]:
    """Take keys with texts; a key without a value is left out."""
    if not isinstance(value, dict):
        raise ValueError("is not a mapping of keys to texts")
    return {str(key): read_text(each) for key, each in value.items() if each is not None}


def read_picture(value: Any) -> dict[str, str]:
    """Take what a story says of a picture."""
    said = read_mapping(value)
    if wrong := next((key for key in said if key not in PICTURE), ""):
        raise ValueError(f"knows no `{wrong}`")
    return said


def read_pictures(value: Any) -> tuple[dict[str, str], ...]:
    """Take a list of what a story says of its pictures."""
    if not isinstance(value, list):
        raise ValueError("is not a list")
    return tuple(map(read_picture, value))


def read_links(value: Any) -> tuple[dict[str, str], ...]:
    """Take a list of `{title, source, url}`, or of plain titles."""
    if not isinstance(value, list):
        raise ValueError("is not a list")
    links = tuple(read_mapping(each) if isinstance(each, dict) else {"title": read_text(each)} for each in value)
    for link in links:
        if "title" not in link:
            raise ValueError("has a link without a title")
        if urlsplit(link.get("url", "")).scheme not in ("", "http", "https", "mailto"):
            raise ValueError(f"has an address that is no page ({link['url']})")
    return links


def read_status(value: Any) -> str:
    """Take one of STATUSES."""
    if value not in STATUSES:
        raise ValueError(f"is none of {', '.join(STATUSES)}")
    return str(value)


class Field(NamedTuple):
    read: Callable[[Any], Any]
    example: str


TEXT_LIST = "[Mexico, energy]"
FIELDS: Mapping[str, Field] = {
    "title": Field(read_text, "The headline of the story"),
    "slug": Field(read_slug, "the-headline-of-the-story"),
    "date": Field(read_date, "2025-04-04"),
    "date_source": Field(read_text, "filename"),
    "title_generated": Field(read_flag, "true"),
    "modified": Field(read_date, "2025-04-05"),
    "summary": Field(read_text, "One sentence that says what happened."),
    "authors": Field(read_texts, "[Ana Ruiz, Tom Lee]"),
    "place": Field(read_text, "Mexico City"),
    "source": Field(read_text, "Reuters"),
    "lang": Field(read_lang, "en"),
    "category": Field(read_text, "Energy"),
    "status": Field(read_status, "draft"),
    "lead": Field(read_flag, "true"),
    "embargo": Field(read_date, "2025-04-04 10:00:00+02:00"),
    "tags": Field(read_texts, TEXT_LIST),
    "not_tags": Field(read_texts, TEXT_LIST),
    "keywords": Field(read_texts, TEXT_LIST),
    "brief": Field(read_texts, "[The first sentence to know., The second.]"),
    "image": Field(read_picture, "{file: crane.jpg, alt: What it shows, caption: What it tells, credit: A B}"),
    "images": Field(read_pictures, "[{caption: What it shows, credit: A B}]"),
    "read_more": Field(read_links, "[{title: Another headline, source: A paper}]"),
    "follows": Field(read_slug, "the-headline-of-the-story"),
    "notes": Field(read_texts, "[A correction]"),
    "history": Field(read_texts, "['2025-04-05: headline']"),
    "id": Field(read_text, "urn:uuid:…"),
    "seed": Field(read_mapping, "{file: seeds/name.txt, sha256: …}"),
}
"""How each known key is read, and an example for the message that refuses it."""
