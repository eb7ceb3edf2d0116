"""A rulebook and a version in; what a print says of places of its text out: which act changed them, what people decided
there, which words no act documents. In German, by the origins of units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..citation import Citation, Level
from ..comparison import compare
from ..comparison.changes import Alteration, Reason, Reasons, alterations
from ..comparison.chunks import thinned, unchanged
from ..comparison.wordmarks import Mark, Piece, Pieces, run_together
from ..numbers import order
from ..provision import Origin, Path, Provision, citation_of
from ..rulebook.footnotes import Decided, footnotes
from ..rulebook.history import Rulebook
from ..rulebook.provenance import Run, provenance
from ..rulebook.register import Act, is_full_text
from ..rulebook.state import State
from ..rulebook.timeline import Version
from .frame import written
from .names import short
from .terms import KINDS, relative

NOTED = (Level.ABSATZ, Level.PARAGRAF, Level.PRAEAMBEL, Level.ANLAGE)
"""Units that bear the notes of all that was changed in them."""

PUBLISHED = "Der Text folgt hier seiner Veröffentlichung danach."

Said = Mapping[Origin, tuple[str, ...]]
Undocumented = Mapping[Origin, tuple[Pieces, Pieces]]
"""Heading and text of units with words that no act documents, those words marked."""


def between(rulebook: Rulebook, old: Version, new: Version) -> tuple[Version, ...]:
    """The versions that lead from the one to the other."""
    start, end = sorted((rulebook.versions.index(old), rulebook.versions.index(new)))
    return rulebook.versions[start + 1 : end + 1]


def reasons_of(versions: Iterable[Version]) -> Reasons:
    """The commands of the versions, by the units that they touched."""
    found: dict[Origin, tuple[Reason, ...]] = {}
    for version in versions:
        for effect in version.effects:
            found[effect.origin] = (*found.get(effect.origin, ()), Reason(short(version.entry), effect.command))
    return found


def changes(rulebook: Rulebook, version: Version) -> Said:
    """„§ 3 Abs. 2 S. 1 geändert durch 2. Änderung vom 7. November 2023“, for the Absatz or § in which it is."""
    first = rulebook.versions[0]
    made = between(rulebook, first, version)
    days = {short(v.entry): v.entry.adopted for v in made}
    was, now = unchanged(first.document, version.document)
    comparison = compare(thinned(first.document, was), thinned(version.document, now))
    stands = {row.old.path: row.new.path for row in comparison.rows if row.old and row.new}
    found: dict[Path, dict[str, list[Alteration]]] = {}
    for alteration in alterations(comparison, reasons_of(made)):
        bearer = _bearer(version.document, alteration, stands)
        if bearer is not None:
            found.setdefault(bearer, {}).setdefault(_by(alteration, days), []).append(alteration)
    document = version.document
    notes = {path: "; ".join(_told(document, path, by)) for path, by in found.items()}
    return {origin: (note,) for path, note in notes.items() if (origin := document.at(path).origin)}


def decisions(rulebook: Rulebook, version: Version) -> Said:
    """What people decided where an act did not fit, for the nearest unit that is printed."""
    found: dict[Origin, tuple[str, ...]] = {}
    for note in footnotes(rulebook, version):
        if isinstance(note, Decided):
            origin = _printed(version.document, note.path).origin
            if origin:
                found[origin] = (*found.get(origin, ()), _decided(version.document, note))
    return found


def _decided(document: Provision, note: Decided) -> str:
    decision, act = note.decision, short(note.version.entry)
    by = f"Entscheidung ({decision.by}, {written(decision.on)})"
    if not decision.commands:
        passage = " ".join(decision.passage.split())
        return f"„{passage}“ in der {act} hat nach {by} keine Wirkung. Grund: {decision.reason}"
    place = citation_of(document, note.path).text(short=True)
    return f"{place}: So gelesen nach {by}; die {act} passt hier nicht wörtlich. Grund: {decision.reason}"


def undocumented(rulebook: Rulebook, version: Version) -> Undocumented:
    """The units of the version with words that no act documents. Most rulebooks have none; then nothing is computed."""
    if not rulebook.register.annotated:
        return {}
    until = rulebook.until(version)
    found = {origin: (_marked(words.heading), _marked(words.text)) for origin, words in provenance(until).items()}
    return {
        origin: parts
        for origin, parts in found.items()
        if any(piece.mark is Mark.UNDOCUMENTED for pieces in parts for piece in pieces)
    }


def gaps(state: State) -> list[str]:
    """What must be known of a text of which not all acts are to be had, in the order of their numbers."""
    acts = {entry.number for entry in state.counting if isinstance(entry, Act)}
    texts = {entry.number for entry in state.counting if is_full_text(entry)}
    return [
        f"Die {number}. Änderung liegt nicht vor. "
        + ("Was sie geändert hat, ist nicht bekannt." if number in state.missing else PUBLISHED)
        for number in sorted({*state.missing, *(texts - acts)}, key=order)
    ]


def _marked(runs: Sequence[Run]) -> Pieces:
    return run_together(piece for run in runs for piece in _pieces(run))


def _pieces(run: Run) -> Iterator[Piece]:
    """The words of a run with their mark; the spaces around them need none."""
    words = run.text.strip()
    start = run.text.index(words)
    yield Piece(Mark.SAME, run.text[:start])
    yield Piece(Mark.SAME if run.cause.documented else Mark.UNDOCUMENTED, words)
    yield Piece(Mark.SAME, run.text[start + len(words) :])


def _printed(document: Provision, path: Path) -> Provision:
    """The unit, or the smallest around it that has words of its own and is no row of a table, which bears no footnote.

    For the whole text, its first unit that is noted.
    """
    if not path:
        return next((unit for unit in document.units() if _can_bear(unit)), document)
    units = (document.at(path[:n]) for n in range(len(path), -1, -1))
    return next(u for u in units if (u.label or u.heading or u.text) and u.level is not Level.ZEILE)


def _bearer(document: Provision, found: Alteration, stands: Mapping[Path, Path]) -> Path | None:
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


def _told(document: Provision, bearer: Path, by: Mapping[str, Sequence[Alteration]]) -> Iterator[str]:
    """What each act changed; the unit itself is named once, at the beginning."""
    place = citation_of(document, bearer)
    begin = f"{place.text(short=True)} "
    for act, found in by.items():
        what = ", ".join(dict.fromkeys(_what(place, alteration) for alteration in found))
        yield begin + " durch ".join(filter(None, (what, act)))
        begin = ""


def _what(place: Citation, found: Alteration) -> str:
    cited = found.place
    where = "" if cited == place else f"{relative(cited, place.child(cited.last)).text(short=True)} "
    return f"{where}{KINDS[found.kind]}"


def _by(found: Alteration, days: Mapping[str, date | None]) -> str:
    acts = dict.fromkeys(reason.act for reason in found.reasons)
    return " und ".join(f"{act} vom {written(day)}" if (day := days.get(act)) else act for act in acts)
