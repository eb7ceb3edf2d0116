"""The many ways to say what becomes of which words, as one: parts of a clause go in, and come out with plain roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..commands import Position
from .clauses import Clause, Part
from .lexicon import Role

_INTO = (Role.IN, Role.TO, Role.ONTO)
_JOINT = re.compile(r"[.,;:]|und|oder|sowie")


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
