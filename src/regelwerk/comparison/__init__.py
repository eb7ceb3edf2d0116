"""Two versions of a text in, their comparison out: rows of units side by side, the words marked inside.

A row is a unit of either text or of both. Read in order, what stood in the old text gives the old text again, what
stands in the new one the new text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from ..citation import Citation, Level
from ..provision import Path, Provision, citation_of
from .alignment import pairs_of, stayed, without_origins
from .wordmarks import Mark, Pieces, marked, marked_cells, moved_away, moved_here, replaced

_NOTHING = Provision(Level.SATZ)


class Change(Enum):
    """What became of a unit. The value is the word in JSON."""

    SAME = "same"
    CHANGED = "changed"
    """Other words or another number, in the same place among what stayed."""
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_AWAY = "moved-away"
    """The row where the unit stood; `new` says where it is now."""
    MOVED_HERE = "moved-here"
    """The row where the unit stands now; `old` says where it was."""


@dataclass(frozen=True, slots=True)
class Side:
    """A unit of one of the texts: looked up once, since every print asks for it again and again."""

    document: Provision
    path: Path
    unit: Provision = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", self.document.at(self.path))

    @property
    def citation(self) -> Citation:
        """Its address as people cite it: the only sentence of a unit by that unit."""
        around = self.path[:-1]
        alone = around and self.unit.level is Level.SATZ and len(self.document.at(around).children) == 1
        return citation_of(self.document, around if alone else self.path)


@dataclass(frozen=True, slots=True)
class Row:
    """A unit as it was and is, without what is inside it. `old` is None where it is new, `new` where it is gone."""

    change: Change
    old: Side | None
    new: Side | None
    label: Pieces
    heading: Pieces
    text: Pieces

    @property
    def in_old(self) -> bool:
        """Whether the old text has this unit here."""
        return self.change not in (Change.INSERTED, Change.MOVED_HERE)

    @property
    def in_new(self) -> bool:
        """Whether the new text has this unit here."""
        return self.change not in (Change.DELETED, Change.MOVED_AWAY)

    @property
    def side(self) -> Side:
        """The unit as it is in the text to which the row belongs: in the new one, if it is there."""
        found = self.new if self.in_new else self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts and the rows in which they stand side by side."""

    old: Provision
    new: Provision
    rows: tuple[Row, ...]


def compare(old: Provision, new: Provision) -> Comparison:
    """Compare two versions of one history: what has the same origin is the same unit."""
    if old == new:
        rows = (_row(True, True, Side(old, path), Side(new, path)) for path, _unit in new.walk())
        return Comparison(old, new, tuple(rows))
    before, after = dict(old.walk()), dict(new.walk())
    pairs = pairs_of(old, new)
    fixed = stayed(pairs, before, after)
    back = {now: was for was, now in pairs.items()}

    def side(document: Provision, path: Path | None) -> Side | None:
        return None if path is None else Side(document, path)

    def row(was: Path | None, now: Path | None) -> Row:
        other_was = back.get(now) if was is None and now is not None else was
        other_now = pairs.get(was) if now is None and was is not None else now
        return _row(was is not None, now is not None, side(old, other_was), side(new, other_now))

    return Comparison(old, new, tuple(row(was, now) for was, now in _merged(list(before), list(after), fixed)))


def compare_texts(old: Provision, new: Provision) -> Comparison:
    """Compare two texts that know nothing of each other: by their numbers and words alone."""
    return compare(without_origins(old), without_origins(new))


def _merged(
    before: list[Path], after: list[Path], fixed: dict[Path, Path]
) -> Iterator[tuple[Path | None, Path | None]]:
    """The paths of both texts as one text: together what stayed, the rest where it stands in its own text.

    Between two units that stayed, what is inside the smaller unit comes first, and what went before what came.
    """
    order = {path: index for index, path in enumerate(fixed)}
    arrived = {now: order[was] for was, now in fixed.items()}
    i = j = 0
    while i < len(before) or j < len(after):
        was = before[i] if i < len(before) and before[i] not in order else None
        now = after[j] if j < len(after) and after[j] not in arrived else None
        if was is None and now is None:
            yield before[i], after[j]
            i, j = i + 1, j + 1
        elif now is None or (was is not None and _around(was, order) >= _around(now, arrived)):
            yield was, None
            i += 1
        else:
            yield None, now
            j += 1


def _around(path: Path, order: dict[Path, int]) -> int:
    """The place in the text of the smallest unit around this one that stayed."""
    return next((order[path[:depth]] for depth in range(len(path) - 1, -1, -1) if path[:depth] in order), -1)


def _row(in_old: bool, in_new: bool, old: Side | None, new: Side | None) -> Row:
    """The row of a unit that stands here in the texts said."""
    was, now = old.unit if old else _NOTHING, new.unit if new else _NOTHING
    mark = marked_cells if was.level is now.level is Level.ZEILE else marked
    pieces = replaced(was.label, now.label), marked(was.heading, now.heading), mark(was.text, now.text)
    if in_old and in_new:
        same = all(piece.mark is Mark.SAME for part in pieces for piece in part)
        return Row(Change.SAME if same else Change.CHANGED, old, new, *pieces)
    if in_old:
        return Row(Change.MOVED_AWAY if new else Change.DELETED, old, new, *map(moved_away, pieces))
    return Row(Change.MOVED_HERE if old else Change.INSERTED, old, new, *map(moved_here, pieces))
