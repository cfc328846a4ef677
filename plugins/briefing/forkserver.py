"""Builds in forks of a process that has loaded what they need, so that a save does not wait for that.

    python -m briefing.forkserver ROOT LANG

For each byte that comes in, a site is built as by `briefing build --no-index`, and a line of JSON goes out on standard
error: the exit status, and what the build said of faults. Where code has changed, all of it is loaded anew.
"""

import gc
import json
import os
import signal
import sys
import tempfile
from functools import partial
from importlib import import_module
from pathlib import Path

from briefing.__main__ import run
from briefing.stats import Stat, stat_of

MODULES = ("briefing.rebuild", "briefing.ledger", "briefing.build", "briefing.update", "briefing.alike", "scipy.sparse")
"""What a build loads where it comes to need it, with all that these load."""
MOST = 2**20
"""Bytes that a build may say: however JSON writes them, they fit on the longest line that `serve` reads."""
AT_ONCE = "at-once"
"""Says that a build was asked for before this process was started anew."""


def serve_builds(root: str, lang: str, *, at_once: bool) -> None:
    """Build whenever a byte comes in, until there are no more."""
    load(lang)
    code = look_at_code()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if at_once:
        build(root)
    for _ in iter(partial(os.read, sys.stdin.fileno(), 1), b""):
        if look_at_code() != code:
            os.execv(sys.executable, [sys.executable, "-m", "briefing.forkserver", root, lang, AT_ONCE])  # noqa: S606
        build(root)


def load(lang: str) -> None:
    """Load the modules of a build, and the words that most of its stories are weighed by."""
    for module in MODULES:
        import_module(module)
    from briefing.candidates import candidates  # noqa: PLC0415 - not before its turn, here and below
    from briefing.vectors import vectorise  # noqa: PLC0415
    from briefing.words import Text  # noqa: PLC0415

    text = Text("Briefing", "", "What is loaded once need not be loaded again.", lang)
    candidates(text)
    vectorise(text)
    gc.collect()
    gc.freeze()  # what is here stays, and no fork has to copy it


def look_at_code() -> dict[str, Stat | None]:
    """Take the size and times of each file that was loaded."""
    paths = {path for module in [*sys.modules.values()] if (path := getattr(module, "__file__", None))}
    return {path: stat_of(path) if Path(path).is_file() else None for path in paths}


def build(root: str) -> None:
    """Build in a fork, which leaves this function by an exit, and tell how it ended."""
    with tempfile.TemporaryFile() as messages:
        sys.stdout.flush()
        fork = os.fork()
        if not fork:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.dup2(messages.fileno(), sys.stderr.fileno())
            run(["--root", root, "build", "--no-index"])
        _, status = os.waitpid(fork, 0)
        messages.seek(0)
        told = messages.read(MOST).decode("utf-8", "replace")
        answer = {"status": os.waitstatus_to_exitcode(status), "messages": told}
    sys.stderr.write(f"{json.dumps(answer)}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    serve_builds(*sys.argv[1:3], at_once=AT_ONCE in sys.argv)
