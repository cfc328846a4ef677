"""`python -m briefing` is the command `briefing`."""

import os
import sys
from collections.abc import Sequence

from briefing.cli import main


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command; its process ends at once, for giving back the memory of a large site bit by bit takes long."""
    try:
        main(arguments, prog_name="briefing")
    except SystemExit as end:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # either may have been closed before the start
            stream.flush()
        if isinstance(end.code, int):
            os._exit(end.code)
        raise


if __name__ == "__main__":
    run()
