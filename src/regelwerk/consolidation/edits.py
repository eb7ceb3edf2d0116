"""Places in the words of a text, and what is to stand there, in; the text with all of it done at once, or a refusal,
out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ..citation import Level
from ..commands import Command
from ..diagnostics import DoesNotApply, Span
from ..messages import _
from ..provision import Provision
from ..sentences import split_sentences
from ..wording import doubled_punctuation, plain, spans, splice
from .draft import Draft
from .passages import Passage, text_of


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` for the words from `start` to `end` of a passage (offsets in the whole text of its unit)."""

    passage: Passage
    start: int
    end: int
    new: str


def make_edits(draft: Draft, command: Command, edits: list[Edit]) -> Draft:
    """The edits, made from the end of the text to its beginning, so that offsets and paths stay true.

    Raises DoesNotApply if two of them overlap, if they change nothing, or if they leave punctuation doubled.
    """
    for passage, group in reversed(_by_passage(command, edits).items()):
        draft = _put_text(draft, passage, _edited(draft, command, passage, group))
    return draft


def _by_passage(command: Command, edits: list[Edit]) -> dict[Passage, list[Edit]]:
    """The edits of each run of words, in the order of the text. Refuses what overlaps."""
    ordered = sorted(edits, key=lambda e: (e.passage.path, e.passage.heading, e.start, e.end))
    for first, second in pairwise(ordered):
        same = (first.passage.path, first.passage.heading) == (second.passage.path, second.passage.heading)
        if same and second.start < first.end:
            raise DoesNotApply.of(
                _("Two changes of this command overlap in the text."),
                command.span,
                _("Quote the whole passage once, and what it becomes."),
            )
    found: dict[Passage, list[Edit]] = {}
    for edit in ordered:
        found.setdefault(replace(edit.passage, start=0, end=0), []).append(edit)
    if len(found) > 1 and any(passage.count > 1 for passage in found):
        raise DoesNotApply.of(
            _("This command changes words over the end of a sentence and others beside them."),
            command.span,
            _("Write a command for each, or give the sentences their new wording."),
        )
    return found


def _edited(draft: Draft, command: Command, passage: Passage, edits: list[Edit]) -> str:
    """The whole text of a passage after its edits. Refuses what stands there already, and joints that are not clean."""
    place = draft.cite(passage.path)
    old = new = text_of(draft.document, passage)
    for edit in reversed(edits):
        if _stands_there(old, edit):
            raise DoesNotApply.of(
                _("„{words}“ stands in {place} already.").format(words=plain(edit.new), place=place),
                command.span,
                _("Perhaps the text has been amended so before, or the act says it twice."),
            )
        new = splice(new, edit.start, edit.end, edit.new)
    if pair := doubled_punctuation(old, new):
        raise DoesNotApply.of(
            _("After this change „{pair}“ would stand in {place}.").format(pair=pair, place=place),
            command.span,
            _("Quote the punctuation together with the words."),
        )
    if old == new:
        raise no_change(place, command.span)
    return new


def no_change(place: str, span: Span) -> DoesNotApply:
    """The refusal of a command that leaves the text as it is, with what may be the cause."""
    return DoesNotApply.of(
        _("This command changes nothing in {place}.").format(place=place),
        span,
        _("Perhaps the new words are a slip, or the text has been amended so before."),
    )


def _stands_there(text: str, edit: Edit) -> bool:
    """Whether the new words stand around what they are to replace, or beside the place where they are to go."""
    if not re.search(r"\w", edit.new) or text[edit.start : edit.end] == edit.new:
        return False
    if edit.start < edit.end:
        return any(start <= edit.start and edit.end <= end for start, end in spans(text, edit.new))
    gaps = (text[min(end, edit.start) : max(start, edit.end)] for start, end in spans(text, edit.new))
    return any(not gap.strip() for gap in gaps)


def _put_text(draft: Draft, passage: Passage, text: str) -> Draft:
    """The draft with `text` for the whole text of the passage's units. Words that now make more sentences become so."""
    unit = draft.at(passage.path)
    if passage.heading:
        return draft.replaced(passage.path, replace(unit, heading=text))
    if unit.level is not Level.SATZ:
        gone = unit.level is Level.SATZTEIL and not text
        return draft.replaced(passage.path, *(() if gone else (replace(unit, text=text),)))
    pieces = split_sentences(text)
    if passage.count == 1 and (len(pieces) < 2 or len(pieces) <= len(split_sentences(unit.text))):
        pieces = (text,) if text or unit.children else ()
    index = passage.path[-1]
    olds = draft.at(passage.path[:-1]).children[index : index + passage.count]
    kept = [replace(old, text=piece) for old, piece in zip(olds, pieces, strict=False)]
    draft, more = draft.fresh(*(Provision(Level.SATZ, text=piece) for piece in pieces[len(olds) :]))
    new = [*kept, *more]
    if unit.children and len(new) > 1:  # the list goes with the last of the sentences that the words now make
        new = [new[0].holding(()), *new[1:-1], new[-1].holding(unit.children)]
    return draft.replaced(passage.path, *new, count=passage.count)
