"""Files in `content/`, each read once: what one says is kept from build to build.

It depends on the bytes of the file and on code alone, and is kept under their digest, the bodies apart. A file whose
size, times and inode are those of the last build is not even opened.
"""

from pathlib import Path

from briefing.bodies import Body, pack_body, unpack_body
from briefing.cache import Cache, digest_code
from briefing.digests import digest
from briefing.files import read_text
from briefing.record import Record, make_record, pack_record, unpack_record
from briefing.stats import Stat, Stats

CODE = (
    *(
        "article",
        "bodies",
        "brief",
        "compose",
        "dates",
        "digests",
        "embargo",
        "errors",
        "files",
        "frequencies",
        "front_matter",
        "holding_keys",
        "key_dates",
        "markup",
    ),
    *("marks", "nearest", "paragraphs", "record", "sentences", "words"),
)
"""The modules that decide what is read from a file."""
LIBRARIES = ("markdown-it-py", "pyyaml", "unidecode", "babel", "snowballstemmer", "wordfreq")


class Records:
    """Reads files, or recalls what was read from the same bytes before."""

    def __init__(self, folder: Path, *, raw_html: bool) -> None:
        basis = digest_code(CODE, LIBRARIES)
        self.basis = basis.hex()
        self.records = Cache(folder / "records", basis)
        self.bodies = Cache(folder / "bodies", basis, in_memory=False)
        self.stats = Stats(folder / "files.json")
        self.raw_html = raw_html

    def read(self, path: str, name: str, stat: Stat | None, *, page: bool = False) -> Record:
        """Read a story, or a page; `name` stands for it in the message of the `BriefingError` that a fault raises."""
        key = self.find_key(name, stat)
        if key is None or (record := self.recall(key, path, name, page=page)) is None:
            text = read_text(Path(path), name)
            key = self.key(text, page=page)
            record = self.recall(key, path, name, page=page) or self.make(text, key, name, page=page)
            self.stats.keep(name, stat, [key.hex()])
        return record

    def find_key(self, name: str, stat: Stat | None) -> bytes | None:
        """Tell what a file's record is kept under, if it is the same file still."""
        known = self.stats.find(name, stat)
        return bytes.fromhex(known[0]) if known else None

    def recall(self, key: bytes, path: str, name: str, *, page: bool) -> Record | None:
        """Return what is kept of a story, whose body is loaded, or made anew, when somebody asks for it."""
        data = self.records.recall(key)

        def load() -> Body:
            body = self.bodies.look_up(key)
            if body is None:
                text = read_text(Path(path), name)  # which may have been edited since it was looked for
                return self.make(text, self.key(text, page=page), name, page=page).load()
            return unpack_body(body)

        return None if data is None else unpack_record(data, self.name_of(key), load)

    def make(self, text: str, key: bytes, name: str, *, page: bool) -> Record:
        """Read a file anew, and keep what it says."""
        record = make_record(text, name, self.name_of(key), page=page, raw_html=self.raw_html)
        self.keep(key, pack_record(record), pack_body(record.load()))
        return record

    def keep(self, key: bytes, record: bytes, body: bytes) -> None:
        self.records.keep(key, record)
        self.bodies.keep(key, body)

    def key(self, text: str, *, page: bool = False) -> bytes:
        """Reduce what a record depends on, code apart, to the key that it is kept under."""
        return digest(text, f"{page} {self.raw_html}")

    def name_of(self, key: bytes) -> str:
        """Name what a record depends on, code included."""
        return f"{key.hex()} {self.basis}"

    def save(self, *, forget: bool = True) -> None:
        """Keep what was read in this build; unless told to forget it, what was not read too.

        A body goes with its record: it may not have been asked for.
        """
        if forget and (gone := self.records.list_unused()):
            self.bodies.forget(gone)
        self.records.save(forget=forget)
        self.bodies.save(forget=False)
        self.stats.save()

    def let_go(self) -> None:
        """Hold nothing any more of what was written or read."""
        self.records.let_go()
        self.bodies.let_go()
