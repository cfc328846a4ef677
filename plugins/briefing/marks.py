"""Marks by which a wire tells a later version of a story: UPDATE 2, 2nd lead, CORRECTION."""
# ruff: noqa: E501 - patterns read better unbroken

import re

MARK = re.compile(
    r"""
      ^\W* (?:update|upd|actualización|mise\ à\ jour) \s? (?P<update>\d{1,2}) \b       # UPDATE 2-Oil rises
    | \( (?:update|lead|ld) \s? (?P<bracket>\d{1,2}) \)                                # Oil rises (Update 2)
    | \b (?P<lead>\d{1,2}) (?:st|nd|rd|th) \s (?:lead|ld|update|write-?thr(?:u|ough)) \b # Oil-Price, 2nd lead
    | \b (?:lead|ld) [ -] (?P<ld>\d{1,2}) $                                            # OIL-PRICE LEAD 2
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
CORRECTION = re.compile(
    r"""
      ^\W* (?:corrected|corrections?|refiles?|refiled|clarification|errata|corrigé|rectificatif|rectificación|corrección|corregido|correção|corrigido
        |berichtigung|korrektur|korrigiert|исправлен\w*|поправка|уточнение|تصحيح|更正) \b \s* (?:\([^)]*\)\s*)? (?:[-–—:：.,] | $)  # CORRECTED-Oil rises
    | ^\W* corrects \s                                                                                    # Corrects year
    | [(\[] \s* (?:corrects|correcting|corrected|refiles|clarifies|corrige|corrigé|korrigiert) \b          # (Corrects year)
    | \b (?:earlier|previous) \s version \s of \s this \s (?:story|article|report|release) \b
    | \b this \s (?:story|article|report|release) \s (?:has \s been|was) \s corrected \b
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
BEFORE = re.compile(
    r"""
    ^\W* (?: (?:update|upd|actualización|mise\ à\ jour) \s? \d{1,2} \s* [-–—:]
          | (?-i:UPDATE) \s? \d{1,2} (?=\s+[A-ZÀ-Þ])
          | (?:corrected|correction|refile|corrección|correção|rectificatif|berichtigung|korrektur) (?:\s? \d)? \s* [-–—:] ) \s* (?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
BEHIND = re.compile(
    r"""
    (?<=\S) (?: \s* [(\[] (?: (?:update|lead|ld) \s? \d{1,2} | \d{1,2}(?:st|nd|rd|th) \s (?:lead|ld|update) (?:-write-?thr(?:u|ough))? | corrected|correction ) [)\]]
          | \s* [,;–—] \s* \d{1,2}(?:st|nd|rd|th) \s (?:lead|ld|update) (?:-write-?thr(?:u|ough))?
          | \s (?-i:LEAD|LD) [ -] \d{1,2} ) \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
EDGE = 6
"""Lines at either end of a text in which a mark stands."""
LONGEST = 150
LONGEST_NOTE = 420


def read_mark(text: str) -> int:
    """Tell how late a version is: twice the number of its update, and one more where it corrects the one before."""
    lines = [line for line in text.split("\n") if line.strip()]
    update = MARK.search("\n".join(line for line in lines[:EDGE] if len(line) <= LONGEST))
    notes = [line for line in (*lines[:EDGE], *lines[EDGE:][-EDGE:]) if len(line) <= LONGEST_NOTE]
    number = int(next(filter(None, update.groups()))) if update else 0
    return 2 * number + bool(CORRECTION.search("\n".join(notes)))


def unmark(title: str) -> str:
    """Take the marks off a headline, for readers see the last version only."""
    return BEHIND.sub("", BEFORE.sub("", title))
