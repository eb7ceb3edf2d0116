"""The rows of a page go in; its lines come out in the order in which people read them, column after column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .rows import Row, split


@dataclass(frozen=True, slots=True)
class Line:
    """A row of one column. `column`: its number from 0, and how many there are side by side."""

    row: Row
    column: tuple[int, int] = (0, 1)


_FEWEST = 8
"""Columns have at least so many lines: anything shorter is a table or a pair of signatures."""
_GUTTER = 2.5
"""Half the width in points of the narrowest space between two columns."""


def read_lines(rows: Sequence[Row]) -> list[Line]:
    """The lines of a page."""
    gutter = _gutter(rows)
    return [Line(row) for row in rows] if gutter is None else list(_in_columns(rows, gutter))


def _gutter(rows: Sequence[Row]) -> float | None:
    """The middle of the space between two columns, None if the page has one column."""
    if len(rows) < _FEWEST:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    places = [left + (right - left) * part / 400 for part in range(120, 281)]
    free = {place: sum(not crosses(row, place) for row in rows) for place in places if _divides(rows, place)}
    best = [place for place, rows_apart in free.items() if rows_apart == max(free.values())]
    return best[len(best) // 2] if best else None


def _divides(rows: Sequence[Row], x: float) -> bool:
    """Whether most rows keep clear of `x`, and there are lines of some length on both sides."""
    apart = [row for row in rows if not crosses(row, x)]
    sides = [split(row, x) for row in apart]
    long = 0.25 * (max(row.x1 for row in rows) - min(row.x0 for row in rows))
    lefts = [side for side, _other in sides if side and side.x1 - side.x0 > long]
    rights = [side for _other, side in sides if side and side.x1 - side.x0 > long]
    return len(apart) > 0.7 * len(rows) and min(len(lefts), len(rights)) >= _FEWEST


def crosses(row: Row, x: float) -> bool:
    """Whether the row runs across `x`."""
    return any(glyph.x1 > x - _GUTTER and glyph.x0 < x + _GUTTER for glyph in row.glyphs)


def _in_columns(rows: Sequence[Row], gutter: float) -> Iterator[Line]:
    """The lines between two rows that run across both columns: first all on the left, then all on the right."""
    lefts: list[Line] = []
    rights: list[Line] = []
    for row in rows:
        if crosses(row, gutter):
            yield from lefts + rights
            lefts, rights = [], []
            yield Line(row)
            continue
        left, right = split(row, gutter)
        lefts += [Line(left, (0, 2))] if left else []
        rights += [Line(right, (1, 2))] if right else []
    yield from lefts + rights
