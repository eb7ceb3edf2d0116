"""A publication in, plain text out: the canonical text, or the changes between signs."""

from __future__ import annotations

from ..structure import format_document
from .choices import View
from .columns import side_by_side
from .inline import redline
from .publication import Publication
from .terminal import text_of

WIDTH = 120
"""Columns of two texts side by side."""


def render(publication: Publication) -> bytes:
    """The publication as a text file. A synopsis is as wide as two texts side by side need."""
    match publication.view:
        case View.CONSOLIDATED:
            text = format_document(publication.comparison.new)
        case View.REDLINE:
            text = "".join(map(text_of, redline(publication.blocks, None)))
        case View.SYNOPSIS:
            text = "".join(map(text_of, side_by_side(publication.blocks, WIDTH)))
    return text.encode()
