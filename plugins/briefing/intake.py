"""The seed files as they lie there: what each holds by its digest, and which cannot be read."""

import hashlib
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import open_file
from briefing.litter import is_kept
from briefing.shelf import Folders
from briefing.stats import Stats, list_files


@dataclass(slots=True)
class Seeds:
    """The seed files by name: their paths, the digests of those that can be read, and why the others cannot."""

    paths: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    """Former and unfinished files, which are no seeds."""
    first: dict[str, str] = field(default_factory=dict)
    """Of a digest, the first file that has it."""


def read_seeds(folders: Folders, stats: Stats) -> Seeds:
    """Find the seeds in the order of their names and digest those that have changed; a README is no seed."""
    if folders.seeds.exists() and not folders.seeds.is_dir():
        raise BriefingError("is no folder: move it away and put the seeds into a folder", folders.name(folders.seeds))
    seeds = Seeds()
    for file, name, stat in sorted(list_files(str(folders.seeds), folders.name(folders.seeds)), key=itemgetter(1)):
        if name.rpartition("/")[2].upper().startswith("README"):
            continue
        readable = name.encode("utf-8", "backslashreplace").decode()
        if readable != name:
            seeds.paths[readable] = file
            seeds.faults[readable] = "the file's name is not UTF-8: rename it"
            continue
        if is_kept(name.rpartition("/")[2]):
            seeds.kept.append(name)
            continue
        seeds.paths[name] = file
        facts = stats.find(name, stat)
        try:
            sha256 = facts[0] if facts else digest_file(Path(file))
        except BriefingError as error:
            seeds.faults[name] = error.message
            continue
        if not facts:
            stats.keep(name, stat, [sha256])
        seeds.digests[name] = sha256
        seeds.first.setdefault(sha256, name)
    return seeds


def digest_file(path: Path) -> str:
    """Digest a seed; a kind of file that is not known is refused, lest it stand for a seed with the same text."""
    from briefing.formats import find_reader

    find_reader(path.suffix)
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
