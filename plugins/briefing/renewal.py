"""Articles written so that no hand's work is lost.

The text an article was generated as is kept in `content/.ledger/`, in a file named by its digest, which the article
states. It is the base of a three-way merge. It is committed with the articles, so a fresh clone can merge; it cannot
be made again from the old seed, which is gone, nor by a later version of this program, which may read it otherwise.
Where it is missing, all that is lost is the merge: the new version is written beside the article.
"""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from briefing.article import Article, slugify, to_markdown
from briefing.files import read_text, write_file
from briefing.merge import merge_articles, take_hold
from briefing.shelf import Known, Shelf, base_path, names_embargo, read_base, sketch_of, write_sketch
from briefing.stamp import Stamp, cut_stamp, digest, put_stamp
from briefing.stats import stat_of

FORMERLY = " formerly "
"""Stands between the name of a file that tells another story now and the digest of the former one."""


class Outcome(StrEnum):
    """What became of an article whose seed has a new text."""

    RENEWED = "renewed"
    MERGED = "merged"
    CLASH = "clash"


def free_slug(title: str, stem: str, shelf: Shelf) -> str:
    """Make a slug of a title, with a number if another story has it."""
    slug = numbered = slugify(title) or slugify(stem) or "story"
    number = 1
    while numbered in shelf.taken or (shelf.folders.articles / f"{numbered}.md").exists():
        number += 1
        numbered = f"{slug}-{number}"
    return numbered


def put_new(shelf: Shelf, article: Article, sketch: tuple[int, ...], file: str, sha256: str) -> Known:
    """Write the article of a new seed."""
    rest = to_markdown(replace(article, seed=None))
    stamp = Stamp(file, sha256, digest(rest))
    path = shelf.folders.articles / f"{article.slug}.md"
    known = Known(
        path,
        shelf.folders.name(path),
        article.slug,
        article.id or "",
        stamp,
        edited=False,
        sketched=write_sketch(sketch),
        marked=article.hold.end is not None,
    )
    write_file(base_path(shelf, stamp), rest.encode())
    write_file(known.path, put_stamp(rest, stamp).encode())
    shelf.written[path] = ""
    replace_known(shelf, known, known)
    return known


def renew(shelf: Shelf, known: Known, article: Article, stamp: Stamp) -> tuple[Outcome, Known]:
    """Bring a new version into an article: written, merged with a hand's changes, or put beside them.

    The file is read again before it is written: a hand may have saved it since.
    """
    text = read_text(known.path, known.name)
    ours, _ = cut_stamp(text)
    theirs = to_markdown(replace(article, seed=None))
    stamp = replace(stamp, text=digest(theirs))
    outcome = Outcome.RENEWED
    merged: str | None = theirs
    base: str | None = None
    if digest(ours) != known.stamp.text:
        base = read_base(shelf, known.stamp)
        merged = merge_articles(base, ours, theirs) if base is not None else None
        outcome = Outcome.CLASH if merged is None else Outcome.MERGED
    write_file(base_path(shelf, stamp), theirs.encode())
    if merged is None:
        beside = write_beside(known.path, put_stamp(theirs, stamp))
        shelf.texts[beside] = stamp.text
        if beside not in shelf.clash(known):
            shelf.waiting.setdefault(known.path, []).append(beside)
        held = take_hold(base, put_stamp(ours, stamp, text), theirs)
        write_kept(known.path, held)
    else:
        write_kept(known.path, put_stamp(merged, stamp))
    shelf.written.setdefault(known.path, text)
    edited = merged is None or digest(merged) != stamp.text
    marked = names_embargo(read_text(known.path, known.name))
    sketched = write_sketch(sketch_of(theirs))
    now = Known(known.path, known.name, article.slug, known.id, stamp, edited, sketched, marked)
    replace_known(shelf, known, now)
    return outcome, now


def restamp(shelf: Shelf, known: Known, stamp: Stamp) -> Known:
    """Say anew where an article comes from; nothing else in its file is touched."""
    text = read_text(known.path, known.name)
    rest, _ = cut_stamp(text)
    write_kept(known.path, put_stamp(rest, stamp, text))
    now = replace(known, stamp=stamp, edited=digest(rest) != stamp.text)
    replace_known(shelf, known, now)
    return now


def part_from_file(shelf: Shelf, known: Known) -> None:
    """Keep an article whose seed's file holds another text now, as if that file had gone."""
    stamp = known.stamp
    restamp(shelf, known, replace(stamp, file=f"{stamp.file}{FORMERLY}{stamp.sha256[:8]}"))


def replace_known(shelf: Shelf, former: Known, now: Known) -> None:
    """Take in what an article has become, here and for the next run."""
    if shelf.known.get(former.stamp.file) == former:
        del shelf.known[former.stamp.file]
    shelf.add(now)
    shelf.stats.keep(now.name, stat_of(now.path), now.facts)


def write_kept(path: Path, text: str) -> None:
    """Write a file with the line ends that it has, and where it lies if a hand has put a link to it here."""
    data = text.encode()
    write_file(path.resolve(), data.replace(b"\n", b"\r\n") if b"\r\n" in path.read_bytes() else data)


def write_beside(path: Path, text: str) -> Path:
    """Write the new version of an article beside it; a version that waits there and that a hand has changed stays."""
    number = 1
    while True:
        beside = path.with_name(f"{path.stem}{f'.{number}' if number > 1 else ''}.theirs.md")
        if not beside.exists():
            break
        rest, stamp = cut_stamp(read_text(beside, beside.name))
        if stamp and digest(rest) == stamp.text:
            break
        number += 1
    write_file(beside, text.encode())
    return beside
