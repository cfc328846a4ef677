"""`content/vocabulary.toml`: what the editors call things, and what is never a tag."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NoReturn

from briefing.errors import BriefingError

KINDS = ("place", "person", "organisation", "topic")
_TOP = ("tags", "never")
_ENTRY = ("aliases", "kind", "parent")


@dataclass(frozen=True, slots=True)
class Term:
    """One tag as the editors define it."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The editors' terms by name, and the names that are never tags."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    never: frozenset[str] = frozenset()

    def find_canonical(self) -> dict[str, str]:
        """Every name and alias in small letters → the name of its tag."""
        return {form.casefold(): term.name for term in self.terms.values() for form in (term.name, *term.aliases)}


def load_vocabulary(text: str, file: str) -> Vocabulary:
    """Parse and check the whole file; the first fault raises a `BriefingError` with its line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise BriefingError(f"not TOML: {error}", file, int(line[1]) if line else text.count("\n") + 1) from None
    check = _Checker(text, file)
    check.keys(data, _TOP, "")
    terms = {name: check.term(name, entry) for name, entry in check.table(data.get("tags", {}), "tags").items()}
    never = check.strings(data.get("never", []), "never")
    check.claims(terms.values())
    check.parents(terms)
    return Vocabulary(terms, frozenset(never))


@dataclass(frozen=True, slots=True)
class _Checker:
    text: str
    file: str

    def fail(self, message: str, at: str) -> NoReturn:
        """Blame the first line that holds `at` outside a comment."""
        lines = (line.split(" #", 1)[0] for line in self.text.splitlines())
        found = (number for number, line in enumerate(lines, 1) if at in line and not line.lstrip().startswith("#"))
        raise BriefingError(message, self.file, next(found, 1))

    def keys(self, given: Mapping[str, object], known: Iterable[str], where: str) -> None:
        for key in given:
            if key not in known:
                self.fail(f"unknown key {key!r}{where}{_suggest(key, known)}", key)

    def table(self, value: object, key: str) -> Mapping[str, object]:
        if not isinstance(value, dict):
            self.fail(f"{key!r} must be a table, not {_name_type(value)}", key)
        return value

    def strings(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.fail(f'{key!r} must be a list of names such as ["US", "USA"]', key)
        return tuple(value)

    def term(self, name: str, value: object) -> Term:
        entry = self.table(value, name)
        self.keys(entry, _ENTRY, f" in tag {name!r}")
        for key in ("kind", "parent"):
            if not isinstance(entry.get(key, ""), str):
                self.fail(f"{key!r} of tag {name!r} must be text, not {_name_type(entry[key])}", key)
        kind, parent = str(entry.get("kind", "")), str(entry.get("parent", ""))
        if kind and kind not in KINDS:
            self.fail(f"tag {name!r} has the unknown kind {kind!r}{_suggest(kind, KINDS)}", kind)
        return Term(name, self.strings(entry.get("aliases", []), "aliases"), kind, parent)

    def claims(self, terms: Iterable[Term]) -> None:
        """Insist that no form, in whatever case, leads to two tags."""
        owner: dict[str, str] = {}
        for term in terms:
            for form in (term.name, *term.aliases):
                other = owner.setdefault(form.casefold(), term.name)
                if other != term.name:
                    self.fail(f"{form!r} is claimed by two tags, {other!r} and {term.name!r}", form)

    def parents(self, terms: Mapping[str, Term]) -> None:
        """Insist that parents are tags of the vocabulary, and that none stands below itself."""
        for term in terms.values():
            if term.parent and term.parent not in terms:
                self.fail(
                    f"tag {term.name!r} has the unknown parent {term.parent!r}{_suggest(term.parent, terms)}",
                    term.parent,
                )
            above, seen = term.parent, {term.name}
            while above:
                if above in seen:
                    self.fail(f"tag {term.name!r} is its own ancestor", term.name)
                seen.add(above)
                above = terms[above].parent


def _suggest(given: str, known: Iterable[str]) -> str:
    close = get_close_matches(given, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _name_type(value: object) -> str:
    names = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), type(value).__name__)
