"""Text ⇄ tree: any rule text as found goes in, the tree of its provisions comes out, and canonical text from a tree.

Canonical text is read strictly by its indentation. Other text is read by its labels, headings and lists; what cannot
be recognised is kept as text and reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from .body import read_body
from .canonical import read_canonical
from .citation import Level
from .diagnostics import Diagnostic, Source
from .fragments import parse_fragment
from .headings import is_title
from .labels import read_label
from .layout import format_document
from .doubts import doubts_of, has_columns
from .lines import Line, join, read_lines, wrap_width
from .nesting import nest
from .outline import Section, read_outline
from .provision import Origin, Provision
from .runon import split_run_on
from .sections import read_section
from .sentences import split_sentences

__all__ = ["Parsed", "format_document", "parse", "parse_fragment", "with_origins"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as read, and what was not recognised in it or is doubtful."""

    document: Provision
    findings: tuple[Diagnostic, ...] = ()


def parse(source: Source) -> Parsed:
    """The document that a text is. Never raises: what is not recognised is kept as text and reported."""
    document = read_canonical(source.text)
    if document is not None:
        return Parsed(with_origins(document))
    lines = read_lines(source)
    if has_columns(source.text):
        document, doubts = _unstructured(lines), ()
    else:
        document, doubts = _structured(split_run_on(lines))
    doubts = (*doubts_of(source, lines, document.heading), *doubts)
    return Parsed(with_origins(document), tuple(sorted(doubts, key=_place)))


def _place(doubt: Diagnostic) -> int:
    return doubt.span.start if doubt.span else 0


def with_origins(document: Provision) -> Provision:
    """The document with an origin for each provision, numbered in the order of the text."""
    return _with_origins(document, count())


def _with_origins(unit: Provision, serials: Iterator[int]) -> Provision:
    origin = Origin(0, next(serials))
    children = tuple(_with_origins(child, serials) for child in unit.children)
    return Provision(unit.level, unit.label, unit.heading, unit.text, children, origin)


def _unstructured(lines: Sequence[Line]) -> Provision:
    """The document of a text whose units cannot be told apart: its title and its lines."""
    title, rest = _title(lines, None)
    return Provision(Level.DOCUMENT, heading=title, children=(read_section(Section(None, tuple(rest)), None)[0],))


def _structured(lines: Sequence[Line]) -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The document that the lines make up, and what is doubtful in it."""
    width = wrap_width(lines)
    outline = read_outline(lines, width)
    sections = outline.sections
    title = ""
    content: tuple[Provision, ...] = ()
    doubts = list(outline.doubts)
    if sections and sections[0].heading is None:
        title, rest = _title(sections[0].lines, width)
        sections = (Section(None, tuple(rest)), *sections[1:]) if rest else sections[1:]
        if rest and title and len(sections) == 1:
            body = read_body(rest, width)
            sections, content, doubts = (), body.units, [*doubts, *body.doubts]
    units: list[Provision] = []
    for section in sections:
        unit, more = read_section(section, width)
        units.append(unit)
        doubts += more
    return Provision(Level.DOCUMENT, heading=title, children=content + nest(units)), tuple(doubts)


def _title(lines: Sequence[Line], width: int | None) -> tuple[str, Sequence[Line]]:
    """The title of the text, and the lines after it. A first sentence is no title."""
    if not lines:
        return "", lines
    title, end = lines[0].text, 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], width):
        title, end = join(title, lines[end].text), end + 1
    if not is_title(title) or len(split_sentences(title)) > 1:
        return "", lines
    return title, lines[end:]


def _goes_on(line: Line, below: Line, width: int | None) -> bool:
    """Whether a title goes on in the next line."""
    if below.depth or read_label(below.text):
        return False
    full = width is not None and not below.after_blank and line.column + len(line.text) > width * 0.8
    return below.text[0].islower() or full
