"""Find the units that a citation names in a tree, by the numbers they bear now or bore before an act.

A citation may skip levels where that is unambiguous: groups above a §, the Satz around a list, an only Absatz. All
matches are returned; none means that the place is missing, several that it is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .citation import FROM_THE_END, GROUPS, ITEMS, Citation, Level, Step
from .numbers import is_roman, roman
from .provision import Origin, Path, Provision

Numbers = Mapping[Origin, str]
"""The number that each unit bore before an act."""

PARTS = (Level.UEBERSCHRIFT, Level.HALBSATZ, Level.SATZTEIL, Level.SPALTE)
"""Levels of a citation that name a part of a unit."""

_ALIKE = {
    Level.ABSATZ: (Level.NUMMER,),
    Level.NUMMER: (Level.ABSATZ, Level.GLIEDERUNG, Level.SPIEGELSTRICH),
    Level.BUCHSTABE: (Level.DOPPELBUCHSTABE, Level.ABSATZ),
    Level.DOPPELBUCHSTABE: (Level.BUCHSTABE,),
    Level.TITEL: (Level.GLIEDERUNG,),
    Level.ANGABE: (Level.ZEILE,),
    **dict.fromkeys((Level.BUCH, Level.TEIL, Level.KAPITEL, Level.ABSCHNITT), (Level.GLIEDERUNG,)),
    Level.GLIEDERUNG: (Level.ABSCHNITT, Level.TEIL, Level.KAPITEL),
}
"""Bodies cite „Absatz 2“ where „2.“ is printed, „Abschnitt II“ where „II.“ is: read so if nothing fits better."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a citation names: units next to each other (one, or a range), or a part of a single unit."""

    paths: tuple[Path, ...]
    part: Step | None = None


def find(document: Provision, citation: Citation) -> tuple[Provision, ...]:
    """The units that the citation names, in the order of the text; of a part of a unit, the unit.

    None: the place is not there. A range gives several; without a range, several mean that the citation is ambiguous.
    """
    return tuple(document.at(path) for target in locate(document, citation, {}) for path in target.paths)


def locate(document: Provision, citation: Citation, former: Numbers, *, by_former: bool = False) -> tuple[Target, ...]:
    """All that the citation may name, in the order of the text.

    Steps are read by the numbers that units bear now, with `by_former` by those they bore before the act. Steps marked
    „bisherig“ or „neu“ say themselves which.
    """
    steps, part = citation.steps, None
    if steps and steps[-1].level in PARTS:
        steps, part = steps[:-1], steps[-1]
    regime = _Regime(former, by_former)
    if part and part.level is Level.UEBERSCHRIFT and part.number:
        return tuple(Target((path,), Step(part.level)) for path in _groups_before(document, part, regime))
    if any(step.level is Level.ANGABE for step in steps):
        steps = (Step(Level.INHALTSUEBERSICHT), *(s for s in steps if s.level in (Level.ANGABE, Level.ZEILE)))
    return tuple(Target(paths, part) for paths in _descend(document, (), steps, regime))


def _groups_before(document: Provision, part: Step, regime: _Regime) -> Iterator[Path]:
    """The groups that begin with the § of „Überschrift vor § 20“."""
    for path, unit in document.walk():
        if unit.level not in GROUPS:
            continue
        first = unit
        while first.level in GROUPS and first.children:
            first = first.children[0]
        if first.level is Level.PARAGRAF:
            (number,) = regime.borne((first,), part)
            if part.number == f"vor {Step(first.level, number)}":
                yield path


_Candidate = tuple[Path, Provision, str]
"""A unit of the level that is looked for, with its path and the number that counts."""


@dataclass(frozen=True, slots=True)
class _Regime:
    """Which numbers count: those borne now, or those before the act."""

    former: Numbers
    by_former: bool

    def borne(self, siblings: Sequence[Provision], step: Step) -> list[str]:
        """The numbers of siblings, as the step counts."""
        if step.former or (self.by_former and not step.new):
            return [self.former.get(child.origin, "") if child.origin else "" for child in siblings]
        return numbers(siblings)

    def bearing(self, like: list[_Candidate], step: Step, number: str) -> list[int]:
        """The indexes of the candidates that bear the number."""
        if step.level is Level.ANGABE:
            entry = re.compile(rf"\W*{_loose(number)}(?!\s?[0-9a-z]\b|[0-9a-z])")
            return [i for i, (_, child, _) in enumerate(like) if entry.match(child.text)]
        if not number:
            return [*range(len(like))]
        if like and like[0][1].level is Level.ZEILE and (step.level is Level.NUMMER or not number.isdecimal()):
            said = " ".join(number.strip("„“").split())  # „3“ in quotation marks is no place in the order
            called = [i for i, (_, row, _) in enumerate(like) if first_cell(row) == said]
            return [i for i in called if not step.former or like[i][1].origin in self.former]
        arabic = _arabic(number)
        return [i for i, (_, _, borne) in enumerate(like) if _arabic(borne) == arabic]

    def is_new(self, child: Provision, number: str) -> bool:
        return child.origin is None or self.former.get(child.origin) != number


_ONLY_COUNTED = (Level.SATZ, Level.SPIEGELSTRICH)


def numbers(children: Sequence[Provision]) -> list[str]:
    """The number of each sibling: that of its label, or its place among its like where none is printed."""
    counts: dict[Level, int] = {}
    found = []
    for child in children:
        level = child.level
        counts[level] = count = counts.get(level, 0) + 1
        printed = child.label and level not in _ONLY_COUNTED and child.number
        found.append(printed or str(count))
    return found


def first_cell(row: Provision) -> str:
    """What stands in the first cell of a row, without the full stop of a number: „3.“ is row „3“; "" without cells."""
    cell, bar, _rest = row.text.partition("|")
    words = " ".join(cell.split())
    return (words.rstrip(".") if words[:1].isdecimal() else words) if bar else ""


def all_numbers(document: Provision) -> dict[Origin, str]:
    """The numbers that all units bear now."""
    found: dict[Origin, str] = {}
    for unit in document.units():
        for child, number in zip(unit.children, numbers(unit.children), strict=True):
            if child.origin is not None:
                found[child.origin] = number
    return found


def _descend(document: Provision, path: Path, steps: tuple[Step, ...], regime: _Regime) -> Iterator[tuple[Path, ...]]:
    if not steps:
        yield (path,)
        return
    step, *rest = steps
    for paths in _matches(document, path, step, regime):
        if not rest:
            yield paths
        elif len(paths) == 1:
            yield from _descend(document, paths[0], tuple(rest), regime)


def _matches(document: Provision, path: Path, step: Step, regime: _Regime) -> list[tuple[Path, ...]]:
    """The units (or ranges of units) inside the one at `path` that the step names, at the nearest depth."""
    rows = (Level.ZEILE,) if step.level is Level.NUMMER else ()
    for levels in ((step.level,), _ALIKE.get(step.level, ()), rows):
        layer = [path]
        while layer and levels:
            if found := _in_layer(document, layer, step, levels, regime):
                return found
            layer = [below for above in layer for below in _transparent(document, above, step)]
    return []


def _in_layer(
    document: Provision, layer: list[Path], step: Step, levels: tuple[Level, ...], regime: _Regime
) -> list[tuple[Path, ...]]:
    like: list[_Candidate] = []
    for above in layer:
        kin = [(i, child) for i, child in enumerate(document.at(above).children) if child.level in levels]
        for (index, child), number in zip(kin, regime.borne([child for _, child in kin], step), strict=True):
            if not (step.level is Level.NUMMER and _is_absatz(child)):
                like.append(((*above, index), child, number))
    if step.number in FROM_THE_END:
        back = FROM_THE_END.index(step.number) + 1
        return [(like[-back][0],)] if len(like) >= back else []
    starts = regime.bearing(like, step, step.number)
    if step.new and len(starts) > 1:
        starts = [i for i in starts if regime.is_new(like[i][1], step.number)]
    if not step.to:
        return [(like[i][0],) for i in starts]
    ends = regime.bearing(like, step, step.to)
    return [tuple(path for path, _, _ in like[i : j + 1]) for i in starts for j in ends if j > i]


def _is_absatz(unit: Provision) -> bool:
    """Whether it is printed as an Absatz, so that nobody would cite it as a number."""
    return unit.level is Level.ABSATZ and unit.label.startswith("(")


def _loose(pointed: str) -> str:
    """What an entry of the table of contents points to, white space apart: „§3“ and „§ 3“ are the same."""
    return r"\s*".join(re.escape(part) for part in re.findall(r"§|[\w.]+", pointed))


@lru_cache(maxsize=4096)
def _arabic(number: str) -> str:
    """A Roman number in Arabic digits, others as they are: „Abschnitt 2“ may be printed „II.“."""
    return str(roman(number)) if number[:1] in ("I", "V", "X", "L", "C") and is_roman(number) else number


def _transparent(document: Provision, path: Path, step: Step) -> Iterator[Path]:
    """The units inside the one at `path` that a citation may leave out on the way to the step."""
    children = document.at(path).children
    for index, child in enumerate(children):
        match child.level:
            case Level.SATZ | Level.TABELLE:
                skip = step.level not in (Level.SATZ, Level.ABSATZ, Level.PARAGRAF, *GROUPS)
            case Level.ABSATZ:
                only = sum(other.level is Level.ABSATZ for other in children) == 1
                skip = step.level in (*ITEMS, Level.TABELLE, Level.ZEILE) or (step.level is Level.SATZ and only)
            case level if level in GROUPS or level in (Level.DOCUMENT, Level.ANLAGE):
                skip = step.level in (Level.PARAGRAF, *GROUPS, *ITEMS) and level is not Level.ANLAGE
            case level if level in ITEMS:
                skip = step.level in (*ITEMS, Level.TABELLE, Level.ZEILE) and child.level is not step.level
            case _:
                skip = False
        if skip:
            yield (*path, index)
