"""Write what a template may see, from the dataclasses that say so, into `docs/theme.md` below its marker."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/theme.md"
MARKER = "<!-- What follows is written by docs/theme_page.py from the code. -->\n"
SOURCES = (("The views", "views.py"), ("What views are made of", "pieces.py"))


def write_page(page: str) -> str:
    """Put the dataclasses of today in place of those that a page describes."""
    above = page.partition(MARKER)[0]
    return above + MARKER + "".join(line for title, name in SOURCES for line in describe_module(title, name))


def describe_module(title: str, name: str) -> Iterator[str]:
    yield f"\n## {title}\n"
    tree = ast.parse((ROOT / "plugins/briefing" / name).read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from describe_class(node)


def describe_class(node: ast.ClassDef) -> Iterator[str]:
    """Name a dataclass, and each of its fields with its type and with the text that stands below it."""
    yield f"\n### {node.name}\n\n"
    if text := ast.get_docstring(node):
        yield f"{text}\n\n"
    for field, below in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign):
            kind = ast.unparse(field.annotation)
            said = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
            yield f"- `{ast.unparse(field.target)}`: `{kind}`{f' — {said}' if isinstance(said, str) else ''}\n"


def main() -> int:
    PAGE.write_text(write_page(PAGE.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
