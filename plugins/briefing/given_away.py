"""Stories that would give away one under embargo: what holds a good part of its sentences is held with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.article import from_markdown
from briefing.embargo import Clock, Hold
from briefing.files import read_text
from briefing.front_matter import FRONT_MATTER
from briefing.renewal import renew
from briefing.retelling import version_of
from briefing.shelf import Shelf, read_known
from briefing.shingles import shingle
from briefing.versions import FOLLOWS, Version, are_siblings


@dataclass(frozen=True, slots=True)
class Secret:
    """A story under embargo."""

    name: str
    hold: Hold
    version: Version


def hold_sharers(shelf: Shelf, clock: Clock) -> dict[str, str]:
    """Hold what this run has written and holds a good part of a held story; tell of each article why.

    This comes last, for in a run that brings both either may come first. Of a story that was there before, only what
    is new in it counts: what is published is known.
    """
    secrets = [*list_secrets(shelf, clock)] if shelf.written else []
    told: dict[str, str] = {}
    for path, former in sorted(shelf.written.items()) if secrets else ():
        known = shelf.known.get(shelf.sources.get(path, ""))
        if known is None or known.path != path:
            continue
        others = [each for each in secrets if each.name != known.name]
        near = share_words(read_text(path, known.name), former, others)
        article, base = read_known(shelf, known) if near else (None, None)
        if article is None or clock.holds(article.hold):
            continue
        version = version_of(known.name, article, 0)
        if given := [each for each in near if not are_siblings(version, each.version)]:
            secret = max(given, key=lambda each: (each.hold.key, each.name))
            status, embargo = secret.hold
            renew(shelf, known, replace(base or article, status=status, embargo=embargo), known.stamp)
            told[known.name] = f"{secret.hold}, as {secret.name} is, of which it holds a good part"
    return told


def share_words(text: str, former: str, secrets: Iterable[Secret]) -> list[Secret]:
    """Find the held stories of which a good part of the runs of words is new in an article's file."""
    runs = shingle(body_of(text))
    new = runs - shingle(body_of(former))
    return [
        each
        for each in secrets
        if len(new & each.version.shingles) >= FOLLOWS * (min(len(runs), len(each.version.shingles)) or 1)
    ]


def body_of(text: str) -> str:
    front = FRONT_MATTER.match(text)
    return text[front.end() :] if front else text


def list_secrets(shelf: Shelf, clock: Clock) -> Iterator[Secret]:
    """List articles that are held, and new versions that wait as seeds, of these what is not yet public."""
    for path, name in sorted(shelf.marked.items()):
        article = from_markdown(read_text(path, name), name)
        if clock.holds(article.hold):
            yield Secret(name, article.hold, version_of(name, article, 0))
    for name, article, published in shelf.waits:
        version = version_of(name, article, 0)
        yield Secret(name, article.hold, replace(version, shingles=version.shingles - shingle(published.body)))
