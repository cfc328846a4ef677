"""Signs of paragraphs, subheads, lists, tables and quotations."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re

from .facts import Facts
from .furnishings import is_time_stamp
from .page import Page, is_prose

_SAID = re.compile(
    r"\b(?:said|says|read|reads|wrote|writes|stated|statement|tweeted|posted|told|added|dijo|señaló|escribió|afirmó|declaró|déclaré|écrit|"
    r"affirmé|sagte|schrieb|erklärte|heißt es|disse|afirmou|escreveu|declarou|заявил\w*|сказал\w*|написал\w*|сообщил\w*)\b|قال|صرح|وقال|表示|说|称",
    re.IGNORECASE,
)


_TWEET_SIGNED = re.compile(r"^[—–-]\s?.{2,60}\(@\w+\)")


_EPIGRAPH = re.compile(r"^[—–―]\s?[A-ZÀ-Þ][^.]{2,60}$")


def prose(page: Page, at: int) -> bool:
    return is_prose(page.facts[at])


def sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (facts.stop or facts.colon) and facts.size >= 25


def short_sentence(page: Page, at: int) -> bool:
    return page.facts[at].stop and page.facts[at].size < 25


def long(page: Page, at: int) -> bool:
    return page.facts[at].size >= 160


def _telling(facts: Facts | None) -> bool:
    """A line that a subhead can introduce."""
    return bool(facts and not facts.broken and not facts.end_mark and (
        ((facts.stop or facts.colon) and facts.size > 28) or facts.bullet or facts.number or facts.cells or facts.size > 140 or facts.turn
    ))  # fmt: skip


def _head_shape(facts: Facts) -> bool:
    return (
        3 <= facts.size <= 95
        and facts.count <= 14
        and facts.sentences == 1
        and not (facts.stop and not facts.question and facts.text[-1] not in "!…")
        and not facts.colon
        and facts.text[-1] not in ",;，；،"
        and not facts.lower
        and not facts.bullet
        and not facts.cells
        and not facts.turn
        and not facts.broken
        and not facts.end_mark
        and not facts.boiler
        and not facts.picture
        and not (facts.byline and facts.byline.led)
    )


def subhead(page: Page, at: int) -> bool:
    facts = page.facts[at]
    before, after = page.at(at - 1), page.at(at + 1)
    # A turn of talk among turns, marked or not.
    if _LABELLED.match(facts.text) and any(near and near.turn for near in (before, after)):
        return False
    answered = facts.question and after and after.stop and _one_of_several(page, at)
    return at > 0 and _head_shape(facts) and not facts.number and (_telling(after) or bool(answered))


def first_question(page: Page, at: int) -> bool:
    """A question above the first answer, where others head the answers further down."""
    facts = page.facts[at]
    if not facts.question or at > page.first or not subhead(page, at):
        return False
    return _one_of_several(page, at)


def _one_of_several(page: Page, at: int) -> bool:
    """Two more questions in the shape of heads stand above their answers."""
    near = range(max(1, at - 30), min(at + 30, len(page.facts) - 1))
    others = (
        page.facts[step].question and _head_shape(page.facts[step]) and _telling(page.at(step + 1))
        for step in near
        if step != at
    )
    return sum(map(bool, others)) > 1


def numbered_subhead(page: Page, at: int) -> bool:
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if facts.number is None or (facts.stop and not facts.question) or facts.size > 90:
        return False
    return bool(
        after and after.number is None and after.size > facts.size and after.stop and before and before.number is None
    )


def between_prose(page: Page, at: int) -> bool:
    before, after = page.at(at - 1), page.at(at + 1)
    return _head_shape(page.facts[at]) and bool(before and after and before.stop and is_prose(after))


def short_neighbour(page: Page, at: int) -> bool:
    """Two short lines in a row are a list of names more often than a head."""
    facts = page.facts[at]
    return any(
        near
        and _head_shape(near)
        and near.size < 70
        and not near.question
        and not facts.question
        and not is_time_stamp(near)
        for near in (page.at(at + 1), page.at(at - 1))
    )


def after_colon(page: Page, at: int) -> bool:
    before = page.at(at - 1)
    return bool(before and before.colon)


_HASHES = re.compile(r"#{1,4}\s\S.{2,80}$")


def decorated_subhead(page: Page, at: int) -> bool:
    text = page.facts[at].text
    if _HASHES.match(text) and at > 0:
        return True
    return bool(
        re.match(
            r"^-\s.{3,60}\s-$|^\*\*?[^*\s].{1,70}$|^={1,3}\s?.{3,60}\s?={1,3}$|^_{1,2}[^_]{3,60}_{1,2}$",
            text,
        )
    ) and _telling(page.at(at + 1))


def time_stamp(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.text.startswith("UPDATE ") and is_time_stamp(facts) and at > 0:
        return True
    return (
        is_time_stamp(facts)
        and at > 0
        and any(
            is_time_stamp(fact)
            for near, fact in enumerate(page.facts[max(0, at - 12) : at + 13], max(0, at - 12))
            if near != at
        )
    )


def bullet(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return bool(facts.bullet) and not (
        facts.bullet in "–—-" and (facts.text.endswith(" -") or _TWEET_SIGNED.match(facts.text))
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


def _label_line(facts: Facts | None) -> bool:
    return bool(
        facts
        and facts.size < 110
        and facts.sentences < 3
        and _LABELLED.match(facts.text)
        and not facts.turn
        and not facts.boiler
    )


_LABELLED = re.compile(r"[^\W\d_a-zа-я][\w'’ -]{1,24}\s?[:：]\s?\S")


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
    cells = len(page.facts[at].cells)
    near = [page.at(at - 1), page.at(at + 1)]
    return cells >= 2 and any(fact and abs(len(fact.cells) - cells) <= 1 and len(fact.cells) >= 2 for fact in near)


def columns(page: Page, at: int) -> bool:
    return len(page.facts[at].cells) >= 3


def block_quote(page: Page, at: int) -> bool:
    before, facts = page.at(at - 1), page.facts[at]
    return bool(
        before
        and before.colon
        and _SAID.search(before.text[-80:])
        and facts.size > 40
        and not facts.bullet
        and facts.number is None
        and not facts.turn
    )


def tweet_link(page: Page, at: int) -> bool:
    return bool(_TWEET_SIGNED.match(page.facts[at].text) or _EPIGRAPH.match(page.facts[at].text))
