"""What an act says, in order: its passages go in; for each text it amends come out the sentences of command with their
new text, the checks, and what could not be placed.

Prose is passed over, by its `Kind`. Anything else among the commands is refused, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from ..citation import GROUPS, Level
from ..messages import _
from .acttext import ActText
from .annexes import read_annex
from .dates import DATE
from .items import ActReading, Checked, Placed, Refused, Said
from .metadata import named_in_title
from .newtext import Block, run_end, text_after
from .passages import Passage
from .phrases import PLACE, clause_name, may_frame, recast_name, shows_old, shows_result, wants_text
from .points import Mark, advance
from .preamble import before_commands
from .prose import Kind, commands_too, decides_change
from .reasons import begin_reasons, ends_reasons, read_explanation
from .scope import named_text, places_in
from .state import State
from .versions import exchange_under, read_address, read_lone_label, read_table, read_version, read_versions

_PRONOUN = re.compile(
    r"(?:Er|Sie|Es)\s+(?:wird|werden|erhält|erhalten|lautet|lauten)\s+(?:wie|neu|folgende|gestrichen|aufgehoben|künftig)"
)
_OPENS = re.compile(
    r"(?:Es|(?P<place>(?:In|Im)\b(?:(?!\bfolgende|\bjeweils)[^„:])*?))\s+"
    r"(?:(?:wird|werden|sind)\s+(?P<verb>ersetzt|gestrichen|aufgehoben|eingefügt|angefügt)\s*:|(?:wird|werden)\s*:?)\s*",
    re.DOTALL,
)
"""„In § 3 Absatz 2 werden gestrichen:“, „Es werden ersetzt:“, „In § 3 wird“ above points that have their own verbs."""
_EXPIRES = re.compile(rf"(?:Die\s+|Der\s+)?{PLACE}.*\bau(?:ß|ss)er\s+Kraft", re.DOTALL)
_OF_ITSELF = (Level.PARAGRAF, Level.ABSATZ, Level.ANLAGE, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT, *GROUPS)
"""Levels that leave no doubt where a sentence acts, or none that a label could remove."""


def read_items(act: ActText, passages: Sequence[Passage]) -> ActReading:
    """Read the act. Never raises: what cannot be placed is in the diagnostics of the part where it stands."""
    state = State(act, passages)
    while passage := state.next():
        if state.explaining and not ends_reasons(state, passage):
            read_explanation(state, passage)
            continue
        state.explaining = None
        _read(state, passage)
        if not state.begun:
            state.reading.preamble.append(passage)
    return state.reading


def _read(state: State, passage: Passage) -> None:
    if state.opened and not state.is_below(passage, state.opened[0]):
        state.opened = None
    match passage.kind:
        case Kind.TEXT | Kind.ADDRESS if state.opened or _opening(state, passage):
            _read_command(state, passage)
        case Kind.COMMAND:
            _read_command(state, passage)
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
            begin_reasons(state, passage)
        case Kind.MOTION:
            state.path, state.ended = (), False
            state.govern(())
        case Kind.CLOSING:
            state.ended = state.begun
        case Kind.REJECTED:
            state.refuse(passage, _("The act says that it was not adopted."), _("Only an adopted act changes a text."))
        case Kind.COMPETING:
            message = _("The act offers a choice between texts.")
            state.refuse(passage, message, _("Leave only what was adopted: one act, one wording."))
        case Kind.QUOTE | Kind.TEXT:
            _read_text(state, passage)
        case Kind.NOTE if passage.labels and decides_change(state.masked(passage)):
            _refuse_decision(state, passage)
        case Kind.NOTE | Kind.REMARK:
            pass
        case _:
            assert_never(passage.kind)


def _read_command(state: State, passage: Passage) -> None:
    following = state.peek()
    if following and following.kind is Kind.COMMAND and following.labels and recast_name(state.masked(passage)):
        _read_clause(state, passage)  # „Die Satzung wird wie folgt neu gefasst:“, and then only some of its §§
        return
    state.enter(passage)
    text = state.masked(passage)
    if name := named_text(text):
        state.visit(name, state.path)
    else:
        state.refuse_astray(passage)
    state.govern(text)
    state.ended = False
    if shows_result(text) or shows_old(text):
        _read_check(state, passage, after=shows_result(text))
        return
    if not before_commands(state, passage):
        return
    if opening := _opening(state, passage):
        _open(state, passage, opening)
        return
    if _may_be_place(state, passage):
        message = _("It is not clear whether this numbers a point of the act or names a unit of the text.")
        state.refuse(passage, message, _("Name the place in the sentence: „In Absatz 3 wird …“"))
        return
    last = state.part.items[-1] if state.part.items else None
    goes_on, start = last is not None and last.path == state.path, passage.start
    if goes_on and isinstance(last, Said) and _PRONOUN.match(text):
        state.part.items.pop()
        goes_on, start = last.goes_on, last.span.start
    block = _read_block(state, text)
    if state.quotes_sound(passage.start, passage.end) and (block is None or _is_sound(state, block)):
        span = state.act.span(start, passage.end)
        verb = state.opened[1] if state.opened else ""
        state.add(Said(span, state.path, goes_on, block.text if block else None, verb))
    else:
        state.add(Refused(state.path))


def _opening(state: State, passage: Passage) -> re.Match[str] | None:
    opening, below = _OPENS.fullmatch(state.masked(passage)), state.peek()
    return opening if opening and below and state.is_below(below, advance(state.path, passage.labels)) else None


def _open(state: State, passage: Passage, opening: re.Match[str]) -> None:
    """„In § 3 werden ersetzt:“ is said for each of the points below."""
    if opening["place"]:
        state.add(Said(state.act.span(passage.start, passage.start + opening.end("place")), state.path, False))
    state.opened = state.path, opening["verb"] or "wird"


def _may_be_place(state: State, passage: Passage) -> bool:
    """„(3) Satz 2 wird gestrichen.“, or „3. …“ right below „§ 4 Mitglieder“: Absatz 3, or the third point?"""
    if not passage.labels or passage.labels[-1].mark is Mark.STRICH:
        return False
    heading = next((item for item in reversed(state.part.items) if isinstance(item, Placed)), None)
    below_heading = heading is not None and bool(heading.places) and state.path[:-1] == heading.path
    if passage.labels[-1].mark is not Mark.KLAMMER and not below_heading:
        return False
    named = places_in(state.masked(passage))
    return not (named and named[0].steps and named[0].steps[0].level in _OF_ITSELF)


def _read_block(state: State, sentence: str) -> Block | None:
    """The new text after the sentence. It may come only after the next one: „… einzufügen. Absatz 3 wird Absatz 4.“"""
    block = text_after(state.act, state.passages, state.at, sentence)
    if block is not None:
        state.at = block.after
        return block
    following = state.peek()
    if following is None or following.kind is not Kind.COMMAND or following.labels or may_frame(sentence):
        return None
    if not wants_text(sentence) or wants_text(state.masked(following)):
        return None
    block = text_after(state.act, state.passages, state.at + 1, sentence)
    if block is not None:
        state.skips[state.at + 1] = block.after
    return block


def _is_sound(state: State, block: Block) -> bool:
    if not state.quotes_sound(block.text.span.start, block.text.span.end):
        return False
    state.part.diagnostics.extend(block.doubts)
    return not block.doubts


def _read_check(state: State, passage: Passage, after: bool) -> None:
    block = text_after(state.act, state.passages, state.at, state.masked(passage))
    if block is None or not state.governing:
        message = _("The text that this sentence shows does not follow.")
        state.refuse(passage, message, _("Put it after the sentence, in quotation marks, or leave the sentence out."))
        return
    state.at = block.after
    if _is_sound(state, block):
        state.add(Checked(state.governing, block.text, state.path, after))


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
    state.ended = state.ended and passage.kind is not Kind.ARTICLE
    if passage.kind is Kind.ARTICLE:
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
        state.explaining = article
        state.reasons.clear()
    elif following and _OF_CHANGES.fullmatch(title) and state.masked(article) == "":
        state.at += 1


def _read_place(state: State, passage: Passage) -> None:
    if name := named_text(state.masked(passage)):
        state.select(name)
    if not read_annex(state, passage) and (command := read_address(state, passage)) is not None:
        _read_command(state, command)


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
        state.refuse_stray(passage)
        while (following := state.peek()) and following.kind is Kind.TEXT:
            state.at += 1
