"""Bytes of a seed to clean text."""
# ruff: noqa: E501 - patterns and tables read better unbroken

import codecs
import re

import ftfy
from charset_normalizer import from_bytes

from briefing.errors import BriefingError

_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\u200b\u2060\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\u2028\u2029]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What cp1252 prose in western European languages uses beyond ASCII.
_WESTERN = frozenset("áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ“”„‘’‚–—…«»‹›°ºª€£¥§©®™·•¿¡\xa0½¼¾×´")
_CHARSETS = ["cp1252", "cp1251", "cp1250", "koi8_r", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1253", "cp1254",
             "mac_roman", "cp1255", "cp866"]  # fmt: skip
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
_LATIN_LETTERS = re.compile(r"[A-Za-z]")
_HIGH_LETTERS = re.compile(r"[À-ÿ¸¨]")
_HIGH_RUN = re.compile(r"[À-ÿ]{4}")


def decode_seed(data: bytes) -> str:
    """Text with plain line ends, without controls and with damaged encoding repaired."""
    if not data.strip():
        raise BriefingError("the file is empty; put the text of one story in it or delete it")
    text = _unpack(data)
    for _ in range(4):
        before, text = text, _clean(text)
        if text == before:
            break
    if not text.strip():
        raise BriefingError("the file has no text in it; put the text of one story in it or delete it")
    return text


def _unpack(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            return body.decode(encoding, "replace" if encoding != "utf-8" else "surrogateescape").replace("\ufffd", "")
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        wide = _wide(sample)
        if wide:
            return data.decode(wide, "replace").replace("\ufffd", "")
        raise BriefingError("the file is binary, not text; save the story as plain text (UTF-8)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A copy cut off in the middle of its last character is still UTF-8.
        if error.start >= len(data) - 3 and error.start > 0:
            return data[: error.start].decode("utf-8")
    controls = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in sample)
    if controls > len(sample) / 50:
        raise BriefingError("the file is binary, not text; save the story as plain text (UTF-8)")
    return _legacy(data)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in every other byte of Latin text."""
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> str:
    guess = _strict(data, "cp1252")
    if guess is not None:
        high = _NON_ASCII.findall(guess[:_SAMPLE])
        letters = len(_LATIN_LETTERS.findall(guess[:_SAMPLE]))
        if len(high) < letters / 4 and all(char in _WESTERN for char in high):
            return guess
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CHARSETS).best()
    text = _strict(data, best.encoding) if best else None
    if text is None:
        raise BriefingError("the encoding of the file cannot be told; save it again as UTF-8")
    return text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _clean(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    if _NON_ASCII.search(text):
        text = "\n".join(line if line.isascii() else _repair(line) for line in text.split("\n"))
        text = _cyrillic(text)
    # U+0085 ends a line, but only once it is known not to be half of a damaged letter.
    return _CONTROLS.sub("", text.replace("\x85", "\n"))


def _repair(line: str) -> str:
    return ftfy.fix_encoding(line, _REPAIR)


def _cyrillic(text: str) -> str:
    """Undo Russian in cp1251 that was read as a Latin character set; Latin prose never runs to whole words of accents."""
    high = len(_HIGH_LETTERS.findall(text))
    if high < 8 or high < 2 * len(_LATIN_LETTERS.findall(text)) or not _HIGH_RUN.search(text):
        return text
    lines = []
    for line in text.split("\n"):
        try:
            lines.append(line.encode("cp1252").decode("cp1251"))
        except UnicodeError:
            lines.append(line)
    return "\n".join(lines)
