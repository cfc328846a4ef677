"""Signs of lists and tables."""
# ruff: noqa: D401 - a docstring of a question says what holds; patterns read better unbroken

import re

from .facts import Facts
from .page import Page
from .prose import LABELLED, TWEET_SIGNED, head_shape, numbered_subhead


def bullet(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return bool(facts.bullet) and not (
        facts.bullet in "–—-" and (facts.text.endswith(" -") or TWEET_SIGNED.match(facts.text))
    )


def _opened_by_colon(page: Page, at: int) -> bool:
    """Whether the run of lines with this mark stands under a line that ends in a colon."""
    start = at
    while start > 0 and at - start < 30 and page.facts[start - 1].bullet == page.facts[at].bullet:
        start -= 1
    return start > 0 and page.facts[start - 1].colon


def lone_dash(page: Page, at: int) -> bool:
    """A dash opens speech in several languages; a list has more than one and no speech verbs."""
    facts = page.facts[at]
    if facts.bullet not in ("-", "–", "—"):
        return False
    near = [page.at(at - 1), page.at(at + 1)]
    if facts.bullet in "–—" and facts.item[0].isupper() and facts.stop and not _opened_by_colon(page, at):
        return True
    speech = facts.bullet in "–—" and re.search(r"[,!?.…»]\s?[–—-]\s", facts.item)
    alone = not any(fact and fact.bullet == facts.bullet for fact in near) and not (near[0] and near[0].colon)
    return bool(speech) or alone


def number(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.number is None or numbered_subhead(page, at):
        return False
    return any(
        fact and fact.number is not None and fact.number == facts.number + step
        for step in (-1, 1)
        for fact in (page.at(at + step), page.at(at + 2 * step))
    )


def single_number(page: Page, at: int) -> bool:
    return page.facts[at].number is not None and page.facts[at].number == 1


def implied_item(page: Page, at: int) -> bool:
    """Short lines without stops after a line that ends in a colon."""
    facts = page.facts[at]
    if (
        facts.stop
        or facts.colon
        or facts.size > 90
        or facts.boiler
        or facts.picture
        or facts.broken
        or facts.dated == "full"
        or at <= page.first
    ):
        return False
    start = at
    while (
        start > 0
        and at - start < 12
        and not page.facts[start - 1].colon
        and not page.facts[start - 1].stop
        and page.facts[start - 1].size <= 90
    ):
        start -= 1
    after = page.at(at + 1)
    opened = start > 0 and page.facts[start - 1].colon
    return opened and (start < at or bool(after and not after.stop and after.size <= 90))


def foot_item(page: Page, at: int) -> bool:
    """Short lines with figures, commas or strokes below the last paragraph: hours, addresses, results."""
    return _foot_detail(page, at) and any(_foot_detail(page, near) for near in (at - 1, at + 1))


def foot_head(page: Page, at: int) -> bool:
    """The line above such a list."""
    facts, before = page.facts[at], page.at(at - 1)
    headed = head_shape(facts) and facts.size < 60 and not facts.labels and not _foot_detail(page, at)
    listed = all(
        foot_item(page, near) or (near < len(page.facts) and labelled_item(page, near)) for near in (at + 1, at + 2)
    )
    return headed and at > page.first and bool(before and before.stop) and listed


def _foot_detail(page: Page, at: int) -> bool:
    facts = page.at(at)
    if not facts or at <= page.last or facts.size > 110 or facts.stop or facts.colon or not _FOOT.search(facts.text):
        return False
    other = (
        facts.boiler
        or facts.picture
        or facts.labels
        or facts.end_mark
        or facts.broken
        or facts.cells
        or page.runs.get(at)
    )
    signed = (facts.byline and facts.byline.led) or _STAFF.match(facts.text)
    if other or signed or (facts.dated == "full" and not LABELLED.match(facts.text)) or _ADDRESS.search(facts.text):
        return False
    return not any(fact.end_mark or fact.label("contact") for fact in page.facts[page.last : at])


_FOOT = re.compile(r"\d|^[^a-zß-ÿа-я].*(?:[,،，、:：]|\s[-–—|]\s)")
# Who edited and drew the story is not of its lists.
_STAFF = re.compile(
    r"(?:edi(?:ção|ción|ted|tor\w*)|texto?|fotos?|revis(?:ão|ión)|produ(?:ção|cción)|arte|reda(?:ção|cción)|redaktion|bearbeitung|редактор|تحرير)\b",
    re.IGNORECASE,
)

_ADDRESS = re.compile(r"@|https?:|www\.|©|\d{3}[\s.-]\d{3,4}|\+\d|:\d{4,}-")


def _label_line(facts: Facts | None) -> bool:
    return bool(
        facts
        and facts.size < 110
        and facts.sentences < 3
        and LABELLED.match(facts.text)
        and not facts.turn
        and not facts.boiler
    )


def labelled_item(page: Page, at: int) -> bool:
    """Lines such as "When: …" and "Where: …" one under the other."""
    facts = page.facts[at]
    if (
        not _label_line(facts)
        or (facts.byline and facts.byline.led)
        or facts.picture
        or (facts.labels and (facts.label("read_more") or facts.label("source")))
    ):
        return False
    return at > 1 and (_label_line(page.at(at + 1)) or _label_line(page.at(at - 1)))


def row(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.dated == "full" and len(facts.rest) <= 3:
        return False
    cells = len(facts.cells)
    near = [page.at(at - 1), page.at(at + 1)]
    return cells >= 2 and any(fact and abs(len(fact.cells) - cells) <= 1 and len(fact.cells) >= 2 for fact in near)


def columns(page: Page, at: int) -> bool:
    return len(page.facts[at].cells) >= 3
