"""The words around the stories, in the language of each page: gettext catalogues of the theme, English where none is.

English is what the code and the templates hold. A language is `theme/translations/<lang>.po`, read as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.dates import direction, locale_of
from briefing.errors import BriefingError

ENGLISH = "en"
SAMPLE = 200
"""Numbers, from 0 on, among which each plural of a language has one, but for that of whole millions."""


class Words:
    """What the site says in one language."""

    def __init__(self, lang: str, catalogue: NullTranslations, file: str = "") -> None:
        self.lang = lang
        self.catalogue = catalogue
        self.file = file

    def say(self, message: str, **values: str) -> str:
        """Say a message, each `{name}` in it replaced."""
        return self.fill(self.catalogue.gettext(message), values) if values else self.catalogue.gettext(message)

    def count(self, one: str, many: str, number: int, **values: str) -> str:
        """Say how many, in the form that the language has for that number."""
        figure = write_number(number, self.lang)
        return self.fill(self.catalogue.ngettext(one, many, number), {"number": figure, **values})

    def forms(self, one: str, many: str) -> tuple[tuple[str, str], ...]:
        """Give what `count` fills in for each plural that the language has, with its name in CLDR, for a script."""
        rule = locale_of(self.lang).plural_form
        first = {rule(number): number for number in reversed(range(SAMPLE))}
        return tuple((name, self.catalogue.ngettext(one, many, number)) for name, number in sorted(first.items()))

    def join(self, items: Iterable[str]) -> str:
        """Put items in a row, with the comma of the language."""
        return self.say(", ").join(items)

    def fill(self, text: str, values: Mapping[str, str]) -> str:
        """Put values into a text; in a translation anybody's braces may stand."""
        try:
            return text.format_map(values)
        except (KeyError, IndexError, ValueError) as error:
            names = ", ".join(f"{{{name}}}" for name in values)
            message = f"the translation `{text}` must hold {names} as the English does, and no other brace"
            raise BriefingError(message, self.file) from error


@cache
def write_number(number: int, lang: str) -> str:
    return format_decimal(number, locale=locale_of(lang))


class Wording:
    """The catalogues of a theme, each read when a page first needs it."""

    def __init__(self, theme: Path) -> None:
        self.folder = theme / "translations"
        self.known: dict[str, Words] = {}

    def words(self, lang: str) -> Words:
        """Find the words for a language or a variety of it; their own `lang` is English where there are none."""
        if lang not in self.known:
            self.known[lang] = self.read(lang)
        return self.known[lang]

    def read(self, lang: str) -> Words:
        """Read the words of a language, for `pt-BR` else those of `pt`; in English where the theme has neither."""
        general = lang.partition("-")[0]
        if general == ENGLISH:
            return Words(lang, NullTranslations())
        for name in (lang, general):
            path = self.folder / f"{name}.po"
            if path.is_file():
                return Words(lang, read_catalogue(path), f"{self.folder.parent.name}/translations/{path.name}")
        return Words(ENGLISH, NullTranslations())

    def functions(self) -> Mapping[str, Callable[..., str]]:
        """Give templates `_` and `_n` for the language of the page, `chrome` for that of the site."""

        @pass_context
        def say(context: Context, message: str, **values: str) -> str:
            return self.words(context["view"].frame.lang).say(message, **values)

        @pass_context
        def count(context: Context, one: str, many: str, number: int, **values: str) -> str:
            return self.words(context["view"].frame.lang).count(one, many, number, **values)

        @pass_context
        def chrome(context: Context, message: str, **values: str) -> str:
            return self.words(context["site"].lang).say(message, **values)

        return {"_": say, "_n": count, "chrome": chrome, "tongue": tongue}


def tongue(lang: str, around: str) -> str:
    """Write the attributes of an element whose language is not that of what stands around it."""
    return "" if lang == around else Markup(' lang="{}" dir="{}"').format(lang, direction(lang))


def read_catalogue(path: Path) -> NullTranslations:
    """Read a `.po` file as gettext reads the compiled form; a message without a translation stays English."""
    name = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True))
    except PoFileError as error:
        raise BriefingError(f"is no catalogue of translations: {error}", name, error.lineno) from error
    compiled.seek(0)
    return GNUTranslations(compiled)
