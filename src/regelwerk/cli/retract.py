"""`regelwerk retract`: the last step of a rulebook in; a step that takes it back recorded out. Nothing is removed."""

from __future__ import annotations

from typing import Annotated

import typer

from ..messages import _
from .options import Yes
from .preview import show_changes, show_entry
from .workplace import now, record_if_agreed, workspace


def run(
    id: Annotated[str, typer.Argument(metavar=_("ID"), help=_("The rulebook."))],
    number: Annotated[str, typer.Argument(metavar=_("N"), help=_("The number of the amendment to be taken back."))],
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why; it is recorded."))],
    yes: Yes = False,
) -> None:
    """Show the text without the step; record that after a yes."""
    from ..rulebook.registration import propose_retraction

    place = workspace()
    before = place.load(id)
    rulebook = before.rulebook
    proposal = propose_retraction(rulebook, number, reason, now())
    show_entry(proposal)
    show_changes(rulebook, proposal)
    question = _("Take back number {number} of „{id}“?").format(number=number, id=id)
    done = _("Number {number} of „{id}“ is taken back.").format(number=number, id=id)
    record_if_agreed(place, before, proposal, question, done, yes=yes)
