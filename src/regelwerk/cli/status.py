"""`regelwerk status`: a workspace in; how each rulebook in it stands today out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import RegelwerkError
from ..messages import _
from ..output.terminal import Part, width_of, write, write_diagnostics
from .exits import DONE, exit_code
from .paging import fitted
from .workplace import now, say, workspace

if TYPE_CHECKING:
    from ..rulebook.register import Register
    from ..rulebook.state import State


def run(
    ids: Annotated[list[str] | None, typer.Argument(metavar=_("ID..."), help=_("Only these rulebooks."))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("One JSON object per rulebook and line."))] = False,
) -> int:
    """Print one paragraph for each rulebook. What is wrong with one of them does not hide the others."""
    from ..rulebook.state import state_on

    place, code = workspace(), DONE
    if not (ids or place.ids):
        say(_("There is no rulebook here yet: „regelwerk import FILE --id ID“ records one."))
    for id in ids or place.ids:
        try:
            known = place.load(id).register
        except RegelwerkError as error:
            write_diagnostics(sys.stderr, error.diagnostics)
            code = max(code, exit_code(error))
            continue
        state = state_on(known, now().date())
        if as_json:
            from ..output import json

            write(sys.stdout, json.dump(json.state(known, state)))
        else:
            write(sys.stdout, *fitted(_paragraph(known, state), width_of(sys.stdout)))
    return code


def _paragraph(known: Register, state: State) -> Iterator[Part]:
    from ..output.state import notes

    yield f"{known.id}: {known.title}\n", "head"
    yield from (f"  {line}\n" for line in notes(state))
    yield "  " + _("Check code: {code}").format(code=known.check_code) + "\n"
