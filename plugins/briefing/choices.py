"""What was chosen for each story of a site, in columns: quick to keep, to bring up to date, and to turn into tags."""

import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from briefing.kinds import ORGANISATION, PERSON, PLACE, TOPIC
from briefing.offers import EDITOR, KEYWORDS, TEXT, Offer, TagChoice, elect

KINDS = (ORGANISATION, PERSON, PLACE, TOPIC)
ORIGINS = (EDITOR, KEYWORDS, TEXT)
_BETWEEN = "\x1f"

Numbers = NDArray[np.uint64]
Whole = NDArray[np.int64]


class Choice(NamedTuple):
    """One story's part: what it may be tagged with, as numbers, and what it is."""

    slug: str
    lang: str
    inputs: str  # all that this was chosen from
    longer: str  # its acronyms and surnames, each with what it stands for, a line each
    stated: bool  # editors or keywords have a say
    keys: Sequence[int]  # of the candidates
    tags: Sequence[int]  # that it was offered, the prominent ones first
    prominent: int  # how many of those are
    kept: Sequence[tuple[int, float, Offer]]


@dataclass(frozen=True, slots=True)
class Choices:
    """All stories' parts, in the order of their slugs; `…_ends` tell where each one's end in the columns."""

    slugs: list[str]
    langs: list[str]
    inputs: list[str]
    longer: list[str]
    stated: NDArray[np.bool_]
    prominent: Whole
    keys_ends: Whole
    keys: Numbers
    tags_ends: Whole
    tags: Numbers
    kept_ends: Whole
    kept: Numbers
    score: NDArray[np.float64]
    mentions: Whole
    kind: NDArray[np.int8]
    by: NDArray[np.int8]
    name: list[str]
    evidence: list[str]


def stack_choices(choices: Sequence[Choice]) -> Choices:
    """Put parts into columns."""
    kept = [item for one in choices for item in one.kept]
    offers = [offer for _, _, offer in kept]
    return Choices(
        slugs=[one.slug for one in choices],
        langs=[one.lang for one in choices],
        inputs=[one.inputs for one in choices],
        longer=[one.longer for one in choices],
        stated=np.array([one.stated for one in choices], bool),
        prominent=np.array([one.prominent for one in choices], np.int64),
        keys_ends=np.cumsum([len(one.keys) for one in choices], dtype=np.int64),
        keys=np.array([number for one in choices for number in one.keys], np.uint64),
        tags_ends=np.cumsum([len(one.tags) for one in choices], dtype=np.int64),
        tags=np.array([number for one in choices for number in one.tags], np.uint64),
        kept_ends=np.cumsum([len(one.kept) for one in choices], dtype=np.int64),
        kept=np.array([number for number, _, _ in kept], np.uint64),
        score=np.array([score for _, score, _ in kept], np.float64),
        mentions=np.array([offer.mentions for offer in offers], np.int64),
        kind=np.array([KINDS.index(offer.kind) for offer in offers], np.int8),
        by=np.array([ORIGINS.index(offer.by) for offer in offers], np.int8),
        name=[offer.name for offer in offers],
        evidence=[_BETWEEN.join(offer.evidence) for offer in offers],
    )


_OF_KEPT = ("score", "mentions", "kind", "by", "name", "evidence")


def merge_choices(former: Choices, fresh: Choices, slugs: Sequence[str]) -> Choices:
    """Take each story's part from the fresh ones, or else from the former."""
    place = {slug: at for at, slug in enumerate(former.slugs)}
    place |= {slug: len(place) + at for at, slug in enumerate(fresh.slugs)}
    order = np.array([place[slug] for slug in slugs], np.int64)
    columns: dict[str, object] = {}
    taken: dict[str, Whole] = {"": order}
    for family in ("keys", "tags", "kept"):
        ends = np.concatenate([[0], getattr(former, f"{family}_ends")])
        ends = np.concatenate([ends, ends[-1] + getattr(fresh, f"{family}_ends")])
        sizes = np.diff(ends)[order]
        columns[f"{family}_ends"] = np.cumsum(sizes)
        taken[family] = np.repeat(ends[order] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    for column in fields(Choices):
        if column.name in columns:
            continue
        family = column.name if column.name in taken else "kept" if column.name in _OF_KEPT else ""
        one, two = getattr(former, column.name), getattr(fresh, column.name)
        if isinstance(one, list):
            both = one + two
            columns[column.name] = [both[at] for at in taken[family].tolist()]
        else:
            columns[column.name] = np.concatenate([one, two])[taken[family]]
    return Choices(**columns)  # type: ignore[arg-type]  # a loop over columns does not know their types


def list_rows(ends: Whole) -> Whole:
    """Tell whose each entry is."""
    return np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))


def list_prominent(choices: Choices, stories: NDArray[np.bool_]) -> Numbers:
    """List the prominent tags of these stories, one after the other."""
    sizes = np.diff(choices.tags_ends, prepend=0)
    rank = np.arange(len(choices.tags)) - np.repeat(choices.tags_ends - sizes, sizes)
    return choices.tags[(rank < np.repeat(choices.prominent, sizes)) & np.repeat(stories, sizes)]


def tell_choices(choices: Choices, written: Mapping[str, str]) -> dict[str, tuple[TagChoice, ...]]:
    """Turn the columns into what a story is given; `written` is how editors write what they write in small letters.

    A tag is shown in one form everywhere, an editor's, else the most frequent of the texts; its kind is what most
    mentions say, any before "topic".
    """
    tags, which = np.unique(choices.kept, return_inverse=True)
    shown = _name_tags(choices, which)
    kinds = _find_kinds(choices, len(tags), which)
    names = [shown[at] for at in which.tolist()]
    for at in np.flatnonzero(choices.by == ORIGINS.index(EDITOR)).tolist():
        names[at] = written.get(choices.name[at].casefold(), choices.name[at])
    evidence = [tuple(forms.split(_BETWEEN)) if forms else () for forms in choices.evidence]
    flat = list(
        map(
            TagChoice,
            names,
            map(KINDS.__getitem__, kinds[which].tolist()),
            choices.score.tolist(),
            evidence,
            map(ORIGINS.__getitem__, choices.by.tolist()),
        )
    )
    cut = [tuple(flat[begin:end]) for begin, end in pairwise([0, *choices.kept_ends.tolist()])]
    return dict(zip(choices.slugs, cut, strict=True))


def _name_tags(choices: Choices, which: Whole) -> list[str]:
    codes: dict[str, int] = {}
    form = np.array([codes.setdefault(name, len(codes)) for name in choices.name], np.int64)
    forms = list(codes)
    pairs, back = np.unique(which * len(forms) + form, return_inverse=True)
    votes = np.bincount(back, choices.mentions, minlength=len(pairs))
    tag = pairs // max(1, len(forms))
    found = [forms[at] for at in (pairs % max(1, len(forms)))[np.flatnonzero(np.diff(tag, prepend=-1))].tolist()]
    several: dict[int, dict[str, float]] = defaultdict(dict)
    for at in np.flatnonzero(np.isin(tag, tag[1:][tag[1:] == tag[:-1]])).tolist():
        several[int(tag[at])][forms[pairs[at] % len(forms)]] = votes[at]
    stated: dict[int, Counter[str]] = defaultdict(Counter)
    for at in np.flatnonzero(choices.by == ORIGINS.index(EDITOR)).tolist():
        stated[int(which[at])][choices.name[at]] += 1
    for one, given in (several | stated).items():
        found[one] = elect(given)
    return found


def _find_kinds(choices: Choices, tags: int, which: Whole) -> Whole:
    slot, size = which * len(KINDS) + choices.kind, tags * len(KINDS)
    votes = np.bincount(slot, choices.mentions, minlength=size)
    votes[np.bincount(slot, minlength=size) == 0] = -1
    table = votes.reshape(tags, len(KINDS))[:, : KINDS.index(TOPIC)]
    return np.where(table.max(axis=1, initial=-1) < 0, KINDS.index(TOPIC), table.argmax(axis=1))


def pack_choices(choices: Choices, limits: str) -> bytes:
    """Put them into bytes, with the limits they were made under."""
    file = io.BytesIO()
    columns = {column.name: getattr(choices, column.name) for column in fields(Choices)}
    columns |= {name: _pack_text("\0".join(value)) for name, value in columns.items() if isinstance(value, list)}
    np.savez(file, allow_pickle=False, limits=_pack_text(limits), **columns)
    return file.getvalue()


def unpack_choices(data: bytes, limits: str) -> Choices | None:
    """Take them out again; None where the bytes are something else, or were made under other limits."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            columns = dict(found)
        if _unpack_text(columns.pop("limits")) != limits:
            return None
        for column in fields(Choices):
            if column.type == list[str]:
                columns[column.name] = _unpack_text(columns[column.name]).split("\0")
        choices = Choices(**columns)
    except (BadZipFile, KeyError, ValueError, EOFError, OSError, TypeError):
        return None
    return choices if _is_sound(choices) else None


def _is_sound(choices: Choices) -> bool:
    stories, kept = len(choices.slugs), len(choices.kept)
    one_each = (choices.langs, choices.inputs, choices.longer, choices.stated, choices.prominent)
    ends = (choices.keys_ends, choices.tags_ends, choices.kept_ends)
    return (
        all(len(column) == stories for column in (*one_each, *ends))
        and all(len(getattr(choices, name)) == kept for name in _OF_KEPT)
        and [int(column[-1]) for column in ends] == [len(choices.keys), len(choices.tags), kept]
    )


def _pack_text(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)


def _unpack_text(data: NDArray[np.uint8]) -> str:
    return data.tobytes().decode("utf-8", "surrogatepass")
