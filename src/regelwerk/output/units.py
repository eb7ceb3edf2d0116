"""A provision in, its canonical text out, as it stands in a document but without the indentation there."""

from __future__ import annotations

from textwrap import dedent

from ..citation import Level
from ..provision import Provision
from ..structure import format_document


def unit_text(unit: Provision) -> str:
    """The canonical text of one unit with all inside it."""
    return dedent(format_document(Provision(Level.DOCUMENT, children=(unit,)))).strip("\n")
