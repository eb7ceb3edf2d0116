"""The new text after a sentence of command, quoted or not: passages go in, the block that is new text comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..commands import NewText
from ..diagnostics import Diagnostic
from ..messages import _
from .acttext import ActText
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
        return Block(text, at + 1, _elisions(text))
    end = run_end(passages, at) if wants_text(sentence) else at
    if end == at:
        return None
    text = act.new_text(passages[at].whole_start, passages[end - 1].end)
    run = passages[at:end]
    return Block(text, end, doubts_about(act, run) or _hidden_command(act, run, sentence))


def doubts_about(act: ActText, run: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """What makes it uncertain that a block of text without quotation marks is complete and nothing but new text."""
    text = act.new_text(run[0].whole_start, run[-1].end)
    return _both_versions(text) or (*_elisions(text), *_open_end(act, run), *_end_of_act(act, run), *_unfinished(text))


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


OLD_HEAD = r"(?i:bisher\w*|alte?\w*)(?:\s+\w+)?"
NEW_HEAD = r"(?i:neue?\w*|künftig\w*|geändert\w*)(?:\s+\w+)?"
"""What stands over the old and the new wording in a table."""

_BOTH_VERSIONS = re.compile(rf"{OLD_HEAD}[ \t]*\|[ \t]*{NEW_HEAD}[ \t]*\|?[ \t]*$", re.MULTILINE)


def _both_versions(text: NewText) -> tuple[Diagnostic, ...]:
    """„Satz 1 erhält folgende Fassung: / alt | neu / … | …“"""
    if not _BOTH_VERSIONS.match(text.text):
        return ()
    return (
        Diagnostic(
            _("Old and new wording stand side by side; only the new one can be new text."),
            text.span,
            _("Give only the new wording, or name the place before the table without a command: „§ 3 Absatz 2:“"),
        ),
    )


_ELIDED = re.compile(r"[\[(]\s*(?:…|\.\.\.)\s*[\])]|\.{5,}|^(?:\([0-9a-z]+\)\s*)?(?:…|\.\.\.)|(?:…|\.\.\.)$")
_UNCHANGED = re.compile(
    r"(?m)^[^.\n]{0,30}\bunverändert\W*$|^\W*(?:\w{1,3}[.)]+\s+)?\W*(?:wie (?:bisher|gehabt|zuvor)|bleibt|bleiben)\W*$"
)


def _elisions(text: NewText) -> tuple[Diagnostic, ...]:
    """„[…]“ and „Satz 1 unverändert“ stand for words that nobody can copy with certainty."""
    if not (_ELIDED.search(text.text) or _UNCHANGED.search(text.text)):
        return ()
    return (
        Diagnostic(
            _("The new text leaves out words that are to stay."),
            text.span,
            _("Give the new wording in full, or command only what changes."),
        ),
    )


def _unfinished(text: NewText) -> tuple[Diagnostic, ...]:
    if not text.text.endswith(":"):
        return ()
    return (
        Diagnostic(
            _("The new text ends with a colon; what should follow it is missing."),
            text.span,
            _("Give the new wording in full, or put quotation marks around it if it ends there."),
        ),
    )


def _open_end(act: ActText, run: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """Without quotation marks, a further paragraph may be new text or explanation."""
    lines = [passage for passage in run if passage.begins_line]
    tail: list[Passage] = []
    for before, line in pairwise(run):
        if line.begins_line and line.labels and not _is_remark(act, before, line):
            tail.clear()
        elif line.begins_line and not _is_wrapped(act, before, line):
            tail.append(line)
    if tail and tail[0] in lines[1:2] and _is_title(act, lines[0]):
        tail = tail[1:]
    if not tail:
        return ()
    return (_belongs(act, tail[0], tail[-1]),)


def _belongs(act: ActText, first: Passage, last: Passage) -> Diagnostic:
    return Diagnostic(
        _("It is not clear whether this still belongs to the new text."),
        act.span(first.start, last.end),
        _("Put quotation marks around the new text."),
    )


_OF_CHANGE = re.compile(r"\W*(?:Die|Der|Das|Diese[rs]?)\s+(?:\w*[äÄ]nderung|\w*Nachtrag|Neufassung|Neuregelung)")


def _end_of_act(act: ActText, run: Sequence[Passage]) -> tuple[Diagnostic, ...]:
    """„3. Die Änderung tritt am 1. Mai in Kraft.“ at the end of a list may be its item, or the end of the act."""
    for passage in run[1:]:
        itemised = bool(passage.labels) and passage.labels[0].mark is not Mark.KLAMMER
        if passage.kind is Kind.IN_FORCE and (itemised or _OF_CHANGE.match(act.masked, passage.start)):
            return (_belongs(act, passage, passage),)
    return ()


def _is_remark(act: ActText, before: Passage, line: Passage) -> bool:
    """Whether a dash stands after a full sentence: a list begins otherwise, a remark so."""
    dashed = line.labels[0].mark is Mark.STRICH and not (before.labels and before.labels[0].mark is Mark.STRICH)
    return dashed and act.masked[before.end - 1] in ".!?"


def _is_wrapped(act: ActText, before: Passage, line: Passage) -> bool:
    """Whether the line only goes on with the sentence before it, which the layout broke."""
    between = act.masked[before.end : line.whole_start]
    ended = act.masked[before.end - 1] in ".:;!?“"
    return between.count("\n") < 2 and not ended


def _is_title(act: ActText, line: Passage) -> bool:
    text = act.masked[line.start : line.end].rstrip()
    short = not line.labels and len(text) < 100 and not text.endswith((".", ",", ";", ":"))
    return line.kind is Kind.ADDRESS or short


_ADDING = re.compile(
    r"\b(?:(?:ein|an)(?:ge|zu)füg(?:t|en)|ergänzt|vorangestellt|ersetzt|ersetzen|[Ee]rsetze)\b|§.*§", re.DOTALL
)
_NAMES_PLACE = re.compile(rf"(?:[Ii]n\s+|[Ii]m\s+|[Nn]ach\s+)?{PLACE}\s*[0-9(]")


def _hidden_command(act: ActText, run: Sequence[Passage], sentence: str) -> tuple[Diagnostic, ...]:
    """After „§ 3 wird wie folgt geändert:“, a line that begins with a place may be a command in unusual words.

    A new wording that begins with another place than the one it is for is doubtful too.
    """
    lines = run if may_frame(sentence) else [] if _ADDING.search(sentence) else run[:1]
    changed = [str(step) for place in places_in(sentence) for step in place.steps]
    for line in lines:
        text = act.masked[line.start : line.end]
        if not line.begins_line or not _NAMES_PLACE.match(text):
            continue
        own = places_in(text)
        if not own or str(own[0].steps[0]) not in changed:
            return (
                Diagnostic(
                    _("It is not clear whether this is new text or a command."),
                    act.span(line.start, line.end),
                    _("Put quotation marks around new text; write commands with a verb: „Absatz 2 wird gestrichen.“"),
                ),
            )
    return ()
