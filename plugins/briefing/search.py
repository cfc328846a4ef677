"""The search pages, one for each language that has stories, and what is searched there."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.cards import Cards
from briefing.chrome import SEARCH, Chrome
from briefing.dates import day_in_words, language_name
from briefing.front import show_topics
from briefing.pieces import Link
from briefing.search_index import SCRIPT, Entry, can_index
from briefing.views import SearchView, TextView

DOT = " · "


def list_entries(context: Mapping[str, Any], chrome: Chrome) -> list[Entry]:
    """List the stories that are published, newest first."""
    return [
        Entry(
            url=article.url,
            lang=article.lang,
            title=article.title,
            about=DOT.join(
                filter(None, (*article.story.authors, article.story.place, day_in_words(article.date, article.lang)))
            ),
            tags=chrome.words(article.lang).join(tag.name for tag in article.tags),
            deck=article.story.summary or "",
            body=article.record.html,
        )
        for article in context["articles"]
    ]


def show_search(
    entries: Sequence[Entry], context: Mapping[str, Any], chrome: Chrome, cards: Cards
) -> Iterator[tuple[str, SearchView | TextView]]:
    """Show the search page of each language and its titles, each with its template."""
    pages = name_pages(Counter(entry.lang for entry in entries), chrome.settings["DEFAULT_LANG"])
    links = tuple(Link(language_name(lang), path, lang) for lang, path in sorted(pages.items()))
    for lang, path in pages.items():
        words, titles = chrome.words(lang), f"search/{lang}.js"
        heading = words.say("Search")
        yield (
            "search.html",
            SearchView(
                frame=chrome.unlisted_frame(path, heading, lang),
                heading=heading,
                languages=links if len(links) > 1 else (),
                index=SCRIPT if can_index(chrome.settings) and entries else "",
                titles=titles,
                counts=words.forms("{number} story", "{number} stories"),
                topics=show_topics([each for each in context["articles"] if each.lang == lang], chrome, cards, lang),
            ),
        )
        text = write_titles(entry for entry in entries if entry.lang == lang)
        yield "text.txt", TextView(chrome.unlisted_frame(titles, heading, lang), text)


def name_pages(langs: Counter[str], default: str) -> dict[str, str]:
    """Give the site's language the page at the root; where no story is in it, the language of most stories."""
    main = default if default in langs or not langs else min(langs, key=lambda lang: (-langs[lang], lang))
    return {lang: SEARCH if lang == main else f"{lang}/{SEARCH}" for lang in sorted({*langs, main})}


def write_titles(entries: Iterator[Entry]) -> str:
    """Write titles, facts and tags as a script, for a page opened from disk may load nothing else."""
    rows = ([entry.title, entry.url, entry.about, entry.tags] for entry in entries)
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return "self.stories = [\n" + ",\n".join(lines) + "\n];"
