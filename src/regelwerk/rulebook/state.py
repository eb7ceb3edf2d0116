"""A register and a day in; what can be said of the rulebook on that day, without computing any text, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..days import DAY
from ..numbers import Key, order
from .register import BASE, Act, Dated, Register, is_repeal, missing_numbers, repealed_on, spans


@dataclass(frozen=True, slots=True)
class State:
    """Stand: `counting`: what is in force; `coming`: what was adopted and will be; in the order of that.

    `missing`: numbers of amendments that are not to be had. `repealed`: the first day without a text. `settled`:
    whether the text of the day is that of the last version in the register.
    """

    day: date
    counting: tuple[Dated, ...]
    coming: tuple[Dated, ...]
    missing: tuple[str, ...]
    repealed: date | None
    settled: bool

    @property
    def last(self) -> Dated | None:
        """What changed the text last, None if nothing did since the base text."""
        changes = [entry for entry in self.counting if entry.number != BASE and not is_repeal(entry)]
        return changes[-1] if changes else None


def state_on(register: Register, day: date) -> State:
    """What the register says of the day."""
    dated = sorted((entry for entry in register.standing if isinstance(entry, Dated)), key=_rank)
    repealed = repealed_on(register)
    return State(
        day,
        tuple(entry for entry in dated if entry.in_force <= day and not _over(entry, day)),
        tuple(entry for entry in dated if (entry.adopted or day) <= day < max(first for first, _last in spans(entry))),
        missing_numbers(register),
        repealed,
        all(turn <= day for entry in dated for turn in _turns(entry)) and (repealed is None or day < repealed),
    )


def _rank(entry: Dated) -> tuple[date, Key]:
    return entry.in_force, order(entry.number)


def _over(entry: Dated, day: date) -> bool:
    return isinstance(entry, Act) and entry.until is not None and entry.until < day


def _turns(entry: Dated) -> Iterator[date]:
    """The days on which the entry makes another text, or ends to."""
    for first, last in spans(entry):
        yield first
        if last is not None:
            yield last + DAY
