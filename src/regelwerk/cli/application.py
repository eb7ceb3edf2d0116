"""The commands put together. Made once per run, after the language is chosen: help texts are messages too."""

from __future__ import annotations

from typing import Annotated

import typer

from ..messages import _
from . import compare, consolidate, parse
from . import format as format_
from .words import Group


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
    for command in (format_, parse, consolidate, compare):
        command.register(app)
    return app


def _common(
    version: Annotated[
        bool, typer.Option("--version", help=_("Print the version and exit."), callback=lambda value: _version(value))
    ] = False,
) -> None:
    """Options of all commands."""


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("regelwerk"))
        raise typer.Exit
