"""Captions of pictures and the credits in, before or behind them."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re

from .people import is_person
from .photographers import AGENCIES, FINAL_BRACKET, HOUSE, LEAD, NAME, Picture, any_of, read_named
from .words import CAPTION, CREDIT

# The content of a final parenthesis that is a credit.
_CREDITED = re.compile(
    rf"""^(?:
        [©Ⓒ] .* | {LEAD}\s*(?:[:：/]|by\b|via\b|courtesy\b|de\b|von\b|do\b).* | (?:{AGENCIES})\b(?:[\s/,]*(?:Photo|Foto|via|by|/|-|:)[^.]*)?
        | (?:AP|PA|AFP|Xinhua|EPA|Reuters|TASS|EFE|dpa|ANSA|UN|FAO|NASA)\s?(?:Photo|Foto|-Bildfunk|Images?)?\s*/.* | dpa-Bildfunk.* | .{{2,40}}/\s?(?:{AGENCIES}).*
        | .{{2,50}}\bvia\s(?:AP|AFP|Reuters|Getty|EPA|Xinhua|Facebook|Twitter)\b.* | (?:Courtesy|Handout|Photograph)\b.{{0,60}} | Photo\b[^.]{{0,60}}
        | (?:[A-ZÀ-Þ][\w.&’'-]*\s?){{1,4}}/\s?[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){{1,3}}
        | .{{2,40}}[\s/](?:File\s)?(?:Photo|Foto|photo|Фото)$ | (?:\S{{2,4}}\s?摄|.{{0,20}}(?:供图|摄|图|图片)) | file\s(?:photo|image|picture) | [Ff]amily\s(?:photo|photograph|picture|album)s?
        )$""",
    re.VERBOSE,
)  # fmt: skip
_CREDIT_BEHIND = re.compile(
    rf"""^(?P<caption>.{{3,}}?[.!?…»”"')\w])(?P<sep>\s*[-–—|·/]\s+|\s*\|\s*|\s+|(?<=[.。])\s*)
    (?P<credit>(?:(?:{LEAD})(?:\s+(?:credit|by|courtesy\s+of|via))?\s*[:：/]\s*|(?:[Pp]hotos?|[Ii]mages?|[Pp]hotographs?|[Pp]ictures?)\s+(?:by|courtesy(?:\s+of)?|provided\s+by)\s+|©\s?)\S.{{0,80}}|[Фф]ото\s(?:из|автора|очевид|читател|редакц|архив|пресс|предоставлен)\S?.{{0,50}}|(?:Foto|Photo)\s(?:von|de|d['’]|del|cedida|gentileza)\s?[A-ZÀ-Þa].{{1,40}})$""",
    re.VERBOSE,
)  # fmt: skip
_CREDIT_ALONE = re.compile(
    rf"""^[(\[]?(?P<lead>(?:{any_of(CREDIT)})(?:\s+(?:credit|by|courtesy\s+of|via))?\s*(?:[:：]|\.{{3}}|…)\s*|(?:photos?|images?|photographs?|photography|pictures?)\s+(?:by|courtesy\s+of|provided\s+by)\s+|©\s?|(?:image\s+source|fuente\s+de\s+la\s+imagen|crédito|crédit\s+photo|source\s+de\s+l['’]image|автор\s+фото|источник\s+изображения|[مص]+در\s+الصورة|图像来源|图片来源)\s?[,،，]\s*|фото\s+(?=предоставлен|из\s))
    (?P<credit>\S.{{0,80}}?)[)\]]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_AGENCY_ALONE = re.compile(
    r"^[(\[]?(?:(?:AP|PA|AFP|Xinhua|EPA|EFE|dpa|REUTERS|Reuters|TASS|UN|FAO)(?:\s(?:Photo|Foto|Images?))?\s?/\s?[^.()]{2,50}"
    r"|[^.()\[\]/]{3,40}/\s?(?:AP|AFP|Getty Images|Reuters|REUTERS|EPA|dpa|Xinhua|picture alliance|Shutterstock|NurPhoto|Bloomberg|Anadolu|TASS|ТАСС|AAP|PA Media|PA)(?:\s(?:via|/)\s?[^.]{2,30})?)[)\]]?$"
)
_CAPTION_LEAD = re.compile(rf"^(?P<lead>(?:{any_of(CAPTION)})\s*(?:[:：,.،，]|-|–|—)\s*)(?P<rest>\S.*)$", re.IGNORECASE)
_FILE = re.compile(
    r"^(?:FILE\s*(?:PHOTO|IMAGE|PICTURE)?\s*[-–—:]|(?:FOTO|IMAGEN) DE ARCHIVO\s*[-–—:.]|ARCHIV(?:BILD|FOTO)?\s*[-–—:]|ARQUIVO\s*[-–—:])",
    re.IGNORECASE,
)
_HAN_CREDIT = re.compile(
    r"^(?P<caption>.*[。”）！，\s](?<!记者\s))?(?P<credit>(?:[\u4e00-\u9fff]{2,10}(?:记者|通讯员)\s*)?[\u4e00-\u9fff·]{2,8}(?:\s*(?:/?\s*摄|供图)|\s图)(?:影报道)?)[。）]?$"
)
_BRACKET_ALONE = re.compile(r"^[(\[（](?P<credit>[^()\[\]（）]{2,90})[)\]）]\.?$")
_POSITION = re.compile(
    r"\((?:left|right|centre|center|top|bottom|l|r|c|izquierda|derecha|links|rechts|à gauche|à droite|слева|справа)\)|,\s(?:left|right|center|centre),",
    re.IGNORECASE,
)
_STROKE = re.compile(r"^(?P<caption>[^/]{10,200}[.!?”\w])\s/\s(?P<credit>[A-ZÀ-Þ][A-ZÀ-Þ. ]{3,40})$")
# What the page adds around a caption: the picture's number and prompts.
_CLICK = re.compile(
    r"^\[?\d{1,2}\s?(?:/|of)\s?\d{1,2}(?:\]|\s?\|)\s*|\s*[([]?click (?:to enlarge|on the image)\b.*$|(?<=.)\s*purchase licensing rights\b.*$",
    re.IGNORECASE,
)


_COURTESY_OF = re.compile(r"^(?:photos?\s)?courtesy(?:\sof)?\s(?!photo|image)", re.IGNORECASE)


def _trim_lead(credit: str) -> str:
    """Cut the label off: "Photo: A B" credits A B, while "AP Photo/A B" stays whole."""
    credit = _COURTESY_OF.sub("", credit)
    match = _CREDIT_ALONE.match(credit)
    return (match["credit"] if match else credit).strip(" .()[]")


_SMALL_WORD = re.compile(r"(?<![\w'’-])[a-zß-ÿа-я]{2,}")
# "Image: A man with a fridge. Pic: Ana Roe" has label and credit.
_SHOWN = re.compile(
    r"(?:image|photo|picture|foto|imagen|imagem|bild|фото)\s?:\s(?P<rest>(?:\S+\s+){4}.*)$", re.IGNORECASE
)


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
    ahead = _CREDIT_AHEAD.match(text)
    if ahead:
        return Picture(ahead["caption"], ahead["credit"] or ahead["boxed"], "credit before the caption", 5.5)
    shown = _SHOWN.match(text)
    inner = _split_credit(shown["rest"]) if shown else None
    if inner and inner.caption and len(_SMALL_WORD.findall(inner.caption)) > 1:
        return inner
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
            .startswith(
                (
                    "image caption",
                    "caption",
                    "bildunter",
                    "légende",
                    "pie de",
                    "legenda",
                    "подпись",
                    "التعليق",
                    "图说",
                    "图片说明",
                    "图像加注",
                )
            )
        )
        return Picture(body, None, "marked caption", 6.0 if strong else 3.0)
    if len(text) < 120 and text.startswith("图为"):
        return Picture(text, None, "marked caption", 6.0)
    if len(text) < 220 and not text[0].islower() and _POSITION.search(text):
        return Picture(text, None, "caption that points left or right", 2.0)
    return None


# The credit ahead of its caption, with a colon or in brackets.
_CREDIT_AHEAD = re.compile(
    rf"^(?:(?:Photos?|Photograph|Picture|Foto|Fotos|Bild)\s(?:by|von|de|por|par)\s(?P<credit>{NAME}(?:\s?[/,]\s?{HOUSE})?)\s?:\s"
    rf"|[(\[](?:{LEAD})\s?:\s?(?P<boxed>[^()\[\]]{{3,50}})[)\]]\s)(?P<caption>[A-ZÀ-ÞА-Я].{{15,220}})$"
)


# "Photo: A keeper lifts a frame out of a hive" tells what is to be seen, not whose picture it is.
_DEPICTS = re.compile(r"(?:photo|image|picture|pictured|foto|imagen|imagem|bild|фото)\s*:", re.IGNORECASE)
_DESCRIBES = re.compile(
    r"(?![^a-zа-я]*(?:courtesy|cortesía|cortesia|divulga|предоставлен))(?=(?:.*?\b[a-zß-ÿа-я]{4,}\b){3})(?=(?:\S+\s+){5})[^/|©]+$"
)
# One of these stands in every credit.
_HINT = re.compile(
    r"\s图$|ymbol|صورة|[()\[\]（）【】/:：|©Ⓒ摄供•»،，]|[Ii]magen|rédit|[.…]\s?[—–]|ivulgação|eprodução|olhapress|\s(?:FOR|POUR|PARA|pour|para|für)\s|[Pp][Hh][Oo][Tt]|[Ff][Oo][Tt]|[Ii][Mm][Aa][Gg]|[Pp][Ii][Cc]|ourtesy|upplied|andout|rchiv|rquivo|архив|[Фф]ото| via | for "
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
    final = FINAL_BRACKET.match(text)
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
    named = read_named(text)
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
