"""Files written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path

from briefing.errors import BriefingError

TEMPORARY = ".briefing-"
"""Begins the name of a file that is being written; with the name of that file it could grow too long."""


@contextmanager
def open_file(path: Path) -> Iterator[BufferedReader]:
    """Open a file for reading; a pipe, socket or device is refused, for what comes from one may never end."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise BriefingError("is a pipe, socket or device and no file: move it away")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise BriefingError(f"cannot be read ({error.strerror}): check the file and its permissions") from error


def read_bytes(path: Path) -> bytes:
    with open_file(path) as file:
        return file.read()


def read_text(path: Path, name: str) -> str:
    """Read a file of the content folder; `name` stands for it in messages."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefingError("is not UTF-8: save it with that encoding", name) from error
    except BriefingError as error:
        raise BriefingError(error.message, name) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def file_time(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def write_file(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step, unless it is there already; tells whether anything was written.

    A reader sees the old file or the new one, never half of one; an unchanged file keeps its time.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise type(error)(error.errno, error.strerror, str(path)) from error
    return True


def move_file(source: Path, target: Path) -> bool:
    """Move a file to `target` in one step, unless it is there already; tells whether it was moved."""
    if source.is_symlink() or (target.is_file() and target.stat().st_size == source.stat().st_size):
        return write_file(target, source.read_bytes())
    target.parent.mkdir(parents=True, exist_ok=True)
    source.chmod(0o644)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return write_file(target, source.read_bytes())  # it lies in another file system
    return True
