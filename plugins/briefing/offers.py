"""All that a site's stories could be tagged with, brought to one identity over the whole site."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefing.candidates import Candidate, list_ends, make_key
from briefing.kinds import PERSON, guess_kind, load_given, load_places
from briefing.vocabulary import Vocabulary

EDITOR, KEYWORDS, TEXT = "editor", "keywords", "text"
# Where a tag belongs to (a language, or "" for the vocabulary, which joins languages), and what it is there.
Identity = tuple[str, str]
NONE: Mapping[str, str] = MappingProxyType({})
# A child term speaks for its parent with this share of its own score.
PARENT = 0.7
# A surname or an acronym stands for the longer name that it has in this share of the stories which tell.
NEARLY_ALL = 0.8


class Offer(NamedTuple):
    """A tag proposed for one story; a tuple, since a large site makes half a million of them."""

    tag: Identity
    name: str
    kind: str
    score: float
    mentions: int
    evidence: tuple[str, ...]
    by: str


def list_longer(found: Iterable[Candidate], lang: str) -> str:
    """List what acronyms and surnames may stand for by one story, a line each."""
    lines = [f"{lang}\t{one.short}\t{one.key}" for one in found if one.short]
    persons = (one.key for one in found if one.kind == PERSON)
    called = ((end, key) for key in persons for end in list_ends(key))
    lines += [f"{lang}\t{end}\t{key}" for end, key in called if end not in load_given() and (end,) not in load_places()]
    return "\n".join(lines)


def find_longer(stories: Iterable[str]) -> dict[str, dict[str, str]]:
    """By language, acronyms and surnames, each with the longer name it stands for in nearly all stories that tell."""
    owners: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for line, times in sorted(Counter("\n".join(filter(None, stories)).split("\n")).items()):
        if line:
            lang, short, key = line.split("\t")
            owners[lang][short][key] = times
    found: dict[str, dict[str, str]] = {}
    for lang, forms in owners.items():
        found[lang] = {}
        for short, keys in forms.items():
            first = max(keys, key=keys.__getitem__)
            if keys[first] >= NEARLY_ALL * sum(keys.values()):
                found[lang][short] = first
    return found


class TagChoice(NamedTuple):
    """One tag of one story, and why."""

    name: str
    kind: str  # place, person, organisation or topic
    score: float
    evidence: tuple[str, ...]  # the surface phrases found in the story
    by: str  # editor, keywords or text


class Namer:
    """Gives every surface form its tag: the vocabulary's, a longer name's, or its own."""

    def __init__(self, vocabulary: Vocabulary, langs: Iterable[str], longer: Mapping[str, Mapping[str, str]]) -> None:
        self.vocabulary = vocabulary
        self.canonical = vocabulary.find_canonical()
        spoken = sorted({*langs, ""})
        self.never = {(lang, make_key(form, lang)) for lang in spoken for form in vocabulary.never}
        self.by_key = {(lang, make_key(form, lang)): name for lang in spoken for form, name in self.canonical.items()}
        self.longer = longer

    def identify(self, name: str, lang: str) -> Identity:
        """Find the tag that somebody means by `name`."""
        key = make_key(name, lang)
        term = self.canonical.get(name.casefold()) or self.by_key.get((lang, key))
        return ("", term) if term else (lang, self.longer.get(lang, NONE).get(key, key))

    def offer(
        self, found: Iterable[Candidate], lang: str, editor: Iterable[str], keywords: Iterable[str]
    ) -> dict[Identity, Offer]:
        """List all tags proposed for one story; the editor's come first and keep their order."""
        offers: dict[Identity, Offer] = {}
        for name in editor:
            tag = self.identify(name, lang)
            if tag in offers and offers[tag].name.casefold() != name.casefold() and tag[0]:
                tag = (lang, f"={name.casefold()}")  # an editor may want both of two names that look like one
            if name.strip() and tag not in offers:
                offers[tag] = self._state(tag, name, EDITOR)
        for name in keywords:
            tag = self.identify(name, lang)
            if name.strip() and tag not in offers and tag not in self.never:
                offers[tag] = self._state(tag, name, KEYWORDS)
        if not (offers or self.canonical or self.never):  # the usual story of a large site
            return self._offer_plain(found, lang)
        for one in found:
            self._add_candidate(offers, one, lang)
        if self.canonical:
            self._add_parents(offers)
        return offers

    def _offer_plain(self, found: Iterable[Candidate], lang: str) -> dict[Identity, Offer]:
        offers: dict[Identity, Offer] = {}
        longer = self.longer.get(lang, NONE)
        for key, name, kind, score, count, surfaces, _ in found:
            other = _find_longer_name(longer, key, name)
            tag = (lang, other or key)
            mine = Offer(tag, name, kind, score, 0 if other else count, surfaces, TEXT)
            offers[tag] = _join(offers[tag], mine) if tag in offers else mine
        return offers

    def _state(self, tag: Identity, name: str, by: str) -> Offer:
        shown = name if tag[0] else tag[1]
        return Offer(tag, shown, self._find_kind(tag, guess_kind(shown.split())), 0.0, 1, (), by)

    def _add_candidate(self, offers: dict[Identity, Offer], one: Candidate, lang: str) -> None:
        other = _find_longer_name(self.longer.get(lang, NONE), one.key, one.name)
        tag = (lang, other or one.key)
        if self.canonical:
            tags = (self.identify(form, lang) for form in (one.name, *one.surfaces))
            tag = next((other for other in tags if not other[0]), tag)
        if self.never and ((lang, one.key) in self.never or tag in self.never):
            return
        name = one.name if tag[0] else tag[1]
        kind = one.kind if tag[0] else self._find_kind(tag, one.kind)
        mine = Offer(tag, name, kind, one.score, 0 if other else one.count, one.surfaces, TEXT)
        offers[tag] = _join(offers[tag], mine) if tag in offers else mine

    def _add_parents(self, offers: dict[Identity, Offer]) -> None:
        for tag, offer in list(offers.items()):
            above = self.vocabulary.terms[tag[1]].parent if not tag[0] else ""
            share = offer.score
            while above:
                share *= PARENT
                parent = ("", above)
                mine = Offer(parent, above, self._find_kind(parent, offer.kind), share, 0, offer.evidence, TEXT)
                offers[parent] = _join(offers[parent], mine) if parent in offers else mine
                above = self.vocabulary.terms[above].parent

    def _find_kind(self, tag: Identity, guess: str) -> str:
        term = self.vocabulary.terms.get(tag[1]) if not tag[0] else None
        return term.kind if term and term.kind else guess


def _find_longer_name(longer: Mapping[str, str], key: str, name: str) -> str:
    """Tell what a name stands for; a word in small letters is none: bulls are not Richard Bull."""
    return longer.get(key, "") if name != name.lower() or name == name.upper() else ""


def _join(first: Offer, more: Offer) -> Offer:
    kind = more.kind if first.by != TEXT and first.tag[0] else first.kind
    evidence = tuple(dict.fromkeys((*first.evidence, *more.evidence)))
    return Offer(
        first.tag, first.name, kind, first.score + more.score, first.mentions + more.mentions, evidence, first.by
    )


def elect(forms: Mapping[str, float]) -> str:
    """Choose the form of most votes; of equals the shorter, then the one in small letters."""
    return min(forms, key=lambda form: (-forms[form], len(form), form.swapcase()))


def name_editors(editor: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Small letters → how editors write it most often, since two cases of one word would share a page."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for names in editor.values():
        for name in names:
            votes[name.casefold()][name] += 1
    return {low: elect(forms) for low, forms in votes.items()}
