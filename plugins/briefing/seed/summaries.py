"""Decks that a page sets under a label of their own, line by line or behind it."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; tables read better unbroken

import re

from .facts import Facts
from .furnishings import furniture
from .page import Page

_LABELS = frozenset(
    "summary|in summary|key points|key takeaways|takeaways|highlights|at a glance|in short|the gist|resumen|en resumen|puntos clave|claves|en bref|l'essentiel|l’essentiel|en résumé|"
    "das wichtigste in kürze|kurz zusammengefasst|zusammenfassung|resumo|em resumo|pontos-chave|кратко|главное|коротко|ملخص|أبرز النقاط|摘要|导读|核心提示".split(
        "|"
    )
)
_LED = re.compile(
    r"(?:summary|in short|key points?|deck|dek|standfirst|lead|lede|intro|subhead(?:line)?|sub-?title|resumen|entradilla|sumario|bajada|chap[ôo]|chapeau|résumé|vorspann|teaser|unterzeile|"
    r"resumo|linha fina|лид|анонс|подзаголовок|摘要|导读|核心提示|提要|副标题|副题)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)


def summary_opens(page: Page, at: int) -> bool:
    """A label that stands alone above the story, with short lines or bullets under it."""
    facts, after = page.facts[at], page.at(at + 1)
    return 0 < at < page.first and facts.key in _LABELS and bool(after and _point(after))


def summary_follows(page: Page, at: int, opener: int) -> bool:
    return opener < at <= page.first and _point(page.facts[at])


def _point(facts: Facts) -> bool:
    return not (furniture(facts) or facts.bullet or facts.stop or facts.dated) and 15 < facts.size < 200


def labelled_deck(page: Page, at: int) -> bool:
    """A deck behind a word that calls it one."""
    facts = page.facts[at]
    return 0 < at <= page.first + 1 and facts.size < 420 and bool(_LED.match(facts.text))


def deck_text(text: str) -> str:
    return _LED.sub("", text, count=1)
