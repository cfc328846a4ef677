"""Which parts of a seed were read with so little certainty that a person should have a look."""

from collections.abc import Iterable, Iterator, Sequence
from shlex import quote

from briefing.seed.parts import Part, Role

CERTAIN = 0.9
"""Nine parts in ten are surer than .99; below this lie the near ties between two rules."""
SHAPES = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE, Role.ROW})
"""Mistaking one of these for another loses nothing, and shows on the page."""

DAYS = frozenset({Role.EMBARGO, Role.DATE, Role.UPDATED, Role.BYLINE})
"""Of these a doubt may lie in the day itself, which could be read in two ways."""

MOST_LOOKS = 10


def is_doubtful(part: Part) -> bool:
    """Tell whether a part could well be something else that would be published differently, or at another moment."""
    if part.role in DAYS and part.confidence < CERTAIN:
        return True
    if part.runner_up is None or part.confidence >= CERTAIN:
        return False
    return not SHAPES.issuperset((part.role, part.runner_up))


def find_doubts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """List the doubtful parts, the least certain first."""
    return tuple(sorted(filter(is_doubtful, parts), key=lambda part: (part.confidence, part.lines)))


def say_certainty(part: Part) -> str:
    """Say by which rule a part was recognised, how surely, and what came second."""
    certainty = f"{percent(part)} {part.rule}"
    return f"{certainty}; else {name_role(part.runner_up)}" if part.runner_up else certainty


def list_looks(doubted: Sequence[tuple[str, Sequence[Part]]]) -> Iterator[str]:
    """Say what is worth a look: a line a seed about its least certain part, at most ten, then how many more."""
    for name, doubts in doubted[:MOST_LOOKS]:
        worst = doubts[0]
        taken = f"taken as {name_role(worst.role)} (rule “{worst.rule}”, {percent(worst)})"
        other = f", could be {name_role(worst.runner_up)}" if worst.runner_up else ""
        yield f"{name}:{worst.lines[0]}: {taken}{other}: briefing explain {quote(name)}"
    more = len(doubted) - MOST_LOOKS
    if more > 0:
        yield f"and {more:,} more {'seed' if more == 1 else 'seeds'}"


def percent(part: Part) -> str:
    """Round down: only what had no rival is certain."""
    return f"{int(100 * part.confidence)} %"


def name_role(role: Role) -> str:
    return role.value.replace("_", " ")
