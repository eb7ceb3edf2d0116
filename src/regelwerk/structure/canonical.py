"""Canonical text goes in, the tree of provisions it was printed from comes out: `layout.py` backwards.

It is read by its indentation alone; nothing is guessed, and no line is split or joined.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ..citation import Level
from ..provision import Provision
from ..sentences import split_sentences
from .assembly import Sentence, add_part, is_row, is_unfinished, numbered, sentence, without_only_absatz
from .headings import LONGEST_TITLE, Heading, begins_text, is_closing, is_title, paragraph_number, read_heading
from .labels import Reading, Style, choose, comes_after, margin_level, reached, read_label
from .layout import MARGIN, TAIL, format_document, inner_column
from .nesting import nest


class _Line(NamedTuple):
    column: int
    text: str
    after_blank: bool = False


class _Lines:
    """Lines to be taken one after the other."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._next = 0

    def __bool__(self) -> bool:
        return self._next < len(self._lines)

    def peek(self, ahead: int = 0) -> _Line:
        """The line that is `ahead` of the next; an empty one at the end."""
        index = self._next + ahead
        return self._lines[index] if index < len(self._lines) else _Line(0, "")

    def take(self) -> _Line:
        """The next line."""
        self._next += 1
        return self._lines[self._next - 1]

    def take_until(self, stop: Callable[[_Line], bool]) -> list[_Line]:
        """The lines up to the first for which `stop` holds."""
        start, end = self._next, len(self._lines)
        self._next = next((index for index in range(start, end) if stop(self._lines[index])), end)
        return self._lines[start : self._next]

    def take_from(self, column: int) -> list[_Line]:
        """The lines up to the first that begins left of the column."""
        return self.take_until(lambda line: line.column < column)


class _NotCanonical(Exception):
    """The text has not the canonical form."""


def read_canonical(text: str) -> Provision | None:
    """The document whose canonical text this is, None if the text has another form.

    White space at line ends and further blank lines do not matter.
    """
    document = _by_indentation(text)
    if document is None or format_document(document) != _tidy(text) or not _has_a_line_for_each_sentence(document):
        return None
    return document


def is_read_from(document: Provision, text: str) -> bool:
    """Whether the canonical text of a document gives this document back."""
    return document == _by_indentation(text) and _has_a_line_for_each_sentence(document)


def _by_indentation(text: str) -> Provision | None:
    lines = _lines(text)
    try:
        return _document(_Lines(lines)) if lines else None
    except _NotCanonical:
        return None


def _has_a_line_for_each_sentence(document: Provision) -> bool:
    """Whether second sentences stand on lines of their own, and are not the rest of a wrapped line.

    If there are none, whether no line holds two sentences.
    """
    formulas = (Level.EINGANGSFORMEL, Level.SCHLUSSFORMEL)
    units = [unit for unit in document.units() if unit.children and unit.level not in formulas]
    groups = [[child for child in unit.children if child.level is Level.SATZ] for unit in units]
    pairs = [pair for group in groups for pair in pairwise(group) if not pair[0].children]
    if any(is_unfinished(first.text) and second.text[0].islower() for first, second in pairs):
        return False
    if any(len(group) > 1 for group in groups):
        return True
    return not any(len(split_sentences(unit.text)) > 1 for group in groups for unit in group)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    blank = False
    for raw in text.splitlines():
        stripped = raw.strip()
        if stripped:
            lines.append(_Line(len(raw) - len(raw.lstrip()), stripped, blank))
        blank = not stripped
    return lines


def _tidy(text: str) -> str:
    """The text without white space at line ends, and with one blank line where there are several."""
    trimmed = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    return re.sub(r"\n{3,}", "\n\n", trimmed).strip("\n") + "\n"


def _document(lines: _Lines) -> Provision:
    title, first = "", lines.peek()
    if first.column == 0 and is_title(first.text) and not read_heading(first.text, 1) and not read_label(first.text):
        title = lines.take().text
    content: tuple[Provision, ...] = ()
    if lines and (_is_unit(lines.peek(), lines.peek(1)) or (title and not lines.peek().after_blank)):
        content = _content(_Lines([lines.take(), *lines.take_until(_opens_section)]))
    return Provision(Level.DOCUMENT, heading=title, children=content + nest(_sections(lines)))


def _is_unit(line: _Line, below: _Line) -> bool:
    """Whether the first line below the title is an Absatz or Nummer of the document, not a heading „1. Aufgaben“."""
    label, next_label = read_label(line.text), read_label(below.text)
    if label is None or not _margin_style(line):
        return False
    goes_on = next_label is not None and comes_after(next_label, label)
    return margin_level(label.style) is Level.ABSATZ or goes_on or not is_unfinished(line.text)


def _opens_section(line: _Line) -> bool:
    if line.column or not line.after_blank:
        return False
    style = _margin_style(line)
    return not style or style.numerals != "1" or style.name == "1."


def _margin_style(line: _Line) -> Style | None:
    """The style of the label of an Absatz or Nummer that stands directly in a §, None if there is none."""
    label = read_label(line.text) if line.column == 0 and not read_heading(line.text) else None
    return label.style if label and label.style.numerals in ("1", "1.1") else None


def _sections(lines: _Lines) -> Iterator[Provision]:
    next_number = 1
    while lines:
        if lines.peek().column:
            formula = lines.take_until(lambda line: line.column == 0)
            yield Provision(Level.EINGANGSFORMEL, children=tuple(sentence(line.text) for line in formula))
            continue
        head, below = lines.take(), lines.peek()
        heading = _section_heading(head, next_number, below.text if below.after_blank else "")
        if heading and heading.level is Level.PARAGRAF:
            next_number = paragraph_number(heading.label) + 1
        if heading and heading.level is Level.INHALTSUEBERSICHT:
            entries = lines.take_until(lambda line: line.after_blank)
            children = tuple(Provision(Level.ZEILE, text=line.text) for line in entries)
            yield Provision(heading.level, heading.label, heading.title, children=children)
        else:
            yield _section(heading, head.text, lines.take_until(_opens_section))


def _section_heading(line: _Line, next_number: int, below: str) -> Heading | None:
    """The heading that a line is. A number is that of a group if a § comes directly below it."""
    if heading := read_heading(line.text, next_number):
        return heading
    if (label := read_label(line.text)) and label.style.numerals in ("1", "1.1"):
        groups = (heading := read_heading(below)) is not None and heading.level is Level.PARAGRAF
        return Heading(Level.GLIEDERUNG if groups else Level.NUMMER, label.printed, line.text[label.end :])
    return None


def _section(heading: Heading | None, head: str, body: list[_Line]) -> Provision:
    """What stands under a heading, or the end of the document."""
    if heading is None:
        if is_closing(head):
            closing = (head, *(line.text for line in body))
            return Provision(Level.SCHLUSSFORMEL, children=tuple(sentence(text) for text in closing))
        if not is_title(head):
            raise _NotCanonical
        heading = Heading(Level.GLIEDERUNG, "", head)
    if heading.level is Level.PARAGRAF and begins_text(heading.title) and not (body and is_title(heading.title)):
        raise _NotCanonical
    if len(heading.title) > LONGEST_TITLE:
        raise _NotCanonical
    return Provision(heading.level, heading.label, heading.title, children=_content(_Lines(body)))


def _content(lines: _Lines) -> tuple[Provision, ...]:
    """The units of a §: Absätze, with or without label, or its sentences if it has no Absätze."""
    units: list[Provision] = []
    before: Reading | None = None
    while lines:
        if lines.peek().column:
            first = lines.take()
            block = [first, *lines.take_until(lambda line: line.column == 0 or line.after_blank)]
            units.append(Provision(Level.ABSATZ, children=_sentences(_Lines(block), MARGIN)))
            continue
        line = lines.take()
        label = read_label(line.text)
        if label is None:
            raise _NotCanonical
        reading = choose(label, before)
        before = reached(label, reading)
        inner, text = inner_column(label.printed, 0), line.text[label.end :]
        below = lines.take_until(lambda line: line.column == 0 or (line.after_blank and line.column == MARGIN))
        if not below and lines.peek().column == inner == MARGIN and is_unfinished(text):
            below = [lines.take(), *lines.take_until(lambda line: line.column == 0 or line.after_blank)]
        if not below and (text.endswith(":") or is_unfinished(text)) and _begins_list(lines.peek(), reading[0]):
            raise _NotCanonical
        units.append(_labelled(margin_level(reading[0]), label.printed, text, below, inner))
    return without_only_absatz(tuple(units))


def _begins_list(line: _Line, above: Style) -> bool:
    """„1. …“ at the margin right below „(1) Aufgaben sind:“: a list that is not indented, as in text as found."""
    label = read_label(line.text) if line.column == 0 else None
    return label is not None and margin_level(above) is Level.ABSATZ and margin_level(label.style) is not Level.ABSATZ


def _labelled(level: Level, label: str, text: str, below: list[_Line], inner: int) -> Provision:
    """An Absatz or list item. A blank line below its first line shows that this is a heading."""
    if below and below[0].after_blank:
        return Provision(level, label, text, children=_sentences(_Lines(below), inner))
    return Provision(level, label, children=_sentences(_Lines(below), inner, text))


def _sentences(lines: _Lines, column: int, first: str = "") -> tuple[Provision, ...]:
    """The sentences that begin at `column`, with their lists, tables and ends. `first` stands behind a label."""
    found = [Sentence(first)] if first else []
    before: Reading | None = None
    while lines:
        line = lines.take()
        if line.column == column + TAIL and found:
            add_part(found, Provision(Level.SATZTEIL, text=line.text))
        elif line.column != column:
            raise _NotCanonical
        elif is_row(line.text):
            add_part(found, Provision(Level.ZEILE, text=line.text))
        elif label := read_label(line.text):
            reading = choose(label, before)
            before = reached(label, reading)
            inner = inner_column(label.printed, column)
            below = lines.take_from(inner)
            add_part(found, _labelled(reading[0].level, label.printed, line.text[label.end :], below, inner))
        else:
            found.append(Sentence(line.text))
    return numbered(found)
