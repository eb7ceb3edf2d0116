"""Clauses about numbers: units that get another one, or a text that becomes a unit. Rows of them: `shifting.py`."""

from __future__ import annotations

from ..citation import Citation, Level, Step
from ..commands import Command, NewText, Recast, Renumber, Wrap
from ..diagnostics import NotUnderstood
from ..messages import _
from .clauses import PLACES, WHERE, Clause, Part, units_in
from .lexicon import Operation, Role
from .meaning import Meaning, Places, expectations, numbered, where
from .places import as_former, complete, unmarked

_TARGETS = (Role.THEME, Role.TO, Role.AS)
_INTO = {Level.PARAGRAF: (Level.ABSATZ, Level.SATZ), Level.ABSATZ: (Level.SATZ,)}
"""Units whose words as a whole can become one unit inside them: „Der bisherige § 34 wird Absatz 1“."""


def renumbering(clause: Clause, around: Places) -> Meaning:
    """„Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5“, „erhalten die Nummern 6 und 7“, „§ 4 wird zu § 5“.

    Places that the sentence goes on with are meant by their old numbers: the act counts by the text before it.
    """
    source, target = _source_and_target(clause)
    places = where([part for part in clause.parts if part is not target], around)
    to = _without_own(places[0], _numbers(clause, target, places[0]))
    checks = expectations(clause.units(*PLACES)[:1], around, clause.span)
    whole = not any(citation.steps for unit in source.units for citation in unit.citations)
    if whole or to[0].steps[0].level in _INTO.get(places[0].last.level, ()):
        clause.reject_new_text()
        wrap = Wrap(places=places, span=clause.span, to=unmarked(complete(places[0], to[0])))
        return Meaning((*checks, wrap), places, places)
    old_count, new_count = _count(places), _count(to)
    if old_count and new_count and old_count != new_count:
        raise NotUnderstood.of(
            _("Units named: {old}; new numbers: {new}.").format(old=old_count, new=new_count),
            clause.span,
            _("Name as many new numbers as there are units."),
        )
    new = tuple(unmarked(complete(places[0], citation)) for citation in to)
    former = tuple(as_former(place) for place in places)
    commands: list[Command] = [*checks, Renumber(places=places, span=clause.span, to=new)]
    if clause.new or clause.promises:
        commands.append(Recast(places=former, span=clause.span, new=_text(clause, target, new[0])))
    return Meaning(tuple(commands), former, former)


def _without_own(place: Citation, to: Places) -> Places:
    """„§ 18 wird § 18 Abs. 1“ is „§ 18 wird Absatz 1“."""
    own = [(step.level, step.number) for step in place.steps]
    inside = [(step.level, step.number) for step in to[0].steps[: len(own)]] == own and len(to[0].steps) > len(own)
    return tuple(Citation(citation.steps[len(own) :]) for citation in to) if own and inside else to


def relabelling(clause: Clause, around: Places) -> Meaning:
    """„die Absatzbezeichnung „(2)“ durch die Absatzbezeichnung „(3)“ ersetzt“."""
    old, new = ([unit for unit in clause.units(*roles) if unit.label] for roles in ((Role.THEME,), (Role.BY, Role.IN)))
    if len(old) != 1 or len(new) != 1 or clause.words():
        raise _unclear(clause)
    clause.reject_new_text()
    places = where([part for part in clause.parts if new[0] not in part.things], around)
    to = tuple(complete(place, new[0].citations[0]) for place in places)
    return Meaning((Renumber(places=places, span=clause.span, to=to),), around)


def _source_and_target(clause: Clause) -> tuple[Part, Part]:
    named = [part for part in clause.parts if part.role in _TARGETS and part.units]
    if len(named) != 2 or named[0].role is not Role.THEME or clause.words():
        raise _unclear(clause)
    clause.reject_texts(units_in(named))
    clause.reject(p for p in clause.parts if p not in named and p.role not in WHERE and p.units)
    return named[0], named[1]


def _numbers(clause: Clause, target: Part, place: Citation) -> Places:
    """The new numbers as the act cites them. „die Nummer 16“ that a § gets is „§ 16“."""
    cited = [numbered(citation, unit.span) for unit in target.units for citation in unit.citations]
    if not all(citation.steps for citation in cited):
        raise _unclear(clause)
    if clause.operation is Operation.RECEIVE:
        level = place.last.level
        return tuple(Citation((Step(level, number.last.number, number.last.to),)) for number in cited)
    return tuple(cited)


def _text(clause: Clause, target: Part, new: Citation) -> NewText:
    """The new wording under the new number, with the heading printed after that."""
    text, heading = clause.new_text(), target.units[0].heading
    return NewText(f"{new.last} {heading.text}\n{text.text}", text.span) if heading else text


def _count(places: Places) -> int:
    """How many units the places name; 0 if a range does not say („§§ 5 bis 7a“)."""
    ranges = [(place.last.number, place.last.to) for place in places if place.last.to]
    if not all(first.isdecimal() and last.isdecimal() for first, last in ranges):
        return 0
    return len(places) + sum(int(last) - int(first) for first, last in ranges)


def _unclear(clause: Clause) -> NotUnderstood:
    return NotUnderstood.of(
        _("It is not clear which unit gets which number."),
        clause.span,
        _("Write it in full: „Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5.“"),
    )
