"""Which words, phrases and names may be tags, in English and in other languages."""

from datetime import UTC, datetime

import pytest
from babel.numbers import format_decimal

from briefing.dates import day_in_words, locale_of
from briefing.tags import candidates
from briefing.words import Text


@pytest.mark.parametrize(
    ("lang", "title", "body", "verb", "noun"),
    [
        ("en", "Heat thins crowds", "The heat thins the crowds. Heat thins markets.", "thins", "crowds"),
        ("es", "Rescatan a mineros", "Los bomberos rescatan a mineros. Los rescatan hoy.", "rescatan", "mineros"),
        ("pt", "Resgatam a viagem", "Todos resgatam a viagem. A viagem que resgatam.", "resgatam", "viagem"),
        ("fr", "Ils sauvent le président", "Ils sauvent le président. Un président.", "sauvent", "président"),
        ("fr", "Le pont rouvre", "C’est le pont. C’est un pont, et c’est tout.", "c'est", "pont"),
        ("en", "Harbour reopens", "The harbour reopens. A harbour reopens when fog lifts.", "reopens", "harbour"),
        ("en", "Clothes are dear", "Clothes are dear. One thins the clothes.", "thins", "clothes"),
        ("fr", "Le port rouvre", "Le port rouvre. Le port qui rouvre, et la grève.", "rouvre", "grève"),
        ("es", "El puerto reabre", "El puerto reabre. Reabre el puerto tras la huelga.", "reabre", "huelga"),
        ("it", "Il porto riapre", "Il porto riapre. Riapre il porto dopo la visita.", "riapre", "visita"),
        ("pt", "O porto reabre", "O porto reabre. Reabre o porto depois da greve.", "reabre", "greve"),
        ("es", "El puerto reabrirá", "El puerto reabrirá. Reabrirá el puerto, dicen.", "reabrirá", "puerto"),
        ("fr", "Vous expliquerez", "Vous expliquerez la panne. Expliquerez la panne.", "expliquerez", "panne"),
        ("fr", "Nous gagnons", "Nous gagnons la course. Gagnons la course.", "gagnons", "course"),
        ("it", "Salvano il vulcano", "Salvano un vulcano. Il vulcano che salvano.", "salvano", "vulcano"),
    ],
)
def test_a_verb_is_no_tag_and_a_noun_of_its_shape_is(lang: str, title: str, body: str, verb: str, noun: str) -> None:
    found = {one.name.lower() for one in candidates(Text(title, "", body, lang))}
    assert not any(verb in name.split() for name in found)
    assert noun in found


@pytest.mark.parametrize(
    ("lang", "day", "topic"),
    [
        ("en", "noon", "harbour"),
        ("fr", "mardi", "port"),
        ("es", "martes", "puerto"),
        ("pt", "terça-feira", "porto"),
        ("de", "Dienstag", "Hafen"),
        ("pl", "poniedziałku", "portem"),
        ("eu", "astelehenean", "bilboko"),
        ("is", "þriðjudag", "höfnin"),
        ("sw", "Jumatatu", "bandari"),
        ("zh", "星期二", "港口"),
        ("ar", "الثلاثاء", "الميناء"),
    ],
)
def test_days_are_no_tags_in_any_language(lang: str, day: str, topic: str) -> None:
    text = Text(f"{topic} {day}", "", f"{topic} {day}. {topic} {day}, {topic}; {day}.", lang)
    found = {one.name.lower() for one in candidates(text)}
    assert topic.lower() in found
    assert not any(day.lower() in name for name in found)


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("es", "Cae en Francia un capo. Fue en Francia.", "Francia", "place"),
        ("de", "Die Reise nach Frankreich. Er blieb in Frankreich.", "Frankreich", "place"),
        ("es", "Habló el fiscal Pedro Horra. El Fiscal Pedro Horra calla.", "Pedro Horra", "person"),
        ("de", "Gestern sprach Bundeskanzlerin Anna Valdor. Anna Valdor schwieg.", "Anna Valdor", "person"),
        ("zh", "港口违章建筑。港口的违章建筑。", "违章建筑", "topic"),
        ("es", "Veracruz crece. Veracruz es puerto. Veracruz, dicen, es de Veracruz.", "Veracruz", "topic"),
    ],
)
def test_names_and_phrases_are_found_in_other_languages(lang: str, text: str, name: str, kind: str) -> None:
    assert {one.name: one.kind for one in candidates(Text("", "", text, lang))}[name] == kind


def test_pairs_of_signs_and_scraps_of_words_are_no_tags() -> None:
    assert not candidates(Text("", "", "สวัสดีประเทศไทย สวัสดีประเทศไทย", "th"))
    assert not candidates(Text("", "", "ex ex ex", "fr"))


def test_reading_days_and_countries_leaves_dates_and_numbers_in_words_as_they_are() -> None:
    candidates(Text("Føroyar", "", "Føroyar mánadag. Frakland og Føroyar.", "fo"))
    assert day_in_words(datetime(2025, 4, 7, tzinfo=UTC), "fo") == "7. apríl 2025"
    assert format_decimal(1.5, locale=locale_of("fo")) == "1,5"


def test_what_is_a_day_with_a_capital_may_be_a_thing_without() -> None:
    names = {one.name for one in candidates(Text("Bu pazar", "", "Yeni pazar. Bu yeni pazar Pazar kuruldu.", "tr"))}
    assert "pazar" in names
    assert "Pazar" not in names
    assert "Mars" in {
        one.name for one in candidates(Text("Une sonde", "", "La sonde de Mars. Elle va vers Mars.", "fr"))
    }


@pytest.mark.parametrize("lang", ["sw", "eu", "xx"])
def test_a_language_without_a_word_list_is_weighed_by_the_length_of_its_words(
    lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    names = {one.name for one in candidates(Text("Tartalo ya ezkur", "", "Ezkur ya tartalo za ezkur.", lang))}
    assert "ezkur" in names
    assert not {"ya", "za"} & names
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("phrase", ["open source", "best practices", "high court", "live music"])
def test_words_that_mostly_end_a_phrase_may_begin_one(phrase: str) -> None:
    text = Text(f"The {phrase}", "", f"What is {phrase}? Some call it {phrase}.", "en")
    assert phrase in {one.name for one in candidates(text)}


@pytest.mark.parametrize(
    ("text", "phrase", "scrap"),
    [
        ("Time-variant plants grow. The time-variant plants are green.", "Time-variant plants", "variant plants"),
        ("A ground-based dish. The ground-based dish and the low-cost robot arm of it.", "ground-based dish", "ground"),
        ("It is a human-like public speaker, a human-like public speaker.", "human-like public speaker", "human"),
        ("The Dutch election was won. A Dutch election is free.", "Dutch election", "dutch election"),
    ],
)
def test_a_phrase_may_begin_with_a_name_and_parts_at_no_hyphen(text: str, phrase: str, scrap: str) -> None:
    names = {one.name for one in candidates(Text("", "", text, "en"))}
    assert phrase.lower() in {name.lower() for name in names}
    assert scrap not in names


@pytest.mark.parametrize("word", ["10k", "5km", "2nd", "pic.twitter.com"])
def test_figures_with_a_unit_and_addresses_of_pictures_are_no_tags(word: str) -> None:
    text = Text(f"The {word}", "", f"The {word} came first. Then the {word} went, and no other {word} was seen.", "en")
    assert word not in {one.name for one in candidates(text)}


@pytest.mark.parametrize("where", ["in Ambleford", "near Ambleford", "at Ambleford", "from Ambleford, England"])
def test_a_town_is_known_by_the_words_around_it(where: str) -> None:
    text = Text("A race", "", f"The race was held {where}. Runners came to Ambleford.", "en")
    assert {one.name: one.kind for one in candidates(text)}["Ambleford"] == "place"
