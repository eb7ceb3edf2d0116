"""Blocks and what is to be said of their units in; the blocks with remarks among them, each behind its unit, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..comparison.wordmarks import Mark, Piece
from ..provision import Origin, Path
from .blocks import Block, Form
from .terms import Noted

Remarks = Mapping[Origin, Sequence[str]]
"""What is to be said of units, by their origins."""


def with_remarks(blocks: Iterable[Noted], remarks: Remarks) -> Iterator[Noted]:
    """The blocks, and every remark as a block of its own: after all that is inside its unit, lists for example."""
    if not remarks:
        yield from blocks
        return
    waiting: list[tuple[Path, Block]] = []
    for block, note in blocks:
        path = block.first.side.path
        while waiting and path[: len(waiting[-1][0])] != waiting[-1][0]:
            yield waiting.pop()[1], ""
        yield block, note
        waiting += [(path, _remark(block, text)) for text in reversed(said_of(block, remarks))]
    yield from ((block, "") for _path, block in reversed(waiting))


def said_of(block: Block, remarks: Remarks) -> list[str]:
    """The remarks on the units that a block is made of."""
    if not remarks:
        return []
    origins = (row.side.unit.origin for row in block.rows)
    return [text for origin in origins if origin for text in remarks.get(origin, ())]


def _remark(block: Block, text: str) -> Block:
    depth = block.depth + (block.form is Form.PARAGRAPH and bool(block.label))
    return Block(Form.REMARK, Mark.SAME, depth, (), (Piece(Mark.SAME, text),), block.rows[:1])
