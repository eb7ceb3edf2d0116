"""Entries of a register in; the lines that people read of them out."""

from __future__ import annotations

from collections.abc import Iterator

from ..days import shown
from ..messages import _, ngettext
from ..rulebook.register import Act, ActKind, Dated, DatedPoints, Entry, Gap, Retraction, Text, TextKind, is_repeal
from .terminal import Printable


def name(entry: Entry) -> str:
    """What people call an entry: „2. Änderung“, or its title where it has one."""
    match entry:
        case Text() | Act() | Gap() if entry.title:
            return entry.title
        case Text(kind=TextKind.BASE):
            return _("base text")
        case Text(kind=TextKind.FULL_TEXT):
            return _("full text after amendment {number}").format(number=entry.number)
        case Text():
            return _("recast (Neufassung)")
        case Act(kind=ActKind.CORRIGENDUM):
            return _("correction of amendment {number}").format(number=entry.number)
        case Act(kind=ActKind.REPEAL):
            return _("repeal of the text")
        case Act():
            return _("amendment {number}").format(number=entry.number)
        case Gap():
            return _("amendment {number}, not to be had").format(number=entry.number)
        case Retraction():
            return _("number {number} taken back").format(number=entry.number)


def about(entry: Entry) -> Iterator[Printable]:
    """What the register says of an entry."""
    yield f"{entry.number}  {name(entry)}\n", "head"
    if isinstance(entry, Dated):
        told = [(_("adopted"), entry.adopted), (_("published"), entry.promulgated), (_("in force"), entry.in_force)]
        told += [(_("last day"), entry.until)] if isinstance(entry, Act) else []
        yield "   " + ", ".join(f"{what} {shown(day)}" for what, day in told if day) + "\n"
    if is_repeal(entry):
        yield "   " + _("repeals the whole text from {day}").format(day=shown(entry.in_force)) + "\n"
    for part in entry.part if isinstance(entry, Act) else ():
        yield f"   {days_of(part)}\n"
    if entry.reason:
        yield "   " + _("reason: {reason}").format(reason=entry.reason) + "\n"


def days_of(part: DatedPoints) -> str:
    """The days of points that have their own: „point 3: in force 2024-01-01 until 2025-12-31“."""
    ends = _(" until {day}").format(day=shown(part.until)) if part.until else ""
    begins = ngettext("point {points}: in force {day}", "points {points}: in force {day}", len(part.points))
    return begins.format(points=", ".join(part.points), day=shown(part.in_force)) + ends
