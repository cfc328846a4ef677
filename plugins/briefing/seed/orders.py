"""Orders to hold a story: how they are worded, whether they hold, and the moment that they state."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns read better unbroken

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, timezone

from .dates import Dated, is_relative

_ORDER = re.compile(
    r"""
      ^\W*(?:(?:strict|strictly|under|news|press|media)\s+){0,3}
        (?: embargoed\b (?= \W*$ | \s*[:–—|,(-] | .*\b20\d\d\b | \s(?:until|till|for|from|copy|press|news|media|release|material|version|against|pending|and|not)\b )
          | embargo(?:\s+(?:date|time))?\s*(?:[:：–—-](?=.*\d)|[*\])】]+\s*(?=\d)|(?:until|till|hasta|até|bis|fino|tot|jusqu\S+)\b(?=.*\d)|for\s+\d|\d|\W*$))
    | \bembargoed\s+(?:until|till)\b | [-–—|:,(\[]\s*(?:strictly\s)?(?:under\sembargo|embargoed)\W*$
    | \bunder\s(?:a\s)?(?:strict\s)?embargo\s(?:until|till)\b(?=.*\d)
    | \bnot\s(?:for|to\sbe)\s(?:release|publication|broadcast|use|published|released|used)\b(?!\s*:)
    | ^\W*(?:please\s)?do\snot\s(?:publish|release|use|broadcast)\sbefore\b(?=.*\d)
    | ^\W*th(?:is|ese|e)\s(?:[\w-]+\s){0,3}(?:releases?|reports?|story|text|information|materials?|documents?|study|papers?|articles?|copy|contents?|speech|statement|data)\b.*\b(?:may|must|can|should|shall)\s?not\sbe\s(?:published|released|broadcast|used|reported)\s(?:before|until)\b(?=.*\d)
    | ^for\srelease\b | ^\W*(?:please\s+)?hold\s(?:for\srelease\b|until\b(?=.*\d))
    | ^\W*for\suse\b.*\d.*\bthereafter\b | ^\W*for\suse\safter\b(?=.*\b20\d\d\b) | ^\W*advance\sfor\s(?:release|use)\b(?=.*\d) | ^\W*embargo\s(?:lifts|ends|expires)\b(?=.*\d)
    | ^\W*embargad[oa]\s*(?:[:：]|\W*$) | embargad[oa]\s(?:hasta|até)\b | ^\W*n(?:o|ão)\s(?:publicar|difundir|divulgar)\s(?:antes|hasta|até)\b(?=.*\d)
    | ^\W*(?:strictement\s+)?sous\sembargo\s*(?:[:：–—-]|jusqu|\d|\W*$) | \bsous\sembargo\s+jusqu | ^\W*ne\spas\s(?:publier|diffuser)\savant\b(?=.*\d)
    | ^\W*sperrfrist\s*(?:[:：–—-]|bis\b|\d|\W*$) | \bbeachten\ssie\sdie\ssperrfrist\b | ^\W*nicht\svor\b.*\d.*\bveröffentlichen\b | ^\W*(?:frei(?:gegeben)?|freigabe)\s(?:ab|für)\b(?=.*\d)
    | ^\W*(?:под\s+)?эмбарго\s*(?:[:：–—-](?=.*\d)|до\b|\W*$) | (?-i:^\W*ЭМБАРГО\s*:) | ^\W*не\s(?:публиковать|разглашать)\s(?:до|ранее)\b(?=.*\d)
    | حظر\sالنشر\s*(?:حتى|[:：]|\W*$) | (?:لا\sينشر|يحظر\sالنشر|غير\sللنشر)\sقبل(?=.*\d) | 禁发\s*(?:至|到|20\d\d年|[:：]|\W*$) | 请勿(?:在|于)?[^。]{0,30}\d[^。]*前(?:发布|发表|刊发|公布)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RELEASE = re.compile(
    r"""
    \W*(?: (?:(?:press|news|media)\s)? (?:for\s)? release (?:\s(?:date|time|on|at))? | (?:date|time)\sof\s(?:release|publication) | (?:publication|publishing)\sdate
      | (?:to\sbe|for)\s(?:released|published|publication)(?:\son)? | (?:release|publish)\son
      | fecha\sde\s(?:publicación|difusión|divulgación) | (?:publicar|difundir)\s(?:el|em) | date\sde\s(?:publication|diffusion|parution) | à\sparaître(?:\sle)? | diffusion
      | veröffentlichung(?:sdatum|stermin)? | erscheinungsdatum | data\sde\s(?:publicação|divulgação) | дата\s(?:публикации|выхода) | تاريخ\sالنشر | 发布(?:日期|时间) )
    (?: \s*[:：,–—-] | \s(?=\W*\w*\W*\d) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTERSPACED = re.compile(r"\W*(?:\w\s){4,}\w\W*")
_BARS = re.compile(
    r"not\s(?:for|to\sbe)\b.*\b(?:in|to|into|within)\b.*\b(?:states|u\.?s\.?|usa|canada|jurisdiction)", re.IGNORECASE
)
"""A notice that only bars the press of a country."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"embargo|until|till|before|hold\b|release|sperrfrist|эмбарго|до\b|hasta|jusqu|até|bis\b|حظر|禁发", re.IGNORECASE
)
_CLOCK_SIGN = re.compile(
    r"(?<!\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:(?!AND\b)[A-Z]{2,4}\b|h|hours)|\d\s?[ap]\.?m\b|\d[:.]\d\d(?![\d.])"
)

_CLOCK_WORD = re.compile(
    r"\b(?:noon|midday|midnight|mediodía|medianoche|midi|minuit|mittags?|mitternacht"
    r"|morning|afternoon|evening|night|after|close|opening|end\sof|delivery|mañana|tarde|noche|después|matin|soir|après|abends?|morgens?|nachmittags?|nach|manhã|noite|após|утр\w+|вечер\w*|после|ore\s\d+|kl\.?\s\d+|\d+\suur)\b|مساء|صباح|بعد|晚|早上|之?后|полдень|полночь|[上下中]午|時|时|\d\s?点|\bالساعة\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?:\b(?:GMT|UTC)\s?|\d\d:\d\d(?::\d\d)?)(?P<sign>[+−–-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?![\d-])"
)
_ZONE = re.compile(
    r"\d\s?(?:[ap]\.?m\.?,?\s|h(?:ours|rs)?\s|Uhr\s)?\(?(?!(?:AM|PM|AT|ON|IN|OF|THE|AND|MON|TUE|TUES|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUNE|JUL|JULY|AUG|SEP|SEPT|OCT|NOV|DEC|LOCAL)\b)[A-Z]{2,5}\b(?!\s?\d)"
    r"|\b(?!(?i:embargo|release|publication|the|this|same|at|press)\b)[A-Z][\w.]+\s(?i:time)\b|\b(?i:hora|heure)\s(?:del?\s[A-Z]|local)|(?i:ortszeit)|времени|بتوقيت|[京地]时间"
    r"|\b(?i:eastern|central|pacific|mountain|atlantic|moscow|beijing|local)\s(?i:(?:standard|daylight)\s)?(?i:time)\b",
)


def is_order(text: str) -> bool:
    """Tell an order from news of an embargo."""
    return bool(_ORDER.search("".join(text.split()) if _LETTERSPACED.fullmatch(text) else text))


def holds(text: str) -> bool:
    """Tell whether an order holds a story though no moment was read in it, until an editor states one."""
    if re.match(r"\W*for release\b", text, re.IGNORECASE):
        return states_hour(text) or is_relative(text) or bool(_WEEKDAY.search(text))
    return not _BARS.match(text.lstrip("[(*-– "))


def states_release(text: str) -> bool:
    """Tell whether a line says when the text is to be published; where that day is to come, it is an order."""
    return bool(_RELEASE.match(text))


def order_moment(text: str, dates: Sequence[Dated]) -> tuple[datetime | None, bool]:
    """The moment until which a line holds the story, and whether day and month of it are in doubt.

    None where it states no day, or an hour that was not read: an editor must say when.
    """
    if not dates or leaves_hour(text, dates):
        return None, False
    order = _UNTIL.search(text)
    dated = next((each for each in dates if order and each.start > order.start()), dates[-1])
    when = later_reading(dated)
    if ahead := _OFFSET.search(text):
        offset = timedelta(hours=int(ahead["hours"]), minutes=int(ahead["minutes"] or 0))
        when = when.replace(tzinfo=timezone(-offset if ahead["sign"] in "-−–" else offset))
    return when, dated.other is not None


def without_label(text: str) -> str:
    """What is left of a line that says when the text is to be published; any other line as it is."""
    label = _RELEASE.match(text)
    return text[label.end() :] if label else text


def release_moment(text: str, dates: Sequence[Dated]) -> datetime | None:
    """The moment that a line states for publishing the text; the next day where its hour was not read."""
    if not dates or not _RELEASE.match(text):
        return None
    when = later_reading(dates[-1])
    return when + timedelta(days=1) if leaves_hour(text, dates) else when


def leaves_hour(text: str, dates: Sequence[Dated]) -> bool:
    """Tell whether an hour, or its zone, stands in a line whose dates were read without it."""
    read = any(isinstance(each.value, datetime) for each in dates)
    return bool(dates) and ((not read and states_hour(text)) or leaves_zone(text, dates))


def leaves_zone(text: str, dates: Sequence[Dated]) -> bool:
    """Tell whether a zone of hours stands beside an hour that was read without one."""
    hours = [each.value for each in dates if isinstance(each.value, datetime)]
    return (
        bool(hours) and not any(hour.tzinfo for hour in hours) and bool(_ZONE.search(text)) and not _OFFSET.search(text)
    )


def states_hour(text: str) -> bool:
    """Tell whether a line states an hour, of whatever day."""
    return bool(_CLOCK_SIGN.search(text) or _CLOCK_WORD.search(text))


def later_reading(dated: Dated) -> datetime:
    """The moment of a date, at midnight where no hour is stated; of two readings of day and month the later."""
    when = dated.value if isinstance(dated.value, datetime) else datetime.combine(dated.value, time())
    return max(when, datetime.combine(dated.other, when.timetz())) if dated.other else when


def latest(moments: Sequence[datetime | None]) -> datetime | None:
    """The last of the moments that several lines state; one without a zone counts as UTC.

    None where one of them is not understood: an editor must say when.
    """
    known = [when for when in moments if when is not None]
    if len(known) < len(moments):
        return None
    return max(known, key=lambda when: when if when.tzinfo else when.replace(tzinfo=UTC), default=None)
