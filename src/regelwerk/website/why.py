"""Versions in; for the units of each, the commands that made them what they are, as notes with links, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..citation import Citation
from ..commands import Recast, Repeal
from ..comparison import Side
from ..consolidation import Effect
from ..output.names import short
from ..output.notes import NOTED
from ..output.terms import relative
from ..provision import Origin, Path, Provision, citation_of
from . import bands
from .addresses import Edition, act_page, place_of
from .book import Book
from .days import written
from .elements import Markup, joined, link


@dataclass(frozen=True, slots=True)
class Cause:
    """What a command did to a unit, and the version with which it came into force."""

    edition: Edition
    effect: Effect


Causes = Mapping[Origin, tuple[Cause, ...]]
"""By unit; what made a unit disappear is kept with the one that was around it."""


def causes(book: Book) -> Iterator[Causes]:
    """For each version, everything that was done to its units since the base text."""
    found: dict[Origin, tuple[Cause, ...]] = {}
    before: Provision | None = None
    for edition in book.editions:
        if before is not None:
            for origin, cause in _done(edition, before):
                found[origin] = (*found.get(origin, ()), cause)
        before = edition.version.document
        yield dict(found)


def done_by(book: Book, edition: Edition) -> Causes:
    """What the version did to the units of the one before it."""
    old = book.before(edition)
    found: dict[Origin, tuple[Cause, ...]] = {}
    for origin, cause in _done(edition, old.version.document) if old else ():
        found[origin] = (*found.get(origin, ()), cause)
    return found


def _done(edition: Edition, before: Provision) -> Iterator[tuple[Origin, Cause]]:
    document = edition.version.document
    there = {unit.origin for unit in document.units()}
    paths = {unit.origin: path for path, unit in before.walk()}
    for effect in edition.version.effects:
        origin: Origin | None = effect.origin
        if origin not in there and origin in paths:
            path = paths[origin]
            around = (before.at(path[:size]).origin for size in range(len(path) - 1, -1, -1))
            origin = next((outer for outer in around if outer in there), None)
        if origin is not None:
            yield origin, Cause(edition, effect)


def notes(book: Book, document: Provision, found: Causes) -> Mapping[Origin, Markup]:
    """A note for each Absatz or § with what was done inside it, every command with a link to its words."""
    gathered: dict[Path, list[tuple[Citation, Cause]]] = {}
    for path, unit in document.walk():
        if unit.origin and unit.origin in found:
            bearer = next(
                (path[:size] for size in range(len(path), 0, -1) if _can_bear(document.at(path[:size]))), None
            )
            if bearer is not None:
                place = Side(document, path).citation
                gathered.setdefault(bearer, []).extend((place, cause) for cause in found[unit.origin])
    return {
        origin: _note(book, citation_of(document, bearer), told)
        for bearer, told in gathered.items()
        if (origin := document.at(bearer).origin)
    }


def _can_bear(unit: Provision) -> bool:
    return unit.level in NOTED and bool(unit.label or unit.heading)


def _note(book: Book, bearer: Citation, told: Sequence[tuple[Citation, Cause]]) -> Markup:
    """„Satz 1 geändert durch 1. Änderung (Nr. 3 b) vom 14. Mai 2019, in Kraft seit 1. Juni 2019; …“."""
    lines: dict[tuple[int, str], list[tuple[str, str]]] = {}
    reasons: dict[tuple[int, str], Cause] = {}
    for place, cause in sorted(told, key=lambda found: found[1].edition.position):
        key = (cause.edition.position, command_link(book, cause))
        reasons.setdefault(key, cause)
        lines.setdefault(key, []).append(_what(bearer, place, cause.effect))
    parts = [joined(", ".join(_told(what)), " durch ", reason(book, reasons[key])) for key, what in lines.items()]
    return joined(f"{bearer.text(short=True)} ", Markup("; ").join(parts))


def reason(book: Book, cause: Cause) -> Markup:
    """The command as a link to its words, the decision and its day, the day from which it counts."""
    version, command = cause.edition.version, cause.effect.command
    point = f" ({bands.cited((command.point,))})" if command.point else ""
    adopted = f" vom {written(version.entry.adopted)}" if version.entry.adopted else ""
    cited = link(command_link(book, cause), short(version.entry), point)
    return joined(cited, f"{adopted}, {bands.since(version.in_force, book.day)}")


def command_link(book: Book, cause: Cause) -> str:
    """Where the command is shown; if it is none of an act's own words, the page of what was adopted."""
    return book.command_links.get(place_of(cause.effect.command), act_page(cause.edition.version.entry))


def _told(what: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What was done inside a unit, as „Satz 1 geändert“; of what was done to the unit itself, only that."""
    itself = {done for where, done in what if not where}
    for where, done in dict.fromkeys(what):
        if not where or done not in itself:
            yield f"{where} {done}".lstrip()


def _what(bearer: Citation, place: Citation, effect: Effect) -> tuple[str, str]:
    """Where inside the bearer, "" for itself, and what was done there."""
    cited = place if effect.new is not None or effect.before is None else effect.before
    where = "" if cited == bearer else relative(cited, bearer.child(cited.last)).text(short=True)
    return where, verb(effect)


def verb(effect: Effect) -> str:
    """What became of the unit."""
    match effect:
        case Effect(command=Recast(places=places)) if places != (Citation(),):
            return "neu gefasst"
        case Effect(command=Repeal()) | Effect(new=None):
            return "aufgehoben"
        case Effect(old=None):
            return "eingefügt"
        case Effect(before=before, after=after, old=old, new=new) if before != after and _words(old) == _words(new):
            return "neu nummeriert"
        case _:
            return "geändert"


def _words(unit: Provision | None) -> str:
    return unit.words() if unit else ""
