"""What the register says of a day in; the head above a text, and the lines of a list, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..days import shown
from ..messages import _, ngettext
from ..rulebook.register import Act, Dated, Register, is_full_text
from ..rulebook.state import State
from .entries import days_of, name
from .terminal import Printable


def head(register: Register, state: State) -> Iterator[Printable]:
    """The state of amendment, as it stands above a text that is no official one."""
    yield _("Unofficial consolidated text, as of {day}").format(day=shown(state.day)) + "\n", "head"
    yield from (f"{line}\n" for line in notes(state))
    yield _("Check code: {code}").format(code=register.check_code) + "\n"


def notes(state: State) -> Iterator[str]:
    """What must be said of the text of a day: what changed it last, what is missing, what is still to come."""
    if state.last is not None:
        yield _("Last changed by: {entry}").format(entry=_cited(state.last))
    elif state.counting:
        yield _("Base text, unchanged: in force {day}").format(day=shown(state.counting[0].in_force))
    if state.missing:
        numbers = ", ".join(state.missing)
        yield ngettext(
            "Not to be had: amendment {numbers}. No act documents what it changed.",
            "Not to be had: amendments {numbers}. No act documents what they changed.",
            len(state.missing),
        ).format(numbers=numbers)
    acts = {entry.number for entry in state.counting if isinstance(entry, Act)}
    for entry in state.counting:
        if is_full_text(entry) and entry.number not in acts:
            yield _("As published, without its act: {entry}").format(entry=_cited(entry))
        if isinstance(entry, Act) and entry.until is not None:
            yield _("Counts until {day}: {entry}").format(day=shown(entry.until), entry=name(entry))
    for entry in state.coming:
        yield _("Adopted, not yet in force: {entry}").format(entry=_still_to_come(entry, state.day))
    if state.repealed is not None and state.repealed <= state.day:
        yield _("Repealed from {day}").format(day=shown(state.repealed))


def _still_to_come(entry: Dated, day: date) -> str:
    """What of an entry is not in force on the day: points of it, if the rest is."""
    parts = entry.part if isinstance(entry, Act) and entry.in_force <= day else ()
    coming = [days_of(part) for part in parts if part.in_force > day]
    return "; ".join([name(entry), *coming]) if coming else _cited(entry)


def _cited(entry: Dated) -> str:
    """The entry with its days: „2. Änderung der Ordnung, adopted 2023-11-07, in force 2024-01-01“."""
    adopted = [_("adopted {day}").format(day=shown(entry.adopted))] if entry.adopted else []
    return ", ".join([name(entry), *adopted, _("in force {day}").format(day=shown(entry.in_force))])
