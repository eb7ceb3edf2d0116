"""A comparison in, the list of its changes out: what happened to which unit, and by which command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..citation import Citation, Level, Step
from ..provision import Origin, Path, citation_of, says_gone
from . import Change, Comparison, Row, Side
from .wordmarks import Mark, new_text

if TYPE_CHECKING:
    from ..commands import Command


class Kind(Enum):
    """What happened to a unit. The value is the word in JSON."""

    CHANGED = "changed"
    REPLACED = "replaced"
    """Other words as a whole."""
    INSERTED = "inserted"
    REPEALED = "repealed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    FORMED = "formed"
    """A unit made of words that were there: split off, joined, or given a number."""
    DISSOLVED = "dissolved"
    """A unit that is gone while its words stayed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A command that touched a unit, and the act it stands in, as people cite that."""

    act: str
    command: Command


Reasons = Mapping[Origin, tuple[Reason, ...]]
"""The commands that touched the unit with an origin, in the order of the acts."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One change: of a unit, or of a whole that came, went or moved with all inside it.

    `old`: where it was, None if it is new; `new`: where it is, None if it is gone; `row`: where it stands in the
    comparison.
    """

    kind: Kind
    old: Citation | None
    new: Citation | None
    row: Row
    reasons: tuple[Reason, ...] = ()

    @property
    def place(self) -> Citation:
        """Where people find the change: what is gone in the old text, all else in the new one."""
        told = self.old if self.kind is Kind.DISSOLVED else self.new or self.old
        assert told is not None
        only_heading = self.kind in (Kind.CHANGED, Kind.REPLACED) and not self.row.text
        return told.child(Step(Level.UEBERSCHRIFT)) if only_heading and self.row.heading else told


KEPT = {Mark.SAME, Mark.HERE}


def alterations(comparison: Comparison, reasons: Reasons | None = None) -> tuple[Alteration, ...]:
    """All changes, in the order of the rows."""
    kept = [row for row in comparison.rows if row.in_old and row.in_new]
    formed = {row.new.path[:-1]: row for row in reversed(kept) if row.new}
    dissolved = {row.old.path[:-1]: row for row in reversed(kept) if row.old}
    told: set[tuple[Kind, Path]] = set()
    found = []
    for row in comparison.rows:
        kind = _kind(row)
        old, new = row.old, row.new
        if kind is Kind.INSERTED and new and new.path in formed:
            kind, old = Kind.FORMED, formed[new.path].old
        elif kind is Kind.REPEALED and old and row.change is Change.DELETED and old.path in dissolved:
            kind, new = Kind.DISSOLVED, dissolved[old.path].new
        if kind is not None and not _is_told(kind, row, told):
            found.append(Alteration(kind, *_cited(old, new), row, tuple(_reasons(row, reasons or {}))))
    return tuple(found)


def _cited(old: Side | None, new: Side | None) -> tuple[Citation | None, Citation | None]:
    """Both addresses; the same style for the same address, though only one of the texts may need the Satz in it."""
    if old and new and citation_of(old.document, old.path) == citation_of(new.document, new.path):
        return new.citation, new.citation
    return old.citation if old else None, new.citation if new else None


def _kind(row: Row) -> Kind | None:
    """What happened to the unit itself; None if nothing, or if another row tells."""
    match row.change:
        case Change.SAME | Change.MOVED_AWAY:
            return None
        case Change.INSERTED:
            return Kind.INSERTED
        case Change.DELETED:
            return Kind.REPEALED
        case Change.CHANGED | Change.MOVED_HERE:
            marks = {piece.mark for piece in (*row.heading, *row.text)}
            if marks <= KEPT:
                return Kind.MOVED if row.change is Change.MOVED_HERE else Kind.RENUMBERED
            if says_gone(new_text((*row.heading, *row.text))):
                return Kind.REPEALED
            return Kind.CHANGED if marks & KEPT else Kind.REPLACED


def _is_told(kind: Kind, row: Row, told: set[tuple[Kind, Path]]) -> bool:
    """Whether the change is part of that of a larger unit, which was told before; if not, it is from now on."""
    match kind:
        case Kind.INSERTED | Kind.MOVED:
            path = row.side.path
        case Kind.REPEALED if row.old:
            path = row.old.path
        case _:
            return False
    told.add((kind, path))
    return (kind, path[:-1]) in told


def _reasons(row: Row, reasons: Reasons) -> Iterator[Reason]:
    """The commands that touched the unit; if it came or went as a whole, also those that touched what is inside.

    Where none did, those that touched the unit around it: a command may put new words in the place of a whole unit.
    """
    sides = [side for side in (row.old, row.new) if side]
    whole = row.change in (Change.INSERTED, Change.DELETED)
    touched = {inner.origin for side in sides for inner in (side.unit.units() if whole else [side.unit])}
    around = {side.document.at(side.path[:-1]).origin for side in sides if side.path}
    for origins in (touched, around):
        given = dict.fromkeys(reason for origin, found in reasons.items() if origin in origins for reason in found)
        if given:
            yield from given
            return
