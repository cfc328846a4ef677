"""Signs of bylines, dates, sources and labels above the story."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re

from .datelines import read_lone
from .furnishings import meta
from .page import Page, content_words, is_prose
from .people import LEAD, is_job


def agency_with(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    if facts.size > 70 or (facts.stop and not _DESKS.fullmatch(facts.text)):
        return False
    housed = after and after.dated == "full" and _PLACE_AND_HOUSE.fullmatch(facts.text)
    return bool(housed or _DESKS.fullmatch(facts.text) or _WITH_AGENCY.search(facts.text))


# "Comm/ATS" and "APA/Red."
_DESKS = re.compile(
    r"(?=.*(?:\b|/)(?:ATS|APA|SDA|dpa|AFP|Reuters|sda|afp|apa|EFE|Lusa|epd|ots)\b)[^\W\d_]{2,7}(?:/[^\W\d_]{2,7}){1,2}\.?"
)
_PLACE_AND_HOUSE = re.compile(
    r"[\u0620-\u064a]{3,}(?:\s[\u0620-\u064a]+)?\s[-–—]\s[\u0620-\u064a]{3,}(?:\s[\u0620-\u064a]+){0,2}"
)

_WITH_AGENCY = re.compile(
    r"(?:^|\s)(?:avec|with|mit|con|com|и|с)\s(?:l['’])?(?:AFP|AP|Reuters|dpa|EFE|Lusa|ANSA|TASS|ТАСС|Belga|ATS|APA|Keystone-ATS|Europa Press|Agência Brasil|Xinhua|agences|agencies|agencias|agências|Agenturen)\b.{0,20}$|^(?:AFP|AP|Reuters|dpa|EFE|Lusa|ANSA|TASS|Xinhua|Belga|APA|Europa Press|Agência Brasil|ТАСС|РИА Новости|Интерфакс|新华社|رويترز|سانا)$"
    r"|^[^\W\d_][^\d.,:]{1,24}\s[-–—]\s(?:AFP|AP|Reuters|dpa|EFE|Lusa|ANSA|Xinhua|ТАСС|РИА Новости|رويترز|سانا|وكالات|أ\s?ف\s?ب|الأناضول|د\s?ب\s?أ)$"
)


def name_alone(page: Page, at: int) -> bool:
    facts = page.facts[at]
    byline = facts.byline
    return bool(
        byline
        and not byline.led
        and not facts.picture
        and len(byline.persons) in (1, 2)
        and facts.size < 50
        and facts.dated != "full"
        and not facts.stop
        and not facts.text.endswith((" -", " –"))
    )


def bare_name(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not name_alone(page, at) or facts.boiler or (facts.text.isupper() and len(facts.text.split()) < 2):
        return False
    before, after = page.at(at - 1), page.at(at + 1)
    # A place in capitals stands under a name that is not.
    apart = facts.text.endswith((" -", " –"))
    if (apart or facts.text.isupper()) and at and name_alone(page, at - 1) and not page.facts[at - 1].text.isupper():
        return False
    # Whoever is signed already, the story does not name those who wrote it.
    if at and name_alone(page, at - 1) and page.overlap(facts.text) == 1:
        return False
    # "Abe Poole, 81" heads a portrait.
    if any(char.isdigit() for char in facts.text):
        return False
    return bool(before and after and at <= page.first and not after.bullet and not after.number)


def name_in_title(page: Page, at: int) -> bool:
    """A bare name that the headline carries, or all but the nickname: whose picture it is, not who wrote."""
    facts = page.facts[at]
    if not 0 < at <= page.first + 1 or not facts.byline or facts.byline.led or len(facts.byline.persons) != 1:
        return False
    if facts.dated == "full" or facts.stop or facts.size > 40:
        return False
    words = facts.text.casefold().split()
    heads = [
        fact.text.casefold()
        for fact in page.facts[:at]
        if (fact.size < 120 and not fact.byline) or fact is page.facts[0]
    ]
    return any(
        all(word in head for word in words) and (len(head) > facts.size or head == facts.text.casefold())
        for head in heads[:3]
    )


def name_near_date(page: Page, at: int) -> bool:
    if not name_alone(page, at):
        return False
    after, before = page.at(at + 1), page.at(at - 1)
    return bool(
        (after and ((after.dated == "full" and not after.rest) or after.role))
        or (before and before.dated == "full" and not before.rest)
    )


def name_again(page: Page, at: int) -> bool:
    """The name stands in a led byline elsewhere in the head."""
    facts = page.facts[at]
    if not name_alone(page, at) or not facts.byline:
        return False
    names = set(facts.byline.persons)
    return any(
        near != at and fact.byline and fact.byline.led and names & set(fact.byline.persons)
        for near, fact in enumerate(page.facts[: page.first + 1])
    )


def signed(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not facts.byline or not facts.byline.led or facts.size > 160:
        return False
    return not (facts.stop and facts.sentences > 1) and not facts.picture


def signed_with_date(page: Page, at: int) -> bool:
    facts = page.facts[at]
    # "Ciudad de México, 4 de mayo de 2021" says where, not who.
    if facts.byline and not facts.byline.led and facts.dates and facts.text[: facts.dates[0].start].endswith(", "):
        return False
    return (
        facts.dated == "full"
        and bool(facts.rest and facts.byline and facts.byline.persons)
        and facts.size < 120
        and not facts.picture
    )


def place_in_head(page: Page, at: int) -> bool:
    """One to three words between byline and date, or under both."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    text = facts.text.removesuffix(" -").removesuffix(" –")
    if not before or not after or not _PLACE.fullmatch(text) or facts.boiler or facts.size > 40:
        return False
    signed = bool(before.byline and before.byline.persons and before.size < 90)
    return (signed and after.dated == "full") or (
        signed and at <= page.first and bool(after.dateline or after.picture) and facts.count <= 2
    )


_PLACE = re.compile(r"[A-ZÀ-ÞА-Я][\w.'’-]+(?:[ ,]+(?:(?:d[aeo]s?|del|de\sla)\s)?[A-ZÀ-ÞА-Я][\w.'’-]+){0,2}")


_BYLINE_LEFT = re.compile(
    r"(?:written|story|text|words|report(?:ed)?|photos|(?:an?|eine?|une?|un|una|uma?)\s\S+(?:\s\S+)?|escrito|texto|écrit|texte|geschrieben)?\s?"
    r"(?:by|von|par|por|de)\s?:?",
    re.IGNORECASE,
)


def byline_left(page: Page, at: int) -> bool:
    """The lead words of a byline whose name stands on the next line."""
    return at + 1 < len(page.facts) and bool(_BYLINE_LEFT.fullmatch(page.facts[at].text)) and name_alone(page, at + 1)


def name_above_role(page: Page, at: int) -> bool:
    """A guest author's name and role that stand above the headline."""
    after = page.at(at + 1)
    return at < 4 and name_alone(page, at) and bool(after and after.role and not after.stop)


def role_above_name(page: Page, at: int) -> bool:
    """A role that stands over the name it belongs to, in the block of a guest author."""
    facts = page.facts[at]
    return (
        at < 4
        and facts.role
        and facts.count <= 4
        and not facts.stop
        and at + 1 < len(page.facts)
        and name_alone(page, at + 1)
    )


def desk(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.count == 1 and len(facts.text) > 4 and place_in_head(page, at) and not _WITH_AGENCY.search(facts.text):
        return False
    byline = facts.byline
    return bool(
        byline
        and byline.organisations
        and not byline.persons
        and not is_job(facts.text)
        and facts.size < 60
        and not facts.stop
        and not facts.dated
        and not facts.picture
    )


def role_line(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    if not facts.role or facts.size > 80 or facts.stop or facts.dated == "full" or facts.picture:
        return False
    return bool(before and ((before.byline and (before.byline.led or before.byline.persons)) or before.role))


def lead_not_retold(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    return bool(
        facts.stop and after and not meta(after) and page.overlap(facts.text, against=content_words(after.text)) < 0.2
    )


def kicker(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.count <= 4 and facts.size <= 36 and not facts.stop and not facts.quoted and not facts.question


def kicker_unsaid(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (
        facts.count <= 8
        and facts.size <= 60
        and not facts.stop
        and not facts.quoted
        and page.overlap(facts.text) < 0.25
    )


_SENT_BY = re.compile(
    r"(?:from|issued by|delivered by|organi[sz]ation|department|publisher)\s*:\s*\S.{2,110}", re.IGNORECASE
)


def sent_by(page: Page, at: int) -> bool:
    """A ministry or firm named in the head as the sender."""
    return bool(_SENT_BY.fullmatch(page.facts[at].text)) and not page.facts[at].stop


def source_label(page: Page, at: int) -> bool:
    label = page.facts[at].label("source")
    return bool(label and label.colon and label.rest and page.facts[at].size < 100 and not page.facts[at].stop)


def house_above_date(page: Page, at: int) -> bool:
    """The lead words of a byline and a house that is no known name, right above the date."""
    facts, after = page.facts[at], page.at(at + 1)
    led = at < page.first and facts.count <= 6 and not facts.stop and bool(LEAD.match(facts.text))
    named = facts.byline and facts.byline.persons
    return led and not named and not facts.dated and bool(after and after.dated == "full" and len(after.rest) <= 3)


def agency_under_name(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    return bool(
        before
        and before.byline
        and before.byline.persons
        and facts.byline
        and facts.byline.organisations
        and not facts.byline.persons
        and facts.size < 50
    )


def contact_like(page: Page, at: int) -> bool:
    label = page.facts[at].label("contact")
    return bool(label and (label.colon or not label.rest) and page.facts[at].size < 120)


def lone_dateline(page: Page, at: int) -> bool:
    """Place and agency on a line of their own, right above the story."""
    facts, after, before = page.facts[at], page.at(at + 1), page.at(at - 1)
    below = before and (meta(before) or before.dated or before.byline or before.picture or ")" in facts.text)
    return at <= page.first and bool(below and after and is_prose(after)) and read_lone(facts.text) is not None
