"""The lines under one heading go in; the Absätze, sentences and lists they make up come out, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..citation import Level
from ..diagnostics import Diagnostic
from ..messages import _
from ..provision import Provision
from ..sentences import begins_sentence, split_sentences
from .assembly import is_row, is_unfinished, leads_on
from .labels import Label, comes_after, read_label
from .lines import Line, is_full
from .openunits import OpenUnits, Place
from .surroundings import (
    begins_inline_list,
    begins_relative_clause,
    counts_noun,
    ends_in_and,
    ends_in_article,
    ends_in_letter,
    ends_in_stop,
    ends_sentence,
    inline_labels,
    leans_on,
    leaves_citation_open,
    may_stand_inline,
    parts_sentences,
)


@dataclass(frozen=True, slots=True)
class Body:
    """The units that lines make up, as children of a § (or group, annex, document), and what is doubtful in them."""

    units: tuple[Provision, ...]
    doubts: tuple[Diagnostic, ...] = ()


def read_body(lines: Sequence[Line], width: int | None) -> Body:
    """The units that the lines under one heading make up. `width`: where they were wrapped, None if they were not."""
    reader = _Reader(lines, width)
    for index in range(len(lines)):
        reader.read(index)
    return Body(reader.open.units(), tuple(reader.doubts.values()))


_FAR = 100
"""How many lines below are looked at to see how a list goes on."""
_LONGEST_TITLE = 60
_INDENT = 2
"""By how much text inside a list item is at least indented further than its label."""


class _Reader:
    """Reads line by line. `labels`: what the lines begin with; None for those found to begin with text."""

    def __init__(self, lines: Sequence[Line], width: int | None) -> None:
        self.lines = lines
        self.width = width
        self.open = OpenUnits()
        self.labels = [read_label(line.text) for line in lines]
        self.doubts: dict[str, Diagnostic] = {}

    def read(self, index: int) -> None:
        """Read one line: its labels, if it begins with some, and its text."""
        line, label = self.lines[index], self.labels[index]
        rest = line.text
        if label and not self._is_row(index, label) and self._is_item(index, label):
            rest = self._read_labels(line, label)
        else:
            self.labels[index] = None
            self._go_back(index)
            if self._begins_sentence(line):
                self.open.end_sentence()
        if is_row(rest):
            self.open.add_row(rest)
        else:
            self._read_text(rest, index)

    def _read_labels(self, line: Line, label: Label) -> str:
        """Open the units that a line begins with („(1) a) …“); the text after their labels."""
        self._begin(label, line.column, line)
        rest, column = line.text[label.end :], line.column
        while (nested := read_label(rest)) and nested.starts and not counts_noun(nested, rest):
            if nested.style is label.style:
                break
            column += 1
            self._begin(nested, column, line)
            label, rest = nested, rest[nested.end :]
        return rest

    def _begin(self, label: Label, column: int, line: Line) -> None:
        place = self.open.place(label, column)
        if not place.sure:
            self._doubt(label, place, line)
        self.open.open_label(label, place, column)

    def _doubt(self, label: Label, place: Place, line: Line) -> None:
        """Report a label that does not go on with its succession, each kind of slip once."""
        before = self.open[place.depth].label if place.depth < len(self.open) else ""
        message = _("„{label}“ follows „{before}“.") if before else _("„{label}“ is the first of its kind here.")
        message = message.format(label=label.printed, before=before)
        span = replace(line.span, end=min(line.span.end, line.span.start + len(label.printed)))
        hint = _("Mend the number if it is wrong; a repealed unit can stand as „{label} (weggefallen)“.")
        self.doubts.setdefault(message, Diagnostic(message, span, hint.format(label=label.printed)))

    def _is_row(self, index: int, label: Label) -> bool:
        """Whether a label is the first cell of a table row: „1. | Anlass | Dauer“."""
        text = self.lines[index].text
        if not is_row(text):
            return False
        first_cell = label.style.name != "(1)" and text.startswith("|", label.end)
        return first_cell or bool(index and is_row(self.lines[index - 1].text))

    def _is_item(self, index: int, label: Label) -> bool:
        """Whether the label at the beginning of the line is one, not the rest of a citation or a counted noun."""
        line = self.lines[index]
        if index == 0 or line.after_blank:
            return True
        previous = self.lines[index - 1]
        if self.width is None:
            counts = label.style.name == "1." and (ends_in_article(previous.text) or ends_in_and(previous.text))
            return not counts or self._is_listed(index, label)
        if leaves_citation_open(previous.text) or self._is_abbreviated(label, previous.text):
            return False
        if label.style.name in ("1.", "1.1") and (
            ends_in_article(previous.text) or (ends_in_and(previous.text) and not self.open.continued(label))
        ):
            leads_to_list = line.text[label.end :][:1].islower() or begins_relative_clause(previous.text)
            return leads_to_list and self._is_listed(index, label)
        if ends_in_stop(previous.text) or self.labels[index - 1] or line.column > previous.column:
            return True
        if label.style.name == "-":
            return self._breaks(index)
        return self._is_listed(index, label)

    def _is_abbreviated(self, label: Label, before: str) -> bool:
        """Whether „m.“, „S.“ below „i. V.“, „BGBl. I“ is an abbreviation, no letter of a list."""
        if label.style.name not in ("a.", "A."):
            return False
        return ends_in_letter(before) or not (label.starts or self.open.continued(label))

    def _is_listed(self, index: int, label: Label) -> bool:
        """Whether a label goes on with an open list, or begins one that goes on below."""
        if self.open.continued(label):
            return True
        return label.starts and any(comes_after(later, label) for later in self._below(index))

    def _below(self, index: int) -> Iterator[Label]:
        """The labels of the next lines."""
        return (label for label in self.labels[index + 1 : index + _FAR] if label)

    def _go_back(self, index: int) -> None:
        """Go back to the unit that a line without a label belongs to."""
        line, innermost = self.lines[index], self.open[-1]
        if self._is_below_title(index):
            innermost.heading = str(innermost.parts.pop())
        elif len(self.open) == 1 or (len(self.open) == 2 and self._begins_paragraph(index)):
            self.open.open_paragraph()
        elif len(self.open) > 2 and innermost.parts and not self._goes_on(index):
            if line.column or innermost.column:
                inside = (d for d in range(2, len(self.open)) if line.column >= self.open[d].column + _INDENT)
                self.open.close(max(inside, default=1))
            else:
                self.open.close(1 if self._leads_to_bullets(index) else self._depth_continued_below(index))

    def _leads_to_bullets(self, index: int) -> bool:
        """Whether a line begins the sentence of a new list of bullets: they do not show that the list above goes on."""
        line, label = self.lines[index], self.labels[index + 1] if index + 1 < len(self.lines) else None
        return label is not None and not label.style.numerals and begins_sentence(line.text.split(maxsplit=1)[0])

    def _is_below_title(self, index: int) -> bool:
        """Whether the text after the label of the Absatz is its title, and this line begins what is below."""
        unit, line = self.open[-1], self.lines[index]
        if unit.level is not Level.ABSATZ or not self.labels[index - 1] or not unit.text[-1:].isalnum():
            return False
        if not (unit.text[0].isupper() and line.text[0].isupper()) or len(unit.text) > _LONGEST_TITLE:
            return False
        if begins_sentence(unit.text.split(maxsplit=1)[0]):
            return False
        breaks = line.after_blank or (self.width is not None and self._breaks(index))
        return breaks or begins_sentence(line.text.split(maxsplit=1)[0])

    def _begins_paragraph(self, index: int) -> bool:
        """Whether a line without a label begins a new part of a § without labels."""
        unit, previous = self.open[1], self.lines[index - 1].text
        if unit.label or (unit.parts and not unit.text) or is_row(self.lines[index].text):
            return False
        ends = self._begins_sentence(self.lines[index]) or not (is_unfinished(previous) or previous.endswith(":"))
        return ends and self._breaks(index)

    def _goes_on(self, index: int) -> bool:
        """Whether a line without a label goes on with the line above it, in wrapped text."""
        line = self.lines[index]
        if self.width is None or line.after_blank or self._ends_list(line):
            return False
        if leans_on(self.lines[index - 1].text) or not self._breaks(index):
            return True
        return line.text[0].islower() and (self._is_inside_sentence() or self._fills_unit(index))

    def _ends_list(self, line: Line) -> bool:
        """Whether a list of phrases („die Wahl,“) has ended with its sentence, so that this line follows it."""
        unit = self.open[-1]
        phrase = unit.text[:1].islower() or leads_on(self.open.text_above())
        return phrase and unit.text.endswith(".") and parts_sentences(unit.text, line.text)

    def _is_inside_sentence(self) -> bool:
        """Whether the text read last has ended a sentence and begun another, so that no list ends with it."""
        text = self.open[-1].text
        return text[-1:].isalnum() and len(split_sentences(text)) > 1

    def _fills_unit(self, index: int) -> bool:
        """Whether the line above is as full as the one that it goes on with itself."""
        above, before = self.lines[index - 1], self.lines[index - 2]
        if index < 2 or self.labels[index - 1] or above.after_blank:
            return False
        return is_full(above, self.lines[index], before.column + len(before.text))

    def _begins_sentence(self, line: Line) -> bool:
        """Whether a line without a label begins a sentence, not only because of the words in it."""
        text = self.open[-1].text
        if not line.after_blank or text.endswith((",", ":", "-", "–")):
            return False
        return begins_sentence(line.text.split(maxsplit=1)[0]) or (not line.text[0].islower() and ends_sentence(text))

    def _breaks(self, index: int) -> bool:
        """Whether a line begins something new, not only because the line above it was full."""
        line, previous = self.lines[index], self.lines[index - 1]
        if line.after_blank or self.width is None:
            return True
        return not is_full(previous, line, self.width)

    def _depth_continued_below(self, index: int) -> int:
        """The depth of the item that a label below comes directly after: text before that belongs to it."""
        closed = len(self.open)
        for label in self._below(index):
            if (place := self.open.continued(label)) and place.depth < closed:
                return place.depth
            if label.starts:
                styles = {style for style, _value in label.readings}
                readings = ((depth, self.open[depth].reading) for depth in range(1, closed))
                closed = next((depth for depth, reading in readings if reading and reading[0] in styles), closed)
        return 1

    def _read_text(self, text: str, index: int) -> None:
        """Add text to the innermost unit; a label in it that goes on with a list begins a new unit."""
        start = 0
        for gap, label in inline_labels(text):
            if gap >= start and self._is_inline_item(text[start:gap], label, text[gap + 1 :], index):
                self.open.add_text(text[start:gap])
                self._begin(label, self.open[-1].column, self.lines[index])
                start = gap + 1 + label.end
        self.open.add_text(text[start:])

    def _is_inline_item(self, before: str, label: Label, rest: str, index: int) -> bool:
        """Whether a label inside a line is one: it goes on with a list, or begins one that goes on in the line."""
        if label.style.name == "•":
            return True
        if not may_stand_inline(before, label, rest):
            return False
        if label.style.numerals == "1" and any(later.printed == label.printed for later in self._below(index)):
            return False
        if self.open.continued(label):
            begins = label.style.name == "(1)" and begins_sentence(rest[label.end :].partition(" ")[0])
            return ends_in_stop(before) or ends_in_and(before) or (begins and not leans_on(before))
        return begins_inline_list(before, label, rest)
