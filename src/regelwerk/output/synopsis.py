"""Blocks in, the rows of a synopsis out: a table for each §, a row for each Absatz, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..citation import Citation
from ..comparison.wordmarks import Mark, Pieces
from ..provision import Path
from .blocks import Block, Form, new_side, old_side
from .terms import GONE, UNCHANGED, Noted

HEADS = (Form.TITLE, Form.GROUP, Form.SECTION)
HEADINGS = (*HEADS, Form.SUBHEADING)

Cell = tuple[Noted, ...]

Unit = tuple[bool, Path]
"""A unit: whether it is one of the new text, and the way to it there."""
Reasons = Mapping[Unit, str]
"""Why something changes, by the units in which it does."""


@dataclass(frozen=True, slots=True)
class SynopsisRow:
    """What stands side by side. `remark` takes the place of new words that are the old ones, or none.

    `reason`: what is said for the changes in this row, and in those below it in the same unit.
    """

    old: Cell
    new: Cell
    remark: str
    blocks: Cell
    reason: str = ""

    @property
    def label(self) -> Pieces:
        """The label before the remark: „(1) unverändert“."""
        return self.blocks[0][0].label if self.remark == UNCHANGED else ()

    @property
    def same_heading(self) -> bool:
        """Whether there is but a heading in the row, the same in both texts."""
        block = self.blocks[0][0]
        return block.form in HEADS and block.mark is Mark.SAME

    def is_in(self, unit: Unit) -> bool:
        """Whether the row holds the unit, or something inside it."""
        in_new, path = unit
        sides = (row.new if in_new else row.old for block, _ in self.blocks for row in block.rows)
        return any(side is not None and side.path[: len(path)] == path for side in sides)


@dataclass(frozen=True, slots=True)
class SynopsisTable:
    """A heading with all rows below it, up to the next heading of its kind."""

    citation: Citation
    rows: tuple[SynopsisRow, ...]

    @property
    def headings(self) -> list[Block]:
        """The headings in the table, for formats that print them above it."""
        return [row.blocks[0][0] for row in self.rows if row.blocks[0][0].form in HEADS]


def tables(blocks: Iterable[Noted], reasons: Reasons) -> Iterator[SynopsisTable]:
    """The tables of a synopsis, one for each §, with the headings of larger units above it.

    A reason stands where the unit for which it is given changes first.
    """
    found = list(_tables(blocks))
    told: dict[int, str] = {}
    rows = [row for table in found for row in table.rows if not row.same_heading]
    for unit, text in reasons.items():
        inside = [row for row in rows if row.is_in(unit)]
        first = next((row for row in inside if row.remark != UNCHANGED), *inside[:1] or (None,))
        if first is not None:
            told[id(first)] = " ".join(filter(None, (told.get(id(first)), text)))
    for table in found:
        yield replace(table, rows=tuple(replace(row, reason=told.get(id(row), "")) for row in table.rows))


def _tables(blocks: Iterable[Noted]) -> Iterator[SynopsisTable]:
    groups: list[list[Noted]] = []
    for found in blocks:
        if not groups or (found[0].form in HEADS and any(block.form not in HEADS for block, _ in groups[-1])):
            groups.append([])
        groups[-1].append(found)
    for group in groups:
        headings = [block for block, _ in group if block.form in HEADS] or [group[0][0]]
        yield SynopsisTable(headings[-1].first.side.citation, tuple(_rows(group)))


def _rows(blocks: list[Noted]) -> Iterator[SynopsisRow]:
    starts = [n for n, (block, _) in enumerate(blocks) if n == 0 or _begins_row(block, blocks[n - 1][0])]
    for start, end in pairwise([*starts, len(blocks)]):
        yield _row(tuple(blocks[start:end]))


def _begins_row(block: Block, before: Block) -> bool:
    """An Absatz, a heading, and what follows a heading: not the rest of a sentence after its list."""
    return block.depth == 0 and (bool(block.label) or block.form in HEADINGS or before.form in HEADINGS)


def _row(blocks: Cell) -> SynopsisRow:
    old = tuple((old_side(block), "") for block, _ in blocks)
    new = tuple((new_side(block), note) for block, note in blocks)
    shown_old, shown_new = (tuple(found for found in side if found[0].pieces) for side in (old, new))
    if all(block.mark is Mark.SAME for block, _ in blocks) and blocks[0][0].form not in HEADINGS:
        return SynopsisRow(shown_old, (), UNCHANGED, blocks)
    return SynopsisRow(shown_old, shown_new, "" if shown_new else GONE, blocks)
