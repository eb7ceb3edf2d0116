"""`regelwerk compare`: two versions or files in; what changed out, marked, side by side, as a table or as a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..messages import _
from ..output.choices import Format, View
from ..output.terminal import Printable, width_of
from .choosing import pair
from .exits import DIFFERENT, DONE
from .paging import page
from .publishing import Force, Output, ReasonsFile, form_for, publish, reasoned, refuse_reasons
from .reading import each, source_of, text_of
from .workplace import Misused, now, say, workspace

if TYPE_CHECKING:
    from ..output.publication import Publication

WIDE = 100
"""Columns from which two texts are readable side by side."""


def run(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("[ID] [FROM [TO]] | OLD NEW"), help=_("Versions by number or day, or two files.")),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help=_("As a file of this form, not on the terminal."))
    ] = None,
    view: Annotated[
        Literal["redline", "synopsis"] | None,
        typer.Option("--as", help=_("Changes marked in the text, or both texts side by side.")),
    ] = None,
    only_changed: Annotated[
        bool, typer.Option("--only-changed", help=_("Leave out what did not change, except headings above changes."))
    ] = False,
    stat: Annotated[bool, typer.Option("--stat", help=_("A table of the changes instead of the text."))] = False,
    reasons: ReasonsFile = None,
    output: Output = None,
    force: Force = False,
) -> int:
    """Show what changed; without versions, the last change. Files are texts that know nothing of each other."""
    from ..output.publication import shortened

    form = form_for(form, output)
    _refuse_what_does_not_fit(form, view, output, stat=stat, only_changed=only_changed)
    refuse_reasons(reasons, form, synopsis=view == "synopsis")
    wide = form is None and (width_of(sys.stdout) or 0) >= WIDE
    shown = View(view) if view else View.SYNOPSIS if wide else View.REDLINE
    arguments = what or []
    found = _files(shown, *arguments) if _are_files(arguments) else _versions(shown, arguments)
    found = reasoned(found, reasons)
    publication = shortened(found) if only_changed else found
    if form is None:
        page(_table(publication) if stat else _marked(publication))
    else:
        publish(publication, form, output, force=force)
    if publication.alterations:
        return DIFFERENT
    say(_("The texts do not differ."))
    return DONE


def _refuse_what_does_not_fit(
    form: Format | None, view: str | None, output: str | None, *, stat: bool, only_changed: bool
) -> None:
    """Raises Misused if the options contradict each other."""
    if form is None and output:
        message = _("It is not said in which form {file} is to be written.").format(file=output)
        raise Misused.of(message, hint=_("Say it with --format, or by its ending: „changes.pdf“."))
    if stat and form:
        raise Misused.of(_("--stat is for the terminal only."))
    if stat and (view is not None or only_changed):
        raise Misused.of(_("--stat is a table of its own: leave --as and --only-changed out."))


def _are_files(arguments: list[str]) -> bool:
    """Whether two files are meant: if either is there, or looks like the path of one."""
    return len(arguments) == 2 and any(
        text == "-" or Path(text).is_file() or "/" in text or Path(text).suffix in (".txt", ".md") for text in arguments
    )


def _files(view: View, old: str, new: str) -> Publication:
    from ..comparison import compare_texts
    from ..output.publication import Masthead, compared

    before, after = each(lambda file: text_of(source_of(file)), (old, new))
    return compared(view, compare_texts(before, after), Masthead(old=old, new=new))


def _versions(view: View, arguments: list[str]) -> Publication:
    from ..output.registered import change_between

    rulebook, old, new = pair(workspace(), arguments)
    return change_between(rulebook, view, old, new, now().date())


def _table(publication: Publication) -> Iterator[Printable]:
    from ..output.statistics import table

    return table(publication.comparison, publication.alterations, [act.title for act in publication.masthead.acts])


def _marked(publication: Publication) -> Iterator[Printable]:
    from ..output.columns import side_by_side
    from ..output.inline import above, redline

    yield from above(publication)
    width = width_of(sys.stdout)
    if publication.view is View.SYNOPSIS:
        yield from side_by_side(publication.blocks, width or WIDE)
    else:
        yield from redline(publication.blocks, width)
