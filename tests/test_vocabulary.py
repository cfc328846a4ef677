"""What `content/vocabulary.toml` may say, and how its faults are told."""

import pytest

from briefing.errors import BriefingError
from briefing.vocabulary import load_vocabulary

GOOD = """
never = ["Monday"]
[tags."United States"]
aliases = ["US", "U.S."]
kind = "place"
[tags."New York"]
parent = "United States"
"""

FAULTS = [
    ('nevr = ["Monday"]', 1, "never"),
    ('[tags.Russia]\nalias = ["RF"]', 2, "aliases"),
    ('[tags.Russia]\n\nkind = "plase"', 3, "place"),
    ("[tags.Russia]\nkind = 3", 2, "kind"),
    ('[tags.Russia]\naliases = "RF"', 2, "aliases"),
    ("never = [1]", 1, "never"),
    ('[tags.A]\naliases = ["x"]\n[tags.B]\naliases = ["X"]', 4, "claimed"),
    ('[tags.Russia]\n[tags.Moscow]\nparent = "Rusia"', 3, "Russia"),
    ('[tags.A]\nparent = "B"\n[tags.B]\nparent = "A"', 1, "ancestor"),
    ("[tags.A]\naliases = [", 2, "TOML"),
    ("tags = 1", 1, "table"),
    ("[tags]\nRussia = 1", 2, "Russia"),
]


def test_terms_keep_their_aliases_kind_and_parent() -> None:
    vocabulary = load_vocabulary(GOOD, "vocabulary.toml")
    assert vocabulary.never == {"Monday"}
    assert vocabulary.terms["United States"].aliases == ("US", "U.S.")
    assert vocabulary.terms["New York"].parent == "United States"
    assert vocabulary.find_canonical()["u.s."] == "United States"


def test_an_empty_file_is_an_empty_vocabulary() -> None:
    assert not load_vocabulary("", "vocabulary.toml").terms


@pytest.mark.parametrize(("text", "line", "hint"), FAULTS)
def test_a_fault_names_file_and_line_and_what_is_known(text: str, line: int, hint: str) -> None:
    with pytest.raises(BriefingError) as caught:
        load_vocabulary(text, "vocabulary.toml")
    assert caught.value.file == "vocabulary.toml"
    assert caught.value.line == line
    assert hint in caught.value.message
