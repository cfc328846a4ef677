"""Pelican's stories are given their tags before its lists are made."""

from typing import Any

from pelican.plugins import signals
from pelican.urlwrappers import Tag

from briefing.memory import give_back
from briefing.topics import tag_stories


def tag_articles(generator: Any) -> None:
    """Tag each published story.

    A draft and a hidden story keep their editor's tags only: what is not published must not change what is.
    """

    def name_tag(name: str, slug: str) -> Tag:
        tag = Tag(name, generator.settings)
        tag.slug = slug
        return tag

    tag_stories([*generator.articles, *generator.translations], generator.settings, name_tag)
    give_back()


def register() -> None:
    signals.article_generator_pretaxonomy.connect(tag_articles)
