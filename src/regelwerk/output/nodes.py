"""Blocks in, a tree of what is printed out: list items inside each other, rows of a table together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..citation import ITEMS
from .blocks import Block, Form
from .terms import Noted


@dataclass(frozen=True, slots=True)
class Leaf:
    """A heading or a paragraph. `indent`: by how many labels further in than what is around it, here and below."""

    block: Block
    note: str
    indent: int


@dataclass(frozen=True, slots=True)
class Item:
    """A list item and what stands below it."""

    block: Block
    note: str
    inner: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Item, ...]
    indent: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table."""

    rows: tuple[Noted, ...]
    indent: int


Node = Leaf | Listing | Table


def nodes_of(blocks: Sequence[Noted], base: int = 0) -> tuple[Node, ...]:
    """The blocks as a tree. `base`: how many labels are around them already."""
    found: list[Node] = []
    start = 0
    while start < len(blocks):
        block, note = blocks[start]
        end, indent = start + 1, max(0, block.depth - base)
        if block.form is Form.TABLE_ROW:
            while end < len(blocks) and blocks[end][0].form is Form.TABLE_ROW:
                end += 1
            found.append(Table(tuple(blocks[start:end]), indent))
        elif _is_item(block):
            while end < len(blocks) and _goes_on(block, blocks[end][0]):
                end += 1
            found.append(Listing(_items(blocks[start:end]), indent))
        else:
            found.append(Leaf(block, note, indent))
        start = end
    return tuple(found)


def _is_item(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and bool(block.label) and block.first.side.unit.level in ITEMS


def _goes_on(item: Block, block: Block) -> bool:
    """Whether the list of this item goes on: with another item, or with what stands below one."""
    return block.depth > item.depth or (block.depth == item.depth and _is_item(block))


def _items(blocks: Sequence[Noted]) -> tuple[Item, ...]:
    depth = blocks[0][0].depth
    starts = [n for n, (block, _) in enumerate(blocks) if block.depth == depth]
    ends = pairwise([*starts, len(blocks)])
    return tuple(Item(*blocks[start], nodes_of(blocks[start + 1 : end], depth + 1)) for start, end in ends)
