"""Files written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path


def write_file(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step, unless it is there already; tells whether anything was written.

    A reader sees the old file or the new one, never half of one; an unchanged file keeps its time.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
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
