"""Stories held back, and until which moment."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from briefing.article import Article
from briefing.front_matter import Moment


class Held(NamedTuple):
    """A story that a build leaves out; `until` is unknown where an editor has still to state it."""

    slug: str
    stem: str
    until: datetime | None


def release_moment(embargo: Moment, timezone: str) -> datetime:
    """Tell when an embargo ends: a day at its midnight, and a time without a zone in the time of the site."""
    when = embargo if isinstance(embargo, datetime) else datetime.combine(embargo, time())
    return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(timezone))


def hold(article: Article, stem: str, settings: Mapping[str, Any]) -> Held | None:
    """Tell whether a build leaves out a story, and until when; `stem` begins the name of its file."""
    if not article.embargo and article.status != "embargoed":
        return None
    until = release_moment(article.embargo, settings["TIMEZONE"]) if article.embargo else None
    return Held(article.slug, stem, until) if until is None or until > settings["NOW"] else None
