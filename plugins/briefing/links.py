"""Related stories for every story, each with what the two have in common."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefing.cache import Cache, digest_code, memoise
from briefing.digests import digest
from briefing.related import Relation, relate
from briefing.stories import Texts
from briefing.vectors import Vector, pack_vector, unpack_vector, vectorise

CACHE = "vectors"
CODE = (
    *("alike", "collector", "columns", "digests", "frequencies", "kinds", "likeness", "locales", "meaning"),
    *("neighbours", "related", "vectors", "words"),
)
"""The modules that decide what the vector of a text and its nearest are."""
LIBRARIES = ("snowballstemmer", "tokenizers", "wordfreq", *(["wordllama"] if find_spec("wordllama") else []))


def link_stories(stories: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
    """Give each of the stories, by their slugs, its nearest ones, as pairs of the other story and the relation."""
    langs = {slug: story.lang for slug, story in stories.items()}
    cache = open_cache(settings)
    texts = Texts(stories)
    vectors = memoise(cache, texts, vectorise, pack_vector, unpack_vector, texts.keys_of())
    keys = {lang: digest("nearest", lang) for lang in sorted(set(langs.values()))}
    memory = {lang: cache.recall(key) or b"" for lang, key in keys.items()}

    def recall(key: bytes) -> Vector | None:
        data = cache.look_up(key)
        return unpack_vector(data) if data else None

    relations = relate(
        vectors,
        memory,
        recall,
        langs=langs,
        dates={slug: story.date for slug, story in stories.items()},
        **settings["RELATED"],
    )
    for lang, former in memory.items():
        cache.keep(keys[lang], former)
    cache.save()
    for slug, story in stories.items():
        story.related = tuple((stories[relation.slug], relation) for relation in relations[slug])
    for story in stories.values():
        if earlier := stories.get(story.story.follows):
            put_first(story, earlier, "earlier in this story")
            put_first(earlier, story, "later in this story")
    settings["RUN"].lap("related stories")


def open_cache(settings: Mapping[str, Any]) -> Cache:
    """Open what is kept of the vectors of texts and their nearest ones."""
    return Cache(Path(settings["CACHE_PATH"], CACHE), digest_code(CODE, LIBRARIES))


def put_first(story: Any, other: Any, reason: str) -> None:
    """Let a story's related ones begin with one that it carries on, or that carries it on."""
    others = (pair for pair in story.related if pair[0] is not other)
    story.related = ((other, Relation(other.slug, 1.0, ((reason, 1.0),))), *others)
