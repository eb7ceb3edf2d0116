"""Entries of a register and versions in; what prints call them out, in German."""

from __future__ import annotations

from ..rulebook.register import Act, ActKind, Entry, Text, TextKind
from ..rulebook.timeline import Version
from .frame import written


def short(entry: Entry) -> str:
    """What an entry is called in notes: „2. Änderung“."""
    match entry:
        case Text(kind=TextKind.BASE):
            return "Stammfassung"
        case Text(kind=TextKind.FULL_TEXT):
            return f"Fassung nach der {entry.number}. Änderung (ohne deren Wortlaut)"
        case Text():
            return "Neufassung"
        case Act(kind=ActKind.CORRIGENDUM):
            return f"Berichtigung der {entry.number}. Änderung"
        case Act(kind=ActKind.REPEAL):
            return "Aufhebung"
        case _:
            return f"{entry.number}. Änderung"


def name(version: Version) -> str:
    """What a version is called in a comparison: „2. Änderung, ab 1. Januar 2024“."""
    return f"{short(version.entry)}, ab {written(version.in_force)}"
