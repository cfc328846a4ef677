"""Bytes of many kinds become the same clean text."""

import pytest

from briefing.errors import BriefingError
from briefing.seed import decode_seed

SPANISH = "Mérida reabre su teatro. “Ya era hora”, dijo la acomodadora, que llevaba años esperando el telón.\n"
RUSSIAN = "Трамвай вернулся на линию после ремонта, сообщили в городском депо.\n"


@pytest.mark.parametrize(
    "data",
    [
        SPANISH.encode(),
        SPANISH.encode("utf-8-sig"),
        SPANISH.encode("utf-16"),
        b"\xfe\xff" + SPANISH.encode("utf-16-be"),
        SPANISH.encode("utf-16-le"),
        SPANISH.encode("cp1252"),
        SPANISH.replace("\n", "\r\n").encode(),
        SPANISH.replace("\n", "\r").encode(),
        SPANISH.encode().decode("latin-1").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16 big end first", "utf-16 without mark", "cp1252", "crlf", "cr", "mojibake"],
)
def test_spanish_comes_out_whole(data: bytes) -> None:
    assert decode_seed(data) == SPANISH


@pytest.mark.parametrize(
    "data",
    [RUSSIAN.encode("cp1251"), RUSSIAN.encode("koi8-r"), RUSSIAN.encode("cp1251").decode("latin-1").encode()],
    ids=["cp1251", "koi8-r", "cp1251 read as latin-1"],
)
def test_russian_comes_out_whole(data: bytes) -> None:
    assert decode_seed(data) == RUSSIAN


def test_quotation_marks_stay_as_written() -> None:
    text = "Russia’s and Mexico's “plan” — «план» „Plan“ ﬁn ½ ½\n"
    assert decode_seed(text.encode()) == text


def test_controls_go() -> None:
    assert decode_seed("Fer\u200bry\x07 strike\u009d off\ufeff\u2028Next".encode()) == "Ferry strike off\nNext"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf\xef\xbb\xbf \n", "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00", "binary"),
        (b"\x1f\x8b\x08\x01\x02\x03\x04\x05\xff\xfe\xfd" * 20, "binary"),
    ],
    ids=["nothing", "blanks", "marks only", "picture", "archive"],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(BriefingError, match=reason) as caught:
        decode_seed(data)
    assert "\n" not in caught.value.message
