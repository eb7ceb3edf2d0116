"""A rulebook and its versions in, publications out: with what the register says around the text and at its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ..citation import Level
from ..comparison import compare
from ..comparison.changes import Alteration, Reason, Reasons, alterations
from ..diagnostics import Source
from ..provision import Origin, Path, Provision, citation_of
from ..rulebook.filing import folder_of
from ..rulebook.history import Rulebook
from ..rulebook.register import Act, ActKind, Entry, Repeal, Text, TextKind
from ..rulebook.seal import check_code
from ..rulebook.state import Dated, state_on
from ..rulebook.timeline import Version
from .choices import View
from .frame import written
from .publication import ActEntry, Masthead, Publication, compared, consolidated
from .terms import KINDS, relative

NOTED = (Level.ABSATZ, Level.PARAGRAF, Level.PRAEAMBEL, Level.ANLAGE)
"""Units that bear the notes of all that was changed in them."""


def text_of_version(rulebook: Rulebook, version: Version, today: date) -> Publication:
    """The consolidated text, with a note at every unit that was changed since the base text."""
    state = state_on(rulebook.register, version.in_force)
    base, *others = state.counting
    missing = (ActEntry(f"{number}. Änderung (liegt nicht vor)") for number in state.missing)
    masthead = Masthead(
        as_of=version.in_force,
        base=_listed(base),
        acts=(*map(_listed, others), *missing),
        caution=caution(version, today),
        check_code=check_code(rulebook.register.entries[-1].chain),
        notes=_notes(rulebook, version),
        sources=tuple(_sources(rulebook)),
    )
    return consolidated(version.document, masthead)


def change_between(rulebook: Rulebook, view: View, old: Version, new: Version, today: date) -> Publication:
    """Two versions compared, each change with the commands that made it."""
    made = _between(rulebook, old, new)
    masthead = Masthead(
        old=name(old),
        new=name(new),
        as_of=new.in_force,
        acts=tuple(ActEntry(short(version.entry), version.entry.adopted, version.in_force) for version in made),
        caution=caution(new, today),
        check_code=check_code(rulebook.register.entries[-1].chain),
        sources=tuple(_sources(rulebook)),
    )
    return compared(view, compare(old.document, new.document), masthead, _reasons(made))


def name(version: Version) -> str:
    """What a version is called in a comparison: „2. Änderung, ab 1. Januar 2024“."""
    return f"{short(version.entry)}, ab {written(version.in_force)}"


def caution(version: Version, today: date) -> str:
    """What stands on every page of a version that is not the one in force."""
    if version.in_force > today:
        return f"Noch nicht in Kraft: gilt ab {written(version.in_force)}"
    if version.until is not None and version.until <= today:
        return f"Nicht mehr in Kraft: galt bis {written(version.until - timedelta(days=1))}"
    return ""


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
        case Repeal():
            return "Aufhebung"
        case _:
            return f"{entry.number}. Änderung"


def _listed(entry: Dated) -> ActEntry:
    return ActEntry(entry.title or short(entry), entry.adopted, entry.in_force)


def _between(rulebook: Rulebook, old: Version, new: Version) -> tuple[Version, ...]:
    """The versions that lead from the one to the other."""
    start, end = sorted((rulebook.versions.index(old), rulebook.versions.index(new)))
    return rulebook.versions[start + 1 : end + 1]


def _reasons(versions: Iterable[Version]) -> Reasons:
    found: dict[Origin, tuple[Reason, ...]] = {}
    for version in versions:
        for effect in version.effects:
            found[effect.origin] = (*found.get(effect.origin, ()), Reason(short(version.entry), effect.command))
    return found


def _sources(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Base text and acts as recorded."""
    for entry in rulebook.register.standing:
        source = _source(rulebook, entry)
        if source is not None:
            yield source.name.rpartition("/")[2], source.text


def act_of(rulebook: Rulebook, version: Version) -> Source | None:
    """The text, as adopted, of what made the version."""
    return _source(rulebook, version.entry)


def _source(rulebook: Rulebook, entry: Entry) -> Source | None:
    file = getattr(entry, "file", "")
    return rulebook.files(f"{folder_of(rulebook.register, entry)}/{file}") if file else None


def _notes(rulebook: Rulebook, version: Version) -> dict[Origin, str]:
    """„Satz 1 geändert durch 2. Änderung vom 7. November 2023“, at the Absatz or § in which it is."""
    first = rulebook.versions[0]
    made = _between(rulebook, first, version)
    days = {short(v.entry): v.entry.adopted for v in made}
    comparison = compare(first.document, version.document)
    stands = {row.old.path: row.new.path for row in comparison.rows if row.old and row.new}
    notes: dict[Origin, dict[str, list[str]]] = {}
    for found in alterations(comparison, _reasons(made)):
        path = _bearer(version.document, found, stands)
        origin = version.document.at(path).origin if path is not None else None
        if path is not None and origin is not None:
            told = notes.setdefault(origin, {}).setdefault(_by(found, days), [])
            told.append(_what(version.document, path, found))
    return {origin: "; ".join(_told(by, what) for by, what in told.items()) for origin, told in notes.items()}


def _told(by: str, what: list[str]) -> str:
    return " durch ".join(filter(None, (", ".join(dict.fromkeys(what)), by)))


def _bearer(document: Provision, found: Alteration, stands: dict[Path, Path]) -> Path | None:
    """The unit that bears the note: the one that was changed, or the smallest around it that is there and can."""
    if found.row.new:
        path = found.row.new.path
    else:
        assert found.row.old is not None
        around = found.row.old.path
        path = next(stands[around[:n]] for n in range(len(around), -1, -1) if around[:n] in stands)
    return next((path[:n] for n in range(len(path), 0, -1) if _can_bear(document.at(path[:n]))), None)


def _can_bear(unit: Provision) -> bool:
    return unit.level in NOTED and bool(unit.label or unit.heading)


def _what(document: Provision, bearer: Path, found: Alteration) -> str:
    cited, place = found.new or found.old, citation_of(document, bearer)
    where = "" if cited is None or cited == place else f"{relative(cited, place.child(cited.last))} "
    return f"{where}{KINDS[found.kind]}"


def _by(found: Alteration, days: dict[str, date | None]) -> str:
    acts = dict.fromkeys(reason.act for reason in found.reasons)
    return ", ".join(f"{act} vom {written(day)}" if (day := days.get(act)) else act for act in acts)
