"""Sentences of a story that open with the words of a notice, told from the notices themselves."""
# ruff: noqa: E501 - tables read better unbroken

import re

from .facts import OPENING, Facts

# Whoever reads the page is spoken to, or the page speaks of itself.
_OF_THE_PAGE = re.compile(
    r"""
      \b(?:our|us|newsletters?|inbox|cookies?|e-?mails?|apps?|whatsapp|telegram|instagram|facebook|twitter|youtube|linkedin|channels?|accounts?|subscri\w+|sign(?:ing)?\ ?(?:in|up)|log\ ?in|
        (?:this|the)\ (?:web)?(?:site|page|article|story|report|post|video|podcast|audio)|terms\ of|privacy|permission|reproduc\w+|redistribut\w+|journalis[mt]s?|donat\w+|members?|membership|readers?|latest|updates?|
        nuestr[oa]s?|bolet[ií]n|correo|canal|este\ (?:sitio|medio)|reproducci[oó]n|notre|nos|votre|vos|lettre|infolettre|abonn\w+|reproduction|unser\w*|konto|abo|quelle|noss[oa]s?|proibid[ao]|
        наш\w*|ваш\w*|канал\w*|рассылк\w*|подпи(?:ш|сыва|ск)\w*|сайт\w*|ссылк\w*|редакц\w*|материал\w*)\b
    | ©|\(c\)|@|https?:|www\.|\d{4}\.$|^\W*(?:here\b\W*)?(?:to|and)\ (?:read|view|see|watch|listen|download|join|follow|get|find|learn)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_SPOKEN = re.compile(
    r"\b(?:said|says|told|asked|wrote|dijo|dice|sagte|sagt|déclare|dit|disse|diz|сказал\w*|говорит|рассказал\w*)\b"
)
_FAR = re.compile(r"[\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]")
_REACH = 5


def spare_story(facts: list[Facts]) -> None:
    """Clear the mark of a notice from sentences that stand in the story and never turn to the reader of the page."""
    likely = [_like_story(fact) for fact in facts]
    for at, fact in enumerate(facts):
        if at == 0 and fact.boiler and _heads(facts):
            fact.boiler = ""
        if fact.boiler and likely[at] and _among_prose(facts, likely, at):
            fact.boiler = ""


def _like_story(facts: Facts) -> bool:
    if (
        not facts.stop
        or facts.size < (55 if facts.boiler else 25)
        or facts.picture
        or facts.cells
        or _FAR.search(facts.text)
    ):
        return False
    if not facts.boiler:
        return True
    return _turns_away(facts)


def _heads(facts: list[Facts]) -> bool:
    """Tell a headline: the story is signed or dated right below."""
    first, below = facts[0], facts[1] if len(facts) > 1 else None
    signed = below and (below.dated == "full" or (below.byline and below.byline.led and below.byline.persons))
    return bool(signed) and not first.stop and first.count > 5 and _turns_away(first)


def _turns_away(facts: Facts) -> bool:
    opening = OPENING.match(facts.text)
    return not _OF_THE_PAGE.search(facts.text[opening.end() :] if opening else facts.text)


def _among_prose(facts: list[Facts], likely: list[bool], at: int) -> bool:
    """Prose goes on below; or it ends here, with somebody speaking."""
    if any(likely[at + 1 : at + 3]):
        return at > 0 and (likely[at - 1] or facts[at].size >= 90)
    return (
        at > 0
        and likely[at - 1]
        and (facts[at].sentences > 1 or _goes_on(facts, at))
        and bool(_SPOKEN.search(facts[at].text))
    )


def _goes_on(facts: list[Facts], at: int) -> bool:
    return any(fact.stop and not fact.boiler and not fact.picture for fact in facts[at + 1 : at + _REACH])
