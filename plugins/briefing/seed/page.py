"""A whole text as the rules see it: the facts of every line and where prose begins and ends."""
# ruff: noqa: D401 - a docstring of a question says what holds

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from .dates import Order, tell_order
from .facts import Facts, read_facts
from .language import tell_language
from .lines import read_lines
from .notices import spare_story
from .order_lines import set_orders_apart
from .parts import Role

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = re.compile(r"[^\W\d_]{4,}|\d{2,}|[\u4e00-\u9fff]{2}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# "And", "the" and "for the", which Arabic writes as one with the word.
_ARABIC_PREFIX = re.compile(r"\b[وف]?(?:ال|بال|لل)(?=[\u0620-\u064a]{3})|\bو(?=[\u0620-\u064a]{4})")
_BRITISH = re.compile(
    r"£|\b(?:GMT|BST|UK|London|colour|\w{3,}ise[ds]?|centre|metres?|km|kilometres?|labour|programme|Mr [A-Z])\b"
)
EDGE = 14
_HEAD = 9


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason why a line may play a role in some zones; the test sees the line and its neighbours."""

    name: str
    role: Role
    zones: str
    weight: float
    test: "Callable[[Page, int], object]"


@dataclass(slots=True)
class Page:
    facts: list[Facts]
    spaced: bool
    first: int
    last: int
    prose: frozenset[str] = frozenset()
    runs: dict[int, list[tuple[str, Role, float, str]]] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    head: int = -1
    """The last line above the story that plainly is its date or byline; nothing up to it is story."""

    def at(self, index: int) -> Facts | None:
        return self.facts[index] if 0 <= index < len(self.facts) else None

    def overlap(self, text: str, *, against: frozenset[str] | None = None) -> float:
        """Share of a line's content words that the prose repeats."""
        own = content_words(text)
        other = self.prose if against is None else against
        return len(own & other) / len(own) if own else 0.0


@lru_cache(maxsize=256)
def content_words(text: str) -> frozenset[str]:
    """Longer words cut to five letters, which folds most endings in the languages at hand; pairs of Han characters."""
    folded = _ARABIC_PREFIX.sub("", text.casefold())
    if _HAN.search(folded):
        return frozenset(
            folded[at : at + 2]
            for at in range(len(folded) - 1)
            if _HAN.match(folded[at]) and _HAN.match(folded[at + 1])
        )
    return frozenset(word[:5] for word in _WORDS.findall(folded))


def is_prose(facts: Facts) -> bool:
    """A line that is a paragraph whatever stands around it."""
    if (facts.picture and facts.picture.sure > 3) or facts.boiler or facts.cells:
        return False
    if facts.stop and facts.size >= (60 if facts.text[-1] == "。" else 110):
        return True
    return facts.size >= 220 or (facts.sentences >= 2 and facts.size >= 70 and facts.stop)


def _short_prose(facts: Facts) -> bool:
    return facts.stop and facts.size >= 50 and not (facts.picture or facts.boiler or facts.cells or facts.bullet)


def _mark_speakers(facts: list[Facts]) -> None:
    """A name with a colon that opens several lines takes turns in a conversation."""
    found: dict[str, list[Facts]] = {}
    shouted = [fact for fact in facts if _SHOUTED.match(fact.text)]
    if len(shouted) > 1:
        for fact in shouted:
            fact.turn = True
    for fact in facts:
        match = _SPEAKER.match(fact.text)
        if match:
            found.setdefault(match["name"], []).append(fact)
    for turns in found.values():
        if len(turns) > 1:
            for fact in turns:
                fact.turn = True


_SHOUTED = re.compile(r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ .'’-]{2,30}:\s")
_SPEAKER = re.compile(r"(?P<name>[^\W\d_a-zа-я][\w.'’-]{0,20}(?: [^\W\d_a-zа-я][\w.'’-]*){0,3})\s?[:：]\s?(?=\S)")


def _long_deck(facts: list[Facts], at: int) -> bool:
    """A deck as long as a paragraph: byline and date, or caption and credit, stand between it and the story."""
    after = facts[at + 1 : at + 4]
    if not 0 < at <= 6 or facts[at].size > 420 or not after:
        return False
    signed = bool(after[0].byline and after[0].byline.persons and after[0].size < 70 and not after[0].stop)
    shown = len(after) > 2 and not is_prose(after[0]) and after[1].text.startswith("©") and is_prose(after[2])
    if shown and after[1].picture and not after[1].picture.caption and facts[at].sentences == 1:
        return True
    days = [fact.dated == "full" and fact.size < 90 and len(fact.rest) <= 3 for fact in after]
    return days[0] or (signed and (bool(after[0].byline and after[0].byline.led) or any(days)))


def _signs(facts: Facts) -> bool:
    if facts.picture or facts.dateline or facts.size > 110:
        return False
    signed = facts.byline and facts.byline.led and facts.byline.persons and not facts.stop
    return bool(signed or (facts.dated == "full" and len(facts.rest) <= 3))


def _order(text: str) -> Order:
    sample = text[:20000]
    return tell_order(sample, lambda: tell_language(sample) == "en", lambda: bool(_BRITISH.search(sample)))


def read_page(text: str) -> Page:
    """Read each line by itself, then where the story begins and ends and which words it is told in."""
    lines, spaced = read_lines(text)
    lines = set_orders_apart(lines)
    order = _order(text)
    total = len(lines)
    facts = [read_facts(line, order, number < EDGE + 16 or number >= total - EDGE) for number, line in enumerate(lines)]
    _mark_speakers(facts)
    spare_story(facts)
    prose = [number for number, fact in enumerate(facts) if is_prose(fact)]
    while len(prose) > 1 and prose[0] < 3 and (label := facts[prose[0]].label("note")) and label.colon:
        del prose[0]
    if len(prose) > 1 and _long_deck(facts, prose[0]):
        del prose[0]
    if not prose:
        # A story of short paragraphs begins where one sentence follows another.
        prose = [
            at
            for at, fact in enumerate(facts)
            if at and _short_prose(fact) and total > at + 1 and _short_prose(facts[at + 1])
        ][:1]
        prose += [total - 1] if prose else []
    first = prose[0] if prose else min(1, total - 1)
    last = prose[-1] if prose else total - 1
    head = max((at for at in range(1, min(first, _HEAD) + 1) if _signs(facts[at])), default=-1)
    words: set[str] = set()
    for fact in facts[first : first + 60]:
        if is_prose(fact) or (fact.stop and fact.size >= 60 and not fact.boiler and not fact.picture):
            words |= content_words(fact.text[:1500])
    texts: dict[str, int] = {}
    for number, fact in enumerate(facts):
        texts.setdefault(fact.text, number)
    return Page(facts, spaced, first, last, frozenset(words), head=head, texts=texts)
