"""The reasons for changes, as people write them, in; for each the unit it is given for out.

„§ 4 Absatz 1: Warum dort etwas geändert wird.“ One reason begins each line; what is indented goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..citation import Citation
from ..citations import parse_citation
from ..comparison import Comparison
from ..comparison.changes import Alteration
from ..diagnostics import Diagnostic, DoesNotApply, NotUnderstood, Source, Span
from ..messages import _
from ..provision import Path
from ..rulebook.history import find
from .publication import Publication
from .synopsis import Reasons, Unit

ATTACHED = "reasons.txt"
"""The name under which the file goes with a publication."""

Given = tuple[Citation, Span, str]
"""What a line says: the place, where it is named, the reason."""


def read_reasons(source: Source) -> tuple[Given, ...]:
    """What the file says, in its order. Raises NotUnderstood with every line that is no reason with its place."""
    found: list[Given] = []
    problems: list[Diagnostic] = []
    for line in _lines(source):
        goes_on = line.text[:1].isspace()
        if goes_on and found:
            place, span, text = found[-1]
            found[-1] = place, span, f"{text} {line.text.strip()}".strip()
        elif line.text.strip():
            try:
                found.append(_given(line))
            except NotUnderstood as error:
                problems += error.diagnostics
    problems += [
        Diagnostic(_("No reason is given for {place}.").format(place=place), span, _example())
        for place, span, text in found
        if not text
    ]
    if problems:
        raise NotUnderstood(*problems)
    return tuple(found)


def with_reasons(publication: Publication, source: Source) -> Publication:
    """The synopsis with the reasons that the file gives; the file goes with it.

    Raises NotUnderstood as `read_reasons`, DoesNotApply with every place that is in neither text, or at which nothing
    changes.
    """
    masthead = publication.masthead
    reasons = _placed(read_reasons(source), publication.comparison, publication.alterations)
    sources = (*masthead.sources, (ATTACHED, source.text))
    return replace(publication, masthead=replace(masthead, reasons=reasons, sources=sources))


def _placed(given: tuple[Given, ...], comparison: Comparison, alterations: tuple[Alteration, ...]) -> Reasons:
    """The reasons by the units they are given for: of the new text, or of the old one if they are gone."""
    reasons: dict[Unit, str] = {}
    problems: list[Diagnostic] = []
    for place, span, text in given:
        try:
            unit = _changed(place, comparison, alterations)
            reasons[unit] = f"{reasons[unit]} {text}" if unit in reasons else text
        except DoesNotApply as error:
            problems += (Diagnostic(found.message, span, found.hint) for found in error.diagnostics)
    if problems:
        raise DoesNotApply(*problems)
    return reasons


def _lines(source: Source) -> Iterator[Span]:
    start = 0
    for line in source.text.splitlines(keepends=True):
        yield source.span(start, start + len(line.rstrip()))
        start += len(line)


def _given(line: Span) -> Given:
    place, sign, text = line.text.partition(":")
    span = line.source.span(line.start, line.start + len(place.rstrip()))
    if not sign:
        raise NotUnderstood.of(_("This line does not say for which place it gives a reason."), line, _example())
    try:
        return parse_citation(place.strip()), span, text.strip()
    except NotUnderstood as error:
        raise NotUnderstood(*(Diagnostic(found.message, span, _example()) for found in error.diagnostics)) from None


def _example() -> str:
    return _("Write „§ 4 Absatz 1: the reason“; further lines of a reason are indented.")


def _changed(place: Citation, comparison: Comparison, alterations: tuple[Alteration, ...]) -> Unit:
    """The unit at this place in which something changes."""
    units = _units(place, comparison)
    changes = {
        (in_new, side.path)
        for found in alterations
        for in_new, side in ((True, found.row.new), (False, found.row.old))
        if side
    }
    for in_new, path in units:
        if any(of_new is in_new and _meet(path, changed) for of_new, changed in changes):
            return in_new, path
    hint = _("There are changes at: {places}.").format(
        places=", ".join(dict.fromkeys(str(a.place) for a in alterations))
    )
    message = _("Nothing changes at {place}.").format(place=place)
    raise DoesNotApply.of(message, hint=hint if alterations else None)


def _units(place: Citation, comparison: Comparison) -> list[Unit]:
    """The units of either text at this place. Raises DoesNotApply with the nearest ones if there are none in both."""
    units: list[Unit] = []
    refused: list[DoesNotApply] = []
    for in_new, document in ((True, comparison.new), (False, comparison.old)):
        try:
            units.append((in_new, find(document, place)[0]))
        except DoesNotApply as error:
            refused.append(error)
    if not units:
        raise refused[0]
    return units


def _meet(path: Path, other: Path) -> bool:
    """Whether one of the units is the other, or inside it."""
    size = min(len(path), len(other))
    return path[:size] == other[:size]
