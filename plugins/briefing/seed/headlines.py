"""Signs of a headline and of the deck under it."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re

from .furnishings import furniture, meta
from .mastheads import name_alone
from .page import Page, is_prose


def headline_length(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return 4 <= facts.count <= 18 and facts.size <= 140


def above_meta(page: Page, at: int) -> bool:
    return meta(page.at(at + 1))


def deck_then_meta(page: Page, at: int) -> bool:
    following = page.at(at + 1)
    return bool(
        following and meta(page.at(at + 2)) and not meta(following) and following.size > page.facts[at].size * 0.8
    )


def long_sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.size > 180 or (facts.stop and facts.text[-1] in ".。" and facts.size > 90) or facts.sentences > 2


def sentence_under_line(page: Page, at: int) -> bool:
    """A sentence that ends in a stop, with a line above it that could be the headline: its deck."""
    before, facts = page.at(at - 1), page.facts[at]
    if not before or facts.text[-1] not in ".。" or facts.text.endswith("...") or facts.size < 40:
        return False
    return not (furniture(before) or before.stop or before.caps or before.role or before.colon or before.bullet)


def prose_says_it(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return not is_prose(facts) and facts.count >= 3 and page.overlap(facts.text) >= 0.34


def prose_says_most(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return not is_prose(facts) and facts.count >= 3 and page.overlap(facts.text) >= 0.6


def above_life(page: Page, at: int) -> bool:
    """The name of somebody whose dates stand below."""
    facts, after = page.facts[at], page.at(at + 1)
    return bool(after and after.span) and facts.count <= 8 and not facts.stop and not furniture(facts)


def dotted(page: Page, at: int) -> bool:
    """Weather offices set their headlines between rows of dots."""
    return bool(_DOTTED.fullmatch(page.facts[at].text)) and at < 12


_DOTTED = re.compile(r"\.{3}[^.].{8,160}\.{3}")


def above_subtitle(page: Page, at: int) -> bool:
    """Chinese papers set the second line of a headline behind a double dash."""
    after = page.at(at + 1)
    return bool(after and after.text.startswith("——") and not page.facts[at].stop)


def is_repeated(page: Page, at: int) -> bool:
    text = page.facts[at].text
    return any(page.facts[near].text == text for near in range(at + 1, min(at + 10, page.first + 2, len(page.facts))))


def repeats(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at > 0 and facts.count >= 3 and page.texts.get(facts.text, at) < at and page.texts[facts.text] < 8


def role_before_title(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    return bool(
        facts.role and facts.size < 70 and not facts.stop and before and (before.role or name_alone(page, at - 1))
    )


def site_suffix(page: Page, at: int) -> bool:
    text = page.facts[at].text
    return any(
        12 < len(fact.text) < len(text)
        and text.startswith(fact.text)
        and text[len(fact.text) :].lstrip()[:1] in "|-–—:·"
        for fact in page.facts[at + 1 : at + 10]
    )


def starts_small(page: Page, at: int) -> bool:
    return page.facts[at].lower


_MADE_TITLE = 90


def make_title(lead: str) -> str:
    """Take a headline from the lead: its first sentence, cut between words where it is long."""
    sentence = re.split(r"(?<=[.!?。！？؟])\s+", lead, maxsplit=1)[0]
    if len(sentence) <= _MADE_TITLE:
        return sentence.rstrip(".。") or lead[:_MADE_TITLE]
    cut = sentence[:_MADE_TITLE]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:") + "…"
