"""A sentence of the story that opens like a notice stays; a notice goes, wherever it stands."""

import pytest

from briefing.seed import Role, read_seed

BEFORE = "The museum of small print opened on Monday in two rooms of a former notary's office, under the roof."
AFTER = "Its curator expects four hundred visitors in the first month, most of them lawyers with a free Sunday."


def shown(middle: str, *, last: bool = False) -> bool:
    seed = read_seed("\n".join(["Museum opens", "4 May 2025", BEFORE, middle, *([] if last else [AFTER])]))
    return middle in [block.text for block in seed.body]


@pytest.mark.parametrize(
    "sentence",
    [
        "All rights reserved: that is what the mayor said of her decision to name the square after her dog.",
        "Share this with nobody, the leaflet warns, and four thousand people in the valley have read it since.",
        "Click here is not an order but the title of the first room, which is about doors and what they hide.",
        "By continuing to the second room you agree to be weighed. Nobody objects; a child asks to be weighed twice.",
        "Copyright lasts seventy years after death in this country, which in her view is sixty-nine too many.",
    ],
)
def test_a_sentence_of_the_story_stays(sentence: str) -> None:
    assert shown(sentence)


@pytest.mark.parametrize(
    "notice",
    [
        "All rights reserved. Reproduction in whole or in part without written permission is prohibited by law.",
        "Share this article with your friends on Facebook or send it to them by e-mail if you enjoyed it today.",
        "Click here to read the full text of the speech that the minister gave in the harbour on Tuesday night.",
        "By continuing to use this site you agree to our use of cookies and to the terms of service set out there.",
        "Sign up for our newsletter to get the best stories of the week in your inbox on every Friday morning.",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_a_notice_goes(notice: str, last: bool) -> None:
    assert not shown(notice, last=last)


def test_a_refrain_comes_back_and_a_text_pasted_twice_does_not() -> None:
    refrain = "We remember the names, and we will go on saying them for as long as this roof keeps out the rain."
    sung = read_seed("\n".join(["Address at the hall", BEFORE, refrain, AFTER, refrain, BEFORE[4:].capitalize()]))
    assert [block.text for block in sung.body if block.kind is Role.PARAGRAPH].count(refrain) == 2
    pasted = read_seed("\n".join(["Address at the hall", BEFORE, refrain, AFTER, BEFORE, refrain, AFTER]))
    assert [block.text for block in pasted.body] == [BEFORE, refrain, AFTER]
