"""Tags for every story, an editor's first; the others are chosen over the whole site."""

from pathlib import Path
from typing import Any

from pelican.plugins import signals
from pelican.urlwrappers import Tag

from briefing.article import name_slug
from briefing.cache import Cache, digest_code, work_out
from briefing.candidates import candidates, pack_candidates, unpack_candidates
from briefing.errors import BriefingError
from briefing.tags import choose_tags
from briefing.vocabulary import load_vocabulary

VOCABULARY = "vocabulary.toml"
CACHE = "candidates"
CODE = ("candidates", "kinds", "names", "phrases", "words")
"""The modules that decide what the candidates of a text are."""


def tag_articles(generator: Any) -> None:
    """Give each published story its tags, with the choice behind each in `tag_choices`.

    A draft and a hidden story keep their editor's tags only: what is not published must not change what is.
    """
    articles = [*generator.articles, *generator.translations]
    stories = {article.slug: article.story for article in articles}
    cache = Cache(Path(generator.settings["CACHE_PATH"], CACHE), digest_code(CODE))
    texts = {article.slug: article.text for article in articles}
    found = work_out(cache, texts, candidates, pack_candidates, unpack_candidates)
    cache.save()
    chosen = choose_tags(
        found,
        editor={slug: story.tags for slug, story in stories.items()},
        keywords={slug: story.keywords for slug, story in stories.items()},
        not_tags={slug: story.not_tags for slug, story in stories.items()},
        vocabulary=load_vocabulary(*vocabulary_file(Path(generator.settings["PATH"]))),
        langs={article.slug: article.lang for article in articles},
        **generator.settings["TAGS"],
    )
    wrappers: dict[str, Tag] = {}
    for article in articles:
        article.tag_choices = {}
        for choice in chosen[article.slug]:
            slug = name_slug(choice.name)
            article.tag_choices.setdefault(slug, choice)
            if slug not in wrappers:
                wrappers[slug] = Tag(choice.name, generator.settings)
                wrappers[slug].slug = slug
        article.tags = [wrappers[slug] for slug in article.tag_choices]


def vocabulary_file(content: Path) -> tuple[str, str]:
    """Read the vocabulary of a site, which need not have one."""
    path = content / VOCABULARY
    name = f"{content.name}/{VOCABULARY}"
    try:
        return path.read_text("utf-8-sig") if path.is_file() else "", name
    except UnicodeDecodeError as error:
        raise BriefingError("is not UTF-8: save it with that encoding", name) from error


def register() -> None:
    signals.article_generator_pretaxonomy.connect(tag_articles)
