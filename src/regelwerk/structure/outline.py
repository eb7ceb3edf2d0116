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
from .contents import end_of_contents, end_of_untitled_contents
from .headings import (
    Heading,
    Section,
    Shaped,
    cites_on,
    is_closed_title,
    is_closing,
    is_entry,
    is_misread,
    is_repealed,
    is_title,
    paragraph_order,
    read_misread,
    shaped,
)
from .labels import Label, comes_after, read_label
from .lines import Line
from .surroundings import ends_in_letter, ends_phrase, ends_sentence
from .titles import with_title_below


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a text in order, and the headings that are doubtful."""

    sections: tuple[Section, ...]
    doubts: tuple[Diagnostic, ...] = ()


_REMARK = re.compile(r"[(\[]|[^„“”\"]*(?:§|:\s)")
"""What stands above a § and is no title: „(entfällt)“, „Quelle: § 3 GemO“."""
_LONGEST_BARE_TITLE = 80
_SHORTEST_NAMED = 7
"""Labels of groups that have a name („Hauptteil“) are at least so long; „XVIII.“ has none."""
_LONGEST_INTRODUCTION = 12
"""How many lines of text can stand between the heading of a group and its first §, if the heading stands apart."""


def read_outline(lines: Sequence[Line], width: int | None) -> Outline:
    """The sections of a text whose lines were wrapped at `width`, or not."""
    reader = _Reader(shaped(lines, width))
    return Outline(_with_closing(reader.sections()), tuple(reader.doubts))


class _Reader:
    """Reads line by line. `last_paragraph`: the number of the § reached; `titles`: the lines that are headings."""

    def __init__(self, text: Shaped) -> None:
        self.text = text
        self.lines, self.shapes, self.labels, self.width = text.lines, text.headings, text.labels, text.width
        self.marks_numbers = any(line.depth and label for line, label in zip(text.lines, text.labels, strict=True))
        numbers = [label for label in text.labels if label and label.style.name == "1."]
        self.counts_by_indentation = len(numbers) > 2 and all(label.starts for label in numbers)
        self.has_paragraphs = any(shape and shape.level is Level.PARAGRAF for shape in text.headings)
        self.last_paragraph: tuple[float, ...] = (0.0,)
        self.in_annex = False
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
            following = self._heading(index, above=heading if index == start else None)
            if following is None:
                index += 1
                continue
            close(index)
            self.titles.add(index)
            if heading is None and (end := end_of_untitled_contents(self.text, index)) > index:
                found.append(Section(Heading(Level.INHALTSUEBERSICHT), tuple(self.lines[index:end])))
                start = index = end
                continue
            heading, start = with_title_below(self.text, index, following)
            index = start
            if heading.level is Level.INHALTSUEBERSICHT:
                index = end_of_contents(self.text, start)
                close(index)
                heading, start = None, index
        close(len(self.lines))
        return found

    def _heading(self, index: int, above: Heading | None) -> Heading | None:
        """The heading at this line, None if it is text. `above`: the heading that the line stands directly below."""
        line = self.lines[index]
        shape = self.shapes[index] or read_misread(line.text, int(self.last_paragraph[0]) + 1)
        if is_entry(line.text):
            return None
        if shape is None:
            return self._bare_title(index, above)
        if not (above or self._stands_apart(index)):
            return None
        match shape.level:
            case Level.PARAGRAF:
                return shape if self._is_paragraph(line, shape, above) else None
            case Level.GLIEDERUNG if len(shape.label) < _SHORTEST_NAMED:
                fits = bool(line.depth) or self._is_marked_group(index, shape)
            case _:
                title = shape.title.rstrip(",;")
                fits = not title or is_title(title) or self._is_annexed(index, shape)
                self.in_annex = self.in_annex or (fits and shape.level is Level.ANLAGE)
        return shape if fits else None

    def _stands_apart(self, index: int) -> bool:
        """Whether a line is not the rest of a wrapped one."""
        line, above = self.lines[index], self.lines[index - 1].text
        if index == 0 or line.depth or line.after_blank or self.width is None:
            return True
        return not (is_unfinished(above) or ends_in_letter(above)) and (above[-1] != "." or ends_sentence(above))

    def _is_paragraph(self, line: Line, shape: Heading, above: Heading | None) -> bool:
        """Whether „§ 5 …“ is a heading. In wrapped text its number must be higher than the last, or begin again."""
        if cites_on(shape.title):
            return False
        number = paragraph_order(shape.label)
        title = shape.title.removeprefix(shape.label).lstrip()
        if title and not is_title(title) and not (shape.label.endswith(".") and is_closed_title(title)):
            return False
        if number <= self.last_paragraph and number[0] != 1:
            if self.width is not None and not (line.depth or above):
                self._doubt(line, _("„{label}“ is not higher than the § before it and was read as text."), shape.label)
                return False
            self._doubt(line, _("„{label}“ is not higher than the § before it."), shape.label)
        if is_misread(shape.label):
            self._doubt(line, _("„{label}“ was read as the sign and number of a §."), shape.label)
        self.last_paragraph = number
        return True

    def _is_annexed(self, index: int, shape: Heading) -> bool:
        """Whether „Anlage 1 zur Satzung …“ is the heading of an annex, not a sentence about one."""
        stands = self.last_paragraph[0] > 0 and (self.lines[index].after_blank or self.width is None)
        return stands and shape.title.startswith("zu") and shape.title[-1].isalnum()

    def _doubt(self, line: Line, message: str, label: str) -> None:
        hint = _("If this is the heading of a §, mend its number; if not, write it on the line above.")
        self.doubts.append(Diagnostic(message.format(label=label), line.span, hint))

    def _is_marked_group(self, index: int, shape: Heading) -> bool:
        """Whether „I. …“ or „A. …“ is a heading: a § or a group inside comes right after it, or the text has no §§."""
        label = self.labels[index]
        if label and not is_title(shape.title) and self._continues_list(index, label):
            return False
        below = self.text.line_below(index)
        apart = self.lines[index].after_blank and (below is None or below.after_blank)
        for at in range(index + 1, min(index + (_LONGEST_INTRODUCTION if apart else 3), len(self.lines))):
            opened, goes_on = self.shapes[at], self.labels[at]
            if opened and opened.level in (Level.PARAGRAF, *GROUPS):
                listed = label and goes_on and comes_after(goes_on, label)
                return not listed or is_title(shape.title)
        if label is None or (self.has_paragraphs and not self.in_annex):
            return False
        return is_title(shape.title) and len(shape.title) < _LONGEST_BARE_TITLE

    def _bare_title(self, index: int, above: Heading | None) -> Heading | None:
        """The heading without the shape of one: a Markdown heading, a title above §§, or „2. Aufgaben“ without §§."""
        line, label = self.lines[index], self.labels[index]
        title = line.text[label.end :] if label else line.text
        if index == 0 or not is_title(title) or is_row(title) or is_closing(title):
            return None
        if line.depth and (label is None or label.style.name != "(1)"):
            return Heading(Level.NUMMER if label else Level.GLIEDERUNG, label.printed if label else "", title)
        if _REMARK.match(title):
            return None
        ends_as_title = title[-1].isalnum() or title[-1] in ")“”"
        if len(title) > _LONGEST_BARE_TITLE or not ends_as_title or not self._stands_apart(index):
            return None
        if label:
            return self._numbered_title(index, label, title, above)
        return Heading(Level.GLIEDERUNG, "", title) if self._stands_above(index, above) else None

    def _numbered_title(self, index: int, label: Label, title: str, above: Heading | None) -> Heading | None:
        """„2. Aufgaben“ in a text without §§, if no list goes on below; none if Markdown has marks or only „1.“."""
        if label.style.name not in ("1.", "1.1") or self.marks_numbers or self.counts_by_indentation:
            return None
        if self.has_paragraphs:
            return Heading(Level.GLIEDERUNG, label.printed, title) if self._stands_above(index, above) else None
        below, leads_to = self.text.line_below(index), self.text.label_below(index)
        restarts = leads_to is not None and leads_to.starts and leads_to.style is label.style
        if self._continues_list(index, label) and not restarts and not self._stands_above_paragraph(index):
            return None
        if leads_to is None:
            fits = self.width is None or below is None or below.after_blank
        else:
            fits = leads_to.starts and not comes_after(leads_to, label) and not title.split()[-1].islower()
        return Heading(Level.NUMMER, label.printed, title) if fits else None

    def _stands_above_paragraph(self, index: int) -> bool:
        """Whether a sentence without a label stands below the line, apart from it."""
        below = self.text.line_below(index)
        return below is not None and not self.text.label_below(index) and below.after_blank and below.text[-1] in ".:"

    def _continues_list(self, index: int, label: Label) -> bool:
        """Whether the last label of the same style above, if it is no title, is the one before this."""
        for line in range(index - 1, -1, -1):
            above = self.labels[line]
            if above and above.style is label.style:
                return line not in self.titles and comes_after(label, above)
        return False

    def _stands_above(self, index: int, above: Heading | None) -> bool:
        """Whether a line without label is a title: a § comes right after it, or, without §§, a list or sentence."""
        if index + 1 == len(self.lines) or (above and _has_no_text_yet(above)):
            return False
        shape = self.shapes[index + 1]
        finished = above is not None or ends_phrase(self.lines[index - 1].text)
        if not self.has_paragraphs:
            reads_on = self.labels[index + 1] is not None or self.lines[index + 1].text[-1] in ".:"
            return self.width is None and (finished or index == 1) and reads_on
        if shape is None or shape.level is not Level.PARAGRAF or cites_on(shape.title):
            return False
        if self.lines[index].text.split()[-1].islower():
            return False
        restarts = paragraph_order(shape.label)[0] == 1
        return above is not None or (self.last_paragraph[0] > 0 and (finished or restarts))


def _has_no_text_yet(heading: Heading) -> bool:
    """Whether a heading is that of a § that is in force."""
    return heading.level is Level.PARAGRAF and not is_repealed("(" + heading.title.rpartition("(")[2])


def _with_closing(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, with the lines apart that end the document: place, date and signatures."""
    found: list[Section] = []
    for index, section in enumerate(sections):
        below = sections[index + 1].heading if index + 1 < len(sections) else None
        last = index + 1 == len(sections) or (below is not None and below.level is Level.ANLAGE)
        end = _closing_line(section) if last and section.heading else None
        if end is None:
            found.append(section)
        else:
            found.append(Section(section.heading, section.lines[:end]))
            found.append(Section(Heading(Level.SCHLUSSFORMEL), section.lines[end:]))
    return tuple(found)


def _closing_line(section: Section) -> int | None:
    """The first line of the end of the document; no Absatz comes after it."""
    for index, line in enumerate(section.lines):
        if is_closing(line.text):
            labels = [read_label(below.text) for below in section.lines[index:]]
            if not any(label and label.style.name == "(1)" for label in labels):
                return index
    return None
