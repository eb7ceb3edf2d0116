"""Clauses about whole units that get a new wording, or go: recast, replace, repeal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..citation import Level
from ..commands import Command, Expect, NewText, Recast, RecastFromAnnex, Repeal, RepealText, Unwrap
from ..diagnostics import NotUnderstood
from ..messages import _
from .clauses import PLACES, WHERE, Clause, Part, Units
from .lexicon import Kind, Operation, Role
from .meaning import Meaning, Places, announced, expectations, where


def recasting(clause: Clause, around: Places) -> Meaning:
    """„wird wie folgt gefasst“, „erhält folgende Überschrift“, „wird durch die folgenden Absätze 2 und 3 ersetzt“."""
    clause = _as_exchange(clause)
    clause.reject_roles_but(*PLACES, Role.BY, Role.TO, Role.ONTO)
    by, old = clause.units(Role.BY), clause.units(*PLACES)
    clause.reject(clause.units(Role.TO, Role.ONTO))
    clause.reject(unit for unit in by if not unit.citations[-1].steps)
    clause.reject(unit for unit in old if unit.label)
    if clause.operation is Operation.REPLACE and not (by or _says_what(clause)):
        raise NotUnderstood.of(
            _("It is not said which words are replaced."),
            clause.span,
            _("Write for each: das Wort „…“ durch das Wort „…“."),
        )
    places = targets(clause, around)
    if annex := next((here.annex for here in clause.promises), ""):
        clause.reject_new_text()
        return Meaning((RecastFromAnnex(places=places, span=clause.span, annex=annex),), around)
    text = _text(clause, by)
    commands: list[Command] = [*expectations(old, around, clause.span)]
    if clause.operation is Operation.READ and _shows_only(clause, places):
        commands.append(Expect(places=places, span=clause.span, text=text, after=clause.marked(Kind.HYPOTHETICAL)))
    else:
        new = announced(by, places)
        changing = clause.operation is Operation.CHANGE
        commands.append(
            Recast(places=places, span=clause.span, new=text, announced=new, each=clause.each, changing=changing)
        )
    return Meaning(tuple(commands), onward(clause, places, around))


def _as_exchange(clause: Clause) -> Clause:
    """„An die Stelle des Absatzes 2 treten folgende Absätze 2 und 3“: Absatz 2 is replaced by them."""
    if not clause.units(Role.INSTEAD):
        return clause
    roles = {Role.INSTEAD: Role.THEME, Role.THEME: Role.BY}
    return replace(clause, parts=tuple(replace(part, role=roles.get(part.role, part.role)) for part in clause.parts))


def _says_what(clause: Clause) -> bool:
    """Whether something else is named than where: „§ 3 wird ersetzt“, „In § 3 wird wie folgt ersetzt“."""
    return any(part.role not in WHERE for part in clause.parts)


def renaming(clause: Clause, around: Places) -> Meaning:
    """„Die Überschrift des § 3 wird in „Beirat“ umbenannt.“ What is renamed is not worded anew as a whole."""
    if any(not place.steps or place.last.level is not Level.UEBERSCHRIFT for place in targets(clause, around)):
        raise NotUnderstood.of(
            _("It is not clear whether this is a new heading or a new text."),
            clause.span,
            _("Write „Die Überschrift des § 3 wird wie folgt gefasst: „…““, or which words are replaced."),
        )
    return recasting(clause, around)


def repealing(clause: Clause, around: Places) -> Meaning:
    """„§ 9 wird aufgehoben“, „die Absatzbezeichnung „(1)“ wird gestrichen“, „die Satzung vom … wird aufgehoben“."""
    clause.reject_roles_but(*PLACES)
    clause.reject(clause.words(*PLACES))
    units = clause.units(*PLACES)
    clause.reject_texts(clause.units(*WHERE))
    places = targets(clause, around)
    if title := next((title for part in clause.parts if (title := _title(part))), ""):
        clause.reject(clause.parts[1:])
        clause.reject_new_text()
        return Meaning((RepealText(places=places, span=clause.span, title=title),), around)
    named = clause.units(Role.THEME)
    if not all(place.steps for place in (*places, *(unit.citations[-1] for unit in named))):
        raise _whole(clause)
    commands: list[Command] = [*expectations(units, around, clause.span)]
    labels = {unit.citations[0].last for unit in units if unit.label}
    if labels:
        clause.reject_new_text()
    if repealed := tuple(place for place in places if place.last not in labels):
        expected = clause.new or next((unit.text for unit in units if unit.text), None)
        commands.append(Repeal(places=repealed, span=clause.span, expected=expected))
    if unwrapped := tuple(place for place in places if place.last in labels):
        commands.append(Unwrap(places=unwrapped, span=clause.span))
    return Meaning(tuple(commands), onward(clause, places, around))


def targets(clause: Clause, around: Places) -> Places:
    """The units that the clause is about: one is named, perhaps after the whole text, perhaps with a heading to it."""
    subjects = [part for part in clause.parts if part.role is Role.THEME and part.units]
    if subjects and subjects[0] is clause.parts[0] and _title(subjects[0]):
        subjects = subjects[1:]
    for index, part in enumerate(subjects):
        heading = _is_heading(part) and not (index and part.article == "der")
        second = index or any(unit.fresh for unit in part.units)
        if index > 1 or (second and not heading) or any(unit.title for unit in part.units):
            clause.reject([part])
    return where(clause.parts, around)


def _title(part: Part) -> str:
    """The title of a whole text, if the part names nothing else."""
    match part:
        case Part(Role.THEME, (Units(title=title),)):
            return title
    return ""


def _is_heading(part: Part) -> bool:
    cited = [citation for unit in part.units for citation in unit.citations]
    return all([step.level for step in citation.steps] == [Level.UEBERSCHRIFT] for citation in cited)


def onward(clause: Clause, places: Places, around: Places) -> Places:
    """Where the sentence goes on: in what „in“ names, else beside the units it was about."""
    if clause.units(*WHERE):
        return where(clause.parts, around, WHERE)
    return tuple(dict.fromkeys(place.parent() for place in places)) if all(p.steps for p in places) else around


def _text(clause: Clause, by: Sequence[Units]) -> NewText:
    quoted = clause.words(Role.BY, Role.THEME, Role.IN, Role.TO, Role.ONTO)
    if not _leads_to_text(clause):
        clause.reject(clause.words(Role.THEME))
    inline = clause.texts((*by, *clause.units(Role.THEME)), quoted)
    if by and not clause.new and not inline:
        raise NotUnderstood.of(
            _("The text that replaces it stands in another document."),
            by[0].span,
            _("Write the new text into the act: „… wird wie folgt gefasst: „…““."),
        )
    return clause.new_text(inline)


def _leads_to_text(clause: Clause) -> bool:
    """„lautet „X““, „erhält folgende Fassung „X““: the quoted words are the new text."""
    return bool(clause.promises) or clause.operation is Operation.READ


def _shows_only(clause: Clause, places: Places) -> bool:
    """„lautet bisher“, „der bisherige § 3 lautet“, „würde lauten“: the text is shown, not changed."""
    if clause.marked(Kind.FORMERLY) or clause.marked(Kind.HYPOTHETICAL):
        return True
    return not clause.marked(Kind.HENCEFORTH) and any(step.former for place in places for step in place.steps)


def _whole(clause: Clause) -> NotUnderstood:
    return NotUnderstood.of(
        _("This would repeal the whole text."),
        clause.span,
        _("Name the unit, or the whole text by its title: „Die Geschäftsordnung vom … wird aufgehoben.“"),
    )
