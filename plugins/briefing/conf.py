"""`pelican.conf` as Pelican's settings, checked key by key."""

import inspect
import re
import tomllib
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pelican.settings import DEFAULT_CONFIG

from briefing.article import name_slug
from briefing.clock import build_moment
from briefing.dates import LANGUAGES
from briefing.errors import BriefingError
from briefing.gallery import Gallery
from briefing.litter import KEPT, SILENT
from briefing.nearest import did_you_mean
from briefing.records import Records
from briefing.related import relate
from briefing.run import Run
from briefing.tags import choose_tags
from briefing.templates import JINJA

IGNORED = (*SILENT, *KEPT, "*.theirs.md")
"""What is never read in `content/`: litter, and new versions that wait beside the text of a hand."""
PATHS = ("PATH", "THEME", "OVERRIDES_PATH", "OUTPUT_PATH", "SEEDS_PATH", "CACHE_PATH")
OPTIONAL: Mapping[str, type] = {
    **dict.fromkeys(
        """SITESUBTITLE TIMEZONE AUTHOR FEED_DOMAIN FEED_RSS FEED_ATOM FEED_ALL_RSS FEED_ALL_ATOM_URL FEED_ALL_RSS_URL
        CATEGORY_FEED_RSS CATEGORY_FEED_ATOM_URL CATEGORY_FEED_RSS_URL AUTHOR_FEED_ATOM_URL AUTHOR_FEED_RSS_URL
        TAG_FEED_RSS TAG_FEED_ATOM TAG_FEED_ATOM_URL TAG_FEED_RSS_URL TRANSLATION_FEED_RSS TAGS_SAVE_AS TAGS_URL
        ARCHIVES_SAVE_AS ARCHIVES_URL CATEGORIES_SAVE_AS AUTHORS_SAVE_AS INDEX_URL SEEDS_PATH OVERRIDES_PATH
        LANGUAGE_FEED_RSS""".split(),
        str,
    ),
    "DEFAULT_PAGINATION": int,
    "PLUGINS": list,
    "RAW_HTML": bool,
    "SEARCH": bool,
}
"""Settings that Pelican reads but lists no default for, and this site's own."""
WITHOUT_EFFECT = frozenset(
    """RELATIVE_URLS SUMMARY_MAX_LENGTH SUMMARY_MAX_PARAGRAPHS SUMMARY_END_SUFFIX DEFAULT_DATE_FORMAT DATE_FORMATS
    LOCALE CACHE_CONTENT
    LOAD_CONTENT_CACHE CONTENT_CACHING_LAYER GZIP_CACHE CHECK_MODIFIED_METHOD TYPOGRIFY MARKDOWN READERS
    DOCUTILS_SETTINGS PYGMENTS_RST_OPTIONS CSS_FILE RSS_FEED_SUMMARY_ONLY DELETE_OUTPUT_DIRECTORY OUTPUT_RETENTION
    PELICAN_CLASS LOG_FILTER JINJA_FILTERS JINJA_GLOBALS JINJA_TESTS JINJA_ENVIRONMENT""".split()
)
"""Settings of Pelican's that this site's reader, writer or templates stand in for."""
TABLES: Mapping[str, Callable[..., Any]] = {"TAGS": choose_tags, "RELATED": relate}
"""A plugin's table holds keyword arguments of the function that it feeds."""
ALWAYS: Mapping[str, Any] = {
    "ARTICLE_ORDER_BY": lambda article: (-article.date.timestamp(), article.slug),
    "LOCALE": ["C"],
    "RELATIVE_URLS": True,
    "RAW_HTML": False,
    "SEARCH": True,
    "ARTICLE_PATHS": ["briefings"],
    "PLUGINS": ["briefing.reader", "briefing.tagger", "briefing.linker", "briefing.writer"],
    "SEEDS_PATH": "seeds",
    "OVERRIDES_PATH": "overrides",
    "TAGS": {},
    "RELATED": {},
    "SITESUBTITLE": "",
    "TIMEZONE": "UTC",
    "CACHE_PATH": ".cache",
    "FEED_ALL_ATOM": "",
    "CATEGORY_FEED_ATOM": "",
    "TRANSLATION_FEED_ATOM": "",
    "AUTHOR_FEED_ATOM": "",
    "AUTHOR_FEED_RSS": "",
    "JINJA_ENVIRONMENT": JINJA,
}
"""What holds where `pelican.conf` says nothing: no process locale, links that work from disk, one kind of feed."""


def load_settings(conf: Path) -> dict[str, Any]:
    """Read `pelican.conf`; paths become absolute, from the folder it lies in."""
    text, stated = read_conf(conf)
    for key, value in stated.items():
        check_setting(key, value, text, conf.name)
    own = {
        "ROOT": str(conf.resolve().parent),
        "STATED": sorted(stated),
        "NOW": build_moment(),
        "HELD": {},
        "RUN": Run(),
    }
    settings: dict[str, Any] = {**ALWAYS, **stated, **own}
    settings["IGNORE_FILES"] = [*settings.get("IGNORE_FILES", DEFAULT_CONFIG["IGNORE_FILES"]), *IGNORED]
    check_values(settings, text, conf.name)
    for key in ("ARTICLE", "DRAFT", "PAGE"):  # a story in another language stands at the same kind of address
        for end in ("URL", "SAVE_AS"):
            settings.setdefault(f"{key}_LANG_{end}", settings.get(f"{key}_{end}", DEFAULT_CONFIG[f"{key}_{end}"]))
    for key in PATHS:
        if key in settings:
            settings[key] = str(Path(settings["ROOT"], settings[key]).resolve())
    for key in ("PLUGIN_PATHS", "THEME_TEMPLATES_OVERRIDES"):
        settings[key] = [str(Path(settings["ROOT"], path).resolve()) for path in settings.get(key, [])]
    put_overrides(settings)
    settings["GALLERY"] = Gallery(Path(settings["CACHE_PATH"]))
    settings["RECORDS"] = Records(Path(settings["CACHE_PATH"]), raw_html=settings["RAW_HTML"])
    for key in ("PATH", "THEME"):
        if not Path(settings.get(key, "")).is_dir():
            message = f"the folder `{stated.get(key)}` of {key} does not exist: make it or name another"
            raise BriefingError(message, conf.name, line_of(key, text))
    return settings


def put_overrides(settings: dict[str, Any]) -> None:
    """Have the files of a site's own folder stand in for those of the theme."""
    templates, static = (str(Path(settings["OVERRIDES_PATH"], part)) for part in ("templates", "static"))
    settings["THEME_TEMPLATES_OVERRIDES"] = [templates, *settings.get("THEME_TEMPLATES_OVERRIDES", [])]
    if Path(static).is_dir():
        settings["THEME_STATIC_PATHS"] = [*settings.get("THEME_STATIC_PATHS", ["static"]), static]


def read_conf(conf: Path) -> tuple[str, dict[str, Any]]:
    """Return the file's text, for the lines in messages, and what it states."""
    try:
        text = conf.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise BriefingError("there is no such file: run this in the folder of a site", conf.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(f"cannot be read ({error}): it is a text file in UTF-8", conf.name) from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        raise BriefingError(f"this is not TOML: {message}", conf.name, int(line[1]) if line else None) from error


def check_setting(key: str, value: Any, text: str, file: str) -> None:
    """Refuse a key that no one reads and a value of the wrong kind, with the line it stands on."""
    if key in WITHOUT_EFFECT:
        raise BriefingError(f"`{key}` has no effect on this site: leave it out", file, line_of(key, text))
    known = {**{name: type(default) for name, default in DEFAULT_CONFIG.items()}, **OPTIONAL}
    if key in TABLES:
        check_table(key, value, text, file)
    elif key not in known:
        near = did_you_mean(key, [*known, *TABLES]) or ": see Pelican's manual for the settings there are"
        raise BriefingError(f"`{key}` is no setting{near}", file, line_of(key, text))
    elif type(value) is not known[key] and not (known[key] is tuple and isinstance(value, list)):
        raise BriefingError(f"`{key}` takes {KINDS[known[key]]}, not {value!r}", file, line_of(key, text))


KINDS: Mapping[type, str] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list in [ ]",
    tuple: "a list in [ ]",
    dict: "a table",
}


def check_table(table: str, values: Any, text: str, file: str) -> None:
    """Hold a plugin's table against the keyword arguments of its function."""
    if not isinstance(values, dict):
        raise BriefingError(f"`{table}` is a table: write [{table}] on a line of its own", file, line_of(table, text))
    hints = typing.get_type_hints(TABLES[table])
    takes = {
        name: hints[name]
        for name, parameter in inspect.signature(TABLES[table]).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is not parameter.empty
    }
    for key, value in values.items():
        line = line_of(key, text, after=f"[{table}]")
        if key not in takes:
            near = did_you_mean(key, takes) or f": there are {', '.join(sorted(takes))}"
            raise BriefingError(f"`{key}` is no setting of [{table}]{near}", file, line)
        kinds = typing.get_args(takes[key]) if isinstance(takes[key], types.UnionType) else (takes[key],)
        if type(value) not in kinds and not (float in kinds and type(value) is int):
            raise BriefingError(f"`{key}` of [{table}] takes {KINDS[kinds[0]]}, not {value!r}", file, line)


def check_values(settings: Mapping[str, Any], text: str, file: str) -> None:
    """Refuse values of the right kind that no site can be built with."""
    for key, (good, wants) in VALUES.items():
        value = settings.get(key, DEFAULT_CONFIG.get(key))
        if not good(value):
            raise BriefingError(f"`{key}` {wants}, not {value!r}", file, line_of(key, text))
    for key, value in settings.items():
        if isinstance(value, int) and value < 0:
            raise BriefingError(f"`{key}` cannot be less than nothing: {value}", file, line_of(key, text))
        if key in TABLES and (low := next((name for name, number in value.items() if number < 0), "")):
            raise BriefingError(f"`{low}` of [{key}] cannot be less than nothing", file, line_of(low, text, f"[{key}]"))
    output = Path(settings["ROOT"], settings.get("OUTPUT_PATH", "output")).resolve()
    for key in ("ROOT", "PATH", "THEME", "OVERRIDES_PATH", "SEEDS_PATH", "CACHE_PATH"):
        other = Path(settings["ROOT"], settings.get(key, "")).resolve()
        if output == other or output in other.parents or (key != "ROOT" and other in output.parents):
            message = "`OUTPUT_PATH` would write over what the site is made from: name a folder of its own"
            raise BriefingError(message, file, line_of("OUTPUT_PATH", text))


def is_address(value: str) -> bool:
    """Tell whether a site can stand at an address: absolute, without a slash, query or space at its end."""
    parts = urlsplit(value)
    plain = not parts.query and not parts.fragment and not re.search(r"\s", value)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and plain and not value.endswith("/")


def is_page_pattern(value: str) -> bool:
    """Tell whether a pattern of addresses names a page for each slug."""
    try:
        return (
            value.format(slug="a", lang="en", category="b", author="c", date=datetime(2025, 4, 4, tzinfo=UTC)) != value
        )
    except (KeyError, IndexError, ValueError, AttributeError):
        return False


def is_page(value: str) -> bool:
    return is_page_pattern(value) and value.endswith(".html")


PAGE = (is_page, 'is a pattern like "briefings/{slug}.html"')
FEED = (lambda value: not value or is_page_pattern(value), 'is a pattern like "feeds/{slug}.rss.xml", or ""')
VALUES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "SITENAME": (lambda value: bool(value.strip()), "is the name of the site"),
    "SITEURL": (is_address, "is where the site will stand, without a slash at the end, like `https://news.example`"),
    "TIMEZONE": (available_timezones().__contains__, 'is a time zone like "Europe/Berlin"'),
    "DEFAULT_LANG": (lambda value: value.partition("-")[0] in LANGUAGES, 'is a language like "en"'),
    "DEFAULT_CATEGORY": (lambda value: bool(name_slug(value.strip()) and value.strip()), "is the name of a section"),
    "ARTICLE_PATHS": (
        lambda value: bool(value) and all(isinstance(each, str) and each for each in value),
        'is a list of folders in content/, like ["briefings"]',
    ),
    "PLUGINS": (
        lambda value: value is not None and {"briefing.reader", "briefing.writer"} <= {*value},
        'is a list with "briefing.reader" and "briefing.writer" in it',
    ),
    **dict.fromkeys(("ARTICLE_URL", "ARTICLE_SAVE_AS", "PAGE_URL", "PAGE_SAVE_AS", "TAG_URL", "TAG_SAVE_AS"), PAGE),
    **dict.fromkeys(("CATEGORY_URL", "CATEGORY_SAVE_AS", "DRAFT_URL", "DRAFT_SAVE_AS"), PAGE),
    **dict.fromkeys(("CATEGORY_FEED_RSS", "TAG_FEED_RSS", "LANGUAGE_FEED_RSS"), FEED),
}
"""What the value of a setting must be beyond its kind, and how to say so."""


def line_of(key: str, text: str, after: str = "") -> int | None:
    """Find the line on which a key is set, for messages."""
    start = text.find(after) if after else 0
    match = re.compile(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*(?:=|\.|\])", re.MULTILINE).search(
        text, max(start, 0)
    )
    return text.count("\n", 0, match.start()) + 1 if match else None
