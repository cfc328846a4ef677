"""Orders to hold a story on lines of their own: joined where they were wrapped, parted from a headline."""
# ruff: noqa: E501 - patterns read better unbroken

import re
from collections.abc import Iterator, Sequence

from .dates import find_dates, residue
from .lines import Line, ends_sentence
from .orders import is_order, states_hour, states_release

_HEAD = 9
_FOOT = 14
_SHORT = 110
_LONGEST = 300
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# The words of an order, up to its moment; a name with the small letters of a title may be that of a topic.
_WORDS = re.compile(
    r"""
    (?: (?:(?:strict|strictly|under|news|press|media)\s+){0,3} (?: embargoed | embargo (?= .*\d ) | (?-i:EMBARGO) ) (?:\s+(?:date|time))?
      | (?:strictly\s+)? not\s (?:for|to\sbe)\s (?:release|publication|broadcast|use|published|released|used) (?= .*\d )
      | embargad[oa] | (?:strictement\s+)? sous\ embargo | sperrfrist | (?:под\s+)? (?: эмбарго (?= .*\d) | (?-i:ЭМБАРГО) )
      | حظر\ النشر | 禁发 ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HAN_ORDER = re.compile(r"\d[\d年月日时点分:\s]*(?:以?前|之前)?禁发")
_SMALL = re.compile(
    r"(?:until|till|before|on|at|from|for|the|hasta|el|las|até|jusqu['’]?(?:au|à|a)?|au|bis|zum|до|حتى|يوم|至|到)(?!\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:[:：,]|\b(?:until|till|before|on|at|date|hasta|até|jusqu['’](?:au|à)|bis|до)|حتى)\W*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\W*(?:until|till|before|at|on|hasta|até|jusqu|bis|до|حتى)(?!\w)", re.IGNORECASE)
_AFTER = re.compile(r"\s*[:：]\s+|：|\s+[-–—|]{1,2}\s+|\s*[\])】）］]\s*[:：–—-]?\s*|[.]\s+(?=[^\W\d_])")
_BEFORE = re.compile(r"\s*[(\[（【［]\s*|\s+[-–—|]{1,2}\s+|,\s+(?=embargoed\s)", re.IGNORECASE)
_EDGES = " \t()[]（）【】［］*-–—|:：,"


def set_orders_apart(lines: Sequence[Line]) -> list[Line]:
    """Give each order near the ends of a text a line of its own, and the headline that shares its line another."""
    found: list[Line] = []
    joined = join_orders(lines)
    for at, line in enumerate(joined):
        found += part_order(line) if at < _HEAD else [line]
    return found


def join_orders(lines: Sequence[Line]) -> list[Line]:
    """Join an order to the lines that state its moment."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        near = at < _HEAD or at >= len(lines) - _FOOT
        joins = near and found and _goes_on(found[-1], line)
        found.append(_join(found.pop(), line) if joins else line)
    return found


def _join(first: Line, line: Line) -> Line:
    text = f"{first.text} {line.text}"
    return Line(text, text, (*first.numbers, *line.numbers), first.gap, first.indent, (*first.parts, *line.parts))


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a line is the rest of an order: what it adds is a moment, or the end of a sentence with one."""
    whole = f"{before.text} {line.text}"
    if not line.gap and before.text[-1] in ":：" and states_release(whole) and _is_moment(line.text):
        return bool(find_dates(line.text))
    if line.gap or max(len(before.text), len(line.text)) > _SHORT or ends_with_stop(before.text) or not is_order(whole):
        return False
    dated = bool(find_dates(before.text))
    if is_order(before.text) and _is_moment(line.text):
        waits = _OPEN.search(before.text) or states_hour(before.text) or _GOES_ON.match(line.text)
        return not (states_hour(before.text) or find_dates(line.text)) if dated else bool(waits)
    return not dated and line.text[0].islower() and bool(find_dates(line.text))


def ends_with_stop(text: str) -> bool:
    return ends_sentence(text) and text[-1] not in ":：" and not text[-1].isdigit()


def part_order(line: Line) -> Iterator[Line]:
    """Part an order from the headline before or behind it; a line that is not both stays whole."""
    text = line.text
    if len(text) > _LONGEST:
        yield line
        return
    for cut in reversed([*_AFTER.finditer(text)]):
        order, headline = text[: cut.end()].strip(_EDGES), text[cut.end() :].strip()
        if _is_order(order) and _is_headline(headline):
            yield Line(order, order, line.numbers, line.gap, line.indent, (order,))
            yield Line(headline, headline, line.numbers, line.gap, line.indent, (headline,))
            return
    for cut in _BEFORE.finditer(text):
        headline, order = text[: cut.start()].strip(), text[cut.start() :].strip(_EDGES)
        if _is_order(order) and _is_headline(headline):
            yield Line(headline, headline, line.numbers, line.gap, line.indent, (headline,))
            yield Line(order, order, line.numbers, 0, line.indent, (order,))
            return
    yield line


def _is_order(text: str) -> bool:
    """Tell whether a text is an order and nothing else."""
    bare = text.strip(_EDGES)
    if _HAN_ORDER.fullmatch(bare):
        return True
    words = _WORDS.match(bare)
    return words is not None and (words.end() == len(bare) or _is_moment(bare[words.end() :]))


def _is_moment(text: str) -> bool:
    """Tell whether a text states when, or part of it, and nothing else."""
    return not _WORD.search(residue(_SMALL.sub(" ", text)))


def _is_headline(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) >= 3 and not is_order(text) and len(_WORD.findall(residue(_SMALL.sub(" ", text)))) >= 3
