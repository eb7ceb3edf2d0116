"""Annexes of an act: at the heading of one, its text is kept for the command that sends there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..messages import _
from .items import Said
from .passages import Passage
from .prose import Kind
from .state import State

_ANNEX = re.compile(
    r"(?P<name>(?P<kind>Anhang|Anlage)(?:\s+[0-9IVX]+[a-z]?|\s+[A-Z])?)"
    r"(?P<to>\s*\(?zu[rm]?\s(?:[^.:]|[0-9]\.){1,60})?\s*:?"
)
_OF_ACT = re.compile(r"Änderung|Artikel\s+[0-9]+\s+(?:Nummer|Nr\.)")
_AWAITS = re.compile(
    r"\b(?:aus|in|im)\s+(?:de[mr]\s+)?(?P<name>(?:Anhang|Anlage)(?:\s+[0-9]+)?)\b[^.]*?\b(?:ersichtlich|beigefügt|abgedruckt)"
)


def read_annex(state: State, passage: Passage) -> bool:
    """A text at the end of the act, up to the next annex of its kind. The heading „Anlage 1“ belongs to the text."""
    heading = _ANNEX.fullmatch(state.masked(passage))
    if heading is None or not (state.ended or _is_awaited(state, heading["name"])):
        return False
    start = state.at
    while (following := state.peek()) and not _begins_annex(state.masked(following), inside=_is_of_act(heading)):
        state.at += 1
    if state.at == start:
        return False
    if not state.ended:
        _refuse_orders_in_annex(state, state.passages[start : state.at])
    first = state.passages[min(start, len(state.passages) - 1)] if _is_of_act(heading) else passage
    text = state.act.new_text(first.whole_start, state.passages[state.at - 1].end)
    state.reading.annexes[" ".join(heading["name"].split())] = text
    return True


def _is_awaited(state: State, name: str) -> bool:
    """Whether a command before has said that its new text stands in this annex."""
    said = (_AWAITS.search(item.span.text) for item in state.part.items if isinstance(item, Said))
    return any(found and found["name"].split() == name.split() for found in said)


def _refuse_orders_in_annex(state: State, passages: Sequence[Passage]) -> None:
    """Nothing has ended the commands of the act yet: what looks like one in the annex may be one."""
    for passage in passages:
        if passage.kind in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE):
            message = _("It is not clear whether this belongs to the annex or to the act.")
            hint = _("Put the annex after the end of the act: its entry into force, its signature.")
            state.refuse(passage, message, hint)


def _begins_annex(line: str, inside: bool) -> bool:
    """Whether the line begins an annex; what the annex of an act has `inside` is not told from it by an „Anlage 1“."""
    heading = _ANNEX.fullmatch(line)
    return heading is not None and (_is_of_act(heading) or not inside)


def _is_of_act(heading: re.Match[str]) -> bool:
    """„Anhang“, „Anlage zur 4. Änderung“, „Anlage zu Artikel 1 Nummer 5“: only the act has it; that of the text begins
    below.
    """
    return heading["kind"] == "Anhang" or bool(_OF_ACT.search(heading["to"] or ""))
