"""What is recorded of a rulebook in, the tables of an Änderungsverzeichnis out: in short, and with all data; German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from ..comparison import compare
from ..comparison.changes import alterations
from ..rulebook.filing import SEALED
from ..rulebook.history import Rulebook
from ..rulebook.register import Act, Dated, Entry, Order, Retraction, Text, kind_of, missing_numbers
from ..rulebook.timeline import Version
from .frame import REGISTER, written
from .names import short
from .publication import Masthead, Sheet
from .terms import KINDS

SHORT = ("Nr.", "Titel", "beschlossen am", "in Kraft ab")
LONG = ("Nr.", "Titel", "beschlossen am", "bekannt gemacht am", "in Kraft ab", "aufgenommen am")
FACTS = ("Angabe", "Wert")
SORTS = {
    "base": "Stammfassung",
    "amendment": "Änderung",
    "corrigendum": "Berichtigung",
    "full-text": "voller Text, veröffentlicht ohne die Änderung",
    "recast": "Neufassung",
    "repeal": "Aufhebung",
    "gap": "Lücke: die Änderung liegt nicht vor",
    "retraction": "Rücknahme der letzten Eintragung",
}
MISSING = "liegt nicht vor"


def overview(masthead: Masthead) -> tuple[Sheet, ...]:
    """The Änderungsverzeichnis that stands below a text; none where nothing was amended."""
    if not (masthead.base and masthead.acts):
        return ()
    entries = (masthead.base, *masthead.acts)
    rows = tuple((act.number, act.title, _day(act.adopted), _day(act.in_force)) for act in entries)
    return (Sheet(REGISTER, SHORT, rows),)


def register_sheets(rulebook: Rulebook) -> Iterator[Sheet]:
    """All entries in the order of recording: first in one table, then each with everything that is recorded of it."""
    register = rulebook.register
    named = {entry.number for entry in register.standing}
    gaps = [(number, MISSING, "", "", "", "") for number in missing_numbers(register) if number not in named]
    yield Sheet("Übersicht", LONG, (*map(_listed, register.entries), *gaps))
    standing = {id(entry) for entry in register.standing}
    for entry in register.entries:
        taken_back = id(entry) not in standing and not isinstance(entry, Retraction)
        state = (("Stand", "zurückgenommen oder ersetzt"),) if taken_back else ()
        yield Sheet(f"Nr. {entry.number}: {_title(entry)}", FACTS, (*state, *_facts(rulebook, entry)))


def _listed(entry: Entry) -> tuple[str, ...]:
    adopted, promulgated, in_force = (getattr(entry, name, None) for name in ("adopted", "promulgated", "in_force"))
    return entry.number, _title(entry), _day(adopted), _day(promulgated), _day(in_force), _day(entry.recorded.date())


def _title(entry: Entry) -> str:
    match entry:
        case Retraction():
            return f"Nr. {entry.number} zurückgenommen"
        case Text() | Act():
            return entry.title or short(entry)
        case _:
            return f"{entry.title or short(entry)} ({MISSING})"


def _facts(rulebook: Rulebook, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "Art", SORTS[kind_of(entry)]
    yield from ((name, value) for name, value in _days(entry) if value)
    for version in rulebook.versions:
        if version.entry is entry and not version.expired:
            yield from _touched(rulebook.versions, version)
    for (file, seal), name in zip(SEALED.items(), ("Text", "Schriftstück", "Entscheidungen"), strict=True):
        if getattr(entry, file, ""):
            yield name, getattr(entry, file)
            yield f"SHA-256 ({name})", getattr(entry, seal)
    yield from ((("Grund", entry.reason),) if entry.reason else ())
    yield "aufgenommen", _moment(entry.recorded)
    yield "SHA-256 des Ergebnisses", entry.result
    yield "Kette", entry.chain


def _days(entry: Entry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Dated):
        yield "beschlossen am", _day(entry.adopted)
        yield "bekannt gemacht am", _day(entry.promulgated)
        yield "in Kraft ab", _day(entry.in_force)
    if isinstance(entry, Act):
        yield "gilt bis", _day(entry.until)
        for part in entry.part:
            ends = f", gilt bis {written(part.until)}" if part.until else ""
            yield "eigene Tage", f"{', '.join(part.points)}: in Kraft ab {written(part.in_force)}{ends}"
        yield "Artikel", entry.article
        yield "Reihenfolge", "nach der Beschlussfassung" if entry.order is Order.ADOPTION else ""


def _touched(versions: Sequence[Version], version: Version) -> Iterator[tuple[str, str]]:
    """The provisions that a version touched, by what happened to them."""
    position = versions.index(version)
    if position == 0:
        return
    found: dict[str, list[str]] = {}
    for change in alterations(compare(versions[position - 1].document, version.document)):
        found.setdefault(KINDS[change.kind], []).append(change.place.text(short=True))
    for kind, places in found.items():
        yield kind, ", ".join(dict.fromkeys(places))


def _day(day: date | None) -> str:
    return written(day) if day else ""


def _moment(moment: datetime) -> str:
    return f"{written(moment.date())}, {moment:%H:%M:%S} Uhr (UTC{moment:%z})"
