"""What clauses share when they are given a meaning: the place they act at, and what they leave to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import Citation, Level, Step
from ..citations.levels import BY_LEVEL
from ..commands import Command, Expect
from ..diagnostics import NotUnderstood, Span
from ..messages import _
from .clauses import PLACES, Part, Units
from .lexicon import Role
from .places import complete, complete_all, nest, unmarked

Places = tuple[Citation, ...]

A_HALF_SENTENCE = Citation((Step(Level.HALBSATZ),))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The commands of a clause, and what it leaves to the next one of the sentence.

    `onward`: where that goes on. `subject`: what it is about if it does not say so („… und wie folgt gefasst“).
    `frame`: the places that the points below go on at, if the clause opens a frame.
    """

    commands: tuple[Command, ...]
    onward: Places
    subject: Places = ()
    frame: Places | None = None


def where(parts: Sequence[Part], around: Places, roles: Sequence[Role] = PLACES) -> Places:
    """The place that the parts in these roles name: each inside the one before, or beside it after „und“."""
    places, first = around, True
    for part in parts:
        if part.role in roles and (units := part.units):
            if first or any(unit.title for unit in units):
                places = _inside(units, around)
            elif part.joined:
                places = (*places, *_inside(units, (_beside(places[-1]),)))
            else:
                places = tuple(nest(place, own) for own in _inside(units, (Citation(),)) for place in places)
            first = False
    return places


def _inside(units: Sequence[Units], around: Places) -> Places:
    """The places of the units in those around them. Refuses levels that lack the number they need."""
    own: list[Citation] = []
    for unit in units:
        if unit.title and len(units) == 1:
            return (Citation(),)
        before = _beside(own[-1]) if own else Citation()
        own += [complete(before, numbered(citation, unit.span)) for citation in unit.citations]
    return complete_all(around, own)


def _beside(place: Citation) -> Citation:
    """What a place takes from one that is named before it: „in der Inhaltsübersicht und in § 9“ are two."""
    return Citation() if place.last.level is Level.INHALTSUEBERSICHT else place


def numbered(citation: Citation, span: Span) -> Citation:
    """The citation, refused if a level in it lacks the number it needs."""
    for step in citation.steps:
        word = BY_LEVEL.get(step.level)
        if word and not (step.number or word.bare):
            raise NotUnderstood.of(
                _("„{place}“ does not say which.").format(place=span.text),
                span,
                _("Name it with its number: „{level} 2“.").format(level=Step(step.level)),
            )
    return citation


def expectations(units: Sequence[Units], around: Places, span: Span) -> tuple[Expect, ...]:
    """The headings printed after the numbers of §§, as a check that they stand there."""
    found = []
    for unit in units:
        steps = complete(around[0], unit.citations[-1]).steps if unit.heading else ()
        levels = [step.level for step in steps]
        if unit.heading and Level.PARAGRAF in levels:
            place = Citation((*steps[: levels.index(Level.PARAGRAF) + 1], Step(Level.UEBERSCHRIFT)))
            found.append(Expect(places=(place,), span=span, text=unit.heading))
    return tuple(found)


def announced(units: Sequence[Units], places: Places) -> Places:
    """The units that a clause announces, as they will be addressed where the places are."""
    cited = [citation for unit in units for citation in unit.citations if citation.steps]
    return tuple(unmarked(complete(places[0], citation)) for citation in cited)
