"""`regelwerk init`: a folder in; a workspace in it out, with git where that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..messages import _
from .example import record_example
from .workplace import now, say


def run(
    folder: Annotated[Path, typer.Argument(metavar=_("FOLDER"), help=_("The folder; it is made if need be."))] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help=_("Put a made-up rulebook with two amendments in."))
    ] = False,
) -> None:
    """Make the workspace and say what it holds."""
    from ..archive import Commit, create_archive, open_archive
    from ..workspace import FILES, create_workspace

    archive = open_archive(folder.absolute())
    place = create_workspace(folder.absolute(), _readme())
    if not (place.root / ".git").exists():
        archive = create_archive(place.root)
    if archive is not None:
        files = {name: (place.root / name).read_bytes() for name in FILES}
        archive.commit(Commit(_("Workspace of regelwerk") + "\n", files, now()))
    if example:
        record_example(place)
    say(
        _("{folder} is a workspace now.").format(folder=folder if folder.name else place.root),
        _("Every step will be kept in git, too.") if archive else _("Steps will not be kept in git."),
        _("Next, in this folder: regelwerk status")
        if example
        else _("Next, in this folder: regelwerk import FILE --id ID --adopted DAY"),
    )


def _readme() -> str:
    """What colleagues find in the folder."""
    return _(
        """\
# Rulebooks

This folder is kept by regelwerk. Everything in it can be read with any editor.

- documents/ID/rulebook.toml: the register of a rulebook,
  all its amendments in the order of recording
- documents/ID/base.txt: its text as first adopted
- documents/ID/consolidated.txt: its text after all amendments in the register
- amendments/ID/: the amending acts as they were adopted

Add an amendment with „regelwerk apply FILE“, read the text of today with
„regelwerk show ID“, see how everything stands with „regelwerk status“.
Nothing here is changed by hand; „regelwerk verify“ proves that nothing was.
"""
    )
