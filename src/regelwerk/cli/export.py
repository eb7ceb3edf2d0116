"""`regelwerk export`: a version of a rulebook in; its text, its redline or its synopsis as a file out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.choices import Format, View
from .choosing import Id, Number, On, known
from .publishing import Force, Output, publish
from .versions import before
from .words import Command
from .workplace import day_of, now, workspace

if TYPE_CHECKING:
    from ..history import Rulebook
    from ..output.publication import Publication
    from ..timeline import Version


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("export", cls=Command, help=_("A version of a rulebook as PDF, HTML, DOCX, JSON or text."))(run)


def run(
    id: Id = None,
    view: Annotated[
        View, typer.Option("--as", help=_("The text, or what the last change to it did."))
    ] = View.CONSOLIDATED,
    form: Annotated[Format, typer.Option("--format", help=_("The form of the file."))] = Format.PDF,
    on: On = None,
    number: Number = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Write one file. Without a day or a number it is about the version that counts today."""
    if form is Format.TERMINAL:
        raise typer.BadParameter(_("„regelwerk show“ and „compare“ print on the terminal."))
    if on is not None and number is not None:
        raise typer.BadParameter(_("A version is chosen by its day or by its number, not by both."))
    rulebook = known(workspace(), id, None)
    today = now().date()
    version = rulebook.numbered(number) if number is not None else rulebook.on(day_of(on) or today)
    publish(_publication(rulebook, version, view), form, output, force=force)


def _publication(rulebook: Rulebook, version: Version, view: View) -> Publication:
    from ..output.registered import change_between, text_of_version

    today = now().date()
    if view is View.CONSOLIDATED:
        return text_of_version(rulebook, version, today)
    return change_between(rulebook, view, before(rulebook, version), version, today)
