"""The marks that keep numbers of repealed units, „§ 7 (weggefallen)“, „(2) bis (4) (weggefallen)“; counting on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..citation import GROUPS, Level, Step
from ..numbers import is_roman, order, roman, to_roman
from ..provision import Path, Provision
from .draft import Draft, is_repealed


def after(number: str) -> str:
    """The next number of the same kind: 3 → 4, 3a → 3b, IV → V, c → d, cc → dd, 2.1 → 2.2."""
    if is_roman(number):
        return to_roman(roman(number) + 1)
    if found := re.fullmatch(r"(.*?)([0-9]+)", number):
        return f"{found[1]}{int(found[2]) + 1}"
    letters = number.lstrip("0123456789")
    return number.removesuffix(letters) + "".join(chr(ord(letter) + 1) for letter in letters)


def expanded(step: Step) -> list[str]:
    """All numbers of a step that may be a range: „4 bis 6“ → 4, 5, 6; „249b bis 249e“ → b, c, d, e."""
    found = [step.number]
    while step.to and found[-1] != step.to and len(found) < 1000:
        found.append(after(found[-1]))
    return found


_JOINT = re.compile(r"\bbis\b|\bund\b|[,–-]")
_NUMBER = re.compile(r"[0-9]+[a-z]?\b|\b[a-z]{1,3}(?=\))")


def kept_by(unit: Provision) -> list[str]:
    """The numbers that a mark keeps, „§§ 8 bis 10“: 8, 9, 10. [] if it keeps only one, or the unit is no mark."""
    joint = _JOINT.search(unit.label)
    if not joint or not is_repealed(unit):
        return []
    found = _NUMBER.findall(unit.label)
    through = len(found) == 2 and joint[0] in ("bis", "–", "-")
    return expanded(Step(unit.level, found[0], found[1])) if through else found


def single_marks(draft: Draft, path: Path) -> Draft:
    """The draft with a mark for each of the numbers that the one at `path` keeps together."""
    unit = draft.at(path)
    first = re.match(rf"(.*?)(?:{_NUMBER.pattern})(\S*)", unit.label)
    if not first or not (numbers := kept_by(unit)):
        return draft
    form = first[1].replace("§§", "§"), first[2].rstrip(",")
    draft, more = draft.fresh(*(replace(unit, label=number.join(form)) for number in numbers[1:]))
    return draft.replaced(path, replace(unit, label=numbers[0].join(form)), *more)


def without_placeholder(draft: Draft, parent_path: Path, number: str, level: Level) -> Draft:
    """The draft without the mark of a repealed unit whose number another now bears.

    Marks of higher numbers that this unit has overtaken stand behind it.
    """
    for path, unit in reversed(_siblings(draft, parent_path, level)):
        if number in kept_by(unit):
            draft = single_marks(draft, path)
    siblings = _siblings(draft, parent_path, level)
    bearers = [(path, unit) for path, unit in siblings if unit.number == number]
    if len(bearers) < 2:
        return draft
    bearer = next((unit for _path, unit in bearers if not is_repealed(unit)), None)
    for path, unit in reversed(bearers):
        if is_repealed(unit):
            draft = draft.replaced(path)
    return draft if bearer is None else _with_marks_behind(draft, bearer, _siblings(draft, parent_path, level))


def _with_marks_behind(draft: Draft, bearer: Provision, siblings: list[tuple[Path, Provision]]) -> Draft:
    at = next(index for index, (_path, unit) in enumerate(siblings) if unit is bearer)
    first = at
    while first and _overtaken(siblings[first - 1], siblings[at]):
        first -= 1
    marks = tuple(unit for _path, unit in siblings[first:at])
    return draft.replaced(siblings[first][0], bearer, *marks, count=len(marks) + 1)


def _overtaken(mark: tuple[Path, Provision], bearer: tuple[Path, Provision]) -> bool:
    (path, unit), (bearing, other) = mark, bearer
    return is_repealed(unit) and path[:-1] == bearing[:-1] and order(unit.number) > order(other.number)


def _siblings(draft: Draft, parent_path: Path, level: Level) -> list[tuple[Path, Provision]]:
    """The units that are numbered together with those of the level in the parent."""
    if level is Level.PARAGRAF:
        return list(paragrafen(draft.document))
    children = draft.at(parent_path).children
    return [((*parent_path, i), child) for i, child in enumerate(children) if child.level is level]


def paragrafen(document: Provision, path: Path = ()) -> Iterator[tuple[Path, Provision]]:
    """The §§ that are numbered through: all but those of annexes."""
    for index, child in enumerate(document.at(path).children):
        if child.level is Level.PARAGRAF:
            yield (*path, index), child
        elif child.level in GROUPS:
            yield from paragrafen(document, (*path, index))
