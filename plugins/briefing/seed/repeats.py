"""Signs of what a page says twice: pull quotes and texts pasted twice."""
# ruff: noqa: D401 - a docstring of a question says what holds

from .page import Page


def pull_quote(page: Page, at: int) -> bool:
    """A line that a paragraph within reach contains word for word."""
    facts = page.facts[at]
    # Shorter ones head the part that they are taken from.
    if not (30 if facts.stop else 60) <= facts.size <= 220 or not (facts.quoted or not facts.stop):
        return False
    bare = facts.text.strip("\"'“”«»„‘’ .")
    return any(
        near != at and fact.size > facts.size + 15 and bare in fact.text
        for near, fact in enumerate(page.facts[max(0, at - 8) : at + 9], max(0, at - 8))
    )


def repeated_paragraph(page: Page, at: int) -> bool:
    """The paragraph above once more, or one of several in their first order; a refrain comes back alone."""
    facts = page.facts[at]
    first = page.texts.get(facts.text, at)
    if facts.size <= 60 or first == at:
        return False
    if first == at - 1:
        return True
    return any(
        0 <= first + step < len(page.facts)
        and page.at(at + step)
        and page.facts[first + step].text == page.facts[at + step].text
        and page.facts[at + step].size > 60
        for step in (-1, 1)
        if at + step < len(page.facts)
    )
