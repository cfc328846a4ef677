"""Rules for what stands below the story: agency tails, notes, notices, leftovers."""
# ruff: noqa: E501 - patterns and tables read better unbroken

import re

from .furnishings import is_note
from .page import Page, Rule, is_prose
from .parts import Role
from .people import is_person

_TAIL_CREDIT = re.compile(
    r"""^[(\[（]?\s*(?:
      (?:additional\s)?(?:reporting|writing|editing|compiled|edited|written|translated|research|additional\swriting|production)(?:\sand\s(?:writing|editing|reporting))?\s(?:by|in)\b
    | edited\sby: | (?:redacción|edición|información|reporte|editado|reportado|traducción|con\sinformación|escrito)\s(?:de|por|adicional)\b.{0,120}$
    | (?:reportage|édité|édition|rédigé|rédaction|version\sfrançaise|service\sfrançais|traduit)\b\s?(?:de|par)?\b.{0,120}$ | (?:geschrieben|redigiert|redaktion|bearbeitet|mitarbeit|bericht)\b\s?(?:von|:).{0,100}$
    | (?:edição|edición|revisão|produção)\s?:.{3,60}$ | (?:reportagem|edição|texto|tradução|por|edição\sde)\s(?:de|por|adicional)\b.{0,120}$ | (?:редактор|подготовил\w*|перевод|перевёл|перевел|редактура)\b.{0,100}$ | (?:تحرير|إعداد|تغطية|كتابة|ترجمة)\b.{0,80}$
    | 责任编辑.* | 责编.* | （?编辑.{0,20}$ | （完）$
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this|reporting)|\breported from\b.{0,80}\.|\bcontribuy(?:ó|eron)\b|\bcontribué à\b|\bcontribu(?:iu|íram) (?:para|com)|^the associated press (?:receives|is solely)|\bwith (?:files|reporting|additional reporting) from\b|^with (?:files|agency inputs)",
    re.IGNORECASE,
)
_SHORT_AGENCY = re.compile(
    r"^\*\s?[a-z]{2,4}$|^(?:[a-z]{2,4}(?:/[a-z]{2,4})*\s)?\((?:AFP|AP|dpa|Reuters|EFE|Lusa|epd|KNA|SID|ANSA|Xinhua|TASS|ap|afp|[A-Za-z]{2,8}(?:,\s?[A-Za-z]{2,8})*)\)$|^[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?\b.{0,40}$|^(?:AFP|AP|dpa|Reuters|EFE|Lusa|ANSA|Xinhua|TASS|PTI|ANI|IANS|UPI|AAP)\.?$"
)
_BIO = re.compile(
    r"^(?P<name>(?:[A-ZÀ-Þ][\w'’.-]+\s){1,3}[A-ZÀ-Þ][\w'’.-]+)(?:,\s[^,]{3,60},)?\s(?:is|covers|was|writes|reports|has been|works|joined|teaches|can be reached|est|es|ist|é|escribe|schreibt|escreve)\b"
)
_REACH = re.compile(
    r"\b(?:reach (?:him|her|them)|reached at|follow (?:him|her|them)|on twitter|@\w{3,}|\w@\w|staff writer|reporter|correspondent|columnist|author of|professor|fellow)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:this|the|an earlier|a previous|esta|este|cet|cette|diese[rs]?|dieser|essa|этот|эта|в|этой)\s?(?:[\w-]+\s){0,2}(?:article|story|report|version|post|headline|page|piece|dispatch|nota|artículo|noticia|historia|version|artikel|text|fassung|meldung|matéria|reportagem|texto|статья|статье|материал\w*|новост\w*|публикаци\w*)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:has been|was|were|been)\s(?:updated|corrected|amended|changed|revised|edited|clarified|clarify)|\bupdated (?:to|with|on|at)\b|\bcorrects?\b|\bcorrected\b|\bmisstated\b|\bincorrectly\b|\bmisspelled\b|actualizad[ao]|corregid[ao]|mis à jour|corrigé|aktualisiert|korrigiert|atualizad[ao]|corrigid[ao]|обновлен\w*|исправлен\w*|دقق|تحديث|تصحيح|更正",
    re.IGNORECASE,
)


def _tail_credit(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at > page.first and facts.size < 300 and bool(_TAIL_CREDIT.match(facts.text))


def _contributed(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at >= page.last - 2 and at > page.first and facts.size < 300 and bool(_CONTRIBUTED.search(facts.text))


def _agency(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at > page.first and facts.size < 60 and bool(_SHORT_AGENCY.match(facts.text))


def _bio(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if at < len(page.facts) - 6 or at <= page.first + 1 or facts.size > 420 or facts.quoted:
        return False
    signers = (fact for fact in page.facts[: page.first + 2] if fact.byline and (fact.byline.led or fact.size < 50))
    signed = {name for fact in signers if fact.byline for name in fact.byline.persons}
    if (
        at > page.last - 2
        and facts.sentences <= 3
        and any(facts.text.startswith(name + mark) for name in signed for mark in (" ", ","))
    ):
        return at >= len(page.facts) - 3
    match = _BIO.match(facts.text)
    if not match or not is_person(match["name"]):
        return False
    name = match["name"]
    return name in signed or (
        bool(_REACH.search(facts.text)) and not any(name in fact.text for fact in page.facts[page.first : at])
    )


def _note(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("note")
    if not label or not label.colon or facts.size > 420:
        return False
    if label.lead.startswith("correction") and facts.dated == "full" and len(facts.rest) < 16:
        return True
    if label.lead in _ABOUT_TEXT:
        return bool(_DOCUMENT.search(facts.text) or _CHANGED.search(facts.text)) and (
            at <= page.first or at >= page.last
        )
    return True


def _note_on_text(page: Page, at: int) -> bool:
    facts = page.facts[at]
    if is_note(facts) and facts.size < 420 and not facts.quoted:
        return True
    return (
        (at <= page.first + 1 or at >= page.last - 1)
        and facts.size < 420
        and bool(_DOCUMENT.search(facts.text) and _CHANGED.search(facts.text))
        and not facts.quoted
    )


_WIRE_NOTE = re.compile(
    r"[(\[](?:(?:adds|updates?|recasts|corrects|refiles|repeats|releads|rewrites|removes|clarifies|changes|fixes|amends|writes)\b.{3,200}"
    r"|(?:[$€£]|1\s|US\$)\s?1?.{0,20}=.{2,60})[)\]]\.?",
    re.IGNORECASE,
)


def _under_table(page: Page, at: int) -> bool:
    """Where the figures of the table above are from."""
    facts, before = page.facts[at], page.at(at - 1)
    label = facts.label("source")
    return bool(before and before.cells and label and label.colon and label.rest and facts.size < 160)


def _wire_note(page: Page, at: int) -> bool:
    text, above = page.facts[at].text, page.at(at - 1)
    if _WIRE_NOTE.fullmatch(text) or _TO_EDITORS.match(text):
        return True
    # Under the slug of a second take stand its first line's place and the last words of the take before.
    return bool(above and " Add" in above.text and _TO_EDITORS.match(above.text) and _CATCH_LINE.fullmatch(text))


_CATCH_LINE = re.compile(r"[A-Z .,'-]{3,30}:\s.{2,60}")
# What portals of science set below a story.
_PAPER = re.compile(
    r"(?:more information|journal information|citation|doi|journal|method of research|subject of research|article title|funding)\s?:\s",
    re.IGNORECASE,
)
_PROVIDED = re.compile(r"provided by [A-Z]\S+(?: \S+){0,6}", re.IGNORECASE)


def _paper(page: Page, at: int) -> bool:
    return at > page.last - 2 and at > page.first and bool(_PAPER.match(page.facts[at].text))


def _provided(page: Page, at: int) -> bool:
    return (
        at > page.last - 2
        and at > page.first
        and bool(_PROVIDED.fullmatch(page.facts[at].text))
        and not page.facts[at].stop
    )


# "Eds: ADDS quotes" and the slug above a take.
_TO_EDITORS = re.compile(
    r"(?:eds|editors)\b\.?(?:\snote)?s?\s?:\s|(?:BC|AM|PM|AP)-[A-Z]\S*(?:--\S|\s.*(?:\b[al]\d{4}\b|\bLd\b|Writethru|\bAdd\b|\bTake\b|\d{4}E[SD]T))|with\s(?:photos?|ap photos|bc-)",
    re.IGNORECASE,
)


def _embargo_below(page: Page, at: int) -> bool:
    facts = page.facts[at]
    told = at >= page.last and facts.embargo and bool(_ORDER.match(facts.text))
    return told and bool(facts.dates or _HELD.search(facts.text))


_ORDER = re.compile(
    r"\W*(?:\d\.\s)?(?:notes? to editors:\s)?(?:(?:th(?:is|ese|e above)\s(?:[\w-]+\s){0,4}?(?:is|are)\s)?(?:(?:strict|strictly|under|news|press|media)\s){0,3}embargo|(?:please )?do not (?:publish|release)|(?:(?:strictly|please)\s)?(?:not for|not to be|hold)\b|for (?:release|use)\b|embargad[oa]\b|sperrfrist|nicht vor\b|n(?:o|ão) (?:publicar|difundir)|ne pas (?:publier|diffuser)|не публиковать|(?:под\s)?эмбарго|(?:strictement )?sous embargo|حظر النشر|禁发|请勿|لا ينشر|يحظر النشر)",
    re.IGNORECASE,
)
_HELD = re.compile(r"embarg|sperrfrist|эмбарго|حظر النشر|禁发", re.IGNORECASE)


def _date_below(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at >= page.last and facts.dated == "full" and len(facts.rest) <= 3 and facts.size < 120


def _first_published(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (
        at >= page.last - 1
        and facts.dated == "full"
        and facts.size < 140
        and bool(_FIRST.search(facts.text) or (_WAS.search(facts.text) and _DOCUMENT.search(facts.text)))
        and not _CHANGED.search(facts.text)
    )


_WAS = re.compile(r"\b(?:was|were) published\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first|originally) (?:published|posted|appeared)|publicad[ao] (?:originalmente|por primera vez)|publié (?:pour la première fois|initialement)|(?:zuerst|erstmals) (?:veröffentlicht|erschienen)|publicad[ao] originalmente|впервые опубликован"
    r"|^(?:published|posted) (?:by|in) .{2,60}\bon\b|^(?:publicado|publicada) por .{2,60}\b(?:el|em)\b|^publié par .{2,60}\ble\b|^veröffentlicht von .{2,60}\bam\b",
    re.IGNORECASE,
)


def _leftover(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return (
        at > page.last
        and not facts.stop
        and facts.sentences == 1
        and facts.size < 70
        and not facts.bullet
        and not facts.cells
        and not facts.colon
    )


def _contact_line(page: Page, at: int) -> bool:
    facts = page.facts[at]
    label = facts.label("contact")
    return bool(
        label
        and label.colon
        and label.rest
        and facts.size < 160
        and (sum(char.isdigit() for char in facts.text) >= 6 or "@" in facts.text or facts.byline)
        and not (facts.stop and facts.size > 90)
    )


def _signature(page: Page, at: int) -> bool:
    facts = page.facts[at]
    return at >= page.last and bool(
        facts.byline
        and facts.byline.persons
        and facts.size < 60
        and not facts.stop
        and (facts.byline.led or (facts.text[0].isupper() and _ends(page, at)))
    )


def _ends(page: Page, at: int) -> bool:
    """Nothing but a date stands below."""
    below = page.facts[at + 1 :]
    return not below or (len(below) == 1 and below[0].dated == "full" and len(below[0].rest) <= 3)


def _signs_again(page: Page, at: int) -> bool:
    """Tell whether the name that signs the head stands alone near the end too."""
    facts = page.facts[at]
    if at <= page.first or at < len(page.facts) - 6 or facts.size > 50 or facts.stop or facts.picture:
        return False
    heads = (fact.byline for fact in page.facts[: page.first] if not fact.picture)
    above = {name for byline in heads if byline for name in byline.persons}
    return bool(facts.byline and facts.byline.persons and above.issuperset(facts.byline.persons))


def _named_source(page: Page, at: int) -> bool:
    label = page.facts[at].label("source")
    return bool(
        label
        and label.colon
        and label.rest
        and at > page.first
        and page.facts[at].size < 100
        and not is_prose(page.facts[at])
    )


_ABOUT_TEXT = frozenset(("update", "updates", "note", "hinweis", "ملاحظة", "说明", "disclaimer", "disclosure", "actualización", "atualização",
    "mise à jour", "обновление", "توضيح", "adds", "correction", "corrections"))  # fmt: skip
F = "F"
RULES: tuple[Rule, ...] = (
    Rule("who reported, wrote and edited", Role.BYLINE, "BF", 8.0, _tail_credit),
    Rule("who contributed", Role.NOTE, "BF", 6.5, _contributed),
    Rule("agency at the end", Role.SOURCE, "BF", 7.0, _agency),
    Rule("note on the author", Role.NOTE, "BF", 7.0, _bio),
    Rule("labelled note of the editors", Role.NOTE, "THBF", 8.0, _note),
    Rule("what a wire changed, or a rate", Role.NOTE, "THBF", 8.0, _wire_note),
    Rule("what a wire changed, or a rate", Role.TITLE, "T", -6.0, _wire_note),
    Rule("paper that the story is about", Role.NOTE, "BF", 8.0, _paper),
    Rule("who provided the story", Role.SOURCE, "BF", 8.0, _provided),
    Rule("source of a table", Role.NOTE, "B", 7.0, _under_table),
    Rule("note on the text itself", Role.NOTE, "THBF", 7.0, _note_on_text),
    Rule("embargo below the story", Role.EMBARGO, "BF", 14.0, _embargo_below),
    Rule("date under the story", Role.DATE, F, 6.0, _date_below),
    Rule("first published", Role.DATE, "BF", 9.0, _first_published),
    Rule("end mark", Role.BOILERPLATE, "TBF", 9.0, lambda p, i: p.facts[i].end_mark),
    Rule("short line below the story", Role.BOILERPLATE, F, 2.5, _leftover),
    Rule("contact line", Role.BOILERPLATE, "TBF", 7.5, _contact_line),
    Rule("source named", Role.SOURCE, F, 7.0, _named_source),
    Rule("the author's name once more", Role.BYLINE, "BF", 6.5, _signs_again),
    Rule("signature", Role.BYLINE, F, 3.5, _signature),
)
