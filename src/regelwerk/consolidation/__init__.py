"""Provision × Command → Provision and its Effects: the only place that edits a text.

The rules are those of docs/meaning.md. Commands are executed in the order of the act; whatever one refuses is
reported together with what the others refuse, and then nothing is applied at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from ..citation import Level, Step
from ..commands import (
    AddUnits,
    AppendUnits,
    AppendWords,
    Command,
    Expect,
    InsertUnits,
    InsertWords,
    NewText,
    PrependUnits,
    PrependWords,
    Recast,
    RecastFromAnnex,
    Renumber,
    Repeal,
    RepealText,
    ReplaceWords,
    Shift,
    StrikeWords,
    Unwrap,
    Wrap,
)
from ..diagnostics import Diagnostic, DoesNotApply, NotUnderstood
from ..messages import _
from ..provision import Provision
from . import insertion, numbering, words
from . import repeal as repealing
from .draft import Draft
from .effects import Effect, effects
from .recast import recast
from .review import review
from .sentencenumbers import counted_anew
from .shifting import shift

__all__ = ["Consolidated", "Effect", "consolidate"]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The text after an act, and everything the act did, command by command."""

    document: Provision
    effects: tuple[Effect, ...]


def consolidate(
    document: Provision, commands: Iterable[Command], act: int = 1, annexes: Mapping[str, NewText] | None = None
) -> Consolidated:
    """The document after all commands of one act. Nothing outside their places changes.

    `act` numbers the acts applied to the text, from 1, for the origins of new units; `annexes` are texts attached to
    the act, by name.

    Raises DoesNotApply with a diagnostic for every command whose place or words are not there exactly as it says or
    whose new text is not what it announces, and for what the act as a whole would leave unsound.
    """
    draft = Draft.start(document, act)
    done: tuple[Effect, ...] = ()
    last: tuple[Effect, ...] = ()
    refused: list[Diagnostic] = []
    for command in commands:
        try:
            changed = apply(draft, command, annexes or {}, last)
        except (DoesNotApply, NotUnderstood) as error:
            refused += error.diagnostics
            continue
        last = effects(command, draft.document, changed.document)
        done += last
        draft = changed
    if any(isinstance(effect.command, Renumber) for effect in done):
        draft = numbering.exchanged(draft)
    draft = counted_anew(draft)
    if not refused:
        refused += review(draft, done)
    if refused:
        raise DoesNotApply(*refused)
    return Consolidated(draft.document, done)


def apply(draft: Draft, command: Command, annexes: Mapping[str, NewText], last: tuple[Effect, ...]) -> Draft:
    """The draft after one command; `last` are the effects of the one before.

    Raises DoesNotApply with the place in the act that does not fit.
    """
    match command:
        case ReplaceWords() | InsertWords() | StrikeWords():
            return words.change_words(draft, command)
        case AppendWords() if all(place.last.level is Level.INHALTSUEBERSICHT for place in command.places):
            return insertion.append(draft, _as_entry(command))
        case AppendWords() | PrependWords():
            return words.add_words(draft, command)
        case Recast():
            return recast(draft, command)
        case RecastFromAnnex():
            return recast(draft, _from_annex(command, annexes))
        case InsertUnits():
            return insertion.insert(draft, command)
        case AppendUnits():
            return insertion.append(draft, command)
        case PrependUnits():
            return insertion.prepend(draft, command)
        case AddUnits():
            return insertion.add(draft, command)
        case Repeal():
            return repealing.repeal(draft, command)
        case Expect():
            return repealing.expect(draft, command)
        case Renumber():
            return numbering.renumber(draft, command)
        case Shift():
            return shift(draft, command, last)
        case Wrap():
            return numbering.wrap(draft, command)
        case Unwrap():
            return numbering.unwrap(draft, command)
        case RepealText():
            raise _of_another_text(command)
        case _:
            assert_never(command)


def _of_another_text(command: RepealText) -> DoesNotApply:
    return DoesNotApply.of(
        _("This command repeals another text as a whole: {title}.").format(title=command.title),
        command.span,
        _("A repeal is recorded in the register of that text."),
    )


def _as_entry(command: AppendWords) -> AppendUnits:
    """„Der Inhaltsübersicht wird folgende Angabe angefügt“: a line of its own."""
    entry = (command.places[0].child(Step(Level.ANGABE)),)
    text = NewText(command.words, command.span)
    return AppendUnits(places=command.places, span=command.span, point=command.point, new=text, announced=entry)


def _from_annex(command: RecastFromAnnex, annexes: Mapping[str, NewText]) -> Recast:
    if command.annex not in annexes:
        raise DoesNotApply.of(
            _("The new text is said to stand in „{annex}“, which this act does not contain.").format(
                annex=command.annex
            ),
            command.span,
            _("Add the annex to the file of the act, under its heading."),
        )
    return Recast(places=command.places, span=command.span, point=command.point, new=annexes[command.annex])
