"""Pelican's stories are linked to their nearest ones."""

from typing import Any

from pelican.plugins import signals

from briefing.links import link_stories
from briefing.memory import give_back


def link_articles(generator: Any) -> None:
    """Link those of all languages; what was held for it is given back before pages are made."""
    articles = {article.slug: article for article in (*generator.articles, *generator.translations)}
    link_stories(articles, generator.settings)
    give_back()


def register() -> None:
    signals.article_generator_finalized.connect(link_articles)
