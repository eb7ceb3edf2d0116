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
    changed = tuple(_changed(((), before), ((), after)))
    old = {was[1].origin: was for was, _now in changed if was and was[1].origin}
    new = {now[1].origin: now for _was, now in changed if now and now[1].origin}
    whole = set(old.keys() ^ new.keys())
    whole |= {o for o in old.keys() & new.keys() if is_repealed(old[o][1]) is not is_repealed(new[o][1])}
    told = _told_by_another(old, whole) | _told_by_another(new, whole)
    gone = sorted(old.keys() - new.keys(), key=lambda origin: old[origin][0])
    found = []
    for origin in (*new, *gone):
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


def _changed(was: Found | None, now: Found | None) -> Iterator[tuple[Found | None, Found | None]]:
    """A unit of both trees, and all inside it that one of them does not have as it is; None where it has it not."""
    yield was, now
    old_path, olds = (was[0], was[1].children) if was else ((), ())
    new_path, news = (now[0], now[1].children) if now else ((), ())
    same = set(map(id, olds)).intersection(map(id, news))
    gone: dict[Origin | int | None, Found] = {
        unit.origin or id(unit): ((*old_path, i), unit) for i, unit in enumerate(olds) if id(unit) not in same
    }
    for i, unit in enumerate(news):
        if id(unit) not in same:
            yield from _changed(gone.pop(unit.origin, None), ((*new_path, i), unit))
    for left in gone.values():
        yield from _changed(left, None)


def _same(unit: Provision, other: Provision) -> bool:
    """Whether the units are the same, what is inside them apart."""
    return (unit.level, unit.label, unit.heading, unit.text) == (other.level, other.label, other.heading, other.text)


def _told_by_another(units: dict[Origin, Found], whole: set[Origin]) -> set[Origin]:
    """The units that came or went with one around them that came, went or was repealed as a whole."""
    paths = {units[origin][0] for origin in whole if origin in units}
    if not paths:
        return set()
    return {o for o, (path, _unit) in units.items() if any(path[:n] in paths for n in range(len(path)))}
