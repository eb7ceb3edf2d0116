"""The rows of a page go in; its lines come out in the order in which people read them, column after column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .rows import Row, split, words

Place = tuple[int, int, int]
"""A column of a page: the number of the page, that of the column, and how many columns stand side by side."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of one column. `column`: its number from 0, and how many there are side by side."""

    row: Row
    column: tuple[int, int] = (0, 1)

    @property
    def place(self) -> Place:
        """The column of the page in which it stands."""
        return (self.row.page, *self.column)


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
    spans = [words(row) for row in rows]
    free: dict[float, int] = {}
    for part in range(120, 281):
        place = left + (right - left) * part / 400
        apart = [span for span in spans if not _covers(span, place)]
        if len(apart) > 0.7 * len(rows) and _has_sides(apart, place, 0.25 * (right - left)):
            free[place] = len(apart)
    best = [place for place, clear in free.items() if clear == max(free.values())]
    return best[len(best) // 2] if best else None


def _covers(span: Sequence[tuple[float, float]], x: float) -> bool:
    """Whether words run across `x` or come too near to it."""
    return any(end > x - _GUTTER and start < x + _GUTTER for start, end in span)


def _has_sides(spans: Sequence[Sequence[tuple[float, float]]], x: float, long: float) -> bool:
    """Whether there are enough lines longer than `long` on both sides of `x`."""
    lefts = sum(max((end for _start, end in span if end < x), default=0.0) - span[0][0] > long for span in spans)
    rights = sum(span[-1][1] - min((start for start, _end in span if start > x), default=x) > long for span in spans)
    return min(lefts, rights) >= _FEWEST


def _in_columns(rows: Sequence[Row], gutter: float) -> Iterator[Line]:
    """The lines between two rows that run across both columns: first all on the left, then all on the right."""
    lefts: list[Line] = []
    rights: list[Line] = []
    for row in rows:
        if _covers(words(row), gutter):
            yield from lefts + rights
            lefts, rights = [], []
            yield Line(row)
            continue
        left, right = split(row, gutter)
        lefts += [Line(left, (0, 2))] if left else []
        rights += [Line(right, (1, 2))] if right else []
    yield from lefts + rights
