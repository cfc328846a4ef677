"""Signs of heads and signatures on a page of letters to the editor."""
# ruff: noqa: D401 - a docstring of a question says what holds; patterns read better unbroken

import re

from .page import Page

_LETTERS = re.compile(
    r"(?:(?:readers?['’]?s?['’]?\s)?letters?(?:\sto\sthe\seditor|\spage)?|your\sletters|letters\sof\sthe\s\w+|cartas(?:\s(?:al\sdirector|de\slos\slectores|do\sleitor))?|"
    r"courrier\sdes\slecteurs|leserbriefe?|lesermeinungen)(?:\s*[:|–—-].*)?$",
    re.IGNORECASE,
)
_HEAD = 5
_CLOSING = re.compile(
    r"(?:yours(?:\s(?:sincerely|faithfully|truly|ever))?|sincerely(?:\syours)?|(?:with\s)?(?:best|kind|warm)\s(?:wishes|regards)|atentamente|un\sabrazo|cordialement|bien\sà\svous|"
    r"mit\s(?:freundlichen|herzlichen|besten)\sgrüßen|herzliche\sgrüße|atenciosamente|com\sos\smelhores\scumprimentos|с\sуважением|مع\sالتحية|此致)[,.]?",
    re.IGNORECASE,
)


def _of_letters(page: Page) -> bool:
    return any(_LETTERS.match(fact.text) for fact in page.facts[:_HEAD])


def signs_letter(page: Page, at: int) -> bool:
    """The writer's name or place under a letter."""
    facts, before = page.facts[at], page.at(at - 1)
    if at > page.first and (_CLOSING.fullmatch(facts.text) or (before and _CLOSING.fullmatch(before.text))):
        return facts.size < 70
    if not before or at <= page.first or facts.stop or facts.size > 70 or facts.question or not _of_letters(page):
        return False
    return before.stop or _under_signature(page, at)


def _under_signature(page: Page, at: int) -> bool:
    """A second line such as the town, with another letter or nothing below."""
    before, after, above = page.at(at - 1), page.at(at + 1), page.at(at - 2)
    parted = not after or not after.stop or page.facts[at].text.count(",") == 1
    return bool(
        before and above and above.stop and before.size < 50 and not before.stop and "," not in before.text and parted
    )


def heads_letter(page: Page, at: int) -> bool:
    """The short line above a letter, the first one too."""
    facts, after = page.facts[at], page.at(at + 1)
    if at == 0 or facts.stop or facts.size > 70 or facts.count > 9 or not after or not after.stop or after.question:
        return False
    other = facts.dated or (facts.byline and facts.byline.led) or facts.boiler or facts.picture
    return not other and _of_letters(page) and not signs_letter(page, at)
