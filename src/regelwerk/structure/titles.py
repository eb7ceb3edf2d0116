"""Titles on the lines below „§ 3“, „Anlage“ and the like: lines go in, a heading with its title comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import Level
from ..sentences import split_sentences
from .assembly import is_row
from .headings import Heading, is_closed_title, is_repealed, is_title
from .labels import Label
from .lines import Line, join
from .surroundings import ends_in_and, leans_on

_LEANS_ON = re.compile(r"(?:[,/–-]|\s[a-zäöüß]+)$")
"""The end of a title whose noun is still to come."""
_LONGEST_STOPPED = 80


@dataclass(frozen=True, slots=True)
class TitlesBelow:
    """The lines of a text with their shapes and labels, and the width at which they were wrapped."""

    lines: Sequence[Line]
    shapes: Sequence[Heading | None]
    labels: Sequence[Label | None]
    width: int | None

    def complete(self, index: int, heading: Heading) -> tuple[Heading, int]:
        """The heading with the rest of its title from the next lines, and where the lines below it begin."""
        title, index = heading.title, index + 1
        if heading.level in (Level.PRAEAMBEL, Level.INHALTSUEBERSICHT):
            return heading, index
        if not title and index < len(self.lines) and self._is_title_line(index, heading.level):
            title, index = self.lines[index].text, index + 1
        while title and index < len(self.lines) and self._is_title_rest(index, title):
            title, index = join(title, self.lines[index].text), index + 1
        return Heading(heading.level, heading.label, title), index

    def _is_title_line(self, index: int, level: Level) -> bool:
        """Whether the line below „§ 3“ is its title. That of an annex can be „zur Satzung …“."""
        text = self.lines[index].text
        shaped = is_title(text) or (level is Level.ANLAGE and text.startswith("zu")) or self._is_stopped_title(index)
        if self.shapes[index] or self.labels[index] or is_row(text) or not shaped or text[-1] == ":":
            return False
        if is_repealed(text) or len(split_sentences(text)) > 1:
            return False
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        alone = below is None or below.after_blank or bool(self.shapes[index + 1] or self.labels[index + 1])
        return len(text) < 150 if alone else self.width is None and len(text) < 100

    def _is_stopped_title(self, index: int) -> bool:
        """Whether „Einberufung.“ is a title with a full stop: a noun above the first Absatz."""
        text, below = self.lines[index].text, self.labels[index + 1] if index + 1 < len(self.labels) else None
        opens = below is not None and below.starts and below.style.name == "(1)"
        return opens and len(text) < _LONGEST_STOPPED and is_closed_title(text)

    def _is_title_rest(self, index: int, title: str) -> bool:
        """Whether a title goes on in this line."""
        line = self.lines[index]
        if line.after_blank or self.width is None or self.shapes[index] or self.labels[index]:
            return False
        if title[-1] in ",;" or leans_on(title) or ends_in_and(title):
            return line.text[-1] not in ".:;"
        short = len(line.text) < self.width * 0.7 and line.text[-1] not in ".:;,"
        return short and (line.text[0].islower() or _LEANS_ON.search(title) is not None or self._ends_full_title(index))

    def _ends_full_title(self, index: int) -> bool:
        """Whether a line stands below one that had no room for it, and apart from the next."""
        above, line, rest = self.lines[index - 1], self.lines[index], self.lines[index + 1 : index + 2]
        room = (self.width or 0) - above.column - len(above.text)
        return room <= len(line.text.split(maxsplit=1)[0]) and all(below.after_blank for below in rest)
