"""Blocks of several lines that a label line opens: most read, contacts, related titles, notes."""
# ruff: noqa: ARG001, E501 - one signature for all; patterns and tables read better unbroken

import re
from collections.abc import Callable
from dataclasses import dataclass

from .facts import Facts
from .furnishings import is_pair_label
from .page import Page, is_prose
from .parts import Role
from .summaries import summary_follows, summary_opens
from .words import READ_MORE_NEEDS_COLON

_DETAIL = re.compile(
    r"[\w.+-]+@[\w-]+\.|https?://|www\.|\d[\d\s()./-]{6,}\d|^(?:tel|phone|fax|e-?mail|m|t|e|w|cell|mobile|тел|هاتف|电话)\b\s*[.:]",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the|an?|la|le|les|el|los|las|l['’]|die|der|das|den|o|a|os|as)(?:\s+|(?<=['’]))", re.IGNORECASE
)
_SENDER = re.compile(
    r"(?:company|foundation|organi[sz]ation|association|institute|fund|project|programme|program|authors?|empresa|compañía|fundación|"
    r"asociación|entreprise|société|fondation|unternehmen|stiftung|gesellschaft|fundação|companhia|us\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """How a label opens a block: `follows` says whether the next line still belongs to it."""

    name: str
    role: Role
    label_role: Role
    zones: str
    weight: float
    most: int
    opens: Callable[[Page, int], bool]
    follows: Callable[[Page, int, int], bool]


def _alone(facts: Facts, kind: str) -> bool:
    label = facts.label(kind)
    return bool(label and not label.rest)


def _title_like(facts: Facts) -> bool:
    return (not facts.stop and not facts.colon and facts.size <= 160) or bool(facts.question and facts.size <= 120)


def _ordinary(facts: Facts) -> bool:
    return not (facts.boiler or facts.broken or facts.end_mark or facts.picture or (facts.labels and any(
        facts.label(kind) and (facts.label(kind).colon or not facts.label(kind).rest) for kind in ("keywords", "read_more", "most_read", "contact")  # type: ignore[union-attr]
    )))  # fmt: skip


def _related_opens(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    label = facts.label("read_more")
    # "Plus" and "More" mark other things above a story.
    if label and label.lead in READ_MORE_NEEDS_COLON and " " not in label.lead and at < page.first and not label.colon:
        return False
    return at > 0 and _alone(facts, "read_more") and bool(after and _title_like(after) and _ordinary(after))


def _related_follows(page: Page, at: int, opener: int) -> bool:
    facts = page.facts[at]
    if not _title_like(facts) or not _ordinary(facts):
        return False
    # A short line right above a long paragraph, after other titles, is that paragraph's subhead if a gap parts them.
    after = page.at(at + 1)
    return not (
        at > opener + 1
        and page.spaced
        and facts.line.gap > 0
        and after
        and is_prose(after)
        and page.facts[at - 1].line.gap == 0
    )


def _most_read_opens(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not at or not _alone(facts, "most_read"):
        return False
    # Above the story such a label is a word of the menu, unless numbers or bullets follow.
    listed = after.number is not None or bool(after.bullet)
    return listed or (_title_like(after) and at > page.first)


def _most_read_follows(page: Page, at: int, opener: int) -> bool:
    facts, first = page.facts[at], page.facts[opener + 1]
    if first.number is not None:
        return facts.number is not None
    if first.bullet:
        return bool(facts.bullet)
    return _title_like(facts) and _ordinary(facts)


def _topics_opens(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    return (
        at > 0
        and _alone(facts, "keywords")
        and bool(after and (_topic(after) or " · " in after.text or " / " in after.text))
    )


def _topic(facts: Facts) -> bool:
    return (
        facts.count <= 4
        and facts.size <= 40
        and not facts.stop
        and not facts.boiler
        and not facts.broken
        and not facts.end_mark
    )


def _topics_follows(page: Page, at: int, opener: int) -> bool:
    facts = page.facts[at]
    dotted = " · " in facts.text and not facts.stop and facts.size < 160
    return (
        _topic(facts)
        or ((dotted or " / " in facts.text) and at == opener + 1 and not facts.stop and facts.size < 160)
        or ("," in facts.text and not facts.stop and facts.size < 160 and at == opener + 1)
    )


def _detail(facts: Facts) -> bool:
    return bool(_DETAIL.search(facts.text)) and facts.size < 130


def _contact_opens(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("contact")
    if not label or facts.size > 140 or is_prose(facts):
        return False
    if label.rest and not (label.colon or (_detail(facts) and not facts.stop)):
        return False
    if (
        not label.rest
        and not label.colon
        and label.lead in ("media", "contact us", "investors", "imprensa", "prensa", "мedia", "контакты")
    ):
        return any(_detail(fact) for fact in page.facts[at + 1 : at + 4])
    near = page.facts[at : at + 6]
    return any(_detail(fact) for fact in near) or (not label.rest and at > page.last)


def _contact_follows(page: Page, at: int, opener: int) -> bool:
    facts = page.facts[at]
    if (
        facts.end_mark
        or facts.broken
        or is_prose(facts)
        or (facts.stop and facts.size > 70)
        or (facts.dated == "full" and not _detail(facts))
    ):
        return False
    if opener < page.first:
        # Above the story the headline comes soon: take only what is plainly an address or a name.
        return (
            _detail(facts)
            or (facts.count <= 3 and facts.size < 40 and at <= opener + 2)
            or (facts.role and facts.count <= 5)
        )
    return facts.size < 110


def _about_opens(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    label = facts.label("about")
    if not label or facts.stop or facts.size > 70 or at <= page.first or not after or after.size < 30:
        return False
    if any(char.isdigit() for char in label.rest) or (
        not label.rest and label.lead not in ("about us", "о компании", "quem somos")
    ):
        return False
    name = _ARTICLE.sub("", label.rest.strip(' :："“”«»„'))
    # "About the icebreaker" heads a part of the story; a sender has a name or is called the company.
    if name and name[0].islower():
        return bool(_SENDER.match(name))
    first = re.split(r"[\s.,]+", name.casefold())[0] if name else ""
    return not name or first[:4] in after.text[:160].casefold() or facts.colon


def _notes_follows(page: Page, at: int, opener: int) -> bool:
    facts = page.facts[at]
    pointing = any(_alone(facts, kind) for kind in ("keywords", "read_more", "most_read"))
    return not (facts.end_mark or facts.boiler or pointing or _contact_opens(page, at)) or bool(facts.number)


def _about_follows(page: Page, at: int, opener: int) -> bool:
    facts = page.facts[at]
    return _notes_follows(page, at, opener) and not facts.label("section")


def _section_opens(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("section")
    if not label or label.rest or at <= page.first:
        return False
    # Bare words such as "Notes" or "Sources" may head a part of the story itself.
    return " " in label.lead or at >= page.last - 3 or bool((after := page.at(at + 1)) and after.number == 1)


def _provider_opens(page: Page, at: int) -> bool:
    return at < page.first and page.facts[at].key in ("news provided by", "provided by", "presented by", "sponsored by")


def _pair_opens(page: Page, at: int) -> bool:
    return at < page.first and is_pair_label(page.facts[at])


def _one_line(page: Page, at: int, opener: int) -> bool:
    return at == opener + 1 and page.facts[at].size < 90 and not page.facts[at].dated


def _declares_opens(page: Page, at: int) -> bool:
    return at > 0 and page.facts[at].key in _DECLARES and at + 1 < len(page.facts) and page.facts[at + 1].stop


_DECLARES = frozenset(("disclosure statement", "disclosure", "partners", "conflict of interest", "competing interests"))


def _next_line(page: Page, at: int, opener: int) -> bool:
    return at == opener + 1 and page.facts[at].size < 260


def _anything(page: Page, at: int, opener: int) -> bool:
    return True


def _after_end_opens(page: Page, at: int) -> bool:
    return page.facts[at].end_mark and at > page.first


RUNS: tuple[Run, ...] = (
    Run("who provided the release", Role.BOILERPLATE, Role.BOILERPLATE, "T", 9.0, 1, _provider_opens, _one_line),
    Run("label and value on two lines", Role.SOURCE, Role.BOILERPLATE, "TH", 9.0, 1, _pair_opens, _one_line),
    Run("what the author declares", Role.NOTE, Role.BOILERPLATE, "THBF", 9.0, 1, _declares_opens, _next_line),
    Run("points under a summary's label", Role.DECK, Role.BOILERPLATE, "H", 8.0, 5, summary_opens, summary_follows),
    Run("titles under a read-more label", Role.READ_MORE, Role.READ_MORE, "HBF", 8.0, 6, _related_opens, _related_follows),
    Run("most-read list", Role.BOILERPLATE, Role.BOILERPLATE, "THBF", 9.0, 12, _most_read_opens, _most_read_follows),
    Run("topics under a label", Role.KEYWORDS, Role.KEYWORDS, "BF", 8.0, 12, _topics_opens, _topics_follows),
    Run("contact block", Role.BOILERPLATE, Role.BOILERPLATE, "TBF", 8.0, 14, _contact_opens, _contact_follows),
    Run("section about the sender", Role.NOTE, Role.NOTE, "BF", 8.5, 8, _about_opens, _about_follows),
    Run("section of notes", Role.NOTE, Role.NOTE, "BF", 8.5, 60, _section_opens, _notes_follows),
    Run("below the end mark", Role.NOTE, Role.BOILERPLATE, "F", 5.0, 60, _after_end_opens, _anything),
)  # fmt: skip


def find_runs(page: Page) -> dict[int, list[tuple[str, Role, float, str]]]:
    """For each line in a block, the zones, role, weight and name of the block."""
    found: dict[int, list[tuple[str, Role, float, str]]] = {}
    for at, facts in enumerate(page.facts):
        if not facts.labels and not facts.end_mark and at >= page.first:
            continue
        for run in RUNS:
            if not run.opens(page, at):
                continue
            found.setdefault(at, []).append((run.zones, run.label_role, run.weight, run.name))
            for after in range(at + 1, min(at + 1 + run.most, len(page.facts))):
                if not run.follows(page, after, at):
                    break
                found.setdefault(after, []).append((run.zones, run.role, run.weight, run.name))
    return found
