"""Numbers in one sentence of an act: its commands go in, they come out with „bisherig“ where that is meant.

„Satz 2 wird aufgehoben und Satz 3 wie folgt gefasst“ counts by the text before it. That is the text before the act, by
which „bisherig“ counts, only if the act has not touched that § before; else the numbers are left as they are said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..citation import Citation, Level
from ..commands import AppendWords, ChangeWords, Command, Expect, NewUnits, PrependWords, Recast, Repeal
from ..language.places import as_former


def counted_at_once(commands: Sequence[Command], earlier: Sequence[Command]) -> tuple[Command, ...]:
    """The commands of one sentence; `earlier` are those of the act before it. Never raises."""
    counted: list[Command] = []
    for command in commands:
        meant = isinstance(command, Recast | Repeal) and _follows_repeal(command, counted)
        if meant and all(_leaves_numbers(before, place) for before in earlier for place in command.places):
            command = replace(command, places=tuple(map(_as_former, command.places)))
        counted.append(command)
    return tuple(counted)


def _follows_repeal(command: Command, before: Sequence[Command]) -> bool:
    """Whether all its places are sentences beside one that the same sentence of the act repeals."""
    repealed = {place.parent() for other in before if isinstance(other, Repeal) for place in other.places}
    return all(
        place.steps and place.last.level is Level.SATZ and place.parent() in repealed for place in command.places
    )


def _leaves_numbers(earlier: Command, place: Citation) -> bool:
    """Whether an earlier command cannot have changed the number of any unit in the § of the place."""
    inside = [len(other.steps) > 1 and other.steps[0].level is Level.PARAGRAF for other in earlier.places]
    elsewhere = all(inside) and all(other.steps[0] != place.steps[0] for other in earlier.places)
    of_words = isinstance(earlier, ChangeWords | AppendWords | PrependWords | Expect)
    return of_words or (isinstance(earlier, NewUnits | Repeal) and elsewhere)


def _as_former(place: Citation) -> Citation:
    return place if place.last.new else as_former(place)
