"""A text as found goes in; the tree of its provisions comes out, and what is doubtful in it.

Canonical text is read by its indentation alone. Other text is read by its labels, headings and lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from ..citation import Level
from ..diagnostics import Diagnostic, Source
from ..messages import _
from ..provision import Origin, Provision
from ..sentences import split_sentences
from ..smallwords import SMALL_WORDS
from .body import read_body
from .canonical import is_read_from, read_canonical
from .doubts import doubts_of, has_columns
from .headings import Section, is_title, read_heading
from .labels import read_label
from .layout import format_document
from .lines import Line, is_full, join, read_lines, wrap_width
from .nesting import nest
from .outline import read_outline
from .runon import split_run_on
from .sections import read_section
from .surroundings import leans_on

_FIELD = re.compile(r"[^:„“”\"]{2,30}:\s")
"""What a register prints above a text: „Gültig von: 1. Mai 2030“."""
_LEADS_ON = re.compile(rf"(?:{SMALL_WORDS}|{SMALL_WORDS.upper()})\b")
"""How the further lines of a title begin: „für den Rat“, „DER GEMEINDE“."""
_ATTEMPTS = 4
"""How often a text is read again as it was printed."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as read, and what was not recognised in it or is doubtful, in the order of the text."""

    document: Provision
    findings: tuple[Diagnostic, ...] = ()


def parse(source: Source) -> Parsed:
    """The document that a text is. Never raises: what is not recognised is kept as text and reported."""
    document = read_canonical(source.text)
    if document is not None:
        return Parsed(with_origins(document))
    lines = read_lines(source)
    parsed = _without_units(lines) if has_columns(source.text) else _settled(_with_units(split_run_on(lines)), source)
    findings = (*doubts_of(source, lines, parsed.document.heading), *parsed.findings)
    return Parsed(with_origins(parsed.document), tuple(sorted(findings, key=_place)))


def _settled(parsed: Parsed, source: Source) -> Parsed:
    """The document as its own canonical text gives it back: what is ambiguous is read as it is printed.

    If its text gives back another document each time, its units cannot be told apart.
    """
    document = parsed.document
    for _attempt in range(_ATTEMPTS):
        text = format_document(document)
        if is_read_from(document, text):
            return Parsed(document, parsed.findings)
        again = read_canonical(text) or _with_units(split_run_on(read_lines(Source(source.name, text)))).document
        if again == document:
            return Parsed(document, parsed.findings)
        document = again
    doubt = Diagnostic(
        _("The units of this text cannot be told apart."),
        source.span(0, 0),
        _("Write each unit on a line of its own, below its heading."),
    )
    return Parsed(_without_units(read_lines(source)).document, (doubt,))


def _place(finding: Diagnostic) -> int:
    return finding.span.start if finding.span else 0


def with_origins(document: Provision) -> Provision:
    """The document with an origin for each provision, numbered in the order of the text."""
    return document.with_origins(Origin(0, serial) for serial in count())


def _without_units(lines: Sequence[Line]) -> Parsed:
    """The document of a text whose units cannot be told apart: its title and its lines."""
    title, rest = _title(lines, None)
    formula = read_section(Section(None, tuple(rest)), None)
    return Parsed(Provision(Level.DOCUMENT, heading=title, children=formula.units))


def _with_units(lines: Sequence[Line]) -> Parsed:
    """The document that the lines make up. If it has no headings, its units stand right below its title."""
    width = wrap_width(lines)
    outline = read_outline(lines, width)
    title, sections = "", outline.sections
    if sections and sections[0].heading is None:
        title, rest = _title(sections[0].lines, width)
        sections = (Section(None, tuple(rest)), *sections[1:]) if rest else sections[1:]
    if title and len(sections) == 1 and sections[0].heading is None:
        bodies = [read_body(sections[0].lines, width)]
    else:
        bodies = [read_section(section, width) for section in sections]
    units = nest(unit for body in bodies for unit in body.units)
    doubts = tuple(doubt for body in bodies for doubt in body.doubts)
    return Parsed(Provision(Level.DOCUMENT, heading=title, children=units), (*outline.doubts, *doubts))


def _title(lines: Sequence[Line], width: int | None) -> tuple[str, Sequence[Line]]:
    """The title of the text, and the lines after it. A first sentence is no title."""
    if not lines:
        return "", lines
    title, end = lines[0].text, 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], width):
        title, end = join(title, lines[end].text), end + 1
    shaped = read_label(title) or read_heading(title, 1) or not any(map(str.isalpha, title))
    if shaped or not is_title(title) or title.endswith(":") or _FIELD.match(title) or len(split_sentences(title)) > 1:
        return "", lines
    return title, lines[end:]


def _goes_on(line: Line, below: Line, width: int | None) -> bool:
    """Whether a title goes on in the next line."""
    if below.depth:
        return False
    if line.text.rfind("(") > line.text.rfind(")") and not below.after_blank:
        return True
    if read_label(below.text):
        return False
    if _LEADS_ON.match(below.text) or leans_on(line.text) or (below.text[0].islower() and not below.after_blank):
        return True
    if width is None or below.after_blank:
        return False
    return line.column + len(line.text) > width * 0.8 or is_full(line, below, width)
