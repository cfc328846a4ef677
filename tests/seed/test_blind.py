"""What share of seeds of other hands is read as an editor read them."""

from collections.abc import Callable

import pytest
from answers import body, byline, dropped, language, published, title
from golds import Case, read_blind

from briefing.seed import Seed, decode_seed, read_seed


@pytest.fixture(scope="module")
def read() -> list[tuple[Case, Seed]]:
    return [(case, read_seed(decode_seed(case.data))) for case in read_blind()]


@pytest.mark.parametrize(
    ("same", "floor"),
    [(title, 0.97), (published, 0.97), (byline, 0.96), (body, 0.9), (dropped, 0.96), (language, 1.0)],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_share_read_as_an_editor_would(
    read: list[tuple[Case, Seed]], same: Callable[[Case, Seed], bool], floor: float
) -> None:
    missed = [case.name for case, seed in read if not same(case, seed)]
    assert len(missed) <= (1 - floor) * len(read), missed
