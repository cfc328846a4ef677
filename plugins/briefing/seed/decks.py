"""Signs of the deck between headline and story."""
# ruff: noqa: D401 - a docstring of a question says what holds; patterns read better unbroken

import re

from .facts import Facts
from .furnishings import furniture, is_note, meta, plain
from .mastheads import name_alone
from .months import WEEKDAYS
from .page import Page, content_words, is_prose


def _long_enough(facts: Facts) -> bool:
    return (30 if facts.text[-1] == "。" else 50) <= facts.size <= 260


def deck_shape(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return plain(page, at) and facts.stop and facts.sentences == 1 and _long_enough(facts) and not facts.quoted


def deck_before_meta(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (
        plain(page, at)
        and 25 <= facts.size <= 420
        and facts.sentences <= 3
        and meta(page.at(at + 1))
        and at < page.first + 6
    )


def deck_before_picture(page: Page, at: int) -> bool:
    """Between headline and picture; a lead may stand there too, once byline and date are past."""
    after = page.at(at + 1)
    if not after or not deck_before_meta(page, at) or not after.picture or after.dateline:
        return False
    return not any(fact.dated or (fact.byline and fact.byline.led) for fact in page.facts[:at])


def has_credit(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.credit)


def long_deck(page: Page, at: int) -> bool:
    """A deck as long as a paragraph, which only what follows tells from a lead."""
    facts = page.facts[at]
    apart = deck_before_byline(page, at) or deck_before_picture(page, at)
    return facts.stop and facts.sentences == 1 and facts.size >= 105 and apart


def deck_before_byline(page: Page, at: int) -> bool:
    after, second = page.at(at + 1), page.at(at + 2)
    if not after:
        return False
    if name_alone(page, at + 1) and second and (second.dated == "full" or second.role or meta(second)):
        facts = page.facts[at]
        return plain(page, at) and 25 <= facts.size <= 420 and facts.sentences <= 3 and at < page.first + 2
    return deck_before_meta(page, at) and not (after.picture and not after.dateline)


def deck_open(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    if (
        facts.stop
        or facts.colon
        or facts.question
        or facts.text[-1] in ",，،"
        or _ATTRIBUTED.match(facts.text)
        or not plain(page, at)
        or not 18 <= facts.size <= 260
        or facts.number
        or facts.bullet
        or (facts.dated == "full" and facts.size < 60)
    ):
        return False
    return bool(after and not after.cells and not (facts.byline and facts.size < 45))


def deck_retold(page: Page, at: int) -> bool:
    """The next paragraph tells the same again, as a lead does after a deck."""
    return _retelling(page, at) >= 0.3


def _retelling(page: Page, at: int) -> float:
    """Share of a line's words that the next paragraph repeats, pictures and signs between them passed over."""
    facts = page.facts[at]
    if not 50 <= facts.size <= 260 or facts.sentences > 2:
        return 0.0
    ahead = [fact for fact in page.facts[at + 1 : at + 4] if not meta(fact)]
    if not ahead or not is_prose(ahead[0]):
        return 0.0
    return page.overlap(facts.text, against=content_words(ahead[0].text))


def deck_retold_at_length(page: Page, at: int) -> bool:
    """Hardly any lead is retold by the paragraph after it, so a longer one that tells it again has a deck above."""
    facts, before = page.facts[at], page.at(at - 1)
    ahead = [fact for fact in page.facts[at + 1 : at + 4] if not meta(fact)]
    retold = _retelling(page, at) >= 0.3 and ahead[0].size > facts.size
    return retold and bool(before and (meta(before) or before.dated)) and page.overlap(facts.text) >= 0.4


def headline_told_below(page: Page, at: int) -> bool:
    """The next paragraph tells what the headline says and this line does not, so the story begins there."""
    facts = page.facts[at]
    after = page.at(at + 1)
    if after and after.picture and after.picture.caption is None and not after.text.startswith("©"):
        return False
    heads = [fact for fact in page.facts[:at] if fact.count >= 4 and not meta(fact) and not fact.stop]
    ahead = [fact for fact in page.facts[at + 1 : at + 4] if is_prose(fact)]
    if not heads or not ahead or not facts.stop or facts.size > 220 or facts.sentences > 2 or facts.dateline:
        return False
    told = page.overlap(heads[-1].text, against=content_words(ahead[0].text))
    return told >= 0.5 and page.overlap(heads[-1].text, against=content_words(facts.text)) <= 0.25


def lead_opens_below(page: Page, at: int) -> bool:
    """One or two sentences that name nobody and no day, above a longer paragraph that does and retells the headline."""
    facts, before = page.facts[at], page.at(at - 1)
    if not before or not facts.stop or facts.quoted or not 20 <= facts.size <= 230 or facts.sentences > 2:
        return False
    if at < 2 or not (meta(before) or before.dated or before.byline or before.role):
        return False
    credited = before.picture and before.picture.caption is None and facts.sentences == 1
    return not credited and not _tells(facts.text) and opens_below(page, at)


def opens_below(page: Page, at: int) -> bool:
    """A longer paragraph that names somebody or a day, and says more of the headline, stands below."""
    facts = page.facts[at]
    heads = [fact for fact in page.facts[:at] if fact.count >= 3 and not meta(fact) and not fact.stop]
    ahead = [
        fact
        for fact in page.facts[at + 1 : at + 5]
        if not (meta(fact) and not fact.dateline) and not fact.picture and not is_note(fact)
    ]
    if not heads or not ahead or not is_prose(ahead[0]) or ahead[0].quoted or ahead[0].size < 1.25 * facts.size:
        return False
    if _GOES_ON.match(ahead[0].text) or not _tells(ahead[0].text):
        return False
    head = heads[-1].text
    gain = page.overlap(head, against=content_words(ahead[0].text)) - page.overlap(
        head, against=content_words(facts.text)
    )
    return gain >= 0.1


def _tells(text: str) -> bool:
    """Tell whether a line names a person, a day or who said it."""
    folded = text.casefold()
    return names_person(text) or bool(_REPORTS.search(folded) or _DAY_NAMES.search(folded))


def names_person(text: str) -> bool:
    """Two capitals in a row within a sentence, or behind its first word."""
    return bool(_PERSON.search(text))


_PERSON = re.compile(
    r"(?:(?<=[a-zà-ÿа-яё,] )|^[A-Z]\w+ )[A-ZÀ-ÞА-ЯЁ][\w'’-]+ [A-ZÀ-ÞА-ЯЁ][\w'’-]+|^[A-Z]\w+ [A-Z]\w+ (?=[a-z]+s )"
)


def picture_between(page: Page, at: int) -> bool:
    """The same with a caption or sign between, as decks have it and leads seldom do."""
    after = page.at(at + 1)
    return bool(after and not is_prose(after)) and headline_told_below(page, at)


def deck_said_again(page: Page, at: int) -> bool:
    """A short sentence under date or byline whose words the story uses again and again."""
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if not before or not after or not is_prose(after) or is_prose(facts) or not (meta(before) or before.dated):
        return False
    return deck_shape(page, at) and after.size > facts.size and page.overlap(facts.text) >= 0.5


_GOES_ON = re.compile(
    r"(?:he|she|it|they|his|her|its|their|but|and|this|these|that|there|él|ella|pero|y|no|es|il|elle|ils|mais|et|ce|er|sie|es|das|aber|doch|"
    r"und|ele|ela|mas|e|он|она|они|но|это)\b",
    re.IGNORECASE,
)


def above_dateline(page: Page, at: int) -> bool:
    """A dateline opens the story, so the sentence above the pictures before it has not."""
    facts = page.facts[at]
    if (
        not facts.stop
        or facts.sentences > 2
        or facts.dateline
        or furniture(facts)
        or facts.size > 320
        or is_note(facts)
    ):
        return False
    for near in range(at + 1, min(at + 5, len(page.facts))):
        fact = page.facts[near]
        if fact.dateline and is_prose(fact):
            return near > at + 1
        if not fact.picture and not is_note(fact):
            return False
    return False


def above_dated_lead(page: Page, at: int) -> bool:
    """A dateline opens the next paragraph, so the sentences above it have not opened the story."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not after.dateline or not is_prose(after) or facts.dateline or not plain(page, at):
        return False
    return facts.stop and facts.sentences <= 3 and 40 <= facts.size <= 320 and at <= page.first and not facts.bullet


def above_caption_and_credit(page: Page, at: int) -> bool:
    """One long sentence above a caption and its credit, before the first paragraph."""
    facts, credit = page.facts[at], page.at(at + 2)
    return bool(
        at < page.first
        and credit
        and credit.text.startswith("©")
        and facts.stop
        and facts.sentences == 1
        and facts.size > 100
        and plain(page, at)
    )


def lead_above_picture(page: Page, at: int) -> bool:
    """What follows cannot open a story, so the sentence above the picture has opened it."""
    facts = page.facts[at]
    if any(fact.dateline and is_prose(fact) for fact in page.facts[at + 1 : at + 5]):
        return False
    ahead = [fact for fact in page.facts[at + 1 : at + 4] if not meta(fact)]
    after = page.at(at + 1)
    if facts.size < 95 or not ahead or (after and after.text.startswith("©")) or _retelling(page, at) >= 0.3:
        return False
    opening = re.split(r"(?<=[.!?…])\s", ahead[0].text, maxsplit=1)[0]
    return ahead[0].quoted or len(opening) < 60 or bool(_GOES_ON.match(opening))


_ATTRIBUTED = re.compile(r"^[\"“«„].{5,}[\"”»“],?\s(?:[—–-]\s\S|[A-ZÀ-ÞА-Я][^\"”»]+$)")

_DAY_NAMES = re.compile("|".join(sorted(name for name in WEEKDAYS if len(name) > 4)) + "|星期|周一")

_REPORTS = re.compile(
    r"\b(?:said|says|announced|according to|told|reported|dijo|informó|anunció|según|a annoncé|a-t-on appris|selon|"
    r"teilte|sagte|disse|informou|anunciou|segundo|сообщил\w*|заявил\w*|по данным)\b|أعلن|قال|表示|宣布|记者",
    re.IGNORECASE,
)


def tells_when(page: Page, at: int) -> bool:
    """A weekday or who said it marks a lead; a deck leaves both to the story."""
    text = page.facts[at].text.casefold()
    return page.facts[at].size > 90 and (bool(_REPORTS.search(text)) or bool(_DAY_NAMES.search(text)))


def deck_short_before_long(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    return bool(
        deck_shape(page, at) and after and is_prose(after) and facts.size <= 170 and facts.size * 1.25 < after.size
    )


def deck_bullets(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not facts.bullet or facts.size > 260 or at > 8 or page.first < at - 4:
        return False
    if facts.bullet in "–—" and facts.stop:
        return False
    start = at
    while start > 0 and page.facts[start - 1].bullet == facts.bullet:
        start -= 1
    before, after = page.at(start - 1), page.at(at + 1)
    alone = start == at and not (after and after.bullet == facts.bullet)
    return not alone and at < page.first and bool(before) and not (before and (before.colon or is_prose(before)))
