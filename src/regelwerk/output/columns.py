"""A comparison in, old and new text side by side out: for terminals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from .blocks import Block, new_side, old_side
from .inline import is_heading, paragraph
from .terminal import Printable
from .terms import Noted
from .wrapping import Styled, columns

BETWEEN = " │ "
EMPTY: list[Styled] = []


def side_by_side(blocks: Iterable[Noted], width: int) -> Iterator[Printable]:
    """Each block twice: on the left as the old text has it, on the right as the new one. The note is on the right."""
    column = (width - len(BETWEEN)) // 2
    for block, note in blocks:
        if is_heading(block):
            yield "\n"
        left, right = _column(old_side(block), "", column), _column(new_side(block), note, column)
        for before, after in zip_longest(left, right, fillvalue=EMPTY):
            yield from before
            yield " " * (column - columns(before))
            yield BETWEEN if after else BETWEEN.rstrip(), "bar"
            yield from after
            yield "\n"


def _column(block: Block, note: str, width: int) -> list[list[Styled]]:
    return list(paragraph(block, note, width)) if block.pieces else []
