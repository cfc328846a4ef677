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


LABELLED = re.compile(r"[^\W\d_a-zа-я][\w'’ -]{1,24}\s?[:：]\s?\S")
TWEET_SIGNED = re.compile(r"^[—–-]\s?.{2,60}\(@\w+\)")


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


def head_shape(facts: Facts) -> bool:
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
    if LABELLED.match(facts.text) and any(near and near.turn for near in (before, after)):
        return False
    answered = facts.question and after and after.stop and _one_of_several(page, at)
    return at > 0 and head_shape(facts) and not facts.number and (_telling(after) or bool(answered))


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
        page.facts[step].question and head_shape(page.facts[step]) and _telling(page.at(step + 1))
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
    return head_shape(page.facts[at]) and bool(before and after and before.stop and is_prose(after))


def short_neighbour(page: Page, at: int) -> bool:
    """Two short lines in a row are a list of names more often than a head."""
    facts = page.facts[at]
    return any(
        near
        and head_shape(near)
        and near.size < 70
        and not near.question
        and not facts.question
        and not is_time_stamp(near)
        for near in (page.at(at + 1), page.at(at - 1))
    )


def heads_notice(page: Page, at: int) -> bool:
    """The name of a box, such as a newsletter's, above two lines of prompts."""
    facts, after, second = page.facts[at], page.at(at + 1), page.at(at + 2)
    boxed = after and second and after.boiler and second.boiler and not after.cells and not facts.cells
    # The last entry of a list has figures, commas or a mark.
    listed = facts.bullet or facts.number is not None or re.search(r"[\d,،，]", facts.text)
    named = facts.size < 50 and not (facts.stop or facts.labels or listed) and facts.sentences == 1 and at > page.first
    return named and bool(boxed and after and after.size > 24 and not after.boiler.startswith("button"))


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


_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b|\d{1,2}[.:]\d\d\b")


def time_stamp(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.text.startswith("UPDATE ") and is_time_stamp(facts) and at > 0:
        return True
    return (
        is_time_stamp(facts)
        and at > 0
        and any(
            is_time_stamp(fact) or (fact.size < 40 and _HOUR.match(fact.text))
            for near, fact in enumerate(page.facts[max(0, at - 12) : at + 13], max(0, at - 12))
            if near != at
        )
    )


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
    return bool(TWEET_SIGNED.match(page.facts[at].text) or _EPIGRAPH.match(page.facts[at].text))
