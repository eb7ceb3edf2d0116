"""A heading and the lines below it go in, the unit they make up comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .assembly import sentence
from .body import read_body
from .citation import Level
from .diagnostics import Diagnostic
from .lines import Line, join
from .outline import Section
from .provision import Provision
from .sentences import split_sentences


_BULLET = re.compile(r"^[-*]\s")


def read_section(section: Section, width: int | None) -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The unit that a heading and the lines below it make up, and what is doubtful in it.

    Without a heading they are the Eingangsformel.
    """
    heading = section.heading
    if heading is None:
        return Provision(Level.EINGANGSFORMEL, children=_paragraphs(section.lines, width)), ()
    unit = Provision(heading.level, heading.label, heading.title)
    if heading.level is Level.SCHLUSSFORMEL:
        return replace(unit, children=tuple(sentence(line.text) for line in section.lines)), ()
    if heading.level is Level.INHALTSUEBERSICHT:
        return replace(unit, children=tuple(Provision(Level.ZEILE, text=_BULLET.sub("", line.text)) for line in section.lines)), ()
    body = read_body(section.lines, width)
    return replace(unit, children=body.units), body.doubts


def _paragraphs(lines: Sequence[Line], width: int | None) -> tuple[Provision, ...]:
    """The sentences of a formula: each line or paragraph by itself."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and width is not None and not line.after_blank:
            paragraphs[-1] = join(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
    return tuple(sentence(text) for part in paragraphs for text in split_sentences(part))
