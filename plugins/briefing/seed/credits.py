"""Captions of pictures and the credits in, before or behind them."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re
from dataclasses import dataclass

from .people import is_person
from .words import CAPTION, CREDIT


def _words(table: dict[str, tuple[str, ...]]) -> str:
    words = sorted({word for words in table.values() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


_AGENCIES = (
    r"A\.?P|AFP|Reuters|REUTERS|dpa|EPA|EFE|ANSA|TASS|ТАСС|РИА|Xinhua|Getty(?:\s+Images)?|AAP|PA(?:\s+(?:Wire|Media|Images))?|UPI|Bloomberg|"
    r"Sputnik|NurPhoto|Shutterstock|iStock|Pixabay|Unsplash|Pexels|Alamy|Lusa|LUSA|Cuartoscuro|Notimex|picture[\s-]alliance|imago|"
    r"الأناضول|الجزيرة(?:\s?نت)?|غيتي(?:\s?إيميجز)?|(?:الصحافة\s)?الفرنسية|أسوشيتد\s?برس|الألمانية|الأوروبية|مواقع\sالتواصل(?:\sالاجتماعي)?|شينخوا|واس|وام|قنا|بترا|وفا|أرشيف(?:ية)?|"
    r"Folhapress|Estadão\s?Conteúdo|Europa\s?Press|ddp|epd|KNA|Belga|MAXPPP|Hans\s?Lucas|SIPA|Abaca|Ritzau|NTB|TT|PAP|MTI|CTK|ČTK|Коммерсантъ|Интерфакс|ИТАР-ТАСС|Global\s?Look|视觉中国|IC\s?photo|中新社|人民视觉|"
    r"Keystone|Belga|ANP|Kyodo|Yonhap|Anadolu|AA|新华社|中新社|رويترز|أ\s?ف\s?ب|سانا|وكالات|"
    r"Wikimedia(?:\s+Commons)?|Flickr|Agência\s+Brasil|Divulgação|Reprodução|Arquivo|Cortesía|Especial|Archivo|Archives?|Supplied|Handout|File|"
    r"Contributed|Submitted|Courtesy|Screengrab|Screenshot|DR|Facebook|Instagram|Twitter|YouTube|NASA|Pool"
)
_LEAD = rf"(?:(?=[^a-zà-ÿ])(?i:{_words(CREDIT)}))"
# The content of a final parenthesis that is a credit.
_CREDITED = re.compile(
    rf"""^(?:
        [©Ⓒ] .* | {_LEAD}\s*(?:[:：/]|by\b|via\b|courtesy\b|de\b|von\b|do\b).* | (?:{_AGENCIES})\b(?:[\s/,]*(?:Photo|Foto|via|by|/|-|:)[^.]*)?
        | (?:AP|PA|AFP|Xinhua|EPA|Reuters|TASS|EFE|dpa|ANSA|UN|FAO|NASA)\s?(?:Photo|Foto|-Bildfunk|Images?)?\s*/.* | dpa-Bildfunk.* | .{{2,40}}/\s?(?:{_AGENCIES}).*
        | .{{2,50}}\bvia\s(?:AP|AFP|Reuters|Getty|EPA|Xinhua|Facebook|Twitter)\b.* | (?:Courtesy|Handout|Photograph)\b.{{0,60}} | Photo\b[^.]{{0,60}}
        | (?:[A-ZÀ-Þ][\w.&’'-]*\s?){{1,4}}/\s?[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){{1,3}}
        | .{{2,40}}[\s/](?:File\s)?(?:Photo|Foto|photo|Фото)$ | (?:\S{{2,4}}\s?摄|.{{0,20}}(?:供图|摄|图|图片)) | file\s(?:photo|image|picture)
        )$""",
    re.VERBOSE,
)  # fmt: skip
_FINAL_BRACKET = re.compile(r"^(?P<caption>.*?)\s*[(\[（【](?P<credit>[^()\[\]（）]{2,90})[)\]）】]\s*\.?$", re.DOTALL)
_CREDIT_BEHIND = re.compile(
    rf"""^(?P<caption>.{{3,}}?[.!?…»”"')\w])(?P<sep>\s*[-–—|·/]\s+|\s*\|\s*|\s+|(?<=[.。])\s*)
    (?P<credit>(?:(?:{_LEAD})(?:\s+(?:credit|by|courtesy\s+of|via))?\s*[:：/]\s*|(?:[Pp]hotos?|[Ii]mages?|[Pp]hotographs?|[Pp]ictures?)\s+(?:by|courtesy(?:\s+of)?|provided\s+by)\s+|©\s?)\S.{{0,80}}|[Фф]ото\s(?:из|автора|предоставлен)\S?.{{0,50}}|(?:Foto|Photo)\s(?:von|de|d['’]|del|cedida|gentileza)\s?[A-ZÀ-Þa].{{1,40}})$""",
    re.VERBOSE,
)  # fmt: skip
_CREDIT_ALONE = re.compile(
    rf"""^[(\[]?(?P<lead>(?:{_words(CREDIT)})(?:\s+(?:credit|by|courtesy\s+of|via))?\s*[:：]\s*|(?:photos?|images?|photographs?|photography|pictures?)\s+(?:by|courtesy\s+of|provided\s+by)\s+|©\s?|image\s+source,\s*|фото\s+(?=предоставлен|из\s))
    (?P<credit>\S.{{0,80}}?)[)\]]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_AGENCY_ALONE = re.compile(
    r"^[(\[]?(?:(?:AP|PA|AFP|Xinhua|EPA|EFE|dpa|REUTERS|Reuters|TASS|UN|FAO)(?:\s(?:Photo|Foto|Images?))?\s?/\s?[^.()]{2,50}"
    r"|[^.()\[\]/]{3,40}/\s?(?:AP|AFP|Getty Images|Reuters|REUTERS|EPA|dpa|Xinhua|picture alliance|Shutterstock|NurPhoto|Bloomberg|Anadolu|TASS|ТАСС|AAP|PA Media|PA)(?:\s(?:via|/)\s?[^.]{2,30})?)[)\]]?$"
)
_CAPTION_LEAD = re.compile(rf"^(?P<lead>(?:{_words(CAPTION)})\s*(?:[:：,.]|-|–|—)\s*)(?P<rest>\S.*)$", re.IGNORECASE)
_FILE = re.compile(
    r"^(?:FILE\s*(?:PHOTO|IMAGE|PICTURE)?\s*[-–—:]|(?:FOTO|IMAGEN) DE ARCHIVO\s*[-–—:.]|ARCHIV(?:BILD|FOTO)?\s*[-–—:]|ARQUIVO\s*[-–—:])",
    re.IGNORECASE,
)
_HAN_CREDIT = re.compile(
    r"^(?P<caption>.*[。”）！，\s](?<!记者\s))?(?P<credit>(?:[\u4e00-\u9fff]{2,10}(?:记者|通讯员)\s*)?[\u4e00-\u9fff·]{2,8}\s*(?:/?\s*摄|供图)(?:影报道)?)[。）]?$"
)
_BRACKET_ALONE = re.compile(r"^[(\[（](?P<credit>[^()\[\]（）]{2,90})[)\]）]\.?$")
_POSITION = re.compile(
    r"\((?:left|right|centre|center|top|bottom|l|r|c|izquierda|derecha|links|rechts|à gauche|à droite|слева|справа)\)|,\s(?:left|right|center|centre),",
    re.IGNORECASE,
)
_STROKE = re.compile(r"^(?P<caption>[^/]{10,200}[.!?”\w])\s/\s(?P<credit>[A-ZÀ-Þ][A-ZÀ-Þ. ]{3,40})$")
# What the page adds around a caption: the picture's number and prompts.
_CLICK = re.compile(
    r"^\[?\d{1,2}\s?/\s?\d{1,2}\]\s*|\s*[([]?click (?:to enlarge|on the image)\b.*$|(?<=.)\s*purchase licensing rights\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption, a credit or both; `form` names the shape and `sure` how much it says by itself."""

    caption: str | None
    credit: str | None
    form: str
    sure: float


_COURTESY_OF = re.compile(r"^(?:photos?\s)?courtesy(?:\sof)?\s(?!photo|image)", re.IGNORECASE)


def _trim_lead(credit: str) -> str:
    """Cut the label off: "Photo: A B" credits A B, while "AP Photo/A B" stays whole."""
    credit = _COURTESY_OF.sub("", credit)
    match = _CREDIT_ALONE.match(credit)
    return (match["credit"] if match else credit).strip(" .()[]")


def read_picture(text: str) -> Picture | None:  # noqa: PLR0911 - one return a form
    """The line as caption with credit, lone credit or marked caption; None if nothing in it says picture."""
    if len(text) > 700:
        return None
    text = _CLICK.sub("", text) or text
    filed = _FILE.match(text)
    if filed:
        inner = _split_credit(text[filed.end() :].strip())
        caption = f"{filed.group()} {inner.caption}" if inner and inner.caption else text
        return Picture(caption, inner.credit if inner else None, "file picture", 5.0)
    marked = _CAPTION_LEAD.match(text)
    body = marked["rest"] if marked else text
    inner = _split_credit(body)
    if inner:
        return (
            inner if not marked else Picture(inner.caption or None, inner.credit, "marked caption with a credit", 7.0)
        )
    if marked:
        strong = (
            marked["lead"]
            .casefold()
            .startswith(("image caption", "caption", "bildunter", "légende", "pie de", "legenda", "图说", "图片说明"))
        )
        return Picture(body, None, "marked caption", 6.0 if strong else 3.0)
    if len(text) < 120 and text.startswith("图为"):
        return Picture(text, None, "marked caption", 6.0)
    if len(text) < 220 and _POSITION.search(text):
        return Picture(text, None, "caption that points left or right", 2.0)
    return None


_NAME = (
    r"(?:[A-ZÀ-ÞА-Я][\w'’.-]+|[A-Z]\.)(?:\s(?:[A-ZÀ-ÞА-Я][\w'’.-]+|[A-Z]\.|de|da|van|von|der|al|el|del|di|bin)){1,3}"
)
_HOUSE = r"[A-ZÀ-ÞА-Я«\"“][\w'’.«»\"“”-]*(?:\s(?:[A-ZÀ-ÞА-Я«\"“][\w'’.«»\"“”-]*|photographer|photo|photos|of|the|de|für|for|via|and|fotograf\w*)){0,4}"
# A person and a paper: Dan Beal/The Herald, Ana Ruiz, staff photographer.
_NAMED = re.compile(
    rf"(?:{_NAME}(?:\sand\s{_NAME})?\s?[/|•]\s?{_HOUSE}|{_NAME},?\s(?:[Ss]taff|[Ss]pecial|[Ff]or)\s(?:[Pp]hoto(?:grapher)?|[Tt]o\s.{{3,30}}|{_HOUSE})|{_HOUSE}\s?[/:]\s?{_NAME})"
)
_NAMED_BEHIND = re.compile(
    rf"^(?P<caption>.{{12,}}[.!?…][”\"’»]?)\s+(?:[-–—]\s)?(?P<credit>{_NAME}\s?/\s?{_HOUSE}|(?:{_AGENCIES})\s?/\s?(?:{_NAME}|Stringer|Handout|Pool)(?:\s?/\s?(?:File|Handout|Pool)(?:\s[Pp]hoto)?)?|{_NAME}\s(?:[Vv]ia|[Ff]or|FOR|pour|POUR|para|PARA|für|FÜR)\s(?:«\s?)?{_HOUSE}(?:\s?»)?)\.?$"
)
_NAMED_APART = re.compile(rf"^(?P<caption>.{{20,}}?)\s+[-–—|]\s+(?P<credit>{_NAME}\s?/\s?{_HOUSE})\.?$")
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
# Behind a stop, a bar or a stroke a name alone is the photographer's.
_NAME_BEHIND = re.compile(
    rf"^(?P<caption>.{{12,}}?)(?:(?<=[.!?…])\s(?:/\s|(?:[-–—]\s)?(?=(?:Photo|Foto|Фото)\s))|\s\|\s|(?<=[.!?…])\s(?=(?:Quelle|Bildrechte|Bildnachweis):))"
    rf"(?:(?:Photo|Foto|Фото)\s(?=[A-ZÀ-ÞА-Я])|(?:Quelle|Bildrechte|Bildnachweis):\s)?(?P<credit>{_NAME}(?:\s?/\s?{_HOUSE}|\.?\s(?:AFP|AP|Reuters|REUTERS|EFE|dpa|MAXPPP))?|dpa|AFP|AP)\.?$"
)
_STOCK = re.compile(
    r"(?:Getty(?:\sImages)?|Shutterstock|i[Ss]tock(?:[Pp]hoto)?|Alamy(?:\sStock\sPhoto)?|Pixabay|Unsplash|Pexels|picture[\s-]alliance|imago(?:\simages)?|"
    r"Adobe\sStock|Depositphotos|Freepik|Wikimedia\sCommons)(?:/\S.{1,30})?"
)
_LAST_WORD = re.compile(
    r"^(?P<caption>.{12,}[.!?…])\s(?P<credit>Supplied|Submitted|Contributed|Handout|Courtesy(?: photo)?|File(?: photo)?|Archivo|Archiv(?:bild|foto)?|Cortesía|Especial|DR|"
    r"Getty Images|AFP|AP|Reuters|REUTERS|EFE|dpa|EPA|Shutterstock)\.?$"
)
# Agencies that sign the last paragraph of a story as they sign a picture.
_SIGNS = frozenset(("AFP", "AP", "Reuters", "REUTERS", "EFE", "dpa", "EPA"))
_BARE_NAME = re.compile(r"\s[|/]\s|(?:Photo|Foto|Фото)\s|(?:Quelle|Bildrechte|Bildnachweis):")
_PERSON = re.compile(_NAME)
_PERSON_AND_HOUSE = re.compile(rf"{_NAME},\s{_HOUSE}")


def _named(text: str) -> Picture | None:  # noqa: C901, PLR0911 - one return a form
    """A caption whose credit is only a name and a house, in brackets or behind the last stop."""
    if (
        _COURTESY.fullmatch(text)
        or _STOCK.fullmatch(text)
        or (len(text) < 70 and "/" in text and " / " not in text and _NAMED.fullmatch(text))
    ):
        return Picture(None, text.strip(" ()[]"), "house or kind of picture alone", 5.0)
    archive = _ARCHIVE.match(text)
    if archive:
        return Picture(archive["caption"], archive["credit"], "picture from the archive", 5.0)
    final = _FINAL_BRACKET.match(text)
    if final and len(final["caption"]) > 8:
        inner = final["credit"].strip()
        if _NAMED.fullmatch(inner) or (
            final["caption"].rstrip().endswith((".", "!", "”", '"'))
            and (_PERSON.fullmatch(inner) or _PERSON_AND_HOUSE.fullmatch(inner))
        ):
            return Picture(final["caption"].strip(), inner, "name in final brackets", 5.0)
    if len(text) < 260:
        last = (_NAME_BEHIND.match(text) if _BARE_NAME.search(text) else None) or _LAST_WORD.match(text)
        if last and last["credit"].split()[-1].casefold() not in ("news", "gazette", "times", "post", "herald"):
            sure = 3.5 if " | " in text or last["credit"].split()[0] in _SIGNS else 5.0
            return Picture(last["caption"].strip(), last["credit"].strip(), "name behind the caption", sure)
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


# "Photo: A keeper lifts a frame out of a hive" tells what is to be seen, not whose picture it is.
_DEPICTS = re.compile(r"(?:photo|image|picture|pictured|foto|imagen|imagem|bild|фото)\s*:", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"(?![^a-zа-я]*(?:courtesy|cortesía|cortesia|divulga|предоставлен))(?=(?:.*?\b[a-zß-ÿа-я]{4,}\b){3})(?=(?:\S+\s+){5})[^/|©]+$"
)
# One of these stands in every credit.
_HINT = re.compile(
    r"[()\[\]（）【】/:：|©Ⓒ摄供•»]|[.…]\s?[—–]|ivulgação|eprodução|olhapress|\s(?:FOR|POUR|PARA|pour|para|für)\s|[Pp][Hh][Oo][Tt]|[Ff][Oo][Tt]|[Ii][Mm][Aa][Gg]|[Pp][Ii][Cc]|ourtesy|upplied|andout|rchiv|rquivo|архив|[Фф]ото| via | for "
    r"|[A-ZÀ-Þ]{3}[.)]?$|[Cc]redit|llustration|[Gg]rafik|\b[A-Z]\.[A-Z]|ubmitted|ontributed|Quelle|Getty|tock|exels|nsplash|ixabay|lamy|ultatio"
)


def _split_credit(text: str) -> Picture | None:  # noqa: C901, PLR0911 - one return a form
    if not _HINT.search(text):
        return None
    alone = _BRACKET_ALONE.match(text)
    if alone and _CREDITED.match(alone["credit"].strip()):
        return Picture(None, _trim_lead(alone["credit"].strip()), "credit in brackets", 5.0)
    alone = _CREDIT_ALONE.match(text)
    if alone and _DESCRIBES.match(alone["credit"]) and _DEPICTS.match(text):
        return Picture(
            alone["credit"].strip(" .()[]") if text[-1] != "." else alone["credit"].strip(),
            None,
            "caption behind a label",
            5.0,
        )
    if alone and alone["credit"].count(" ") > 5 and ": " in alone["credit"]:
        return None  # a headline such as "Photo by nobody: the camera that works alone"
    if alone and len(text) < 100 and not re.search(r"[a-zà-ÿ]{3}\.\s+\S", text):
        lead = alone["lead"].strip().casefold()
        return Picture(None, alone["credit"].strip(" .()[]"), "credit line", 4.0 if lead == "©" else 5.0)
    final = _FINAL_BRACKET.match(text)
    if final and _CREDITED.match(final["credit"].strip()):
        caption = final["caption"].strip()
        if caption[0].isupper() and is_person(caption):
            return Picture(None, text, "photographer and agency", 4.0)
        sure = 6.0 if re.search(r"[/:©]|photo|foto|摄|Bildfunk|by ", final["credit"], re.IGNORECASE) else 3.5
        return Picture(caption, _trim_lead(final["credit"].strip()), "credit in final brackets", sure)
    if len(text) < 80 and _AGENCY_ALONE.match(text) and not text.startswith(("Von ", "By ", "Par ", "Por ")):
        return Picture(None, text.strip(" ()[]."), "agency credit line", 5.0)
    behind = _CREDIT_BEHIND.match(text)
    if behind and not re.search(r"[a-zà-ÿ]{3}[.!?]\s+[A-Z]", behind["credit"]):
        return Picture(behind["caption"].strip(), _trim_lead(behind["credit"]), "credit behind the caption", 5.5)
    named = _named(text)
    if named:
        return named
    stroke = _STROKE.match(text)
    if stroke:
        return Picture(stroke["caption"], stroke["credit"].strip(), "name in capitals behind a stroke", 5.0)
    han = _HAN_CREDIT.match(text)
    if han and len(text) < 160:
        caption = (han["caption"] or "").strip(" （(")
        return Picture(caption or None, han["credit"].strip(), "photographer behind the caption", 5.0)
    return None
