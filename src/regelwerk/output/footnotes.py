"""The footnotes of a text in, the lines below it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..days import shown
from ..messages import _
from ..provision import Provision, citation_of
from ..rulebook.footnotes import Decided, Footnote, Undocumented
from .entries import name
from .units import cited


def remarks(document: Provision, notes: Iterable[Footnote]) -> Iterator[str]:
    """The footnotes of a text, below it."""
    for note in notes:
        place = cited(citation_of(document, note.path))
        match note:
            case Decided(version=version, decision=decision):
                told = (
                    _("{place}: read so by decision of {by}, {day}; {entry} does not fit here. Reason: {reason}")
                    if decision.commands
                    else _("„{passage}“ in {entry} has no effect by decision of {by}, {day}. Reason: {reason}")
                ).format(
                    place=place,
                    passage=" ".join(decision.passage.split()),
                    by=decision.by,
                    day=shown(decision.on),
                    entry=name(version.entry),
                    reason=decision.reason,
                )
            case Undocumented(runs=runs):
                words = ", ".join(f"„{run.text.strip()}“" for run in runs)
                told = _("{place}: no act documents {words}").format(place=place, words=words)
        yield told
