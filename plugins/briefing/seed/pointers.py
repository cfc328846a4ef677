"""Signs of read-more and keyword lines."""
# ruff: noqa: D401 - a docstring of a question says what holds

from .page import Page
from .words import READ_MORE_NEEDS_COLON


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


def read_more_open(page: Page, at: int) -> bool:
    """A label of several words, then a title without a colon between."""
    facts = page.facts[at]
    label = facts.label("read_more")
    if not label or label.colon or not label.rest or (facts.stop and not facts.question) or facts.size > 170:
        return False
    shouted = facts.text[: len(label.lead)].isupper()
    if label.lead in READ_MORE_NEEDS_COLON and not shouted:
        return False
    return (
        (" " in label.lead or (len(label.lead) >= 4 and not label.lead.isascii()) or shouted)
        and not label.rest[0].islower()
        and label.rest[0] not in ",.،，"
    )


def keywords(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("keywords")
    if not label or not label.rest or facts.size > 300:
        return False
    strong = label.lead.startswith(("tagged", "filed", "posted in", "archivado"))
    return (label.colon or strong) and not (facts.stop and facts.sentences > 1) and not (facts.stop and facts.size > 90)
