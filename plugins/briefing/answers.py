"""What `briefing explain` answers: how a seed was read, why a story has its tags and links, or why it is held."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from briefing.article import read_article
from briefing.build import read_stories
from briefing.conf import load_settings
from briefing.drafts import fallback_date
from briefing.embargo import Held, tell_release
from briefing.errors import BriefingError
from briefing.explain import Explained, draw_seed, explain_seed, seed_as_json, write_seed
from briefing.files import read_bytes
from briefing.last import CONF, relative
from briefing.reasons import draw_reasons, find_reasons, find_story, reasons_as_json, write_reasons


def slug_of(path: Path, root: Path) -> str | None:
    """Read the slug of an article's own file, which stands for its story; a seed has none."""
    conf = root / CONF
    if not conf.is_file() or not path.resolve().is_relative_to(load_settings(conf)["PATH"]):
        return None
    return read_article(path, relative(path.resolve()))[1].slug


def explain_file(path: Path, root: Path, *, as_json: bool) -> None:
    found = read_explained(path, root)
    show(seed_as_json(found) if as_json else None, write_seed(found), partial(draw_seed, found))


def read_explained(path: Path, root: Path) -> Explained:
    """Explain a seed from wherever it lies; a fault names it from the root of the site where it is in there."""
    name = path.resolve().relative_to(root).as_posix() if path.resolve().is_relative_to(root) else str(path)
    try:
        return explain_seed(name, read_bytes(path), fallback_date(path))
    except BriefingError as error:
        raise BriefingError(error.message, name) from error


def explain_slug(slug: str, root: Path, *, as_json: bool) -> None:
    """Print why a story has its tags and links, or until when it is held."""
    stories = read_stories(root)
    for name, held in stories.settings["HELD"].items():
        if held.slug == slug:
            explain_held(name, held, root, as_json=as_json)
            return
    published = [*stories.articles, *stories.translations]
    found = find_reasons(find_story(slug, published, [*stories.drafts, *stories.hidden_articles]), published)
    show(reasons_as_json(found) if as_json else None, write_reasons(found), partial(draw_reasons, found))


def explain_held(name: str, held: Held, root: Path, *, as_json: bool) -> None:
    """Say until when a story is held and how to let it out; it has no tags yet, but its seed was read."""
    _, article = read_article(root / name, name)
    path = root / article.seed["file"] if article.seed and "file" in article.seed else None
    found = read_explained(path, root) if path and path.is_file() else None
    told = f"{name}: {tell_release(held)}; it has tags and related stories once it is published"
    if as_json:
        until = held.until.isoformat() if held.until else None
        seed = seed_as_json(found) if found else None
        click.echo(json.dumps({"held": told, "until": until, "seed": seed}, ensure_ascii=False, indent=2))
        return
    click.echo(told)
    if found:
        click.echo()
        show(None, write_seed(found), partial(draw_seed, found))


def show(value: Any, lines: Iterable[str], draw: Callable[[Console], Iterable[Text]]) -> None:
    """Print a value as JSON where there is one, else rows on a terminal and plain lines elsewhere."""
    console = Console(highlight=False)
    if value is not None:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    elif console.is_terminal:
        for row in draw(console):
            console.print(row, soft_wrap=True)
    else:
        click.echo("\n".join(lines))
