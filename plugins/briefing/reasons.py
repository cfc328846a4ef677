"""Why a story has its tags and related stories: the phrases, the shared words, and what each weighs."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from briefing.candidates import candidates
from briefing.errors import BriefingError
from briefing.nearest import did_you_mean
from briefing.offers import EDITOR, KEYWORDS, TEXT
from briefing.rows import isolate, wrap

ORIGINS = {EDITOR: "an editor's own", KEYWORDS: "from the keywords of the text", TEXT: "found in the text"}
BAR = 10


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or phrase of the story, in all the forms it has there."""

    forms: tuple[str, ...]
    count: int
    score: float


@dataclass(frozen=True, slots=True)
class TagReason:
    """One tag: `score` is its phrases' after the company it keeps, `stories` how many have it."""

    name: str
    kind: str
    origin: str
    score: float
    stories: int
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class LinkReason:
    """One related story: `likeness` is between 0 and 1; `terms` are the heaviest that both share."""

    slug: str
    title: str
    likeness: float
    same_story: bool
    terms: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Both, for one story."""

    slug: str
    title: str
    tags: tuple[TagReason, ...]
    related: tuple[LinkReason, ...]


def find_story(slug: str, published: Sequence[Any], hidden: Sequence[Any]) -> Any:
    """Find the story of an address among Pelican's; only published ones have reasons."""
    for article in published:
        if article.slug == slug:
            return article
    for article in hidden:
        if article.slug == slug:
            file = os.path.relpath(article.source_path, article.settings["ROOT"])
            message = (
                f"tags and links are chosen among published stories: take `status: {article.status}` out to see them"
            )
            raise BriefingError(message, file)
    near = did_you_mean(slug, (article.slug for article in published))
    advice = near or ": name a file in seeds/ or the slug of a story"
    raise BriefingError(f"there is no story and no seed `{slug}`{advice}")


def find_reasons(article: Any, published: Sequence[Any]) -> Reasons:
    """Lay open what the tagger and the linker left with a story."""
    holders = Counter(tag.slug for other in published for tag in other.tags)
    found = candidates(article.record.text)
    tags = tuple(
        TagReason(
            name=choice.name,
            kind=choice.kind,
            origin=choice.by,
            score=choice.score,
            stories=holders[slug],
            phrases=tuple(
                Phrase(one.surfaces, one.count, round(one.score, 2))
                for one in found
                if not set(one.surfaces).isdisjoint(choice.evidence)
            ),
        )
        for slug, choice in article.tag_choices.items()
    )
    related = tuple(
        LinkReason(other.slug, other.title, relation.score, relation.same, relation.terms)
        for other, relation in article.related
    )
    return Reasons(article.slug, article.title, tags, related)


def reasons_as_json(reasons: Reasons) -> dict[str, Any]:
    return asdict(reasons)


def write_reasons(reasons: Reasons) -> Iterator[str]:
    """Explain in plain lines, one a tag and one a related story, to be searched and piped."""
    for tag in reasons.tags:
        phrases = "; ".join(map(say_phrase, tag.phrases))
        yield f"tag {tag.name}: {say_tag(tag)}{': ' if phrases else ''}{phrases}"
    for link in reasons.related:
        terms = ", ".join(f"{term} {weight:.2f}" for term, weight in link.terms)
        yield f"related {link.slug}: {say_link(link)}: {terms}"


def say_tag(tag: TagReason) -> str:
    """Say in a line why a tag was chosen."""
    score = f", {tag.score:.2f}" if tag.score else ""
    stories = "in this story only" if tag.stories == 1 else f"on {tag.stories} stories"
    return f"{tag.kind}, {ORIGINS[tag.origin]}{score}, {stories}"


def say_phrase(phrase: Phrase) -> str:
    forms = ", ".join(f"“{form}”" for form in phrase.forms)
    return f"{forms} {'once' if phrase.count == 1 else f'{phrase.count} times'}, {phrase.score:.2f}"


def say_link(link: LinkReason) -> str:
    return f"likeness {link.likeness:.2f}{', the same story' if link.same_story else ''}"


def draw_reasons(reasons: Reasons, console: Console) -> Iterator[Text]:
    """Explain in rows for a terminal: bars for the weights, the rest in words."""
    yield from fold(Text(reasons.title, "bold"), 0, console)
    yield Text()
    yield Text("Tags" if reasons.tags else "No tags", "underline")
    heaviest = max((phrase.score for tag in reasons.tags for phrase in tag.phrases), default=1.0)
    for tag in reasons.tags:
        yield from fold(Text.assemble((tag.name, "green"), (f"  {say_tag(tag)}", "dim")), 2, console)
        for phrase in tag.phrases:
            yield from weigh(phrase.score, heaviest, Text(say_phrase(phrase)), console)
    yield Text()
    yield Text("Related" if reasons.related else "No related stories", "underline")
    heaviest = max((weight for link in reasons.related for _, weight in link.terms), default=1.0)
    for link in reasons.related:
        yield from fold(Text.assemble((link.title, "green"), (f"  {say_link(link)}", "dim")), 2, console)
        yield from fold(Text(link.slug, "cyan"), 4, console)
        for term, weight in link.terms:
            yield from weigh(weight, heaviest, Text(f"{term}, {weight:.2f}"), console)


def weigh(weight: float, heaviest: float, text: Text, console: Console) -> Iterator[Text]:
    """Draw a bar in proportion, and the text beside it."""
    bar = "━" * max(1, round(BAR * weight / heaviest))
    for at, row in enumerate(wrap(text, max(8, console.width - BAR - 5), console)):
        yield Text.assemble("    ", (f"{'' if at else bar:{BAR}} ", "magenta"), isolate(row))


def fold(text: Text, indent: int, console: Console) -> Iterator[Text]:
    """Break at words and indent."""
    for row in wrap(text, max(8, console.width - indent), console):
        yield Text(" " * indent).append_text(isolate(row))
