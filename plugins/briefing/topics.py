"""Tags for every story, an editor's first; the others are chosen over the whole site."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from briefing.article import name_slug
from briefing.cache import Cache, digest_code, memoise
from briefing.candidates import candidates, pack_candidates, unpack_candidates
from briefing.digests import digest
from briefing.errors import BriefingError
from briefing.stories import Texts
from briefing.tags import KEPT, choose_tags
from briefing.vocabulary import load_vocabulary

VOCABULARY = "vocabulary.toml"
CACHE = "candidates"
CODE = (
    *("acronyms", "calendars", "candidates", "choices", "collector", "errors", "frequencies", "kinds", "locales"),
    *("names", "offers", "phrases", "picking", "selection", "tags", "vocabulary", "words"),
)
"""The modules that decide what the candidates of a text are and which are chosen."""
LIBRARIES = ("babel", "snowballstemmer", "wordfreq")


def tag_stories(stories: Collection[Any], settings: Mapping[str, Any], name_tag: Callable[[str, str], Any]) -> None:
    """Give each story its tags, with the choice behind each in `tag_choices`; `name_tag` makes one of name and slug."""
    settings["RUN"].lap("reading")
    cache = open_cache(settings)
    texts = Texts({story.slug: story for story in stories})
    found = memoise(cache, texts, candidates, pack_candidates, unpack_candidates, texts.keys_of())
    memory = {KEPT: cache.recall(digest(KEPT)) or b""}
    chosen = choose_tags(
        found,
        memory,
        found.digests,
        editor={story.slug: story.story.tags for story in stories},
        keywords={story.slug: story.story.keywords for story in stories},
        not_tags={story.slug: story.story.not_tags for story in stories},
        vocabulary=load_vocabulary(*vocabulary_file(Path(settings["PATH"]))),
        langs={story.slug: story.lang for story in stories},
        **settings["TAGS"],
    )
    cache.keep(digest(KEPT), memory[KEPT])
    cache.save()
    tags: dict[str, Any] = {}
    for story in stories:
        story.tag_choices = {}
        for choice in chosen[story.slug]:
            slug = name_slug(choice.name)
            story.tag_choices.setdefault(slug, choice)
            if slug not in tags:
                tags[slug] = name_tag(choice.name, slug)
        story.tags = [tags[slug] for slug in story.tag_choices]
    settings["RUN"].lap("tags")


def open_cache(settings: Mapping[str, Any]) -> Cache:
    """Open what is kept of the candidates of texts."""
    return Cache(Path(settings["CACHE_PATH"], CACHE), digest_code(CODE, LIBRARIES))


def vocabulary_file(content: Path) -> tuple[str, str]:
    """Read the vocabulary of a site, which need not have one."""
    path = content / VOCABULARY
    name = f"{content.name}/{VOCABULARY}"
    try:
        return path.read_text("utf-8-sig") if path.is_file() else "", name
    except UnicodeDecodeError as error:
        raise BriefingError("is not UTF-8: save it with that encoding", name) from error
