"""Amendments and effects in; the lines out that show people how an act is understood and what it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..amendment.inforce import Moment, OnCondition, OnDate, OnOccasion
from ..commands import Command, InsertWords, NewText, Words
from ..days import shown
from ..diagnostics import wrapped
from ..messages import _
from ..provision import Provision
from .kinds import argument, deed_of, kind_of, passage
from .terminal import Printable
from .units import cited, unit_text

if TYPE_CHECKING:
    from ..amendment import Amendment
    from ..consolidation import Effect


def understanding(file: str, amendments: Sequence[Amendment], width: int | None) -> Iterator[Printable]:
    """What the act says about itself, and each command: its point, its kind, its places, below them its arguments."""
    for amendment in amendments:
        yield _broken(f"{file}: {amendment.title}", width, 4), "head"
        yield from (_broken(f"  {line}", width, 4) for line in _about(amendment))
        for command in amendment.commands:
            yield _broken(f"  {command.point:8} {kind_of(command)}: {'; '.join(map(str, command.places))}", width, 13)
            yield from (_broken(f"{'':11}{line}", width, 13) for line in _arguments(command))


def _broken(text: str, width: int | None, indent: int) -> str:
    return "\n".join(wrapped(text, width, " " * indent)) + "\n"


def _about(amendment: Amendment) -> Iterator[str]:
    if amendment.number:
        yield _("number: {number}").format(number=amendment.number)
    if amendment.adopted:
        yield _("adopted: {day}").format(day=shown(amendment.adopted))
    for rule in amendment.in_force.rules if amendment.in_force else ():
        name = _("out of force") if rule.ends else _("in force")
        yield f"{name}{f' ({rule.of})' if rule.of else ''}: {_moment(rule.moment)}"


def _moment(moment: Moment) -> str:
    match moment:
        case OnDate(day=day):
            return shown(day)
        case OnOccasion(occasion=occasion):
            return occasion.value
        case OnCondition(text=text):
            return f"„{text}“"


def trace(file: str | None, effects: Iterable[Effect]) -> Iterator[Printable]:
    """Each command, with its line where the file is named, and every unit it touched before and after."""
    for command, touched in groupby(effects, key=lambda effect: effect.command):
        place = f"{file}:{command.span.line}:" if file else ""
        point = command.point and _("point {point}:").format(point=command.point)
        yield " ".join(filter(None, (place, point, deed_of(command)))) + "\n", "head"
        in_order = sorted(touched, key=lambda effect: effect.old is None)
        for told, there in groupby(in_order, key=_places):
            yield f"  {told}\n"
            for effect in there:
                yield from _before_and_after(effect)


def _places(effect: Effect) -> str:
    """Where the unit was and is."""
    return " → ".join(dict.fromkeys(cited(place) for place in (effect.before, effect.after) if place))


def _before_and_after(effect: Effect) -> Iterator[Printable]:
    text_of = _heading if effect.old and effect.new and effect.old.heading else unit_text
    yield from ((f"  - {line}\n", "old") for line in (text_of(effect.old).splitlines() if effect.old else ()))
    yield from ((f"  + {line}\n", "new") for line in (text_of(effect.new).splitlines() if effect.new else ()))


def _heading(unit: Provision) -> str:
    """A unit that went on under another heading: what changed inside it has its own effects."""
    return unit_text(replace(unit, children=()))


def _arguments(command: Command) -> Iterator[str]:
    """What the command says beyond its places."""
    for field in fields(command):
        value = getattr(command, field.name)
        if field.name not in ("places", "span", "point", "before") and value != field.default:
            before = field.name == "anchor" and isinstance(command, InsertWords) and command.before
            name = argument("before" if before else field.name)
            yield name if value is True else f"{name}: {_shown(value)}"


def _shown(value: object) -> str:
    """A value as people write it: words in quotation marks, places as cited."""
    match value:
        case Words():
            return passage(value)
        case NewText(text=text) | str(text):
            return f"„{' '.join(text.split())}“"
        case (Words() as old, str(new)):
            return f"{_shown(old)} → {_shown(new)}"
        case tuple():
            return ", ".join(map(_shown, value))
        case _:
            return str(value)
