"""A made-up news site of any size: the same stories on every machine, as one list that each tool's files are made of.

A story draws a few topics, the early ones most often, and part of its words from those of its topics, so that stories
of one topic are alike. Topics, and with them tags, grow with the site.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product

from wordfreq import top_n_list, word_frequency

SECTIONS = ("Energy", "Industry", "Politics", "Science", "Trade")
PLACES = "Valdoro Porvela Quillay Sarenne Montalba Ostrov Belmar Karsund Tavira Lindau".split()
FIRST = "Ana Tom Lena Boris Mei Carlos Ingrid Omar Julia Peter".split()
LAST = "Ruiz Lee Novak Belver Halloran Sato Lindqvist Okoye Marchetti Duarte".split()
FIELDS = """
    harbour railway airport port ferry bridge canal road grid solar wind gas oil coal nuclear hydrogen copper steel
    aluminium lithium timber cotton wheat maize coffee fish milk cement glass paper textile chemical medicine vaccine
    satellite chip battery software bank insurance housing
""".split()
MATTERS = """
    tariffs strikes prices exports imports quotas permits auctions mergers subsidies taxes wages jobs training safety
    inspections recalls standards patents research trials grants loans bonds shares profits losses closures openings
    upgrades repairs delays storms floods droughts fires courts elections treaties sanctions
""".split()
WORDS = [word for word in top_n_list("en", 20_000) if word.isalpha() and word.isascii()]
FREQUENCIES = list(accumulate(word_frequency(word, "en") for word in WORDS))
LENGTH = 500
NEWEST = datetime(2025, 12, 31, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Topic:
    """What stories are about: the tag that an editor gives them, and the words that they share."""

    tag: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story, before it is a file of any tool."""

    slug: str
    title: str
    date: datetime
    summary: str
    author: str
    place: str
    section: str
    tags: tuple[str, ...]
    body: str


def make_stories(size: int) -> list[Story]:
    """Make the stories of a site, an hour apart, the newest first."""
    topics = make_topics(50 + size // 20)
    return [make_story(number, topics) for number in range(size)]


def make_topics(number: int) -> list[Topic]:
    """Make topics with a tag of two words each; those of a larger site begin with those of a smaller one."""
    chance = random.Random(1)  # noqa: S311 - nothing secret, here and below
    tags = [f"{field} {matter}".capitalize() for field, matter in product(FIELDS, MATTERS)]
    chance.shuffle(tags)
    return [Topic(tag, tuple(chance.choices(WORDS[500:], k=60))) for tag in tags[:number]]


def make_story(number: int, topics: list[Topic]) -> Story:
    """Make the story of a number, which is the same in every site with the same topics."""
    chance = random.Random(number)  # noqa: S311
    own = [topics[at] for at in sorted({draw_topic(chance, len(topics)) for _ in range(5)})]
    pool = [word for topic in own for word in topic.words]
    return Story(
        slug=f"story-{number:05}",
        title=" ".join(chance.choices(pool, k=7)).capitalize(),
        date=NEWEST - timedelta(hours=number),
        summary=make_sentence(chance, pool),
        author=make_person(chance),
        place=chance.choice(PLACES),
        section=SECTIONS[number % len(SECTIONS)],
        tags=tuple(topic.tag for topic in own),
        body=make_body(chance, pool),
    )


def draw_topic(chance: random.Random, number: int) -> int:
    """Draw the number of a topic, the early ones most often."""
    return min(int(chance.expovariate(4 / number)), number - 1)


def make_body(chance: random.Random, pool: list[str]) -> str:
    """Write Markdown: paragraphs, some with emphasis and links, and headings between them."""
    blocks: list[str] = []
    words = 0
    while words < LENGTH:
        text = " ".join(make_sentence(chance, pool) for _ in range(chance.randint(2, 4)))
        words += text.count(" ") + 1
        if chance.random() < 0.2:
            text += f" See *{chance.choice(pool)}* and [the figures](https://example.org/{chance.randint(1, 999)})."
        if blocks and chance.random() < 0.15:
            blocks.append("## " + " ".join(chance.choices(pool, k=4)).capitalize())
        blocks.append(text)
    return "\n\n".join(blocks) + "\n"


def make_sentence(chance: random.Random, pool: list[str]) -> str:
    """Write words as often as English has them, a quarter of them the topics' own, with a name here and there."""
    length = chance.randint(8, 24)
    words = chance.choices(WORDS, cum_weights=FREQUENCIES, k=length)
    for _ in range(length // 4):
        words[chance.randrange(length)] = chance.choice(pool)
    if chance.random() < 0.3:
        words.insert(chance.randrange(1, length), make_person(chance))
    if chance.random() < 0.2:
        words.insert(chance.randrange(1, length), chance.choice(PLACES))
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def make_person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"
