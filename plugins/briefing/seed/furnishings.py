"""Lines that plainly are something else than words of the story."""
# ruff: noqa: D401, E501 - a docstring of a question says what holds; patterns and tables read better unbroken

import re

from .facts import Facts
from .page import Page


def furniture(facts: Facts) -> bool:
    """The line plainly is something else than words of the story."""
    return bool(
        facts.boiler
        or facts.broken
        or facts.end_mark
        or facts.embargo
        or (facts.dated and not facts.rest and facts.size < 120)
        or (facts.byline and facts.byline.led)
        or (facts.picture and facts.picture.sure >= 4)
        or (_led(facts, "read_more") and facts.label("read_more").lead not in _PREFIXES)  # type: ignore[union-attr]
        or facts.crumbs
        or facts.dateline
    )


# A headline may begin with these and a colon.
_PREFIXES = frozenset(("watch", "background", "earlier", "previously", "related", "recommended"))


def _led(facts: Facts, kind: str) -> bool:
    label = facts.label(kind)
    return bool(label and (label.colon or not label.rest))


def plain(page: Page, at: int) -> bool:
    return not furniture(page.facts[at])


def meta(facts: Facts | None) -> bool:
    """A line that belongs between headline and story."""
    return bool(
        facts
        and (
            (
                facts.dated in ("full", "label", "loose")
                and facts.size < 90
                and (len(facts.rest) <= 3 or facts.sourced or facts.byline or _dated_place(facts))
            )
            or (facts.byline and facts.byline.led)
            or facts.dateline
            or (facts.picture and facts.picture.sure >= 4)
            or facts.broken
            or facts.boiler
            or is_pair_label(facts)
            or _SENDER.match(facts.text)
        )
    )


def is_note(facts: Facts) -> bool:
    """A note of the editors on the text, with its label or by its words."""
    label = facts.label("note")
    marked = label and label.colon and label.lead.startswith(_CORRECTING)
    return bool(marked or (facts.size < 420 and _EARLIER.search(facts.text)))


_CORRECTING = ("correct", "clarif", "editor", "correcc", "fe de err", "aclara", "nota d", "rectif", "erratum", "note de", "korrektur", "berichtig",
    "anmerkung", "correç", "errata", "исправ", "поправ", "уточн", "от ред", "تصحيح", "تصويب", "更正", "编者")  # fmt: skip
_EARLIER = re.compile(
    r"(?:an?\ (?:earlier|previous)|una\ (?:primera\ )?versión\ (?:anterior|previa)\ de|une\ (?:première\ )?version\ (?:précédente|antérieure)\ de|in\ einer\ früheren|uma\ versão\ anterior|"
    r"в\ (?:предыдущей|первой|более\ ранней)|نسخة\ سابقة\ من|此前版本|早前版本)"
    r"(?:\ (?:version|headline|cet|d[ae]st[ae]|est[ae]|fassung|версии|هذ[اه])|(?<=版本))",
    re.IGNORECASE | re.VERBOSE,
)


def is_pair_label(facts: Facts) -> bool:
    """A label such as "From:" whose value stands on the next line."""
    return facts.colon and facts.key in _PAIR_LABELS


_SENDER = re.compile(r"(?:From|Issued by|Delivered by|Source|Organi[sz]ation|Department):\s\S[^.]{2,110}$")
_PAIR_LABELS = frozenset(
    "from|von|de|par|delivered by|issued by|organisation|organization|department|publisher|location|author|authors|writer".split(
        "|"
    )
)


_STAMP = re.compile(
    r"^(?:UPDATE\s)?\d{1,2}(?::|h|\.)\d\d\b(?:\s?[ap]\.?m\.?)?[.:\s–-]*.{0,70}$|^\d{1,2}\s?[ap]\.m\.$", re.IGNORECASE
)


def is_time_stamp(facts: Facts) -> bool:
    """The hour above an entry of a live report."""
    return (
        facts.size < 80
        and facts.dated != "full"
        and not (facts.stop and facts.size > 14 and not facts.text.endswith(("a.m.", "p.m.")))
        and bool(_STAMP.match(facts.text))
    )


def is_update_hour(facts: Facts) -> bool:
    """A line such as "Updated at 14.20 GMT" under an entry of a live report."""
    return facts.size < 60 and facts.dated == "loose" and len(facts.rest) <= 2 and bool(_UPDATED.match(facts.text))


_UPDATED = re.compile(r"(?:last )?updated\b|actualizad|mis à jour|aktualisiert|atualizad|обновлено", re.IGNORECASE)
_LABEL = re.compile(r"\w[\w ]{0,20}:\s")


def _dated_place(facts: Facts) -> bool:
    """A full date with a word or two beside it, but no label of an event."""
    short = facts.dated == "full" and facts.size < 60 and not facts.stop and facts.rest.count(" ") <= 2
    return short and not _LABEL.match(facts.text)
