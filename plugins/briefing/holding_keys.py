"""Keys of front matter by which editors and other programs hold a story back, and which are none here."""

import re
from collections.abc import Mapping
from typing import Any

from briefing.front_matter import FIELDS

ORDER = re.compile(r"embargo|sperrfrist|эмбарго|حظر|禁发|^(?:on|under)?hold(?:until|till|for\w*|date)?$")
RELEASE = re.compile(r"(?:release|publish|publication|pub|golive|scheduled?|notbefore)(?:on|at|date|time|after|for)?")
STATUS = re.compile(r"draft|hidden|private|published|unlisted|visibility")


def plain_key(key: str) -> str:
    return "".join(re.findall(r"[^\W_]+", key.casefold()))


def say_unknown(key: str) -> str | None:
    """Say what to write in place of an unknown key that looks as if it held a story back; None for any other."""
    plain = plain_key(key)
    holds = ORDER.search(plain) or RELEASE.fullmatch(plain)
    known = "embargo" if holds else "status" if STATUS.fullmatch(plain) else None
    instead = f"write it like `{known}: {FIELDS[known].example}`" if known else ""
    return f"`{key}` is no key of a story and holds nothing back: {instead}" if known else None


def find_order(meta: Mapping[str, Any]) -> Any:
    """Find the moment of an embargo in the front matter of a seed, by whatever name; true where it states none."""
    named = [meta[key] or True for key in meta if ORDER.search(plain_key(key)) and meta[key] is not False]
    return next((value for value in named if value is not True), bool(named))


def find_release(meta: Mapping[str, Any]) -> Any:
    """Find the day for publishing in the front matter of a seed."""
    return next((meta[key] for key in meta if RELEASE.fullmatch(plain_key(key)) and meta[key]), None)


def find_draft(meta: Mapping[str, Any]) -> str | None:
    """Find the line in the front matter of a seed that says it is not to be published."""
    for key, value in meta.items():
        word, plain = str(value).casefold(), plain_key(key)
        shut = plain == "status" and word in ("draft", "hidden", "private")
        if shut or (STATUS.fullmatch(plain) and word == ("false" if plain == "published" else "true")):
            return f"{key}: {word}"
    return None
