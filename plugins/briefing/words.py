"""A story's text → words with their place, stems, and how rare each is in the language at large."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.frequencies import load_rarities
from briefing.lexicon import load_words

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# The rarest words of wordfreq's lists stand at 1e-8; a word it never saw is taken for a little more common than that,
# since misspellings and proper names make up most of those.
UNSEEN = 7.3
# Without a list of the language a word is as rare as those of its length are in running text, nearly alike in Finnish,
# Turkish, Hungarian, Lithuanian, Russian and Spanish: from no letter to ten and more.
BY_LENGTH = (2.4, 2.4, 2.4, 3.0, 3.4, 3.9, 4.2, 4.5, 4.7, 4.9, 5.0)
# Nor does a script without spaces tell the length of a word: all are as rare as a middling noun.
UNKNOWN = 5.0
# In languages without a stop list of ours, words as common as this (about 150 of them) carry grammar, not meaning.
GRAMMAR = 3.2
LONGEST_UNSPACED = 6
# What a sign costs that is no word by itself, in hundredths of a digit.
UNSEEN_SIGN = 900

_MARKS = "".join(chr(c) for c in range(0x300, 0x1000) if unicodedata.category(chr(c))[0] == "M")
_LETTER = rf"(?:[^\W_]+|[{_MARKS}])"
_WORD = re.compile(
    rf"""(
      [A-Za-z]++(?=[ ])                     # what most are, found in half the time
    | (?:[^\W\d_]\.){{2,}}                  # initials        U.S.
    | \d+(?:[.,:/]\d+)+                     # figures         1,200  9:30
    | {_LETTER}+
      (?: ['’]{_LETTER}+                    # apostrophes     don't  Mexico's
        | [.](?=[a-z]){_LETTER}+            # addresses       login.gov
        | [&]{_LETTER}+                     #                 AT&T
      )*
    )""",
    re.VERBOSE,
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_SENTENCE_END = re.compile(r"[.!?…。！？।؟:;|•·\n\t]")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof sen gov rep gen col lt sgt capt rev hon jr sr jan feb mar apr jun jul aug sep sept oct nov "
    "dec no vs inc ltd co corp mt ft".split()
)
_FILES = frozenset("csv doc docx example gif htm html jpeg jpg pdf php png txt xls xlsx zip".split())
_POSSESSIVE = frozenset({"'s", "'S"})
_AMERICA = frozenset({"US", "U.S", "U.S.", "USA", "U.S.A.", "U.S.A"})


@dataclass(frozen=True, slots=True)
class Text:
    """What the algorithms see of a story; paragraphs of the body are separated by blank lines."""

    title: str
    deck: str
    body: str
    lang: str


@dataclass(slots=True)  # frozen ones take four times as long to make
class Word:
    """One word, how it was written, and what stands before it."""

    text: str  # as written, without a possessive ending
    low: str
    start: int
    end: int
    gap: int  # what separates it from the word before: JOINED, SPACED, BROKEN or SENTENCE


JOINED, SPACED, BROKEN, SENTENCE = range(4)


def split_words(text: str, lang: str) -> list[Word]:
    """All words of `text` in order; runs of scripts written without spaces are cut at likely word boundaries."""
    words: list[Word] = []
    parts = _WORD.split(text)
    at = cut = 0
    last = ""
    for between, whole in zip(parts[::2], parts[1::2], strict=False):  # after the last word there is one part more
        start = at + len(between)
        at = start + len(whole)
        gap = SPACED if between == " " else _judge_gap(between, last)
        if cut and gap < BROKEN:
            gap = BROKEN  # "Mexico's National Chamber" is two names
        if not words:
            gap = SENTENCE
        shown, low, cut = _read_word(whole)
        if low:
            words.append(Word(shown, low, start, at - cut, gap))
        else:
            words.extend(_split_unspaced(whole, start, gap, lang))
        last = whole
    return words


def list_words(text: str, lang: str) -> list[str]:
    """All words as `split_words` finds them, in small letters."""
    lows: list[str] = []
    for whole in _WORD.findall(text):
        low = _read_word(whole)[1]
        if low:
            lows.append(low)
        else:
            lows.extend(word.low for word in _split_unspaced(whole, 0, SPACED, lang))
    return lows


# What is known of a word is kept for good, here and elsewhere: the words of a site are few beside its text, and to note
# which was used last, as a cache with a bound does, takes as long as to look it up.
@cache
def _read_word(whole: str) -> tuple[str, str, int]:
    """Give a word without a possessive ending, in small letters (none if it must be cut), and the ending's length."""
    if not whole.isascii():
        if _UNSPACED.search(whole):
            return whole, "", 0
        whole = whole.replace("’", "'")
    if whole[-2:] in _POSSESSIVE:
        return whole[:-2], whole[:-2].lower(), 2
    return whole, "usa" if whole in _AMERICA else whole.lower(), 0


@lru_cache(maxsize=8)
def split_story(text: Text) -> tuple[Word, ...]:
    """Split what `join_story` gives; tags and related stories ask for the same one after the other."""
    return tuple(split_words(join_story(text), text.lang))


def join_story(text: Text) -> str:
    """Title, deck and body as one text."""
    return f"{text.title}\n{text.deck}\n{text.body}"


def _judge_gap(between: str, last: str) -> int:
    if between == " ":
        return SPACED
    if between in {"-", "‑", "–"}:
        return JOINED
    if not between.strip(" \u00a0"):
        return SPACED
    if between == ". " and (last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())):
        return SPACED
    return SENTENCE if _SENTENCE_END.search(between) else BROKEN


def _split_unspaced(shown: str, start: int, gap: int, lang: str) -> Iterator[Word]:
    at = 0
    for run in _UNSPACED.finditer(shown):
        pieces = [(at, run.start())] if run.start() > at else []
        at = run.end()
        for low, high in (*pieces, *cut_run(run.group(), run.start(), lang)):
            yield Word(shown[low:high], shown[low:high].lower(), start + low, start + high, gap)
            gap = JOINED
    if at < len(shown):
        yield Word(shown[at:], shown[at:].lower(), start + at, start + len(shown), gap)


def cut_run(run: str, offset: int, lang: str) -> list[tuple[int, int]]:
    """Cut an unspaced `run` into its likeliest words (best unigram path), without a word list into pairs."""
    known = load_rarities(lang)
    if not known:
        return [(offset + i, offset + min(i + 2, len(run))) for i in range(max(1, len(run) - 1))]
    best = [0.0] + [float("inf")] * len(run)
    back = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for begin in range(max(0, end - LONGEST_UNSPACED), end):
            piece = run[begin:end]
            rarity = known.get(piece)
            if rarity is None and end - begin > 1:
                continue
            cost = best[begin] + (UNSEEN_SIGN if rarity is None else rarity)
            if cost < best[end]:
                best[end], back[end] = cost, begin
    cuts = []
    end = len(run)
    while end:
        cuts.append((offset + back[end], offset + end))
        end = back[end]
    return cuts[::-1]


@cache
def measure_rarity(low: str, lang: str) -> float:
    """Digits of surprise, minus the decimal logarithm of the word's share of the language: "the" 1.3, unseen 7.3."""
    known = load_rarities(lang)
    if not known:
        return UNKNOWN if _UNSPACED.search(low) else BY_LENGTH[min(len(low), len(BY_LENGTH) - 1)]
    rarity = known.get(low)
    if rarity is None and low.endswith("."):
        rarity = known.get(low.rstrip("."))
    return UNSEEN if rarity is None else min(rarity / 100, UNSEEN)


def is_piece(low: str, lang: str) -> bool:
    """Whether it is a mere pair of signs, cut so for want of a list of words."""
    return not load_rarities(lang) and _UNSPACED.search(low) is not None


@cache
def _load_stemmer(lang: str) -> object:
    import snowballstemmer  # noqa: PLC0415 - paid only where a text must be analysed

    return snowballstemmer.stemmer(SNOWBALL[lang]) if lang in SNOWBALL else None


@cache
def stem(low: str, lang: str) -> str:
    """Snowball's stem, or the word itself where the language has no stemmer."""
    stemmer = _load_stemmer(lang)
    return low if stemmer is None else str(stemmer.stemWord(low))  # type: ignore[attr-defined]


@cache
def singular(low: str, lang: str) -> str:
    """Reduce forms of one tag to the same: in English the singular (Harman's S stemmer), elsewhere the stem."""
    if lang != "en":
        return stem(low, lang)
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")) or low in _PLURAL_ONLY:
        return low
    if low.endswith("ies") and not low.endswith(("eies", "aies")):
        return low[:-3] + "y" if len(low) > 4 else low[:-1]
    return low[:-2] if low.endswith(("sses", "shes", "ches", "xes", "zes")) else low[:-1]


_PLURAL_ONLY = frozenset(
    "news series species politics economics physics mathematics athletics analytics logistics statistics ethics means "
    "headquarters gas texas kansas arkansas wales paris athens cyprus honduras netherlands philippines emirates "
    "https always perhaps lens bias canvas atlas christmas aids james charles thomas jones williams laos".split()
)


@cache
def is_grammar(low: str, lang: str) -> bool:
    """Whether the word only holds others together."""
    if lang == "en":
        return low in load_words("english", "ends")
    return measure_rarity(low, lang) < GRAMMAR


def is_file(low: str) -> bool:
    """Whether this is the address of a page or the name of a file, which look like names of things (login.gov)."""
    return "." in low and (low.startswith("www.") or low.rpartition(".")[2] in _FILES)
