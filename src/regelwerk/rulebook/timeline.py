"""Measures, each with its days, in; the versions of the text out, one after the other.

A measure is what one entry of the register does on one day. The text of a day is the base text after all measures
that are in force on it, in the order of their entry into force, on one day by number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, takewhile

from ..citation import Citation
from ..commands import Command, NewText, Recast
from ..comparison.alignment import pairs_of, without_origins
from ..consolidation import Consolidated, consolidate
from ..consolidation.effects import Effect, effects
from ..days import DAY, shown
from ..diagnostics import Diagnostic, DoesNotApply, Source
from ..messages import _
from ..numbers import order
from ..provision import Origin, Path, Provision
from .register import Act, ActKind, Order, Text, TextKind


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands of an act that come into force on one day. `until`: the last day on which they count.

    `act` is the number of the measure for `Origin`.
    """

    entry: Act
    act: int
    in_force: date
    until: date | None
    commands: tuple[Command, ...]
    annexes: Mapping[str, NewText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole text that comes into force on one day: the base text, a Neufassung, a published full text."""

    entry: Text
    act: int
    in_force: date
    until: date | None
    document: Provision
    source: Source


Measure = Commands | Whole


@dataclass(frozen=True, slots=True)
class Version:
    """Fassung: the text from `in_force` until the day before `until`; for ever, as far as is known, if that is None.

    `entry` made it, or its end did, if `expired`. A version that another one follows on the same day counts on no day.
    """

    entry: Act | Text
    in_force: date
    document: Provision
    effects: tuple[Effect, ...]
    expired: bool = False
    until: date | None = None

    def counts_on(self, day: date) -> bool:
        """Whether this is the text of that day."""
        return self.in_force <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class _Applied:
    """The text once a measure has been applied, and what it did."""

    measure: Measure
    document: Provision
    effects: tuple[Effect, ...]


def sequence(measures: Sequence[Measure], day: date) -> tuple[Measure, ...]:
    """The measures in force on that day, in the order in which they are applied; the base text first."""
    active = [m for m in measures if m.in_force <= day and (m.until is None or day <= m.until)]
    usual = sorted((m for m in active if not _by_adoption(m)), key=_rank)
    return _with(usual, sorted(filter(_by_adoption, active), key=_adoption))


def versions(measures: Sequence[Measure], repealed: date | None = None) -> tuple[Version, ...]:
    """All versions, in the order of their days. `repealed`: the first day on which the rulebook counts no longer.

    Raises DoesNotApply where a command does not fit the text as it is on its day.
    """
    found: list[Version] = []
    states: list[_Applied] = []
    for day in _days(measures, repealed):
        wanted = sequence(measures, day)
        try:
            before, states = states, _fold(states, wanted)
        except DoesNotApply as error:
            raise DoesNotApply(*error.diagnostics, *_ended(measures, wanted, day)) from error
        found += _made_on(day, before, states)
    ends = [version.in_force for version in found[1:]] + [repealed]
    return tuple(replace(version, until=end) for version, end in zip(found, ends, strict=True))


def _ended(measures: Sequence[Measure], wanted: Sequence[Measure], day: date) -> Iterator[Diagnostic]:
    """What to say of a command that fitted until what it builds on has ended."""
    ended = dict.fromkeys(m.entry.number for m in measures if m.until and m.until + DAY == day)
    if ended and all(measure.in_force < day for measure in wanted):
        message = _("That is so from {day} on, when number {number} does not count any more, or not all of it.")
        hint = _("If what builds on it is to end with it, say so: --until {last}, or --part for a single point.")
        last = shown(day - DAY)
        yield Diagnostic(message.format(day=shown(day), number=", ".join(ended)), hint=hint.format(last=last))


def text_after(measures: Sequence[Measure]) -> Provision:
    """The base text after these measures, in this order. Raises DoesNotApply where one does not fit."""
    return _fold([], measures)[-1].document


def last_texts(registers: Iterable[tuple[Sequence[Measure], date | None]]) -> Iterator[Provision]:
    """The text of the last version, for each of several sets of measures, each with the day of the repeal."""
    states: list[_Applied] = []
    for measures, repealed in registers:
        states = _fold(states, sequence(measures, _days(measures, repealed)[-1]))
        yield states[-1].document


def other_by_adoption(measures: Sequence[Measure], act: Act) -> date | None:
    """The first day with another text if this act were applied in the order of adoption; None if there is none.

    Where that order gives no text at all, it cannot be the one that is meant.
    """
    for day in _days(measures):
        wanted = sequence(measures, day)
        others = [measure for measure in wanted if measure.entry is not act]
        moved = _with(others, [measure for measure in wanted if measure.entry is act])
        if moved != wanted:
            with suppress(DoesNotApply):
                if text_after(moved) != text_after(wanted):
                    return day
    return None


def _rank(measure: Measure) -> tuple[object, ...]:
    """By which measures are put in order. A correction follows what it corrects, a full text what it results from."""
    kind = measure.entry.kind
    if kind is TextKind.BASE:
        return (date.min,)
    follows = 2 if isinstance(kind, TextKind) else 1 if kind is ActKind.CORRIGENDUM else 0
    return measure.in_force, order(measure.entry.number), follows, measure.act


def _by_adoption(measure: Measure) -> bool:
    return isinstance(measure.entry, Act) and measure.entry.order is Order.ADOPTION


def _adoption(measure: Measure) -> tuple[date, tuple[object, ...]]:
    """By which measures are put in the order of adoption; those of one day, or of none that is known, as usual."""
    return measure.entry.adopted or measure.in_force, _rank(measure)


def _with(measures: Iterable[Measure], by_adoption: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures with others put in, each after the last of those that were adopted before it."""
    found = list(measures)
    for measure in by_adoption:
        place = max(n for n, other in enumerate(found, 1) if n == 1 or _adoption(other) < _adoption(measure))
        found.insert(place, measure)
    return tuple(found)


def _days(measures: Sequence[Measure], repealed: date | None = None) -> list[date]:
    ends = {m.until + DAY for m in measures if m.until}
    return sorted(day for day in {m.in_force for m in measures} | ends if repealed is None or day < repealed)


def _fold(states: Sequence[_Applied], wanted: Sequence[Measure]) -> list[_Applied]:
    """The states for these measures; those that begin alike are taken over."""
    alike = takewhile(lambda pair: pair[0].measure is pair[1], zip(states, wanted, strict=False))
    found = [state for state, _measure in alike]
    for measure in wanted[len(found) :]:
        result = _apply(found[-1].document if found else None, measure)
        found.append(_Applied(measure, result.document, result.effects))
    return found


def _apply(document: Provision | None, measure: Measure) -> Consolidated:
    match measure:
        case Whole(document=new) if document is None:
            return Consolidated(new, ())
        case Whole():
            assert document is not None
            new = _carried(document, measure.document, measure.act)
            everything = measure.source.span()
            command = Recast(places=(Citation(),), span=everything, new=NewText(measure.source.text, everything))
            return Consolidated(new, effects(command, document, new))
        case Commands():
            assert document is not None
            return consolidate(document, measure.commands, measure.act, measure.annexes)


def _made_on(day: date, before: Sequence[_Applied], after: Sequence[_Applied]) -> Iterator[Version]:
    """The versions of one day: one for each measure that was added, or one for all if any ended or came between."""
    if [state.measure for state in after[: len(before)]] == [state.measure for state in before]:
        for state in after[len(before) :]:
            yield Version(state.measure.entry, day, state.document, state.effects)
        return
    came, gone = _without(after, before), _without(before, after)
    changed = came or gone
    done = _difference([*gone, *came], before[-1].document, after[-1].document)
    yield Version(changed[-1].measure.entry, day, after[-1].document, done, expired=not came)


def _without(states: Sequence[_Applied], others: Sequence[_Applied]) -> list[_Applied]:
    known = {state.measure.act for state in others}
    return [state for state in states if state.measure.act not in known]


def _difference(changed: Sequence[_Applied], old: Provision, new: Provision) -> tuple[Effect, ...]:
    """The effects between two texts, each with the command of the changed measures that touched its unit."""
    commands = {effect.origin: effect.command for state in changed for effect in state.effects}
    if not commands:
        return ()
    some = next(iter(commands.values()))
    return tuple(replace(e, command=commands.get(e.origin, e.command)) for e in effects(some, old, new))


def _carried(old: Provision, new: Provision, act: int) -> Provision:
    """The new tree with the origins of what was in the old one, and with new ones for the rest."""
    origins = {now: old.at(was).origin for was, now in pairs_of(old, without_origins(new)).items()}
    serials = count(1)

    def named(unit: Provision, path: Path) -> Provision:
        origin = origins.get(path) or Origin(act, next(serials))
        children = tuple(named(child, (*path, index)) for index, child in enumerate(unit.children))
        return replace(unit, origin=origin, children=children)

    return named(new, ())
