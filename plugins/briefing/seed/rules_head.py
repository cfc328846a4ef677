"""Rules for what stands above the story: headline, deck, byline, date, section labels."""

import re

from .facts import Facts
from .page import Page, Rule, content_words, is_prose
from .parts import Role


def furniture(facts: Facts) -> bool:
    """The line plainly is something else than words of the story."""
    return bool(
        facts.boiler
        or facts.broken
        or facts.end_mark
        or facts.embargo
        or (facts.dated and not facts.rest and facts.size < 120)
        or (facts.byline and facts.byline.led)
        or (facts.picture and facts.picture.sure >= 4)
        or _led(facts, "read_more") and facts.label("read_more").lead not in _PREFIXES  # type: ignore[union-attr]
        or facts.crumbs
        or facts.dateline
    )


# A headline may begin with these and a colon.
_PREFIXES = frozenset(("watch", "background", "earlier", "previously", "related", "recommended"))


def _led(facts: Facts, kind: str) -> bool:
    label = facts.label(kind)
    return bool(label and (label.colon or not label.rest))


def _plain(page: Page, at: int) -> bool:
    return not furniture(page.facts[at])


def _neighbour(page: Page, at: int) -> Facts | None:
    return page.at(at + 1)


def _meta(facts: Facts | None) -> bool:
    """A line that belongs between headline and story."""
    return bool(
        facts
        and (
            facts.dated in ("full", "label", "loose") and facts.size < 90 and (len(facts.rest) <= 3 or facts.sourced or facts.byline)
            or (facts.byline and facts.byline.led)
            or facts.dateline
            or (facts.picture and facts.picture.sure >= 4)
            or facts.broken
            or facts.boiler
            or is_pair_label(facts)
        )
    )


def is_pair_label(facts: Facts) -> bool:
    """A label such as "From:" whose value stands on the next line."""
    return facts.colon and facts.key in _PAIR_LABELS


_PAIR_LABELS = frozenset(
    "from|von|de|par|delivered by|issued by|organisation|organization|department|publisher|location|author|authors|writer".split("|")
)


def _agency_with(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.size < 70 and not facts.stop and bool(_WITH_AGENCY.search(facts.text))


_WITH_AGENCY = re.compile(r"(?:^|\s)(?:avec|with|mit|con|com|и|с)\s(?:l['’])?(?:AFP|AP|Reuters|dpa|EFE|Lusa|ANSA|TASS|ТАСС|agences|agencies|agencias|agências|Agenturen)\b.{0,20}$|^(?:AFP|AP|Reuters|dpa|EFE|Lusa|ANSA|TASS|Xinhua|ТАСС|РИА Новости|新华社|رويترز|سانا)$")


def _headline_length(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return 4 <= facts.count <= 18 and facts.size <= 140


def _above_meta(page: Page, at: int) -> bool:
    return _meta(page.at(at + 1))


def _deck_then_meta(page: Page, at: int) -> bool:
    following = page.at(at + 1)
    return bool(following and _meta(page.at(at + 2)) and not _meta(following) and following.size > page.facts[at].size * 0.8)


def _long_sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.size > 180 or (facts.stop and facts.text[-1] in ".。" and facts.size > 90) or facts.sentences > 2


def _prose_says_it(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return not is_prose(facts) and facts.count >= 3 and page.overlap(facts.text) >= 0.34


def _prose_says_most(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return not is_prose(facts) and facts.count >= 3 and page.overlap(facts.text) >= 0.6


def _is_repeated(page: Page, at: int) -> bool:
    text = page.facts[at].text
    return any(page.facts[near].text == text for near in range(at + 1, min(at + 10, len(page.facts))))


def _repeats(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at > 0 and facts.count >= 3 and page.texts.get(facts.text, at) < at and page.texts[facts.text] < 8


def _name_alone(page: Page, at: int) -> bool:
    facts = page.facts[at]
    byline = facts.byline
    return bool(byline and not byline.led and len(byline.persons) in (1, 2) and facts.size < 50 and facts.dated != "full" and not facts.stop)


def _bare_name(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not _name_alone(page, at) or facts.boiler or facts.text.isupper() and len(facts.text.split()) < 2:
        return False
    before, after = page.at(at - 1), page.at(at + 1)
    return bool(before and after and at <= page.first and not after.bullet and not after.number)


def _name_near_date(page: Page, at: int) -> bool:
    if not _name_alone(page, at):
        return False
    after, before = page.at(at + 1), page.at(at - 1)
    return bool((after and (after.dated == "full" and not after.rest or after.role)) or (before and before.dated == "full" and not before.rest))


def _name_again(page: Page, at: int) -> bool:
    """The name stands in a led byline elsewhere in the head."""
    facts = page.facts[at]
    if not _name_alone(page, at) or not facts.byline:
        return False
    names = set(facts.byline.persons)
    return any(
        near != at and fact.byline and fact.byline.led and names & set(fact.byline.persons)
        for near, fact in enumerate(page.facts[: page.first + 1])
    )


def _signed(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not facts.byline or not facts.byline.led or facts.size > 160:
        return False
    return not (facts.stop and facts.sentences > 1) and not facts.picture


def _signed_with_date(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.dated == "full" and bool(facts.rest and facts.byline and facts.byline.persons) and facts.size < 120 and not facts.picture


def _desk(page: Page, at: int) -> bool:
    facts = page.facts[at]
    byline = facts.byline
    return bool(byline and byline.organisations and not byline.persons and facts.size < 60 and not facts.stop and not facts.dated and not facts.picture)


_LIFE = re.compile(r"\b1[89]\d\d\s?[-–—]\s?(?:19|20)\d\d\b")


def _role_line(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    if not facts.role or facts.size > 80 or facts.stop or facts.dated == "full":
        return False
    return bool(before and (before.byline and (before.byline.led or before.byline.persons) or before.role))


def _role_before_title(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    return bool(facts.role and facts.size < 70 and not facts.stop and before and (before.role or _name_alone(page, at - 1)))


def _date_only(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.dated == "full" and len(facts.rest) <= 3 and facts.size < 160


def _date_and_little(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.dated != "full" or len(facts.rest) <= 3 or facts.size > 110 or facts.stop or facts.picture:
        return False
    return facts.sourced or len(facts.rest) <= 40 and facts.rest.count(" ") <= 4


def _only_updated(page: Page, at: int) -> bool:
    dates = page.facts[at].dates
    return _date_only(page, at) and bool(dates) and all(date.updated for date in dates)


_STAMP = re.compile(r"^(?:UPDATE\s)?\d{1,2}(?::|h|\.)\d\d\b(?:\s?[ap]\.?m\.?)?[.:\s–-]*.{0,70}$|^\d{1,2}\s?[ap]\.m\.$", re.IGNORECASE)


def is_time_stamp(facts: Facts) -> bool:
    """The hour above an entry of a live report."""
    return facts.size < 80 and facts.dated != "full" and not (facts.stop and facts.size > 14) and bool(_STAMP.match(facts.text))


def _no_full_date(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if is_time_stamp(facts) and any(is_time_stamp(fact) for fact in page.facts[at + 1 : at + 12]):
        return False
    if facts.dated == "label":
        after = page.at(at + 1)
        return facts.colon or any(fact.dated == "full" for fact in page.facts[at + 1 : at + 4]) or bool(after and after.dated)
    return facts.dated == "loose" and len(facts.rest) <= 2 and facts.size < 70


def _deck_shape(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return _plain(page, at) and facts.stop and facts.sentences == 1 and 50 <= facts.size <= 260 and not facts.quoted


def _deck_before_meta(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return _plain(page, at) and 25 <= facts.size <= 420 and facts.sentences <= 3 and _meta(page.at(at + 1)) and at < page.first + 6


def _deck_before_picture(page: Page, at: int) -> bool:
    """Between headline and picture; a lead may stand there too, once byline and date are past."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not _deck_before_meta(page, at) or not after.picture or after.dateline:
        return False
    return not any(fact.dated or fact.byline and fact.byline.led for fact in page.facts[:at])


def _deck_before_byline(page: Page, at: int) -> bool:
    after = page.at(at + 1)
    return _deck_before_meta(page, at) and bool(after) and not (after and after.picture and not after.dateline)


def _deck_open(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    if facts.stop or facts.colon or facts.question or not _plain(page, at) or not 18 <= facts.size <= 260 or facts.number or facts.bullet or facts.dated == "full" and facts.size < 60:
        return False
    return bool(after and not (facts.byline and facts.size < 45) and (page.at(at + 1) or facts.cells))


def _deck_retold(page: Page, at: int) -> bool:
    """The next paragraph tells the same again, as a lead does after a deck."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not is_prose(after) or not 50 <= facts.size <= 260 or facts.sentences > 2:
        return False
    return page.overlap(facts.text, against=content_words(after.text)) >= 0.3


def _lead_not_retold(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    return bool(facts.stop and after and not _meta(after) and page.overlap(facts.text, against=content_words(after.text)) < 0.2)


def _deck_short_before_long(page: Page, at: int) -> bool:
    facts, after = page.facts[at], page.at(at + 1)
    return bool(_deck_shape(page, at) and after and is_prose(after) and facts.size <= 170 and facts.size * 1.25 < after.size)


def _deck_bullets(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if not facts.bullet or facts.size > 260 or at > 8 or page.first < at - 4:
        return False
    start = at
    while start > 0 and page.facts[start - 1].bullet == facts.bullet:
        start -= 1
    before, after = page.at(start - 1), page.at(at + 1)
    alone = start == at and not (after and after.bullet == facts.bullet)
    return not alone and at < page.first and bool(before) and not (before and (before.colon or is_prose(before)))


def _place_only(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return bool(facts.byline is None and facts.text.isupper() and facts.count <= 3 and not facts.boiler)


def _kicker(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.count <= 4 and facts.size <= 36 and not facts.stop and not facts.quoted and not facts.question


def _kicker_unsaid(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.count <= 8 and facts.size <= 60 and not facts.stop and not facts.quoted and page.overlap(facts.text) < 0.25


def _longer_below(page: Page, at: int) -> bool:
    after = page.at(at + 1)
    return _kicker(page, at) and bool(after and _plain(page, at + 1) and 4 <= after.count <= 20 and not after.stop)


def _site_suffix(page: Page, at: int) -> bool:
    text = page.facts[at].text
    return any(
        12 < len(fact.text) < len(text) and text.startswith(fact.text) and text[len(fact.text) :].lstrip()[:1] in "|-–—:·"
        for fact in page.facts[at + 1 : at + 10]
    )


def _source_label(page: Page, at: int) -> bool:
    label = page.facts[at].label("source")
    return bool(label and label.colon and label.rest and page.facts[at].size < 100 and not page.facts[at].stop)


def _agency_under_name(page: Page, at: int) -> bool:
    facts, before = page.facts[at], page.at(at - 1)
    return bool(before and before.byline and before.byline.persons and facts.byline and facts.byline.organisations and not facts.byline.persons and facts.size < 50)


def _starts_small(page: Page, at: int) -> bool:
    return page.facts[at].lower


def _contact_like(page: Page, at: int) -> bool:
    label = page.facts[at].label("contact")
    return bool(label and (label.colon or not label.rest) and page.facts[at].size < 120)


T, H, TH = "T", "H", "TH"
RULES: tuple[Rule, ...] = (
    Rule("length of a headline", Role.TITLE, T, 3.0, _headline_length),
    Rule("plain line above the story", Role.TITLE, T, 2.0, _plain),
    Rule("no words in it", Role.TITLE, T, -9.0, lambda p, i: sum(char.isalpha() for char in p.facts[i].text[:40]) < 2),
    Rule("furniture is no headline", Role.TITLE, T, -7.0, lambda p, i: furniture(p.facts[i])),
    Rule("first line of the text", Role.TITLE, T, 1.0, lambda p, i: i == 0),
    Rule("one or two words are seldom a headline", Role.TITLE, T, -1.5, lambda p, i: p.facts[i].count <= 2 and p.facts[i].size < 30),
    Rule("too long or too much of a sentence", Role.TITLE, T, -5.0, _long_sentence),
    Rule("ends like a sentence", Role.TITLE, T, -1.0, lambda p, i: p.facts[i].text[-1] in ".。" and not p.facts[i].text.endswith("...")),
    Rule("ends in a colon", Role.TITLE, T, -4.0, lambda p, i: p.facts[i].colon),
    Rule("the story uses its words", Role.TITLE, T, 2.0, _prose_says_it),
    Rule("the story uses most of its words", Role.TITLE, T, 1.0, _prose_says_most),
    Rule("byline, date or picture below", Role.TITLE, T, 1.0, _above_meta),
    Rule("deck and then byline or date below", Role.TITLE, T, 0.5, _deck_then_meta),
    Rule("stands twice in the head", Role.TITLE, T, 2.0, _is_repeated),
    Rule("looks like a person's name", Role.TITLE, T, -2.0, lambda p, i: _name_alone(p, i) and p.facts[i].count <= 4),
    Rule("job title or organisation", Role.TITLE, T, -2.0, lambda p, i: p.facts[i].role and p.facts[i].count <= 6),
    Rule("bullet or table cell", Role.TITLE, T, -5.0, lambda p, i: bool(p.facts[i].bullet or p.facts[i].cells)),
    Rule("starts with a small letter", Role.TITLE, T, -2.0, _starts_small),
    Rule("headline with the site's name", Role.TITLE, T, -4.0, _site_suffix),
    Rule("contact block", Role.TITLE, T, -5.0, _contact_like),
    Rule("headline with the site's name", Role.BOILERPLATE, T, 5.0, _site_suffix),
    Rule("headline repeated", Role.BOILERPLATE, H, 7.0, _repeats),
    Rule("section label above the headline", Role.BOILERPLATE, T, 1.5, _kicker),
    Rule("words that the story never uses", Role.BOILERPLATE, T, 1.5, _kicker_unsaid),
    Rule("short line with the headline below", Role.BOILERPLATE, T, 1.0, _longer_below),
    Rule("breadcrumb trail", Role.BOILERPLATE, TH, 4.0, lambda p, i: p.facts[i].crumbs and not p.facts[i].stop),
    Rule("role under a name", Role.BOILERPLATE, TH, 5.5, _role_line),
    Rule("role under a name", Role.BOILERPLATE, T, 1.0, _role_before_title),
    Rule("section label", Role.BOILERPLATE, H, 0.5, lambda p, i: p.facts[i].caps and p.facts[i].count <= 3),
    Rule("one sentence under the headline", Role.DECK, H, 1.5, _deck_shape),
    Rule("above byline, date or dateline", Role.DECK, H, 3.0, _deck_before_byline),
    Rule("above a picture", Role.DECK, H, 3.5, _deck_before_picture),
    Rule("above the credit of the first picture", Role.DECK, H, 4.5, lambda p, i: _deck_before_meta(p, i) and p.facts[i + 1].text.startswith("©") and i < p.first + 2),
    Rule("line without a stop under the headline", Role.DECK, H, 3.0, _deck_open),
    Rule("mostly a date", Role.DECK, H, -5.0, lambda p, i: p.facts[i].dated == "full" and p.facts[i].size < 110 and not p.facts[i].stop and len(p.facts[i].rest) < 45),
    Rule("told again by the lead", Role.DECK, H, 1.5, _deck_retold),
    Rule("short sentence above a longer lead", Role.DECK, H, 0.5, _deck_short_before_long),
    Rule("next paragraph goes on with other words", Role.DECK, H, -2.0, _lead_not_retold),
    Rule("bullets under the headline", Role.DECK, H, 7.0, _deck_bullets),
    Rule("too long for a deck", Role.DECK, H, -5.0, lambda p, i: p.facts[i].size > 320 or p.facts[i].sentences > 3),
    Rule("furniture is no deck", Role.DECK, H, -6.0, lambda p, i: furniture(p.facts[i])),
    Rule("led byline", Role.BYLINE, TH, 6.0, _signed),
    Rule("name beside a date", Role.BYLINE, TH, 5.5, _signed_with_date),
    Rule("bare name under the headline", Role.BYLINE, H, 4.5, _bare_name),
    Rule("name next to date or role", Role.BYLINE, TH, 2.0, _name_near_date),
    Rule("name of a led byline", Role.BYLINE, TH, 3.0, _name_again),
    Rule("name of a paper or desk", Role.SOURCE, H, 6.5, _desk),
    Rule("life dates", Role.DECK, H, -4.0, lambda p, i: bool(_LIFE.search(p.facts[i].text)) and p.facts[i].size < 90),
    Rule("date of publication", Role.DATE, TH, 6.0, _date_only),
    Rule("date with a few words", Role.DATE, TH, 3.5, _date_and_little),
    Rule("date and source", Role.DATE, TH, 3.0, lambda p, i: p.facts[i].sourced and p.facts[i].size < 140),
    Rule("date of an update", Role.UPDATED, TH, 6.5, _only_updated),
    Rule("time without a full date", Role.DATE, TH, 5.0, _no_full_date),
    Rule("source named", Role.SOURCE, TH, 4.5, _source_label),
    Rule("agency under the byline", Role.SOURCE, H, 4.5, _agency_under_name),
    Rule("paper with an agency", Role.SOURCE, TH, 6.5, _agency_with),
    Rule("embargo", Role.EMBARGO, TH, 7.0, lambda p, i: p.facts[i].embargo and p.facts[i].size < 160),
)
