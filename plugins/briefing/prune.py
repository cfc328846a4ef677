"""Texts of the ledger that nothing in the content folder names any more."""

import re

from briefing.files import read_bytes
from briefing.shelf import Shelf
from briefing.stamp import cut_stamp

KEPT = re.compile(r"[0-9a-f]{32}\.md")


def prune_ledger(shelf: Shelf) -> None:
    """Delete what was kept for articles that are gone; what an article anywhere in `content/` names stays."""
    folder = shelf.folders.ledger
    if not folder.is_dir():
        return
    texts = {each.path: each.stamp.text for each in (*shelf.orphans, *shelf.known.values())}
    short = {text[:32] for text in (*texts.values(), *shelf.texts.values())}
    stale = [path for path in folder.iterdir() if KEPT.fullmatch(path.name) and path.stem not in short]
    if not stale:
        return
    for path in folder.parent.rglob("*.md"):
        if path.parent != folder and path.is_file():
            _, stamp = cut_stamp(read_bytes(path).decode("utf-8", "replace").replace("\r\n", "\n"))
            short |= {stamp.text[:32]} if stamp else set()
    for path in stale:
        if path.stem not in short and path.is_file():
            path.unlink()
