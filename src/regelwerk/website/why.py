"""Versions in; for the units of each, the commands that made them what they are, as notes with links, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..citation import Citation
from ..comparison import Side
from ..output.names import short
from ..output.notes import NOTED
from ..output.terms import relative
from ..provision import Origin, Path, Provision, citation_of
from . import bands
from .addresses import Edition
from .book import Book
from .elements import Markup, joined, link
from .touched import Touch
from .typography import fixed, unbroken, written

Causes = Mapping[Origin, tuple[Touch, ...]]
"""By unit what was done to it; what made a unit disappear is kept with the one that was around it."""


def causes(book: Book) -> Iterator[Causes]:
    """For each version, everything that was done to its units since the base text."""
    found: dict[Origin, tuple[Touch, ...]] = {}
    for edition in book.editions:
        found |= _gathered(book.touches[edition.position], found)
        yield dict(found)


def done_by(book: Book, edition: Edition) -> Causes:
    """What the version did to the units of the one before it."""
    return _gathered(book.touches[edition.position], {})


def _gathered(touches: Iterable[Touch], before: Causes) -> Causes:
    found: dict[Origin, tuple[Touch, ...]] = {}
    for touch in touches:
        if touch.bearer:
            found[touch.bearer] = (*found.get(touch.bearer, before.get(touch.bearer, ())), touch)
    return found


def notes(book: Book, document: Provision, found: Causes) -> Mapping[Origin, Markup]:
    """A note for each Absatz or § with what was done inside it, every command with a link to its words."""
    gathered: dict[Path, list[tuple[Citation, Touch]]] = {}
    for path, unit in document.walk():
        if unit.origin and unit.origin in found:
            bearer = next(
                (path[:size] for size in range(len(path), 0, -1) if _can_bear(document.at(path[:size]))), None
            )
            if bearer is not None:
                place = Side(document, path).citation
                gathered.setdefault(bearer, []).extend((place.child(*t.inside), t) for t in found[unit.origin])
    return {
        origin: _note(book, citation_of(document, bearer), told)
        for bearer, told in gathered.items()
        if (origin := document.at(bearer).origin)
    }


def _can_bear(unit: Provision) -> bool:
    return unit.level in NOTED and bool(unit.label or unit.heading)


def _note(book: Book, bearer: Citation, told: Sequence[tuple[Citation, Touch]]) -> Markup:
    """„§ 3 Abs. 2 S. 1 geändert durch 1. Änderung (Nr. 3 b) vom 14. Mai 2019, in Kraft seit 1. Juni 2019; …“."""
    lines: dict[tuple[int, str], list[tuple[str, Touch]]] = {}
    for place, touch in sorted(told, key=lambda found: found[1].edition.position):
        key = (touch.edition.position, book.command_link(touch))
        lines.setdefault(key, []).append((_where(bearer, place), touch))
    by_act = groupby(lines.values(), key=lambda line: _act(book, line[0][1]))
    parts = (_sentence(book, list(found)) for _act, found in by_act)
    return joined(fixed(f"{bearer.text(short=True)} "), Markup("; ").join(parts))


def _act(book: Book, touch: Touch) -> tuple[object, ...]:
    """What is said of once: the act, the day, whether it began or ended."""
    return touch.edition.position, id(book.entry_of(touch)), book.ended(touch)


def _sentence(book: Book, lines: Sequence[Sequence[tuple[str, Touch]]]) -> Markup:
    """What an act did with a version: each command with its link, the days once."""
    touch = lines[0][0][1]
    ended = book.ended(touch)
    by = ", weil die " if ended else " durch "
    entry, start = book.entry_of(touch), touch.edition.version.in_force
    adopted = f" vom {written(entry.adopted)}" if entry.adopted else ""
    done = (joined(", ".join(_told(what)), by, _command(book, what[0][1])) for what in lines)
    since = (
        f" {bands.since(start, book.day)} nicht mehr gilt" if ended else f", in Kraft {bands.since(start, book.day)}"
    )
    return joined(Markup(", ").join(done), adopted, since)


def _command(book: Book, touch: Touch) -> Markup:
    """The command as a link to its words."""
    point = touch.command.point
    where = (" ", unbroken(f"({bands.cited((point,))})")) if point else None
    return link(book.command_link(touch), fixed(short(book.entry_of(touch))), where)


def _told(what: Sequence[tuple[str, Touch]]) -> Iterator[str]:
    """What was done inside a unit, as „S. 1 geändert“; of what was done to the unit itself, only that."""
    itself = {touch.done for where, touch in what if not where}
    for where, done in dict.fromkeys((where, touch.done) for where, touch in what):
        if not where or done not in itself:
            yield f"{where} {done}".lstrip()


def _where(bearer: Citation, place: Citation) -> str:
    """The place as it is cited inside the bearer, "" for that itself."""
    return "" if place == bearer else fixed(relative(place, bearer.child(place.last)).text(short=True))
