"""The sections of a document go in; they come out with the lines apart that end it: place, date, signatures, notes."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import Level
from .headings import Heading, Section, is_closing
from .labels import read_label


def with_closing(sections: Sequence[Section]) -> tuple[Section, ...]:
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
