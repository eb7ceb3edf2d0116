"""A file of an office and the decision on changes recorded in it in; what was taken in from it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from .workplace import busy

if TYPE_CHECKING:
    from ..intake import Intake

Changes = Annotated[
    bool | None,
    typer.Option(
        "--accept-changes/--reject-changes",
        help=_("Take changes recorded in a DOCX as accepted, or as rejected; else it is refused."),
    ),
]


def take(file: Path, changes: bool | None) -> Intake:
    """What the file holds. In a terminal one sees that work goes on. Raises what `read_document` raises."""
    from ..intake import read_document

    with busy(_("Reading {file} …").format(file=file.name)):
        return read_document(file, tracked="refuse" if changes is None else "accept" if changes else "reject")
