"""The best whole reading of a text: one role a line, chosen together by a small dynamic programme.

A text runs through five zones: T above and with the headline, H between headline and story, J the same once a deck has
passed (there is only one), B the story, F below it.
Rules score roles line by line; the transitions here hold what only neighbours can settle. Best scores forwards and
backwards through each state give, besides the reading itself, how far the next best role of every line is behind.
"""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import math
from dataclasses import dataclass
from functools import cache

from . import rules_body, rules_foot, rules_head
from .furnishings import is_time_stamp
from .page import Page, Rule
from .parts import Role
from .runs import find_runs

State = tuple[str, Role]
_LOWEST = -1e9
_NEXT = {"T": "THBF", "H": "HJBF", "J": "JBF", "B": "BF", "F": "F"}
_HEAD_LINES = 3
_FOOT_LINES = 14

# How likely a role is in a zone before any rule has spoken.
_PRIOR: dict[State, float] = {
    ("T", Role.BOILERPLATE): -0.4,
    ("T", Role.DATE): -0.2,
    ("T", Role.BYLINE): -1.0,
    ("T", Role.CAPTION): -1.5,
    ("T", Role.CREDIT): -1.5,
    ("T", Role.NOTE): -0.5,
    ("H", Role.BOILERPLATE): -0.5,
    ("H", Role.NOTE): -0.5,
    ("H", Role.BYLINE): 0.5,
    ("H", Role.DATE): 0.5,
    ("H", Role.CAPTION): 0.3,
    ("F", Role.CAPTION): -1.5,
}
_PAIRS: dict[tuple[Role, Role], float] = {
    (Role.TITLE, Role.DECK): 0.5,
    (Role.TITLE, Role.SUBHEAD): -2.0,
    (Role.DECK, Role.BYLINE): 0.5,
    (Role.DECK, Role.DATE): 0.5,
    (Role.SUBHEAD, Role.SUBHEAD): -2.5,
    (Role.SUBHEAD, Role.BOILERPLATE): -2.0,
    (Role.SUBHEAD, Role.READ_MORE): -2.0,
    (Role.SUBHEAD, Role.KEYWORDS): -2.0,
    (Role.SUBHEAD, Role.NOTE): -1.0,
    (Role.CAPTION, Role.CREDIT): 1.5,
    (Role.ITEM, Role.ITEM): 0.5,
    (Role.ROW, Role.ROW): 0.5,
}
_WITHOUT_TITLE = -3.5
_STORY_WITHOUT_BODY = -6.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What a line was read as, by which rule, and what came second."""

    zone: str
    role: Role
    rule: str
    confidence: float
    runner_up: Role | None


@cache
def _rules(zones: str) -> tuple[tuple[Rule, tuple[State, ...]], ...]:
    """The rules that can speak in these zones, each with the states it speaks for."""
    heard = rules_head.RULES if "T" in zones else ()
    return tuple(
        (rule, states)
        for rule in (*heard, *rules_body.RULES, *rules_foot.RULES)
        if (states := tuple((zone, rule.role) for zone in rule.zones if zone in zones))
    )


def _zones(page: Page, at: int) -> str:
    total = len(page.facts)
    zones = "B"
    if at <= min(page.first + _HEAD_LINES, 60):
        zones = "THJ" + zones
    if at >= page.last - 3 or at >= total - _FOOT_LINES or page.runs.get(at):
        zones += "F"
    return zones


def _states(page: Page, at: int) -> dict[State, tuple[float, str]]:  # noqa: C901, PLR0912 - one pass that fills one table
    """The roles a line may play with their scores and the rule that speaks loudest for each."""
    zones = _zones(page, at)
    scores: dict[State, list[tuple[float, str]]] = {}
    for rule, spoken_for in _rules(zones):
        if rule.test(page, at):
            for state in spoken_for:
                scores.setdefault(state, []).append((rule.weight, rule.name))
    for run_zones, role, weight, name in page.runs.get(at, ()):
        for zone in run_zones:
            if zone in zones:
                scores.setdefault((zone, role), []).append((weight, name))
    facts = page.facts[at]
    length = min(facts.size, 400) / 50
    states = {("B", Role.PARAGRAPH): (0.0, "anything may be a paragraph")}
    if "F" in zones:
        weight = -1.5 - length - (3.0 if facts.stop and facts.size > 60 else 0.0)
        states["F", Role.BOILERPLATE] = (weight, "leftover below the story")
    if "T" in zones:
        states["T", Role.BOILERPLATE] = (-2.0 - length, "leftover above the headline")
        states["H", Role.BOILERPLATE] = (-2.5 - length, "leftover under the headline")
        states["T", Role.TITLE] = (-2.0, "the only line left for a headline")
    for state, reasons in scores.items():
        loudest = max(reasons, key=lambda reason: (reason[0], reason[1]))
        if loudest[0] > 0 or state in states:
            total = sum(weight for weight, _ in reasons) + _PRIOR.get(state, 0.0)
            if state not in states or (loudest[0] > 0 and total > states[state][0]):
                states[state] = (total, loudest[1])
            elif loudest[0] <= 0:
                states[state] = (states[state][0] + total, states[state][1])
    if "T" in zones:
        _past_deck(states)
    return states


def _past_deck(states: dict[State, tuple[float, str]]) -> None:
    """What a line may be between headline and story it may also be once the deck has passed, the deck apart."""
    for (zone, role), (score, rule) in list(states.items()):
        if zone == "H" and role is not Role.DECK:
            own, name = states.get(("J", role), (0.0, rule))
            states["J", role] = (score + max(own, 0.0), name if own > 0 else rule)


def _joins_title(page: Page, at: int) -> float:  # noqa: PLR0911 - a table of cases
    """Whether this line goes on with the headline of the line before."""
    before, facts = page.facts[at - 1], page.facts[at]
    if facts.line.gap or before.stop or before.count + facts.count > 34 or before.size + facts.size > 260:
        return _LOWEST
    if (facts.byline and facts.byline.led) or facts.dated == "full" or (before.colon and facts.size > 120):
        return _LOWEST
    if before.caps and facts.caps:
        parted = page.spaced and (following := page.at(at + 1)) and following.line.gap
        if before.role or facts.role or facts.count < 2:
            return 0.5 if page.spaced else -1.5
        return 2.5 if parted else 0.5 if page.spaced or before.count > 2 else -1.5
    if facts.stop or facts.bullet or not (before.line.gap or at == 1):
        return _LOWEST
    if page.spaced and (
        facts.lower or before.text.rsplit(" ", 1)[-1].casefold() in _UNFINISHED or before.text.endswith(",")
    ):
        return 0.0
    following = page.at(at + 1)
    if (
        page.spaced
        and before.size >= 50
        and _all_capitalised(before.text)
        and _all_capitalised(facts.text)
        and following
        and following.line.gap
    ):
        return -1.5
    return _LOWEST


_UNFINISHED = frozenset(
    "of the and in to for with a an on at by from as or de la el los las del y en con por para un una le les des et à du der die das und von mit "
    "im am zu da do dos e em o os no na и в на с по для от".split()
)


def _all_capitalised(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _joins_deck(page: Page, at: int) -> float:
    before, facts = page.facts[at - 1], page.facts[at]
    if before.bullet and facts.bullet:
        return 0.0
    if not before.stop and not facts.stop and not before.bullet and not facts.bullet:
        return -1.5
    return -7.0


@cache
def _settled(before: State, state: State) -> float | None:
    """What one role after another is worth whatever the lines say; None where the lines decide."""
    zone, role = state
    if before[0] == "T":
        if before[1] is Role.TITLE:
            if zone in "TJ":
                return None if role is Role.TITLE else _LOWEST
        elif zone != "T":
            return _WITHOUT_TITLE if zone == "B" else _LOWEST
    elif role is Role.TITLE or zone not in _NEXT[before[0]]:
        return _LOWEST
    if (zone == "J" and before[0] == "H" and before[1] is not Role.DECK) or (
        zone == "H" and before[1] is Role.DECK and role is not Role.DECK
    ):
        return _LOWEST
    if before[1] is role and role in (Role.DECK, Role.SUBHEAD):
        return None
    score = _PAIRS.get((before[1], role), 0.0)
    return score + _STORY_WITHOUT_BODY if zone == "F" and before[0] in "THJ" else score


def _transition(page: Page, at: int, before: State, state: State) -> float:
    settled = _settled(before, state)
    if settled is not None:
        return settled
    if state[1] is Role.TITLE:
        return _joins_title(page, at)
    if state[1] is Role.DECK:
        return _joins_deck(page, at)
    return 0.0 if is_time_stamp(page.facts[at - 1]) else _PAIRS[Role.SUBHEAD, Role.SUBHEAD]


def read_roles(page: Page) -> list[Choice]:
    """Choose for each line the role that is likeliest where those of all others are weighed with it."""
    page.runs = find_runs(page)
    columns = [_states(page, at) for at in range(len(page.facts))]
    forward = _forward(page, columns)
    backward = _backward(page, columns)
    choices: list[Choice] = []
    state: State | None = None
    for at in range(len(columns) - 1, -1, -1):
        totals = {key: forward[at][key][0] + backward[at][key] for key in columns[at]}
        if state is None:
            state = max(totals, key=lambda key: (totals[key], key[0], key[1].value))
        choices.append(_choice(state, columns[at], totals))
        state = forward[at][state][1]
    choices.reverse()
    return choices


def _choice(state: State, column: dict[State, tuple[float, str]], totals: dict[State, float]) -> Choice:
    best = totals[state]
    rivals = [(total, key[1]) for key, total in totals.items() if key[1] is not state[1] and total > _LOWEST / 2]
    if not rivals:
        return Choice(state[0], state[1], column[state][1], 1.0, None)
    rival, role = max(rivals, key=lambda pair: (pair[0], pair[1].value))
    margin = min(max(best - rival, 0.0), 30.0)
    return Choice(state[0], state[1], column[state][1], round(1 / (1 + math.exp(-margin)), 3), role)


Column = dict[State, tuple[float, State | None]]


def _forward(page: Page, columns: list[dict[State, tuple[float, str]]]) -> list[Column]:
    first: Column = {}
    for state, (score, _) in columns[0].items():
        start = 0.0 if state[0] == "T" else _WITHOUT_TITLE if state[0] == "B" else _LOWEST
        first[state] = (score + start, None)
    table = [first]
    for at in range(1, len(columns)):
        before = table[-1]
        column: Column = {}
        for state, (score, _) in columns[at].items():
            best, origin = -math.inf, None
            for earlier, (total, _) in before.items():
                value = total + _transition(page, at, earlier, state)
                if value > best:
                    best, origin = value, earlier
            column[state] = (max(best + score, 2 * _LOWEST), origin)
        table.append(column)
    return table


def _backward(page: Page, columns: list[dict[State, tuple[float, str]]]) -> list[dict[State, float]]:
    table: list[dict[State, float]] = [{}] * len(columns)
    table[-1] = {state: _ending(state) for state in columns[-1]}
    for at in range(len(columns) - 2, -1, -1):
        after, ahead = columns[at + 1], table[at + 1]
        table[at] = {
            state: max(_transition(page, at + 1, state, later) + after[later][0] + ahead[later] for later in after)
            for state in columns[at]
        }
    return table


def _ending(state: State) -> float:
    if state[1] is Role.SUBHEAD:
        return -4.0
    return -1.0 if state[0] == "T" else 0.0
