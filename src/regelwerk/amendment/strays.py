"""What is no command and is nothing else that may stand among commands: a passage goes in, and is refused."""

from __future__ import annotations

import re

from ..citation import Citation
from ..messages import _
from .passages import Passage
from .prose import Kind
from .scope import places_in
from .state import State

_EDITORIAL = re.compile(r"[Rr]edaktionell|[Ss]inngemäß|[Ff]olgeänderung")
_WISH = re.compile(r"\b(?:soll|sollen|sollte|sollten|möchten?|müsste|müssten|wünsch\w+)\b")


def refuse_stray(state: State, passage: Passage) -> None:
    """Refuse what is no command, and is nothing that may stand among commands either."""
    if _EDITORIAL.search(state.masked(passage)):
        message = _("Changes that are not written out cannot be made.")
        hint = _("Write each of them as a command: „In § 3 wird „Rat“ durch „Beirat“ ersetzt.“")
    elif _WISH.search(state.masked(passage)):
        message = _("This says what is wanted, not what the text will be.")
        hint = _("Give the new wording: „§ 3 Absatz 2 wird wie folgt gefasst: …“")
    else:
        message = _("This is neither a command nor a part of an act that may be passed over.")
        hint = _("Say what changes where: „In § 3 wird … ersetzt.“ Put explanations under „Begründung“.")
        if place := _place_above(state, passage):
            hint = _("If this is to be the wording of {place}, say so: „{place} wird wie folgt gefasst: „…““.").format(
                place=place
            )
    state.refuse(passage, message, hint)


def _place_above(state: State, passage: Passage) -> Citation | None:
    """The place that the line above is, if it is nothing else."""
    at = state.passages.index(passage)
    above = state.passages[at - 1] if at else None
    places = places_in(state.masked(above)) if above and above.kind is Kind.ADDRESS else ()
    return places[0] if len(places) == 1 else None
