"""The `seed:` block of an article's front matter: which seed it was made from, and what it was generated as.

It is the one part of the file that is the machine's own. It is read without parsing YAML: there may be ten thousand.
"""

import hashlib
import re
from dataclasses import dataclass

import yaml

from briefing.front_matter import FRONT_MATTER, Dumper, Loader

BLOCK = re.compile(r"^seed:\n(?P<lines>(?:  (?:file|sha256|text|others): .*\n)+)", re.MULTILINE)
LOOSE = re.compile(r"^seed[ \t]*:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
"""The block as it may look when a hand or its editor has set it anew."""
LINE = re.compile(r"  (\w+): (.*)\n")
PLAIN = re.compile(r"[\w./-][\w./ +-]*(?<! )")
"""Values that YAML takes as they stand; any other goes through its parser."""
SHORT = 16


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an article comes from."""

    file: str
    sha256: str
    """Digest of the seed that the article holds."""
    text: str = ""
    """Digest of the article as it was generated, this block apart: by it an edit is seen, and the ledger keeps it."""
    others: tuple[str, ...] = ()
    """Beginnings of the digests of other seeds that tell the same story, such as its earlier versions."""

    @property
    def tales(self) -> tuple[str, ...]:
        """Name all seeds that the article stands for by the beginnings of their digests."""
        return self.sha256[:SHORT], *self.others


def cut_stamp(text: str) -> tuple[str, Stamp | None]:
    """Part an article's file into the file without the block, and the block."""
    span = find_block(text)
    if span is None:
        return text, None
    block = text[slice(*span)]
    values = dict(LINE.findall(block))
    if not BLOCK.fullmatch(block) or not all(map(PLAIN.fullmatch, values.values())):
        try:
            values = yaml.load(block, Loader)["seed"]  # noqa: S506 - the C twin of SafeLoader
        except yaml.YAMLError:
            return text, None
    if not isinstance(values, dict) or not values.get("file"):
        return text, None
    file, sha256, made, others = (str(values.get(key) or "") for key in ("file", "sha256", "text", "others"))
    typed = "".join(line for line in block.splitlines(keepends=True) if line.lstrip().startswith("#"))
    return text[: span[0]] + typed + text[span[1] :], Stamp(file, sha256, made, tuple(others.split()))


def find_block(text: str) -> tuple[int, int] | None:
    """Find where the block begins and ends."""
    front = FRONT_MATTER.match(text)
    end = front.end("yaml") if front else 0
    match = BLOCK.search(text, 0, end) or LOOSE.search(text, 0, end)
    return match.span() if match else None


def put_stamp(rest: str, stamp: Stamp, text: str = "") -> str:
    """Put the block where it stands in `text`, and else at the end of the front matter of `rest`."""
    values = {"file": stamp.file, "sha256": stamp.sha256, "text": stamp.text, "others": " ".join(stamp.others)}
    block = "seed:\n" + "".join(f"  {key}: {write_value(value)}\n" for key, value in values.items() if value)
    span = find_block(text)
    front = FRONT_MATTER.match(rest)
    if not span and not front:
        raise ValueError("a text without front matter has no place for a stamp")
    place = span[0] if span else front.end("yaml") if front else 0
    return rest[:place] + block + rest[place:]


def write_value(value: str) -> str:
    """Write a value in YAML; most can stand as they are, and need no dumper."""
    if PLAIN.fullmatch(value) and value[0] not in ".-" and any(map(str.isalpha, value)):
        return value
    return str(yaml.dump(value, Dumper=Dumper, allow_unicode=True, width=1_000_000)).partition("\n")[0]


def digest(rest: str) -> str:
    """Digest a file from which the block was cut."""
    return hashlib.sha256(rest.encode()).hexdigest()
