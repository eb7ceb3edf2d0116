"""What a command did: found by comparing the trees before and after it, never by what it meant to do.

Trees share what did not change, so only the changed branches are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..citation import Citation
from ..commands import Command
from ..provision import Origin, Path, Provision, citation_of
from .draft import is_repealed


@dataclass(frozen=True, slots=True)
class Effect:
    """Wirkung: one unit touched by one command.

    `origin` names the unit through all renumbering. `before` and `after`: its address, None where it is not there;
    `old` and `new`: the unit as it was and is, without what did not change inside it.
    """

    command: Command
    origin: Origin
    before: Citation | None
    after: Citation | None
    old: Provision | None
    new: Provision | None


def effects(command: Command, before: Provision, after: Provision) -> tuple[Effect, ...]:
    """All effects of the command that led from one tree to the other, in the order of the text."""
    old = {unit.origin: (path, unit) for path, unit in _changed(before, after) if unit.origin}
    new = {unit.origin: (path, unit) for path, unit in _changed(after, before) if unit.origin}
    whole = set(old.keys() ^ new.keys())
    whole |= {o for o in old.keys() & new.keys() if is_repealed(old[o][1]) is not is_repealed(new[o][1])}
    told = _told_by_another(old, whole) | _told_by_another(new, whole)
    found = []
    for origin in [*new, *(gone for gone in old if gone not in new)]:
        was, now = old.get(origin), new.get(origin)
        if origin in told or (origin not in whole and was and now and _same(was[1], now[1])):
            continue
        found.append(
            Effect(
                command,
                origin,
                citation_of(before, was[0]) if was else None,
                citation_of(after, now[0]) if now else None,
                was[1] if was else None,
                now[1] if now else None,
            )
        )
    return tuple(found)


Found = tuple[Path, Provision]


def _changed(unit: Provision, other: Provision | None, path: Path = ()) -> Iterator[Found]:
    """The unit and those inside it that the other tree does not have as they are. `other`: what it has of the unit."""
    yield path, unit
    there = other.children if other else ()
    same, twins = set(map(id, there)), {child.origin: child for child in there}
    for index, child in enumerate(unit.children):
        if id(child) not in same:
            yield from _changed(child, twins.get(child.origin) if child.origin else None, (*path, index))


def _same(unit: Provision, other: Provision) -> bool:
    """Whether the units are the same, what is inside them apart."""
    return (unit.level, unit.label, unit.heading, unit.text) == (other.level, other.label, other.heading, other.text)


def _told_by_another(units: dict[Origin, Found], whole: set[Origin]) -> set[Origin]:
    """The units that came or went with one around them that came, went or was repealed as a whole."""
    paths = {units[origin][0] for origin in whole if origin in units}
    if not paths:
        return set()
    return {o for o, (path, _unit) in units.items() if any(path[:n] in paths for n in range(len(path)))}
