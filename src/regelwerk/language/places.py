"""Places completed by the frame they stand in: „Satz 2“ under „§ 3 Absatz 1“ is „§ 3 Absatz 1 Satz 2“."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..citation import GROUPS, ITEMS, Citation, Level, Step
from ..citations.levels import ANGABE, SATZTEIL, WORDS

_OUTER = (Level.ANLAGE, *GROUPS, Level.PARAGRAF, Level.UEBERSCHRIFT, Level.ANGABE, Level.ABSATZ)
"""Levels that leave behind the inner ones of a frame: „Absatz 2“ is not looked for in „Absatz 1 Satz 3“."""

_RANK = {word.level: word.rank for word in (*WORDS, ANGABE, SATZTEIL)}

_CONTENTS = Level.INHALTSUEBERSICHT
_APART = (Level.PRAEAMBEL, Level.EINGANGSFORMEL)
"""Parts of the text in which there are no §§."""


def complete(frame: Citation, own: Citation) -> Citation:
    """The place `own` inside `frame`: it replaces the frame's step of its own level and everything below that.

    In the table of contents, „§ 9“ is the entry for it.
    """
    if not own.steps:
        return frame
    level = own.steps[0].level
    if level is Level.PARAGRAF and (contents := [step for step in frame.steps if step.level is _CONTENTS]):
        first, *inner = own.steps
        pointed = replace(first, level=Level.ANGABE, number=_printed(first.number), to=_printed(first.to))
        if not inner or inner[0].level is Level.UEBERSCHRIFT:
            return Citation((*contents, *own.steps) if inner else (*contents, pointed))
        return own
    for index, step in enumerate(frame.steps):
        if step.level is level or _leaves(step.level, level):
            return Citation(frame.steps[:index] + own.steps)
    return Citation(frame.steps + own.steps)


def _printed(number: str) -> str:
    return str(Step(Level.PARAGRAF, number)) if number else ""


def _leaves(around: Level, level: Level) -> bool:
    if level is Level.PARAGRAF and around in _APART:
        return True
    return level in _OUTER and _RANK[around] > _RANK[level]


def holder(place: Citation, unit: Citation) -> Citation:
    """What a unit like `unit`, named next to `place`, stands in: an item of a list holds sentences."""
    if unit.steps[0].level is Level.SATZ and place.last.level in ITEMS:
        return place
    return complete(place, unit).parent()


def nest(place: Citation, own: Citation) -> Citation:
    """The place `own` inside one that the same clause names: „in Nummer 33 … in Absatz 1“ drops no step of either."""
    inner = complete(place, own)
    return inner if inner.steps[: len(place.steps)] == place.steps else place.child(*own.steps)


def complete_all(frame: Sequence[Citation], own: Sequence[Citation]) -> tuple[Citation, ...]:
    """Each of the own places in each of the frame's, each once."""
    return tuple(dict.fromkeys(complete(around, place) for place in own for around in frame))


def as_former(place: Citation) -> Citation:
    """The place with its last step marked as the number before the act."""
    return Citation((*place.steps[:-1], replace(place.last, former=True, new=False))) if place.steps else place


def unmarked(place: Citation) -> Citation:
    """The place without „bisherig“ and „neu“."""
    return Citation(tuple(Step(step.level, step.number, step.to) for step in place.steps))
