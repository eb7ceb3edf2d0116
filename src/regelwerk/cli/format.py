"""`regelwerk format`: any rule text as found in, its canonical text out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..messages import _
from ..output.terminal import write
from .reading import source_of, text_of


def run(
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The text; „-“ reads standard input."))],
) -> None:
    """Print the canonical text of `file`; findings go to standard error."""
    from ..structure import format_document

    write(sys.stdout, format_document(text_of(source_of(file))))
