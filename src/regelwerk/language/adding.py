"""Clauses about new units: insert, append, prepend them, and the number that a text without one gets."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import Citation, Level, Step
from ..commands import AddUnits, AppendUnits, InsertUnits, NewText, PrependUnits, Wrap
from ..messages import _
from .clauses import Clause, Part, Units, refuse
from .lexicon import Kind, Operation, Role
from .meaning import (
    WHERE,
    Meaning,
    Places,
    announced,
    inside,
    misfit,
    new_text,
    reject_new_text,
    reject_roles,
    units_of,
    where,
    words_of,
)
from .places import complete, holder

_NEXT_TO = (Role.AFTER, Role.BEFORE)
_NEW = (Role.THEME, Role.AROUND, Role.AS)


def adding(clause: Clause, around: Places) -> Meaning:
    """„Nach Absatz 2 wird folgender Absatz 3 eingefügt“, „Dem § 3 wird angefügt“, „wird um Absatz 4 ergänzt“."""
    reject_roles(clause, *WHERE, *_NEXT_TO, *_NEW)
    if quoted := words_of(clause.parts, Role.IN):
        raise misfit(clause, quoted[0].span)
    fresh = _new_parts(clause)
    old = [part for part in clause.parts if part not in fresh and part.role not in _NEXT_TO]
    for part in [part for part in old if part.role is Role.THEME and units_of([part], Role.THEME)][1:]:
        raise misfit(clause, part.span)
    new = _named_once(fresh)
    around = where(old, around, *WHERE, Role.THEME)
    if any(unit.label for unit in new):
        reject_new_text(clause)
        to = complete(around[0], new[0].citations[0])
        return Meaning((Wrap(places=around, span=clause.span, to=to),), around)
    text = _with_heading(new_text(clause, _quoted(clause, units_of(fresh, *_NEW))), new)
    beside = [part for part in clause.parts if part.role in _NEXT_TO]
    if beside:
        return _next_to(clause, beside, new, text, around)
    return Meaning((_inside(clause, bool(units_of(old, *WHERE, Role.THEME)), new, text, around),), around)


def _new_parts(clause: Clause) -> list[Part]:
    """The parts that name the new units: marked as new, or the last of those without a preposition."""
    parts = [part for part in clause.parts if part.role in _NEW and units_of([part], *_NEW)]
    marked = [part for part in parts if part.role is not Role.THEME or any(u.fresh for u in units_of([part], *_NEW))]
    newly = [part for part in parts[1:] if any(unit.citations[-1].last.new for unit in units_of([part], *_NEW))]
    if marked or newly or clause.operation is Operation.EXTEND:
        return marked or newly
    return [part for part in parts[-1:] if part.article not in ("dem", "den")]


def _named_once(parts: Sequence[Part]) -> list[Units]:
    """„als neuer Satz 2 folgender Satz“ is one unit; „folgender Satz“ says no more than that."""
    numbered = [unit for unit in units_of(parts, *_NEW) if all(cited.last.number for cited in unit.citations)]
    return numbered or units_of(parts, *_NEW)


def _quoted(clause: Clause, new: Sequence[Units]) -> list[NewText]:
    """New text that stands in the clause itself."""
    inline = [unit.text for unit in new if unit.text]
    promised = clause.new.span if clause.new else None
    return inline + [
        NewText(words.text, words.span) for words in words_of(clause.parts, *_NEW) if words.span != promised
    ]


def _with_heading(text: NewText, new: Sequence[Units]) -> NewText:
    """„der neue § 15 Öffentlichkeit“: the heading belongs to the new text even if it is not printed there again."""
    heading = next((unit.heading.text for unit in new if unit.heading), "")
    if not heading or heading in text.text.split("\n")[0]:
        return text
    return NewText(f"{new[0].citations[0].last} {heading}\n{text.text}", text.span)


def _next_to(clause: Clause, beside: Sequence[Part], new: Sequence[Units], text: NewText, around: Places) -> Meaning:
    anchors = units_of(beside, *_NEXT_TO)
    places = inside(anchors, around)
    if len(places) > 1 or len(beside) > 1 or words_of(beside, *_NEXT_TO):
        raise refuse(
            _("It is not clear next to which unit the new text stands."),
            beside[-1].span,
            _("Name one unit: „Nach Absatz 2 wird … eingefügt“."),
        )
    units = announced(new, places)
    if not units and words_of(clause.parts, Role.THEME):
        if places[0].last.level is not Level.ANGABE:
            raise refuse(
                _("Words cannot stand next to a whole unit."),
                beside[0].span,
                _("Say which new unit they make: „folgender Satz“, or after which words they go."),
            )
        units = (places[0].parent().child(Step(Level.ANGABE)),)
    before = beside[0].role is Role.BEFORE
    command = InsertUnits(places=places, span=clause.span, new=text, announced=units, before=before)
    named = units_of(clause.parts, *WHERE)
    return Meaning((command,), around if named or not places[0].steps else (places[0].parent(),))


def _inside(
    clause: Clause, named: bool, new: Sequence[Units], text: NewText, around: Places
) -> AddUnits | AppendUnits | InsertUnits | PrependUnits:
    units, span = announced(new, around), clause.span
    level = units[0].last.level if units else None
    if named and clause.operation is Operation.APPEND and around[0].steps and around[0].last.level is level:
        return InsertUnits(places=around, span=span, new=text, announced=units)
    places = tuple(dict.fromkeys(_holder(place, new) for place in around))
    if named and places != around:
        raise misfit(clause, clause.span)
    if clause.operation is Operation.PREPEND or clause.marked(Kind.START):
        return PrependUnits(places=places, span=span, new=text, announced=units)
    numbered = bool(units) and bool(units[0].last.number)
    ends = clause.operation is Operation.APPEND or clause.marked(Kind.END)
    if ends or (clause.operation is Operation.EXTEND and not numbered):
        return AppendUnits(places=places, span=span, new=text, announced=units)
    return AddUnits(places=places, span=span, new=text, announced=units)


def _holder(place: Citation, new: Sequence[Units]) -> Citation:
    cited = [citation for unit in new for citation in unit.citations]
    return holder(place, cited[0]) if cited else place
