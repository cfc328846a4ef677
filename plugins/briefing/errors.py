"""The one error a person sees: which file, which line, what is wrong, what to write instead."""

import traceback
from pathlib import Path


class BriefingError(Exception):
    """A fault that somebody can mend; `str()` is the one sentence shown for it."""

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.message}" if where else self.message


def fault_of(error: BaseException, root: Path) -> BriefingError:
    """Say where in the site an exception arose: the innermost line of a template, a plugin or a module below `root`."""
    if isinstance(error, BriefingError):
        return error
    message = f"{type(error).__name__}: {' '.join(str(error).split())}"
    file, line = (
        getattr(error, "filename", None),
        getattr(error, "lineno", None),
    )  # a template's or Python's syntax error
    if isinstance(error, PermissionError) and isinstance(file, str):
        place = Path(file).relative_to(root) if Path(file).is_relative_to(root) else Path(file)
        return BriefingError(f"cannot be had ({error.strerror}): check its permissions", place.as_posix())
    if not (isinstance(file, str) and isinstance(line, int)):
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename).is_relative_to(root) and ".venv" not in Path(frame.filename).parts
        ]
        file, line = (frames[-1].filename, frames[-1].lineno) if frames else (None, None)
    if file and Path(file).is_relative_to(root):
        file = Path(file).relative_to(root).as_posix()
    return BriefingError(message, file, line)
