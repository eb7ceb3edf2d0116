"""A publication in, plain text out: the canonical text, or the changes between signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ..structure import format_document
from .choices import View
from .columns import side_by_side
from .frame import CHECK_CODE, REGISTER
from .inline import above, redline
from .publication import Publication
from .terminal import Printable, text_of

WIDTH = 120
"""Columns of two texts side by side."""


def render(publication: Publication) -> bytes:
    """The publication as a text file. A synopsis is as wide as two texts side by side need."""
    match publication.view:
        case View.CONSOLIDATED:
            text = format_document(publication.comparison.new)
        case View.ACT:
            text = publication.record["act"]
        case View.REGISTER:
            text = "".join(_register(publication))
        case View.REDLINE:
            text = _plain(above(publication), redline(publication.blocks, None))
        case View.SYNOPSIS:
            text = _plain(above(publication), side_by_side(publication.blocks, WIDTH))
    return text.encode()


def _plain(*parts: Iterable[Printable]) -> str:
    return "".join(map(text_of, chain(*parts)))


def _register(publication: Publication) -> Iterator[str]:
    """The title, then each table: its rows as lines, or as facts below each other if they are too wide."""
    yield f"{REGISTER}: {publication.title}\n"
    if publication.masthead.check_code:
        yield f"{CHECK_CODE} {publication.masthead.check_code}\n"
    for sheet in publication.sheets:
        yield f"\n{sheet.heading}\n"
        sizes = [max(len(row[n]) for row in (sheet.columns, *sheet.rows)) for n in range(len(sheet.columns))]
        for row in sheet.rows if len(sheet.columns) == 2 else (sheet.columns, *sheet.rows):
            yield "  " + "  ".join(f"{cell:{size}}" for cell, size in zip(row, sizes, strict=True)).rstrip() + "\n"
