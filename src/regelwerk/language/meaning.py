"""What clauses share when they are given a meaning: the place they act at, and what they leave to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import Citation, Level, Step
from ..citations.levels import BY_LEVEL
from ..commands import Command, Expect, NewText, Words
from ..diagnostics import NotUnderstood, Span
from ..messages import _
from .clauses import Clause, Part, Units
from .lexicon import Kind, Role
from .places import complete, complete_all, nest, unmarked

Places = tuple[Citation, ...]

WHERE = (Role.IN, Role.AT, Role.BESIDE)
PLACES = (*WHERE, Role.THEME)
"""The roles in which a clause names where it acts: „in § 3“, and as its subject „§ 3“."""

A_HALF_SENTENCE = Citation((Step(Level.HALBSATZ),))
_PLACES_ONLY = (Role.AT, Role.BESIDE)


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


def words_of(parts: Sequence[Part], *roles: Role) -> list[Words]:
    """All words in these roles, in order."""
    return [thing for part in parts if part.role in roles for thing in part.things if isinstance(thing, Words)]


def units_of(parts: Sequence[Part], *roles: Role) -> list[Units]:
    """All places in these roles, in order."""
    return [thing for part in parts if part.role in roles for thing in part.things if isinstance(thing, Units)]


def where(parts: Sequence[Part], around: Places, *roles: Role) -> Places:
    """The place that „in“, „an“ and „bei“ (or `roles`) name: each inside the one before, or beside it after „und“."""
    places, first = around, True
    for part in parts:
        if units := units_of([part], *(roles or WHERE)):
            if first or any(unit.title for unit in units):
                places = _inside(units, around)
            elif part.joined:
                places = (*places, *_inside(units, places[-1:]))
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
        before = own[-1] if own else Citation()
        own += [complete(before, numbered(citation, unit.span)) for citation in unit.citations]
    return complete_all(around, own)


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


def texts_inside(clause: Clause, units: Sequence[Units], words: Sequence[Words]) -> list[NewText]:
    """What the clause itself quotes as new text: texts of units, and words; not the text after the sentence."""
    promised = clause.new.span if clause.new else None
    quoted = [NewText(each.text, each.span) for each in words if each.span != promised]
    return [*(unit.text for unit in units if unit.text), *quoted]


def new_text(clause: Clause, inline: Sequence[NewText]) -> NewText:
    """The new text: what follows the sentence, else what the clause itself quotes."""
    candidates = [*([clause.new] if clause.new else []), *inline]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise NotUnderstood.of(
            _("Here are two texts, and it is not said which is the new one."),
            candidates[1].span,
            _("Quote one of them."),
        )
    raise NotUnderstood.of(
        _("The new text is missing."),
        clause.span,
        _("Put it after a colon in quotation marks: „… wie folgt gefasst: „…““."),
    )


def reject_texts(clause: Clause, units: Sequence[Units]) -> None:
    """Refuse texts and labels quoted with places where they say nothing: „In der Überschrift „X“ wird …“."""
    for unit in units:
        if unit.label or unit.text:
            raise misfit(clause, unit.text.span if unit.text else unit.span)


def misfit(clause: Clause, span: Span) -> NotUnderstood:
    """The refusal of a passage that says nothing with this verb, to be raised."""
    return NotUnderstood.of(
        _("„{words}“ does not fit the verb „{verb}“.").format(words=_bare(span.text), verb=clause.operation.value),
        span,
        _("Say one change per sentence: place, words in quotation marks, verb."),
    )


def _bare(text: str) -> str:
    return text[1:-1] if text[0] == "„" and text.count("„") == 1 else text


def reject_marks(clause: Clause, *kinds: Kind) -> None:
    """Refuse marks that say nothing with this verb: „§ 3 wird am Ende gestrichen“."""
    for mark in clause.marks:
        if mark.symbol in kinds:
            raise misfit(clause, mark.span)


def reject_roles(clause: Clause, *allowed: Role) -> None:
    """Refuse parts whose preposition is not `allowed`, and words where the preposition leads to a place."""
    for part in clause.parts:
        if part.role not in allowed or (part.role in _PLACES_ONLY and words_of([part], part.role)):
            raise misfit(clause, part.span)


def reject_new_text(clause: Clause) -> None:
    """Refuse new text after the sentence if nothing in it leads there."""
    if clause.new:
        raise NotUnderstood.of(
            _("Nothing in the command leads to this text."),
            clause.new.span,
            _("Say what is done with it: „… wird wie folgt gefasst:“."),
        )
