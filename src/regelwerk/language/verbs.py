"""What a clause means by its verb: a clause and what the one before left to it go in, its meaning comes out."""

from __future__ import annotations

from dataclasses import replace

from ..citation import Level
from ..diagnostics import NotUnderstood
from ..messages import _
from .adding import adding
from .clauses import PLACES, Clause, Units
from .framing import addressing, changing
from .lexicon import ADDING, OF_NEW_WORDING, OF_OLD_WORDS, Kind, Operation, Role
from .meaning import A_HALF_SENTENCE, Meaning, Places, expectations
from .numbering import relabelling, renumbering
from .rephrasing import rephrased
from .restructuring import recasting, renaming, repealing
from .rewording import inserting, replacing, striking
from .shifting import shifting

_ABOUT_A_UNIT = (*OF_OLD_WORDS, *OF_NEW_WORDING)
_NEVER_ABOUT_WORDS = (*OF_NEW_WORDING, Operation.RENUMBER, Operation.SHIFT, Operation.NONE)
_OLD_WORDS = (Role.THEME, Role.FROM, Role.INSTEAD, Role.AROUND)
_BESIDE = (Role.AFTER, Role.BEFORE)


def meaning_of(clause: Clause, before: Meaning) -> Meaning:
    """What the clause means, by its verb and by whether it is about words or units."""
    clause = rephrased(clause)
    if apart := _struck_apart(clause):
        words = meaning_of(apart[0], before)
        units = meaning_of(apart[1], replace(words, commands=()))
        return replace(units, commands=(*words.commands, *units.commands))
    if clause.operation is not Operation.READ:
        clause.reject_marks(Kind.HYPOTHETICAL)
    if _is_about_words(clause):
        checks = expectations(clause.units(*PLACES), before.onward, clause.span)
        meaning = _of_words(clause, before.onward)
        return replace(meaning, commands=(*checks, *meaning.commands)) if checks else meaning
    around = before.onward
    if clause.operation in _ABOUT_A_UNIT and not _names_unit(clause):
        around = before.subject
    if not around:
        raise NotUnderstood.of(
            _("It is not said which unit this is about."), clause.span, _("Name it: „§ 3 Absatz 2 wird …“.")
        )
    if clause.operation not in ADDING:
        clause.reject_marks(Kind.START, Kind.END, Kind.OCCURRENCE)
    return _of_units(clause, around)


def _struck_apart(clause: Clause) -> tuple[Clause, Clause] | None:
    """„die Wörter „A“ und Satz 2 gestrichen“ as two clauses: words in the place, and then a unit."""
    if clause.operation is not Operation.STRIKE:
        return None
    for at, part in enumerate(clause.parts):
        first = next((i for i, thing in enumerate(part.things) if isinstance(thing, Units)), 0)
        if part.role is Role.THEME and first and all(isinstance(thing, Units) for thing in part.things[first:]):
            halves = (replace(part, things=part.things[:first]), replace(part, things=part.things[first:]))
            before, after = clause.parts[:at], clause.parts[at + 1 :]
            return replace(clause, parts=(*before, halves[0], *after)), replace(clause, parts=(halves[1],))
    return None


def _of_units(clause: Clause, around: Places) -> Meaning:
    match clause.operation:
        case Operation.STRIKE:
            return repealing(clause, around)
        case Operation.INSERT | Operation.APPEND | Operation.PREPEND | Operation.EXTEND:
            return adding(clause, around)
        case Operation.RENUMBER:
            return renumbering(clause, around)
        case Operation.SHIFT if clause.units(Role.TO):
            return renumbering(clause, around)
        case Operation.SHIFT | Operation.SHIFT_UP | Operation.SHIFT_DOWN:
            return shifting(clause, around)
        case Operation.CHANGE if clause.units(Role.TO) and not clause.new:
            return renumbering(clause, around)
        case Operation.CHANGE:
            return changing(clause, around)
        case Operation.RENAME:
            return renaming(clause, around)
        case Operation.NONE:
            return addressing(clause, around)
        case Operation.RECEIVE if _gets_number(clause):
            return renumbering(clause, around)
        case Operation.RECEIVE if _gets_unit(clause):
            return adding(replace(clause, operation=Operation.EXTEND), around)
        case Operation.REPLACE if any(unit.label for unit in clause.units(Role.THEME)):
            return relabelling(clause, around)
        case Operation.REPLACE | Operation.RECAST | Operation.READ | Operation.RECEIVE:
            return recasting(clause, around)


def _of_words(clause: Clause, around: Places) -> Meaning:
    if clause.operation is Operation.STRIKE:
        return striking(clause, around)
    if clause.operation in ADDING and not clause.words(Role.INSTEAD):
        return inserting(clause, around)
    return replacing(clause, around)


def _is_about_words(clause: Clause) -> bool:
    """Whether words inside the text are changed, and not units as a whole."""
    if clause.operation in _NEVER_ABOUT_WORDS:
        return False
    if clause.operation in (Operation.SHIFT_UP, Operation.SHIFT_DOWN):
        return bool(clause.words(Role.ONTO))  # „von „9“ auf „7“ verringert“
    if clause.operation in ADDING:
        if clause.units(*_BESIDE):
            return False
        if clause.words(*_BESIDE) or _is_half_sentence(clause):
            return True
    return bool(clause.words(*_OLD_WORDS))


def _is_half_sentence(clause: Clause) -> bool:
    new = clause.units(Role.THEME, Role.AROUND)
    return any(citation == A_HALF_SENTENCE for unit in new for citation in unit.citations)


def _names_unit(clause: Clause) -> bool:
    return any(not unit.fresh for unit in clause.units(*PLACES, Role.INSTEAD))


def _gets_number(clause: Clause) -> bool:
    """„§ 15 erhält die Nummer 16“, „§ 15 erhält § 16“: two places that are there, and no new text."""
    units = clause.units(Role.THEME)
    if len(units) != 2 or clause.new or any(unit.fresh or unit.text for unit in units):
        return False
    old, new = (unit.citations[-1].last.level for unit in units)
    return new in (old, Level.NUMMER)


def _gets_unit(clause: Clause) -> bool:
    """„§ 7 erhält folgenden Absatz 3“; a heading takes the place of the old one."""
    new = [unit for unit in clause.units(Role.THEME)[1:] if unit.fresh or unit.citations[-1].last.new]
    return any(citation.last.level is not Level.UEBERSCHRIFT for unit in new for citation in unit.citations)
