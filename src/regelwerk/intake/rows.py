"""Letters with their places go in; rows of letters come out, from the top of the page to its foot, and their text.

A row is what stands on one height, across all columns. In its text a tab stands for a wide gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..numbers import raised
from .glyphs import Glyph, Stroke


@dataclass(frozen=True, eq=False)
class Row:
    """Letters on one height, from left to right. `size`: the size most of them have."""

    page: int
    y: float
    size: float
    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @cached_property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        return text_of(self.glyphs, self.y, self.size)

    @property
    def plain(self) -> str:
        """Its text with single spaces for wide gaps."""
        return self.text.replace("\t", " ")

    @property
    def bold(self) -> bool:
        return all(glyph.bold for glyph in self.glyphs)


WIDE = 1.3
"""A gap of this many ems is no space between words."""
_SAME = 0.1
"""Gaps that differ by less than this part of an em are the same."""
_SMALL = 0.8
"""Letters smaller than this part of the usual size are raised or lowered ones, or a note."""


def usual_size(glyphs: Iterable[Glyph]) -> float:
    """The size that most letters have, in half points."""
    sizes = Counter(round(glyph.size * 2) / 2 for glyph in glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def read_rows(page: int, glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page. Raised and lowered letters stand in the row that they touch."""
    usual = usual_size(glyph for glyph in glyphs if glyph.text.strip())
    groups: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.size >= _SMALL * usual), key=lambda g: -g.y):
        if groups and groups[-1][0].y - glyph.y < 0.3 * min(glyph.size, groups[-1][0].size):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    notes: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.size < _SMALL * usual), key=lambda g: (-g.y, g.x0)):
        touched = next((group for group in groups if _touches(glyph, group)), None)
        if touched is not None:
            touched.append(glyph)
        elif notes and abs(notes[-1][0].y - glyph.y) < 0.4 * glyph.size:
            notes[-1].append(glyph)
        else:
            notes.append([glyph])
    filled = [group for group in groups + notes if any(glyph.text.strip() for glyph in group)]
    return sorted((_row(page, group) for group in filled), key=lambda row: -row.y)


def _touches(glyph: Glyph, group: Sequence[Glyph]) -> bool:
    return any(
        -0.35 < (glyph.y - other.y) / other.size < 0.75
        and glyph.size < _SMALL * other.size
        and glyph.x0 - other.x1 < 0.4 * other.size
        and other.x0 - glyph.x1 < 0.4 * other.size
        for other in group
    )


def _row(page: int, glyphs: list[Glyph]) -> Row:
    letters = tuple(_letters(sorted(glyphs, key=lambda glyph: glyph.x0)))
    size = usual_size(letters)
    main = next((glyph for glyph in letters if glyph.size >= _SMALL * size), letters[0])
    return Row(page, main.y, size, letters)


def _letters(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The letters, without spaces and what is drawn a second time at nearly the same place, which looks bold."""
    kept: list[Glyph] = []
    space = False
    for glyph in glyphs:
        if not glyph.text.strip():
            space = True
        elif not any(g.text == glyph.text and abs(g.x0 - glyph.x0) < 0.08 * glyph.size for g in kept[-3:]):
            kept.append(glyph)
            yield replace(glyph, after_space=True) if space and not glyph.after_space else glyph
            space = False


def text_of(glyphs: Sequence[Glyph], y: float, size: float) -> str:
    """The text of letters from left to right; raised digits as such, a tab for a wide gap."""
    parts: list[str] = []
    before: Glyph | None = None
    wide = _wide(glyphs, size)
    for glyph in glyphs:
        if before is not None:
            parts.append("\t" if glyph.x0 - before.x1 > wide else _between(before, glyph, size))
        is_raised = glyph.size < _SMALL * size and glyph.y > y + 0.15 * size
        parts.append(raised(glyph.text) if is_raised else glyph.text)
        before = glyph
    return re.sub(r" *\t *", "\t", "".join(parts)).strip()


def _between(before: Glyph, glyph: Glyph, size: float) -> str:
    """What stands between two letters of a word or of two: nothing or a space."""
    return " " if glyph.after_space or glyph.x0 - before.x1 > max(0.5 * before.space, 0.1 * size) else ""


def _wide(glyphs: Sequence[Glyph], size: float) -> float:
    """How wide a gap is that sets apart what follows: wider than those of a line that was stretched to the margin.

    There all gaps are the same, whatever the length of the words; but for the first one, which may follow a label.
    """
    starts = [i for i, (before, glyph) in enumerate(pairwise(glyphs), 1) if _between(before, glyph, size)]
    gaps = [glyphs[i].x0 - glyphs[i - 1].x1 for i in starts[1:]]
    lengths = {end - start for start, end in pairwise(starts)}
    stretched = len(gaps) > 1 and len(lengths) > 1 and max(gaps) - min(gaps) < _SAME * size
    return max(WIDE, max(gaps) / size + _SAME) * size if stretched else WIDE * size


def words(row: Row) -> list[tuple[float, float]]:
    """Where each word of the row begins and ends."""
    found: list[tuple[float, float]] = []
    for before, glyph in zip((None, *row.glyphs), row.glyphs, strict=False):
        if before is None or _between(before, glyph, row.size):
            found.append((glyph.x0, glyph.x1))
        else:
            found[-1] = (found[-1][0], max(found[-1][1], glyph.x1))
    return found


def cells(row: Row) -> list[float]:
    """Where each part of the row begins that a wide gap sets apart."""
    pairs = zip((None, *row.glyphs), row.glyphs, strict=False)
    wide = _wide(row.glyphs, row.size)
    return [glyph.x0 for before, glyph in pairs if before is None or glyph.x0 - before.x1 > wide]


def split(row: Row, x: float) -> tuple[Row | None, Row | None]:
    """What of the row stands left and right of `x`, None where nothing stands."""
    left = [glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 < x]
    right = [glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 >= x]
    return (_row(row.page, left) if left else None), (_row(row.page, right) if right else None)


def struck(row: Row, strokes: Iterable[Stroke]) -> str:
    """The words of the row that a line goes through, "" if there are none."""
    lines = [stroke for stroke in strokes if 0.12 * row.size < stroke.y - row.y < 0.45 * row.size]
    hit = [g for g in row.glyphs if any(s.x0 - 1 <= (g.x0 + g.x1) / 2 <= s.x1 + 1 for s in lines)]
    return text_of(hit, row.y, row.size).replace("\t", " ") if hit else ""
