"""The lines of a PDF go in; its paragraphs come out: which lines make up one unit of the text.

A line goes on with the one above if that one is full and nothing sets them apart: distance, size, weight, indentation,
or a label that stands where labels stand. „§ 5“ at the beginning of a line is otherwise a citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..structure.headings import cites_on, is_title, read_heading
from ..structure.labels import Label, comes_after, read_label
from ..structure.surroundings import ends_in_and, ends_in_stop, ends_phrase, leaves_citation_open
from .columns import Line
from .measures import Measures
from .rows import cells, words
from .tables import Grid


@dataclass(slots=True)
class Paragraph:
    """Lines that make up one unit. `doubts`: the lines of which it is not sure whether they begin a unit."""

    lines: list[Line]
    is_row: bool = False
    doubts: list[Line] = field(default_factory=list)


_FINISHED = re.compile(r"[.!?]$")
_CITING = re.compile(r"\b(?:nach|gemäß)$")
_COUNTING = re.compile(r"\b(?:von|des|der|dem|im|in|bis|mit)$")
"""The end of a line that a counted noun or another citation may follow."""
_NEAR = 30
"""The second item of a list begins at most so many lines below the first."""


def read_paragraphs(lines: Sequence[Line], measures: Measures, grid: Grid) -> list[Paragraph]:
    """The paragraphs of a text, in order. Each row of a table in the grid is one of its own."""
    found: list[Paragraph] = []
    labels = [read_label(line.row.plain) for line in lines]
    for index, line in enumerate(lines):
        if line in grid.rows:
            found.append(Paragraph([line], is_row=True))
        elif not found or found[-1].is_row or _Joint(found[-1], line, measures, labels, index).begins():
            found.append(Paragraph([line]))
        else:
            found[-1].lines.append(line)
    return found


class _Joint:
    """The place between a paragraph and the line below it. `labels`: of all lines; that of the line is at `index`."""

    def __init__(
        self, paragraph: Paragraph, line: Line, measures: Measures, labels: Sequence[Label | None], index: int
    ) -> None:
        self.paragraph = paragraph
        self.above = paragraph.lines[-1]
        self.line = line
        self.measures = measures
        self.text = line.row.plain
        self.text_above = self.above.row.plain
        self.heading = read_heading(self.text)
        self.label = labels[index]
        self.labels = labels
        self.index = index

    def begins(self) -> bool:
        """Whether the line begins a paragraph of its own."""
        if self.measures.is_apart(self.above, self.line) or self._style(self.above) != self._style(self.line):
            return True
        if self._is_title_rest():
            return False
        if (self.heading or self.label) and (leaves_citation_open(self.text_above) or _CITING.search(self.text_above)):
            return False
        if not self._is_full():
            return True
        if self.heading or self.label:
            return self._is_outdented() or (not self._is_close() and (self._has_label_gap() or self._is_labelled()))
        return not self._is_aligned()

    def _is_close(self) -> bool:
        """Whether less space is above the line than units have."""
        return self.measures.spaced and self.above.place == self.line.place

    def _style(self, line: Line) -> tuple[bool, float]:
        return line.row.bold, round(line.row.size)

    def _is_title_rest(self) -> bool:
        """Whether the line goes on with a title of several lines."""
        if self.heading or self.label or ends_phrase(self.text_above) or _FINISHED.search(self.text):
            return False
        return self.measures.is_heading(self.above) and self.measures.is_title(self.line)

    def _is_full(self) -> bool:
        """Whether the first word of the line would not fit at the end of the line above."""
        start, end = words(self.line.row)[0]
        return end - start + 0.2 * self.line.row.size > self.measures.rest(self.above) - 1

    def _is_outdented(self) -> bool:
        """Whether a label stands left of the lines of the paragraph, or left of its text."""
        return self.measures.left(self.line) < self._text_start() - 0.5 * self.line.row.size

    def _has_label_gap(self) -> bool:
        """Whether the first word of the line is set apart more than its other words: a label is."""
        found = words(self.line.row)
        gaps = [right[0] - left[1] for left, right in pairwise(found)]
        if self.heading and self.heading.label.startswith("§"):
            gaps = gaps[1:]
        return len(gaps) > 2 and gaps[0] > 1.5 * max(gaps[1:])

    def _text_start(self) -> float:
        """Where the lines of the paragraph go on, as far from the margin."""
        return self.measures.left(self.paragraph.lines[:2][-1])

    def _is_labelled(self) -> bool:
        """Whether the label at the beginning of the line is one, and no citation. Doubts are noted."""
        if _COUNTING.search(self.text_above):
            return False
        if self.heading and len(self.heading.label) > 2:
            title = self.heading.title
            fits = not cites_on(title) and (not title or is_title(title) or title.startswith("(1)"))
            if fits and ends_phrase(self.text_above):
                self.paragraph.doubts.append(self.line)
            return fits and ends_phrase(self.text_above)
        may_follow = ends_in_stop(self.text_above) or ends_in_and(self.text_above)
        return (may_follow and self._is_next()) or self._is_continued()

    def _is_next(self) -> bool:
        """Whether the label begins a list or continues one above."""
        label, above = self.label, self.labels[: self.index]
        return label is not None and (label.starts or any(other and comes_after(label, other) for other in above))

    def _is_continued(self) -> bool:
        """Whether the label is the first of a list whose second stands at the beginning of a line below."""
        first, below = self.label, self.labels[self.index + 1 : self.index + _NEAR]
        return first is not None and first.starts and any(other and comes_after(other, first) for other in below)

    def _is_aligned(self) -> bool:
        """Whether the line begins where the lines of the paragraph go on."""
        left, em = self.measures.left(self.line), self.line.row.size
        first, *more = self.paragraph.lines
        if more:
            return abs(left - self.measures.left(more[-1])) < 0.5 * em
        starts = [self.measures.left(first)]
        if read_label(first.row.plain) or read_heading(first.row.plain):
            margin = first.row.x0 - starts[0]
            starts += [x - margin for x in cells(first.row)[1:2]] + [x - margin for x, _end in words(first.row)[1:3]]
            flush = abs(left - starts[0]) < 0.5 * em and not self._is_close()
            if flush and _FINISHED.search(self.text_above) and self.text[:1].isupper():
                self.paragraph.doubts.append(self.line)
                return False
            return any(abs(left - start) < 0.7 * em for start in starts)
        return -4 * em < left - starts[0] < 0.5 * em
