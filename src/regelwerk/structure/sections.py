"""A heading and the lines below it go in, the unit they make up comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..citation import Level
from ..provision import Provision
from ..sentences import split_sentences
from .assembly import sentence
from .body import Body, read_body
from .headings import Section
from .lines import Line, join

_BULLET = re.compile(r"^[-*]\s")


def read_section(section: Section, width: int | None) -> Body:
    """The one unit that a heading and the lines below it make up; without a heading they are the Eingangsformel."""
    heading, lines = section.heading, section.lines
    if heading is None:
        return Body((Provision(Level.EINGANGSFORMEL, children=_paragraphs(lines, width)),))
    body = Body(())
    if heading.level is Level.SCHLUSSFORMEL:
        children = tuple(sentence(line.text) for line in lines)
    elif heading.level is Level.INHALTSUEBERSICHT:
        children = tuple(Provision(Level.ZEILE, text=_BULLET.sub("", line.text)) for line in lines)
    else:
        body = read_body(lines, width)
        children = body.units
    return Body((Provision(heading.level, heading.label, heading.title, children=children),), body.doubts)


def _paragraphs(lines: Sequence[Line], width: int | None) -> tuple[Provision, ...]:
    """The sentences of a formula: each line or paragraph by itself."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and width is not None and not line.after_blank:
            paragraphs[-1] = join(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
    return tuple(sentence(text) for part in paragraphs for text in split_sentences(part))
