"""Signs of lines above the headline that are not of the story: section labels, tickers, scores, offices."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns read better unbroken

import re

from .furnishings import furniture, is_time_stamp, plain
from .mastheads import kicker, kicker_unsaid, name_alone
from .page import Page, is_prose
from .sections import is_section


def shouted_kicker(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    below = after and plain(page, at + 1) and not after.caps and not after.dated and not name_alone(page, at + 1)
    return facts.caps and facts.count <= 2 and at < 4 and bool(below)


_SHOUTS = re.compile(
    r"\W*(?:breaking|live|just in|now|urgent|última hora|urgente|en vivo|en directo|directo|en direct|direct|alerte|eilmeldung|liveticker|live-ticker|"
    r"ao vivo|agora|срочно|молния|онлайн|сейчас|عاجل|مباشر|الآن|快讯|突发|直播)(?!\w)",
    re.IGNORECASE,
)


def ticker(page: Page, at: int) -> bool:
    """What another story says, in the ticker above this one's section and headline."""
    facts = page.facts[at]
    if facts.count < 3 or at > 5 or at >= page.first or page.overlap(facts.text) > 0.15:
        return False
    below = range(at + 1, min(at + 4, page.first))
    told = any(page.facts[near].count >= 3 and page.overlap(page.facts[near].text) >= 0.34 for near in below)
    parted = any(is_section(page.facts[near].text) for near in below[:-1])
    return told and (parted or bool(_SHOUTS.match(facts.text)))


def masthead(page: Page, at: int) -> bool:
    """The name of a paper or page on the first line, of capitals that the story never uses, above its headline."""
    facts, after, second = page.facts[at], page.at(at + 1), page.at(at + 2)
    if at or not 2 <= facts.count <= 5 or facts.stop or facts.question or page.overlap(facts.text) >= 0.25:
        return False
    words = [word for word in facts.text.split() if len(word) > 3]
    below = second if after and after.dated == "full" and len(after.rest) <= 3 else None
    headed = bool(below and below.count >= 4 and not below.stop and below.size < 140 and not is_prose(below))
    return headed and page.first > 2 and all(word[0].isupper() for word in words) and plain(page, 2)


def under_topic(page: Page, at: int) -> bool:
    """One long sentence under a date and the section's name below it, as the United Nations set their decks."""
    facts, topic, day = page.facts[at], page.at(at - 1), page.at(at - 2)
    if not topic or not day or day.dated != "full" or len(day.rest) > 3 or topic.stop or topic.count > 4:
        return False
    if topic.byline or topic.boiler or "|" in topic.text:
        return False
    told = facts.stop and facts.sentences == 1 and 130 <= facts.size <= 320 and not facts.quoted and not facts.dateline
    return told and (topic_below_date(page, at - 1) or is_section(topic.text))


def above_time_stamp(page: Page, at: int) -> bool:
    """What stands above the first hour of a live report introduces it."""
    facts, after = page.facts[at], page.at(at + 1)
    return bool(after and is_time_stamp(after) and facts.stop and facts.sentences <= 2 and 30 <= facts.size <= 260)


def _parts(page: Page, at: int) -> bool:
    """A word or two between two sentences."""
    facts = page.facts[at]
    short = facts.count <= 2 and facts.size <= 24 and not (facts.stop or facts.boiler or facts.dated)
    return short and page.facts[at - 1].stop and page.facts[at + 1].stop


def topic_below_date(page: Page, at: int) -> bool:
    """A section's name between the date and the story."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    below_title = (
        at <= 2
        and facts.count <= 2
        and facts.size <= 24
        and facts.text[-1] not in "?!"
        and bool(after and is_prose(after))
    )
    if not before or not after or not (below_title or (before.dated == "full" and len(before.rest) <= 3)):
        return False
    if (facts.byline and (facts.byline.led or (below_title and facts.byline.persons and facts.caps))) or facts.picture:
        return False
    # Where more such lines part the story, it is the first of its subheads.
    if below_title and sum(_parts(page, near) for near in range(at + 2, min(at + 30, len(page.facts) - 1))) > 1:
        return False
    signed = any(fact.byline and fact.byline.persons for fact in page.facts[:at])
    if name_alone(page, at) and not (signed or facts.caps or is_section(facts.text)):
        return False
    return kicker(page, at) and kicker_unsaid(page, at) and facts.number is None and after.size > 60 and not facts.dated


def number_alone(page: Page, at: int) -> bool:
    """A count of views or shares that has lost its word."""
    facts = page.facts[at]
    return facts.size < 12 and not facts.dated and bool(_NUMBER.fullmatch(facts.text))


_NUMBER = re.compile(r"\d[\d\s.,\u00a0\u202f]*[KkMm+]?")


def score(page: Page, at: int) -> bool:
    """A side and its goals, or the scorers and their minutes."""
    facts = page.facts[at]
    if facts.size > 110 or facts.stop or facts.dated == "full" or facts.span or at >= page.first:
        return False
    scorers = [match.group() for match in _SCORERS.finditer(facts.text)]
    filled = len(scorers) > 1 and sum(map(len, scorers)) > 0.6 * len(facts.text)
    if filled or _RESULT.fullmatch(facts.text):
        return True
    near = (page.at(at - 1), page.at(at + 1))
    return bool(_SIDE.fullmatch(facts.text)) and any(fact and _SIDE.fullmatch(fact.text) for fact in near)


_SIDE = re.compile(r"[^\W\d_][^\d.:;,]{2,28}\s\d{1,3}(?:\s?\(\d{1,2}\))?")

_SCORERS = re.compile(r"[^\W\d_]{3,}\.?,?\s\(?\d{1,3}(?:\+\d)?['’′.]?\)?(?=[\s,;)]|$)")

_RESULT = re.compile(r"[^\W\d_][^\d.:;,]{2,28}\s\d{1,3}\s?[-–—:]\s?\d{1,3}\s[^\W\d_][^\d.:;,]{2,28}")


def longer_below(page: Page, at: int) -> bool:
    after = page.at(at + 1)
    return kicker(page, at) and bool(after and plain(page, at + 1) and 4 <= after.count <= 20 and not after.stop)


def authority(page: Page, at: int) -> bool:
    """An office of the state that issues what stands below, above the headline."""
    facts = page.facts[at]
    after = page.at(at + 1)
    issues = _AUTHORITY.search(facts.text) or (after and _RELEASE_MARK.fullmatch(after.text))
    if facts.count > 7 or facts.size > 60 or facts.stop or at > 5 or not issues:
        return False
    if any(word[0].islower() and len(word) > 3 for word in facts.text.split()):
        return False
    ahead = page.facts[at + 1 : min(at + 5, page.first)]
    below = next((fact for fact in ahead if not (fact.boiler or fact.dated == "full")), None)
    return bool(below and below.count >= 4 and not below.stop and not is_prose(below))


_RELEASE_MARK = re.compile(
    r"\W*(?:for immediate release|(?:press|news|media) release|nota de (?:prensa|imprensa)|comunicado de (?:prensa|imprensa)"
    r"|nota à imprensa|communiqué de presse|presse(?:mitteilung|information)|medienmitteilung|пресс-релиз|بيان صحفي|新闻稿)\W*",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:(?:Emergency|Fire|Waste|Property|Water)\s(?:Management|Department|Service|Authority)|Police(?:\sDepartment|\sService)?$|Sheriff['’]s\sOffice|(?:City|County|Town|District|Borough)\sCouncil"
    r"|^(?:Ministry|Department|Office)\s(?:of|for)\s|^(?:Ministerio|Secretaría|Ministère|Ministério|Secretaria|Министерство)\s|Polizei\w*|Bundespolizei\w*|Feuerwehr|Landratsamt|Staatsanwaltschaft|Stadtverwaltung|Bundesministerium|Landkreis|Hauptzollamt"
    r"|Policía|Fiscalía|Gobierno|Gobernación|Alcaldía|Prefectura|Polícia|Câmara\sMunicipal|Governo|Gendarmerie|Gouvernement|Conseil\s(?:départemental|régional)|Полиция|Прокуратура|Администрация|Правительство|МВД|МЧС|ГУ\sМ)"
    r"|^(?:وزارة|بلدية|شرطة|هيئة|مديرية|رئاسة)\s|(?:局|委|厅|委员会|人民政府|办公室)$"
)


def menu_word(page: Page, at: int) -> bool:
    """A label such as "Latest news" above the headline, where no list follows."""
    label = page.facts[at].label("most_read")
    return bool(label and not label.rest) and at < page.first and at not in page.runs


def office_above(page: Page, at: int) -> bool:
    """A ministry, paper or firm that signs above its headline."""
    facts, after = page.facts[at], page.at(at + 1)
    if after and after.dated == "full" and len(after.rest) <= 3:
        after = page.at(at + 2)
    return (
        facts.role
        and facts.count <= 7
        and sum(word[0].islower() and len(word) > 3 for word in facts.text.split()) <= 1
        and facts.size < 60
        and not facts.stop
        and bool(after and after.count > facts.count and after.count >= 4 and not after.stop and not furniture(after))
    )
