"""Canonical text goes in, the tree of provisions it was printed from comes out: `layout.py` backwards.

It is read by its indentation alone; nothing is guessed, and no line is split or joined.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from .assembly import ROW, UNFINISHED, add_part, number_sentences, sentence, without_only_absatz
from .citation import Level
from .headings import Heading, is_closing, is_title, paragraph_number, read_heading
from .labels import Style, Value, choose, margin_level, reached, read_label
from .layout import MARGIN, TAIL, format_document, inner_column
from .lines import is_markdown
from .nesting import nest
from .provision import Provision
from .sentences import split_sentences


@dataclass(frozen=True, slots=True)
class _Line:
    column: int
    text: str
    after_blank: bool = False


class _NotCanonical(Exception):
    """The text has not the canonical form."""


def read_canonical(text: str) -> Provision | None:
    """The document whose canonical text this is, None if the text has another form.

    White space at line ends and further blank lines do not matter.
    """
    lines = _lines(text)
    if not lines or is_markdown(text):
        return None
    try:
        document = _document(lines)
    except _NotCanonical:
        return None
    if format_document(document) != _tidy(text) or not _has_a_line_for_each_sentence(document):
        return None
    return document


def _has_a_line_for_each_sentence(document: Provision) -> bool:
    """Whether second sentences stand on lines of their own, and are not the rest of a wrapped line.

    If there are none, whether no line holds two sentences.
    """
    units = [unit for _, unit in document.walk() if unit.level not in (Level.EINGANGSFORMEL, Level.SCHLUSSFORMEL)]
    groups = [[child for child in unit.children if child.level is Level.SATZ] for unit in units]
    pairs = [pair for group in groups for pair in pairwise(group) if not pair[0].children]
    broken = [second.text for first, second in pairs if UNFINISHED.search(first.text)]
    if any(text[0].islower() for text in broken) or len(broken) > 2 + len(pairs) // 2:
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
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"


def _document(lines: list[_Line]) -> Provision:
    title = ""
    if lines[0].column == 0 and is_title(lines[0].text) and not (read_heading(lines[0].text) or read_label(lines[0].text)):
        title, lines = lines[0].text, lines[1:]
    content: list[_Line] = []
    if lines and (_margin_style(lines[0]) or (title and not lines[0].after_blank)):
        content, lines = _until(lines, _opens_section)
    return Provision(Level.DOCUMENT, heading=title, children=_content(content) + nest(_sections(lines)))


def _until(lines: list[_Line], stop: Callable[[_Line], bool]) -> tuple[list[_Line], list[_Line]]:
    """The lines up to the first after the first for which `stop` holds, and the rest."""
    end = next((i for i, line in enumerate(lines) if i and stop(line)), len(lines))
    return lines[:end], lines[end:]


def _opens_section(line: _Line) -> bool:
    style = _margin_style(line)
    return line.column == 0 and line.after_blank and (not style or style.numerals != "1" or style.name == "1.")


def _margin_style(line: _Line) -> Style | None:
    """The style of the label of an Absatz or Nummer that stands directly in a §, None if there is none."""
    label = read_label(line.text) if line.column == 0 and not read_heading(line.text) else None
    return label.style if label and label.style.numerals in ("1", "1.1") else None


def _sections(lines: list[_Line]) -> Iterator[Provision]:
    next_number = 1
    while lines:
        head = lines[0]
        if head.column:
            block, lines = _until(lines, lambda line: line.column == 0)
            yield Provision(Level.EINGANGSFORMEL, children=tuple(sentence(line.text) for line in block))
            continue
        heading = _section_heading(head, next_number, lines[1].text if lines[1:] and lines[1].after_blank else "")
        if heading and heading.level is Level.PARAGRAF:
            next_number = paragraph_number(heading.label) + 1
        contents = heading and heading.level is Level.INHALTSUEBERSICHT
        block, lines = _until(lines, (lambda line: line.after_blank) if contents else _opens_section)
        yield _section(heading, block, next_up=lines[0].text if lines else "")


def _section_heading(line: _Line, next_number: int, below: str) -> Heading | None:
    if heading := read_heading(line.text, next_number):
        return heading
    if (label := read_label(line.text)) and label.style.numerals in ("1", "1.1"):
        groups = (heading := read_heading(below)) is not None and heading.level is Level.PARAGRAF
        return Heading(Level.GLIEDERUNG if groups else Level.NUMMER, label.printed, line.text[label.end :])
    return None


def _section(heading: Heading | None, block: list[_Line], next_up: str) -> Provision:
    """What stands under a heading. Lines without a label or anything below them are the end of the document."""
    head, *body = block
    if heading is None:
        following = read_heading(next_up)
        closes = not next_up or (following is not None and following.level is Level.ANLAGE)
        if closes and is_closing(head.text) and all(line.column == 0 for line in body):
            return Provision(Level.SCHLUSSFORMEL, children=tuple(sentence(line.text) for line in block))
        if not is_title(head.text):
            raise _NotCanonical
        heading = Heading(Level.GLIEDERUNG, "", head.text)
    section = Provision(heading.level, heading.label, heading.title)
    if heading.level is Level.INHALTSUEBERSICHT:
        return replace(section, children=tuple(Provision(Level.ZEILE, text=line.text) for line in body))
    return replace(section, children=_content(body))


def _content(lines: list[_Line]) -> tuple[Provision, ...]:
    """The units of a §: Absätze, with or without label, or its sentences if it has no Absätze."""
    units: list[Provision] = []
    before: tuple[Style, Value] | None = None
    while lines:
        if lines[0].column:
            block, lines = _until(lines, lambda line: line.column == 0 or line.after_blank)
            units.append(Provision(Level.ABSATZ, children=_sentences(block, MARGIN)))
            continue
        label = read_label(lines[0].text)
        if label is None:
            raise _NotCanonical
        reading = choose(label, before)
        before = reached(label, reading)
        inner = inner_column(label.printed, 0)
        block, lines = _until(lines, lambda line: line.column == 0 or (line.after_blank and line.column == MARGIN))
        if lines and lines[0].column == inner == MARGIN and UNFINISHED.search(block[0].text) and len(block) == 1:
            more, lines = _until(lines, lambda line: line.column == 0 or line.after_blank)
            block += more
        units.append(_labelled(margin_level(reading[0]), label.printed, block, block[0].text[label.end :], inner))
    return without_only_absatz(tuple(units))


def _labelled(level: Level, label: str, block: list[_Line], text: str, inner: int) -> Provision:
    """An Absatz or list item. A blank line below its first line shows that this is a heading."""
    below = block[1:]
    if below and below[0].after_blank:
        return Provision(level, label, text, children=_sentences(below, inner))
    if text:
        first, *more = _sentences([_Line(inner, text), *below], inner, text_first=True)
        return Provision(level, label, children=(first, *more))
    return Provision(level, label, children=_sentences(below, inner))


def _sentences(lines: list[_Line], column: int, text_first: bool = False) -> tuple[Provision, ...]:
    """The sentences that begin at `column`, with their lists, tables and ends."""
    found: list[Provision] = []
    before: tuple[Style, Value] | None = None
    while lines:
        line, *rest = lines
        label = None if text_first else read_label(line.text)
        row = not text_first and ROW.search(line.text)
        text_first = False
        if line.column == column + TAIL and found:
            add_part(found, Provision(Level.SATZTEIL, text=line.text))
        elif line.column != column:
            raise _NotCanonical
        elif row:
            add_part(found, Provision(Level.ZEILE, text=line.text))
        elif label:
            reading = choose(label, before)
            before = reached(label, reading)
            inner = inner_column(label.printed, column)
            below, rest = _until(lines, lambda line, inner=inner: line.column < inner)
            add_part(found, _labelled(reading[0].level, label.printed, below, line.text[label.end :], inner))
        else:
            found.append(sentence(line.text))
        lines = rest
    return number_sentences(found)
