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


def labelled_title(page: Page, at: int) -> bool:
    """A headline behind a word that calls it one."""
    return at < page.first and page.facts[at].size < 260 and bool(_HEADED.match(page.facts[at].text))


def called_headline(page: Page, at: int) -> bool:
    """A headline behind that very word, while the title may be somebody's."""
    return labelled_title(page, at) and page.facts[at].text[:8].casefold() == "headline"


def title_text(text: str) -> str:
    return _HEADED.sub("", text, count=1)


_HEADED = re.compile(
    r"(?:headline|title|titular|t[ií]tulo|titre|titel|überschrift|schlagzeile|заголовок|العنوان|标题|题目)\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)


def place_behind(text: str) -> str | None:
    """The place behind a label such as "Dateline:"."""
    found = _PLACED.fullmatch(text)
    return found["place"] if found else None


_PLACED = re.compile(
    r"(?:dateline|place|location|lugar|lieu|ort|local|место)\s?:\s(?P<place>[A-ZÀ-ÞА-Я][^.!?:;]{2,40})", re.IGNORECASE
)


def deck_text(text: str) -> str:
    return _LED.sub("", text, count=1)
