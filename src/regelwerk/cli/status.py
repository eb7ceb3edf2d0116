"""`regelwerk status`: a workspace in; how each rulebook in it stands today out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.terminal import Printable, write
from .paging import write_fitted
from .workplace import now, on_each, say, workspace

if TYPE_CHECKING:
    from ..rulebook.register import Register
    from ..rulebook.state import State


def run(
    ids: Annotated[list[str] | None, typer.Argument(metavar=_("ID..."), help=_("Only these rulebooks."))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("One JSON object per rulebook and line."))] = False,
) -> int:
    """Print one paragraph for each rulebook. What is wrong with one of them does not hide the others."""
    from ..rulebook.state import state_on

    place = workspace()
    if not (ids or place.ids):
        say(_("There is no rulebook here yet: „regelwerk import FILE --id ID“ records one."))

    def tell(id: str) -> None:
        known = place.load(id).register
        state = state_on(known, now().date())
        if as_json:
            from ..output import json

            write(sys.stdout, json.dump(json.state(known, state)))
        else:
            write_fitted(sys.stdout, *_paragraph(known, state))

    return on_each(ids or place.ids, tell)


def _paragraph(known: Register, state: State) -> Iterator[Printable]:
    from ..output.state import notes

    yield f"{known.id}: {known.title}\n", "head"
    yield from (f"  {line}\n" for line in notes(state))
    yield "  " + _("Check code: {code}").format(code=known.check_code) + "\n"
