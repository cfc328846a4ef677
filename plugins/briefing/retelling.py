"""A new seed held against the stories that are told already."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.article import Article
from briefing.drafts import Draft, read_draft, read_raw
from briefing.errors import BriefingError
from briefing.intake import Seeds
from briefing.marks import read_mark
from briefing.shelf import Known, Shelf, former_text, read_known
from briefing.shingles import resemblance, shingle
from briefing.versions import Relation, Version, is_another_story, is_later, names_in, relate, words_of


@dataclass(frozen=True, slots=True)
class Retelling:
    """The article whose story a seed tells again or carries on; `later` if the seed came after it."""

    known: Known
    relation: Relation
    later: bool


def find_retelling(shelf: Shelf, paths: Mapping[str, str], name: str, draft: Draft) -> Retelling | None:
    """Find the article that a seed has most in common with, if that is enough to be the same story or a follow-up."""
    found: list[tuple[bool, float, str, Retelling]] = []
    near = shelf.near(draft.sketch)
    if not near:
        return None
    version = version_of(name, draft.article, draft.mark)
    for known in near:
        article, base = read_known(shelf, known)
        other = version_of(known.stamp.file, base or article, mark_of(paths.get(known.stamp.file)))
        if relation := relate(version, other):
            alike = resemblance(version.shingles, other.shingles)
            retelling = Retelling(known, relation, is_later(version, other))
            found.append((relation is Relation.SAME, alike, known.slug, retelling))
    return max(found, key=lambda each: each[:3])[3] if found else None


def has_left(shelf: Shelf, seeds: Seeds, known: Known) -> bool:
    """Tell whether the file that an article came from is gone, or tells another story now."""
    name = known.stamp.file
    if name not in seeds.paths or seeds.digests.get(name) in (None, known.stamp.sha256):
        return name not in seeds.paths
    draft = read_draft(seeds.paths[name])
    return isinstance(draft, Draft) and is_another_story(former_text(shelf, known), draft.article)


def version_of(name: str, article: Article, mark: int) -> Version:
    """Take what is compared of a story; a date from the time of its file or the end of its embargo says nothing."""
    when = article.date if article.date_source in (None, "filename") else None
    words = frozenset(map(str.casefold, words_of(f"{article.title}\n{article.body}")))
    names = names_in(article.title, article.body)
    return Version(name, article.title, when, mark, shingle(article.body), names, words)


def mark_of(path: str | None) -> int:
    """Read the number of an update from a seed, if it is there still."""
    if path is None:
        return 0
    try:
        return read_mark(read_raw(Path(path)))
    except BriefingError:
        return 0
