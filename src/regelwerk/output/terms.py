"""The German words that printed comparisons and consolidated texts use about themselves.

They belong to the document, as „§“ and „Absatz“ do: it reads the same whatever language the program speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..citation import Citation
from ..comparison import Change, Row
from ..comparison.changes import Kind
from ..comparison.wordmarks import Mark
from ..provision import Path
from .blocks import Block

KINDS = {
    Kind.CHANGED: "geändert",
    Kind.REPLACED: "neu gefasst",
    Kind.INSERTED: "eingefügt",
    Kind.REPEALED: "aufgehoben",
    Kind.MOVED: "verschoben",
    Kind.RENUMBERED: "neu nummeriert",
    Kind.FORMED: "neu abgeteilt",
    Kind.DISSOLVED: "zusammengefasst",
}

UNCHANGED = "unverändert"
GONE = "entfällt"

Noted = tuple[Block, str]


def noted(blocks: Iterable[Block]) -> Iterator[Noted]:
    """Each block with what is to be said about its place: „bisher Absatz 2“, „verschoben nach § 5“; "" if nothing."""
    moved: set[tuple[Mark, Path]] = set()
    for block in blocks:
        yield block, _note(block, moved)


def _note(block: Block, moved: set[tuple[Mark, Path]]) -> str:
    row = block.first
    if row.change in (Change.MOVED_AWAY, Change.MOVED_HERE):
        key = (block.edge, row.side.path)
        moved.update((block.edge, part.side.path) for part in block.rows)
        inside = any((block.edge, key[1][:depth]) in moved for depth in range(1, len(key[1])))
        return "" if inside or not (row.old and row.new) else _moved(row)
    if _renumbered(block):
        return _former(row, row)
    first = next((part for part in block.rows if part.text or part.heading), row)
    if block.edge is Mark.NEW and block.label and first.old and first.in_old:
        return _former(first, row)
    return ""


def _renumbered(block: Block) -> bool:
    return {Mark.OLD, Mark.NEW} <= {piece.mark for piece in block.label} and bool(block.first.old and block.first.new)


def _moved(row: Row) -> str:
    assert row.old and row.new
    if row.change is Change.MOVED_AWAY:
        return f"verschoben nach {row.new.citation}"
    return f"verschoben, bisher {row.old.citation}"


def _former(row: Row, now: Row) -> str:
    if not row.old or not now.new:
        return ""
    return f"bisher {relative(row.old.citation, now.new.citation)}"


def relative(citation: Citation, here: Citation) -> Citation:
    """The citation as it is cited from another place: without what both begin with, but at least the unit itself."""
    common = 0
    steps = citation.steps
    while common < min(len(steps) - 1, len(here.steps) - 1) and steps[common] == here.steps[common]:
        common += 1
    return Citation(steps[common:])
