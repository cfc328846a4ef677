"""The pictures of a story as they are gathered line by line: captions find their credits."""

from collections.abc import Sequence

from .facts import Facts
from .parts import Image, Part, Role


def add_caption(images: list[Image], above: Sequence[Part], facts: Facts, rule: str) -> None:
    """Add a caption, to the credit above it where that waits for one; what a page shows twice counts once."""
    picture = facts.picture
    caption, credit = (picture.caption, picture.credit) if picture and picture.caption else (facts.text, None)
    for image in images:
        if caption and image.caption and (caption == image.caption or caption in image.caption):
            return
    last = images[-1] if images else None
    if last and last.caption is None and last.credit and credit is None and _under_credit(above, facts, rule):
        images[-1] = Image(caption, last.credit)
        return
    images.append(Image(caption, credit))


def _under_credit(above: Sequence[Part], facts: Facts, rule: str) -> bool:
    """Tell whether the caption belongs to the credit above it, a label such as "Image caption" between or not."""
    label = bool(above) and above[-1].text.casefold().startswith("image caption")
    credit = above[-2:-1] if label else above[-1:]
    marked = label or bool(facts.picture and facts.picture.form == "marked caption")
    return rule == "line under a credit" or (marked and bool(credit) and credit[0].role is Role.CREDIT)


def add_credit(images: list[Image], above: Sequence[Part], facts: Facts) -> None:
    """Add a credit, to the caption above it where that has none."""
    credit = facts.picture.credit if facts.picture else facts.text
    last = images[-1] if images else None
    captioned = bool(above) and above[-1].role is Role.CAPTION
    if last and last.credit == credit and captioned:
        return
    if last and last.credit is None and captioned:
        images[-1] = Image(last.caption, credit)
    elif not any(image.credit == credit and image.caption is None for image in images):
        images.append(Image(None, credit))
