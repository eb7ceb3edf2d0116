"""„Die nachfolgenden Paragrafen verschieben sich entsprechend“: numbers that move all by the same amount.

What the act leaves open, which units and by how much, is read from what its command just before has done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..citation import Level
from ..commands import Shift
from ..diagnostics import DoesNotApply
from ..messages import _
from ..provision import Path
from .draft import Draft, is_repealed, target_of
from .effects import Effect
from .marks import paragrafen
from .numbering import relabelled


def shift(draft: Draft, command: Shift, before: Sequence[Effect]) -> Draft:
    """The numbers of the places, or of what follows on the command before it, move up or down.

    `before`: the effects of the command just before. Raises DoesNotApply unless it inserted units whose first number is
    that of the first unit to move, or repealed the units directly before it.
    """
    level = command.places[0].last.level
    touched = _touched(draft, before, level)
    paths = _named(draft, command) if command.places[0].last.number else _following(draft, touched[-1:])
    by = command.by or _derived(draft, touched, paths)
    if not by or not paths:
        raise DoesNotApply.of(
            _("Which numbers move, and by how much, does not follow from the command before this one."),
            command.span,
            _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“"),
        )
    freed = [path for path in touched if is_repealed(draft.at(path))][: len(paths)]
    for path in paths:
        unit = draft.at(path)
        if not unit.number.isdigit() or int(unit.number) + by < 1:
            raise DoesNotApply.of(
                _("{place} cannot move up or down: its number is no plain one.").format(place=draft.cite(path)),
                command.span,
                _("Write which number each unit gets: „Die bisherigen §§ 5 bis 9 werden die §§ 6 bis 10.“"),
            )
        label = relabelled(unit, str(int(unit.number) + by), unit.level)
        draft = draft.replaced(path, replace(unit, label=label))
    for path in reversed(freed if by < 0 else []):
        draft = draft.replaced(path)
    return draft


def _touched(draft: Draft, before: Sequence[Effect], level: Level) -> list[Path]:
    """The units that the command before has inserted or repealed, in the order of the text."""
    done = {
        effect.origin
        for effect in before
        if effect.new and effect.new.level is level and (effect.old is None or is_repealed(effect.new))
    }
    return [path for path, unit in draft.document.walk() if unit.origin in done]


def _named(draft: Draft, command: Shift) -> list[Path]:
    paths = [path for place in command.places for path in target_of(draft, command, place).paths]
    return paths + _following(draft, paths[-1:]) if command.onward else paths


def _following(draft: Draft, last: Sequence[Path]) -> list[Path]:
    """The units of the same kind after the last one: §§ in the whole text, others in the unit around them."""
    if not last:
        return []
    path = last[0]
    level = draft.at(path).level
    if level is Level.PARAGRAF:
        return [p for p, _unit in paragrafen(draft.document) if p > path]
    parent = draft.at(path[:-1])
    return [(*path[:-1], i) for i, unit in enumerate(parent.children) if unit.level is level and i > path[-1]]


def _derived(draft: Draft, touched: Sequence[Path], paths: Sequence[Path]) -> int:
    """By how much the numbers move: as many as were inserted or repealed directly before; 0 if that is not certain."""
    if not touched or not paths or list(paths[:1]) != _following(draft, touched[-1:])[:1]:
        return 0
    first, last, following = (draft.at(path) for path in (touched[0], touched[-1], paths[0]))
    if touched != [touched[0], *_following(draft, touched[:1])][: len(touched)]:
        return 0
    repealed = [is_repealed(draft.at(path)) for path in touched]
    if all(repealed) and last.number.isdigit() and following.number == str(int(last.number) + 1):
        return -len(touched)
    return len(touched) if not any(repealed) and following.number == first.number else 0
