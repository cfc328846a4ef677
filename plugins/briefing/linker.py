"""Related stories for every story, each with what the two have in common."""

from typing import Any

from pelican.plugins import signals

from briefing.related import relate, vectorise


def link_articles(generator: Any) -> None:
    """Give each published story its nearest ones, as pairs of the other story and the relation."""
    articles = {article.slug: article for article in (*generator.articles, *generator.translations)}
    relations = relate(
        {slug: vectorise(article.text) for slug, article in articles.items()},
        langs={slug: article.lang for slug, article in articles.items()},
        dates={slug: article.date for slug, article in articles.items()},
        **generator.settings["RELATED"],
    )
    for slug, article in articles.items():
        article.related = tuple((articles[relation.slug], relation) for relation in relations[slug])


def register() -> None:
    signals.article_generator_finalized.connect(link_articles)
