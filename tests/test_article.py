"""An article's file says all that the article holds, and is refused with the line to mend."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, from_markdown, name_slug, opening, slugify, to_markdown
from briefing.compose import body_markdown
from briefing.errors import BriefingError
from briefing.front_matter import FIELDS, FIRST_YEAR, LAST_YEAR
from briefing.markup import to_html, to_plain
from briefing.seed.parts import Block, Role
from cases import Case, read_cases

PRINTABLE = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\ufeff")
TEXT = st.text(PRINTABLE, min_size=1, max_size=40).map(str.strip).filter(bool)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
FIRST, LAST = datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31)  # noqa: DTZ001 - hypothesis adds the zone
DATES = st.dates(FIRST.date(), LAST.date()) | st.datetimes(FIRST, LAST, timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
PAIR = st.fixed_dictionaries({"caption": TEXT, "credit": TEXT})
ARTICLES = st.builds(
    Article,
    title=TEXT,
    slug=TEXT.map(name_slug),
    date=DATES,
    modified=st.none() | DATES,
    summary=st.none() | TEXT,
    authors=TEXTS,
    place=st.none() | TEXT,
    source=st.none() | TEXT,
    lang=st.sampled_from(["en", "es", "no", "zh"]),
    lead=st.booleans(),
    category=st.none() | TEXT,
    not_tags=TEXTS,
    notes=TEXTS,
    images=st.lists(PAIR, max_size=2).map(tuple),
    status=st.sampled_from([None, "draft", "hidden", "embargoed"]),
    embargo=st.none() | DATES,
    tags=TEXTS,
    follows=st.none() | TEXT.map(name_slug),
    history=TEXTS,
    brief=TEXTS,
    keywords=TEXTS,
    image=st.none() | PAIR,
    read_more=st.lists(st.fixed_dictionaries({"title": TEXT, "source": TEXT}), max_size=2).map(tuple),
    seed=st.none() | st.fixed_dictionaries({"file": TEXT, "sha256": st.from_regex("[0-9]{8}", fullmatch=True)}),
    body=st.lists(TEXT, max_size=3).map(lambda lines: "".join(f"{line}\n" for line in lines)),
)
BLOCKS = st.lists(
    st.builds(Block, kind=st.sampled_from([Role.PARAGRAPH, Role.SUBHEAD, Role.QUOTE]), text=TEXT)
    | st.builds(Block, kind=st.just(Role.ITEM), text=TEXT, number=st.none() | st.integers(0, 20))
    | st.builds(
        Block, kind=st.just(Role.ROW), text=st.just(""), cells=st.lists(TEXT, min_size=1, max_size=3).map(tuple)
    ),
    max_size=8,
).map(tuple)


@given(ARTICLES)
def test_an_article_comes_back_from_its_file(article: Article) -> None:
    assert from_markdown(to_markdown(article), "story.md") == article


@given(ARTICLES)
def test_writing_twice_changes_no_byte(article: Article) -> None:
    once = to_markdown(article)
    assert to_markdown(from_markdown(once, "story.md")) == once


@given(BLOCKS)
def test_each_block_of_the_body_is_a_block_of_the_page(blocks: tuple[Block, ...]) -> None:
    """Nothing of the raw text is taken for markup, joined to its neighbour or lost."""
    texts = [" ".join(text.split()) for block in blocks for text in block.cells or (block.text,)]
    assert [text for text in to_plain(body_markdown(blocks)).split("\n\n") if text] == texts


def test_a_list_keeps_its_numbers() -> None:
    items = tuple(Block(Role.ITEM, f"item {number}", number) for number in (3, 4, 7))
    assert to_html(body_markdown(items)).count('<ol start="3">') == 1
    assert to_html(body_markdown(items)).count('<ol start="7">') == 1


@pytest.mark.parametrize("case", read_cases("front_matter"), ids=lambda case: case.title)
def test_a_wrong_key_is_refused_with_its_line(case: Case) -> None:
    with pytest.raises(BriefingError) as caught:
        from_markdown(case.input, "content/briefings/x.md")
    assert str(caught.value) == case.expected.strip()


@pytest.mark.parametrize("key", [key for key in FIELDS if len(key) > 2])
def test_a_key_with_one_slip_is_refused(key: str) -> None:
    ends = [(key[:at], key[at], key[at + 1 :]) for at in range(len(key))]
    slips = {f"{one}{other}" for one, _, other in ends} | {
        f"{one}{letter}{letter}{other}" for one, letter, other in ends
    }
    slips |= {f"{one}{other[:1]}{letter}{other[1:]}" for one, letter, other in ends}
    slips |= {f"{key}s", key.title(), key.upper(), key.replace("_", "-"), key.replace("_", "")}
    for slip in slips - FIELDS.keys():
        with pytest.raises(BriefingError, match=f"x.md:4: `{slip}` is no key of a story"):
            from_markdown(f"---\ntitle: A\ndate: 2025-04-04\n{slip}: x\n---\n\nText.\n", "x.md")


def test_a_value_that_stands_twice_is_written_twice() -> None:
    moment = datetime(2025, 4, 4, 10, tzinfo=UTC)
    text = to_markdown(Article(title="A", slug="a", date=moment, embargo=moment))
    assert text.count("2025-04-04 10:00:00+00:00") == 2


def test_an_editors_own_keys_are_kept() -> None:
    article = from_markdown("---\ntitle: A\ndate: 2025-04-04\nphotographer: true\n---\nBody\n", "x.md")
    assert article.extra == {"photographer": True}
    assert from_markdown(to_markdown(article), "x.md") == article


def test_a_page_needs_no_date() -> None:
    assert from_markdown("---\ntitle: About\n---\n", "about.md", page=True).date is None


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Russia, Mexico explore more energy ties", "russia-mexico-explore-more-energy-ties"),
        ("Диплом с другого берега", "diplom-s-drugogo-berega"),
        ("It's a “test” — O’Neill’s", "its-a-test-oneills"),
        ("…!?", ""),
        ("a" * 30 + " " + "b" * 60, "a" * 30),
    ],
)
def test_a_slug_is_plain_words(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_the_opening_ends_with_a_sentence() -> None:
    first = f"A sentence of {'many ' * 20}words."
    assert opening(f"{first} Another one of {'many ' * 30}words.\n\nMore.") == first


def test_yaml_dates_keep_their_kind() -> None:
    day = from_markdown("---\ntitle: A\ndate: 2025-04-04\n---\n", "x.md").date
    moment = from_markdown("---\ntitle: A\ndate: 2025-04-04 10:30:00+02:00\n---\n", "x.md").date
    assert type(day) is date
    assert isinstance(moment, datetime)
    assert moment.isoformat() == "2025-04-04T10:30:00+02:00"
