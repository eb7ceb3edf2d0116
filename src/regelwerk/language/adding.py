"""Clauses about new units: insert, append, prepend them, and the number that a text without one gets."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import Level, Step
from ..commands import AddUnits, AppendUnits, InsertUnits, NewText, PrependUnits, Wrap
from ..diagnostics import NotUnderstood
from ..messages import _
from .clauses import PLACES, Clause, Part, Units, units_in
from .lexicon import Kind, Operation, Role
from .meaning import Meaning, Places, announced, expectations, where
from .places import complete, holder

_NEXT_TO = (Role.AFTER, Role.BEFORE)
_NEW = (Role.THEME, Role.AROUND, Role.AS)

New = AddUnits | AppendUnits | InsertUnits | PrependUnits


def adding(clause: Clause, around: Places) -> Meaning:
    """„Nach Absatz 2 wird folgender Absatz 3 eingefügt“, „Dem § 3 wird angefügt“, „wird um Absatz 4 ergänzt“."""
    clause.reject_roles_but(*PLACES, *_NEXT_TO, *_NEW)
    clause.reject(clause.words(Role.IN))
    if clause.operation is Operation.PREPEND:
        clause.reject(part for part in clause.parts if part.role is Role.AFTER)
    fresh = _new_parts(clause)
    beside = [part for part in clause.parts if part.role in _NEXT_TO]
    old = [part for part in clause.parts if part not in fresh and part not in beside]
    clause.reject([part for part in old if part.role is Role.THEME and part.units][1:])
    named = units_in(old)
    clause.reject_texts(named)
    units, place = _named_once(units_in(fresh)), where(old, around)
    if any(unit.label for unit in units):
        clause.reject_new_text()
        wrap = Wrap(places=place, span=clause.span, to=complete(place[0], units[0].citations[0]))
        return Meaning((wrap,), place)
    text = _with_heading(clause.new_text(clause.texts(units_in(fresh), clause.words(*_NEW))), units)
    checks = expectations([*named, *units_in(beside)], around, clause.span)
    if not beside:
        return Meaning((*checks, _inside(clause, bool(named), units, text, place)), place)
    command = _next_to(clause, beside, units, text, where([*old, *beside], around, (*PLACES, *_NEXT_TO)))
    return Meaning((*checks, command), place if named else tuple(p.parent() for p in command.places))


def _new_parts(clause: Clause) -> list[Part]:
    """The parts that name the new units: marked as new, or the last of those without a preposition."""
    parts = [part for part in clause.parts if part.role in _NEW and part.units]
    marked = [part for part in parts if part.role is not Role.THEME or any(unit.fresh for unit in part.units)]
    newly = [part for part in parts[1:] if any(unit.citations[-1].last.new for unit in part.units)]
    if marked or newly or clause.operation is Operation.EXTEND or clause.words(Role.THEME):
        return marked or newly
    return [part for part in parts[-1:] if part.article not in ("dem", "den")]


def _named_once(units: Sequence[Units]) -> Sequence[Units]:
    """„als neuer Satz 2 folgender Satz“ is one unit; „folgender Satz“ says no more than that."""
    return [unit for unit in units if all(citation.last.number for citation in unit.citations)] or units


def _with_heading(text: NewText, new: Sequence[Units]) -> NewText:
    """„der neue § 15 Öffentlichkeit“: the heading belongs to the new text even if it is not printed there again."""
    heading = next((unit.heading.text for unit in new if unit.heading), "")
    if not heading or heading in text.text.split("\n")[0]:
        return text
    return NewText(f"{new[0].citations[0].last} {heading}\n{text.text}", text.span)


def _next_to(clause: Clause, beside: Sequence[Part], new: Sequence[Units], text: NewText, places: Places) -> New:
    if len(places) > 1 or len(beside) > 1 or clause.words(*_NEXT_TO):
        raise NotUnderstood.of(
            _("It is not clear next to which unit the new text stands."),
            beside[-1].span,
            _("Name one unit: „Nach Absatz 2 wird … eingefügt“."),
        )
    units = announced(new, places)
    if not units and clause.words(Role.THEME):
        if places[0].last.level is not Level.ANGABE:
            raise NotUnderstood.of(
                _("Words cannot stand next to a whole unit."),
                beside[0].span,
                _("Say which new unit they make: „folgender Satz“, or after which words they go."),
            )
        units = (places[0].parent().child(Step(Level.ANGABE)),)
    before = beside[0].role is Role.BEFORE
    if any(unit.wording for unit in units_in(beside)):
        kind = PrependUnits if before else AppendUnits
        return kind(places=places, span=clause.span, new=text, announced=units)
    return InsertUnits(places=places, span=clause.span, new=text, announced=units, before=before)


def _inside(clause: Clause, named: bool, new: Sequence[Units], text: NewText, around: Places) -> New:
    """The new units in a place; one of their own kind that the clause names („Dem Absatz 4“) is what they follow."""
    units, span = announced(new, around), clause.span
    at_edge = clause.operation in (Operation.APPEND, Operation.PREPEND)
    if named and at_edge and units and around[0].last.level is units[0].last.level:
        before = clause.operation is Operation.PREPEND
        return InsertUnits(places=around, span=span, new=text, announced=units, before=before)
    cited = [citation for unit in new for citation in unit.citations if citation.steps]
    places = tuple(dict.fromkeys(holder(place, cited[0]) if cited else place for place in around))
    if named and places != around:
        raise NotUnderstood.of(
            _("{unit} does not stand in {place}.").format(unit=units[0].last, place=around[0]),
            span,
            _("Name what it stands in („Dem § 4 wird …“) or beside („Nach Absatz 2 wird …“)."),
        )
    if clause.operation is Operation.PREPEND or clause.marked(Kind.START):
        return PrependUnits(places=places, span=span, new=text, announced=units)
    unnumbered = not units or not units[0].last.number
    at_end = clause.operation is Operation.APPEND or clause.marked(Kind.END)
    if at_end or (clause.operation is Operation.EXTEND and unnumbered):
        return AppendUnits(places=places, span=span, new=text, announced=units)
    return AddUnits(places=places, span=span, new=text, announced=units)
