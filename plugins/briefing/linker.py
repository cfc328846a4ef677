"""Related stories for every story, each with what the two have in common."""

from pathlib import Path
from typing import Any

from pelican.plugins import signals

from briefing.cache import Cache, digest, digest_code, work_out
from briefing.related import Relation, relate
from briefing.vectors import pack_vector, unpack_vector, vectorise

CACHE = "vectors"
CODE = ("kinds", "likeness", "neighbours", "vectors", "words")
"""The modules that decide what the vector of a text and its nearest are."""


def link_articles(generator: Any) -> None:
    """Give each published story its nearest ones, as pairs of the other story and the relation."""
    articles = {article.slug: article for article in (*generator.articles, *generator.translations)}
    langs = {slug: article.lang for slug, article in articles.items()}
    cache = Cache(Path(generator.settings["CACHE_PATH"], CACHE), digest_code(CODE))
    texts = {slug: article.text for slug, article in articles.items()}
    vectors = work_out(cache, texts, vectorise, pack_vector, unpack_vector)
    keys = {lang: digest("nearest", lang) for lang in sorted(set(langs.values()))}
    memory = {lang: cache.recall(key) or b"" for lang, key in keys.items()}
    relations = relate(
        vectors,
        memory,
        langs=langs,
        dates={slug: article.date for slug, article in articles.items()},
        **generator.settings["RELATED"],
    )
    for lang, former in memory.items():
        cache.keep(keys[lang], former)
    cache.save()
    for slug, article in articles.items():
        article.related = tuple((articles[relation.slug], relation) for relation in relations[slug])
    for article in articles.values():
        if earlier := articles.get(article.story.follows):
            put_first(article, earlier, "earlier in this story")
            put_first(earlier, article, "later in this story")


def put_first(article: Any, other: Any, reason: str) -> None:
    """Let a story's related ones begin with one that it carries on, or that carries it on."""
    others = (pair for pair in article.related if pair[0] is not other)
    article.related = ((other, Relation(other.slug, 1.0, ((reason, 1.0),))), *others)


def register() -> None:
    signals.article_generator_finalized.connect(link_articles)
