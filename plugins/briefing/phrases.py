"""Key phrases in running text: short runs of nouns with what describes them, found without a tagger."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

from briefing.calendars import is_calendar
from briefing.lexicon import load_words
from briefing.words import JOINED, SPACED, UNSEEN, Word, is_file, is_grammar, is_piece, measure_rarity, singular

LONGEST = 3
# Further down than this a phrase must come twice.
HEAD = 40
# A shorter word tells nothing where each sign is one sound: the scripts up to Arabic.
SHORT, _SYLLABLES = 3, "\u0700"
# What a word can be in a phrase.
BREAK, DESCRIBES, NAMES = range(3)

_LY_NOUNS = frozenset(
    "family supply assembly ally fly bully monopoly anomaly lily butterfly rally homily belly jelly".split()
)
_SUBJECTS = frozenset(
    "i we you they he she it who will would can could may might must should shall cannot can't don't doesn't didn't "
    "won't wouldn't shouldn't let's please not".split()
)
_GOVERNORS = frozenset(
    "of in on for with about to by and or from through at as into our their your his its against".split()
)
_FOLLOWERS = frozenset("and or is was are were has have had can will for would could".split())
_IVE_NOUNS = frozenset(
    "initiative executive representative perspective objective alternative narrative detective archive directive "
    "incentive motive olive vegetable table cable fable parable bible wireless fish dish wish locomotive cooperative "
    "collective explosive relative native".split()
)
_ADJECTIVE_ENDS = ("able", "ible", "ous", "ful", "less", "ive", "ish")


# What a figure is written together with: "10k", "5km", "2nd".
_UNITS = frozenset("am b bn c cm f ft g gb h k kb kg km kw lb m mb mm mph mw nd p pm rd s st tb th v w".split())
# Ends of finite verbs and infinitives that hardly any noun shares, where no word list tells nouns from verbs.
_VERB_ENDS: dict[str, tuple[str, ...]] = {
    "es": tuple("ó aron ieron ando iendo aba aban ían ará erá irá arán erán irán".split()),
    "fr": tuple("aient èrent erait erez irez eront iront".split()),
    "it": tuple("ando endo arono avano evano erà irà eranno iranno".split()),
    "pt": tuple("ou aram eram ando endo avam ará erá irá arão".split()),
    "ru": tuple("ться тся ать ять ить еть ает яет ует ают яют уют ают ился илась ились ался алась ались".split()),
    "uk": tuple("тися ться ати яти ити ує ють".split()),
}  # fmt: skip
# Ends of verbs in the plural that nouns share, with those of their infinitives: a verb where one is about as usual.
_PLURAL_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "es": {"an": ("ar", "er", "ir"), "en": ("er", "ir", "ar")},
    "fr": {"ent": ("er", "re")},
    "it": {"ano": ("are",), "ono": ("ere", "ire")},
    "pt": {"am": ("ar", "er", "ir"), "em": ("er", "ir", "ar")},
}
# Ends of verbs in the singular, which more nouns share: a verb where an infinitive is the more usual.
_SINGULAR_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "es": {"a": ("ar",), "e": ("er", "ir")},
    "fr": {"e": ("er", "ir"), "ez": ("er",), "ons": ("er",)},
    "it": {"a": ("are",), "e": ("ere", "ire")},
    "pt": {"a": ("ar",), "e": ("er", "ir")},
}
# By so many digits of surprise may an infinitive be rarer than its plural, and must it be commoner than its singular.
_ABOUT, _SURELY = 0.5, -0.05


def find_phrases(words: Sequence[Word], inside: Collection[int], lang: str) -> dict[tuple[str, ...], list[int]]:
    """Map every phrase, in singulars, to the positions where it begins; of names it holds those that describe."""
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    stems: list[str] = []
    units: list[int] = []  # where words begin, those that hyphens join being one
    for i, word in enumerate(words):
        role = _find_role(words, i, inside, lang)
        stems.append(singular(word.low, lang) if role else "")
        if word.gap > SPACED or role == BREAK:
            units = []
        if role == BREAK:
            continue
        if not _is_hyphened(words, i) or not stems[i - 1]:
            units.append(i)
        if role == NAMES and not (i + 1 < len(words) and _is_hyphened(words, i + 1)):
            for first in units[-LONGEST:]:
                grams[tuple(stems[first : i + 1])].append(first)
    return grams


def _find_role(words: Sequence[Word], i: int, inside: Collection[int], lang: str) -> int:
    """Tell what a word can do in a phrase here."""
    word, before = words[i], words[i - 1].low if i else ""
    if i in inside:
        return DESCRIBES if lang == "en" and _is_alone(words, i, inside) else BREAK
    role = judge_word(word.low, lang)
    if role == BREAK:
        return DESCRIBES if lang == "en" and _is_hyphened(words, i) else BREAK  # "ground-based", "human-like"
    if lang != "en":
        if _is_date(words, i, lang):
            return BREAK
        if role == NAMES and lang == "de" and word.text[0].islower():
            role = DESCRIBES  # German writes its nouns with capitals
    elif role == DESCRIBES:
        if word.gap == SPACED and word.low.endswith("ed") and i - 1 in inside:
            return BREAK  # "Prado thanked mill workers"
        if _stands_for_noun(words, i, before):
            role = NAMES
    if word.gap <= SPACED and (before in _SUBJECTS or (before == "to" and word.low in _weak())):
        return BREAK
    return role


def _is_alone(words: Sequence[Word], i: int, inside: Collection[int]) -> bool:
    """Whether a name is of one word, as one that says whose or where something is: "Dutch election", "EU talks"."""
    begins = i - 1 not in inside or words[i].gap > SPACED
    ends = i + 1 not in inside or words[i + 1].gap > SPACED
    return begins and ends and not is_grammar(words[i].low, "en")


def _is_hyphened(words: Sequence[Word], i: int) -> bool:
    """Whether a hyphen joins a word to the one before; between the words of Chinese nothing stands."""
    return words[i].gap == JOINED and words[i].start > words[i - 1].end


def _is_date(words: Sequence[Word], i: int, lang: str) -> bool:
    """Whether a word is of the calendar, alone or with the one that a hyphen joins to it: "segunda-feira"."""
    text = words[i].text
    if i and words[i].gap == JOINED and is_calendar(f"{words[i - 1].text}-{text}", lang):
        return True
    joined = i + 1 < len(words) and words[i + 1].gap == JOINED
    return is_calendar(f"{text}-{words[i + 1].text}" if joined else text, lang)


def _stands_for_noun(words: Sequence[Word], i: int, before: str) -> bool:
    """Whether an adjective or gerund is used as a noun here: "in agile, teams", "user onboarding is"."""
    if words[i].gap > SPACED or (before not in _GOVERNORS and not judge_word(before, "en")):
        return False
    if i + 1 == len(words) or words[i + 1].gap > SPACED:
        return True
    return words[i + 1].low in _FOLLOWERS


def list_parts(grams: Mapping[tuple[str, ...], Sequence[int]]) -> set[tuple[str, ...]]:
    """List what is part of a longer phrase that comes twice."""
    return {
        gram[at : at + size]
        for gram, places in grams.items()
        if len(places) > 1
        for size in range(1, len(gram))
        for at in range(len(gram) - size + 1)
    }


@cache
def judge_word(low: str, lang: str) -> int:
    """Tell what `low` can do in a phrase: end it, describe, or name."""
    if lang == "en" and low in load_words("english", "begin"):
        return DESCRIBES
    if len(low) < 2 or not any(c.isalpha() for c in low) or is_file(low) or is_grammar(low, lang):
        return BREAK
    if low[0].isdigit() and low.lstrip("0123456789") in _UNITS:
        return BREAK
    if lang == "en":
        return _judge_english(low)
    if is_piece(low, lang) or (len(low) < SHORT and low < _SYLLABLES):
        return BREAK
    verb = len(low) > 4 and (low.endswith(_VERB_ENDS.get(lang, ())) or _is_verb(low, lang))
    return BREAK if verb or "'" in low else NAMES  # c'est, d'une, qu'on


def _judge_english(low: str) -> int:
    if low in load_words("parts", "gerunds") or low in _LY_NOUNS or low in _IVE_NOUNS:
        return NAMES
    if low.endswith("ly") or "'" in low or low in _load_breaks():
        return BREAK
    if low.endswith("s") and _names_act(low):
        return BREAK
    participle = low.endswith(("ed", "ing")) and len(low) > 4
    if participle or low.endswith(_ADJECTIVE_ENDS) or low in load_words("parts", "adjectives"):
        return DESCRIBES
    return NAMES


def _names_act(low: str) -> bool:
    """Whether a word in -s says what somebody does: "reopens"; "clothes" do not, for "clothe" is the rarer."""
    bases = [low[:-1], low[:-2] if low.endswith(("ches", "oes", "shes", "sses", "xes", "zes")) else ""]
    bases += [low[:-3] + "y"] if low.endswith("ies") else []
    verbs, rarity = load_words("parts", "verbs"), measure_rarity(low, "en")
    return any(base in verbs and measure_rarity(base, "en") <= rarity for base in bases)


def _is_verb(low: str, lang: str) -> bool:
    """Whether an infinitive to its ending is so usual that it is hardly a noun."""
    rarity = measure_rarity(low, lang)
    for ends, more in ((_PLURAL_ENDS, _ABOUT), (_SINGULAR_ENDS, _SURELY)):
        most = min(rarity + more, UNSEEN - _ABOUT)
        for end, infinitives in ends.get(lang, {}).items():
            root = low.removesuffix(end)
            if root != low and any(measure_rarity(root + infinitive, lang) <= most for infinitive in infinitives):
                return True
    return False


@cache
def _load_breaks() -> frozenset[str]:
    return load_words("english", "never") | load_words("parts", "verbs") | load_words("parts", "adverbs")


def _weak() -> frozenset[str]:
    return load_words("english", "weak")


def show_run(words: Sequence[Word]) -> str:
    """Join the words as they are read, hyphens kept."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        between = "-" if word.start > before.end else ""  # nothing stands between the words of Chinese
        parts += [between if word.gap == JOINED else " ", word.text]
    return "".join(parts)
