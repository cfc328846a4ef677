"""One process, several, or a scheduler with workers of its own, some of which die: the site is the same to the byte."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.workers import map_chunks, open_pool
from conftest import read_tree, run_anew

STORIES = 210
"""More than the least for which processes are started, of seeds and of stories."""
WORDS = "harbour crane steel border forum energy gas ship quay order school brass rain ton order law town vote".split()


def make_seed(number: int) -> str:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    paragraphs = [" ".join(chance.choices(WORDS, k=40)).capitalize() + "." for _ in range(3)]
    return f"Valdoro, an invented town, {' '.join(chance.choices(WORDS, k=4))}\n\n" + "\n\n".join(paragraphs) + "\n"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of many seeds by one process."""
    root = tmp_path_factory.mktemp("alone")
    for part in ("theme", "plugins"):
        shutil.copytree(Path(__file__).parents[1] / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(Path(__file__).parents[1] / "pelican.conf", root)
    for folder in ("seeds", "content"):
        (root / folder).mkdir()
    for number in range(STORIES):
        (root / f"seeds/2025-04-{number % 28 + 1:02}-{number}.txt").write_text(make_seed(number), "utf-8")
    result = run_anew(root, "build", "--workers", "1")
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture
def fresh(alone: Path, tmp_path: Path) -> Path:
    """Take the same seeds to a site that was never built."""
    root = tmp_path / "fresh"
    shutil.copytree(alone, root, ignore=shutil.ignore_patterns("output", ".cache", "briefings", ".ledger"))
    return root


def trees(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return read_tree(root / "output"), read_tree(root / "content")


def test_several_processes_make_the_same_site(alone: Path, fresh: Path) -> None:
    result = run_anew(fresh, "build", "--workers", "3", "--timings")
    assert result.returncode == 0, result.stderr
    assert "stories worked out" in result.stdout
    assert trees(fresh) == trees(alone)


@contextmanager
def start(*command: str, root: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins")}
    with subprocess.Popen(
        [sys.executable, "-m", *command], cwd=root.parent, env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_scheduler_whose_worker_dies_makes_the_same_site(alone: Path, fresh: Path) -> None:
    file = fresh.parent / "scheduler.json"
    here = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file), "--no-dashboard")
    worker = ("dask", "worker", "--scheduler-file", str(file), "--no-nanny", "--no-dashboard", "--nthreads", "1")
    with start("dask", "scheduler", *here, root=fresh):
        wait_for(lambda: file.is_file() and file.stat().st_size > 0)
        address = json.loads(file.read_bytes())["address"]
        build = ("briefing", "--root", str(fresh), "build", "--dask", address)
        with (
            start(*worker, root=fresh) as first,
            start(*worker, root=fresh),
            start(*build, root=fresh) as building,
        ):
            wait_for(lambda: any((fresh / "content").rglob("*.md")))
            os.kill(first.pid, signal.SIGKILL)
            assert building.wait(120) == 0
    assert trees(fresh) == trees(alone)


def test_a_scheduler_that_is_not_there_is_an_error(fresh: Path) -> None:
    result = run_anew(fresh, "build", "--dask", "tcp://127.0.0.1:9")
    assert result.returncode == 1
    assert "error --dask tcp://127.0.0.1:9: no scheduler answers there" in result.stderr
    assert not (fresh / "output").exists()


def die_elsewhere(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """Square numbers; a process that is not the one that asks dies of 7."""
    for parent, number in numbers:
        if number == 7 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
    return [number * number for _, number in numbers]


def test_what_a_killed_process_left_is_done_here() -> None:
    things = [(os.getpid(), number) for number in range(50)]
    with open_pool(2) as pool:
        squares = [*map_chunks(pool, die_elsewhere, things, size=3, ahead=4)]
    assert squares == [number * number for number in range(50)]
