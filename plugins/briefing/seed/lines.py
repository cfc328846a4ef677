"""Raw text to logical lines: hard-wrapped lines joined, blank lines counted."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; tables read better unbroken

import re
from dataclasses import dataclass
from itertools import pairwise

_EDGE = " \t\u00a0\u3000\u200e\u200f\u202a\u202b\u202c\u2003\u2002\u2009\u202f"
_SPACES = re.compile(r"[ \t\u00a0\u3000\u2002\u2003\u2009\u202f]{2,}|\t")
_STOP = re.compile(r"[.!?…。！？؟۔:;][\"'”’»«“)\]\d]{0,3}$|[.!?…。！？؟]\s?»$")
_ITEM_START = re.compile(r"(?:[•·▪●◦‣♦■▶►✓*–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
_COLUMNS = re.compile(r"\t|\S {3,}\S|\|.*\|")
_LABEL = re.compile(r"[^\W\d_][\w ]{0,30}:(?:\s|$)")
# A sentence ends within a line, as in running text.
_MIDDLE = re.compile(r"[^\W\d_A-Z]{3}[.?!] [^\W\d_a-z]")
_MAX_WRAP = 100
_MIN_WRAP = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line: `numbers` are the raw lines it came from, `gap` the blank lines before it."""

    text: str
    raw: str
    numbers: tuple[int, ...]
    gap: int
    indent: int
    parts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Raw:
    text: str
    number: int
    gap: int
    indent: int


def _raw_lines(text: str) -> list[_Raw]:
    found = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        # Wires of old marked the lines of a headline with carets.
        bare = raw.strip(_EDGE)
        caret = bare.startswith("^") and len(bare) > 1
        bare = bare[1:].rstrip("<") if caret else bare
        if not bare:
            gap += 1
            continue
        found.append(_Raw(bare, number, gap, len(raw) - len(raw.lstrip(_EDGE)) + 4 * caret))
        gap = 0
    return found


def ends_sentence(text: str) -> bool:
    return bool(_STOP.search(text[-6:]))


def _first_word(text: str) -> int:
    end = text.find(" ")
    return len(text) if end < 0 else end


def _wrap_width(lines: list[_Raw]) -> int:
    """The column at which the text was wrapped by hand or by a mailer; 0 if it was not."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if len(lengths) < 4:
        return 0
    open_ended = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.gap and not _COLUMNS.search(line.text) and not ends_sentence(line.text)
    ]
    # Sentences go on in small letters somewhere; lines that all open with a capital are those of a head.
    if any(line.text != line.text.upper() for line, _ in open_ended) and all(
        following.text[0].isupper() or not following.text[0].isalpha() for _, following in open_ended
    ):
        return 0
    running = [(line.indent + len(line.text), _first_word(following.text)) for line, following in open_ended]
    # A lone over-long line (an address, a caption, a table) does not unwrap the others.
    longest = lengths[-1] if lengths[-1] <= _MAX_WRAP else lengths[int(len(lengths) * 0.95)]
    second = max((length for length, _ in running if length <= _MAX_WRAP), default=0)
    if sum(length > second for length in lengths) > len(lengths) * 0.1:
        second = 0
    for width in (longest, second):
        if _MIN_WRAP <= width <= _MAX_WRAP:
            broken = [length + 1 + first for length, first in running if length >= width * 0.6]
            full = sum(reach > width - 8 for reach in broken)
            if full >= 2 and full >= len(broken) * 0.6:
                return width
    return 0


def _wrapped_blocks(raws: list[_Raw], width: int) -> frozenset[int]:
    """The lines of blocks between blank lines that are one paragraph, however unevenly it was wrapped."""
    found: set[int] = set()
    start = 0
    for at in range(1, len(raws) + 1):
        if at == len(raws) or raws[at].gap:
            if _is_wrapped(raws[start:at], width):
                found.update(raw.number for raw in raws[start:at])
            start = at
    return frozenset(found)


def _is_wrapped(block: list[_Raw], width: int) -> bool:
    running = [raw.text for raw in block]
    if len(block) < 3 or not ends_sentence(running[-1]) or any(raw.indent > block[1].indent for raw in block[2:]):
        return False
    if any(_ITEM_START.match(text) or _COLUMNS.search(text) for text in running):
        return False
    even = all(width * 0.7 <= len(text) <= width + 2 for text in running[:-1]) and len(running[-1]) <= width + 2
    # Paragraphs of one line each end in stops; lines of a paragraph seldom do and often go on in small letters.
    small = sum(text[0].islower() or not text[0].isupper() for text in running[1:])
    stops = sum(ends_sentence(text) for text in running[:-1])
    told = small > 0 or any(_MIDDLE.search(text) for text in running)
    return even and told and (small * 3 >= len(running) - 1 or not stops) and stops * 3 <= len(running)


def _continues(line: _Raw, following: _Raw, width: int, in_item: bool) -> bool:
    text = following.text
    if following.gap or _COLUMNS.search(line.text) or _COLUMNS.search(text):
        return False
    # A dash within a sentence may come to stand at the start of a line.
    if _ITEM_START.match(text) and (text[0] not in "–—" or ends_sentence(line.text)):
        return False
    if following.indent > line.indent + 1 and not in_item:
        return False
    length = line.indent + len(line.text)
    if length + 1 + _first_word(text) > width - (0 if ends_sentence(line.text) else 10):
        return length >= width * 0.5
    return length >= width * 0.55 and text[0].islower() and not ends_sentence(line.text)


def read_lines(text: str) -> tuple[list[Line], bool]:
    """Logical lines, and whether blank lines part the blocks of this text."""
    raws = _raw_lines(text)
    width = _wrap_width(raws)
    longest = width or max((raw.indent + len(raw.text) for raw in raws), default=0)
    blocks = _wrapped_blocks(raws, longest) if _MIN_WRAP <= longest <= _MAX_WRAP else frozenset()
    lines: list[Line] = []
    at = 0
    while at < len(raws):
        first = raws[at]
        run = [first]
        in_item = bool(_ITEM_START.match(first.text))
        if first.number in blocks:
            while at + len(run) < len(raws) and not raws[at + len(run)].gap:
                run.append(raws[at + len(run)])
        elif width:
            while at + len(run) < len(raws) and _continues(run[-1], raws[at + len(run)], width, in_item):
                run.append(raws[at + len(run)])
        lines.append(_join(run, text))
        at += len(run)
    gaps = sum(line.gap > 0 for line in lines[1:])
    return lines, gaps * 2 >= len(lines) - 1 > 0


def _join(run: list[_Raw], whole: str) -> Line:
    first = run[0]
    raw = first.text
    for part in run[1:]:
        raw = _rejoin(raw, part.text, whole) if raw[-1] == "-" else f"{raw} {part.text}"
    text = _SPACES.sub(" ", raw)
    return Line(text, raw, tuple(part.number for part in run), first.gap, first.indent, tuple(p.text for p in run))


# The first part of a compound, which keeps its hyphen at the end of a line.
_COMPOUND = frozenset(
    "single double half self well high low long short two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred first second third last full part mid non anti pro ex co old new year day week month time large small so hard soft free open one all cross right "
    "left top ever much best better low".split()
)
_OWN_WORD = frozenset("with over under some any every out up down fore mean after never else fare when where".split())
# In French and Portuguese what stands behind such a hyphen is a word of its own.
_CLITIC = frozenset(
    "ci là il elle on être ils elles je tu nous vous moi toi se lo la los las lhe lhes me te nos o a os as dire".split()
)
_SUSPENDED = frozenset("and or to und oder bzw et ou e y o и или".split())


def _rejoin(above: str, below: str, whole: str) -> str:
    """Join a word that was parted at the end of a line; a compound keeps its hyphen."""
    left, right = re.search(r"[^\W\d_]*-$", above), re.match(r"[^\W\d_]+", below)
    if not left or len(left[0]) < 2 or not right or right[0] in _SUSPENDED:
        return f"{above} {below}"
    part, rest = left[0][:-1].casefold(), right[0]
    kept = part in _COMPOUND or rest in _CLITIC or rest[0].isupper() or above[: left.start()].endswith("-")
    if not kept and len(part) > 3 and part not in _OWN_WORD:
        kept = bool(re.search(rf"(?<![\w-]){part}(?![\w-])", whole, re.IGNORECASE))
    return (above if kept else above[:-1]) + below


def join_lines(lines: list[str]) -> str:
    """Join the lines of a deck: where one ends without a stop, a semicolon keeps it apart from the next."""
    return " ".join(line if line[-1:] in ".!?…;:。！？" or line is lines[-1] else f"{line};" for line in lines)
