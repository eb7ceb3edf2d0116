"""Clauses about numbers: units that get another one, rows of them that move up, and a text that becomes a unit."""

from __future__ import annotations

import re

from ..citation import Citation, Level, Step
from ..commands import Command, NewText, Recast, Renumber, Shift, Wrap
from ..messages import _
from ..numbers import CARDINALS
from .clauses import Clause, Here, Part, refuse
from .lexicon import Kind, Operation, Role
from .meaning import (
    WHERE,
    Meaning,
    Places,
    expectations,
    inside,
    misfit,
    new_text,
    numbered,
    reject_new_text,
    reject_roles,
    units_of,
    where,
    words_of,
)
from .places import as_former, complete, complete_all, unmarked

_TARGETS = (Role.THEME, Role.TO, Role.AS)
_SIGN = {Operation.SHIFT: 0, Operation.SHIFT_UP: 1, Operation.SHIFT_DOWN: -1}
_OLD_AND_NEW = re.compile(
    r"(?:§+|Abs(?:atz|\.)|Nr\.|Nummer) ?([0-9]+) (?:erhält die|wird(?: zu)?) (?:§+|[A-Z]\w+\.?) ?([0-9]+)"
)
_BECOMES = {Level.PARAGRAF: (Level.ABSATZ, Level.SATZ), Level.ABSATZ: (Level.SATZ,)}
"""Units whose words as a whole can become one unit inside them: „Der bisherige § 34 wird Absatz 1“."""


def renumbering(clause: Clause, around: Places) -> Meaning:
    """„Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5“, „§ 15 erhält die Nummer 16“, „§ 4 wird zu § 5“.

    New text after it is the wording of the unit under its new number; what the sentence goes on with is meant for it too.
    """
    source, target, others = _source_and_target(clause)
    around = where(others, around)
    units, named = units_of([source], Role.THEME), units_of([target], *_TARGETS)
    places = inside(units, around)
    to = tuple(numbered(citation, unit.span) for unit in named for citation in unit.citations)
    if clause.operation is Operation.RECEIVE:
        to = tuple(_as_number_of(places[0], citation) for citation in to)
    if places == around or to[0].steps[0].level in _BECOMES.get(places[0].last.level, ()):
        reject_new_text(clause)
        wrap = Wrap(places=places, span=clause.span, to=unmarked(complete(places[0], to[0])))
        return Meaning((wrap,), places, places)
    counted = all(not place.last.to for place in (*places, *to))
    if counted and len(places) != len(to):
        raise refuse(
            _("{old} units get {new} numbers.").format(old=len(places), new=len(to)),
            clause.span,
            _("Name as many new numbers as there are units."),
        )
    commands: list[Command] = [*expectations(units, around, clause.span)]
    new = tuple(unmarked(complete(places[0], citation)) for citation in to)
    commands.append(Renumber(places=places, span=clause.span, to=new))
    former = tuple(as_former(place) for place in places)
    if clause.new or any(isinstance(thing, Here) for part in clause.parts for thing in part.things):
        heading = f"{new[0].last} {named[0].heading.text}\n" if named[0].heading else ""
        text = new_text(clause, ())
        text = NewText(heading + text.text, text.span)
        commands.append(Recast(places=former, span=clause.span, new=text))
    return Meaning(tuple(commands), former, former)


def relabelling(clause: Clause, around: Places) -> Meaning:
    """„die Absatzbezeichnung „(2)“ durch die Absatzbezeichnung „(3)“ ersetzt“."""
    old = [unit for unit in units_of(clause.parts, Role.THEME) if unit.label]
    new = [unit for unit in units_of(clause.parts, Role.BY, Role.IN) if unit.label]
    around = where([part for part in clause.parts if not any(u.label for u in units_of([part], part.role))], around)
    if len(old) != 1 or len(new) != 1:
        raise refuse(
            _("It is not clear which unit gets which number."),
            clause.span,
            _("Write it in full: „Absatz 2 wird Absatz 3.“"),
        )
    reject_new_text(clause)
    places = inside(old, around)
    to = tuple(complete(place, new[0].citations[0]) for place in places)
    return Meaning((Renumber(places=places, span=clause.span, to=to),), around)


def _source_and_target(clause: Clause) -> tuple[Part, Part, list[Part]]:
    named = [part for part in clause.parts if part.role in _TARGETS and units_of([part], *_TARGETS)]
    others = [part for part in clause.parts if part not in named]
    for part in others:
        if part.role not in WHERE and units_of([part], part.role):
            raise misfit(clause, part.span)
    if len(named) != 2 or named[0].role is not Role.THEME or words_of(clause.parts, *Role):
        raise refuse(
            _("It is not clear which unit gets which number."),
            clause.span,
            _("Write it in full: „Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5.“"),
        )
    return named[0], named[1], others


def _as_number_of(place: Citation, number: Citation) -> Citation:
    """„die Nummer 16“ that a § gets is „§ 16“."""
    if len(number.steps) == 1 and number.last.level is Level.NUMMER:
        return Citation((Step(place.last.level, number.last.number, number.last.to),))
    return number


def shifting(clause: Clause, around: Places) -> Meaning:
    """„Die Nummerierung der §§ 15 bis 22 erhöht sich um eins“, „Die folgenden Absätze verschieben sich entsprechend“."""
    reject_roles(clause, *WHERE, Role.THEME, Role.AROUND)
    reject_new_text(clause)
    around = where(clause.parts, around)
    units = units_of(clause.parts, Role.THEME)
    following = [unit for unit in units if unit.fresh]
    named = [unit for unit in units if not unit.fresh]
    if not units or words_of(clause.parts, Role.THEME, Role.IN):
        raise refuse(
            _("It is not said which numbers move."),
            clause.span,
            _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“"),
        )
    if named:
        places = inside(named, around)
    else:
        places = complete_all(around, [citation for unit in following for citation in unit.citations])
    by = _SIGN[clause.operation] * _amount(clause)
    _check_explanation(clause, by)
    command = Shift(places=places, span=clause.span, by=by, onward=bool(named and following))
    return Meaning((command,), around)


def _check_explanation(clause: Clause, by: int) -> None:
    """„(§ 15 erhält die Nummer 16, usw.)“ says the same again, or the act contradicts itself."""
    for bracket in (mark for mark in clause.marks if mark.symbol is Kind.BRACKET):
        pairs = _OLD_AND_NEW.findall(bracket.text)
        if not pairs or _OLD_AND_NEW.sub("", bracket.text).strip("(), .;") not in ("", "usw", "etc"):
            raise misfit(clause, bracket.span)
        if any(int(new) - int(old) != by for old, new in pairs):
            raise refuse(
                _("The explanation in brackets does not say the same as the command."),
                bracket.span,
                _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“"),
            )


def _amount(clause: Clause) -> int:
    """By how much: „um eins“, „um eine Nummer“; 0 if it is not said."""
    said = words_of(clause.parts, Role.AROUND)
    if not said:
        return int(any(part.role is Role.AROUND for part in clause.parts))
    amount = CARDINALS.get(said[0].text.lower(), said[0].text)
    if not amount.isdecimal() or clause.operation is Operation.SHIFT:
        raise refuse(
            _("It is not said in which direction the numbers move."),
            clause.span,
            _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“"),
        )
    return int(amount)
