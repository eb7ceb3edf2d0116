"""Clauses that say where: frames for the points below them, „§ 3 wird wie folgt geändert:“."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..commands import Command
from ..diagnostics import NotUnderstood, Span
from ..messages import _
from .clauses import PLACES, Clause
from .lexicon import Kind, Role
from .meaning import Meaning, Places, expectations
from .restructuring import recasting, targets
from .undecidable import new_or_beside


def changing(clause: Clause, around: Places) -> Meaning:
    """„wird wie folgt geändert“: a frame for the points below, or with new text after it, a new wording."""
    if clause.new or clause.words(Role.IN, Role.TO, Role.ONTO):
        return recasting(clause, around)
    if all(here.annex for here in clause.promises) and not clause.marked(Kind.COLON):
        raise without_change(clause)
    return _framing(clause, around)


def leading(clause: Clause, around: Places) -> Meaning:
    """What „§ 3 wird geändert“ leaves to „und erhält folgende Fassung“: the units that both are about."""
    return replace(_framing(clause, around), frame=None)


def without_change(clause: Clause) -> NotUnderstood:
    """The refusal of „§ 3 wird geändert“ without anything that says how, to be raised."""
    return NotUnderstood.of(
        _("This says that something changes, but not how."),
        clause.span,
        _("Write the new text: „… wird wie folgt gefasst: „…““, or the words: „das Wort „…“ durch das Wort „…““."),
    )


def addressing(clause: Clause, around: Places) -> Meaning:
    """„In § 3 Absatz 2:“: only a place, for what follows."""
    named = clause.units(*PLACES)
    if clause.marked(Kind.ANEW) or any(citation.last.new for unit in named for citation in unit.citations):
        raise NotUnderstood(new_or_beside(clause.span))
    if len(named) != len(clause.parts) or len(named) != 1 or clause.new or clause.marked(Kind.AUXILIARY):
        raise without_verb(clause.span)
    return _framing(clause, around)


def without_verb(span: Span) -> NotUnderstood:
    """The refusal of words that do not say what is done, to be raised."""
    return NotUnderstood.of(
        _("The verb of this command is missing."), span, _("Say what is done: „ersetzt“, „gestrichen“, „eingefügt“.")
    )


def reject_elsewhere(clause: Clause, commands: Sequence[Command], address: Places) -> None:
    """Refuse „§ 3 Absatz 2: § 4 wird gestrichen“: one of the two places is a slip."""
    for place in (place for command in commands for place in command.places):
        own = [(step.level, step.number) for step in place.steps]
        if not any([(step.level, step.number) for step in each.steps] == own[: len(each.steps)] for each in address):
            raise NotUnderstood.of(
                _("{inner} does not stand in {outer}, which is named before.").format(inner=place, outer=address[0]),
                clause.span,
                _("Name the place once."),
            )


def _framing(clause: Clause, around: Places) -> Meaning:
    clause.reject_roles_but(*PLACES)
    units = clause.units(*PLACES)
    clause.reject_texts(units)
    clause.reject(clause.words(*PLACES))
    places = targets(clause, around)
    return Meaning(expectations(units, around, clause.span), places, subject=places, frame=places)
