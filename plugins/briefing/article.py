"""An article as a file: Markdown under YAML front matter, made from a seed and read back without loss."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from unidecode import unidecode

from briefing.compose import body_markdown, one_line
from briefing.embargo import EMBARGOED, Hold
from briefing.errors import BriefingError
from briefing.files import read_text
from briefing.front_matter import (
    CONTROL,
    FIELDS,
    FRONT_MATTER,
    Moment,
    key_lines,
    split_front_matter,
    write_front_matter,
)
from briefing.holding_keys import say_unknown
from briefing.marks import unmark
from briefing.nearest import did_you_mean
from briefing.seed.parts import Role, Seed

SLUG_LENGTH = 80
OPENING_LENGTH = 220
NAMESPACE = uuid.UUID("6f0d5f0e-6b1c-5d0e-9a53-7b1f4a2f9a11")


@dataclass(frozen=True, slots=True)
class Article:
    """A story in the words of its file; every field but `body` and `extra` is a key of the front matter."""

    title: str
    slug: str
    date: Moment | None = None
    date_source: str | None = None
    """`filename`, `embargo` or `mtime` where the text states no date of publication."""
    title_generated: bool = False
    modified: Moment | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    source: str | None = None
    lang: str = "en"
    category: str | None = None
    status: str | None = None
    lead: bool = False
    embargo: Moment | None = None
    """Until then the story is on no page and in no feed, whatever its status."""
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    """An editor's choice of sentences that say it in brief; `none` for no such list."""
    image: Mapping[str, str] | None = None
    images: tuple[Mapping[str, str], ...] = ()
    read_more: tuple[Mapping[str, str], ...] = ()
    follows: str | None = None
    """The slug of an earlier story that this one carries on."""
    notes: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    """What each new version of the seed changed, a line each."""
    id: str | None = None
    seed: Mapping[str, str] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of an editor's own; Pelican passes them on."""
    body: str = ""

    @property
    def hold(self) -> Hold:
        return Hold(self.status, self.embargo)


def article_from_seed(seed: Seed, *, slug: str, published: Moment, date_source: str | None) -> Article:
    """Put a recognised seed into an article; what the text does not state is left out, but for the date."""
    pictures = tuple(
        {key: value for key, value in (("caption", image.caption), ("credit", image.credit)) if value}
        for image in seed.images
    )
    return Article(
        title=unmark(seed.title),
        title_generated=seed.title_generated,
        slug=slug,
        date=published,
        date_source=date_source,
        modified=seed.updated,
        summary=seed.deck,
        authors=seed.authors,
        place=seed.place,
        source=seed.source,
        lang=seed.lang,
        status=EMBARGOED if is_embargoed(seed) else None,
        embargo=seed.embargo,
        keywords=seed.keywords,
        image=pictures[0] if len(pictures) == 1 else None,
        images=pictures if len(pictures) > 1 else (),
        read_more=tuple(
            {key: value for key, value in (("title", more.title), ("source", more.source)) if value}
            for more in seed.read_more
        ),
        notes=seed.notes,
        body=body_markdown(seed.body),
    )


def is_embargoed(seed: Seed) -> bool:
    """Tell whether a story is to be held: until the moment it states, or until an editor states one."""
    from briefing.seed.orders import holds  # noqa: PLC0415 - a run that reads no seed loads no rules

    return seed.embargo is not None or any(part.role is Role.EMBARGO and holds(part.text) for part in seed.parts)


def slugify(text: str) -> str:
    """Spell a title in lower-case ASCII words joined by hyphens, cut at a word's end; empty if it has no letter."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", unidecode(text)).lower())
    slug = "-".join(words)
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    return slug


def opening(text: str) -> str:
    """Take the beginning of a story that has no summary, cut at a sentence's end or else at a word's."""
    first = one_line(text.partition("\n\n")[0])
    if len(first) <= OPENING_LENGTH:
        return first
    cut = first[:OPENING_LENGTH]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", "。", "؟ "))
    if end > OPENING_LENGTH // 3:
        return cut[: end + 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(",;:–—- ") + "…"


@lru_cache(maxsize=100_000)
def name_slug(name: str) -> str:
    """Spell a tag, section or person as an address; a name without a letter that can be spelt gets a digest."""
    spelt = name.replace("+", " plus ").replace("#", " sharp ")  # C, C++ and C# are three names
    return slugify(spelt) or stable_id(name).rpartition("-")[2]


def stable_id(key: str) -> str:
    """Derive the name that a feed knows a story by for ever, whatever becomes of its slug and date."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, key)}"


def to_markdown(article: Article) -> str:
    """Write an article as a file; keys without a value are left out."""
    meta = {key: plain for key in FIELDS if (plain := plain_value(getattr(article, key))) not in (None, [], {}, False)}
    front = write_front_matter(meta | dict(article.extra))
    return f"---\n{front}---\n\n{article.body}"


def plain_value(value: Any) -> Any:
    """Turn tuples and mappings into what YAML writes plainly."""
    if isinstance(value, tuple):
        return [plain_value(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def read_article(path: Path, name: str) -> tuple[str, Article]:
    """Read an article's file, as text and as an article; `name` stands for it in messages."""
    text = read_text(path, name)
    return text, from_markdown(text, name)


def from_markdown(text: str, file: str, *, page: bool = False) -> Article:
    """Read an article's file, or a page's, which needs no date.

    A key that is wrong in name or kind, and a control character, raise `BriefingError` with their line.
    """
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise BriefingError(f"there is a control character (U+{ord(control[0]):04X}): delete it", file, line)
    meta, body, _ = split_front_matter(text, file)

    def fail(key: str, message: str) -> BriefingError:
        lines = key_lines(text) if meta else {}
        return BriefingError(message, file, lines.get(key, lines.get(key.strip(), 1)))

    for key in ("title",) if page else ("title", "date"):
        if meta.get(key) in (None, ""):
            raise fail(key, say_missing(key, text, page=page))
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in meta.items():
        if not isinstance(key, str) or key not in FIELDS:
            if fault := say_unknown(str(key)) or say_misspelt(str(key)):
                raise fail(str(key), fault)
            extra[str(key)] = value
        elif value is not None or key == "embargo":
            try:
                values[key] = FIELDS[key].read(value)
            except ValueError as error:
                raise fail(key, f"`{key}` {error}: write it like `{key}: {FIELDS[key].example}`") from error
    values.setdefault("slug", name_slug(values["title"]))
    return Article(**values, extra=extra, body=body)


def say_misspelt(key: str) -> str | None:
    near = did_you_mean(key, FIELDS)
    return f"`{key}` is no key of a story{near}" if near else None


def say_missing(key: str, text: str, *, page: bool) -> str:
    """Say how to add a key to the front matter, or the front matter where there is none."""
    if FRONT_MATTER.match(text.removeprefix("\ufeff").replace("\r\n", "\n")):
        return f"the story has no {key}: add a line `{key}: {FIELDS[key].example}` between the two `---`"
    if text.startswith("---\n"):
        return "the front matter has no end: write a line `---` below its last key"
    lines = ", ".join(f"`{each}: {FIELDS[each].example}`" for each in (("title",) if page else ("title", "date")))
    return f"there is no front matter: begin the file with the lines `---`, {lines} and `---`"
