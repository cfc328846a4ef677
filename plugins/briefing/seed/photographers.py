"""Credits that are nothing but the names of photographers, papers and agencies."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from dataclasses import dataclass

from .words import CREDIT


def any_of(table: dict[str, tuple[str, ...]]) -> str:
    words = sorted({word for words in table.values() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


AGENCIES = (
    r"A\.?P|AFP|Reuters|REUTERS|dpa|EPA|EFE|ANSA|TASS|ТАСС|РИА|Xinhua|Getty(?:\s+Images)?|AAP|PA(?:\s+(?:Wire|Media|Images))?|UPI|Bloomberg|"
    r"Sputnik|NurPhoto|Shutterstock|iStock|Pixabay|Unsplash|Pexels|Alamy|Lusa|LUSA|Cuartoscuro|Notimex|picture[\s-]alliance|imago|"
    r"الأناضول|الجزيرة(?:\s?نت)?|غيتي(?:\s?إيميجز)?|(?:الصحافة\s)?الفرنسية|أسوشيتد\s?برس|الألمانية|الأوروبية|مواقع\sالتواصل(?:\sالاجتماعي)?|شينخوا|واس|وام|قنا|بترا|وفا|أرشيف(?:ية)?|"
    r"Folhapress|Estadão\s?Conteúdo|Europa\s?Press|ddp|epd|KNA|Belga|MAXPPP|Hans\s?Lucas|SIPA|Abaca|Ritzau|NTB|TT|PAP|MTI|CTK|ČTK|Коммерсантъ|Интерфакс|ИТАР-ТАСС|Global\s?Look|视觉中国|IC\s?photo|中新社|人民视觉|"
    r"Keystone|Belga|ANP|Kyodo|Yonhap|Anadolu|AA|新华社|中新社|رويترز|أ\s?ف\s?ب|سانا|وكالات|"
    r"Wikimedia(?:\s+Commons)?|Flickr|Agência\s+Brasil|Divulgação|Reprodução|Arquivo|Cortesía|Especial|Archivo|Archives?|Supplied|Handout|File|"
    r"Contributed|Submitted|Courtesy|Screengrab|Screenshot|DR|Facebook|Instagram|Twitter|YouTube|NASA|Pool"
)

LEAD = rf"(?:(?=[^a-zà-ÿ])(?i:{any_of(CREDIT)}))"

FINAL_BRACKET = re.compile(r"^(?P<caption>.*?)\s*[(\[（【](?P<credit>[^()\[\]（）]{2,90})[)\]）】]\s*\.?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption, a credit or both; `form` names the shape and `sure` how much it says by itself."""

    caption: str | None
    credit: str | None
    form: str
    sure: float


NAME = r"(?:[A-ZÀ-ÞА-Я][\w'’.-]+|[A-Z]\.)(?:\s(?:[A-ZÀ-ÞА-Я][\w'’.-]+|[A-Z]\.|de|da|van|von|der|al|el|del|di|bin)){1,3}"

HOUSE = r"[A-ZÀ-ÞА-Я«\"“][\w'’.«»\"“”-]*(?:\s(?:[A-ZÀ-ÞА-Я«\"“][\w'’.«»\"“”-]*|photographer|photo|photos|of|the|de|für|for|via|and|fotograf\w*)){0,4}"

# A person and a paper: Dan Beal/The Herald, Ana Ruiz, staff photographer.
_NAMED = re.compile(
    rf"(?:{NAME}(?:\sand\s{NAME})?\s?[/|•]\s?{HOUSE}|{NAME},?\s(?:[Ss]taff|[Ss]pecial|[Ff]or)\s(?:[Pp]hoto(?:grapher)?|[Tt]o\s.{{3,30}}|{HOUSE})|{HOUSE}\s?[/:]\s?{NAME})"
)

_NAMED_BEHIND = re.compile(
    rf"^(?P<caption>.{{12,}}[.!?…][”\"’»]?)\s+(?:[-–—]\s)?(?P<credit>{NAME}\s?/\s?{HOUSE}|(?:{AGENCIES})\s?/\s?(?:{NAME}|Stringer|Handout|Pool)(?:\s?/\s?(?:File|Handout|Pool)(?:\s[Pp]hoto)?)?|{NAME}\s(?:[Vv]ia|[Ff]or|FOR|pour|POUR|para|PARA|für|FÜR)\s(?:«\s?)?{HOUSE}(?:\s?»)?)\.?$"
)

_NAMED_APART = re.compile(rf"^(?P<caption>.{{20,}}?)\s+[-–—|]\s+(?P<credit>{NAME}\s?/\s?{HOUSE})\.?$")

# The credit that a web page set apart by type alone: "el pasado martes.ÓSCAR VILAR".
_GLUED = re.compile(
    r"^(?P<caption>(?=[^a-zà-ÿ]*[a-zà-ÿ].{10}).{20,}?[a-zà-ÿ)”»](?:[.!?…]\s?|\s[-–—/|]\s))"
    r"(?P<credit>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:\s(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*|DE|VAN|/)){1,4}(?:\s?[/(]\s?[A-ZÀ-Þ][\w .]{1,24}\)?)?)$"
)

# "Le phoque, sur la cale. | OUEST-MARINE" and "Fachada da padaria - Divulgação"
_APART = re.compile(
    r"^(?P<caption>.{12,200}?)\s(?:\|\s(?P<house>[A-ZÀ-Þ][A-ZÀ-Þ-]{2,24})|[-–—]\s(?P<kind>Divulgação|Reprodução|Arquivo [Pp]essoal|Folhapress))$"
)

# "… on the canal road. — Dawn/File"
_HOUSE_BEHIND = re.compile(
    r"^(?P<caption>[^\"“”«»]{20,200}[^\W\d_][.…])\s?[—–]\s?(?P<credit>(?:[A-ZÀ-Þ][\w'’.]*\s?){1,3}(?:/\s?[A-ZÀ-Þ][\w'’. ]{1,24})?)$"
)

_COURTESY = re.compile(
    r"[(\[]?(?:(?:courtesy|contributed|submitted|handout|file|staff|supplied|provided|undated)\s(?:photo|image|picture|graphic)s?"
    r"|(?:photo|image|picture)s?\s(?:courtesy|provided|supplied|submitted|contributed))[)\]]?\.?",
    re.IGNORECASE,
)

# A picture out of the archive, whatever it shows.
_ARCHIVE = re.compile(
    r"^(?P<caption>.{10,170}?\b(?:en una (?:imagen|foto|fotografía) de archivo|en imagen de archivo|in (?:this|an?) (?:file|undated|archive|handout) "
    r"(?:photo|picture|image|photograph)[^.]{0,40}|sur une photo d['’]archives|em (?:foto|imagem) de arquivo|auf einem Archivbild|"
    r"in einer Archivaufnahme|на архивном (?:фото|снимке))\.?)(?:\s+(?P<credit>(?:[A-ZÀ-ÞА-Я][^.!?]{1,40}|(?:[A-Z]\.){1,4})\.?))?$"
)

# "… sur le port, le 3 février 2024 / AFP - Jean-Loup MAHÉ" and "… im Hafen | Anna Berg, dpa"
_AGENCY_APART = re.compile(
    rf"^(?P<caption>.{{15,220}}?)\s(?:/|\||[-–—])\s?(?P<credit>(?:{AGENCIES})\s?[-–/,]\s?{NAME}|{NAME}\s?[-–/,]\s?(?:{AGENCIES}))\.?$"
)

# Behind a stop, a bar or a stroke a name alone is the photographer's.
_NAME_BEHIND = re.compile(
    rf"^(?P<caption>.{{12,}}?)(?:(?<=[.!?…])\s(?:/\s|(?:[-–—]\s)?(?=(?:Photo|Foto|Фото)\s))|\s\|\s|(?<=[.!?…])\s(?=(?:Quelle|Bildrechte|Bildnachweis):))"
    rf"(?:(?:Photo|Foto|Фото)\s(?=[A-ZÀ-ÞА-Я])|(?:Quelle|Bildrechte|Bildnachweis):\s)?(?P<credit>{NAME}(?:\s?/\s?{HOUSE}|\.?\s(?:AFP|AP|Reuters|REUTERS|EFE|dpa|MAXPPP))?|dpa|AFP|AP)\.?$"
)

_STOCK = re.compile(
    r"(?:KEYSTONE(?:[-/ ](?:SDA|ATS))?|Keystone-(?:SDA|ATS)|Getty(?:\sImages)?|Shutterstock|i[Ss]tock(?:[Pp]hoto)?|Alamy(?:\sStock\sPhoto)?|Pixabay|Unsplash|Pexels|picture[\s-]alliance|imago(?:\simages)?|"
    r"Adobe\sStock|Depositphotos|Freepik|Wikimedia\sCommons)(?:/\S.{1,30})?"
)

# "ÉLISE MARTENOT POUR « LE MONDE »" alone; small letters could be those of a headline.
_FOR_HOUSE = re.compile(
    rf"{NAME}\s(?:(?:POUR|PARA|FÜR)\s(?:«\s?)?{HOUSE}|(?:pour|para|für|for)\s(?:«\s?|The\s|Le\s|El\s){HOUSE})(?:\s?»)?"
)
_ILLUSTRATES = re.compile(
    r"^(?P<caption>.{8,}?[^\s(])[.]?\s\(?(?P<credit>imagen (?:referencial|ilustrativa)|image d['’]illustration|photo d['’]illustration|symbolbild|symbolfoto|imagem ilustrativa|"
    r"foto ilustrativa|иллюстративное фото|صورة تعبيرية)\)?\.?$",
    re.IGNORECASE,
)
# "NASA/JPL-Caltech/University of Tarn"
_HOUSES = re.compile(rf"(?:{AGENCIES})(?:/[A-ZÀ-Þ][\w.&’'-]*(?:\s[\w.&’'-]+){{0,4}}){{2,3}}")
_LAST_WORD = re.compile(
    r"^(?P<caption>.{12,}[.!?…])\s(?P<credit>Supplied|Submitted|Contributed|Handout|Courtesy(?: photo)?|File(?: photo)?|Archivo|Archiv(?:bild|foto)?|Cortesía|Especial|DR|"
    r"Getty Images|AFP|AP|Reuters|REUTERS|EFE|dpa|EPA|Shutterstock)\.?$"
)

# Agencies that sign the last paragraph of a story as they sign a picture.
_SIGNS = frozenset(("AFP", "AP", "Reuters", "REUTERS", "EFE", "dpa", "EPA"))

_APART_SIGN = re.compile(r"\s[/|–—-]\s?\S.*[-–/,]")

_BARE_NAME = re.compile(r"\s[|/]\s|(?:Photo|Foto|Фото)\s|(?:Quelle|Bildrechte|Bildnachweis):")

_PERSON = re.compile(NAME)

_OWNERS = re.compile(
    r"(?:[Tt]he\s)?[A-Z][\w'’& ]{2,40}\s(?:family|[Cc]ollection|[Aa]rchives?|[Mm]useum|[Ll]ibrary|[Ss]ociety)"
)

# A caption has words that are no names; a trail of offices has none.
_TOLD = re.compile(r"(?<![\w'’-])[a-zß-ÿа-я]{4,}|[\u0620-\u064a\u4e00-\u9fff]")

_PERSON_AND_HOUSE = re.compile(rf"{NAME},\s{HOUSE}")


def read_named(text: str) -> Picture | None:
    """A caption whose credit is only a name and a house, in brackets or behind the last stop."""
    if len(text) < 70 and _FOR_HOUSE.fullmatch(text):
        return Picture(None, text, "photographer for a house", 5.0)
    return (
        None if text.isupper() and len(text) > 30 else _read_alone(text) or _read_bracketed(text) or _read_behind(text)
    )


def _read_alone(text: str) -> Picture | None:
    """A house or kind of picture on a line of its own, or a picture out of the archive."""
    named = len(text) < 70 and "/" in text and " / " not in text and _NAMED.fullmatch(text)
    if _HOUSES.fullmatch(text) or _COURTESY.fullmatch(text) or _STOCK.fullmatch(text) or named:
        return Picture(None, text.strip(" ()[]"), "house or kind of picture alone", 5.0)
    shown = _ILLUSTRATES.match(text) if len(text) < 260 else None
    if shown:
        return Picture(shown["caption"], shown["credit"], "picture that only illustrates", 5.0)
    archive = _ARCHIVE.match(text)
    return Picture(archive["caption"], archive["credit"], "picture from the archive", 5.0) if archive else None


def _read_bracketed(text: str) -> Picture | None:
    """A name in brackets, or behind a stop, a bar or a stroke."""
    final = FINAL_BRACKET.match(text)
    if final and len(final["caption"]) > 8:
        inner = final["credit"].strip()
        if _NAMED.fullmatch(inner) or (
            final["caption"].rstrip().endswith((".", "!", "”", '"'))
            and (_PERSON.fullmatch(inner) or _PERSON_AND_HOUSE.fullmatch(inner) or _OWNERS.fullmatch(inner))
        ):
            return Picture(final["caption"].strip(), inner, "name in final brackets", 5.0)
    if len(text) < 260:
        last = (_NAME_BEHIND.match(text) if _BARE_NAME.search(text) else None) or _LAST_WORD.match(text)
        if last and " | " in text and not _TOLD.search(last["caption"]):
            last = None
        if last and last["credit"].split()[-1].casefold() not in ("news", "gazette", "times", "post", "herald"):
            sure = 3.5 if " | " in text or last["credit"].split()[0] in _SIGNS else 5.0
            return Picture(last["caption"].strip(), last["credit"].strip(), "name behind the caption", sure)
    return None


def _read_behind(text: str) -> Picture | None:
    """A name and a house behind the caption, without brackets."""
    house = _AGENCY_APART.match(text) if _APART_SIGN.search(text[-70:]) else None
    if house and len(text) < 280:
        return Picture(house["caption"].strip(), house["credit"].strip(), "name and agency apart from the caption", 5.0)
    behind = None
    if any(
        mark in text[-60:] for mark in ("/", " via ", " for ", " FOR ", " pour ", " POUR ", " para ", " PARA ", " für ")
    ):
        behind = _NAMED_BEHIND.match(text) or _NAMED_APART.match(text)
    behind = behind or _HOUSE_BEHIND.match(text)
    apart = _APART.match(text)
    if apart:
        return Picture(apart["caption"].strip(), apart["house"] or apart["kind"], "house apart from the caption", 5.0)
    if not behind and len(text) < 260 and text[-2:].isupper():
        behind = _GLUED.match(text)
    if behind and len(text) < 420:
        return Picture(behind["caption"].strip(), behind["credit"].strip(), "name and house behind the caption", 5.0)
    return None
