"""Acts as PDF and DOCX: whatever their form, they are read into the same commands as their text."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import intake_documents as documents
import pytest

from regelwerk.amendment import parse_act
from regelwerk.diagnostics import Source, Span
from regelwerk.intake.docx import read_docx
from regelwerk.intake.pdf import read_pdf

HERE = Path(__file__).parent
ACTS = [
    *sorted((HERE.parent / "amendments" / "geschaeftsordnung").glob("*.txt")),
    *sorted((HERE / "cases").glob("*/amendment-*.txt")),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_act_is_read_alike_from_text_pdf_and_docx(act: Path) -> None:
    text = act.read_text(encoding="utf-8")
    said = commands(Source("act", text))
    assert commands(read_pdf("act", documents.act_pdf(text)).source) == said
    assert commands(read_docx("act", documents.act_docx(text), tracked="refuse").source) == said


def commands(source: Source) -> object:
    """All that an act says, without the places where it says so, white space made uniform."""
    return _without_places(parse_act(source).amendments)


def _without_places(value: object) -> object:
    match value:
        case str():
            return " ".join(value.split())
        case Mapping():
            return {key: _without_places(part) for key, part in value.items()}
        case tuple():
            return [_without_places(part) for part in value if not isinstance(part, Span)]
        case _ if dataclasses.is_dataclass(value):
            parts = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
            return type(value), {name: _without_places(part) for name, part in parts if not isinstance(part, Span)}
        case _:
            return value
