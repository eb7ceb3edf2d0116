"""Where the reasons of an act end, and what in them reads like a command: a passage in, items to be checked out."""

from __future__ import annotations

import re
from collections.abc import Container

from .items import Explained
from .passages import Passage
from .phrases import is_command
from .points import Mark, follows
from .prose import Kind
from .scope import places_in
from .state import State

_OWN_PLACE = re.compile(r"(?:(?:In|Nach|Dem|Der|Die|Vor)\s+)?§")


def read_reasons(state: State, heading: Passage) -> None:
    """From the heading on the act explains itself; what could be a command there is looked at again, so none is lost.

    Reasons talk of commands inside their lines, transitional rules (an article of the act) do not.
    """
    head, colon, rest = state.masked(heading).partition(":")
    if colon and is_command(rest) and places_in(rest):  # „Hinweis: § 9 wird gestrichen.“
        start = heading.start + len(head) + 1 + len(rest) - len(rest.lstrip())
        state.part.items.append(Explained(state.act.span(start, heading.end), state.path, near=False))
    marks: set[Mark] = set()
    near = ":" in state.masked(heading).rstrip(": \n")
    while (passage := state.peek()) and not _ends_reasons(state, passage, marks, near):
        state.at += 1
        marks.update(label.mark for label in passage.labels)
        whole = passage.begins_line or heading.kind is Kind.ARTICLE
        says = places_in(state.masked(passage)) or "„" in state.masked(passage)
        if passage.kind is Kind.COMMAND and whole and says:
            state.part.items.append(Explained(state.span(passage), state.path, near))


def _ends_reasons(state: State, passage: Passage, marks: Container[Mark], near: bool) -> bool:
    """Reasons end at the next article, motion or point, not at commands that they talk about nor in their own lists.

    `marks`: the shapes of the labels in these. `near`: „Begründung: …“ has the reason on its line, and ends also at the
    next command that names its own §.
    """
    if passage.kind in (Kind.ARTICLE, Kind.MOTION):
        return True
    if passage.kind not in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE):
        return False
    first = passage.labels[0] if passage.labels else None
    continued = first is not None and follows(state.path, first) and first.mark not in marks
    return continued or (near and passage.begins_line and bool(_OWN_PLACE.match(state.masked(passage))))
