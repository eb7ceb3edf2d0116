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
    shared = set(_shared(before, after))
    old = {unit.origin: (path, unit) for path, unit in _changed(before, shared) if unit.origin}
    new = {unit.origin: (path, unit) for path, unit in _changed(after, shared) if unit.origin}
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


def _shared(tree: Provision, other: Provision) -> Iterator[int]:
    """The units that both trees have in common, as they are, by identity."""
    same = {id(child) for child in other.children}
    twins = {child.origin: child for child in other.children}
    for child in tree.children:
        if id(child) in same:
            yield id(child)
        elif child.origin and (twin := twins.get(child.origin)):
            yield from _shared(child, twin)


def _changed(unit: Provision, shared: set[int], path: Path = ()) -> Iterator[Found]:
    """The units that the other tree does not have as they are, and what is around them."""
    if id(unit) not in shared:
        yield path, unit
        for index, child in enumerate(unit.children):
            yield from _changed(child, shared, (*path, index))


def _same(unit: Provision, other: Provision) -> bool:
    """Whether the units are the same, what is inside them apart."""
    return (unit.level, unit.label, unit.heading, unit.text) == (other.level, other.label, other.heading, other.text)


def _told_by_another(units: dict[Origin, Found], whole: set[Origin]) -> set[Origin]:
    """The units that came or went with one around them that came, went or was repealed as a whole."""
    paths = {units[origin][0] for origin in whole if origin in units}
    return {o for o, (path, _unit) in units.items() if any(path[:n] in paths for n in range(len(path)))}
