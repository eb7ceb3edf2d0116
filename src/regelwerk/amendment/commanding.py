"""Sentences of command in an act: a passage goes in; what it says is kept with its new text, or refused."""

from __future__ import annotations

import re

from ..citation import STANDING_ALONE, Level
from ..messages import _
from .items import Checked, Refused, Said
from .newtext import Block, text_after
from .passages import Passage
from .phrases import may_frame, shows_old, shows_result, wants_text
from .points import Mark, advance
from .preamble import before_commands
from .prose import Kind
from .scope import named_text, places_in
from .state import State

_PRONOUN = re.compile(
    r"(?:Er|Sie|Es)\s+(?:wird|werden|erhält|erhalten|lautet|lauten)\s+(?:wie|neu|folgende|gestrichen|aufgehoben|künftig)"
)
_OPENS = re.compile(
    r"(?:Es|(?P<place>(?:In|Im)\b(?:(?!\bfolgende|\bjeweils)[^„:])*?))\s+"
    r"(?:(?:wird|werden|sind)\s+(?P<verb>ersetzt|gestrichen|aufgehoben|eingefügt|angefügt)\s*:|(?:wird|werden)\s*:?)\s*",
    re.DOTALL,
)
"""„In § 3 Absatz 2 werden gestrichen:“, „Es werden ersetzt:“, „In § 3 wird“ above points that have their own verbs."""
_OF_ITSELF = (Level.ABSATZ, *STANDING_ALONE)
"""Levels that leave no doubt where a sentence acts, or none that a label could remove."""


def read_command(state: State, passage: Passage) -> None:
    """Keep the sentence with its new text; or the check that it announces, or the points that it is said for."""
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
    if found := opening(state, passage):
        _open(state, passage, found)
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


def opening(state: State, passage: Passage) -> re.Match[str] | None:
    """„In § 3 werden ersetzt:“, if points follow below it."""
    found, below = _OPENS.fullmatch(state.masked(passage)), state.peek()
    return found if found and below and state.is_below(below, advance(state.path, passage.labels)) else None


def _open(state: State, passage: Passage, found: re.Match[str]) -> None:
    """„In § 3 werden ersetzt:“ is said for each of the points below."""
    if found["place"]:
        state.add(Said(state.act.span(passage.start, passage.start + found.end("place")), state.path, False))
    state.opened = state.path, found["verb"] or "wird"


def _may_be_place(state: State, passage: Passage) -> bool:
    """„(3) Satz 2 wird gestrichen.“, or „3. …“ right below „§ 4 Mitglieder“: Absatz 3, or the third point?"""
    if not passage.labels or passage.labels[-1].mark is Mark.STRICH:
        return False
    heading = state.heading
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
