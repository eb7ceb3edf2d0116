"""A publication in; a file of the form asked for out, or standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import Diagnostic
from ..messages import _
from ..output.choices import Format
from .files import put
from .workplace import Misused

if TYPE_CHECKING:
    from ..output.publication import Publication

Output = Annotated[str | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write the file here."))]
Force = Annotated[bool, typer.Option("--force", help=_("Replace the file if it exists."))]

BINARY = (Format.PDF, Format.DOCX)


def publish(publication: Publication, form: Format, path: str | None, *, force: bool) -> None:
    """Write the publication to a file, or to standard output if there is no path.

    Raises Misused if it is not for a terminal, DoesNotApply if the form cannot hold it, and what `put` raises.
    """
    from ..output.formats import render

    if path is None and form in BINARY and sys.stdout.isatty():
        problem = _("A {form} file is not for the terminal.").format(form=form.value.upper())
        raise Misused(Diagnostic(problem, hint=_("Say with --output where to write it.")))
    put(render(publication, form), path, force=force)
