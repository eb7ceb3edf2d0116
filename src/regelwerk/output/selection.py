"""Blocks in, those out that people want to see: only what changed, with the headings it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..comparison.wordmarks import Mark
from .blocks import Block
from .terms import Noted


def only_changed(blocks: Iterable[Noted]) -> Iterator[Noted]:
    """The blocks in which something changed, each below the headings and labels that it stands under."""
    waiting: list[Noted] = []
    for block, note in blocks:
        waiting = [found for found in waiting if _is_around(found[0], block)]
        if block.mark is Mark.SAME:
            waiting.append((block, note))
        else:
            yield from waiting
            yield block, note
            waiting = []


def _is_around(outer: Block, inner: Block) -> bool:
    """Whether the one block stands over the other in the text that has both."""
    row = outer.first
    side = row.new if inner.first.in_new else row.old
    path = inner.first.side.path
    return side is not None and bool(side.path) and len(side.path) < len(path) and path[: len(side.path)] == side.path
