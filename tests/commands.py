"""The site's command in forks of one process that has loaded what it needs, so that no test waits for that.

For each line of JSON that comes in, the command is run, and its exit status goes out.
"""

import json
import os
import sys
from pathlib import Path

from briefing.cli import main
from briefing.forkserver import load


def serve_commands() -> None:
    """Run commands one after another until no more come in."""
    load("en")
    for line in sys.stdin:
        fork = os.fork()
        if not fork:
            run_command(**json.loads(line))
        _, status = os.waitpid(fork, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def run_command(root: str, arguments: list[str], environment: dict[str, str], said: str) -> None:
    """Leave this process as the command does, what it says kept in the files `out` and `err` of a folder."""
    for number, path in enumerate((Path(os.devnull), Path(said, "out"), Path(said, "err"))):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    os.chdir(root)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["briefing", *arguments]
    main(prog_name="briefing")


if __name__ == "__main__":
    serve_commands()
