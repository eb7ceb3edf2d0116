"""Where the reasons of an act end, and what in them reads like a command: a passage in, items to be checked out."""

from __future__ import annotations

import re

from .items import Explained
from .passages import Passage
from .phrases import is_command
from .points import follows
from .prose import Kind
from .scope import places_in
from .state import State

_OWN_PLACE = re.compile(r"(?:(?:In|Nach|Dem|Der|Die|Vor)\s+)?§")


def ends_reasons(state: State, passage: Passage) -> bool:
    """Reasons end at the next article, motion or point, not at commands that they talk about nor in their own lists.

    „Begründung: …“ with the reason on its line ends also at the next command that names its own §.
    """
    if passage.kind in (Kind.ARTICLE, Kind.MOTION):
        return True
    if passage.kind not in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE):
        return False
    first = passage.labels[0] if passage.labels else None
    continued = first is not None and follows(state.path, first) and first.mark not in state.reasons
    own_place = passage.begins_line and bool(_OWN_PLACE.match(state.masked(passage)))
    return continued or (own_place and _explained_on_one_line(state))


def _explained_on_one_line(state: State) -> bool:
    return state.explaining is not None and ":" in state.masked(state.explaining).rstrip(": \n")


def begin_reasons(state: State, heading: Passage) -> None:
    """From here on the act explains itself; what „Hinweis: § 9 wird gestrichen.“ says is looked at again."""
    state.explaining = heading
    state.reasons.clear()
    head, colon, rest = state.masked(heading).partition(":")
    if colon and is_command(rest) and places_in(rest):
        start = heading.start + len(head) + 1 + len(rest) - len(rest.lstrip())
        state.part.items.append(Explained(state.act.span(start, heading.end), state.path, near=False))


def read_explanation(state: State, passage: Passage) -> None:
    """Nothing among reasons is a command; what could be one is looked at again, so that none is lost.

    Reasons talk of commands inside their lines, transitional rules do not.
    """
    state.reasons.update(label.mark for label in passage.labels)
    transitional = state.explaining is not None and state.explaining.kind is Kind.ARTICLE
    says = places_in(state.masked(passage)) or "„" in state.masked(passage)
    if passage.kind is Kind.COMMAND and (passage.begins_line or transitional) and says:
        state.part.items.append(Explained(state.span(passage), state.path, _explained_on_one_line(state)))
