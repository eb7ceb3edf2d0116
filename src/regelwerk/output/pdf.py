"""A publication in, a PDF out: PDF/A-3a and PDF/UA-1 in one file, and the same bytes on any day."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib.resources import files

from . import data
from .frame import UNDATED
from .glyphs import check
from .pdf_data import template_data
from .publication import Publication


def render(publication: Publication) -> bytes:
    """The PDF. The JSON of the publication is attached, and the sources that its masthead names.

    Raises DoesNotApply if characters are in none of the fonts, with each of them and where it stands first.
    """
    import typst

    check(publication)
    day = publication.masthead.as_of or UNDATED
    attached = [("version.json", "application/json", "data", data.render(publication).decode())]
    attached += [(name, "text/plain", "source", text) for name, text in publication.masthead.sources]
    values = template_data(publication) | {
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "attachments": [dict(zip(("name", "type", "relationship", "content"), file, strict=True)) for file in attached],
    }
    made = typst.compile(
        files(__package__).joinpath("template.typ").read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(values)},
        pdf_standards=["a-3a", "ua-1"],
        ignore_system_fonts=True,
        timestamp=datetime.combine(day, time(), UTC),
    )
    return with_plain_ends(made)


def with_plain_ends(pdf: bytes) -> bytes:
    """The PDF with no stream whose last byte and line end together look like one line end of two bytes.

    Some readers take them for that and find the stream a byte too short (ISO 32000-1, 7.3.8.1 allows a CR or a LF).
    """
    return pdf.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")
