"""Plain text → its sentences, word for word."""

import re
from collections.abc import Iterator

END = re.compile(
    r"""
      (?P<mark>[.!?…؟।]+)(?P<close>["'”’»)\]]*)(?=\s+(?P<next>\S))   # where words are set apart by spaces
    | [。！？]+[”’」』）]*                                            # and where they are not
    """,
    re.VERBOSE,
)
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_](?<=[A-ZА-ЯÀ-Þ])")
"""What stands before the last full stop of `U.S.` or `J.`."""
OPENS = re.compile(r"[\s(«“\"'-]")
"""What stands before a word."""
SHORT = frozenset(
    """mr mrs ms dr st prof sen gov rep gen col lt sgt capt rev hon jr sr jan feb mar apr jun jul aug sep sept oct nov
    dec no vs inc ltd co corp mt ft art bzw ca evtl ggf nr usw vgl mme mlle sr sra dra av núm pág ud uds ee uu
    г гг им ул тыс млн млрд руб см др проф акад""".split()
)
"""Words that a full stop shortens."""


def split_sentences(text: str) -> Iterator[str]:
    """Cut after each mark that ends a sentence; one that may only shorten a word ends none."""
    start = 0
    for end in END.finditer(text):
        if end["mark"] and not closes(text[start : end.start()], end["mark"] + end["close"], end["next"]):
            continue
        if sentence := text[start : end.end()].strip():
            yield sentence
        start = end.end()
    if rest := text[start:].strip():
        yield rest


def closes(before: str, mark: str, following: str) -> bool:
    """Tell whether a mark ends a sentence, by the word before it and the letter after it."""
    if following.islower():
        return False
    if mark != ".":
        return True
    word = OPENS.split(before.rpartition(" ")[2])[-1]
    return word.lower() not in SHORT and not INITIALS.fullmatch(word)
