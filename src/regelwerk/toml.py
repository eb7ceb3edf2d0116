"""TOML text in, values of dataclasses out; whatever does not fit is named with its line and key.

A field of a dataclass is a key of its table, its type the type of the value; a field with a default may be left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache, cached_property
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from .diagnostics import Diagnostic, NotUnderstood, Source, Span
from .messages import _

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Key = tuple[str | int, ...]
"""The way to a table or value: ("amendment", 1, "in_force")."""

Shape = TypeVar("Shape", bound="DataclassInstance")

_WORDS = re.compile(r"(?s).*\S.*")
_HEAD_OR_KEY = re.compile(r"^[ \t]*(?:(?P<head>\[+[\w. -]+\]+)|(?P<key>[\w-]+)[ \t]*=.*)", re.MULTILINE)


def parse_toml(source: Source) -> dict[str, Any]:
    """The tables of a TOML text. Raises NotUnderstood with the line that cannot be read."""
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line ([0-9]+)", str(error))
        line = int(found[1]) if found else source.position(len(source.text.rstrip()))[0]
        hint = _("Texts stand in quotation marks, dates as 2024-05-31, each key on a line of its own.")
        raise NotUnderstood.of(_("This line cannot be read."), _line(source, line), hint) from error


class TableReader:
    """Reads values out of the tables of one TOML text and collects what is wrong with them in `problems`."""

    def __init__(self, source: Source, patterns: Mapping[str, re.Pattern[str]]) -> None:
        """`patterns`: how the text at some keys must look, in whichever table; all others must not be empty."""
        self.problems: list[Diagnostic] = []
        self._source = source
        self._patterns = patterns

    def span(self, key: Key) -> Span:
        """Where `key` stands, or the table around it if it is not there."""
        while key not in self._places:
            key = key[:-1]
        return self._places[key]

    def complain(self, key: Key, message: str, hint: str | None = None) -> None:
        """Note what is wrong at `key`."""
        self.problems.append(Diagnostic(message, self.span(key), hint))

    def finish(self) -> None:
        """Raises NotUnderstood with all problems, if there are any."""
        if self.problems:
            raise NotUnderstood(*self.problems)

    def known(self, table: Mapping[str, Any], key: Key, names: Iterable[str]) -> None:
        """Complain about each key of the table that is none of `names`."""
        allowed = list(names)
        for name in table:
            if name not in allowed:
                near = get_close_matches(name, allowed, 1)
                hint = _("Is „{key}“ meant?").format(key=near[0]) if near else None
                self.complain((*key, name), _("There is no key „{key}“ here.").format(key=name), hint)

    def record(self, shape: type[Shape], table: Mapping[str, Any], key: Key) -> Shape | None:
        """The table as a value of the dataclass `shape`, None (and complaints) if it is not one."""
        hints = _hints(shape)
        before = len(self.problems)
        self.known(table, key, hints)
        values: dict[str, Any] = {}
        for field in fields(shape):
            own, raw = (*key, field.name), table.get(field.name)
            needed = _("It is {kind}.").format(kind=_described(hints[field.name])) if field.default is MISSING else None
            if isinstance(raw, str) and not (raw.strip() or self._may_be(field.name, raw)):
                hint = needed or _("Fill it in, or delete the line if nothing is to be said here.")
                self.complain(own, _("„{key}“ is empty.").format(key=field.name), hint)
            elif raw is not None:
                values[field.name] = self._value(hints[field.name], raw, own)
            elif needed:
                self.complain(own, _("„{key}“ is missing here.").format(key=field.name), needed)
        return shape(**values) if len(self.problems) == before else None

    def _value(self, hint: Any, raw: Any, key: Key) -> Any:
        name = str(key[-1])
        match raw:
            case [*items] if hint == tuple[str, ...]:
                if all(isinstance(item, str) for item in items):
                    return tuple(items)
            case [*items] if get_origin(hint) is tuple and all(isinstance(item, dict) for item in items):
                return tuple(self.record(get_args(hint)[0], item, (*key, n)) for n, item in enumerate(items))
            case str() if isinstance(hint, type) and issubclass(hint, Enum) and raw in [kind.value for kind in hint]:
                return hint(raw)
            case str() if hint is str and self._may_be(name, raw):
                return raw
            case datetime() if hint is datetime and raw.tzinfo:
                return raw
            case date() if date in (hint, *get_args(hint)) and not isinstance(raw, datetime):
                return raw
        if isinstance(raw, str) and hint is str:
            self.complain(key, _("„{key}“ has not the form of such a value.").format(key=name))
        else:
            self.complain(key, _("„{key}“ must be {kind}.").format(key=name, kind=_described(hint)))
        return None

    def _may_be(self, name: str, text: str) -> bool:
        """Whether the text looks as it must at a key of this name."""
        return self._patterns.get(name, _WORDS).fullmatch(text) is not None

    @cached_property
    def _places(self) -> dict[Key, Span]:
        """Where each table and each key stands; the text as a whole at its first line."""
        source = self._source
        places: dict[Key, Span] = {(): _line(source, 1)}
        counts: dict[Key, int] = {}
        here: Key = ()
        for found in _HEAD_OR_KEY.finditer(source.text):
            if found["head"]:
                here = ()
                *above, last = found["head"].strip("[] ").split(".")
                for name in above:
                    here = (*here, name, counts[(*here, name)] - 1) if (*here, name) in counts else (*here, name)
                here = (*here, last)
                if found["head"].startswith("[["):
                    counts[here] = counts.get(here, 0) + 1
                    here = (*here, counts[here] - 1)
            key = (*here, found["key"]) if found["key"] else here
            places.setdefault(key, source.span(*found.span()))
        return places


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _described(hint: Any) -> str:
    """What a value of this type looks like, for people."""
    if get_origin(hint) is UnionType:
        hint = get_args(hint)[0]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _("one of: {names}").format(names=", ".join(str(kind.value) for kind in hint))
    return {
        str: _("a text in quotation marks"),
        date: _("a date such as 2024-05-31 without quotation marks"),
        datetime: _("a time such as 2024-05-31T14:30:00+02:00"),
    }.get(hint, _("a list"))


def _line(source: Source, number: int) -> Span:
    start = sum(len(line) + 1 for line in source.text.split("\n")[: number - 1])
    return source.span(start, start + max(1, len(source.line(number))))
