"""What an act says, in order: its passages go in; for each text it amends come out the sentences of command with their
new text, the checks, and what could not be placed.

Prose is passed over, by its `Kind`. Anything else among the commands is refused, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from ..messages import _
from .acttext import ActText
from .annexes import read_annex
from .commanding import opening, read_command
from .dates import DATE
from .items import ActReading, Placed
from .metadata import named_in_title
from .newtext import run_end
from .passages import Passage
from .phrases import PLACE, clause_name, recast_name
from .points import Mark
from .prose import Kind, commands_too, decides_change
from .reasons import read_reasons
from .scope import named_text
from .state import State
from .strays import refuse_stray
from .versions import exchange_under, read_address, read_lone_label, read_table, read_version, read_versions

_EXPIRES = re.compile(rf"(?:Die\s+|Der\s+)?{PLACE}.*\bau(?:ß|ss)er\s+Kraft", re.DOTALL)


def read_items(act: ActText, passages: Sequence[Passage]) -> ActReading:
    """Read the act. Never raises: what cannot be placed is in the diagnostics of the part where it stands."""
    state = State(act, passages)
    while passage := state.next():
        _read(state, passage)
        if not state.begun:
            state.reading.preamble.append(passage)
    return state.reading


def _read(state: State, passage: Passage) -> None:
    if state.opened and not state.is_below(passage, state.opened[0]):
        state.opened = None
    match passage.kind:
        case Kind.TEXT | Kind.ADDRESS if state.opened or opening(state, passage):
            read_command(state, passage)
        case Kind.COMMAND if _recasts_only_some(state, passage):
            _read_clause(state, passage)
        case Kind.COMMAND:
            read_command(state, passage)
        case Kind.CLAUSE:
            _read_clause(state, passage)
        case Kind.ARTICLE | Kind.HEADING:
            _read_heading(state, passage)
        case Kind.ADDRESS:
            _read_place(state, passage)
        case Kind.OLD | Kind.NEW:
            read_versions(state, passage)
        case Kind.DECISION:
            _read_decision(state, passage)
        case Kind.IN_FORCE:
            _read_entry(state, passage)
        case Kind.REASONS:
            read_reasons(state, passage)
        case Kind.MOTION:
            state.path, state.ended = (), False
            state.govern(())
        case Kind.CLOSING:
            state.ended = state.begun
        case Kind.REJECTED | Kind.COMPETING:
            _refuse_undecided(state, passage)
        case Kind.QUOTE | Kind.TEXT:
            _read_text(state, passage)
        case Kind.NOTE if passage.labels and decides_change(state.masked(passage)):
            _refuse_decision(state, passage)
        case Kind.NOTE | Kind.REMARK:
            pass
        case _:
            assert_never(passage.kind)


def _refuse_undecided(state: State, passage: Passage) -> None:
    if passage.kind is Kind.REJECTED:
        message, hint = _("The act says that it was not adopted."), _("Only an adopted act changes a text.")
    else:
        message = _("The act offers a choice between texts.")
        hint = _("Leave only what was adopted: one act, one wording.")
    state.refuse(passage, message, hint)


def _recasts_only_some(state: State, passage: Passage) -> bool:
    """„Die Satzung wird wie folgt neu gefasst:“, and then only some of its §§: it is a citation clause."""
    following = state.peek()
    commands = following is not None and following.kind is Kind.COMMAND and bool(following.labels)
    return commands and recast_name(state.masked(passage)) is not None


def _read_clause(state: State, passage: Passage) -> None:
    state.enter(passage)
    text = state.masked(passage)
    state.select(clause_name(text) or recast_name(text), state.span(passage))
    state.govern(())
    state.ended = False
    state.add(Placed((), state.path))
    end = run_end(state.passages, state.at)
    if state.at < end < len(state.passages) and state.passages[end].kind is Kind.OLD:
        new = state.passages[state.at : end]
        state.at = end + 1
        exchange_under(state, passage, read_version(state), new)


def _read_heading(state: State, passage: Passage) -> None:
    if passage.kind is Kind.ARTICLE:
        state.enter(passage)
        state.ended = False
        _read_article_title(state, passage)
    name = named_in_title(" ".join(state.masked(passage).split()))
    if name:
        state.govern(())
        state.select(name)


_OF_CHANGES = re.compile(r"\w*[Ää]nderung(?:en)?")
_TRANSITION = re.compile(r"Übergangs(?:regelung|bestimmung|vorschrift)(?:en)?")


def _read_article_title(state: State, article: Passage) -> None:
    """What „Artikel 2 Übergangsregelung“ rules stays in the act, as reasons do; it is no part of the text."""
    following = state.peek()
    title = state.masked(article) or (state.masked(following) if following else "")
    if _TRANSITION.fullmatch(title) and article.labels[-1].mark is Mark.ARTIKEL:
        read_reasons(state, article)
    elif following and _OF_CHANGES.fullmatch(title) and state.masked(article) == "":
        state.at += 1


def _read_place(state: State, passage: Passage) -> None:
    if name := named_text(state.masked(passage)):
        state.select(name)
    if not read_annex(state, passage):
        read_address(state, passage)


def _read_decision(state: State, passage: Passage) -> None:
    state.enter(passage)
    state.reading.decisions.append(passage)
    text, following = state.masked(passage), state.peek()
    state.govern(text)
    announces = text.rstrip().endswith(":") or (following is not None and following.kind in (Kind.OLD, Kind.NEW))
    if decides_change(text) and not announces:
        _refuse_decision(state, passage)


def _refuse_decision(state: State, passage: Passage) -> None:
    message = _("A change is decided here, but not commanded.")
    state.refuse(passage, message, _("Write it as a command: „§ 5 wird gestrichen.“"))


def _read_entry(state: State, passage: Passage) -> None:
    """Entry into force, expiry. „§ 5 tritt außer Kraft.“ without a day is a repeal in the wrong words."""
    state.reading.in_force.append(passage)
    text = state.masked(passage)
    state.ended = state.begun
    if commands_too(text):
        message = _("This changes the text and says when something comes into force or ceases to be in force.")
        state.refuse(passage, message, _("Say each in a sentence of its own."))
    if _EXPIRES.match(text) and not re.search(DATE, text):
        message = _("It is not said when this ceases to be in force.")
        state.refuse(passage, message, _("To take it out of the text write: „§ 5 wird aufgehoben.“"))


def _read_text(state: State, passage: Passage) -> None:
    if passage.start == passage.end and passage.labels:
        read_lone_label(state, passage)
    elif read_annex(state, passage) or read_table(state, passage):
        return
    elif state.begun and not state.ended and state.quotes_sound(passage.start, passage.end):
        refuse_stray(state, passage)
        while (following := state.peek()) and following.kind is Kind.TEXT:
            state.at += 1
