"""The text as a tree of provisions: immutable values, looked up by citation, edited by making a new tree.

Only a Satz (and parts of one) has words: `text` of a SATZ is its beginning, up to its list if it has one; the list
items and the rest of the sentence after them (SATZTEIL) are its children. Headings are in `heading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .citation import GROUPS, ITEMS, Citation, Level, Step, number_of

Path = tuple[int, ...]
"""The way from a provision down to one inside it: an index into `children` for each level of the tree."""

CELL = " | "
"""What stands between two cells in the text of a row (ZEILE) of a table."""

REPEALED = "(weggefallen)"
"""What stands for a repealed unit whose number is kept."""

GONE = "weggefallen|aufgehoben|entfallen|entfällt|gestrichen"
"""A pattern for the words by which texts say that."""

_ONLY_GONE = re.compile(rf"\s*[\[(]?\s*(?:{GONE})\s*[\])]?\.?\s*")


class Origin(NamedTuple):
    """What made a provision: `act` 0 is the base text, 1, 2, … the acts applied to it; `serial` counts within it.

    Unique in a document, and kept when a provision is renumbered, moved or reworded, so that history can follow it.
    """

    act: int
    serial: int


@dataclass(frozen=True, slots=True)
class Provision:
    """Einheit: one piece of the text. `label` is as printed („§ 3“, „(2)“, „1.“), "" if nothing is printed."""

    level: Level
    label: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Provision, ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def number(self) -> str:
        """The bare number of the label: "3" for „§ 3“, "2a" for „(2a)“."""
        return number_of(self.label)

    def holding(self, children: tuple[Provision, ...]) -> Provision:
        """This provision with other units inside it."""
        return Provision(self.level, self.label, self.heading, self.text, children, self.origin)

    def with_origins(self, origins: Iterator[Origin]) -> Provision:
        """This provision with the next of the origins, and all inside it with those after, in the order of the text."""
        origin = next(origins)
        children = tuple([child.with_origins(origins) for child in self.children]) if self.children else ()
        return Provision(self.level, self.label, self.heading, self.text, children, origin)

    def at(self, path: Path) -> Provision:
        """The provision at the end of the path."""
        found = self
        for index in path:
            found = found.children[index]
        return found

    def replace_at(self, path: Path, *new: Provision, count: int = 1) -> Provision:
        """The tree with `count` provisions from `path` on replaced by none, one or several others.

        With a count of 0 they are put before what is at `path`, or at the end, if its last index is the length.
        """
        if not path:
            (only,) = new
            return only
        index, *rest = path
        if rest:
            new, count = (self.children[index].replace_at(tuple(rest), *new, count=count),), 1
        return self.holding(self.children[:index] + new + self.children[index + count :])

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Provision]]:
        """This provision and all inside it, in the order of the text, each with its path."""
        waiting = [(path, self)]
        while waiting:
            path, unit = waiting.pop()
            yield path, unit
            if unit.children:
                inside = [((*path, index), child) for index, child in enumerate(unit.children)]
                waiting += inside[::-1]

    def units(self) -> Iterator[Provision]:
        """This provision and all inside it, in the order of the text."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += unit.children[::-1]

    def words(self) -> str:
        """All words of the provision in the order of the text, without labels: for search and for people."""
        return " ".join(part for unit in self.units() for part in (unit.heading, unit.text) if part)


def says_gone(words: str) -> bool:
    """Whether the words only stand for something that was repealed."""
    return _ONLY_GONE.fullmatch(words) is not None


def citation_of(document: Provision, path: Path) -> Citation:
    """The full address of the provision at `path`. Unlabelled units are counted among their like."""
    steps: list[Step] = []
    parents = [document]
    for index in path:
        steps.append(Step(parents[-1].children[index].level, _number(parents[-1], index)))
        parents.append(parents[-1].children[index])
    return Citation(tuple(_shorten(parents, steps)))


_SINGLE = (
    Level.PRAEAMBEL,
    Level.EINGANGSFORMEL,
    Level.INHALTSUEBERSICHT,
    Level.TABELLE,
    Level.SCHLUSSFORMEL,
)
"""Levels that need no number where there is but one of them."""


def _number(parent: Provision, index: int) -> str:
    unit = parent.children[index]
    if unit.level is not Level.SATZ and (number := unit.number):
        return number
    like = [child.level is unit.level for child in parent.children]
    return "" if unit.level in _SINGLE and sum(like) == 1 else str(sum(like[: index + 1]))


def _shorten(parents: list[Provision], steps: list[Step]) -> Iterator[Step]:
    """Leave out what need not be cited: groups above a §, a Satz that is alone or only carries a list."""
    levels = [step.level for step in steps]
    for index, step in enumerate(steps):
        below = levels[index + 1 :]
        if step.level in GROUPS and Level.PARAGRAF in below:
            continue
        if step.level is Level.SATZ and below and below[0] in ITEMS:
            beside = parents[index].children
            if sum(unit.level is Level.SATZ and bool(unit.children) for unit in beside) == 1:
                continue
        yield step
