"""Amendments and effects in; the lines out that show people how an act is understood and what it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from ..citation import Citation
from ..commands import Command, NewText, Words
from ..diagnostics import wrapped
from ..provision import Provision
from .terminal import Part
from .units import unit_text

if TYPE_CHECKING:
    from ..amendment import Amendment
    from ..consolidation import Effect


def understanding(file: str, amendments: Sequence[Amendment], width: int | None) -> Iterator[Part]:
    """Each command of the act: its point, its kind, its places, and below them its arguments."""
    for amendment in amendments:
        yield "\n".join(wrapped(f"{file}: {amendment.title}", width, "    ")) + "\n", "head"
        for command in amendment.commands:
            head = f"  {command.point:8} {command.kind}: {'; '.join(map(str, command.places))}"
            for text in (head, *(f"{'':11}{argument}" for argument in _arguments(command))):
                yield "\n".join(wrapped(text, width, " " * 13)) + "\n"


def trace(file: str, effects: Iterable[Effect]) -> Iterator[Part]:
    """Each command, and every unit it touched before and after."""
    for command, touched in groupby(effects, key=lambda effect: effect.command):
        yield f"{file}:{command.span.line}: {command.point} {command.kind}\n".replace(":  ", ": "), "head"
        for effect in touched:
            yield from _side("-", "old", effect.before, effect.old)
            yield from _side("+", "new", effect.after, effect.new)


def _side(sign: str, style: str, place: Citation | None, unit: Provision | None) -> Iterator[Part]:
    if unit is not None:
        yield f"  {sign} {place}\n", style
        yield from ((f"  {sign}   {line}\n", style) for line in unit_text(unit).splitlines())


def _arguments(command: Command) -> Iterator[str]:
    """What the command says beyond its places."""
    for field in fields(command):
        value = getattr(command, field.name)
        if field.name not in ("places", "span", "point") and value != field.default:
            yield field.name if value is True else f"{field.name}: {_shown(value)}"


def _shown(value: object) -> str:
    """A value as people write it: words in quotation marks, places as cited."""
    match value:
        case Words(text=text):
            more = (
                f.name for f in fields(value) if f.name not in ("text", "span") and getattr(value, f.name) != f.default
            )
            return " ".join([f"„{text}“", *(f"{name} {_shown(getattr(value, name))}" for name in more)])
        case NewText(text=text) | str(text):
            return f"„{' '.join(text.split())}“"
        case (Words() as old, str(new)):
            return f"{_shown(old)} → {_shown(new)}"
        case tuple():
            return ", ".join(map(_shown, value))
        case Enum():
            return str(value.value)
        case _:
            return str(value)
