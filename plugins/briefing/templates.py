"""What a page is made by: the code of the site, and a template with all that it includes."""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Any

import jinja2
from jinja2 import Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.meta import find_referenced_templates

from briefing.files import write_file
from briefing.keys import Keys, digest_files
from briefing.last import list_packages
from briefing.snapshot import walk

REFERENCES = "templates.json"
JINJA: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
}


class Code:
    """Digests of what makes pages, by which it is seen that a page has to be made anew though its view is the same."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.whole = digest_code_of(tuple(settings["PLUGIN_PATHS"]))
        self.theme = Path(settings["THEME"])
        self.keys: dict[str, str] = {}
        self.references = References(Path(settings["CACHE_PATH"], REFERENCES))

    def of_template(self, template: Template) -> str:
        """Digest a template, those that it extends, includes or imports, the theme's other files, and the code."""
        name = template.name or ""
        if name not in self.keys:
            sources = sorted(closure(template.environment, name, self.references).items())
            self.keys[name] = Keys().key(self.whole, self.others, *(text for source in sources for text in source))
            self.references.save()
        return self.keys[name]

    @cached_property
    def others(self) -> str:
        """Digest what a theme holds beside templates and the files that are copied, such as its words."""
        apart = {str(self.theme / "templates"), str(self.theme / "static")}
        return digest_files(list_files(self.theme, apart), self.theme)


@cache
def digest_code_of(folders: tuple[str, ...]) -> str:
    """Digest all code that may have a hand in a page: this package, a site's plugins, and which packages there are."""
    homes = {Path(__file__).parents[1], *map(Path, folders)}
    sources = [digest_files(list_files(home), home) for home in sorted(homes) if home.is_dir()]
    return Keys().key(*sources, *list_packages())


def list_files(folder: Path, without: Collection[str] = ()) -> Iterator[Path]:
    """Find the files of a folder, behind links too, but not hidden ones nor what Python makes of code."""
    return (Path(path) for path, stat in walk(str(folder), without) if S_ISREG(stat.st_mode))


class References:
    """The templates that each template names; parsing them all takes longer than printing what an edit changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            kept = json.loads(path.read_bytes())
        except (OSError, ValueError):
            kept = {}
        self.known: dict[str, list[str | None]] = {}
        if isinstance(kept, dict) and all(
            isinstance(names, list) and all(isinstance(each, str | None) for each in names) for names in kept.values()
        ):
            self.known = kept
        self.used: dict[str, list[str | None]] = {}

    def find(self, environment: Environment, source: str) -> list[str | None]:
        """Name the templates that a source names; None stands for a name that is worked out."""
        key = Keys().key(jinja2.__version__, source)
        if key not in self.used:
            known = self.known.get(key)
            self.used[key] = [*find_referenced_templates(environment.parse(source))] if known is None else known
        return self.used[key]

    def save(self) -> None:
        if self.used != self.known:
            write_file(self.path, json.dumps(self.used).encode())


def closure(environment: Environment, name: str, references: References) -> dict[str, str]:
    """Take the source of a template and of all that it names, and of every one where a name is worked out."""
    sources: dict[str, str] = {}
    names = [name]
    while names:
        each = names.pop()
        if each in sources or environment.loader is None:
            continue
        try:
            sources[each] = environment.loader.get_source(environment, each)[0]
        except TemplateNotFound:
            sources[each] = ""  # `ignore missing`, or rendering tells of it
        for other in references.find(environment, sources[each]):
            names += environment.list_templates() if other is None else [other]
    return sources
