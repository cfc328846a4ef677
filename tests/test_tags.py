"""Tags describe a story, connect it with others, and obey the editors."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.digests import digest_text
from briefing.offers import Offer
from briefing.picking import Limits, pick_tags
from briefing.tags import TagChoice, candidates, choose_tags
from briefing.vocabulary import Vocabulary, load_vocabulary
from briefing.words import Text

PACKAGE = Path(__file__).parent.parent / "plugins"
NONE = Vocabulary()
STORIES = {
    "forum": Text(
        "Russia and Mexico open energy forum",
        "A forum on energy",
        "The forum on energy opened in Mexico City on Friday. Russian officials said energy ties would grow. "
        "President Claudia Sheinbaum spoke about steel tariffs.\n\nSheinbaum met the head of the Valdoro Trade "
        "Council (VTC). The VTC trades in steel.",
        "en",
    ),
    "steel": Text(
        "Steel tariffs worry Mexico",
        "",
        "A tariff on steel worries mills in Mexico. The U.S. set the tariff in March. Sheinbaum asked the United "
        "States to talk. Energy is dear for steel mills.",
        "en",
    ),
    "gas": Text(
        "Energy from gas in Russia",
        "",
        "Gas gives Russia much of its energy. The VTC said that gas prices and energy prices rose in January.",
        "en",
    ),
    "acero": Text("El acero y la energía", "", "El acero necesita energía. La energía del acero es cara.", "es"),
}


def choose(
    stories: Mapping[str, Text],
    vocabulary: Vocabulary = NONE,
    *,
    editor: Mapping[str, Sequence[str]] | None = None,
    keywords: Mapping[str, Sequence[str]] | None = None,
    not_tags: Mapping[str, Sequence[str]] | None = None,
    **limits: Any,
) -> dict[str, tuple[TagChoice, ...]]:
    return choose_tags(
        {slug: candidates(text) for slug, text in stories.items()},
        editor=editor or {},
        keywords=keywords or {},
        not_tags=not_tags or {},
        vocabulary=vocabulary,
        langs={slug: text.lang for slug, text in stories.items()},
        **limits,
    )


def name_all(choices: Sequence[TagChoice]) -> list[str]:
    return [choice.name for choice in choices]


def test_surface_forms_of_one_story_merge_into_the_best() -> None:
    found = {one.name: one for one in candidates(STORIES["forum"])}
    assert found["Claudia Sheinbaum"].kind == "person"
    assert "Sheinbaum" in found["Claudia Sheinbaum"].surfaces
    assert "Sheinbaum" not in found
    assert {"Russia", "Russian"} <= set(found["Russia"].surfaces)
    assert "VTC" in found["Valdoro Trade Council"].surfaces


def test_surnames_and_acronyms_join_the_longer_name_of_another_story() -> None:
    chosen = choose(STORIES, per_story=20, most_alone=20)
    assert "Claudia Sheinbaum" in name_all(chosen["steel"])
    assert "Valdoro Trade Council" in name_all(chosen["gas"])
    assert not {"Sheinbaum", "VTC", "US", "U.S.", "Russian", "tariffs"} & set(name_all(chosen["steel"]))


def test_a_name_is_known_by_what_ends_it_though_its_bearers_office_stands_before_it() -> None:
    text = Text(
        "Prado resigns",
        "",
        "Secretary of State Daniel Prado left. Engineer Daniel Prado had built a dam. Ziyed Ben Quarrel, an aide, left "
        "too. Prado thanked Quarrel, and Ben Quarrel thanked him. A row with Minister for Trade Ana Valdoro ended.",
        "en",
    )
    names = {one.name for one in candidates(text)}
    assert {"Daniel Prado", "Ziyed Ben Quarrel", "Ana Valdoro"} <= names
    assert len([name for name in names if name.endswith(("Prado", "Quarrel", "Valdoro"))]) == 3


def test_a_surname_means_whom_nearly_all_stories_mean_and_no_word_in_small_letters() -> None:
    stories = {f"s{n}": Text("Peter Stern met", "", f"Peter Stern met guests in hall {n}.", "en") for n in range(8)}
    stories["sister"] = Text("Emma Stern sings", "", "Emma Stern sang for the guests.", "en")
    stories["late"] = Text("Guests wait for Stern", "", "The guests waited for Stern. Then Stern came.", "en")
    stories["boat"] = Text("Boats and sterns", "", "A boat has a stern. The stern of the boat is low.", "en")
    chosen = choose(stories, max_share=1.0, per_story=10, most_alone=10)
    assert "Peter Stern" in name_all(chosen["late"])
    assert "Peter Stern" not in name_all(chosen["boat"])


def test_shared_places_and_topics_are_chosen() -> None:
    assert {"Russia", "energy", "Claudia Sheinbaum"} <= set(name_all(choose(STORIES)["forum"]))


@pytest.mark.parametrize("word", ["Friday", "January", "March", "said", "Reuters", "2024", "the"])
def test_the_calendar_and_furniture_are_never_tags(word: str) -> None:
    text = Text(f"{word} news", "", f"{word} came. On {word}, steel fell. {word} {word} rose (Reuters).", "en")
    assert word.lower() not in {one.name.lower() for one in candidates(text)}


def test_a_single_story_gets_sensible_tags() -> None:
    names = name_all(choose({"forum": STORIES["forum"]})["forum"])
    assert len(names) >= 4
    assert {"energy", "Claudia Sheinbaum"} & set(names)


def test_a_tag_on_nearly_every_story_of_a_larger_site_is_none() -> None:
    stories = {f"s{n}": Text(f"Steel and number {n}", "", "Steel is made. Steel is sold.", "en") for n in range(20)}
    assert all("steel" not in name_all(tags) for tags in choose(stories).values())
    assert all("steel" in name_all(tags) for tags in choose(stories, max_share=1.0).values())


def test_what_a_story_is_about_comes_before_what_others_only_mention_too() -> None:
    stories = {
        "owl": Text("Barn owls return", "", "Barn owls nest by the harbour. The barn owls hunt at the harbour.", "en"),
        "dam": Text("A harbour is built", "", "The harbour needs concrete. The harbour needs stone.", "en"),
    }
    names = name_all(choose(stories)["owl"])
    assert names.index("barn owls") < names.index("harbour")


def test_of_phrases_with_one_head_one_is_a_tag_and_a_part_that_is_not_the_head_may_be_another() -> None:
    body = "The river bank broke. A river bank is made of clay. The bank broke where the river turns. The river rose."
    names = name_all(choose({"flood": Text("River bank breaks", "", body, "en")})["flood"])
    assert ("bank" in names) + ("river bank" in names) == 1
    assert "river" in names


@pytest.mark.parametrize(("share", "first"), [(0.5, "shared"), (0.2, "rare")])
def test_company_lifts_a_tag_that_weighs_something_by_itself(share: float, first: str) -> None:
    weights = {"main": 10.0, "shared": 10 * share, "rare": 10 * share + 0.1}
    given = {
        ("en", name): Offer(("en", name), name, "topic", weight, 1, (), "text") for name, weight in weights.items()
    }
    company = {("en", "main"): 2, ("en", "shared"): 40, ("en", "rare"): 2}
    limits = Limits(per_story=3, min_stories=2, max_share=1, most_alone=0, at_least=0)
    assert [one.name for _, one, _ in pick_tags(given, company, {"en": 99}, limits)][1] == first


def test_what_weighs_next_to_nothing_is_no_tag_though_others_have_it() -> None:
    stories = {
        "pilot": Text("Pilots", "", "Canary pilots met a canary. Pilots of the canary waited a year.", "en"),
        "baker": Text("Bakers", "", "Bakers made sourdough. The sourdough of the bakers took a year.", "en"),
    }
    assert all("year" not in name_all(tags) for tags in choose(stories).values())


def test_vocabulary_gives_name_kind_and_parent_over_languages() -> None:
    vocabulary = load_vocabulary(
        'never = ["Gas"]\n[tags.Metals]\nkind = "topic"\n'
        '[tags.Steelmaking]\naliases = ["steel", "acero"]\nkind = "topic"\nparent = "Metals"\n',
        "vocabulary.toml",
    )
    chosen = choose(STORIES, vocabulary, per_story=12, most_alone=12)
    assert "Steelmaking" in name_all(chosen["steel"])
    assert "Metals" in name_all(chosen["steel"])
    assert "Steelmaking" in name_all(chosen["acero"])
    assert "gas" not in [name.lower() for name in name_all(chosen["gas"])]


def test_an_editors_tag_outlives_veto_and_limit_and_keeps_its_evidence() -> None:
    chosen = choose(STORIES, editor={"gas": ["Steel", "Energy"]}, not_tags={"gas": ["Energy", "Russia"]}, per_story=1)
    assert name_all(chosen["gas"]) == ["Steel", "Energy"]
    assert [choice.by for choice in chosen["gas"]] == ["editor", "editor"]
    assert "energy" in chosen["gas"][1].evidence


def test_two_tags_of_an_editor_that_look_like_one_are_both_kept() -> None:
    chosen = choose(STORIES, editor={"gas": ["Price", "Prices"]})
    assert name_all(chosen["gas"])[:2] == ["Price", "Prices"]


def test_stated_keywords_come_before_tags_of_the_text() -> None:
    chosen = choose(STORIES, editor={"gas": ["Pipelines"]}, keywords={"gas": ["Winter", "Energy"]})
    assert [(c.name.lower(), c.by) for c in chosen["gas"]][:3] == [
        ("pipelines", "editor"),
        ("winter", "keywords"),
        ("energy", "keywords"),
    ]


NAMES = st.lists(st.sampled_from(["Steel", "energy", "Energy", "Русь", "a-b", "Mexico", "US", "USA"]), max_size=4)
SITES = st.fixed_dictionaries(dict.fromkeys(STORIES, NAMES))


@settings(deadline=None, max_examples=40)
@given(editor=SITES, keywords=SITES, not_tags=SITES, slugs=st.permutations(sorted(STORIES)))
def test_editors_come_first_vetoes_hold_and_order_is_nothing(
    editor: dict[str, list[str]], keywords: dict[str, list[str]], not_tags: dict[str, list[str]], slugs: list[str]
) -> None:
    chosen = choose(STORIES, editor=editor, keywords=keywords, not_tags=not_tags)
    for slug, tags in chosen.items():
        wanted = list(dict.fromkeys(name.casefold() for name in editor[slug]))
        mine = [tag.name.casefold() for tag in tags if tag.by == "editor"]
        assert mine == [tag.name.casefold() for tag in tags][: len(mine)]
        assert mine == wanted
        assert not {tag.name.casefold() for tag in tags if tag.by != "editor"} & {n.casefold() for n in not_tags[slug]}
    turned = {slug: STORIES[slug] for slug in slugs}
    assert choose(turned, editor=editor, keywords=keywords, not_tags=not_tags) == chosen


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.text(max_size=30), st.sampled_from(["en", "de", "ru", "zh", "ar", "th", ""]))
def test_any_text_has_candidates_that_stand_in_it(body: str, title: str, lang: str) -> None:
    found = candidates(Text(title, "", body, lang))
    assert len({one.key for one in found}) == len(found)
    assert all(one.name and one.surfaces and one.score >= 0 for one in found)


SENTENCES = (
    "President Claudia Sheinbaum spoke of steel.",
    "Sheinbaum left.",
    "Ana Sheinbaum sang.",
    "The Valdoro Trade Council (VTC) met.",
    "The VTC trades in steel tariffs.",
    "The Valley Transit Company (VTC) runs trams.",
    "Russia sells gas.",
    "A forum on energy opened in Mexico City.",
    "Steel tariffs worry Mexico.",
)
WISHES = st.lists(st.sampled_from(["Steel", "Sheinbaum", "VTC", "energy"]), max_size=2)
PART = st.tuples(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), WISHES, WISHES, WISHES)
SITE = st.dictionaries(st.integers(0, 20).map("s{:02}".format), PART, max_size=16)
WORDS = load_vocabulary(
    'never = ["Gas"]\n[tags.Steelmaking]\naliases = ["steel"]\nparent = "Metals"\n[tags.Metals]\n', "vocabulary.toml"
)


@settings(deadline=None, max_examples=100)
@given(
    sites=st.lists(SITE, min_size=2, max_size=4),
    vocabulary=st.sampled_from([NONE, WORDS]),
    wishes=st.booleans(),
    max_share=st.sampled_from([0.1, 0.5]),
)
def test_an_update_is_equal_to_a_new_start(
    sites: list[dict[str, tuple[str, list[str], list[str], list[str]]]],
    vocabulary: Vocabulary,
    wishes: bool,
    max_share: float,
) -> None:
    """Each site is the last one with edits, since stories of two sites often have one slug and one text."""
    memory: dict[str, bytes] = {}
    for site in sites:
        texts = {slug: Text(body.split()[0], "", body, "en") for slug, (body, *_) in site.items()}
        found = {slug: candidates(text) for slug, text in texts.items()}
        keys = {slug: digest_text(text) for slug, text in texts.items()}
        editor, keywords, not_tags = ({slug: part[at] for slug, part in site.items() if wishes} for at in (1, 2, 3))
        arguments: dict[str, Any] = {
            "editor": editor, "keywords": keywords, "not_tags": not_tags, "vocabulary": vocabulary,
            "langs": dict.fromkeys(site, "en"), "max_share": max_share,
        }  # fmt: skip
        assert choose_tags(found, memory, keys, **arguments) == choose_tags(found, **arguments)


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_an_edit_of_a_larger_site_is_updated_exactly(data: st.DataObject) -> None:
    part = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
    site = {f"s{n:02}": data.draw(part) for n in range(30)}
    memory: dict[str, bytes] = {}
    for _ in range(4):
        texts = {slug: Text("", "", body, "en") for slug, body in site.items()}
        found = {slug: candidates(text) for slug, text in texts.items()}
        keys = {slug: digest_text(text) for slug, text in texts.items()}
        arguments: dict[str, Any] = {
            "editor": {}, "keywords": {}, "not_tags": {}, "vocabulary": NONE, "langs": dict.fromkeys(site, "en"),
        }  # fmt: skip
        assert choose_tags(found, memory, keys, **arguments) == choose_tags(found, **arguments)
        site[data.draw(st.sampled_from(sorted(site)))] = data.draw(part)
        site.pop(data.draw(st.sampled_from(sorted(site))))
        site[f"t{data.draw(st.integers(0, 99)):02}"] = data.draw(part)


def test_a_surname_that_comes_to_be_of_two_people_is_chosen_for_anew() -> None:
    site = {"a": "President Claudia Sheinbaum spoke of steel.", "b": "Sheinbaum left for the steel mills."}
    memory: dict[str, bytes] = {}
    chosen = []
    for bodies in (site, site | {"c": "Ana Sheinbaum sang."}):
        texts = {slug: Text("", "", body, "en") for slug, body in bodies.items()}
        found = {slug: candidates(text) for slug, text in texts.items()}
        keys = {slug: digest_text(text) for slug, text in texts.items()}
        arguments: dict[str, Any] = {
            "editor": {}, "keywords": {}, "not_tags": {}, "vocabulary": NONE, "langs": dict.fromkeys(bodies, "en"),
        }  # fmt: skip
        chosen.append(choose_tags(found, memory, keys, **arguments))
        assert chosen[-1] == choose_tags(found, **arguments)
    assert chosen[0]["b"] != chosen[1]["b"]


@pytest.mark.parametrize("spoilt", [b"", b"PK", b"{}", bytes(200)])
def test_a_spoilt_memory_is_made_anew(spoilt: bytes) -> None:
    memory = {"tags": spoilt}
    found = {slug: candidates(text) for slug, text in STORIES.items()}
    keys = {slug: digest_text(text) for slug, text in STORIES.items()}
    langs = {slug: text.lang for slug, text in STORIES.items()}
    chosen = choose_tags(found, memory, keys, editor={}, keywords={}, not_tags={}, vocabulary=NONE, langs=langs)
    assert chosen == choose(STORIES)
    assert memory["tags"] != spoilt


def test_hash_seed_and_locale_change_nothing() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); import test_tags as t\n"
        "from briefing.measure import related_of\n"
        "print(t.choose(t.STORIES), related_of(t.STORIES))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=PACKAGE.parent,
            env={**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "1"},
        ).stdout
        for seed, locale in [("0", "C"), ("1", "C.UTF-8"), ("77", "C")]
    }
    assert len(answers) == 1
