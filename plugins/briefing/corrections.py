"""What was changed in a story since it was published: the lines of `history:`, in the language of the story."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from briefing.dates import write_day
from briefing.pieces import Change
from briefing.wording import Words

LINE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d): *(?P<what>\S.*)")
COUNT = re.compile(r"(\d+) paragraphs? (changed|added|removed)")


def show_changes(history: Sequence[str], modified: datetime | None, words: Words, lang: str) -> tuple[Change, ...]:
    """Tell each change and its day, the last first; a story with `modified:` alone says when, and not what."""
    changes = [show_change(line, words, lang) for line in reversed(history)]
    if modified and not any(change.day == modified.date() for change in changes):
        text = words.say("Updated {date}", date=write_day(modified.date(), lang, "long"))
        changes.insert(0, Change(modified.date(), text))
    return tuple(changes)


def show_change(line: str, words: Words, lang: str) -> Change:
    """Tell one change; a line that does not begin with its day stays as it was written."""
    match = LINE.fullmatch(line)
    try:
        day = date.fromisoformat(match["day"]) if match else None
    except ValueError:
        day = None
    if not match or not day:
        return Change(None, line)
    what = say_parts(match["what"], words)
    return Change(day, words.say("Updated {date}: {what}", date=write_day(day, lang, "long"), what=what))


def say_parts(what: str, words: Words) -> str:
    """Say in other words what was noted when a seed changed; what an editor noted stays as it is."""
    names = part_names(words)
    said = []
    for part in what.split(", "):
        if part in names:
            said.append(names[part])
        elif match := COUNT.fullmatch(part):
            said.append(count_paragraphs(int(match[1]), match[2], words))
        else:
            return what
    return words.join(said)


def part_names(words: Words) -> Mapping[str, str]:
    """Name what `briefing.versions` notes, in the words of another language."""
    return {
        "headline": words.say("headline"),
        "summary": words.say("summary"),
        "byline": words.say("byline"),
        "date": words.say("date"),
        "place": words.say("place"),
        "source": words.say("source"),
        "language": words.say("language"),
        "section": words.say("section"),
        "status": words.say("status"),
        "embargo": words.say("embargo"),
        "keywords": words.say("keywords"),
        "picture": words.say("picture"),
        "pictures": words.say("pictures"),
        "further reading": words.say("further reading"),
        "earlier story": words.say("earlier story"),
        "notes": words.say("notes"),
    }


def count_paragraphs(number: int, verb: str, words: Words) -> str:
    """Say how many were changed, added or removed; the messages stand here whole, for translators to find."""
    if verb == "changed":
        return words.count("{number} paragraph changed", "{number} paragraphs changed", number)
    if verb == "added":
        return words.count("{number} paragraph added", "{number} paragraphs added", number)
    return words.count("{number} paragraph removed", "{number} paragraphs removed", number)
