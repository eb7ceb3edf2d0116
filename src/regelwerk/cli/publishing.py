"""A publication in; a file of the form asked for out, or standard output."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.choices import Format
from .files import put
from .reading import source_of
from .workplace import Misused, say

if TYPE_CHECKING:
    from ..output.publication import Publication

Output = Annotated[str | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write the file here."))]
Force = Annotated[bool, typer.Option("--force", help=_("Replace the file if it exists."))]

ReasonsFile = Annotated[
    str | None,
    typer.Option("--reasons", metavar=_("FILE"), help=_("Reasons for a synopsis, a line each: „§ 4 Absatz 1: …“.")),
]

BINARY = (Format.PDF, Format.DOCX)
WITH_REASONS = (Format.PDF, Format.HTML, Format.DOCX, Format.JSON)


def form_for(asked: Format | None, path: str | None) -> Format | None:
    """The form that was asked for, or else the one that the ending of the file says; None if none does."""
    ending = PurePath(path or "").suffix.lower()
    return asked or next((form for form in Format if ending == f".{form.value}"), None)


def reasoned(publication: Publication, file: str | None) -> Publication:
    """The synopsis with the reasons in the file, if there is one. Raises what `with_reasons` raises."""
    if file is None:
        return publication
    from ..output.reasons import with_reasons

    return with_reasons(publication, source_of(file))


def refuse_reasons(file: str | None, form: Format | None, *, synopsis: bool) -> None:
    """Raises Misused if there are reasons and no place for them."""
    if file is not None and not (synopsis and form in WITH_REASONS):
        raise Misused.of(_("Reasons stand in a synopsis as pdf, html, docx or json."))


def publish(publication: Publication, form: Format, path: str | None, *, force: bool) -> None:
    """Write the publication to a file, or to standard output if there is no path.

    Raises Misused if it is not for a terminal, DoesNotApply if the form cannot hold it, and what `put` raises.
    """
    from ..output.formats import render

    if path is None and form in BINARY and sys.stdout.isatty():
        problem = _("A {form} file is not for the terminal.").format(form=form.value.upper())
        raise Misused.of(problem, hint=_("Say with --output where to write it."))
    put(render(publication, form), path, force=force)
    if path is not None:
        say(_("{file} is written.").format(file=path))
