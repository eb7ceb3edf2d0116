"""The commands put together. Made once per run, after the language is chosen: help texts are messages too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ..diagnostics import Diagnostic
from ..messages import _
from . import (
    apply,
    compare,
    consolidate,
    export,
    gap,
    history,
    importing,
    init,
    parse,
    retract,
    show,
    site,
    status,
    verify,
)
from . import format as format_
from .words import Group
from .workplace import Misused

_COMMANDS = (
    *(init, importing, apply, status, show, history, export, site, gap, retract, verify),
    *(format_, parse, consolidate, compare),
)
"""On a workspace, and on plain files."""


def application() -> typer.Typer:
    """All commands of `regelwerk`."""
    app = typer.Typer(
        cls=Group,
        help=_("Amend and consolidate rules of procedure, statutes and bylaws as they are adopted in Germany."),
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_common)
    for command in _COMMANDS:
        command.register(app)
    return app


def _common(
    version: Annotated[
        bool, typer.Option("--version", help=_("Print the version and exit."), callback=lambda value: _version(value))
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("-C", metavar=_("FOLDER"), help=_("Work as if started in this folder."))
    ] = None,
) -> None:
    """Options of all commands."""
    if folder is not None:
        try:
            os.chdir(folder)
        except OSError as error:
            raise Misused(Diagnostic(_("{folder}: there is no such folder.").format(folder=folder))) from error


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("regelwerk"))
        raise typer.Exit
