"""Tags chosen over a whole site, from nothing or from what the run before left.

A story is chosen for again when its own text or wishes changed, when one of its acronyms or surnames stands for another
name, or when one of its tags comes to keep other company.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from briefing.candidates import Candidate
from briefing.choices import Choice, Choices, Numbers, Whole, list_prominent, list_rows, merge_choices, stack_choices
from briefing.offers import EDITOR, Identity, Namer, Offer, find_longer, list_longer
from briefing.picking import ALWAYS_ROOM, Limits, lift_score, order_tags, pick_tags
from briefing.vocabulary import Vocabulary

Flags = NDArray[np.bool_]


@lru_cache(maxsize=50_000)
def number_tag(tag: Identity) -> int:
    """Give a tag its number, alike on all sites."""
    return int.from_bytes(blake2b("\0".join(tag).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Company:
    """On how many stories each tag is prominent, and on how many it may be, by language."""

    tags: Numbers  # ascending
    stories: Whole
    room: Mapping[str, float]

    def count(self, tags: Numbers) -> Whole:
        """Count the stories of other tags too, on which there may be none."""
        if not len(self.tags):
            return np.zeros(len(tags), np.int64)
        at = np.minimum(np.searchsorted(self.tags, tags), len(self.tags) - 1)
        return np.where(self.tags[at] == tags, self.stories[at], 0)


@dataclass(frozen=True, slots=True)
class Site:
    """The arguments of `choose_tags`, which see."""

    candidates: Mapping[str, tuple[Candidate, ...]]
    keys: Mapping[str, bytes]
    editor: Mapping[str, Sequence[str]]
    keywords: Mapping[str, Sequence[str]]
    not_tags: Mapping[str, Sequence[str]]
    vocabulary: Vocabulary
    langs: Mapping[str, str]
    limits: Limits

    def choose(self, former: Choices) -> Choices:
        """Choose for each story for which `former` does not tell what would be chosen."""
        inputs = {slug: self._list_inputs(slug) for slug in sorted(self.candidates)}
        same = [inputs.get(slug) == before != "" for slug, before in zip(former.slugs, former.inputs, strict=True)]
        longer = {slug: lines for slug, lines, stays in zip(former.slugs, former.longer, same, strict=True) if stays}
        for slug in inputs.keys() - longer.keys():
            longer[slug] = list_longer(self.candidates[slug], self.langs.get(slug, ""))
        names = find_longer(longer.values())
        namer = Namer(self.vocabulary, self.langs.values(), names)
        stay = np.array(same, bool) & ~find_renamed(former, names)
        staying = {former.slugs[at] for at in np.flatnonzero(stay)}
        anew = [slug for slug in inputs if slug not in staying]
        first = [number for slug in anew for number in self._list_prominent(namer, slug)]
        prominent = np.concatenate([list_prominent(former, stay), np.array(first, np.uint64)])
        company = count_company(prominent, (self.langs.get(slug, "") for slug in inputs), self.limits)
        anew += [former.slugs[at] for at in np.flatnonzero(stay & find_moved(former, company, self.limits))]
        stories = dict(zip(company.tags.tolist(), company.stories.tolist(), strict=True))
        fresh = [
            self._pick(
                namer, slug, (stories, company.room), (inputs[slug], longer[slug])
            )  # which finds the offers again
            for slug in anew
        ]
        return merge_choices(former, stack_choices(fresh), list(inputs))

    def _list_inputs(self, slug: str) -> str:
        if slug not in self.keys:
            return ""
        wishes = tuple(tuple(some.get(slug, ())) for some in (self.editor, self.keywords, self.not_tags))
        return f"{self.keys[slug].hex()} {self.langs.get(slug, '')!r} {wishes}"

    def _list_prominent(self, namer: Namer, slug: str) -> list[int]:
        tags, prominent = order_tags(self._offer(namer, slug))
        return [number_tag(tag) for tag in tags[:prominent]]

    def _offer(self, namer: Namer, slug: str) -> dict[Identity, Offer]:
        lang = self.langs.get(slug, "")
        given = namer.offer(self.candidates[slug], lang, self.editor.get(slug, ()), self.keywords.get(slug, ()))
        for name in self.not_tags.get(slug, ()):
            tag = namer.identify(name, lang)
            if tag in given and given[tag].by != EDITOR:
                del given[tag]
        return given

    def _pick(
        self,
        namer: Namer,
        slug: str,
        company: tuple[Mapping[int, int], Mapping[str, float]],
        part: tuple[str, str],
    ) -> Choice:
        lang = self.langs.get(slug, "")
        given = self._offer(namer, slug)
        tags, prominent = order_tags(given)
        numbers = dict(zip(tags, map(number_tag, tags), strict=True))
        stories = {tag: company[0].get(number, 0) for tag, number in numbers.items()}
        kept = pick_tags(given, stories, company[1], self.limits)
        return Choice(
            slug,
            lang,
            *part,
            stated=any(some.get(slug) for some in (self.editor, self.keywords, self.not_tags)),
            keys=[number_tag((lang, one.key)) for one in self.candidates[slug]],
            tags=list(numbers.values()),
            prominent=prominent,
            kept=[(numbers[one.tag], round(score, 4), one) for score, one, _ in kept],
        )


def count_company(prominent: Numbers, langs: Iterable[str], limits: Limits) -> Company:
    """Count on how many stories each tag is, given those of each story in a row."""
    sizes = Counter(langs)
    sizes[""] = sizes.total()
    room = {lang: max(ALWAYS_ROOM, limits.max_share * size) for lang, size in sizes.items()}
    return Company(*np.unique(prominent, return_counts=True), room)


def find_renamed(former: Choices, names: Mapping[str, Mapping[str, str]]) -> Flags:
    """Tell which stories have an acronym or surname that stood for something else."""
    before = find_longer(former.longer)
    changed = [
        number_tag((lang, short))
        for lang in before.keys() | names.keys()
        for short in {key for key, _ in before.get(lang, {}).items() ^ names.get(lang, {}).items()}
    ]
    stories = find_stories(np.array(sorted(changed), np.uint64), former.keys, former.keys_ends)
    return stories | former.stated if changed else stories


def find_moved(former: Choices, company: Company, limits: Limits) -> Flags:
    """Tell which stories have a tag whose company says something else now."""
    before = count_company(list_prominent(former, np.ones(len(former.slugs), bool)), former.langs, limits)
    tags = np.union1d(before.tags, company.tags)
    old, new = before.count(tags), company.count(tags)
    lift = np.array([lift_score(stories) for stories in range(int(max(old.max(initial=0), new.max(initial=0))) + 1)])
    moved = (lift[old] != lift[new]) | ((old < limits.min_stories) != (new < limits.min_stories))
    for lang in before.room.keys() | company.room.keys():
        moved |= (old > before.room.get(lang, 0)) != (new > company.room.get(lang, 0))
    return find_stories(tags[moved], former.tags, former.tags_ends)


def find_stories(wanted: Numbers, numbers: Numbers, ends: Whole) -> Flags:
    """Tell which stories have any of the wanted numbers, which ascend."""
    found = np.zeros(len(ends), bool)
    if len(wanted):
        at = np.minimum(np.searchsorted(wanted, numbers), len(wanted) - 1)
        found[list_rows(ends)[wanted[at] == numbers]] = True
    return found
