"""A heading and the lines below it go in, the unit they make up comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..citation import Level
from ..provision import Provision
from ..sentences import split_sentences
from .assembly import sentence
from .body import Body, read_body
from .headings import Section, read_heading
from .labels import read_label
from .lines import Line, is_full, join

_BULLET = re.compile(r"^[-*]\s")


def read_section(section: Section, width: int | None) -> Body:
    """The one unit that a heading and the lines below it make up; without a heading they are the Eingangsformel."""
    heading, lines = section.heading, section.lines
    if heading is None:
        return Body((Provision(Level.EINGANGSFORMEL, children=_paragraphs(lines, width)),))
    body = Body(())
    if heading.level is Level.SCHLUSSFORMEL:
        children = tuple(sentence(text) for text in _joined(lines, width, goes_on=lambda line, full: full))
    elif heading.level is Level.INHALTSUEBERSICHT:
        entries = _joined(lines, width, goes_on=lambda line, full: full and not _opens_entry(line.text))
        children = tuple(Provision(Level.ZEILE, text=_BULLET.sub("", entry)) for entry in entries)
    else:
        body = read_body(lines, width)
        children = body.units
    return Body((Provision(heading.level, heading.label, heading.title, children=children),), body.doubts)


def _paragraphs(lines: Sequence[Line], width: int | None) -> tuple[Provision, ...]:
    """The sentences of a formula: each line or paragraph by itself."""
    paragraphs = _joined(lines, width, goes_on=lambda line, full: full or line.text[0].islower())
    return tuple(sentence(text) for part in paragraphs for text in split_sentences(part))


def _opens_entry(text: str) -> bool:
    return read_heading(text) is not None or read_label(text) is not None


def _joined(lines: Sequence[Line], width: int | None, goes_on: Callable[[Line, bool], bool]) -> list[str]:
    """The texts of the lines, those joined that were wrapped. `goes_on` says it of a line, and if the last was full."""
    found: list[str] = []
    for index, line in enumerate(lines):
        if (
            found
            and width is not None
            and not line.after_blank
            and goes_on(line, is_full(lines[index - 1], line, width))
        ):
            found[-1] = join(found[-1], line.text)
        else:
            found.append(line.text)
    return found
