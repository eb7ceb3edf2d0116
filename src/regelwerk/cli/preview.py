"""A proposal in; what it would do to the text shown, command by command and marked in the text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..messages import _
from ..output.terminal import Printable, width_of, write, write_findings
from .paging import write_fitted

if TYPE_CHECKING:
    from ..rulebook.history import Rulebook
    from ..rulebook.registration import Proposal
    from ..rulebook.timeline import Version


def show_entry(proposal: Proposal) -> None:
    """What the register would say of the act, and what is said against it."""
    from ..output.entries import about

    write_fitted(sys.stdout, *about(proposal.entry))
    show_overruled(proposal.objections)


def show_overruled(objections: Iterable[Diagnostic]) -> None:
    """What is said against an act although it is taken: how to overrule that is no longer of use."""
    write_findings(sys.stderr, (replace(objection, hint=None) for objection in objections))


def show_commands(proposal: Proposal, act: str) -> None:
    """Each command of the act with its effect, on the day on which it comes into force.

    What does not come from the file of the act was decided, and has the name of the file that says so.
    """
    from ..days import shown
    from ..output.acts import trace

    for version in proposal.versions:
        days = _("from {day}").format(day=shown(version.in_force))
        what = _("no longer in force") if version.expired else _("in force")
        write(sys.stdout, (f"{what} {days}\n", "head"))
        for file, effects in groupby(version.effects, key=lambda effect: effect.command.span.source.name):
            write_fitted(sys.stdout, *trace(None if file == act else file, effects))


def show_changes(before: Rulebook, proposal: Proposal) -> None:
    """The text with all changes marked in it, without what stays."""
    write(sys.stdout, *_redline(before.last, proposal.rulebook.last))


def _redline(old: Version, new: Version) -> Iterator[Printable]:
    from ..comparison import compare
    from ..output.choices import View
    from ..output.inline import redline
    from ..output.publication import Masthead, compared, shortened

    publication = compared(View.REDLINE, compare(old.document, new.document), Masthead())
    return redline(shortened(publication).blocks, width_of(sys.stdout))
