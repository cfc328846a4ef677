"""What can be said of one line by itself."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from dataclasses import dataclass

from . import words
from .credits import read_picture
from .datelines import Dateline, read_dateline
from .dates import Dated, Order, find_dates, is_label, is_relative, residue
from .furniture import BREADCRUMB, BREAK, CONTAINS, END_MARK, EXACT, INVITES, STARTS, WHOLE
from .lines import Line
from .orders import is_order, without_label
from .people import LEAD, Byline, is_role, read_byline
from .photographers import Picture

LONG = 420
_FULL_STOP = re.compile(
    r"""[.!?…。！？؟۔](?:["'”’»«“)\]]|\s»|\s?[■∎◼]){0,3}$|[^\W\d_]["”’»)]?[.!?]["”’»)]?(?:\d{1,2}|\[\d{1,2}\]|[¹²³⁴⁵*†])$"""
)
# "Rev. Ide", "J. Mallory" and "No. 4" end no sentence.
_SENTENCE = re.compile(
    r"""(?<!\b[A-ZÀ-Þ])(?<!\b(?:Dr|Mr|Ms|St|Lt|Fr|Sr|No|Nr))(?<!\b(?:Rev|Mrs|Sen|Gov|Gen|Col|Sgt|Rep|Cpl|Lic|Ing|Sra|Dra|Hon|Mme))[.!?…]["”’»«)]?\s+(?=["“„«»'‘(¿¡—–-]*\s?[A-ZÀ-ÞА-ЯЁ\u0620-\u064a])|[。！？؟]["”’»)]?(?=.)"""
)
_QUOTE = re.compile(r"""["“”„«»‘'「『‹]""")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CASED = re.compile(r"[a-zà-ÿа-яё]")
_BULLET = re.compile(r"^(?P<mark>[•·▪●◦‣♦■▶►✓➤▸○*]|[-–—](?=\s))\s*(?P<rest>\S.*)$", re.DOTALL)
_NUMBER = re.compile(
    r"^\(?(?P<number>\d{1,3})(?P<mark>[.)]|、|．|-(?=\s))\s?(?P<rest>[^\s\d].*|(?<=\s)\d.*)$", re.DOTALL
)
_LETTER = re.compile(r"^\(?(?P<mark>[a-hA-H])\)\s(?P<rest>\S.*)$", re.DOTALL)
_PIPES = re.compile(r"\s*\|\s*")
_COLUMNS = re.compile(r"\s*\t\s*|[ \u00a0]{2,}")
_EDGES = " \t:：.。…!|>»›→←«<•·-–—*()[]（）【】_↑▲↓✕×0123456789/"
_EXACT = frozenset(phrase for phrases in EXACT.values() for phrase in phrases)
_TURN = re.compile(r"^(?:[QAРПВОPRFS问答سج]\s*[:：.]\s|Q\d?\s(?=[A-Z])|A\s(?=[A-Z])(?=.{40}))")
_COPYRIGHT = re.compile(r"©\s*(?:19|20)\d\d")


@dataclass(slots=True)
class Label:
    """A lead word found at the start of a line; `rest` is empty when it stands alone."""

    lead: str
    rest: str
    colon: bool


@dataclass(slots=True)
class Facts:
    """Facts of one line, cheap to ask again from every rule."""

    line: Line
    text: str
    size: int
    count: int
    stop: bool
    colon: bool
    question: bool
    quoted: bool
    caps: bool
    lower: bool
    sentences: int
    key: str
    dates: tuple[Dated, ...] = ()
    dated: str = ""
    rest: str = ""
    byline: Byline | None = None
    role: bool = False
    picture: Picture | None = None
    dateline: Dateline | None = None
    labels: dict[str, Label] | None = None
    boiler: str = ""
    bullet: str = ""
    number: int | None = None
    item: str = ""
    cells: tuple[str, ...] = ()
    broken: bool = False
    end_mark: bool = False
    turn: bool = False
    embargo: bool = False
    crumbs: bool = False
    sourced: bool = False
    span: bool = False

    def label(self, kind: str) -> Label | None:
        return self.labels.get(kind) if self.labels else None


def _pattern(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    leads = sorted({word for row in table.values() for word in row}, key=lambda word: (-len(word), word))
    return re.compile(
        rf"[\s*_#>»►▶•-]*(?P<lead>{'|'.join(map(re.escape, leads))})(?!\w)\s*(?P<colon>[:：|>»›→–—-]|\.\.+|\.(?=\s*$))?\s*(?P<rest>.*)$",
        re.IGNORECASE,
    )


# Bullets, arrows, pictograms and opening exclamation marks before a prompt; a quotation mark opens a story's sentence.
OPENING = re.compile(rf"[^\w\"“„«'‘©(\[#—–-]*(?:{STARTS.pattern})", re.VERBOSE | re.IGNORECASE)
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("read_more", _pattern(words.READ_MORE)),
    ("keywords", _pattern(words.KEYWORDS)),
    ("source", _pattern(words.SOURCE)),
    ("note", _pattern(words.NOTE)),
    ("section", _pattern(words.NOTE_SECTION)),
    ("contact", _pattern(words.CONTACT)),
    ("most_read", _pattern(words.MOST_READ)),
    ("about", _pattern({"": words.ABOUT})),
)
_SOURCED = re.compile(
    rf"(?:^|[\s|])(?:{'|'.join(re.escape(word) for row in words.SOURCE.values() for word in row)})\s*[:：]",
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset(
    word.casefold().split()[0].strip(":")[:4]
    for table in (
        words.READ_MORE,
        words.KEYWORDS,
        words.SOURCE,
        words.NOTE,
        words.NOTE_SECTION,
        words.CONTACT,
        words.MOST_READ,
    )
    for row in table.values()
    for word in row
) | frozenset(word.casefold()[:4].split()[0] for word in words.ABOUT)
_LEADING = re.compile(r"[\s*_#>»►▶•-]*(\w[^\s:：]{0,3})")


def _find_labels(text: str) -> dict[str, Label] | None:
    start = _LEADING.match(text)
    if not start:
        return None
    first = start[1].casefold()
    if (
        first not in _FIRST_WORDS
        and not _WIDE.match(first)
        and first[:3] not in _FIRST_WORDS
        and first[:2] not in _FIRST_WORDS
    ):
        return None
    found = {}
    for kind, pattern in _LABELS:
        match = pattern.match(text)
        if match:
            found[kind] = Label(match["lead"].casefold(), match["rest"].strip(), bool(match["colon"]))
    return found or None


def is_boilerplate(text: str, key: str, size: int) -> str:
    """The name of the rule that knows the line as page furniture, or nothing."""
    if key in _EXACT or (size < 100 and " " in key and _are_buttons(key.split())):
        return "button or prompt of the page"
    if size < 400 and OPENING.match(text):
        return "opening words of a notice or prompt"
    if size < 100 and text[-1] not in '.?؟。"”»' and INVITES.match(text):
        return "invitation to a channel or newsletter"
    # A sentence that opens with a quotation talks about a notice.
    if size < 160 and not (size > 60 and _QUOTE.match(text)) and (WHOLE.match(text) or CONTAINS.search(text)):
        return "counter, address or notice of the page"
    return ""


def _are_buttons(words: list[str]) -> bool:
    """Buttons in a row: each of one to three words."""
    at = 0
    while at < len(words):
        taken = next((count for count in (3, 2, 1) if " ".join(words[at : at + count]).strip(_EDGES) in _EXACT), 0)
        if not taken:
            return False
        at += taken
    return True


def _cells(line: Line) -> tuple[str, ...]:
    raw = line.raw
    if len(line.parts) > 1 or len(raw) > 300:
        return ()
    if raw.count("|") >= 2 or (raw.count("|") == 1 and len(raw) < 60):
        return tuple(cell for cell in _PIPES.split(raw.strip("| ")) if cell)
    if "\t" in raw or "  " in raw:
        cells = tuple(cell.strip() for cell in _COLUMNS.split(raw) if cell.strip())
        return cells if len(cells) > 1 and not any(len(cell) > 80 for cell in cells) else ()
    return ()


def read_facts(line: Line, order: Order, near_edge: bool) -> Facts:
    """Everything the rules ask of a line; long lines far from both ends are prose and asked little."""
    text = line.text
    size = len(text) + (len(_WIDE.findall(text[:2000])) if not text.isascii() else 0)
    tail = text[-6:]
    letters_lower = bool(_CASED.search(text))
    key = text.casefold().strip(_EDGES) if len(text) < 120 else ""
    facts = Facts(
        line=line, text=text, size=size, count=text.count(" ") + 1 if size == len(text) else max(text.count(" ") + 1, size // 4),
        stop=bool(_FULL_STOP.search(tail)), colon=tail.endswith((":", "：")), question=tail.rstrip("\"'”’»“) ").endswith(("?", "？", "؟")),
        quoted=bool(_QUOTE.match(text)), caps=not letters_lower and any(char.isupper() for char in text[:200]), lower=text[0].islower(),
        sentences=1 + len(_SENTENCE.findall(text[:1000])), key=key,
    )  # fmt: skip
    facts.cells = _cells(line)
    _mark(facts, line)
    if near_edge:
        facts.dateline = read_dateline(text)
    if len(text) > LONG:
        facts.picture = read_picture(text)
        return facts
    facts.broken = bool(BREAK.match(text))
    facts.end_mark = bool(END_MARK.match(text))
    if facts.broken or facts.end_mark:
        return facts
    facts.turn = bool(_TURN.match(text))
    facts.labels = _find_labels(text)
    facts.boiler = is_boilerplate(text, key, size)
    facts.picture = None if facts.boiler and _COPYRIGHT.search(text) else read_picture(text)
    facts.crumbs = (
        size < 120 and "«" not in text and bool(BREADCRUMB.match(text)) and not any(char.isdigit() for char in text[:3])
    )
    if len(text) < 240:
        _read_meta(facts, order, near_edge)
        if facts.dated == "full" and len(facts.rest) <= 3:
            facts.crumbs = False
        if facts.dated == "full" and len(facts.rest) < 30 and facts.dates[0].start < 3:
            facts.picture = None
        if facts.dated == "full" and not facts.rest:
            facts.boiler = ""
            # "12. August 2020" is no item twelve.
            facts.number = None
    return facts


def _mark(facts: Facts, line: Line) -> None:
    match = _BULLET.match(facts.text)
    if match and not (match["mark"] == "*" and match["rest"][0] == "*"):
        facts.bullet, facts.item = match["mark"], match["rest"]
        return
    match = _NUMBER.match(facts.text)
    if match:
        facts.number, facts.item = int(match["number"]), match["rest"]
        return
    match = _LETTER.match(facts.text)
    if match:
        facts.bullet, facts.item = match["mark"], match["rest"]
    elif line.text.startswith("> "):
        facts.bullet, facts.item = ">", line.text[2:]


_YEARS = re.compile(r"[(\[]?(?:born\s|b\.\s|\*\s?)?1[89]\d\d\s?[-–—]\s?(?:†\s?)?(?:19|20)\d\d[)\]]?")
# "15 марта 2023 г." and "6 p.m." end no sentence.
_SHORTENED = re.compile(r"(?:\d\s?г|\d\s?[ap]\.\s?m)\.$")
# What stands between the first and the last day of a life.
_SPAN = re.compile(r"\s*(?:[-–—]|to|until|bis|hasta|à|au|a|по|إلى|至)\s*")


def _is_span(text: str, dates: tuple[Dated, ...]) -> bool:
    """Two full dates and a dash fill the line: a life or a term, not a day of publication."""
    if len(dates) != 2 or dates[0].updated or dates[1].updated:
        return False
    around = text[: dates[0].start] + text[dates[1].end :]
    return bool(_SPAN.fullmatch(text[dates[0].end : dates[1].start])) and not around.strip(" ()[]*†.,")


def _read_meta(facts: Facts, order: Order, near_edge: bool) -> None:
    text = facts.text
    facts.embargo = near_edge and facts.size < 160 and is_order(text)
    if facts.embargo:
        facts.crumbs, facts.boiler = False, ""
    facts.dates = find_dates(text, order)
    if _is_span(text, facts.dates):
        facts.dates, facts.span = (), True
        return
    if _YEARS.fullmatch(text):
        facts.span = True
        return
    if facts.dates:
        facts.rest = residue(without_label(text))
        facts.dated = "full"
        facts.stop = facts.stop and not (len(facts.rest) < 40 and _SHORTENED.search(text))
        facts.sourced = bool(_SOURCED.search(facts.rest))
    elif facts.size < 90 and (is_label(text)):
        facts.dated = "label"
    elif facts.size < 90 and is_relative(text):
        facts.rest = residue(text)
        facts.dated = "loose"
    # A sentence signs nothing unless it begins with "By" or carries a date or a stroke.
    told = facts.stop and facts.size > 70 and not facts.dates and "|" not in text
    if len(text) < 180 and not (told and not LEAD.match(text)):
        facts.byline = read_byline(facts.rest if facts.dated in ("full", "loose") and facts.rest else text)
        if facts.byline and facts.byline.led and facts.byline.persons and LEAD.match(text):
            facts.picture = None
        facts.role = facts.size < 90 and is_role(text)
