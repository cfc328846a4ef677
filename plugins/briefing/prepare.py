"""What can be worked out of each story alone, for many at once by several workers, before they are put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from briefing import links, topics
from briefing.bodies import pack_body
from briefing.cache import Cache
from briefing.candidates import candidates, pack_candidates
from briefing.collector import pause_collector
from briefing.errors import BriefingError
from briefing.files import read_text
from briefing.record import make_record, pack_record
from briefing.records import Records
from briefing.stories import File, list_stories
from briefing.vectors import pack_vector, vectorise
from briefing.workers import map_chunks

MANY = 64
"""Stories that take longer to work out than processes to start."""
CHUNK = 16
SAVED = 2_500
"""Stories that are held until they are written."""


class Raw(NamedTuple):
    """A story's file, with the key of its record."""

    key: bytes
    text: str
    name: str
    record: str
    """The key of its record in full."""
    raw_html: bool


class Analysis(NamedTuple):
    """A story's record, and under the key of its text the candidates for its tags and its vector."""

    key: bytes
    record: bytes
    body: bytes
    text_key: bytes
    candidates: bytes
    vector: bytes


def prepare_stories(settings: Mapping[str, Any]) -> int:
    """Work out the stories that no cache knows, if they are many, and keep them; return how many that were.

    What is wrong with a story is told when it is read; here it is passed over.
    """
    run = settings["RUN"]
    if run.serial:
        return 0
    records: Records = settings["RECORDS"]
    files = [*list_stories(settings)]
    chosen, near = topics.open_cache(settings), links.open_cache(settings)
    unknown = find_unknown(records, files, chosen, near)
    first = [*islice(unknown, MANY)]
    if len(first) < MANY:
        return 0
    done = 0
    with run.open_pool() as pool:
        results = map_chunks(pool, analyse_chunk, chain(first, unknown), size=CHUNK, ahead=4 * run.count)
        for analysis in run.show("Stories", results, len(files)):
            if analysis:
                records.keep(analysis.key, analysis.record, analysis.body)
                chosen.keep(analysis.text_key, analysis.candidates)
                near.keep(analysis.text_key, analysis.vector)
                done += 1
                if done % SAVED == 0:
                    save_all(records, chosen, near)
    save_all(records, chosen, near)
    run.lap("stories worked out")
    return done


def save_all(*caches: Records | Cache) -> None:
    """Write what was worked out, and let it go: all of a large site would fill the memory."""
    for cache in caches:
        cache.save(forget=False)
        cache.let_go()


def find_unknown(records: Records, files: Iterable[File], *caches: Cache) -> Iterator[Raw]:
    """Find the stories of which something is not kept, be it their record or what a cache has under their text."""

    def is_known(key: bytes, file: File) -> bool:
        record = records.recall(key, file.path, file.name, page=False)
        return record is not None and (
            record.article.status not in (None, "published")
            or all(cache.recall(record.text_key) is not None for cache in caches)
        )

    for file in files:
        key = records.find_key(file.name, file.stat)
        if key and is_known(key, file):
            continue
        try:
            text = read_text(Path(file.path), file.name)
        except BriefingError:
            continue
        key = records.key(text)
        if not is_known(key, file):
            yield Raw(key, text, file.name, records.name_of(key), records.raw_html)


@pause_collector()
def analyse_chunk(stories: Sequence[Raw]) -> list[Analysis | None]:
    """Work out some stories, in whatever process this runs."""
    return [analyse_story(story) for story in stories]


def analyse_story(raw: Raw) -> Analysis | None:
    """Make all that is kept of a story; None of one that is wrong, which its reader tells of."""
    try:
        record = make_record(raw.text, raw.name, raw.record, page=False, raw_html=raw.raw_html)
    except BriefingError:
        return None
    text = record.text
    return Analysis(
        raw.key,
        pack_record(record),
        pack_body(record.load()),
        record.text_key,
        pack_candidates(candidates(text)),
        pack_vector(vectorise(text)),
    )
