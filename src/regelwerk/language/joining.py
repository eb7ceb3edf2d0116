"""Clauses of one sentence that belong together: neighbours go in; whether or how they are one comes out."""

from __future__ import annotations

from dataclasses import replace

from .clauses import PLACES, Clause, Here, Part, Units, hull
from .lexicon import OF_NEW_WORDING, Operation, Role

_LEADING = (Operation.CHANGE, Operation.RECAST, Operation.EXTEND)


def leads_on(clause: Clause, following: Clause) -> bool:
    """Whether „§ 3 wird geändert“ only leads to „und erhält folgende Fassung“."""
    if clause.operation not in _LEADING or following.operation not in OF_NEW_WORDING:
        return False
    own = [thing for part in clause.parts for thing in part.things if not isinstance(thing, Units) or thing.text]
    return not (own or clause.new or following.units(*PLACES))


def with_text_handed_back(clauses: list[Clause]) -> list[Clause]:
    """„Folgender Absatz 2 wird eingefügt, Absatz 2 wird Absatz 3: „(2) …““: the text at the end is for the clause that
    announces one.
    """
    *before, last = clauses
    wanting = [i for i, clause in enumerate(before) if _wants_text(clause)]
    if last.new is None or len(wanting) != 1 or last.operation not in _WITHOUT_TEXT or _announces(last):
        return clauses
    clauses[wanting[0]] = replace(clauses[wanting[0]], new=last.new)
    return [*clauses[:-1], replace(last, new=None)]


_WITHOUT_TEXT = (Operation.RENUMBER, Operation.STRIKE, Operation.SHIFT)
_WITH_TEXT = (
    Operation.RECAST, Operation.RECEIVE, Operation.REPLACE, Operation.INSERT, Operation.APPEND, Operation.PREPEND,
)  # fmt: skip


def _wants_text(clause: Clause) -> bool:
    return clause.operation in _WITH_TEXT and not (clause.new or _quotes(clause)) and _announces(clause)


def _quotes(clause: Clause) -> bool:
    """Whether the clause itself says words, or the text of a unit."""
    return bool(clause.words()) or any(unit.text for unit in clause.units())


def _announces(clause: Clause) -> bool:
    """Whether a text is promised: „wie folgt“, „folgender Absatz 2“."""
    return bool(clause.promises) or any(unit.fresh for unit in clause.units())


def as_replacement(clause: Clause, following: Clause) -> Clause | None:
    """Two clauses about what goes and what comes in its place, as one."""
    parts = _exchanging(clause, following) or _extending(clause, following)
    if not parts:
        return None
    span, marks = hull(clause.span, following.span), (*clause.marks, *following.marks)
    return replace(following, operation=Operation.REPLACE, span=span, parts=parts, marks=marks)


def _exchanging(clause: Clause, following: Clause) -> tuple[Part, ...]:
    """„§ 4 wird aufgehoben und durch folgenden § 4 ersetzt“"""
    if clause.operation is not Operation.STRIKE or clause.new or following.operation is not Operation.REPLACE:
        return ()
    if not clause.parts or not all(part.role is Role.BY or _is_here(part) for part in following.parts):
        return ()
    return (*clause.parts, *following.parts)


def _extending(clause: Clause, following: Clause) -> tuple[Part, ...]:
    """„Absatz 2 wird wie folgt gefasst und folgender Absatz 3 angefügt“, with one text for both."""
    there, new = clause.units(Role.THEME), following.units(Role.THEME)
    if clause.operation not in (Operation.RECAST, Operation.RECEIVE) or clause.new or not following.new:
        return ()
    adds = following.operation in (Operation.INSERT, Operation.APPEND) and len(following.parts) == 1
    numbered = all(unit.fresh and unit.citations[0].last.number for unit in new)
    if _quotes(clause) or not (adds and there and new and numbered):
        return ()
    if {unit.citations[0].last.level for unit in (*there, *new)} != {new[0].citations[0].last.level}:
        return ()
    return (*(part for part in clause.parts if not _is_here(part)), Part(Role.BY, (*there, *new)))


def _is_here(part: Part) -> bool:
    return all(isinstance(thing, Here) for thing in part.things)
