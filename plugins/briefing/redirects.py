"""Addresses that tags had before an editor made them aliases: small pages that lead on to the tag's own."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import quote

from briefing.article import name_slug
from briefing.keys import Keys
from briefing.pages import Pages
from briefing.topics import vocabulary_file
from briefing.vocabulary import Term, load_vocabulary

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<main><h1>{title}</h1><p>This topic is now at <a href="{href}">{title}</a>.</p></main>
</body>
</html>
"""


def put_redirects(folder: str, pages: Pages | None, settings: Mapping[str, Any]) -> None:
    """Put a page at each alias whose tag has one, into a folder that holds all other pages but those that stand."""
    vocabulary = load_vocabulary(*vocabulary_file(Path(settings["PATH"])))
    taken = {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*.html")}
    for name, text in list_redirects(vocabulary.terms.values(), taken | (pages.kept if pages else set()), settings):
        if not (pages and pages.stands(name, Keys().key(text))):
            target = Path(folder, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="")


def list_redirects(
    terms: Iterable[Term], taken: Collection[str], settings: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Name and write the pages; where another page stands there is none."""
    done = set(taken)
    for term in terms:
        own, *others = (settings["TAG_SAVE_AS"].format(slug=name_slug(form)) for form in (term.name, *term.aliases))
        for name in others:
            if own not in taken or name in done:
                continue
            done.add(name)
            href = quote(relpath(own, dirname(name)))
            canonical = f"{settings['SITEURL']}/{quote(own)}"
            yield name, PAGE.format(title=escape(term.name), href=escape(href), canonical=escape(canonical))
