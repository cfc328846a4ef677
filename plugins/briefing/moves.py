"""Seeds whose text now lies in another file: their articles go with them."""

from dataclasses import replace
from pathlib import Path

from briefing.article import from_markdown
from briefing.entries import Entry, State
from briefing.errors import BriefingError
from briefing.intake import Seeds
from briefing.renewal import part_from_file, renew, restamp
from briefing.shelf import Known, Shelf, read_base


def follow_renames(shelf: Shelf, seeds: Seeds) -> dict[str, Entry]:
    """Give each article whose seed's text now lies in another file that file's name."""
    moves: list[tuple[Known, str]] = []
    for known in (*(known for _, known in sorted(shelf.known.items())), *shelf.orphans):
        file = known.stamp.file
        now = seeds.first.get(known.stamp.sha256)
        if (
            now is None
            or (seeds.digests.get(file) == known.stamp.sha256 and known not in shelf.orphans)
            or file in seeds.faults
        ):
            continue
        holder = shelf.known.get(now)
        if (holder is None or holder.stamp.sha256 != known.stamp.sha256) and now not in {to for _, to in moves}:
            moves.append((known, now))
    entries: dict[str, Entry] = {}
    for known, now in moves:
        try:
            if (holder := shelf.known.get(now)) and holder not in {each for each, _ in moves}:
                part_from_file(shelf, holder)
            move_article(shelf, known, now, section_of(shelf, seeds, now))
        except BriefingError as error:
            seeds.faults[now] = str(error)
            continue
        entries[now] = Entry(now, State.RENAMED, known.name, f"was {known.stamp.file}")
    return entries


def move_article(shelf: Shelf, known: Known, now: str, section: str | None) -> None:
    """Let an article come from another file, and stand in that one's section."""
    stamp = replace(known.stamp, file=now)
    text = read_base(shelf, known.stamp)
    base = from_markdown(text, known.name) if text else None
    if base is None or base.category == section:
        restamp(shelf, known, stamp)
    else:
        renew(shelf, known, replace(base, category=section), stamp)


def section_of(shelf: Shelf, seeds: Seeds, name: str) -> str | None:
    """Take the first sub-folder of the seeds as a section."""
    folder = Path(seeds.paths[name]).parent.relative_to(shelf.folders.seeds).parts
    return folder[0] if folder else None
