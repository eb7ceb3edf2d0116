"""A register and the files it names in; everything that is not as it was recorded out."""

from __future__ import annotations

from collections.abc import Collection

from ..diagnostics import Diagnostic, Source
from ..messages import _
from ..rulebook.chain import chained, sealed_facts
from ..rulebook.filing import consolidated_file
from ..rulebook.register import Register
from ..rulebook.seal import link
from ..toml import TableReader


def broken_chain(register: Register, source: Source) -> tuple[Diagnostic, ...]:
    """The entries that are not as they were sealed, or follow others than those before them. `source`: the register."""
    reader = TableReader(source, {})
    for position, entry in enumerate(register.entries):
        if entry.chain == chained(register, position):
            continue
        key = ("amendment", position - 1) if position else ("base",)
        if (other := _really_after(register, position)) is not None:
            message = _("Number {number} was recorded after number {other}, at the same time as number {between}.")
            numbers = {"number": entry.number, "other": register.entries[other].number}
            reader.complain(
                key,
                message.format(**numbers, between=register.entries[other + 1].number),
                _("Two people have added to this register. Remove this entry, and record its act again."),
            )
        else:
            reader.complain(
                key,
                _("The entry of number {number} is not as it was recorded.").format(number=entry.number),
                _("Put it back as it was, from git or a backup; what changes later needs an entry of its own."),
            )
    return tuple(reader.problems)


def changed_files(register: Register, missing: Collection[str], changed: Collection[str]) -> tuple[Diagnostic, ...]:
    """What to say of files that the register names: those that are `missing`, and those with other bytes."""
    generated = consolidated_file(register.id)
    found = []
    for file in sorted({*missing, *changed}):
        problem = _("The file is missing.") if file in missing else _("The file is not as it was recorded.")
        hint = (
            _("It is made from the base text and the acts: „regelwerk verify {id} --restore“ writes it again.")
            if file == generated
            else _("Put it back as it was, from git or from a backup. A mistake in it is mended by a new act.")
        )
        found.append(Diagnostic(problem, Source(file, "").span(), hint.format(id=register.id)))
    return tuple(found)


def _really_after(register: Register, position: int) -> int | None:
    """The earlier entry that the one at `position` was recorded after, if it is not the one before it."""
    said, chain = sealed_facts(register, position), register.entries[position].chain
    return next((n for n in range(position - 1) if link(register.entries[n].chain, said) == chain), None)
