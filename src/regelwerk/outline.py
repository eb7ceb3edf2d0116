"""The lines of a text go in; its sections come out: each heading with the lines below it.

A line is a heading if it has the shape of one and stands where one can stand: a citation at the start of a wrapped
line does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .assembly import ROW, UNFINISHED
from .citation import GROUPS, Level
from .headings import Heading, cites_on, is_title, paragraph_number, read_heading
from .labels import read_label
from .lines import Line, join


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it, up to the next. What stands before the first has no heading."""

    heading: Heading | None
    lines: tuple[Line, ...]


_OPENING_ABSATZ = re.compile(r"(?:^|\s)\(\s?1\s?\)\s")
_LEANS_ON = re.compile(r"(?:[,/–-]|\b[a-zäöüß]{1,6})$")


def read_sections(lines: Sequence[Line], width: int | None) -> list[Section]:
    """The sections of a text, in order."""
    return _Outliner(lines, width).sections()


class _Outliner:
    def __init__(self, lines: Sequence[Line], width: int | None) -> None:
        self.lines = lines
        self.width = width
        self.shapes = [read_heading(line.text) for line in lines]
        self.last: tuple[float, ...] = ()
        self.next_number = 1
        self.has_paragraphs = any(shape and shape.level is Level.PARAGRAF for shape in self.shapes)

    def sections(self) -> list[Section]:
        found: list[Section] = []
        heading: Heading | None = None
        start = index = 0
        while index < len(self.lines):
            following = self._heading(index, after_heading=index == start and heading is not None)
            if following is None:
                index += 1
                continue
            if heading or index > start:
                found.append(Section(heading, tuple(self.lines[start:index])))
            heading, start = self._with_title(index, following)
            index = start
            if heading.level is Level.INHALTSUEBERSICHT:
                index = self._end_of_contents(start)
                found.append(Section(heading, tuple(self.lines[start:index])))
                heading, start = None, index
        if heading or index > start:
            found.append(Section(heading, tuple(self.lines[start:index])))
        return found

    def _heading(self, index: int, after_heading: bool) -> Heading | None:
        """The heading at this line, None if it is text."""
        line, shape = self.lines[index], self.shapes[index]
        if shape is None:
            shape = read_heading(line.text, self.next_number)
        if shape is None:
            if index and line.depth and is_title(line.text) and not read_label(line.text):
                return Heading(Level.GLIEDERUNG, "", line.text)
            return None
        apart = bool(line.depth) or after_heading or self._stands_apart(index)
        match shape.level:
            case Level.PARAGRAF:
                return shape if self._is_paragraph(index, shape, apart) else None
            case Level.GLIEDERUNG if len(shape.label) < 7:
                return shape if apart and (line.depth or self._is_marked_group(index, shape)) else None
            case Level.PRAEAMBEL | Level.INHALTSUEBERSICHT:
                return shape if apart else None
            case _:
                return shape if apart and (not shape.title or is_title(shape.title)) else None

    def _stands_apart(self, index: int) -> bool:
        """Whether a line is not the rest of a wrapped one."""
        line = self.lines[index]
        if index == 0 or line.after_blank or self.width is None:
            return True
        return not UNFINISHED.search(self.lines[index - 1].text)

    def _is_paragraph(self, index: int, shape: Heading, apart: bool) -> bool:
        misread = not shape.label.startswith(("§", "A"))
        number = (float(paragraph_number(shape.label)),) if misread else _order(shape.label)
        title = shape.title
        if cites_on(title) or not apart:
            return False
        if title and not (is_title(title) or _OPENING_ABSATZ.search(title)):
            return False
        if not self.lines[index].depth and number <= self.last and number[0] != 1:
            return False
        self.last = number
        self.next_number = paragraph_number(shape.label) + 1
        return True

    def _is_marked_group(self, index: int, shape: Heading) -> bool:
        """Whether „I. …“ or „A. …“ is a heading: a § or another group comes right after it, or the text has no §§."""
        for shape_below in self.shapes[index + 1 : index + 3]:
            if shape_below and shape_below.level in (Level.PARAGRAF, *GROUPS):
                return True
        return not self.has_paragraphs and is_title(shape.title) and len(shape.title) < 100

    def _with_title(self, index: int, heading: Heading) -> tuple[Heading, int]:
        """The heading with the rest of its title from the next lines, and where the lines below it begin."""
        title, index = heading.title, index + 1
        if heading.level in (Level.PRAEAMBEL, Level.INHALTSUEBERSICHT):
            return heading, index
        if not title and index < len(self.lines) and self._is_title_line(index):
            title, index = self.lines[index].text, index + 1
        while title and index < len(self.lines) and self._is_title_rest(index, title):
            title, index = join(title, self.lines[index].text), index + 1
        return Heading(heading.level, heading.label, title), index

    def _is_title_line(self, index: int) -> bool:
        """Whether the line below „§ 3“ is its title."""
        line = self.lines[index]
        if self.shapes[index] or read_label(line.text) or ROW.search(line.text) or not is_title(line.text):
            return False
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if below is None or self.shapes[index + 1] or read_label(below.text) or below.after_blank:
            return len(line.text) < 150 and not re.search(r"[.:]$", line.text)
        return self.width is None and len(line.text) < 100 and not re.search(r"[.:]$", line.text)

    def _is_title_rest(self, index: int, title: str) -> bool:
        """Whether a title goes on in this line."""
        line = self.lines[index]
        if line.after_blank or self.width is None or self.shapes[index] or read_label(line.text):
            return False
        short = len(line.text) < self.width * 0.7 and not re.search(r"[.:;,]$", line.text)
        return short and (line.text[0].islower() or _LEANS_ON.search(title) is not None)

    def _end_of_contents(self, start: int) -> int:
        """Where a table of contents ends: where its first entry, or a § in it, comes again, or no entry stands."""
        seen = set()
        for index in range(start, len(self.lines)):
            shape = self.shapes[index]
            key = (shape.level, "".join(shape.label.split())) if shape else None
            if index > start and key and key in seen:
                return self._before_groups(index, start, seen)
            if self._ends_contents(index, start):
                return index
            if key and (index == start or key[0] is Level.PARAGRAF):
                seen.add(key)
        return len(self.lines)

    def _ends_contents(self, index: int, start: int) -> bool:
        """Whether a line is no entry: a Markdown heading, a sentence, or a paragraph without label or page number."""
        line = self.lines[index]
        if line.depth:
            return True
        if self.shapes[index]:
            return False
        sentence = line.text.startswith("(1)") or re.search(r"[a-zäöü)]{2}[.:]$", line.text)
        return bool(sentence) or (index > start and line.after_blank and not re.search(r"[0-9]$", line.text))

    def _before_groups(self, index: int, start: int, seen: set[tuple[Level, str]]) -> int:
        """The first of the group headings that stand directly above the line and are no part of the contents."""
        while index > start + 1 and (shape := self.shapes[index - 1]) and shape.level is not Level.PARAGRAF:
            index -= 1
        return index


def _order(label: str) -> tuple[float, ...]:
    """Where a § stands among others: „§ 3a“ after „§ 3“, „§ 4.1“ after „§ 4“."""
    found = re.search(r"([0-9]+(?:\.[0-9]+)*)\s?([a-z]?)", label)
    if not found:
        return (float("inf"),)
    letter = (ord(found[2]) - ord("a") + 1) / 100 if found[2] else 0
    numbers = [float(part) for part in found[1].split(".")]
    return (*numbers[:-1], numbers[-1] + letter)
