"""Source and author that share a line, each behind its label."""

import re

from .people import LEAD, read_byline

_SEGMENT = re.compile(r"\s*\|\s*|\s+(?=\S{2,12}[:：])")
_SOURCE_LABEL = re.compile(
    r"(?i:source|fuente|quelle|fonte|источник|المصدر|来源|稿源|消息来源|信息来源)\s*[:：]\s*(?P<rest>.+)$"
)
_SENT_BY = re.compile(r"(?i:from|issued by|delivered by|organi[sz]ation|department|publisher)\s*:\s*")


def read_labelled(text: str) -> tuple[list[str], list[str]]:
    """Find the sources and persons that the labelled segments of a line name."""
    sources: list[str] = []
    authors: list[str] = []
    for segment in _SEGMENT.split(text.replace("\u3000", " ")):
        byline = read_byline(segment)
        label = _SOURCE_LABEL.match(segment)
        if label:
            sources.append(label["rest"].strip(" |"))
        elif byline and byline.led:
            authors += byline.persons
    return sources, authors


def sender(text: str) -> str:
    """Cut label and brackets off the name of a source."""
    led = LEAD.match(text)
    return _WRITER.sub("", _SENT_BY.sub("", _PROVIDED.sub("", led["rest"] if led else text))).strip(" ()[].")


_PROVIDED = re.compile(r"provided by\s", re.IGNORECASE)
_WRITER = re.compile(r"\s(?:Staff\s|Sports\s|Political\s|Business\s|Medical\s|Science\s)?(?:Writer|Correspondent)$")


_PLACE = re.compile(r"[A-ZÀ-ÞА-Я][\w.'’-]+(?:[ ,]+[A-ZÀ-ÞА-Я][\w.'’-]+){0,3}")
_COUNTED = ("Issue", "Vol", "No.", "Edition", "Edición", "Ausgabe", "Nr", "Number", "Page", "Week", "Day")


def is_place(text: str) -> bool:
    """Tell a place that a date leaves of its line from the number of an issue."""
    return bool(_PLACE.fullmatch(text)) and not text.startswith(_COUNTED)
