"""What bodies write in unusual ways, as the rules expect it: a clause goes in and comes out with its parts set right.

A sentence cited by its words is these words; the text printed after a unit that goes is that of the unit; a place
without its preposition has one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..citation import Citation, Level, Step
from ..commands import NewText, Words
from .clauses import Clause, Here, Part, Thing, Units
from .lexicon import Operation, Role
from .meaning import units_of, words_of
from .places import complete

_ADDING = (Operation.INSERT, Operation.APPEND, Operation.PREPEND, Operation.EXTEND)
_IN_PLACE = (Operation.STRIKE, Operation.REPLACE, Operation.CHANGE, Operation.RENAME)
"""Verbs about words, or units, inside a place."""
_ANY_SENTENCE = (Citation((Step(Level.SATZ),)),)
_HELPER = re.compile(r"\b(?:wird|werden|ist|sind|soll|sollen)\b")


def rephrased(clause: Clause) -> Clause:
    """The clause with its parts as the rules for verbs expect them."""
    return _with_bare_place(_with_shown_text(_with_quoted_sentences(clause)))


def _with_quoted_sentences(clause: Clause) -> Clause:
    """A sentence cited by its words („der Satz „…“ wird gestrichen“) is treated as these words."""
    if clause.operation in _ADDING:
        return clause
    gone = (Words(clause.new.text, clause.new.span),) if clause.new else ()
    if clause.operation is Operation.STRIKE and clause.new and not clause.parts:  # „Streichen: „…““
        return replace(clause, parts=(Part(Role.THEME, gone),), new=None)
    if clause.operation is Operation.STRIKE and any(map(_announces_words, clause.parts)) and gone:
        parts = tuple(replace(part, things=gone) if _announces_words(part) else part for part in clause.parts)
        return replace(clause, parts=parts, new=None)
    parts = tuple(replace(part, things=tuple(_as_words(thing) for thing in part.things)) for part in clause.parts)
    return replace(clause, parts=parts)


def _with_shown_text(clause: Clause) -> Clause:
    """„§ 4 Absatz 3 „Der Rat tagt.“ entfällt“: the text printed right after a unit that goes is that of the unit."""
    parts = list(clause.parts)
    for index, (unit, text) in enumerate(pairwise(clause.parts)):
        if clause.operation is Operation.STRIKE and _shows(unit, text):
            (place,), (words,) = units_of([unit], Role.THEME), words_of([text], Role.THEME)
            shown = replace(place, text=NewText(words.text, words.span))
            parts[index : index + 2] = [replace(unit, things=(shown,))]
            return replace(clause, parts=tuple(parts))
    return clause


def _shows(unit: Part, text: Part) -> bool:
    units, words = units_of([unit], Role.THEME), words_of([text], Role.THEME)
    if text.joined or not (len(units) == len(unit.things) == 1 == len(words) == len(text.things)):
        return False
    return units[0].text is None and not units[0].title and not _between(unit, text).strip()


def _between(part: Part, following: Part) -> str:
    return part.span.source.text[part.span.end : following.span.start]


def _with_bare_place(clause: Clause) -> Clause:
    """„§ 5 Satz 2 wird das Wort „A“ gestrichen“: „in“ is missing, but the place can be nothing else."""
    if len(clause.parts) < 2 or clause.operation not in (*_IN_PLACE, Operation.RECAST):
        return clause
    place, changed = clause.parts[:2]
    units, inner = units_of([place], Role.THEME), units_of([changed], Role.THEME)
    named = len(units) == len(place.things) == 1 and not (units[0].fresh or units[0].text or units[0].label)
    if not named or changed.role not in (Role.THEME, Role.FROM) or changed.joined:
        return clause
    deeper = [unit for unit in inner if not (unit.fresh or unit.label or unit.title) and _is_inside(units[0], unit)]
    between = _between(place, changed)
    helped = bool(_HELPER.search(between))
    words = words_of([changed], changed.role) if clause.operation in _IN_PLACE and helped else []
    named = bool(units[0].citations[-1].steps) and len(deeper) + len(words) == len(changed.things)
    if not named or (between.strip() and not helped):
        return clause
    return replace(clause, parts=(replace(place, role=Role.IN), *clause.parts[1:]))


def _is_inside(place: Units, unit: Units) -> bool:
    outer = place.citations[-1]
    return len(place.citations) == 1 and complete(outer, unit.citations[0]).steps[: len(outer.steps)] == outer.steps


def _announces_words(part: Part) -> bool:
    """„folgender Satz“, „folgendes“"""
    units = units_of([part], Role.THEME)
    if len(part.things) == 1 and isinstance(part.things[0], Here):
        return part.role is Role.THEME and part.span.text.lower() == "folgendes"
    return len(part.things) == 1 and any(unit.fresh and unit.citations == _ANY_SENTENCE for unit in units)


def _as_words(thing: Thing) -> Thing:
    if not isinstance(thing, Units) or thing.text is None or thing.fresh:
        return thing
    unnumbered = thing.citations == _ANY_SENTENCE
    return Words(thing.text.text, thing.text.span) if unnumbered else thing
