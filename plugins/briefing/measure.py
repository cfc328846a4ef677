"""A neutral way in for measuring: plain texts in, ranked tags and ranked neighbours out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.related import relate, vectorise
from briefing.seed import decode_seed
from briefing.seed.language import tell_language
from briefing.tags import candidates, choose_tags
from briefing.vocabulary import Vocabulary
from briefing.words import Text

TAGS, NEIGHBOURS = 10, 50


def read_text(raw: str, lang: str = "en") -> Text:
    """Read a plain text file: the title, a blank line, paragraphs."""
    title, _, body = raw.lstrip("\ufeff\n").partition("\n")
    return Text(title.strip(), "", body.strip(), lang)


def read_folder(folder: Path) -> dict[str, Text]:
    """Read the `.txt` files of a folder by their names without the suffix, each in the language that it tells."""
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            raw = decode_seed(path.read_bytes())
        except BriefingError as error:
            raise BriefingError(error.message, path) from error
        texts[path.stem] = read_text(raw, tell_language(raw))
    if not texts:
        raise BriefingError("there is no .txt file in this folder: name one that holds plain texts", folder)
    return texts


def tags_of(texts: Mapping[str, Text]) -> dict[str, list[str]]:
    """Up to ten tags a story, best first, chosen over all the texts."""
    chosen = choose_tags(
        {name: candidates(text) for name, text in texts.items()},
        editor={},
        keywords={},
        not_tags={},
        vocabulary=Vocabulary(),
        langs={name: text.lang for name, text in texts.items()},
        per_story=TAGS,
        most_alone=TAGS,
    )
    return {name: [choice.name for choice in choices] for name, choices in chosen.items()}


def related_of(texts: Mapping[str, Text], *, everything: bool = True) -> dict[str, list[tuple[str, float]]]:
    """Up to fifty neighbours a story, nearest first, without a threshold; or else those that a site would show."""
    limits: dict[str, Any] = {"most": NEIGHBOURS, "threshold": 0.0, "most_same": NEIGHBOURS} if everything else {}
    related = relate(
        {name: vectorise(text) for name, text in texts.items()},
        langs={name: text.lang for name, text in texts.items()},
        dates={},
        **limits,
    )
    return {name: [(one.slug, one.score) for one in ones] for name, ones in related.items()}
