"""What bodies write in unusual ways, as the rules expect it: a clause goes in and comes out with its parts set right.

A sentence or half sentence cited by its words is these words; the text printed after a unit that goes is that of the
unit; a place without its preposition has one. Words that change have plain roles, in whichever of the many ways this is
said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..citation import Citation, Level, Step
from ..commands import NewText, Position, Words
from ..smallwords import CONJUNCTIONS
from .clauses import Clause, Here, Part, Thing, Units
from .lexicon import ADDING, OF_OLD_WORDS, Operation, Role
from .meaning import A_HALF_SENTENCE
from .places import complete

_ANY_SENTENCE = (Citation((Step(Level.SATZ),)),)
_HELPER = re.compile(r"\b(?:wird|werden|ist|sind|soll|sollen)\b")


def rephrased(clause: Clause) -> Clause:
    """The clause with its parts as the rules for verbs expect them."""
    return _with_bare_place(_with_shown_text(_with_quoted_sentences(clause)))


def _with_quoted_sentences(clause: Clause) -> Clause:
    """A sentence cited by its words („der Satz „…“ wird gestrichen“) is treated as these words."""
    if clause.operation in ADDING:
        return clause
    if clause.operation is Operation.STRIKE and clause.new:
        gone = (Words(clause.new.text, clause.new.span),)
        if not clause.parts:  # „Streichen: „…““
            return replace(clause, parts=(Part(Role.THEME, gone),), new=None)
        if any(map(_announces_words, clause.parts)):
            parts = (replace(part, things=gone) if _announces_words(part) else part for part in clause.parts)
            return replace(clause, parts=tuple(parts), new=None)
    if not any(unit.text for unit in clause.units()):
        return clause
    parts = (replace(part, things=tuple(map(_as_words, part.things))) for part in clause.parts)
    return replace(clause, parts=tuple(parts))


def _with_shown_text(clause: Clause) -> Clause:
    """„§ 4 Absatz 3 „Der Rat tagt.“ entfällt“: the text printed right after a unit that goes is that of the unit."""
    if clause.operation is not Operation.STRIKE:
        return clause
    for index, (part, following) in enumerate(pairwise(clause.parts)):
        if shown := _shown(part, following):
            before, behind = clause.parts[:index], clause.parts[index + 2 :]
            return replace(clause, parts=(*before, replace(part, things=(shown,)), *behind))
    return clause


def _shown(part: Part, following: Part) -> Units | None:
    """The unit that is all of a part, with the words that are all of the next one as its text."""
    match part, following:
        case Part(Role.THEME, (Units(text=None, title="") as unit,)), Part(
            Role.THEME, (Words() as words,), joined=False
        ):
            return None if _between(part, following).strip() else replace(unit, text=NewText(words.text, words.span))
    return None


def _between(part: Part, following: Part) -> str:
    return part.span.source.text[part.span.end : following.span.start]


def _with_bare_place(clause: Clause) -> Clause:
    """„§ 5 Satz 2 wird das Wort „A“ gestrichen“: „in“ is missing, but the place can be nothing else."""
    if len(clause.parts) < 2 or clause.operation not in (*OF_OLD_WORDS, Operation.RECAST):
        return clause
    part, changed = clause.parts[:2]
    place = _bare_place(part)
    if place is None or changed.role not in (Role.THEME, Role.FROM) or changed.joined:
        return clause
    between = _between(part, changed)
    helped = bool(_HELPER.search(between))
    inner = [unit for unit in changed.units if not (unit.fresh or unit.label or unit.title)]
    deeper = [unit for unit in inner if _is_inside(place, unit)]
    words = changed.words if clause.operation in OF_OLD_WORDS and helped else []
    if len(deeper) + len(words) != len(changed.things) or (between.strip() and not helped):
        return clause
    return replace(clause, parts=(replace(part, role=Role.IN), *clause.parts[1:]))


def _bare_place(part: Part) -> Units | None:
    """The unit that is there already and all of a part that has no preposition."""
    match part:
        case Part(Role.THEME, (Units(fresh=False, text=None, label=False) as unit,)) if unit.citations[-1].steps:
            return unit
    return None


def _is_inside(place: Units, unit: Units) -> bool:
    outer = place.citations[-1]
    return len(place.citations) == 1 and complete(outer, unit.citations[0]).steps[: len(outer.steps)] == outer.steps


def _announces_words(part: Part) -> bool:
    """„folgender Satz“, „folgendes“"""
    match part:
        case Part(Role.THEME, (Here(span=span),)):
            return span.text.lower() == "folgendes"
        case Part(Role.THEME, (Units(fresh=True, citations=citations),)):
            return citations == _ANY_SENTENCE
    return False


def _as_words(thing: Thing) -> Thing:
    match thing:
        case Units(citations=cited, fresh=False, text=NewText(text, span)) if cited in (
            _ANY_SENTENCE,
            (A_HALF_SENTENCE,),
        ):
            return Words(text, span)
    return thing


_INTO = (Role.IN, Role.TO, Role.ONTO)
_JOINT = re.compile(rf"[.,;:]|{CONJUNCTIONS}")


def at_the_end_of_units(clause: Clause) -> Clause:
    """„Der Punkt nach Nummer 5“ is that at the end of Nummer 5, and so is an „und“."""
    parts = list(clause.parts)
    for index, part in enumerate(parts):
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(parts) and parts[i].role is Role.THEME]
        if part.role is Role.AFTER and part.units and beside:
            joints = parts[beside[0]].words
            if joints and all(_JOINT.fullmatch(words.text) for words in joints):
                ends = tuple(replace(words, position=Position.END) for words in joints)
                parts[beside[0]] = replace(parts[beside[0]], things=ends)
                parts[index] = replace(part, role=Role.IN)
    return replace(clause, parts=tuple(parts))


def as_exchange(parts: Sequence[Part]) -> Iterator[Part]:
    """The many ways to say it as one: „in „Y“ geändert“, „von „X“ auf „Y““, „statt „X“ … „Y““, „um „Y“ ergänzt“."""
    instead = any(part.role is Role.INSTEAD and part.words for part in parts)
    for part in parts:
        if not part.words:
            yield part
        elif part.role in _INTO or (part.role is Role.THEME and instead):
            yield replace(part, role=Role.BY)
        elif part.role in (Role.FROM, Role.INSTEAD, Role.AROUND):
            yield replace(part, role=Role.THEME)
        else:
            yield part
