"""The lines of a document go in; the measures of its page come out: margins, usual size and usual distance of lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..structure.headings import read_heading
from ..structure.labels import read_label
from .columns import Line, Place


@dataclass(frozen=True, slots=True)
class Measures:
    """Margins of each column of each page, the size of most lines, and the distance of their baselines in ems.

    `spaced`: more than that distance is above each unit, so that a line without it goes on with the one above.
    """

    margins: dict[Place, tuple[float, float]]
    size: float
    leading: float
    spaced: bool = False

    def is_apart(self, above: Line, line: Line) -> bool:
        """Whether two lines stand in one column, with more than the usual distance between them."""
        gap = (above.row.y - line.row.y) / max(line.row.size, above.row.size)
        return above.place == line.place and gap > self.leading * 1.2 + 0.1

    def left(self, line: Line) -> float:
        """How far the line begins from the left margin."""
        return line.row.x0 - self.margins[line.place][0]

    def rest(self, line: Line) -> float:
        """How much room is left at the end of the line."""
        return self.margins[line.place][1] - line.row.x1

    def is_centred(self, line: Line) -> bool:
        """Whether the line keeps the same distance from both margins. A list item does so by chance."""
        if read_label(line.row.plain) and not read_heading(line.row.plain):
            return False
        left, rest, em = self.left(line), self.rest(line), line.row.size
        return min(left, rest) > 1.5 * em and abs(left - rest) < 2 * em

    def is_heading(self, line: Line) -> bool:
        """Whether the line is set as headings are: bold, larger than the text, or centred."""
        return self.is_emphasised(line) or self.is_centred(line)

    def is_title(self, line: Line) -> bool:
        """Whether the line is set as the rest of a title is. Lines of text set in and ragged are nearly centred too."""
        free = self.left(line) + self.rest(line)
        narrow = free > 0.3 * (free + line.row.x1 - line.row.x0)
        return self.is_emphasised(line) or (narrow and self.is_centred(line))

    def is_emphasised(self, line: Line) -> bool:
        """Whether the line is bold or larger than the text."""
        return line.row.bold or line.row.size > self.size + 0.6


def measure(lines: Sequence[Line]) -> Measures:
    """The measures of these lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.row.size] += len(line.row.glyphs)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    measures = Measures(_margins(lines), size, 0.0)
    measures = replace(measures, leading=_leading(lines, measures))
    return replace(measures, spaced=_is_spaced(lines, measures))


_FEWEST = 5
_FULL = 5
"""A line reaches the margin if less than so many ems are left at its end."""


def _is_spaced(lines: Sequence[Line], measures: Measures) -> bool:
    """Whether all but a few of the labels that surely begin a unit have more than the usual distance above them."""
    apart = [
        measures.is_apart(above, line)
        for above, line in pairwise(lines)
        if above.place == line.place
        and measures.rest(above) > 0.3 * (measures.rest(above) + above.row.x1 - above.row.x0)
        and read_label(line.row.plain)
    ]
    return len(apart) >= _FEWEST and sum(apart) >= 0.95 * len(apart)


def _margins(lines: Sequence[Line]) -> dict[Place, tuple[float, float]]:
    """Left and right margin of each column. Columns of one kind are equally wide on all pages."""
    blocks: dict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        blocks[line.place].append(line)
    lefts = {key: min(line.row.x0 for line in found) for key, found in blocks.items()}
    reach: dict[tuple[int, ...], list[float]] = defaultdict(list)
    for key, found in blocks.items():
        reach[key[1:]] += [line.row.x1 - lefts[key] for line in found]
    widths = {kind: sorted(ends)[int(len(ends) * 0.97)] for kind, ends in reach.items()}
    return {key: (left, left + widths[key[1:]]) for key, left in lefts.items()}


def _leading(lines: Sequence[Line], measures: Measures) -> float:
    """The smallest distance of baselines, in ems, that a tenth of the lines have below one that reaches the margin.

    In an act of short paragraphs hardly another line goes on with the one above. Where none does, all lines count.
    """
    near = [
        (above, below) for above, below in pairwise(lines) if above.place == below.place and above.row.y > below.row.y
    ]
    full = [(above, below) for above, below in near if measures.rest(above) < _FULL * above.row.size]
    for pairs in (full, near):
        gaps = Counter(round((above.row.y - below.row.y) / below.row.size, 1) for above, below in pairs)
        often = [gap for gap, times in gaps.items() if times * 10 >= gaps.total() and gap > 0.8]
        if often:
            return min(often)
    return 1.2
