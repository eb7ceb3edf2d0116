"""A register and the files it names in; the measures it records out, each with its days and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import count

from ..amendment import Amendment, parse_act
from ..commands import Command
from ..diagnostics import NotUnderstood, Source
from ..structure import parse
from .decisions import decided, read_decisions
from .filing import path_of
from .register import Act, Register, Text, is_repeal
from .timeline import Commands, Measure, Whole

Files = Callable[[str], Source]
"""Gives the text of a file that the register names, by its path."""


def measures_of(register: Register, text: Files) -> tuple[Measure, ...]:
    """The measures of all entries, those that were taken back too, in the order of recording.

    Raises NotUnderstood for an act that is not understood as a whole.
    """
    acts = count()
    found: list[Measure] = []
    for entry in register.entries:
        match entry:
            case Text():
                source = text(path_of(register, entry, entry.file))
                document = parse(source).document
                found.append(Whole(entry, next(acts), entry.in_force, None, document, source))
            case Act() if not is_repeal(entry):
                act = text(path_of(register, entry, entry.file))
                decisions = text(path_of(register, entry, entry.decisions)) if entry.decisions else None
                amendment = with_decisions(_amendment_of(register, entry, act), act, decisions)
                found += _parts_of(entry, amendment, acts)
    return tuple(found)


def standing(register: Register, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures of the entries that count."""
    entries = {id(entry) for entry in register.standing}
    return tuple(measure for measure in measures if id(measure.entry) in entries)


def _amendment_of(register: Register, entry: Act, source: Source) -> Amendment:
    """What an act says about this rulebook. An act that amends but one text was recorded as amending this one."""
    act = parse_act(source)
    if len(act.amendments) == 1:
        return act.amendments[0]
    return act.for_text(register.title, entry.article or None)


def with_decisions(amendment: Amendment, act: Source, decisions: Source | None) -> Amendment:
    """The amendment with what people decided in place of what does not fit. Raises NotUnderstood for what is left."""
    if decisions is not None:
        amendment = decided(amendment, act, read_decisions(decisions))
    if amendment.diagnostics:
        raise NotUnderstood(*amendment.diagnostics)
    return amendment


def _parts_of(entry: Act, amendment: Amendment, acts: Iterator[int]) -> Iterator[Commands]:
    """The measures of an act: one for the act as a whole, one for each part that has days of its own."""
    own = [point for part in entry.part for point in part.points]
    rest = tuple(command for command in amendment.commands if not within(command.point, own))
    parts = [(part, tuple(c for c in amendment.commands if within(c.point, part.points))) for part in entry.part]
    parts = [(part, commands) for part, commands in parts if commands]
    if rest or not parts:
        yield Commands(entry, next(acts), entry.in_force, entry.until, rest, amendment.annexes)
    for part, commands in parts:
        yield Commands(entry, next(acts), part.in_force, part.until, commands, amendment.annexes)


def last_day(entry: Act, command: Command) -> date | None:
    """The last day on which a command of the act counts, None if it does not end."""
    return next((part.until for part in entry.part if within(command.point, part.points)), entry.until)


def within(point: str, points: Iterable[str]) -> bool:
    """Whether a point of an act („3 b“) is one of these, or below one."""
    return any(f"{point} ".startswith(f"{other} ") for other in points)
