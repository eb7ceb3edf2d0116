"""The lines of a PDF go in; which of them are rows of a table or entries of a table of contents comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..provision import CELL
from ..structure.headings import read_heading
from ..structure.labels import read_label
from .columns import Line
from .rows import cells

_LEADER = re.compile(r"\s*(?:\.{4,}|(?:\.\s){3,}\.?|…{2,}|_{4,}|·{4,})\s*(?P<page>[0-9]{1,4}|[ivxl]+)?$")
_PAGE = re.compile(r"\t(?P<page>[0-9]{1,4})$")
_CONTENTS = re.compile(r"(?:Inhalt|Inhaltsübersicht|Inhaltsverzeichnis)\s?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines that are a row each: of tables, with „ | “ between cells, or of contents, without page numbers."""

    rows: dict[Line, str]
    contents: frozenset[Line]


def read_grid(lines: Sequence[Line]) -> Grid:
    """The rows among the lines of a document."""
    contents = dict(_contents(lines))
    parts = [() if line in contents else tuple(_columns(line)) for line in lines]
    tables: dict[Line, str] = {}
    for index, line in enumerate(lines):
        for other in (index - 1, index + 1):
            if 0 <= other < len(lines) and lines[other].place == line.place and _aligned(parts[index], parts[other]):
                tables[line] = cell_text(line)
    return Grid({**contents, **tables}, frozenset(contents))


def _contents(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """The entries of the table of contents, without leaders and page numbers."""
    found: list[tuple[Line, str]] = []
    inside = False
    for line in lines:
        text = line.row.text
        inside = inside or _CONTENTS.fullmatch(text) is not None
        entry = _LEADER.search(text) or (_PAGE.search(text) if inside else None)
        if entry:
            found.append((line, text[: entry.start()].replace("\t", " ").rstrip()))
        elif found and inside:
            inside = read_heading(text) is None
    return found


def label_end(text: str) -> int:
    """Where the label ends that a text begins with, 0 if there is none."""
    text = text.replace("\t", " ")
    if label := read_label(text):
        return label.end
    heading = read_heading(text)
    return len(heading.label) + 1 if heading and heading.label else 0


def cell_text(line: Line) -> str:
    """The text of a line with „ | “ for wide gaps, except after its label."""
    text = line.row.text
    end = label_end(text)
    return text[:end].replace("\t", " ") + text[end:].replace("\t", CELL)


def _columns(line: Line) -> list[float]:
    """Where the second and further cells of the line begin; the text after a label is no cell."""
    starts = cells(line.row)[1:]
    text = line.row.text
    return starts[text[: label_end(text)].count("\t") :]


def _aligned(columns: Sequence[float], others: Sequence[float]) -> bool:
    return any(abs(x - other) < 4 for x in columns for other in others)
