"""Two versions in; what may be left out of comparing and printing them, because it is the same, out.

From one version to the next most §§ stay as they are. Trees share what stays, so that can be seen without comparing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from ..citation import GROUPS, Level
from ..provision import Path, Provision, citation_of

Sections = Mapping[Path, Provision]
"""§§ that can be printed by themselves, by their place in the text."""


def sections(document: Provision) -> dict[Path, Provision]:
    """The §§ with nothing but headings above them, and a number that no other has."""
    found = dict(_sections(document, ()))
    names = Counter(citation_of(document, path).anchor for path in found)
    return {path: unit for path, unit in found.items() if names[citation_of(document, path).anchor] == 1}


def _sections(document: Provision, path: Path) -> list[tuple[Path, Provision]]:
    unit = document.at(path)
    if unit.level is Level.PARAGRAF:
        return [(path, unit)]
    if path and unit.level not in GROUPS:
        return []
    return [found for index in range(len(unit.children)) for found in _sections(document, (*path, index))]


def unchanged(old: Provision, new: Provision) -> tuple[Sections, Sections]:
    """The §§ that are in both texts, as they are and in the same order under the same headings, by both places."""
    before, after = sections(old), sections(new)
    kept = {id(unit) for unit in before.values()} & {id(unit) for unit in after.values()}
    was = {path: unit for path, unit in before.items() if id(unit) in kept}
    now = {path: unit for path, unit in after.items() if id(unit) in kept}
    if [_around(old, path) for path in was] != [_around(new, path) for path in now]:
        return {}, {}
    return was, now


def _around(document: Provision, path: Path) -> tuple[object, ...]:
    """What the § is, and what it stands under."""
    return (id(document.at(path)), *(document.at(path[:size]).origin for size in range(len(path))))


def thinned(document: Provision, paths: Collection[Path]) -> Provision:
    """The text without what is inside the units at these paths."""

    def thin(unit: Provision, path: Path) -> Provision:
        if path in paths:
            return replace(unit, children=())
        if unit.level is not Level.DOCUMENT and unit.level not in GROUPS:
            return unit
        return replace(unit, children=tuple(thin(child, (*path, index)) for index, child in enumerate(unit.children)))

    return thin(document, ())


def alone(unit: Provision) -> Provision:
    """A text that is nothing but this §; its places are cited as in the whole text."""
    return Provision(Level.DOCUMENT, children=(unit,))
