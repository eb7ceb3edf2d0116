"""`regelwerk compare`: two texts in; what changed, as marked text, side by side, as a table or as a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.choices import Comparing, Format, View
from ..output.terminal import Part, width_of, write, write_diagnostics
from .exits import DIFFERENT, DONE
from .files import put
from .stage import each
from .words import Command

if TYPE_CHECKING:
    from ..output.publication import Publication
    from ..provision import Provision

WIDE = 100
"""Columns from which two texts are readable side by side."""


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("compare", cls=Command, help=_("Two texts → what changed. The exit code is 1 if anything did."))(run)


def run(
    old: Annotated[str, typer.Argument(metavar=_("OLD"), help=_("The old text; „-“ reads standard input."))],
    new: Annotated[str, typer.Argument(metavar=_("NEW"), help=_("The new text; „-“ reads standard input."))],
    form: Annotated[Format, typer.Option("--format", help=_("On the terminal, or as a file."))] = Format.TERMINAL,
    view: Annotated[
        Comparing | None, typer.Option("--as", help=_("Changes marked in the text, or both texts side by side."))
    ] = None,
    only_changed: Annotated[
        bool, typer.Option("--only-changed", help=_("Leave out what did not change, except headings above changes."))
    ] = False,
    stat: Annotated[bool, typer.Option("--stat", help=_("A table of the changes instead of the text."))] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write the file here."))
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace the file if it exists."))] = False,
) -> int:
    """Show what changed between two texts that know nothing of each other."""
    from ..comparison import compare_texts
    from ..output.publication import Masthead, compared, shortened

    if form is Format.TERMINAL and output:
        raise typer.BadParameter(_("--output needs a --format other than terminal."))
    if form is not Format.TERMINAL and stat:
        raise typer.BadParameter(_("--stat is for the terminal only."))
    before, after = each(_document, (old, new))
    wide = form is Format.TERMINAL and (width_of(sys.stdout) or 0) >= WIDE
    shown = View(view.value) if view else View.SYNOPSIS if wide else View.REDLINE
    publication = compared(shown, compare_texts(before, after), Masthead(old=old, new=new))
    if only_changed:
        publication = shortened(publication)
    if form is Format.TERMINAL:
        write(sys.stdout, *(_table(publication) if stat else _marked(publication)))
    else:
        from ..output.formats import render

        put(render(publication, form), output, force=force)
    return DIFFERENT if publication.alterations else DONE


def _document(file: str) -> Provision:
    from ..structure import parse as parse_text
    from ..textfile import read_source

    source, read = read_source(file)
    parsed = parse_text(source)
    write_diagnostics(sys.stderr, (*read, *parsed.findings))
    return parsed.document


def _table(publication: Publication) -> Iterator[Part]:
    from ..output.statistics import table

    return table(publication.comparison, publication.alterations)


def _marked(publication: Publication) -> Iterator[Part]:
    from ..output.columns import side_by_side
    from ..output.inline import redline

    width = width_of(sys.stdout)
    if publication.view is View.SYNOPSIS:
        return side_by_side(publication.blocks, max(width or WIDE, WIDE))
    return redline(publication.blocks, width)
