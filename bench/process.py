"""What one run of a command costs, with all the processes that it starts."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
PAUSE = 0.02
"""Seconds between two looks at memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of all processors together, and MB: of the largest process, or of all where watched."""

    clock: float
    processor: float
    memory: int


def run(
    command: Sequence[str],
    folder: Path | None = None,
    more: Mapping[str, str] | None = None,
    *,
    watched: bool = False,
) -> Cost:
    """Run a command to its end; what it says is shown only where it fails, and then the measurement ends.

    Watching the memory of the whole tree takes processor time of its own, so a run is watched or timed, not both.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **(more or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said: list[bytes] = []
        listener = threading.Thread(target=lambda: said.append(process.stdout.read() if process.stdout else b""))
        listener.start()
        peak = watch(process.pid) if watched else 0
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        listener.join()
    if process.returncode:
        text = b"".join(said).decode(errors="replace")
        raise SystemExit(f"{text}\n`{' '.join(command)}` failed with status {process.returncode}")
    return Cost(clock, usage.ru_utime + usage.ru_stime, peak or usage.ru_maxrss // 1024)


def watch(number: int) -> int:
    """Look at the memory of a process and all below it until it ends; give the most that was seen, in MB.

    A page that several processes share is counted once: each has its part. 0 where the system does not tell.
    """
    peak = 0
    while os.waitid(os.P_PID, number, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak = max(peak, sum(map(measure_memory, list_tree(number))))
        time.sleep(PAUSE)
    return peak // 1024


def list_tree(number: int) -> Iterator[int]:
    """List a process and all below it; children are told by the threads that started them."""
    yield number
    for path in PROC.glob(f"{number}/task/*/children"):
        for child in read(path).split():
            yield from list_tree(int(child))


def measure_memory(number: int) -> int:
    """Tell the kB of a process, of pages shared with others its part; 0 where it has ended."""
    lines = read(PROC / str(number) / "smaps_rollup").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def read(path: Path) -> str:
    """Read what the system says of a process; one that has ended meanwhile says nothing."""
    try:
        return path.read_text()
    except OSError:
        return ""
