"""`regelwerk format`: any rule text as found in, its canonical text out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..messages import _
from ..output.terminal import write, write_findings


def run(
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The text; „-“ reads standard input."))],
) -> None:
    """Print the canonical text of `file`; findings go to standard error."""
    from ..structure import format_document
    from ..structure import parse as parse_text
    from ..textfile import read_source

    source, read = read_source(file)
    parsed = parse_text(source)
    write_findings(sys.stderr, (*read, *parsed.findings))
    write(sys.stdout, format_document(parsed.document))
