"""What a command did: found by comparing the trees before and after it, never by what it meant to do.

Trees share what did not change, so only the changed branches are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..citation import Citation
from ..commands import Command
from ..provision import Origin, Path, Provision, citation_of


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
    found = []
    for origin in [*new, *(gone for gone in old if gone not in new)]:
        was, now = old.get(origin), new.get(origin)
        if was and now and _own(was[1]) == _own(now[1]):
            continue
        if not (was and now) and _inside_another(origin, was or now, old if was else new, new if was else old):
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


def _changed(tree: Provision, other: Provision) -> Iterator[Found]:
    """The units of `tree` that are not shared with `other`, and all inside those that are not there at all."""
    shared: set[int] = set()

    def mark(unit: Provision, like: Provision) -> None:
        if unit is like:
            shared.add(id(unit))
            return
        by_origin = {child.origin: child for child in like.children}
        for child in unit.children:
            if (twin := by_origin.get(child.origin)) is not None:
                mark(child, twin)

    def walk(path: Path, unit: Provision) -> Iterator[Found]:
        if id(unit) in shared:
            return
        yield path, unit
        for index, child in enumerate(unit.children):
            yield from walk((*path, index), child)

    mark(tree, other)
    return walk((), tree)


def _own(unit: Provision) -> Provision:
    """The unit without what is inside it."""
    return replace(unit, children=())


def _inside_another(origin: Origin, found: Found | None, here: dict[Origin, Found], there: dict[Origin, Found]) -> bool:
    """Whether the unit came or went with a larger one around it, which tells of both."""
    if found is None:
        return False
    path = found[0]
    around = [o for o, (p, _unit) in here.items() if o != origin and p == path[: len(p)] and len(p) < len(path)]
    return any(o not in there for o in around)
