"""Many files printed by several processes: all of them, whatever becomes of a process."""

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.printers import MANY, Printers

HERE = os.getpid()


def text_of(number: int) -> str:
    return f"page {number}\n"


def die_elsewhere(number: int) -> str:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return text_of(number)


def fail(number: int) -> str:
    raise BriefingError("is no page", f"{number}.html")


def list_processes() -> list[str]:
    """List what this process has started and not waited for."""
    return Path(f"/proc/{HERE}/task/{HERE}/children").read_text().split()


def print_all(folder: Path, workers: int, odd: Callable[[int], str], *, number: int = 2 * MANY) -> None:
    printers = Printers(workers)
    for each in range(number):
        printers.add(str(folder / f"{each % 7}" / f"{each}.html"), partial(odd if each == MANY + 1 else text_of, each))
    printers.finish()


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, 2 * MANY])
@pytest.mark.parametrize("odd", [text_of, die_elsewhere])
def test_all_is_printed_though_a_process_is_killed(
    workers: int, number: int, odd: Callable[[int], str], tmp_path: Path
) -> None:
    print_all(tmp_path, workers, odd, number=number)
    found = {path.name: path.read_text() for path in tmp_path.rglob("*.html")}
    assert found == {f"{each}.html": text_of(each) for each in range(number)}


def fail_here(number: int) -> str:
    if os.getpid() == HERE:
        fail(number)
    time.sleep(0.1)
    return text_of(number)


def test_a_fault_here_ends_the_other_processes(tmp_path: Path) -> None:
    printers, before = Printers(3), list_processes()
    for each in range(MANY):
        printers.add(str(tmp_path / f"{each}.html"), partial(fail_here, each))
    with pytest.raises(BriefingError, match="is no page"):
        printers.finish()
    assert list_processes() == before
    assert len([*tmp_path.iterdir()]) < MANY // 2  # those of the others, had they gone on, are two thirds


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_fault_is_told_here_wherever_it_was_met(workers: int, tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="is no page"):
        print_all(tmp_path, workers, fail)


def test_the_last_text_for_a_file_counts(tmp_path: Path) -> None:
    printers = Printers(1)
    for number in (1, 2):
        printers.add(str(tmp_path / "page.html"), partial(text_of, number))
    printers.finish()
    assert (tmp_path / "page.html").read_text() == text_of(2)
