"""The new text after a sentence of command, quoted or not: passages go in, the block that is new text comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..commands import NewText
from ..diagnostics import Diagnostic
from ..messages import _
from .acttext import ActText
from .doubts import doubts_about, unlike_new_text
from .passages import Passage
from .phrases import PLACE, may_frame, wants_text
from .points import Mark, follows
from .prose import Kind
from .scope import places_in


@dataclass(frozen=True, slots=True)
class Block:
    """New text, the index of the passage after it, and what makes it doubtful."""

    text: NewText
    after: int
    doubts: tuple[Diagnostic, ...] = ()


def text_after(act: ActText, passages: Sequence[Passage], at: int, sentence: str) -> Block | None:
    """The new text that follows the sentence of command from passage `at` on; None if there is none.

    A quotation right after it is the text. Without one it is what follows up to the next command, heading or note, if
    the sentence announces a text. „§ 3 wird wie folgt geändert:“ may announce commands; then they follow, and no text.
    """
    if at >= len(passages) or (passages[at].labels and passages[at].kind is Kind.QUOTE):
        return None
    if passages[at].kind is Kind.QUOTE:
        (quotation, *_more) = act.quotations_in(passages[at].start, passages[at].end)
        text = act.new_text(quotation.inner_start, quotation.inner_end)
        return Block(text, at + 1, unlike_new_text(text))
    end = run_end(passages, at) if wants_text(sentence) else at
    if end == at:
        return None
    text = act.new_text(passages[at].whole_start, passages[end - 1].end)
    run = passages[at:end]
    return Block(text, end, doubts_about(act, run, passages[end:]) or tuple(_hidden_command(act, run, sentence)))


_IN_TEXT = (Kind.DECISION, Kind.NOTE, Kind.IN_FORCE, Kind.REMARK, Kind.QUOTE)
"""Kinds that are new text as well, where they cannot be prose of the act: labelled, or within a line."""


def run_end(passages: Sequence[Passage], at: int) -> int:
    """The index after the passages from `at` on that can be one block of text without quotation marks."""
    end = at
    while end < len(passages) and _can_be_text(passages, end, first=end == at):
        if end > at and _is_next_point(passages, at, end):
            break
        end += 1
    return end


def _is_next_point(passages: Sequence[Passage], at: int, index: int) -> bool:
    """Whether the passage goes on with the points of the act („2. Die Satzung tritt …“), not with a list before it."""
    passage = passages[index]
    if not passage.begins_line or not passage.labels:
        return False
    mark = passage.labels[0].mark
    inside = (label for other in passages[at:index] for label in other.labels)
    if any(label.mark is mark for label in inside):
        return False
    before = (passages[i].labels for i in range(at - 1, -1, -1))
    point = next((labels for labels in before if any(label.mark is mark for label in labels)), ())
    return follows(point, passage.labels[0])


def _can_be_text(passages: Sequence[Passage], at: int, first: bool) -> bool:
    passage = passages[at]
    inside = not passage.begins_line or (bool(passage.labels) and passage.labels[0].mark >= Mark.KLAMMER)
    if passage.kind is Kind.REMARK and passage.labels and passage.labels[0].mark is Mark.STRICH:
        return False  # „- einstimmig angenommen -“
    if passage.kind is Kind.TEXT:
        goes_on = at + 1 < len(passages) and passages[at + 1].kind is Kind.TEXT
        return passage.start < passage.end or goes_on
    return (inside and passage.kind in _IN_TEXT) or (first and passage.kind in (Kind.ADDRESS, Kind.NOTE))


_ADDING = re.compile(
    r"\b(?:(?:ein|an)(?:ge|zu)füg(?:t|en)|ergänzt|vorangestellt|ersetzt|ersetzen|[Ee]rsetze)\b|§.*§", re.DOTALL
)
_ORDERS = re.compile(r"(?:wird|werden)\s+(?:\w+\s+)?(?:gestrichen|aufgehoben|gelöscht)\W*")
_ENDS = re.compile(r"(?:entfällt|entfallen)\W*")
"""Also a new wording may say so of an Absatz; a point does not."""
_NAMES_PLACE = re.compile(rf"(?:[Ii]n\s+|[Ii]m\s+|[Nn]ach\s+)?{PLACE}\s*[0-9(]")


def _hidden_command(act: ActText, run: Sequence[Passage], sentence: str) -> Iterator[Diagnostic]:
    """After „§ 3 wird wie folgt geändert:“, a line that begins with a place may be a command in unusual words.

    A new wording that begins with another place than the one it is for is doubtful too, and what is nothing but a verb
    that orders: „(2) wird gestrichen.“
    """
    framed = may_frame(sentence)
    first = len(run) if framed else 0 if _ADDING.search(sentence) else 1
    changed = [str(step) for place in places_in(sentence) for step in place.steps]
    for index, line in enumerate(run):
        text = act.masked[line.start : line.end]
        names_place = index < first and line.begins_line and _NAMES_PLACE.match(text)
        own = places_in(text) if names_place else ()
        elsewhere = names_place and (not own or str(own[0].steps[0]) not in changed)
        if elsewhere or _ORDERS.fullmatch(text) or (framed and _ENDS.fullmatch(text)):
            yield Diagnostic(
                _("It is not clear whether this is new text or a command."),
                act.span(line.start, line.end),
                _("Put quotation marks around new text; write commands with a verb: „Absatz 2 wird gestrichen.“"),
            )
            return
