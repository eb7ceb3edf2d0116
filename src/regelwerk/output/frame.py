"""What stands around a published text: its subtitle, what it is made of, the words of its head and foot. In German."""

from __future__ import annotations

from datetime import date

from ..days import MONTHS
from .choices import View
from .publication import ActEntry, Masthead, Publication

COMPOSED_OF = "Diese Lesefassung umfasst:"
CHANGED_BY = "Änderungen durch:"
UNDOCUMENTED = "Wörter, die keine vorliegende Änderung belegt"
CHECK_CODE = "Prüfzeichen"
CONTENTS = "Inhalt"
REGISTER = "Änderungsverzeichnis"
OLD_TEXT = "Bisherige Fassung"
NEW_TEXT = "Neue Fassung"
REASON = "Begründung"

UNDATED = date(2000, 1, 1)
"""The day of a file about texts of which no day is known: the day of printing would make every print another file."""


def written(day: date) -> str:
    """The date as German texts write it: „1. Januar 2024“."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def subtitle(publication: Publication) -> str:
    """What the print is, below its title."""
    masthead = publication.masthead
    names = f"{masthead.old or OLD_TEXT} → {masthead.new or NEW_TEXT}"
    match publication.view:
        case View.CONSOLIDATED:
            state = f" (Stand {written(masthead.as_of)})" if masthead.as_of else ""
            return f"Nichtamtliche Lesefassung{state}"
        case View.REDLINE:
            return f"Änderungen im Text: {names}"
        case View.SYNOPSIS:
            return f"Synopse: {names}"
        case View.REGISTER:
            return REGISTER
        case View.ACT:
            return f"Wortlaut: {masthead.new}"


def composed(publication: Publication) -> str:
    """What stands above the list of what the print is made of."""
    return COMPOSED_OF if publication.view is View.CONSOLIDATED else CHANGED_BY


def composition(masthead: Masthead) -> list[str]:
    """The texts that a consolidated text is made of, one line each."""
    entries = ([masthead.base] if masthead.base else []) + list(masthead.acts)
    return [_entry(entry) for entry in entries]


def _entry(entry: ActEntry) -> str:
    parts = [
        entry.title,
        f"beschlossen am {written(entry.adopted)}" if entry.adopted else "",
        f"in Kraft ab {written(entry.in_force)}" if entry.in_force else "",
    ]
    return ", ".join(filter(None, parts))


def heads(masthead: Masthead) -> tuple[str, ...]:
    """The heads of the columns of a synopsis; with reasons there is a third one."""
    return (masthead.old or OLD_TEXT, masthead.new or NEW_TEXT, *([REASON] if masthead.reasons else []))
