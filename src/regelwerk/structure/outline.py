"""The lines of a text go in; its sections come out: each heading with the lines below it, and what is doubtful.

A line is a heading if it has the shape of one and stands where one can stand: a citation at the start of a wrapped
line does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import GROUPS, Level
from ..diagnostics import Diagnostic
from ..messages import _
from .assembly import is_row, is_unfinished
from .closing import with_closing
from .contents import end_of_contents, end_of_untitled_contents
from .headings import (
    Heading,
    Section,
    cites_on,
    is_closed_title,
    is_closing,
    is_entry,
    is_misread,
    is_repealed,
    is_title,
    paragraph_order,
    read_heading,
    read_misread,
)
from .labels import Label, comes_after, read_label
from .lines import Line
from .surroundings import ends_in_letter, ends_sentence
from .titles import TitlesBelow


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a text in order, and the headings that are doubtful."""

    sections: tuple[Section, ...]
    doubts: tuple[Diagnostic, ...] = ()


_STOPS = ".:;!?)“”"
_REMARK = re.compile(r"[(\[]|[^„“”\"]*(?:§|:\s)")
"""What stands above a § and is no title: „(entfällt)“, „Quelle: § 3 GemO“."""
_LONGEST_BARE_TITLE = 80
_LONGEST_INTRODUCTION = 12
"""How many lines of text can stand between the heading of a group and its first §, if the heading stands apart."""


def read_outline(lines: Sequence[Line], width: int | None) -> Outline:
    """The sections of a text whose lines were wrapped at `width`, or not."""
    reader = _Reader(lines, width)
    return Outline(with_closing(reader.sections()), tuple(reader.doubts))


class _Reader:
    def __init__(self, lines: Sequence[Line], width: int | None) -> None:
        self.lines = lines
        self.width = width
        self.shapes = [read_heading(line.text) for line in lines]
        self.labels = [read_label(line.text) for line in lines]
        self.titles_below = TitlesBelow(lines, self.shapes, self.labels, width)
        self.marks_numbers = any(line.depth and label for line, label in zip(lines, self.labels, strict=True))
        numbers = [label for label in self.labels if label and label.style.name == "1."]
        self.counts_by_indentation = len(numbers) > 2 and all(label.starts for label in numbers)
        self.has_paragraphs = any(shape and shape.level is Level.PARAGRAF for shape in self.shapes)
        self.last_paragraph: tuple[float, ...] = (0.0,)
        self.in_annex = False
        self.above: Heading | None = None
        self.last_title: Label | None = None
        self.titles: set[int] = set()
        self.doubts: list[Diagnostic] = []

    def sections(self) -> list[Section]:
        found: list[Section] = []
        heading: Heading | None = None
        start = index = 0

        def close(end: int) -> None:
            if heading or end > start:
                found.append(Section(heading, tuple(self.lines[start:end])))

        while index < len(self.lines):
            following = self._heading(index, below_heading=index == start and heading is not None)
            if following is None:
                index += 1
                continue
            close(index)
            if heading is None and (end := end_of_untitled_contents(self.lines, self.shapes, index)) > index:
                found.append(Section(Heading(Level.INHALTSUEBERSICHT), tuple(self.lines[index:end])))
                start = index = end
                continue
            heading, start = self.titles_below.complete(index, following)
            self.above, index = heading, start
            if heading.level is Level.INHALTSUEBERSICHT:
                index = end_of_contents(self.lines, self.shapes, start)
                close(index)
                heading, start = None, index
        close(len(self.lines))
        return found

    def _heading(self, index: int, below_heading: bool) -> Heading | None:
        """The heading at this line, None if it is text."""
        line = self.lines[index]
        shape = self.shapes[index] or read_misread(line.text, int(self.last_paragraph[0]) + 1)
        if is_entry(line.text):
            return None
        if shape is None:
            return self._bare_title(index, below_heading)
        apart = bool(line.depth) or below_heading or self._stands_apart(index)
        match shape.level:
            case Level.PARAGRAF:
                fits = apart and self._is_paragraph(line, shape, below_heading)
            case Level.GLIEDERUNG if len(shape.label) < 7:
                fits = apart and (bool(line.depth) or self._is_marked_group(index, shape))
                if fits:
                    self.titles.add(index)
            case _:
                title = shape.title.rstrip(",;") if self.width else shape.title
                fits = apart and (not title or is_title(title) or self._is_annexed(index, shape))
                if fits and self.labels[index]:
                    self.last_title = self.labels[index]
                    self.titles.add(index)
                self.in_annex = self.in_annex or (fits and shape.level is Level.ANLAGE)
        return shape if fits else None

    def _stands_apart(self, index: int) -> bool:
        """Whether a line is not the rest of a wrapped one."""
        if index == 0 or self.lines[index].after_blank or self.width is None:
            return True
        above = self.lines[index - 1].text
        return not (is_unfinished(above) or ends_in_letter(above)) and (above[-1] != "." or ends_sentence(above))

    def _is_paragraph(self, line: Line, shape: Heading, below_heading: bool) -> bool:
        """Whether „§ 5 …“ is a heading. In wrapped text its number must be higher than the last, or begin again."""
        if cites_on(shape.title):
            return False
        number = paragraph_order(shape.label)
        title = shape.title.removeprefix(shape.label).lstrip()
        follows = shape.label.endswith(".") and number[0] == self.last_paragraph[0] + 1
        if title and not is_title(title) and not (follows and is_closed_title(title)):
            return False
        if number <= self.last_paragraph and number[0] != 1:
            if self.width is not None and not (line.depth or below_heading):
                self._doubt(line, _("„{label}“ is not higher than the § before it and was read as text."), shape.label)
                return False
            self._doubt(line, _("„{label}“ is not higher than the § before it."), shape.label)
        if is_misread(shape.label):
            self._doubt(line, _("„{label}“ was read as the sign and number of a §."), shape.label)
        self.last_paragraph = number
        return True

    def _is_annexed(self, index: int, shape: Heading) -> bool:
        """Whether „Anlage 1 zur Satzung …“ is the heading of an annex, not a sentence about one."""
        line = self.lines[index]
        stands = line.depth > 0 or (self.last_paragraph[0] > 0 and (line.after_blank or self.width is None))
        return stands and shape.level is Level.ANLAGE and shape.title[:2] == "zu" and shape.title[-1].isalnum()

    def _doubt(self, line: Line, message: str, label: str) -> None:
        hint = _("If this is the heading of a §, mend its number; if not, write it on the line above.")
        self.doubts.append(Diagnostic(message.format(label=label), line.span, hint))

    def _is_marked_group(self, index: int, shape: Heading) -> bool:
        """Whether „I. …“ or „A. …“ is a heading: a § or a group inside comes right after it, or the text has no §§."""
        label, below = self.labels[index], self._label_below(index)
        if label and not is_title(shape.title) and self._continues_list(index, label):
            return False
        apart = self.lines[index].after_blank and all(line.after_blank for line in self.lines[index + 1 : index + 2])
        for at in range(index + 1, min(index + (_LONGEST_INTRODUCTION if apart else 3), len(self.lines))):
            opened, goes_on = self.shapes[at], self.labels[at]
            if goes_on and not opened and at > index + 2:
                break
            if opened and opened.level in (Level.PARAGRAF, *GROUPS):
                listed = label and goes_on and comes_after(goes_on, label)
                return not listed or is_title(shape.title)
        if label is None or (below and comes_after(below, label)) or (self.has_paragraphs and not self.in_annex):
            return False
        return is_title(shape.title) and len(shape.title) < _LONGEST_BARE_TITLE

    def _label_below(self, index: int) -> Label | None:
        return self.labels[index + 1] if index + 1 < len(self.labels) else None

    def _bare_title(self, index: int, below_heading: bool) -> Heading | None:
        """The heading without the shape of one: a Markdown heading, a title above §§, or „2. Aufgaben“ without §§."""
        line, label = self.lines[index], self.labels[index]
        title = line.text[label.end :] if label else line.text
        if index == 0 or not is_title(title) or is_row(title) or is_repealed(title) or is_closing(title):
            return None
        if line.depth and (label is None or label.style.name != "(1)"):
            return Heading(Level.NUMMER if label else Level.GLIEDERUNG, label.printed if label else "", title)
        if _REMARK.match(title):
            return None
        ends_as_title = title[-1].isalnum() or title[-1] in ")“”"
        if len(title) > _LONGEST_BARE_TITLE or not ends_as_title or not self._stands_apart(index):
            return None
        if label:
            return self._numbered_title(index, label, title, below_heading)
        return Heading(Level.GLIEDERUNG, "", title) if self._stands_above(index, below_heading) else None

    def _numbered_title(self, index: int, label: Label, title: str, below_heading: bool) -> Heading | None:
        """„2. Aufgaben“ in a text without §§, if no list goes on below; none if Markdown has marks or only „1.“."""
        if label.style.name not in ("1.", "1.1") or self.marks_numbers or self.counts_by_indentation:
            return None
        if self.has_paragraphs:
            return Heading(Level.GLIEDERUNG, label.printed, title) if self._stands_above(index, below_heading) else None
        below = self._label_below(index)
        continues = self.last_title is not None and comes_after(label, self.last_title)
        restarts = below is not None and below.starts and below.style is label.style
        if self._continues_list(index, label) and not restarts and not self._stands_above_paragraph(index):
            return None
        if index + 1 == len(self.lines):
            fits = continues
        elif below is None:
            fits = self.lines[index + 1].after_blank or self.width is None
        else:
            fits = below.starts and not comes_after(below, label)
        leads_to_list = below is not None and below.style.name != "1.1" and title.split()[-1].islower()
        begins = self.last_title is None or (label.starts and label.style.name == "1.1")
        if not fits or leads_to_list or not (continues or begins):
            return None
        self.last_title = label
        self.titles.add(index)
        return Heading(Level.NUMMER, label.printed, title)

    def _stands_above_paragraph(self, index: int) -> bool:
        """Whether a sentence without a label stands below the line, apart from it."""
        below = zip(self.lines[index + 1 : index + 2], self.labels[index + 1 : index + 2], strict=True)
        return any(label is None and line.after_blank and line.text[-1] in ".:" for line, label in below)

    def _continues_list(self, index: int, label: Label) -> bool:
        """Whether the last label of the same style above, if it is no title, is the one before this."""
        for line in range(index - 1, -1, -1):
            above = self.labels[line]
            if above and above.style is label.style:
                return line not in self.titles and comes_after(label, above)
        return False

    def _stands_above(self, index: int, below_heading: bool) -> bool:
        """Whether a line without label is a title: a § comes right after it, or, without §§, a list or sentence."""
        if index + 1 == len(self.lines) or (below_heading and self._has_no_text_yet()):
            return False
        below, shape = self.lines[index + 1], self.shapes[index + 1]
        finished = below_heading or self.lines[index - 1].text[-1] in _STOPS
        if self.has_paragraphs:
            if self.lines[index].text.split()[-1].islower():
                return False
            opens = shape is not None and shape.level is Level.PARAGRAF and not cites_on(shape.title)
            restarts = opens and shape is not None and paragraph_order(shape.label)[0] == 1
            return opens and ((self.last_paragraph[0] > 0 and (finished or restarts)) or below_heading)
        if self.width is not None or not (finished or index == 1):
            return False
        return self.labels[index + 1] is not None or below.text[-1] in ".:"

    def _has_no_text_yet(self) -> bool:
        """Whether the heading above is that of a § that is in force."""
        if self.above is None or self.above.level is not Level.PARAGRAF:
            return False
        return not is_repealed("(" + self.above.title.rpartition("(")[2])
