"""`regelwerk export`: a version of a rulebook in; its text, its redline, its synopsis or all of them as files out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import Diagnostic
from ..messages import _
from ..output.choices import Exporting, Format, View
from ..output.terminal import write
from .choosing import Id, Number, On, known
from .files import put
from .publishing import Force, Output, publish
from .versions import before
from .words import Command
from .workplace import Misused, day_of, now, workspace

if TYPE_CHECKING:
    from ..output.publication import Publication
    from ..rulebook.history import Rulebook
    from ..rulebook.timeline import Version


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("export", cls=Command, help=_("A version of a rulebook as PDF, HTML, DOCX, JSON or text."))(run)


def run(
    id: Id = None,
    what: Annotated[
        Exporting, typer.Option("--as", help=_("The text, what the last change did to it, or all of that in a folder."))
    ] = Exporting.CONSOLIDATED,
    form: Annotated[Format, typer.Option("--format", help=_("The form of the file."))] = Format.PDF,
    on: On = None,
    number: Number = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Write one file, or a folder of them. Without a day or a number it is about the version that counts today."""
    if form is Format.TERMINAL:
        raise typer.BadParameter(_("„regelwerk show“ and „compare“ print on the terminal."))
    if on is not None and number is not None:
        raise typer.BadParameter(_("A version is chosen by its day or by its number, not by both."))
    rulebook = known(workspace(), id, None)
    today = now().date()
    version = rulebook.numbered(number) if number is not None else rulebook.on(day_of(on) or today)
    if what is Exporting.PACKAGE:
        _package(rulebook, version, form, output, force=force)
    else:
        publish(_publication(rulebook, version, View(what.value)), form, output, force=force)


def _package(rulebook: Rulebook, version: Version, form: Format, folder: str | None, *, force: bool) -> None:
    """Everything about the last change into one folder: the act as adopted, synopsis, redline, and the new text."""
    from ..output.formats import render
    from ..output.registered import act_of

    if folder is None:
        raise typer.BadParameter(_("A package needs a folder: --output FOLDER."))
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise Misused(Diagnostic(_("{folder} is no folder.").format(folder=folder)))
    files = {f"{view.value}.{form.value}": _publication(rulebook, version, view) for view in View}
    contents = {name: render(publication, form) for name, publication in files.items()}
    act = act_of(rulebook, version)
    if act is not None:
        contents[act.name.rpartition("/")[2]] = act.text.encode()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misused(Diagnostic(_("{folder} cannot be made.").format(folder=folder))) from error
    for name, content in contents.items():
        put(content, str(place / name), force=force)
    write(sys.stdout, *(f"{place / name}\n" for name in contents))


def _publication(rulebook: Rulebook, version: Version, view: View) -> Publication:
    from ..output.registered import change_between, text_of_version

    today = now().date()
    if view is View.CONSOLIDATED:
        return text_of_version(rulebook, version, today)
    return change_between(rulebook, view, before(rulebook, version), version, today)
