"""The words around the stories: every catalogue says all that the code and the theme say in English, and no more."""

import re
from collections import Counter
from collections.abc import Callable
from gettext import c2py
from pathlib import Path
from typing import Any

import feedparser
import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

from briefing.check import check_site
from briefing.errors import BriefingError
from briefing.wording import Wording
from conftest import ROOT, run_briefing, write
from test_pages import pages_of

THEME = ROOT / "theme"
CATALOGUES = sorted((THEME / "translations").glob("*.po"))
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS: dict[str, Any] = {"say": None, "_": None, "chrome": None, "count": (1, 2), "_n": (1, 2)}
STORY = "---\ntitle: {0}\ndate: 2025-04-0{1}\nlang: {2}\n{3}---\n\n{0}.\n"


def english() -> set[Any]:
    """Find every message in the code and in the templates; one that is counted is a pair."""
    found = set()
    for folder in (ROOT / "plugins/briefing", THEME / "templates"):
        for _, _, message, _, _ in extract_from_dir(folder, METHODS, keywords=KEYWORDS):
            found.add(message)
    return found - {("one", "many")}


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def placeholders(text: Any) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_the_languages_of_the_theme() -> None:
    assert {"ar", "de", "es", "fr", "pt", "ru", "zh"} <= {path.stem for path in CATALOGUES}


TEMPLATES = [path for path in sorted((THEME / "templates").glob("*.html")) if path.name != "_jsonld.html"]
"""All that print HTML: the words of linked data are those of its vocabulary."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_by_itself(path: Path) -> None:
    """What a template prints is a view's or a catalogue's, but for two names that are alike in all languages."""
    without = re.sub(
        r"{% block og_type %}.*?{% endblock %}|{% set rules %}.*?{%- endset %}|{[{%#].*?[}%#]}|<script.*?</script>",
        "",
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    page = BeautifulSoup(without, "html.parser")
    labels = [str(tag.get(key, "")) for tag in page.select("*") for key in ("aria-label", "title", "alt", "data-done")]
    assert set(re.findall(r"[^\W_]{2,}", " ".join([*page.stripped_strings, *labels]))) <= {"RSS", "404", "html"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_says_everything_with_the_same_placeholders(path: Path) -> None:
    translated = {message.id: message for message in catalogue(path) if message.id}
    assert translated.keys() == english()
    for message in translated.values():
        assert message.string, message.id
        assert not message.fuzzy
        if isinstance(message.string, str):
            assert placeholders(message.string) == placeholders(message.id), message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_counts_as_its_language_does(path: Path) -> None:
    """Each form is for the numbers that CLDR has one rule for, and states the number unless it is for one only."""
    read, locale = catalogue(path), Locale.parse(path.stem)
    plural = c2py(read.plural_expr)
    numbers = range(250)
    rules = {(locale.plural_form(number), plural(number)) for number in numbers}
    assert len(rules) == len({rule for rule, _ in rules}) == len({form for _, form in rules}) == read.num_plurals
    common = {form for form, many in Counter(map(plural, numbers)).items() if many > 1}
    for message in read:
        if isinstance(message.id, tuple):
            forms: Any = message.string
            assert len(forms) == read.num_plurals
            for form, text in enumerate(forms):
                wanted = placeholders(message.id[1])
                assert placeholders(text) in ([wanted] if form in common else [wanted, wanted - {"number"}]), text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["0 stories", "1 story", "2 stories", "21 stories", "1,000 stories"]),
        ("en-gb", ["0 stories", "1 story", "2 stories", "21 stories", "1,000 stories"]),
        ("es", ["0 noticias", "1 noticia", "2 noticias", "21 noticias", "1.000 noticias"]),
        ("fr", ["0 article", "1 article", "2 articles", "21 articles", "1\u202f000 articles"]),
        ("pt-br", ["0 notícia", "1 notícia", "2 notícias", "21 notícias", "1.000 notícias"]),
        ("ru", ["0 публикаций", "1 публикация", "2 публикации", "21 публикация", "1\xa0000 публикаций"]),
        ("ar", ["لا أخبار", "خبر واحد", "خبران", "21 خبرًا", "1,000 خبر"]),
        ("zh", ["0 篇报道", "1 篇报道", "2 篇报道", "21 篇报道", "1,000 篇报道"]),
        ("it", ["0 stories", "1 story", "2 stories", "21 stories", "1,000 stories"]),
    ],
)
def test_a_number_takes_the_form_of_its_language(lang: str, said: list[str]) -> None:
    words = Wording(THEME).words(lang)
    assert [words.count("{number} story", "{number} stories", number) for number in (0, 1, 2, 21, 1000)] == said


def test_what_no_catalogue_holds_is_said_in_english() -> None:
    wording = Wording(THEME)
    assert (wording.words("it").say("Topics"), wording.words("it").lang) == ("Topics", "en")
    assert wording.words("ru").say("A message that no catalogue has") == "A message that no catalogue has"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('msgid "Page {number}"\nmsgstr "Pagina {numero}"\n', "must hold {number} as the English does"),
        ('msgid "Page {number}"\nmsgstr "Pagina {number"\n', "must hold {number} as the English does"),
        ('msgid "Page {number}"\nmsgsr "Pagina"\n', "is no catalogue of translations"),
    ],
)
def test_a_fault_in_a_catalogue_is_told_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path / "theme/translations/it.po", text)
    with pytest.raises(BriefingError) as caught:
        Wording(tmp_path / "theme").words("it").say("Page {number}", number="2")
    assert str(caught.value.file) == "theme/translations/it.po"
    assert message in str(caught.value)


def test_a_site_in_several_languages_has_a_front_page_and_a_feed_for_each(small_site: Callable[..., Path]) -> None:
    """What is said on a page is in the language of the page, and whatever is in another says so."""
    stories = [("Harbour", 1, "en"), ("Puerto", 2, "es"), ("ميناء", 3, "ar"), ("Porto", 4, "it")]
    files = {f"content/briefings/{story[2]}.md": STORY.format(*story, f"slug: {story[2]}\n") for story in stories}
    root = small_site(files)
    assert run_briefing(root, "build").returncode == 0
    assert check_site(root / "output") == []
    pages = pages_of(root)
    switch = [(str(link["href"]), link.get_text()) for link in pages["index.html"].select(".languages a")]
    assert switch == [
        ("ar/index.html", "العربية"),
        ("en/index.html", "English"),
        ("es/index.html", "Español"),
        ("it/index.html", "Italiano"),
    ]
    for lang, title in (("es", "Puerto"), ("ar", "ميناء"), ("en", "Harbour"), ("it", "Porto")):
        front = pages[f"{lang}/index.html"]
        assert [each.get_text() for each in front.select(".teaser h2")] == [title]
        feed = feedparser.parse((root / f"output/feeds/language-{lang}.rss.xml").read_bytes())
        assert ([entry.title for entry in feed.entries], feed.feed.language) == ([title], lang)
        assert f"../feeds/language-{lang}.rss.xml" in [
            str(link["href"]) for link in front.select('link[rel="alternate"]')
        ]
    assert said(pages["briefings/es.html"].select_one(".story > footer section:last-of-type h2")) == (
        "Sobre esta noticia",
        "es",
        "ltr",
    )
    assert said(pages["briefings/ar.html"].select_one(".story > footer section:last-of-type h2")) == (
        "عن هذا الخبر",
        "ar",
        "rtl",
    )
    assert said(pages["briefings/it.html"].select_one(".story > footer section:last-of-type h2")) == (
        "About this story",
        "en",
        "ltr",
    )
    assert said(pages["briefings/it.html"].select_one(".story h1")) == ("Porto", "it", "ltr")
    assert said(pages["briefings/ar.html"].select_one("body > header nav"))[1:] == ("en", "ltr")
    assert said(pages["index.html"].select_one("a[href='briefings/ar.html']"))[1:] == ("ar", "rtl")
    assert said(pages["briefings/en.html"].select_one("a[href$='es.html'] bdi")) == ("Puerto", "es", "ltr")


def test_a_site_in_one_language_is_wholly_in_it(small_site: Callable[..., Path]) -> None:
    root = small_site({"content/briefings/a.md": STORY.format("Гавань", 1, "ru", "tags: [порты]\n")})
    conf = (root / "pelican.conf").read_text("utf-8")
    write(root / "pelican.conf", conf.replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "ru"'))
    assert run_briefing(root, "build").returncode == 0
    assert not [*(root / "output").glob("feeds/language-*")]
    names = {
        "Briefings",
        "RSS",
        *re.findall("[A-Za-z]{3,}", "".join(re.findall('^SITE(?:NAME|SUBTITLE) = ".*"', conf, re.MULTILINE))),
    }
    for name, page in pages_of(root).items():
        assert {tag["lang"] for tag in page.select("[lang]")} == {"ru"}, name
        assert not page.select(".languages"), name
        words = " ".join(
            text for tag in page.select("h1, h2, h3, nav, .meta, .kicker, dt") for text in tag.stripped_strings
        )
        assert set(re.findall("[A-Za-z]{3,}", words)) <= names, name


def said(tag: Any) -> tuple[str, str, str]:
    """Tell the text of an element with the language and direction that hold there."""
    around = [tag, *tag.parents]
    return tag.get_text(), *(next(each[key] for each in around if each.get(key)) for key in ("lang", "dir"))
