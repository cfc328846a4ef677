"""Related stories are alike by their text, in one language, and say by which words."""

import subprocess
import sys
from array import array
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import likeness, meaning, neighbours
from briefing.meaning import SHARE, SIZE, UNIT, WORDS, load_model, measure_meaning
from briefing.measure import related_of
from briefing.related import Relation, Vector, relate, vectorise
from briefing.vectors import pack_vector, unpack_vector
from briefing.words import Text

BODIES = {
    "steel": ("en", "Steel tariffs", "The tariff on steel and aluminium hurts steel mills and car makers in Mexico."),
    "cars": ("en", "Car makers and tariffs", "Car makers say that the tariff on steel and aluminium makes cars dear."),
    "orchard": ("en", "Apple harvest", "The orchard gave a rich harvest of apples and pears after a mild spring."),
    "pears": ("en", "Pear trees", "Growers of pears and apples in the orchard await the harvest."),
    "acero": ("es", "El acero", "El arancel sobre el acero y el aluminio encarece los automóviles en México."),
    "coches": ("es", "Los automóviles", "Los automóviles de México usan acero y aluminio, y el arancel pesa."),
    "gang": ("zh", "钢铁关税", "美国对钢铁和铝征收关税，墨西哥汽车制造商受到影响。"),
    "qiche": ("zh", "汽车与关税", "墨西哥汽车制造商说，钢铁关税使汽车更贵。"),
    "guoyuan": ("zh", "果园丰收", "春天温暖，果园里的苹果和梨获得丰收。"),
    "stal": ("ru", "Пошлины на сталь", "Пошлины на сталь и алюминий ударили по заводам и автомобилям в Мексике."),
    "avto": ("ru", "Автомобили и пошлины", "Автомобили дорожают, потому что сталь и алюминий обложены пошлиной."),
    "fulath": ("ar", "رسوم الصلب", "الرسوم الجمركية على الصلب والألمنيوم تضر مصانع السيارات في المكسيك."),
    "sayarat": ("ar", "السيارات والرسوم", "مصانع السيارات في المكسيك تقول إن الرسوم الجمركية على الصلب ترفع الأسعار."),
}
TEXTS = {slug: Text(title, "", body, lang) for slug, (lang, title, body) in BODIES.items()}
LANGS = {slug: text.lang for slug, text in TEXTS.items()}
VECTORS = {slug: vectorise(text) for slug, text in TEXTS.items()}


def relate_all(slugs: list[str] | None = None, **settings: int | float) -> dict[str, tuple[Relation, ...]]:
    chosen = {slug: VECTORS[slug] for slug in slugs or VECTORS}
    most, threshold = int(settings.get("most", 5)), float(settings.get("threshold", 0.1))
    return relate(chosen, langs=LANGS, dates={}, most=most, threshold=threshold)


@pytest.mark.parametrize(
    ("slug", "nearest"),
    [
        ("steel", "cars"),
        ("orchard", "pears"),
        ("acero", "coches"),
        ("gang", "qiche"),
        ("stal", "avto"),
        ("fulath", "sayarat"),
    ],
)
def test_the_nearest_story_is_of_the_same_matter_in_every_script(slug: str, nearest: str) -> None:
    assert relate_all()[slug][0].slug == nearest


def test_nothing_is_shown_where_nothing_is_close() -> None:
    assert [relation.slug for relation in relate_all()["orchard"]] == ["pears"]
    assert not relate_all()["guoyuan"]


def test_a_relation_names_the_shared_words_best_first() -> None:
    terms = relate_all()["steel"][0].terms
    assert {"tariff", "aluminium"} & {word for word, _ in terms}
    assert [weight for _, weight in terms] == sorted((weight for _, weight in terms), reverse=True)


def test_languages_never_mix() -> None:
    for slug, relations in relate_all(most=50, threshold=0.0).items():
        assert {LANGS[one.slug] for one in relations} <= {LANGS[slug]}


def test_a_story_told_again_is_marked_and_shown_only_so_often() -> None:
    copies = {f"copy{n}": TEXTS["steel"] for n in range(6)}
    vectors = {slug: vectorise(text) for slug, text in {**TEXTS, **copies}.items()}
    langs = dict.fromkeys(copies, "en") | LANGS
    relations = relate(vectors, langs=langs, dates={})["steel"]
    assert sum(one.same for one in relations) == 2
    assert [one.slug for one in relations if not one.same] == ["cars"]


def test_of_equals_the_story_nearer_in_time_comes_first() -> None:
    vectors = {"a": VECTORS["steel"], "b": VECTORS["cars"], "c": VECTORS["cars"]}
    dates = {slug: datetime(2025, 4, day, tzinfo=UTC) for slug, day in (("a", 20), ("b", 1), ("c", 19))}
    relations = relate(vectors, langs={}, dates=dates, most_same=9)
    assert [one.slug for one in relations["a"]] == ["c", "b"]


MEANT = {
    "doctors": "The doctors of Tavira say that most patients leave the hospital cured.",
    "nurses": "Nurses in Tavira treat the sick and give them medicine at a clinic.",
    "bakers": "Bakers in Tavira knead their dough and sell bread from an oven.",
    "surgeons": "Surgeons heal ill people.",
}
MEANINGS = {slug: vectorise(Text("", "", body, "en")) for slug, body in MEANT.items()}


@pytest.mark.skipif(load_model() is None, reason="the word vectors are not built for this Python")
def test_of_stories_with_the_same_shared_words_the_one_on_the_same_matter_is_nearer() -> None:
    near = relate(MEANINGS, langs={}, dates={}, threshold=0.01)["doctors"]
    assert [one.slug for one in near][:2] == ["nurses", "bakers"]
    assert [term for one in near for term, _ in one.terms] == ["Tavira", "Tavira"]


@pytest.mark.skipif(load_model() is None, reason="the word vectors are not built for this Python")
@pytest.mark.parametrize(("one", "other", "shown"), [("steel", "cars", False), ("acero", "coches", True)])
def test_where_words_alone_are_compared_less_likeness_is_enough(one: str, other: str, shown: bool) -> None:
    alike = {slug: VECTORS[slug] for slug in (one, other)}
    score = relate(alike, langs={}, dates={}, threshold=0.0)[one][0].score
    assert bool(relate(alike, langs={}, dates={}, threshold=score * 1.3)[one]) is shown


def test_a_link_is_shown_only_with_shared_words() -> None:
    assert not relate(MEANINGS, langs={}, dates={}, threshold=0.01)["surgeons"]


@pytest.mark.skipif(load_model() is None, reason="the word vectors are not built for this Python")
def test_without_a_threshold_meaning_alone_counts() -> None:
    near = [one.slug for one in relate(MEANINGS, langs={}, dates={}, threshold=0.0)["surgeons"]]
    assert near[:2] == ["doctors", "nurses"]


@pytest.mark.skipif(load_model() is None, reason="the word vectors are not built for this Python")
@pytest.mark.parametrize("times", [1, 20, 100])
def test_meaning_has_a_smaller_share_of_a_longer_text(times: int) -> None:
    body = " ".join([MEANT["doctors"]] * times)
    share = SHARE * min(1.0, WORDS / len(body.split()))
    numbers = array("b", measure_meaning(Text("", "", body, "en")))
    assert len(numbers) == SIZE
    assert sum(number**2 for number in numbers) / UNIT**2 == pytest.approx(share, rel=0.03)


def test_word_vectors_are_for_their_own_language_and_load_nothing_that_could_go_online() -> None:
    assert not any(VECTORS[slug].meaning for slug, lang in LANGS.items() if lang != "en")
    code = "import sys; from briefing.meaning import load_model; load_model(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert not {"wordllama", "requests", "huggingface_hub", "httpx2", "urllib3"} & set(loaded)


def test_where_there_are_no_word_vectors_words_alone_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "find_spec", lambda _: None)
    load_model.cache_clear()
    vectors = {slug: vectorise(text) for slug, text in TEXTS.items()}
    load_model.cache_clear()
    assert not any(vector.meaning for vector in vectors.values())
    assert relate(vectors, langs=LANGS, dates={})["steel"][0].slug == "cars"


def test_a_vector_depends_on_its_own_text_alone() -> None:
    assert vectorise(TEXTS["steel"]) == VECTORS["steel"]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(sorted(TEXTS)), unique=True, min_size=1))
def test_likeness_is_mutual_and_independent_of_order(slugs: list[str]) -> None:
    related = relate_all(slugs, most=50, threshold=0.0)
    scores = {(slug, one.slug): one.score for slug, relations in related.items() for one in relations}
    assert all(scores[other, slug] == score for (slug, other), score in scores.items())
    assert all(0 < score <= 1.000001 for score in scores.values())
    assert relate_all(slugs[::-1], most=50, threshold=0.0) == related


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "zh", "ja", "ar", "th", "xx", ""]))
def test_any_text_has_a_vector(body: str, lang: str) -> None:
    vector = vectorise(Text("", "", body, lang))
    ids, weights = array("Q", vector.ids), array("f", vector.weights)
    assert ids.tolist() == sorted(set(ids))
    assert len(weights) == len(ids)
    assert all(weight > 0 for weight in weights)
    assert len(vector.forms.splitlines()) == len(vector.places) // 2
    assert unpack_vector(pack_vector(vector)) == vector


@pytest.mark.parametrize(
    ("title", "body", "form"),
    [
        ("Charging begins", "They went. Charging took a night.", "charging"),
        ("Geologists look", "The Geologists met. Old geologists came.", "geologists"),
        ("Sheinbaum speaks", "Sheinbaum came.", "Sheinbaum"),
        ("Steel in Mexico", "A mill of Valdoro.", "Valdoro"),
    ],
)
def test_a_shared_word_is_read_in_small_letters_unless_it_is_a_name(title: str, body: str, form: str) -> None:
    assert form in vectorise(Text(title, "", body, "en")).forms.splitlines()


SITES = st.dictionaries(st.integers(0, 30).map("s{:02}".format), st.sampled_from(sorted(TEXTS)), max_size=25)


@settings(deadline=None, max_examples=150)
@given(
    sites=st.lists(SITES, min_size=2, max_size=4),
    most=st.integers(1, 3),
    threshold=st.sampled_from([0.0, 0.1, 0.4]),
)
def test_an_update_is_equal_to_a_new_start(sites: list[dict[str, str]], most: int, threshold: float) -> None:
    memory: dict[str, bytes] = {}
    known = {vector.key: vector for vector in VECTORS.values()}
    for site in sites:
        vectors = {slug: VECTORS[name] for slug, name in site.items()}
        langs = {slug: LANGS[name] for slug, name in site.items()}
        updated = relate(vectors, memory, known.get, langs=langs, dates={}, most=most, threshold=threshold)
        assert updated == relate(vectors, langs=langs, dates={}, most=most, threshold=threshold)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_edits_of_a_larger_site_are_updated_exactly(data: st.DataObject) -> None:
    """Stories of few words, so that lists are full of ties and every edit reaches many of them."""
    words = "steel tariff mill orchard apple harvest energy forum gas port crane bridge".split()
    texts = st.lists(st.sampled_from(words), min_size=1, max_size=5).map(" ".join)
    site = {f"s{n:02}": data.draw(texts) for n in range(40)}
    memory: dict[str, bytes] = {}
    known: dict[bytes, Vector] = {}
    for _ in range(4):
        vectors = {slug: vectorise(Text("", "", body, "en")) for slug, body in site.items()}
        dates = {slug: datetime(2025, 1, 1 + len(body) % 28, tzinfo=UTC) for slug, body in site.items()}
        known |= {vector.key: vector for vector in vectors.values()}
        updated = relate(vectors, memory, known.get, langs={}, dates=dates, most=2)
        assert updated == relate(vectors, langs={}, dates=dates, most=2)
        for slug in data.draw(st.lists(st.sampled_from(sorted(site)), max_size=3)):
            site[slug] = data.draw(texts)
        site.pop(data.draw(st.sampled_from(sorted(site))))
        site[f"t{data.draw(st.integers(0, 99)):02}"] = data.draw(texts)


@pytest.mark.parametrize("spoilt", [b"", b"PK", b"{}", bytes(200)])
def test_a_spoilt_memory_is_made_anew(spoilt: bytes) -> None:
    memory = {"en": spoilt}
    assert relate(VECTORS, memory, langs=LANGS, dates={}) == relate_all()
    assert memory["en"] != spoilt


@pytest.mark.parametrize("threshold", [0.0, 0.1])
def test_the_size_of_a_block_changes_nothing(threshold: float, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = {
        f"s{n:02}": vectorise(Text("", "", f"Steel mills of port {'abcdefghij'[n % 7]}x", "en")) for n in range(40)
    }
    known = {vector.key: vector for vector in vectors.values()}
    edited = vectors | {"s03": VECTORS["steel"], "s09": VECTORS["cars"]}
    memory: dict[str, bytes] = {}
    whole = relate(edited, langs={}, dates={}, threshold=threshold)
    for module in (likeness, neighbours):
        monkeypatch.setattr(module, "BLOCK", 1)
    assert relate(edited, langs={}, dates={}, threshold=threshold) == whole
    relate(vectors, memory, known.get, langs={}, dates={}, threshold=threshold)
    assert relate(edited, memory, known.get, langs={}, dates={}, threshold=threshold) == whole


def test_measuring_gives_up_to_fifty_neighbours_without_a_threshold() -> None:
    texts = {str(n): Text(f"Steel {n}", "", "Steel mills make steel.", "en") for n in range(60)}
    assert all(len(near) == 50 for near in related_of(texts).values())


def test_an_empty_site_and_a_lonely_story_have_no_relations() -> None:
    assert relate({}, langs={}, dates={}) == {}
    assert relate({"a": VECTORS["steel"]}, langs={}, dates={}) == {"a": ()}
