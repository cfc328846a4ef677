"""Names of persons in bylines."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from dataclasses import dataclass

from .name_words import ARABIC_PARTICLES, BROADCASTERS, NO_NAME, ORGANISATION, PARTICLES, ROLES, SURNAMES, TOPICS
from .words import BYLINE, BYLINE_NEEDS_COLON

_INITIAL = re.compile(r"(?:[A-ZÀ-ÞА-Я]\.-?){1,3}")
_NAME_WORD = re.compile(
    r"(?:(?:[OdDlL]['’]|al-|el-|Al-|El-|Mc|Mac)?[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w'’]*(?:-[A-ZÀ-Þa-zА-ЯЁ][\w'’]*){0,2}\.?|[A-ZА-ЯЁ]\.)"
)
_ARABIC = re.compile(r"[\u0620-\u064a\u064b-\u0652]+")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff·]{3,12}")
_EMAIL = re.compile(r"[(<\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?|(?<!\w)@\w{2,}")
_AND = re.compile(
    r"\s*(?:[,;/&、，；]|(?<=\s)(?:and|y|et|und|e|и|with|con|avec|mit)(?=\s)|\s(?=و[\u0620-\u064a]{2,}\s))\s*",
    re.IGNORECASE,
)
_PLACE_TAIL = re.compile(
    r"\s+(?:in|à|en|aus|em|в|في|at|from)\s+(?P<place>[A-ZÀ-ÞА-Я][\w.'’-]*(?:[ ,]+[A-ZÀ-Þ][\w.'’-]*){0,3})$"
)
_INTERVIEW = re.compile(
    r"\s+(?:im Gespräch mit|in conversation with|im Interview mit|en conversación con|interviewt von)\s+"
)
# Who writes a live report at which hour.
_SHIFT = re.compile(
    r"\([^()]*(?:envoyé|correspondan|corresponsal|enviad[oa]\sespecial|[Kk]orrespondent)[^()]*\)|\((?:now|earlier|later|until|from|avec|with|mit|con|com|à|in|en|aus|em|at|в)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s(?:for|para|pour|für)\s(?=(?:[Tt]he |[Ll][ea] |[Ee]l )?[A-ZÀ-Þ])")
_FROM = re.compile(
    r"^(?:(?:From|Aus|Desde|De)\s)?(?P<who>[A-ZÀ-Þ]\S+(?:\s[A-ZÀ-Þ]\S+){1,2})\s(?:reports?|reporting|berichtet|informa|rapporte)\s(?:from|in|aus|desde|depuis|de|à)"
    r"\s(?P<where>[A-ZÀ-Þ].{1,30})$"
    r"|^From\s(?P<who2>[A-ZÀ-Þ]\S+(?:\s[A-ZÀ-Þ]\S+){1,2})\sin\s(?P<where2>[A-ZÀ-Þ].{1,30})$"
    r"|^Aus\s(?P<where3>[A-ZÀ-Þ].{1,30})\sberichtet\s(?P<who3>[A-ZÀ-Þ]\S+(?:\s[A-ZÀ-Þ]\S+){1,2})$"
)
# "Cairo: Hala Zoabi" above an Arabic story.
_CORRESPONDENT = re.compile(
    r"^(?P<where>[\u0620-\u064a]{3,}(?: [\u0620-\u064a]{3,})?)\s?:\s(?=\S{2,12} \S{2,12}(?: \S{2,12})?$)(?P<who>[\u0620-\u0652 ]+)$"
)
_HONORIFIC = re.compile(
    r"^(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Dame|Rev|Lic|Dra|Sra?|Ing|Hon|Don|Doña|Mme|Frau|Herr)\.?\s+(?=[A-ZÀ-Þ])|^(?:أ\s?\.\s?د|د|أ|م|الدكتور|الدكتورة|الأستاذ|الأستاذة|المهندس)\s?[./]?\s+(?=[\u0620-\u064a])"
)

# "Local Reporter Ned Lowe" and "Ole Petersen (dpa)".
_ROLE_AHEAD = re.compile(
    r"^(?:(?:Local|Chief|Senior|Staff|Special|Political|Business|Sports|Science|Health|Crime|Education|Democracy)\s){0,3}"
    r"(?:Reporter|Correspondent|Editor|Writer|Journalist|Columnist|Redakteurin|Redakteur|Korrespondentin|Korrespondent)\s(?=[A-ZÀ-Þ][\w'’-]+\s[A-ZÀ-Þ])"
)
_HOUSE_BEHIND = re.compile(r"\s\((?P<house>dpa|AFP|AP|Reuters|EFE|Lusa|ANSA|epd|KNA|PA|AAP|SID)(?:/[a-z]{2,4})?\)$")


# "Ana Roe (Texto) e Rui Paz (Fotografia)": who took the pictures has not written.
_PICTURED = re.compile(
    r"(?:\s(?:e|y|et|and|und|и)\s|,\s)[^,()]{5,40}\((?:foto\w*|photo\w*|imagens?|imágenes|bilder|v[ií]deo|ilustra\w+|фото)\)",
    re.IGNORECASE,
)
_TASKS = re.compile(r"\s?\((?:texto?|texte?|words|story|текст)\)", re.IGNORECASE)
# The BBC sets a comma behind its labels.
_COMMA_LEAD = re.compile(r"(?:author|autor|autora|auteur|автор|الكاتب)\s?[,،]\s+(?=\S+\s\S)", re.IGNORECASE)


def _lead_pattern() -> re.Pattern[str]:
    free: list[str] = []
    colon: list[str] = []
    for words in BYLINE.values():
        for word in words:
            (colon if word in BYLINE_NEEDS_COLON else free).append(re.escape(word))
    free.sort(key=lambda word: (-len(word), word))
    colon.sort(key=lambda word: (-len(word), word))
    return re.compile(
        rf"(?:(?P<free>{'|'.join(free)})(?:\s*[:：]\s*|\s+)|(?:{'|'.join(colon)})\s*[:：／/|丨｜]\s*)(?P<rest>\S.*)$",
        re.IGNORECASE,
    )


LEAD = _lead_pattern()
_YEARS = re.compile(r"\d{4}\s?[-–—]\s?\d{4}")
_STORY_WORDS = frozenset(
    "story interview text words report reporting analysis opinion review column commentary written compiled essay comment texto entrevista".split()
)
_INNER_LEAD = re.compile(r"(?:^|(?<=[\s|.·—–-]))(?:By|BY|by:|Por|Par|Von)[:\s]\s*(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs a line: persons, organisations, the place behind "in"."""

    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    place: str | None
    led: bool


def is_person(text: str) -> bool:  # noqa: PLR0911 - one return a script
    """Two to five name-like words, or an initial and a name; scripts without capitals pass on length."""
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60:
        return False
    lowered = [word.casefold().strip(".,") for word in words]
    if any(word in ORGANISATION or word in ROLES for word in lowered) or lowered[0] == "le" or "of" in lowered:
        return False
    if TOPICS & set(lowered) or lowered[0] in NO_NAME or (len(words) == 2 and lowered[0] in ("el", "la")):
        return False
    # "ABC Rural" is a desk, "Marie DUPONT" a person.
    if len(words) > 1 and len(words[0]) > 2 and words[0].isupper() and words[0].isalpha() and not text.isupper():
        return False
    if _HAN_NAME.fullmatch(text):
        return "·" in text or (len(text) <= 4 and text[0] in SURNAMES)
    if all(_ARABIC.fullmatch(word) for word in words):
        return 2 <= len(words) <= 5 and not ARABIC_PARTICLES & set(words)
    names = [word for word in words if word.casefold() not in PARTICLES or word[0].isupper()]
    if not 2 <= len(names) <= 5 or words[-1].casefold() in PARTICLES:
        return False
    if sum(bool(_INITIAL.fullmatch(word)) for word in names) == len(names):
        return False
    return all(_NAME_WORD.fullmatch(word.rstrip(",")) or _INITIAL.fullmatch(word) for word in names)


def is_role(text: str) -> bool:
    """A job title such as "Senior Journalist" or "BBC News"."""
    words = [word.casefold().strip(".,()") for word in re.split(r"[\s&/]+", text) if word]
    return 0 < len(words) <= 10 and any(word in ROLES or word in ORGANISATION for word in words)


def is_job(text: str) -> bool:
    """A job title and nothing beside, such as "Staff Writer"."""
    return all(word.casefold() in ROLES for word in text.split())


def is_organisation(text: str) -> bool:
    """Tell whether a name of up to six words is that of an agency, a desk or a paper rather than of a person."""
    words = text.split()
    if any(
        word[0].islower() and word.casefold() not in PARTICLES | {"and", "the", "of", "for", "avec"} for word in words
    ):
        return False
    return 0 < len(words) <= 6 and (
        words[0].casefold() == "le"
        or any(word.casefold().strip(".,") in ORGANISATION for word in words)
        or (len(words) == 1 and words[0].isupper())
        or words[0] in BROADCASTERS
    )


def title_case(name: str) -> str:
    """JANE DOE to Jane Doe; a name in mixed case is left as written."""
    letters = [char for char in name if char.isalpha()]
    if len(letters) < 4 or not all(char.isupper() for char in letters):
        return name
    words = []
    for word in name.split(" "):
        if _INITIAL.fullmatch(word):
            words.append(word)
        else:
            words.append(re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].lower(), word))
    return " ".join(words)


def _split(text: str) -> list[str]:
    text = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]{2})", "、", text)
    return [
        piece.strip(" .|-–—:：()（）") if not _INITIAL.search(piece[-3:]) else piece.strip()
        for piece in _AND.split(text)
        if piece
    ]


_HOUSE_OF = re.compile(r"(?:da|do|de|del|della|dell|du|des|dos|das|of)\s(?=[A-ZÀ-Þ])")


def _person_and_house(text: str) -> tuple[str, str]:
    """Split "Jane Doe Associated Press" behind the name; a house alone has no person."""
    words = text.split()
    for count in (3, 2):
        person, house = " ".join(words[:count]), " ".join(words[count:])
        if len(words) - count >= 2 and is_person(person) and is_organisation(house):
            return person, house
    return "", text


def read_names(text: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Persons, organisations, and whether anything else was left over."""
    persons: list[str] = []
    organisations: list[str] = []
    other = roles = False
    for piece in _split(text):
        bare = _HONORIFIC.sub("", _ROLE_AHEAD.sub("", piece)).strip()
        if not bare:
            continue
        if is_person(bare) and not _HOUSE_OF.match(bare):
            name = title_case(bare)
            if name.startswith("و") and persons:
                name = name[1:]
            if name not in persons:
                persons.append(name)
        elif is_role(bare) and (not is_organisation(bare) or bare.casefold() in ROLES):
            roles = True
        elif _HOUSE_OF.match(bare):
            organisations.append(bare)
        elif is_organisation(bare):
            person, firm = _person_and_house(bare)
            persons += [title_case(person)] if person else []
            organisations.append(firm)
        else:
            other = True
    return tuple(persons), tuple(organisations), other and not roles


def _segments(text: str) -> list[tuple[bool, str]]:
    """Parts of a byline, each with whether a long dash stands before it, as before a place."""
    pieces = re.split(r"(\s*[|·•]\s*|\s+[-–—]\s+)", text)
    return [(number > 0 and pieces[number - 1].strip() in "–—", pieces[number]) for number in range(0, len(pieces), 2)]


def _place_ahead(before: str) -> str | None:
    """The place in "ARDLE BRIDGE • By Ana Roe"; one in small letters could be a name."""
    place = before.strip(" |·•-–—:,")
    apart = before.rstrip()[-1:] in "|•·–—-"
    return (
        place
        if apart and _PLACE.fullmatch(place) and not is_role(place) and (place.isupper() or not is_person(place))
        else None
    )


def _goes_ahead(before: str, after: str) -> bool:
    """Whether what stands before "By" may: a name, a role, or a word such as "Story"."""
    bare = before.strip(" |·•-–—:,")
    if not bare:
        return True
    told = is_person(bare) or bare.casefold() in _STORY_WORDS or is_role(bare)
    return told and not after.casefold().startswith("the ")


def read_byline(text: str) -> Byline | None:  # noqa: C901, PLR0912 - the segments of one line, in order
    """A byline in one of its forms; None if the line does not read as one from end to end."""
    text = _TASKS.sub("", _PICTURED.sub("", text)) if "(" in text else text
    text = _COMMA_LEAD.sub("Author: ", text) if "," in text[:12] or "،" in text[:12] else text
    text = _HOUSE_BEHIND.sub(r", \g<house>", _SHIFT.sub(" ", _EMAIL.sub(" ", text)))
    correspondent = _CORRESPONDENT.match(text)
    if correspondent and not LEAD.match(text):
        return Byline((correspondent["who"].strip(),), (), correspondent["where"], led=True)
    text = _FROM.sub(r"\g<who>\g<who2>\g<who3> in \g<where>\g<where2>\g<where3>", text)
    text = " ".join(text.split()).strip(" |·•–—-,;（）")
    if not text or len(text) > 200 or _YEARS.search(text) or text.startswith("Автор фото"):
        return None
    interview = _INTERVIEW.split(text)
    if len(interview) == 2:
        text = interview[1]
    text = text.removeprefix("BYLINE: ") if text.startswith("BYLINE: By ") else text
    lead = LEAD.match(text)
    led = bool(lead) or len(interview) == 2
    if lead:
        text = _FOR.sub(", ", lead["rest"])
    inner = _INNER_LEAD.split(text)
    place = _place_ahead(inner[0]) if len(inner) > 1 else None
    if len(inner) > 1:
        if not (place or _goes_ahead(inner[0], inner[-1])):
            return None
        text, led = inner[-1], True
    persons: list[str] = []
    organisations: list[str] = []
    for behind_dash, segment in _segments(text):
        if behind_dash and led and persons and place is None and _PLACE.fullmatch(segment) and not is_role(segment):
            place = segment
            continue
        tail = _PLACE_TAIL.search(segment)
        if tail:
            place, segment = tail["place"], segment[: tail.start()]  # noqa: PLW2901 - the tail is read off
        names, firms, other = read_names(segment)
        if other and not persons and not names and not organisations and not firms:
            return None
        if other and place is None and segment is not text:
            place = segment if _PLACE.fullmatch(segment) else place
        if organisations and names and not persons:
            place = place or segment
            continue
        persons += [name for name in names if name not in persons]
        organisations += firms
    if not persons and not organisations and not (led and is_role(text)):
        return None
    return Byline(tuple(persons), tuple(organisations), place, led)


_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,]+(?:d[aeo]s?\s)?[A-ZÀ-Þ][\w.'’-]+){0,3}")
