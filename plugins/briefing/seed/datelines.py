"""Datelines: the place, day and agency that open a story's first paragraph."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from dataclasses import dataclass

from .months import MONTHS

_MONTH = "|".join(re.escape(name) for name in sorted(MONTHS, key=lambda name: (-len(name), name)) if len(name) > 2)
_DAY = rf"""(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?
    (?:(?i:{_MONTH})\.?\s\d{{1,2}}(?:,?\s(?:19|20)\d\d)?|\d{{1,2}}(?:\.|º|er)?\s(?:de\s)?(?i:{_MONTH})\b\.?(?:,?\s(?:de\s|del\s)?(?:19|20)\d\d(?:\sг\.?|\sгода)?)?|\d\d?[./]\d\d?[./](?:19|20)?\d\d)"""
_UP = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆŃĄĘÓŠČŘŽÝĚŮĐА-ЯЁ]"
_CAPS_WORD = rf"{_UP}(?:{_UP}|['’.-]|(?<=M)c(?={_UP})){{1,30}}"
# A place in capitals, then perhaps a region in any case: MARDEN COUNTY, Ohio; MÉRIDA, Yuc.
_CAPS_PLACE = rf"{_CAPS_WORD}(?:[ /](?:{_CAPS_WORD}|(?:de|la|el|do|da|du|of|and|y|e|et|на)\b)){{0,4}}(?:,\s{_UP}[\w.'’-]+(?:\s{_UP}[\w.'’-]+){{0,2}}){{0,2}}?"
_ANY_PLACE = rf"{_UP}[\w'’.-]+(?:[ /](?:{_UP}[\w'’.-]+|de|la|el|do|da|dos|das|du|del|des|les|le|am|an|der|of|and|y|e|et|на)){{0,4}}(?:,\s{_UP}[\w.'’-]+(?:\s{_UP}[\w.'’-]+){{0,2}}){{0,2}}"
# A region in brackets, or a second place: Valdearce (Teruel); LEEDS, England & AUSTIN, Texas.
_FULL_PLACE = rf"{_ANY_PLACE}(?:\s(?:&|and)\s{_ANY_PLACE})?(?:\s\({_UP}[^()\d]{{1,30}}\)(?=,?\s?(?:\d|\()))?"
_AGENCY = r"(?P<agency{0}>[^()\n]{{2,60}})"
_DASH = r"(?:\s_(?=\s)|\s*(?:--|[-–—―]|−)\s*|\s*\.\s?[-–—]\s*)"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.VERBOSE))
    for name, pattern in (
        ("place, day, agency in brackets",
         rf"(?P<place>{_FULL_PLACE}),?\s+(?P<day>{_DAY}(?:,\s{_DAY})?),?\s*\({_AGENCY.format('')}\)\s*[:.]?(?:{_DASH})+".replace(" (?:", "(?:")),
        ("place and agency with double hyphens", rf"(?P<place>{_FULL_PLACE}?)--\({_AGENCY.format('')}\)--\s*"),
        ("place, agency in brackets", rf"(?P<place>{_FULL_PLACE}),?\s*\({_AGENCY.format('')}\)\s*[:.,]?(?:{_DASH})+"),
        ("place, day, agency between strokes",
         rf"(?P<place>{_ANY_PLACE}),?\s+(?:le\s)?(?P<day>{_DAY})\.?,?\s*/(?P<agency>[^()/\n]{{2,40}})/\s*[.,]?\s*(?:{_DASH})?"),
        ("place, agency between strokes", rf"(?P<place>{_ANY_PLACE})[,.]?\s*/(?P<agency>[^()/\n]{{2,40}})/\s*[.,]?\s*(?:{_DASH})?"),
        ("place, day, named agency",
         rf"(?P<place>{_ANY_PLACE}),\s+(?P<day>{_DAY})\.?{_DASH}(?P<agency>РИА\sНовости|ТАСС|Интерфакс|EFE|Lusa|TASS|Xinhua)(?:,\s(?P<people>{_UP}[а-яё]+\s{_UP}[а-яё-]+)(?=\.))?[.,]\s*(?:{_DASH})?"),
        ("day, agency in brackets", rf"(?P<place>)(?P<day>{_DAY}),?\s*\({_AGENCY.format('')}\)\s*(?:{_DASH})+"),
        ("place in capitals, day", rf"(?P<place>{_CAPS_PLACE}),?\s+(?P<day>{_DAY}(?:,\s{_DAY})?)\.?(?:{_DASH})+"),
        ("place, day with a year", rf"(?P<place>{_ANY_PLACE}),\s+(?:le\s|den\s|a\s)?(?P<day>{_DAY})\.?(?:\s(?:[-–—―]|--)\s|:\s|\.?\s?[-–—]\s)"),
        ("place and stop with a hyphen", rf"(?P<place>{_ANY_PLACE})\.\s?[-–—]\s*(?={_UP}|[\"“«¿¡])"),
        ("agency in brackets alone", r"(?P<place>)\((?P<agency>Reuters|AFP|AP|dpa|EFE|Belga|Xinhua|ANSA|Lusa|UPI|ATS)\)\s*(?:[-–—]+\s*)?"),
        ("place in capitals", rf"(?P<place>{_CAPS_PLACE})(?:\s?--\s?|\s[-–—―]\s|[—―]\s?|\.\s?[-–—]+\s*|:\s(?={_UP}))"),
        ("agency telegram in Chinese",
         r"(?P<agency>新华社|中新社|中新网|人民网|本报|央视网|新华网|路透社|法新社|美联社|[\u4e00-\u9fff]{2,6}社|[\u4e00-\u9fff]{2,6}[网报])(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<day>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?(?:专?电|讯|消息|报道)\s*(?:[（(](?P<people>[^（）()]{2,40})[）)])?[:：，,\s]*"),
        ("agency telegram in Chinese brackets",
         r"[（(](?P<agency>[\u4e00-\u9fff]{2,8}?[社网报])(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<day>(?:\d{1,2}月)?\d{1,2}日)?(?:专?电|讯)[）)][:：，,\s]*"),
        ("place and day in Arabic",
         rf"(?P<place>[\u0620-\u0652]+(?:\s[\u0620-\u0652]+){{0,2}})\s*[،,]\s*(?P<day>{_DAY})\s*م?\s*[-–—:]\s*"),
        ("place, agency in Arabic",
         r"(?P<place>[\u0620-\u0652]+(?:\s[\u0620-\u0652]+){0,2})\s*(?:،?\s*(?:في\s)?(?P<day>\d{1,2}\s[\u0620-\u064a]+(?:\s\d{4})?)\s*)?[(/](?P<agency>[^()/]{2,30})[)/]\s*[-–—:.]*\s*"),
        ("place, known agency in Arabic",
         r"(?P<place>[\u0620-\u0652]+(?:\s[\u0620-\u0652]+)?)\s*[-–—]\s*(?P<agency>سانا|رويترز|وكالات|الأناضول|واس|وام|بترا|قنا|أ ف ب|د ب أ)\s*[-–—:.]\s*"),
    )
)  # fmt: skip
_PEOPLE = re.compile(r"^(?:本报|新华社)?(?:记者|通讯员)\s*(?P<names>.+)$")
# Capitals that shout about the story instead of saying where it is from.
_SHOUTS = frozenset(
    """BREAKING UPDATE UPDATED CORRECTION CORRECTED EXCLUSIVE WATCH LISTEN NEW LIVE VIDEO PHOTO PHOTOS OPINION ANALYSIS EXPLAINER READ MORE NOTE
    SIR MADAM DEAR FACT REVIEW INTERVIEW URGENT ALERT WARNING DEVELOPING ADVISORY WHAT WHO WHEN WHERE WHY HOW FACTBOX TIMELINE PROFILE COLUMN EDITORIAL LETTER
    LETTERS RECAP PREVIEW RESULT RESULTS FULL ROUNDUP SPORT SPORTS WEATHER NEWS BUSINESS USA NASA NATO OTAN WTO WHO IMF ÚLTIMA HORA URGENTE AVISO
    EILMELDUNG СРОЧНО МОЛНИЯ DIRECT ALERTE FBI CIA BBC CNN EU UE GDP CEO FAQ PRESS RELEASE MEDIA CONTACT PS Q A ABOUT STATEMENT SUMMARY BACKGROUND KEY
    UPDATE1 UN ONU OPEC OPEP FIFA UEFA NBA NFL NHL MLB ISS UK US AI IT TV""".split()
)
_LOOSE = frozenset(
    ("place, agency in brackets", "place, agency between strokes", "place, agency in Arabic", "place, day with a year")
)
_TICKERS = re.compile(
    r"^(?:NYSE|NASDAQ|Nasdaq|TSX|LSE|ASX|OTC|HKEX|FTSE|BMV|XETRA)\b|^\d|^[A-Z]{1,4}\.[A-Z]{1,2}$|^(?:aged?|born|née|left|right)\b"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The parts of a dateline; `end` is where the story's own words begin."""

    place: str
    agency: str | None
    day: str
    people: str
    end: int
    form: str


def read_dateline(text: str) -> Dateline | None:
    """Read the dateline that a paragraph opens with, in the first form that fits."""
    head = text[:160]
    for form, pattern in _FORMS:
        match = pattern.match(head)
        if not match or match.end() >= len(text):
            continue
        found = match.groupdict()
        place = found["place"].strip(" ,-")
        agency = (found.get("agency") or "").strip() or None
        if form in _LOOSE and agency and (_TICKERS.match(agency) or len(agency.split()) > 5):
            continue
        if form == "place in capitals" and not _is_caps_place(place, text[match.end() :]):
            continue
        # "POL-NH: Wolfhausen - Täter gesucht" is a headline.
        if form == "place in capitals" and ":" in match.group() and len(text) < 140 and text[-1] not in '.!?”»"':
            continue
        if (
            form == "place, day with a year"
            and not re.search(r"(?:19|20)\d\d", found["day"])
            and not place.split(",")[0].isupper()
        ):
            continue
        people = _PEOPLE.match(found.get("people") or "")
        return Dateline(place, agency, found.get("day") or "", people["names"] if people else "", match.end(), form)
    return None


_KNOWN = r"AFP|AP|dpa(?:/\w{2,4})?|ots|EFE|Efe|Lusa|LUSA|Reuters|TASS|ТАСС|Xinhua|ANSA|Belga|ATS|APA|epd|KNA|SID|UPI|PTI|ANI|IANS|EP|Europa Press|Agência Brasil|ABr"
_LONE = re.compile(
    rf"(?P<place>{_FULL_PLACE})(?:,\s{_DAY})?\.?\s*[(/](?P<agency>{_KNOWN})[)/]\s*\.?(?:{_DASH}|[-–—])?", re.VERBOSE
)


def read_lone(text: str) -> tuple[str, str | None] | None:
    """Place and agency, if any, of a dateline that has a line of its own."""
    found = _LONE.fullmatch(text) if len(text) < 80 and text[-1] in ")/.-–—" else None
    if found:
        return found["place"], found["agency"]
    return (text, None) if len(text) < 50 and _PLACE_ALONE.fullmatch(text) else None


_PLACE_ALONE = re.compile(rf"{_UP}{{4,}}(?:[ -]{_UP}{{3,}}){{0,2}},\s{_UP}[a-zà-ÿ][\w.'’-]+(?:\s{_UP}[\w.'’-]+)?\.?")


def _is_caps_place(place: str, rest: str) -> bool:
    first = place.split(",", maxsplit=1)[0]
    words = re.split(r"[\s/-]+", first.upper().strip("."))
    if any(word.strip(".") in _SHOUTS for word in words) or any(char.isdigit() for char in first):
        return False
    # A whole line in capitals is a headline with a dash in it.
    return any(char.islower() for char in rest[:80])


def place_name(place: str) -> str:
    """NEW YORK to New York; small words between stay small, what is in mixed case is left."""
    words = []
    for number, word in enumerate(place.split(" ")):
        bare = word.strip(".,")
        if (
            len(bare) > 1
            and bare.isupper()
            and "." not in bare
            and not (number and len(bare) <= 2 and bare not in _SMALL)
        ):
            lowered = re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].lower(), word)
            words.append(lowered.lower() if number and bare in _SMALL else lowered)
        else:
            words.append(word)
    return " ".join(words)


_SMALL = frozenset("DE DEL LA EL LOS LAS DO DA DOS DU DES OF AND Y E ET AM AN UPON ON НА".split())


def agency_name(name: str | None) -> str | None:
    """Dpa names its regional desk behind a stroke."""
    return "dpa" if name and name.startswith("dpa/") else name
