"""`regelwerk gap`: the number of an amendment that nobody has in; a step that says so recorded out."""

from __future__ import annotations

from typing import Annotated

import typer

from ..messages import _
from .options import Yes
from .workplace import now, number_of, record_if_agreed, workspace


def run(
    id: Annotated[str, typer.Argument(metavar=_("ID"), help=_("The rulebook."))],
    number: Annotated[str, typer.Argument(parser=number_of, metavar=_("N"), help=_("The number of the amendment."))],
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("How that is known; it is recorded."))],
    yes: Yes = False,
) -> None:
    """Record the gap after a yes."""
    from ..rulebook.registration import propose_gap

    place = workspace()
    before = place.load(id)
    proposal = propose_gap(before.rulebook, number, reason, now())
    question = _("Record that amendment {number} of „{id}“ is not to be had?").format(number=number, id=id)
    record_if_agreed(place, before, proposal, question, _("The gap is recorded."), yes=yes)
