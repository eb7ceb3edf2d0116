"""A publication in, a PDF out: PDF/A-3a and PDF/UA-1 in one file, and the same bytes on any day."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from . import data
from .frame import UNDATED
from .glyphs import check
from .pdf_data import template_data
from .publication import Publication


def render(publication: Publication) -> bytes:
    """The PDF. The JSON of the publication is attached, and the sources that its masthead names.

    Raises DoesNotApply if characters are in none of the fonts, with each of them and where it stands first.
    """
    check(publication)
    day = publication.masthead.as_of or UNDATED
    attached = [("version.json", "application/json", "data", data.render(publication).decode())]
    attached += [(name, "text/plain", "source", text) for name, text in publication.masthead.sources]
    values = template_data(publication) | {
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "attachments": [dict(zip(("name", "type", "relationship", "content"), file, strict=True)) for file in attached],
    }
    made: bytes = _compiler().compile(
        {"main": _template(), "data.json": json.dumps(values).encode()},
        format="pdf",
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime.combine(day, time(), UTC),
    )
    return with_plain_ends(made)


@cache
def _template() -> bytes:
    return files(__package__).joinpath("template.typ").read_bytes()


@cache
def _compiler() -> Any:
    """One for all prints: to load the fonts takes as long as to set a short text.

    It takes a text of several files by their names, which the types of typst do not say.
    """
    from typst import Compiler

    return Compiler(_template(), ignore_system_fonts=True)


def with_plain_ends(pdf: bytes) -> bytes:
    """The PDF with no stream whose last byte and line end together look like one line end of two bytes.

    Some readers take them for that and find the stream a byte too short (ISO 32000-1, 7.3.8.1 allows a CR or a LF).
    """
    return pdf.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")
