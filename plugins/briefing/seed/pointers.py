"""Signs of read-more and keyword lines."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re

from .page import Page, is_prose
from .parts import ReadMore
from .words import READ_MORE_NEEDS_COLON

_MARK = re.compile(r"^[\s*•·>»►▶–—-]+|^\d{1,2}[.)]\s+")
_TITLE_SOURCE = re.compile(r"^(?P<title>.{12,}?\S):\s(?P<source>[A-ZÀ-ÞА-Я][^:.!?]{1,24})$")


def read_pointer(text: str) -> ReadMore:
    """Title and, behind a last colon, who published it."""
    title = _MARK.sub("", text).strip()
    split = _TITLE_SOURCE.match(title)
    if split and len(split["source"].split()) <= 3 and all(word[0].isupper() for word in split["source"].split()):
        return ReadMore(split["title"], split["source"])
    return ReadMore(title)


def read_more(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("read_more")
    return bool(label and label.colon and label.rest and facts.size < 240)


def read_more_sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (
        facts.label("read_more") is not None
        and facts.stop
        and (facts.sentences > 1 or (facts.text[-1] in ".。" and facts.size > 60))
    )


# What follows is a part of the site, not a title.
_PLACES = frozenset(("more from", "more in this section", "mehr aus"))


def read_more_open(page: Page, at: int) -> bool:
    """A label of several words, then a title without a colon between."""
    facts = page.facts[at]
    label = facts.label("read_more")
    if not label or label.colon or not label.rest or (facts.stop and not facts.question) or facts.size > 170:
        return False
    if label.lead in _PLACES:
        return False
    shouted = facts.text[: len(label.lead)].isupper()
    if label.lead in READ_MORE_NEEDS_COLON and not shouted:
        return False
    return (
        (" " in label.lead or (len(label.lead) >= 4 and not label.lead.isascii()) or shouted)
        and not label.rest[0].islower()
        and label.rest[0] not in ",.،，"
    )


# These may head a part of the story itself.
_HEADS = frozenset(("further information", "further reading", "más información", "mehr infos", "pour aller plus loin"))


def lone_label(page: Page, at: int) -> bool:
    """A label such as "Most viewed" or "Read more" whose list is missing: the story goes on, or nothing follows."""
    facts, after = page.facts[at], page.at(at + 1)
    labels = [facts.label("most_read"), facts.label("read_more")]
    if at <= page.first or not any(label and not label.rest and " " in label.lead for label in labels):
        return False
    if any(label and label.lead in _HEADS for label in labels):
        return False
    return not after or after.stop or is_prose(after) or bool(after.boiler or after.picture or after.broken)


def pointed_above(page: Page, at: int) -> bool:
    """A title with "Read more" under it, between two paragraphs."""
    facts, label, before = page.facts[at], page.at(at + 1), page.at(at - 1)
    found = label.label("read_more") if label else None
    if not found or found.rest or at <= page.first or not lone_label(page, at + 1) or facts.stop or facts.size > 160:
        return False
    return facts.count >= 4 and not facts.labels and not facts.picture and bool(before and before.stop)


def keywords(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("keywords")
    if not label or not label.rest or facts.size > 300:
        return False
    strong = label.lead.startswith(("tagged", "filed", "posted in", "archivado"))
    return (label.colon or strong) and not (facts.stop and facts.sentences > 1) and not (facts.stop and facts.size > 90)
