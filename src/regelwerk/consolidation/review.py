"""What must be true of the text once an act is done: no number twice, numbers in order, sentences where it said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..citation import Level
from ..commands import Command
from ..diagnostics import Diagnostic, Span
from ..lookup import numbers
from ..messages import _
from ..numbers import order
from ..provision import Origin, Path, Provision, citation_of
from ..structure import printed_number
from .draft import Draft, is_repealed
from .effects import Effect
from .marks import paragrafen

_POINTS_TO = re.compile(r"(?P<kind>§|Anlage) ?(?P<number>[0-9]+[a-z]?)(?![0-9a-z])")
_NOT_BESIDE = (Level.PARAGRAF, Level.SATZ, Level.SATZTEIL, Level.SPIEGELSTRICH, Level.ZEILE, Level.TABELLE)
"""Levels whose units are not numbered beside each other: through the whole text, or only counted and never wrong."""

Placed = tuple[Path, Provision]
"""A unit with its path."""


@dataclass(frozen=True, slots=True)
class _Flaw:
    """A number that is there twice or out of order, or sentences beside Absätze. `key` tells it from others."""

    key: tuple[str, str]
    path: Path
    unit: Provision
    message: str
    hint: str | None = None


def review(draft: Draft, effects: tuple[Effect, ...]) -> Iterator[Diagnostic]:
    """Everything that the act has left unsound. What was so before the act is not its fault."""
    blame = {effect.origin: effect.command for effect in effects}
    flaws = tuple(_flaws(draft.document))
    known = {flaw.key for flaw in _flaws(draft.before)} if flaws else ()
    for flaw in flaws:
        if flaw.key not in known:
            yield Diagnostic(flaw.message, _span(draft.document, flaw, blame), flaw.hint)
    yield from _claims(draft)


def _flaws(document: Provision) -> Iterator[_Flaw]:
    units = tuple(document.walk())
    for path, unit in units:
        if unit.level is Level.PARAGRAF:
            kinds = {child.level for child in unit.children if not is_repealed(child)}
            if {Level.SATZ, Level.ABSATZ} <= kinds:
                cited = str(citation_of(document, path))
                message = _("{place} has sentences beside its Absätze after this act.").format(place=cited)
                hint = _("Say what becomes of the text that stands there: „Der bisherige Wortlaut wird Absatz 1.“")
                yield _Flaw(("beside", cited), path, unit, message, hint)
            labelled = {bool(child.label) for child in unit.children if child.level is Level.ABSATZ}
            if len(labelled) > 1:
                cited = str(citation_of(document, path))
                message = _("{place} has Absätze with and without a number after this act.").format(place=cited)
                hint = _("Print the number of the new Absatz in its text, or say it in the command.")
                yield _Flaw(("unnumbered", cited), path, unit, message, hint)
    yield from _printed(document, units)
    yield from _entries(document)
    for series in _series(document, units):
        seen: set[tuple[Level, str]] = set()
        last: dict[Level, Provision] = {}
        for path, unit in series:
            if not unit.number:
                continue
            before = last.get(unit.level)
            if (unit.level, unit.number) in seen:
                cited = str(citation_of(document, path))
                message = _("{place} is there twice after this act.").format(place=cited)
                hint = _("Say which number the unit that bore it until now gets: „Der bisherige … wird …“.")
                yield _Flaw(("twice", cited), path, unit, message, hint)
            elif before and order(unit.number) < order(before.number):
                cited = str(citation_of(document, path))
                message = _("{place} stands behind „{other}“ after this act.").format(place=cited, other=before.label)
                hint = _("New units go where their number belongs, or the act says which number the others get.")
                yield _Flaw(("order", cited), path, unit, message, hint)
            seen.add((unit.level, unit.number))
            last[unit.level] = unit


def _printed(document: Provision, units: Sequence[Placed]) -> Iterator[_Flaw]:
    """Sentences whose words begin with a printed number. In an annex it may be the mark of a note."""
    for path, unit in units:
        number = printed_number(unit.text) if unit.level is Level.SATZ else ""
        if number and document.at(path[:-1]).level is not Level.ANLAGE:
            cited = str(citation_of(document, path))
            message = _("{place} begins with „{number}“ after this act, but its sentences do not count so.")
            hint = _("Number the sentences as they stand when the act is done, or leave the numbers out.")
            found = message.format(place=cited, number=number)
            yield _Flaw(("printed", f"{cited} {number}"), path, unit, found, hint)


def _entries(document: Provision) -> Iterator[_Flaw]:
    """Entries of the table of contents that point to the same § or annex, or stand behind that of a later one."""
    for index, contents in enumerate(document.children):
        seen: set[str] = set()
        last: dict[str, str] = {}
        for path, unit in contents.walk() if contents.level is Level.INHALTSUEBERSICHT else ():
            entry = _POINTS_TO.match(unit.text)
            if not entry:
                continue
            before = last.get(entry["kind"], "")
            if entry[0] in seen:
                message = _("The table of contents has two entries „{entry}“ after this act.").format(entry=entry[0])
                hint = _("Say what becomes of the entry that was there before, or which entry is meant.")
                yield _Flaw(("entry", entry[0]), (index, *path), unit, message, hint)
            elif before and order(entry["number"]) < order(before):
                message = _("In the table of contents „{entry}“ stands behind „{other}“ after this act.")
                found = message.format(entry=entry[0], other=f"{entry['kind']} {before}")
                hint = _("Name the entry after which the new one belongs.")
                yield _Flaw(("entries", entry[0]), (index, *path), unit, found, hint)
            seen.add(entry[0])
            last[entry["kind"]] = entry["number"]


def _series(document: Provision, units: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The runs of units that are numbered together: the §§ of the whole text, otherwise the children of one unit."""
    yield list(paragrafen(document))
    for path, unit in units:
        if len(unit.children) > 1:
            yield [((*path, i), child) for i, child in enumerate(unit.children) if child.level not in _NOT_BESIDE]


def _span(document: Provision, flaw: _Flaw, blame: dict[Origin, Command]) -> Span | None:
    """The command that touched the unit, or one of those in it or beside it."""
    beside = (flaw.unit, *flaw.unit.children, *document.at(flaw.path[:-1]).children)
    found = next((blame[unit.origin] for unit in beside if unit.origin in blame), None)
    return found.span if found else None


def _claims(draft: Draft) -> Iterator[Diagnostic]:
    claimed = {claim.origin for claim in draft.claims}
    found = [
        (child.origin, number)
        for parent in (draft.document.units() if claimed else ())
        for child, number in zip(parent.children, numbers(parent.children), strict=True)
        if child.origin in claimed
    ]
    message = _("The act gives this sentence the number {said}, but it is number {found}.")
    hint = _("Count the sentences as they stand when the act is done, or leave this command out.")
    for claim in draft.claims:
        for origin, number in found:
            if origin == claim.origin and number != claim.number:
                yield Diagnostic(message.format(said=claim.number, found=number), claim.span, hint)
