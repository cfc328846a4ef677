"""Rules for the story itself: paragraphs, subheads, lists, tables, pictures between."""

import re

from .facts import Facts
from .page import Page, Rule, is_prose
from .parts import Role
from .rules_head import furniture, is_time_stamp

_SAID = re.compile(
    r"\b(?:said|says|read|reads|wrote|writes|stated|statement|tweeted|posted|told|added|dijo|señaló|escribió|afirmó|declaró|déclaré|écrit|"
    r"affirmé|sagte|schrieb|erklärte|heißt es|disse|afirmou|escreveu|declarou|заявил\w*|сказал\w*|написал\w*|сообщил\w*)\b|قال|صرح|وقال|表示|说|称",
    re.IGNORECASE,
)
_TWEET_SIGNED = re.compile(r"^[—–-]\s?.{2,60}\(@\w+\)")
_EPIGRAPH = re.compile(r"^[—–―]\s?[A-ZÀ-Þ][^.]{2,60}$")


def _prose(page: Page, at: int) -> bool:
    return is_prose(page.facts[at])


def _sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (facts.stop or facts.colon) and facts.size >= 25


def _short_sentence(page: Page, at: int) -> bool:
    return page.facts[at].stop and page.facts[at].size < 25


def _long(page: Page, at: int) -> bool:
    return page.facts[at].size >= 160


def _telling(facts: Facts | None) -> bool:
    """A line that a subhead can introduce."""
    return bool(facts and not facts.broken and not facts.end_mark and (
        (facts.stop or facts.colon) and facts.size > 45 or facts.bullet or facts.number or facts.cells or facts.size > 140 or facts.turn
    ))  # fmt: skip


def _head_shape(facts: Facts) -> bool:
    return (
        3 <= facts.size <= 95
        and facts.count <= 14
        and facts.sentences == 1
        and not (facts.stop and not facts.question and facts.text[-1] not in "!…")
        and not facts.colon
        and not facts.lower
        and not facts.bullet
        and not facts.cells
        and not facts.turn
        and not facts.broken
        and not facts.end_mark
        and not facts.boiler
        and not facts.picture
        and not (facts.byline and facts.byline.led)
    )


def _subhead(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at > 0 and _head_shape(facts) and not facts.number and _telling(page.at(at + 1))


def _numbered_subhead(page: Page, at: int) -> bool:
    facts, before, after = page.facts[at], page.at(at - 1), page.at(at + 1)
    if facts.number is None or facts.stop and not facts.question or facts.size > 90:
        return False
    return bool(after and after.number is None and after.size > facts.size and after.stop and before and before.number is None)


def _between_prose(page: Page, at: int) -> bool:
    before, after = page.at(at - 1), page.at(at + 1)
    return _head_shape(page.facts[at]) and bool(before and after and before.stop and is_prose(after))


def _short_neighbour(page: Page, at: int) -> bool:
    """Two short lines in a row are a list of names more often than a head."""
    facts = page.facts[at]
    return any(near and _head_shape(near) and near.size < 70 and not near.question and not facts.question for near in (page.at(at + 1), page.at(at - 1)))


def _after_colon(page: Page, at: int) -> bool:
    before = page.at(at - 1)
    return bool(before and before.colon)


def _decorated_subhead(page: Page, at: int) -> bool:
    text = page.facts[at].text
    return bool(re.match(r"^-\s.{3,60}\s-$|^\*\*?[^*\s].{1,70}$|^={1,3}\s?.{3,60}\s?={1,3}$|^#{1,4}\s\S.{2,80}$|^_{1,2}[^_]{3,60}_{1,2}$", text)) and _telling(page.at(at + 1))


def _time_stamp(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return is_time_stamp(facts) and at > 0 and any(is_time_stamp(fact) for near, fact in enumerate(page.facts[max(0, at - 12) : at + 13], max(0, at - 12)) if near != at)


def _bullet(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return bool(facts.bullet) and not (facts.bullet in "–—-" and (facts.text.endswith(" -") or _TWEET_SIGNED.match(facts.text)))


def _lone_dash(page: Page, at: int) -> bool:
    """A dash opens speech in several languages; a list has more than one and no speech verbs."""
    facts = page.facts[at]
    if facts.bullet not in ("-", "–", "—"):
        return False
    near = [page.at(at - 1), page.at(at + 1)]
    speech = facts.bullet in "–—" and re.search(r"[,!?.…»]\s?[–—-]\s", facts.item)
    alone = not any(fact and fact.bullet == facts.bullet for fact in near) and not (near[0] and near[0].colon)
    return bool(speech) or alone


def _number(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if facts.number is None or _numbered_subhead(page, at):
        return False
    return any(
        fact and fact.number is not None and fact.number == facts.number + step
        for step in (-1, 1)
        for fact in (page.at(at + step), page.at(at + 2 * step))
    )


def _single_number(page: Page, at: int) -> bool:
    return page.facts[at].number is not None and page.facts[at].number == 1


def _implied_item(page: Page, at: int) -> bool:
    """Short lines without stops after a line that ends in a colon."""
    facts = page.facts[at]
    if facts.stop or facts.colon or facts.size > 90 or facts.boiler or facts.picture or facts.broken or facts.dated == "full" or at <= page.first:
        return False
    start = at
    while start > 0 and at - start < 12 and not page.facts[start - 1].colon and not page.facts[start - 1].stop and page.facts[start - 1].size <= 90:
        start -= 1
    after = page.at(at + 1)
    opened = start > 0 and page.facts[start - 1].colon
    return opened and (start < at or bool(after and not after.stop and after.size <= 90))


def _label_line(facts: Facts | None) -> bool:
    return bool(facts and facts.size < 110 and facts.sentences < 3 and _LABELLED.match(facts.text) and not facts.turn and not facts.boiler)


_LABELLED = re.compile(r"[^\W\d_a-zа-я][\w'’ -]{1,24}\s?[:：]\s?\S")


def _labelled_item(page: Page, at: int) -> bool:
    """Lines such as "When: …" and "Where: …" one under the other."""
    facts = page.facts[at]
    if not _label_line(facts) or facts.byline and facts.byline.led or facts.picture or facts.labels and facts.label("read_more"):
        return False
    return at > 1 and (_label_line(page.at(at + 1)) or _label_line(page.at(at - 1)))


def _row(page: Page, at: int) -> bool:
    cells = len(page.facts[at].cells)
    near = [page.at(at - 1), page.at(at + 1)]
    return cells >= 2 and any(fact and abs(len(fact.cells) - cells) <= 1 and len(fact.cells) >= 2 for fact in near)


def _columns(page: Page, at: int) -> bool:
    return len(page.facts[at].cells) >= 3


def _block_quote(page: Page, at: int) -> bool:
    before, facts = page.at(at - 1), page.facts[at]
    return bool(before and before.colon and _SAID.search(before.text[-80:]) and facts.size > 40 and not facts.bullet and facts.number is None and not facts.turn)


def _pull_quote(page: Page, at: int) -> bool:
    """A line that a paragraph within reach contains word for word."""
    facts = page.facts[at]
    if not 30 <= facts.size <= 220 or not (facts.quoted or not facts.stop):
        return False
    bare = facts.text.strip("\"'“”«»„‘’ .")
    return any(
        near != at and fact.size > facts.size + 15 and bare in fact.text
        for near, fact in enumerate(page.facts[max(0, at - 8) : at + 9], max(0, at - 8))
    )


def _picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption)


def _sure_picture(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption and picture.sure >= 5)


def _weak_picture(page: Page, at: int) -> bool:
    """An agency in brackets behind several sentences, or behind the last paragraph, signs the story."""
    facts = page.facts[at]
    return bool(facts.picture and facts.picture.sure < 5 and (facts.sentences > 2 or facts.size > 260 or at >= page.last))


def _credit(page: Page, at: int) -> bool:
    picture = page.facts[at].picture
    return bool(picture and picture.caption is None and picture.credit)


def _copyright_of_tail(page: Page, at: int) -> bool:
    return page.facts[at].text.startswith("©") and at > page.last


def _caption_at_credit(page: Page, at: int) -> bool:
    """The line above a lone credit."""
    facts, after = page.facts[at], page.at(at + 1)
    if not after or not after.picture or after.picture.caption or after.text.startswith("©") and at + 1 > page.last:
        return False
    if furniture(facts) or facts.size > 260 or facts.sentences > 2 or facts.picture:
        return False
    # Once the story runs, a sentence above a credit is more likely its own than the picture's.
    if at > page.first and (facts.stop or facts.quoted):
        return False
    if _caption_under_credit(page, at + 2) and page.facts[at + 2].size < 180:
        return False
    return not (facts.size < 45 and facts.question)


def _caption_under_credit(page: Page, at: int) -> bool:
    """A short line under a credit that opens with the copyright sign or names an image source."""
    before, facts = page.at(at - 1), page.at(at)
    if not facts or not before or not before.picture or before.picture.caption or furniture(facts) or facts.size > 240 or facts.sentences > 2:
        return False
    return before.text.startswith("©") or before.text.casefold().startswith("image source")


def _caption_dated(page: Page, at: int) -> bool:
    """A short line that ends in a full date, as captions of agencies do."""
    facts = page.facts[at]
    if not facts.dates or facts.dateline or facts.size > 260 or facts.sentences > 2 or at > page.first + 2:
        return False
    return len(facts.text) - facts.dates[-1].end <= 2 and facts.dates[-1].start > 30 and not facts.quoted


def _caption_twice(page: Page, at: int) -> bool:
    facts = page.facts[at]
    near = page.texts.get(facts.text, at)
    return (near != at and at - near <= 4 or any(fact.text == facts.text for fact in page.facts[at + 1 : at + 3])) and at > 1 and 20 < facts.size < 220


def _repeated_paragraph(page: Page, at: int) -> bool:
    return page.facts[at].size > 60 and page.texts.get(page.facts[at].text, at) != at


def _read_more(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("read_more")
    return bool(label and label.colon and label.rest and facts.size < 240)


def _read_more_sentence(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return facts.label("read_more") is not None and facts.stop and (facts.sentences > 1 or facts.text[-1] in ".。" and facts.size > 60)


def _read_more_open(page: Page, at: int) -> bool:
    """A label of several words, then a title without a colon between."""
    facts = page.facts[at]
    label = facts.label("read_more")
    if not label or label.colon or not label.rest or facts.stop and not facts.question or facts.size > 170:
        return False
    shouted = label.rest and facts.text[: len(label.lead)].isupper()
    return (" " in label.lead or len(label.lead) >= 4 and not label.lead.isascii() or shouted) and not label.rest[0].islower() and label.rest[0] not in ",.،，"


def _keywords(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("keywords")
    if not label or not label.rest or facts.size > 300:
        return False
    strong = label.lead.startswith(("tagged", "filed", "posted in", "archivado"))
    return (label.colon or strong) and not (facts.stop and facts.sentences > 1) and not (facts.stop and facts.size > 90)


def _tweet_link(page: Page, at: int) -> bool:
    return bool(_TWEET_SIGNED.match(page.facts[at].text) or _EPIGRAPH.match(page.facts[at].text))


B = "B"
ANY = "THBF"
RULES: tuple[Rule, ...] = (
    Rule("long prose", Role.PARAGRAPH, B, 3.0, _prose),
    Rule("sentence", Role.PARAGRAPH, B, 2.5, _sentence),
    Rule("short sentence", Role.PARAGRAPH, B, 1.0, _short_sentence),
    Rule("too long for anything else", Role.PARAGRAPH, B, 2.0, _long),
    Rule("turn of an interview", Role.PARAGRAPH, B, 3.0, lambda p, i: p.facts[i].turn),
    Rule("opens with a quotation mark and ends like a sentence", Role.PARAGRAPH, B, 1.5, lambda p, i: p.facts[i].quoted and p.facts[i].stop),
    Rule("signature of a post or motto", Role.PARAGRAPH, B, 3.0, _tweet_link),
    Rule("short line above a paragraph or list", Role.SUBHEAD, B, 4.0, _subhead),
    Rule("short line between paragraphs", Role.SUBHEAD, B, 1.5, _between_prose),
    Rule("short line among short lines", Role.SUBHEAD, B, -2.0, _short_neighbour),
    Rule("after a colon", Role.SUBHEAD, B, -3.5, _after_colon),
    Rule("numbered subhead", Role.SUBHEAD, B, 6.0, _numbered_subhead),
    Rule("subhead in dashes, stars or hashes", Role.SUBHEAD, B, 7.0, _decorated_subhead),
    Rule("time stamp of a live report", Role.SUBHEAD, B, 5.0, _time_stamp),
    Rule("above the first paragraph", Role.SUBHEAD, B, -2.0, lambda p, i: i < p.first and i < 4 and not is_time_stamp(p.facts[i])),
    Rule("bullet", Role.ITEM, B, 6.0, _bullet),
    Rule("dash that opens speech or stands alone", Role.ITEM, B, -5.0, _lone_dash),
    Rule("number in a sequence", Role.ITEM, B, 5.5, _number),
    Rule("first number", Role.ITEM, B, 2.5, _single_number),
    Rule("short lines after a colon", Role.ITEM, B, 4.0, _implied_item),
    Rule("label and value among others", Role.ITEM, B, 4.5, _labelled_item),
    Rule("label and value among others", Role.SUBHEAD, B, -4.0, _labelled_item),
    Rule("cells in columns", Role.ROW, B, 7.0, _row),
    Rule("three cells", Role.ROW, B, 2.5, _columns),
    Rule("block quotation after a verb of saying", Role.QUOTE, B, 7.0, _block_quote),
    Rule("quotation mark of a mailer", Role.QUOTE, B, 7.0, lambda p, i: p.facts[i].bullet == ">"),
    Rule("pull quote that repeats a sentence", Role.BOILERPLATE, B, 8.0, _pull_quote),
    Rule("paragraph repeated word for word", Role.BOILERPLATE, B, 8.0, _repeated_paragraph),
    Rule("line of signs", Role.BREAK, ANY, 8.0, lambda p, i: p.facts[i].broken),
    Rule("caption with credit", Role.CAPTION, ANY, 6.0, _picture),
    Rule("credit that names a photographer or agency", Role.CAPTION, ANY, 3.5, _sure_picture),
    Rule("agency behind the story's last words", Role.CAPTION, ANY, -7.0, _weak_picture),
    Rule("credit line", Role.CREDIT, ANY, 7.0, _credit),
    Rule("copyright of the page", Role.CREDIT, ANY, -6.0, _copyright_of_tail),
    Rule("line above a credit", Role.CAPTION, "THB", 6.5, _caption_at_credit),
    Rule("line under a credit", Role.CAPTION, "THB", 6.5, _caption_under_credit),
    Rule("ends in a full date", Role.CAPTION, "TH", 5.5, _caption_dated),
    Rule("caption twice", Role.CAPTION, "THB", 7.5, _caption_twice),
    Rule("read-more label and title", Role.READ_MORE, "HBF", 8.0, _read_more),
    Rule("read-more label without a colon", Role.READ_MORE, "HBF", 6.0, _read_more_open),
    Rule("reads as a sentence", Role.READ_MORE, "HBF", -4.5, _read_more_sentence),
    Rule("keyword line", Role.KEYWORDS, ANY, 8.0, _keywords),
    Rule("button, prompt or notice", Role.BOILERPLATE, ANY, 6.5, lambda p, i: p.facts[i].boiler),
    Rule("notice that reads as a long paragraph", Role.BOILERPLATE, B, -3.0, lambda p, i: p.facts[i].size > 220),
)
