"""Clauses about rows of numbers that move: „Die Nummerierung der §§ 15 bis 22 erhöht sich um eins“."""

from __future__ import annotations

import re

from ..commands import Shift
from ..diagnostics import NotUnderstood
from ..messages import _
from ..numbers import CARDINALS
from .clauses import PLACES, Clause
from .lexicon import Kind, Operation, Role
from .meaning import Meaning, Places, where
from .places import complete_all

_SIGN = {Operation.SHIFT: 0, Operation.SHIFT_UP: 1, Operation.SHIFT_DOWN: -1}
_UNIT = r"(?:§+|Abs(?:atz|\.)|Nr\.|Nummer)"
_OLD_AND_NEW = re.compile(rf"{_UNIT} ?([0-9]+) (?:erhält die|wird(?: zu)?) {_UNIT} ?([0-9]+)")


def shifting(clause: Clause, around: Places) -> Meaning:
    """„Die folgenden Absätze verschieben sich entsprechend“: by as many as the command before it says."""
    clause.reject_roles_but(*PLACES, Role.AROUND)
    clause.reject_new_text()
    units = clause.units(Role.THEME)
    clause.reject_texts(units)
    if not units or clause.words(Role.THEME, Role.IN):
        raise _unclear(clause, _("It is not said which numbers move."))
    named = [part for part in clause.parts if part.role is not Role.THEME or not any(u.fresh for u in part.units)]
    subjects = [part for part in named if part.role is Role.THEME and part.units]
    clause.reject(subjects[1:])  # „§ 3 wird verschoben und wird § 5“
    following = [unit for unit in units if unit.fresh]
    places = where(named, around)
    onward = bool(following and subjects)
    if following and not onward:
        places = complete_all(places, [citation for unit in following for citation in unit.citations])
    by = _SIGN[clause.operation] * _amount(clause)
    _check_explanation(clause, by)
    return Meaning((Shift(places=places, span=clause.span, by=by, onward=onward),), around)


def _amount(clause: Clause) -> int:
    """By how much: „um eins“, „um eine Nummer“; 0 if it is not said."""
    said = clause.words(Role.AROUND)
    if not said:
        return int(any(part.role is Role.AROUND for part in clause.parts))
    number = said[0].text.split()[0].lower()
    amount = {"eine": "1", **CARDINALS}.get(number, number)
    if not amount.isdecimal() or clause.operation is Operation.SHIFT:
        raise _unclear(clause, _("It is not said in which direction the numbers move."))
    return int(amount)


def _check_explanation(clause: Clause, by: int) -> None:
    """„(§ 15 erhält die Nummer 16, usw.)“ says the same again, or the act contradicts itself."""
    for bracket in (mark for mark in clause.marks if mark.symbol is Kind.BRACKET):
        pairs = _OLD_AND_NEW.findall(bracket.text)
        if not pairs or _OLD_AND_NEW.sub("", bracket.text).strip("(), .;") not in ("", "usw", "etc"):
            clause.reject([bracket])
        if any(int(new) - int(old) != by for old, new in pairs):
            raise NotUnderstood.of(
                _("The explanation in brackets does not say the same as the command."), bracket.span, _in_full()
            )


def _unclear(clause: Clause, message: str) -> NotUnderstood:
    return NotUnderstood.of(message, clause.span, _in_full())


def _in_full() -> str:
    return _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“")
