"""The commands put together. Made once per run, after the language is chosen: help texts are messages too."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

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
from .words import Command, Group
from .workplace import Misused


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
    commands: dict[str, tuple[Callable[..., object], str]] = {
        # on a workspace
        "init": (init.run, _("Make a workspace for rulebooks in a folder.")),
        "import": (importing.run, _("Record a text: the base text of a rulebook, or of a later version.")),
        "apply": (apply.run, _("Show what an amending act does, and record it.")),
        "status": (status.run, _("How the rulebooks of the workspace stand today.")),
        "show": (show.run, _("The text of a rulebook as it counts today, or on any day.")),
        "history": (history.run, _("The amendments of a rulebook, or what became of one place in it.")),
        "export": (export.run, _("A version of a rulebook as PDF, HTML, DOCX, JSON or text.")),
        "site": (site.run, _("A website of all rulebooks: every version, every change, and why.")),
        "gap": (gap.run, _("Record that there is an amendment which is not to be had.")),
        "retract": (retract.run, _("Take back the last recorded step of a rulebook, by a further step.")),
        "verify": (verify.run, _("Prove that nothing was altered and every text follows from its acts.")),
        # on files
        "format": (format_.run, _("Any rule text as found → canonical text, one sentence per line.")),
        "parse": (parse.run, _("Amending acts → their commands, each as understood, or why not.")),
        "consolidate": (consolidate.run, _("Base text and amending acts in order → consolidated text.")),
        "compare": (compare.run, _("Two versions or files → what changed.")),
    }
    for name, (run, help) in commands.items():
        app.command(name, cls=Command, help=help)(run)
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
            raise Misused.of(_("{folder}: there is no such folder.").format(folder=folder)) from error


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("regelwerk"))
        raise typer.Exit
