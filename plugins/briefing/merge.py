"""Three versions of an article made one: as it was generated, as a hand has changed it, as it is generated now.

Front matter is merged key by key and the body line by line. Where both sides have changed the same, there is no merge:
half a merge would leave a text that nobody has written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from merge3 import Merge3

from briefing.article import from_markdown
from briefing.embargo import Hold
from briefing.errors import BriefingError
from briefing.front_matter import FRONT_MATTER, split_front_matter, write_front_matter

KEY = re.compile(r"([\w-]+)[ \t]*:(?:[ \t]|$)")
YIELDING = frozenset({"modified", "history"})
"""Keys that tell of the changes themselves: no reason to refuse a merge."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version, taken apart: the lines of each key in their order, and comments between them under no key."""

    units: tuple[tuple[str | None, str], ...]
    values: Mapping[str, Any]
    body: str

    @property
    def blocks(self) -> dict[str, str]:
        return {key: block for key, block in self.units if key is not None}


def merge_articles(base: str, ours: str, theirs: str) -> str | None:
    """Bring the changes from `base` to `theirs` into `ours`; None where both changed the same or one cannot be read."""
    versions = [take_apart(text) for text in (base, ours, theirs)]
    if any(version is None for version in versions):
        return None
    old, hand, new = (version for version in versions if version is not None)
    keys = merge_keys(old, hand, new)
    body = merge_lines(old.body, hand.body, new.body)
    if keys is None or body is None:
        return None
    units, values = keys
    merged = f"---\n{''.join(block for _, block in units)}---\n\n{body}"
    typed = {*ours.split("\n")} - {*base.split("\n")}
    whole = take_apart(merged)
    if whole is None or whole.values != values or not typed <= {*merged.split("\n"), "---"}:
        return None  # YAML has more forms than lines and keys, and a typed line must not be lost to one of them
    return merged


def take_apart(text: str) -> Version | None:
    """Part a file; None if its front matter is not YAML, or not a plain list of keys."""
    try:
        values, body, _ = split_front_matter(text, "")
    except BriefingError:
        return None
    front = FRONT_MATTER.match(text.removeprefix("\ufeff"))
    units = split_units(front["yaml"]) if front else ()
    keys = [key for key, _ in units if key is not None]
    return Version(units, values, body) if sorted(keys) == sorted(map(str, values)) else None


def split_units(front: str) -> tuple[tuple[str | None, str], ...]:
    """Part front matter into the lines of each key; a comment between two keys stands alone."""
    units: list[tuple[str | None, str]] = []
    between = ""
    for line in front.splitlines(keepends=True):
        if match := KEY.match(line):
            if between:
                units.append((None, between))
            units.append((match[1], line))
            between = ""
        elif line.startswith("#") or not line.strip() or not units or units[-1][0] is None:
            between += line
        else:
            key, block = units.pop()
            units.append((key, block + between + line))
            between = ""
    return (*units, (None, between)) if between else tuple(units)


def merge_keys(old: Version, hand: Version, new: Version) -> tuple[list[tuple[str | None, str]], dict[str, Any]] | None:
    """Choose each key's lines, in the order of the hand; returns them with what they say, or None for a clash."""
    units: list[tuple[str | None, str]] = []
    values: dict[str, Any] = {}
    for key, block in hand.units:
        if key is None:
            units.append((key, block))
            continue
        side = choose_side(key, old, hand, new)
        if side is None:
            return None
        if key in side.values:
            units.append((key, side.blocks[key]))
            values[key] = side.values[key]
    before: str | None = None
    for key, block in new.blocks.items():
        if key not in hand.values:
            side = choose_side(key, old, hand, new)
            if side is None:
                return None
            if side is new:
                keys = [each for each, _ in units]
                units.insert(keys.index(before) + 1 if before in keys and before else 0, (key, block))
                values[key] = new.values[key]
        before = key if key in values else before
    return units, values


def choose_side(key: str, old: Version, hand: Version, new: Version) -> Version | None:
    """Tell whose lines of a key hold: of the side that has changed them, of either if both did so alike."""
    was, typed, made = (version.blocks.get(key) for version in (old, hand, new))
    if typed == was or (key == "history" and made is not None):
        return new
    if made in (was, typed) or key in YIELDING:
        return hand
    if typed is not None and "#" not in typed:  # spelt otherwise, but saying the same
        if key in old.values and hand.values[key] == old.values[key]:
            return new
        if key in new.values and hand.values[key] == new.values[key]:
            return hand
    return None


def merge_lines(old: str, hand: str, new: str) -> str | None:
    """Merge bodies line by line; None for a clash."""
    lines: list[str] = []
    for kind, *groups in Merge3(old.split("\n"), hand.split("\n"), new.split("\n")).merge_groups():
        if kind == "conflict":
            return None
        lines += groups[0]
    return "\n".join(lines)


def take_hold(base: str | None, ours: str, theirs: str) -> str:
    """Take an embargo of `theirs` into `ours`, whatever else the two differ in; what a hand has set of it stays.

    Where `base` is lost, and with it what a hand has set, a later moment and a missing key are taken.
    """
    typed, made = from_markdown(ours, "").hold, from_markdown(theirs, "").hold
    was = from_markdown(base, "").hold if base is not None else Hold(embargo=typed.embargo)
    if made.end is None or (base is None and not made.outlasts(typed)):
        return ours
    for key in Hold._fields:
        new = getattr(made, key)
        if new and new != getattr(typed, key) == getattr(was, key):
            ours = put_key(ours, key, new)
    if made.embargo is None and made.outlasts(was) and from_markdown(ours, "").hold.end is None:
        ours = put_key(ours, "status", made.status)  # a draft is on the site too, for those who know its address
    return ours


def put_key(text: str, key: str, value: Any) -> str:
    """Set one key of the front matter, and keep what a hand has written beside its former value."""
    front = FRONT_MATTER.match(text)
    units = split_units(front["yaml"]) if front else ()
    former = "".join(lines for each, lines in units if each == key)
    beside = former.splitlines(keepends=True) if key == "status" or "#" in former else []
    others = [(each, lines) for each, lines in units if each != key]
    at = next((at for at, (each, _) in enumerate(others) if each == "seed"), len(others))
    others.insert(at, (key, "".join(f"# {line}" for line in beside) + write_front_matter({key: value})))
    body = text[front.end() :] if front else text
    put = f"---\n{''.join(lines for _, lines in others)}---\n{body}"
    whole = take_apart(put)
    if whole and whole.values.get(key) == value:
        return put
    # YAML has more forms than lines and keys: such front matter is written anew, under the comments that were in it.
    comments = [line for _, lines in units for line in lines.splitlines(keepends=True) if line.startswith("#")]
    values = {**split_front_matter(text, "")[0], key: value}
    return f"---\n{''.join(comments)}{write_front_matter(values)}---\n{body}"
