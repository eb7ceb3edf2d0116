"""Clauses about whole units that get a new wording, or go: recast, replace, repeal."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import Level, Step
from ..commands import Command, Expect, NewText, Recast, RecastFromAnnex, Repeal, RepealText, Unwrap
from ..messages import _
from .clauses import Clause, Here, Units, refuse
from .lexicon import Kind, Operation, Role
from .meaning import WHERE, Meaning, Places, announced, expectations, misfit, new_text, units_of, where, words_of

_PLACES = (*WHERE, Role.THEME)


def recasting(clause: Clause, around: Places) -> Meaning:
    """„§ 3 wird wie folgt gefasst“, „erhält folgende Überschrift“, „wird durch die folgenden Absätze 2 und 3 ersetzt“."""
    for part in clause.parts:
        if part.role not in (*_PLACES, Role.BY, Role.TO):
            raise misfit(clause, part)
    places = targets(clause, around)
    annex = next((thing.annex for part in clause.parts for thing in part.things if isinstance(thing, Here)), "")
    if annex:
        return Meaning((RecastFromAnnex(places=places, span=clause.span, annex=annex),), around)
    by = units_of(clause.parts, Role.BY)
    text = _text(clause, by)
    old = units_of(clause.parts, *_PLACES)
    commands: list[Command] = [*expectations(old, around, clause.span)]
    if clause.operation is Operation.READ and _shows_only(clause, places):
        commands.append(Expect(places=places, span=clause.span, text=text, after=clause.marked(Kind.HYPOTHETICAL)))
    else:
        new = announced(by, places)
        commands.append(Recast(places=places, span=clause.span, new=text, announced=new, each=clause.each))
    return Meaning(tuple(commands), onward(clause, places, around))


def repealing(clause: Clause, around: Places) -> Meaning:
    """„§ 9 wird aufgehoben“, „die Absatzbezeichnung „(1)“ wird gestrichen“, „die Satzung vom … wird aufgehoben“."""
    for part in clause.parts:
        if part.role not in _PLACES:
            raise misfit(clause, part)
    units = units_of(clause.parts, *_PLACES)
    places = targets(clause, around)
    if title := next((unit.title for unit in units_of(clause.parts, Role.THEME) if unit.title), ""):
        return Meaning((RepealText(places=places, span=clause.span, title=title),), around)
    if any(unit.label for unit in units):
        return Meaning((Unwrap(places=places, span=clause.span),), onward(clause, places, around))
    if not all(place.steps for place in places):
        raise _whole(clause)
    expected = clause.new or next((unit.text for unit in units if unit.text), None)
    repeal = Repeal(places=places, span=clause.span, expected=expected)
    return Meaning((*expectations(units, around, clause.span), repeal), onward(clause, places, around))


def targets(clause: Clause, around: Places) -> Places:
    """The units that the clause is about: each place named stands in the one before."""
    old, heading = [], False
    for part in clause.parts:
        fresh = [unit for unit in units_of([part], Role.THEME) if unit.fresh]
        heading = heading or any(citation.last.level is Level.UEBERSCHRIFT for u in fresh for citation in u.citations)
        if not fresh:
            old.append(part)
        elif not heading:
            raise misfit(clause, part)
    places = where(old, around, *_PLACES)
    return tuple(place.child(Step(Level.UEBERSCHRIFT)) for place in places) if heading else places


def onward(clause: Clause, places: Places, around: Places) -> Places:
    """Where the sentence goes on: in what „in“ names, else beside the units it was about."""
    if units_of(clause.parts, *WHERE):
        return where(clause.parts, around)
    return tuple(dict.fromkeys(place.parent() for place in places)) if all(p.steps for p in places) else around


def _text(clause: Clause, by: Sequence[Units]) -> NewText:
    quoted = words_of(clause.parts, Role.BY, Role.THEME, Role.IN, Role.TO)
    inline = [unit.text for unit in (*by, *units_of(clause.parts, Role.THEME)) if unit.text]
    promised = clause.new.span if clause.new else None
    inline += [NewText(words.text, words.span) for words in quoted if words.span != promised]
    if by and not clause.new and not inline:
        raise refuse(
            _("The text that replaces it stands in another document."),
            by[0].span,
            _("Write the new text into the act: „… wird wie folgt gefasst: „…““."),
        )
    return new_text(clause, inline)


def _shows_only(clause: Clause, places: Places) -> bool:
    """„lautet bisher“, „der bisherige § 3 lautet“, „würde lauten“: the text is shown, not changed."""
    if clause.marked(Kind.FORMERLY) or clause.marked(Kind.HYPOTHETICAL):
        return True
    return not clause.marked(Kind.HENCEFORTH) and any(step.former for place in places for step in place.steps)


def _whole(clause: Clause) -> Exception:
    return refuse(
        _("This would repeal the whole text."),
        clause.span,
        _("Name the unit, or the whole text by its title: „Die Geschäftsordnung vom … wird aufgehoben.“"),
    )
