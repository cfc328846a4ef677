"""How a seed was read is shown whole, on any terminal and to any program."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from golds import Case, read_cases
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from briefing.doubts import MOST_LOOKS, find_doubts, is_doubtful, list_looks
from briefing.explain import Explained, draw_seed, explain_seed, seed_as_json, write_seed
from briefing.seed import Part, Role
from conftest import run_briefing

FALLBACK = (date(2025, 4, 4), "filename")
SEED = """FOR IMMEDIATE RELEASE

Harbour of Valdoro to get a second crane
Work is to begin in May

VALDORO, April 7, 2025 — The port of Valdoro, an invented town, will put up a second crane in May.
It will be forty metres high and can lift a locomotive.
"""
CASES = read_cases()


def explain(case: Case) -> Explained:
    return explain_seed(f"seeds/{case.name}.txt", case.data, FALLBACK)


def draw(found: Explained, width: int) -> list[Text]:
    return list(draw_seed(found, Console(width=width)))


@pytest.mark.parametrize("width", [40, 80, 109, 110, 160])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_row_fits_and_every_line_stands_in_it(case: Case, width: int) -> None:
    found = explain(case)
    rows = [row.plain for row in draw(found, width)]
    assert max(map(cell_len, rows)) <= width
    numbers = {int(match[1]) for row in rows if (match := re.match(r"[a-z ]{11} +(\d+) │ ", row))}
    assert numbers == {number for part in found.seed.parts for number in part.lines}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_part_is_shown_with_its_rule(case: Case) -> None:
    found = explain(case)
    rows = [row.plain for row in draw(found, 109)]
    labels = [label for row in rows if (label := row[:11].strip()) and "│" in row]
    assert labels == [part.role.value.replace("_", " ") for part in found.seed.parts]
    assert all(any(part.rule in row for row in rows) for part in found.seed.parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_plain_lines_are_one_a_part(case: Case) -> None:
    found = explain(case)
    lines = list(write_seed(found))
    parts = lines[: lines.index("")]
    assert len(parts) == len(found.seed.parts)
    for line, part in zip(parts, found.seed.parts, strict=True):
        assert line.startswith(f"{found.name}:{part.lines[0]}: {part.role.value.replace('_', ' ')} (")
        assert line.endswith(f"): {part.text}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_json_holds_all_that_was_recognised(case: Case) -> None:
    found = explain(case)
    back = json.loads(json.dumps(seed_as_json(found)))
    assert back["title"] == found.seed.title
    assert len(back["parts"]) == len(found.seed.parts)
    assert back["published"] == (found.seed.published.isoformat() if found.seed.published else None)


def test_writing_from_right_to_left_is_kept_to_its_column() -> None:
    """Each row opens and closes its own isolate: a terminal orders each row by itself."""
    found = explain(next(case for case in CASES if case.name == "ar-khabar"))
    rows = [row.plain for row in draw(found, 60) if re.search(r"[\u0600-\u06ff]", row.plain) and "│" in row.plain]
    assert len(rows) > 8
    assert all(row.partition(" │ ")[2][0] == "\u2068" and row[-1] == "\u2069" for row in rows)


def test_a_dateline_and_its_paragraph_share_a_line() -> None:
    rows = [row.plain for row in draw(explain_seed("x.txt", SEED.encode(), FALLBACK), 80)]
    assert "dateline    6 │ VALDORO, April 7, 2025 —" in rows
    assert any(row.startswith("paragraph   6 │ The port of Valdoro") for row in rows)


def part(role: Role, confidence: float, runner_up: Role | None) -> Part:
    return Part(role, "text", (1,), "rule", confidence, runner_up)


@pytest.mark.parametrize(
    ("found", "doubtful"),
    [
        (part(Role.DECK, 0.62, Role.PARAGRAPH), True),
        (part(Role.DECK, 0.9, Role.PARAGRAPH), False),
        (part(Role.DECK, 0.62, None), False),
        (part(Role.ITEM, 0.62, Role.PARAGRAPH), False),
        (part(Role.SUBHEAD, 0.62, Role.PARAGRAPH), True),
    ],
    ids=["near tie", "sure enough", "no rival", "shapes of the body", "a heading"],
)
def test_a_doubt_is_a_near_tie_that_changes_the_page(found: Part, doubtful: bool) -> None:
    assert is_doubtful(found) is doubtful


def test_the_least_certain_comes_first() -> None:
    parts = [part(Role.DECK, 0.8, Role.TITLE), part(Role.BYLINE, 0.6, Role.SOURCE), part(Role.TITLE, 1.0, None)]
    assert [found.role for found in find_doubts(parts)] == [Role.BYLINE, Role.DECK]


def test_a_day_that_could_be_a_month_is_worth_a_look() -> None:
    text = (
        "Port buys a second crane\nBy Ana Ruiz\n{}\n"
        + "The port of Valdoro has bought a second crane, its director said. " * 3
    )
    doubted, plain = (
        find_doubts(explain_seed("x.txt", text.format(day).encode(), FALLBACK).seed.parts)
        for day in ("03/04/2025", "23/04/2025")
    )
    assert [(found.role, found.lines) for found in doubted] == [(Role.DATE, (3,))]
    assert not plain


def test_what_is_worth_a_look_is_listed_when_a_seed_is_converted_and_then_no_more(
    small_site: Callable[..., Path],
) -> None:
    unsure = next(case for case in CASES if find_doubts(explain(case).seed.parts))
    sure = next(case for case in CASES if not find_doubts(explain(case).seed.parts))
    root = small_site({"seeds/not sure.txt": unsure.data, "seeds/sure.txt": sure.data})
    (look,) = [line for line in run_briefing(root, "seeds").stderr.splitlines() if line.startswith("look")]
    doubt = find_doubts(explain(unsure).seed.parts)[0]
    assert look.startswith(f"look   seeds/not sure.txt:{doubt.lines[0]}: taken as ")
    assert look.endswith(": briefing explain 'seeds/not sure.txt'")
    assert "look" not in run_briefing(root, "build").stderr


def test_a_long_list_ends_in_a_count() -> None:
    doubted = [(f"seeds/{at}.txt", [part(Role.DECK, 0.62, Role.PARAGRAPH)]) for at in range(MOST_LOOKS + 2)]
    looks = list(list_looks(doubted))
    assert looks[0] == (
        "seeds/0.txt:1: taken as deck (rule “rule”, 62 %), could be paragraph: briefing explain seeds/0.txt"
    )
    assert looks[MOST_LOOKS:] == ["and 2 more seeds"]
    assert len(list(list_looks(doubted[:MOST_LOOKS]))) == MOST_LOOKS


def test_the_command_is_plain_in_a_pipe(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/crane.txt": SEED})
    result = run_briefing(root, "explain", "seeds/crane.txt")
    assert result.returncode == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert result.stdout.startswith("seeds/crane.txt:1: boilerplate (")
    assert result.stdout.endswith("place: Valdoro\nlang: en\n")


def test_the_command_has_colours_and_columns_on_a_terminal(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/crane.txt": SEED})
    result = run_briefing(root, "explain", "seeds/crane.txt", FORCE_COLOR="1", COLUMNS="64", TERM="xterm")
    assert result.returncode == 0, result.stderr
    assert "\x1b[1;32mtitle" in result.stdout
    assert max(cell_len(Text.from_ansi(line).plain) for line in result.stdout.splitlines()) <= 64


def test_the_command_gives_json(small_site: Callable[..., Path]) -> None:
    root = small_site({"seeds/crane.txt": SEED})
    found = json.loads(run_briefing(root, "explain", "--json", "seeds/crane.txt").stdout)
    assert (found["seed"], found["published"], found["place"]) == ("seeds/crane.txt", "2025-04-07", "Valdoro")
    assert [one["role"] for one in found["parts"]][:3] == ["boilerplate", "title", "deck"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("empty.txt", "the file is empty"), ("story.pages", "a seed is a text file, not .pages: save")],
)
def test_a_seed_that_cannot_be_read_is_named(name: str, message: str, small_site: Callable[..., Path]) -> None:
    result = run_briefing(small_site({f"seeds/{name}": b""}), "explain", f"seeds/{name}")
    assert result.returncode == 1
    assert result.stderr.startswith(f"error seeds/{name}: {message}")
