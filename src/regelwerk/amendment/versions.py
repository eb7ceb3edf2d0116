"""Places as headings, and old and new text side by side: where the reader of an act meets them, it goes on here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..citation import Citation, Level, Step
from ..language.places import complete_all
from ..language.undecidable import new_or_beside
from ..messages import _
from .commanding import read_command
from .doubts import NEW_HEAD, OLD_HEAD, doubts_about
from .items import Checked, Exchanged, Placed, Said
from .motions import is_nothing, reprinted, unplaced
from .passages import Passage
from .phrases import may_frame
from .points import Mark
from .prose import Kind
from .scope import address_in, places_in
from .state import State
from .strays import refuse_stray

_ANEW = re.compile(r"\((?:neu|künftig)\)")
_FRAGMENT = re.compile(r"(?:wird|werden|entfällt|entfallen|erhält|erhalten|lautet|ist|sind)\b", re.IGNORECASE)


def read_address(state: State, passage: Passage) -> None:
    """A line that is only a place; with the next one it may be a command: „§ 33 / Wird gestrichen“."""
    places, following = address_in(state.masked(passage)), state.peek()
    if not places or any(label.mark is Mark.STRICH for label in passage.labels):
        if state.begun and not state.ended:
            refuse_stray(state, passage)
    elif following and following.kind is Kind.TEXT and _FRAGMENT.match(state.masked(following)):
        state.at += 1
        read_command(state, replace(passage, kind=Kind.COMMAND, end=following.end))
    else:
        _read_place(state, passage, places)


def read_lone_label(state: State, passage: Passage) -> None:
    """„§ 5“ alone is a point of the act if what follows names its place itself; else it is the place."""
    following, label = state.peek(), passage.labels[-1]
    says = following is not None and following.kind in (Kind.COMMAND, Kind.ADDRESS)
    named = places_in(state.masked(following)) if following and says else ()
    if label.mark is Mark.PARAGRAF and named and named[0].steps[0].level is not Level.PARAGRAF:
        place = Citation((Step(Level.PARAGRAF, label.number),))
        _read_place(state, replace(passage, labels=passage.labels[:-1]), (place,))
    else:
        state.enter(passage)


def _read_place(state: State, passage: Passage, places: tuple[Citation, ...]) -> None:
    """A place as a heading; under a citation clause, text below it is its new wording."""
    state.leave_numbering()
    state.enter(passage)
    places = _below_heading(state, places)
    state.govern(places)
    run = state.run() if state.part.clause else ()
    labelled = any(line.labels and line.labels[0].mark is Mark.KLAMMER for line in run)
    if labelled and places[0].last.level is Level.PARAGRAF:
        state.refuse(
            passage,
            _("It is not clear whether the whole of {place} gets this text or only these Absätze.").format(
                place=places[0]
            ),
            _("Write „{place} wird wie folgt gefasst:“, or name the Absätze.").format(place=places[0]),
        )
    elif run:
        exchange_under(state, passage, (), run)
    else:
        state.add(Placed(places, state.path))


def _below_heading(state: State, places: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """„Absatz 1“ as a heading below „§ 4“ as one: § 4 Absatz 1."""
    above = state.heading
    if above is None or len(above.places) != 1 or state.path[: len(above.path)] != above.path:
        return places
    return complete_all(above.places, places)


def read_versions(state: State, passage: Passage) -> None:
    """„Alte Fassung: …“ and „Neue Fassung: …“, in any order. Beside a whole command they are checks."""
    own_places = places_in(state.masked(passage))
    state.govern(own_places or state.governing)
    blocks = {passage.kind: read_version(state)}
    while (following := state.peek()) and following.kind in (Kind.OLD, Kind.NEW) and following.kind not in blocks:
        state.at += 1
        blocks[following.kind] = read_version(state)
    old, new = blocks.get(Kind.OLD, ()), blocks.get(Kind.NEW, ())
    last = state.part.items[-1] if state.part.items else None
    if own_places and Kind.NEW not in blocks:
        for places, text in reprinted(state.act, own_places, old).items():
            state.add(Checked(places, text, state.path, after=False))
        return
    if isinstance(last, Said) and (last.payload or not may_frame(last.span.text)):
        _add_check(state, old, after=False)
        _add_check(state, new, after=True)
        return
    if isinstance(last, Said):
        state.part.items.pop()
    elif Kind.OLD not in blocks and _ANEW.search(state.masked(passage)):
        state.part.diagnostics.append(new_or_beside(state.span(passage)))
        return
    exchange_under(state, passage, old, new)


def read_version(state: State) -> Sequence[Passage]:
    """The old or the new text, in which places may stand as headings: „§ 5“, „(4) …“, „§ 7“, „(2) …“."""
    start = state.at
    state.run()
    while (following := state.peek()) and _is_place(following):
        state.at += 1
        state.run()
    return state.passages[start : state.at]


def exchange_under(state: State, passage: Passage, old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """The old text gives way to the new, at the place named last."""
    if len(state.governing) > 1 or not new:
        state.part.diagnostics.append(unplaced(state.span(passage)))
        return
    doubts = doubts_about(state.act, new, state.passages[state.at :])
    state.part.diagnostics.extend(doubts)
    if state.quotes_sound((old or new)[0].whole_start, new[-1].end) and not doubts:
        state.add(Exchanged(state.governing, tuple(old), tuple(new), state.span(passage), state.path))


_CELL = re.compile(r"[^|]+")
_OLD_HEAD = re.compile(rf"\s*{OLD_HEAD}\s*")
_NEW_HEAD = re.compile(rf"\s*{NEW_HEAD}\s*")


def read_table(state: State, passage: Passage) -> bool:
    """A table „(place |) bisher | neu“; each row is an exchange. False if the passage is not the head of one."""
    head = _cells(state, passage)
    columns = [state.act.masked[start:end] for start, end in head]
    if len(head) not in (2, 3) or not (_OLD_HEAD.fullmatch(columns[-2]) and _NEW_HEAD.fullmatch(columns[-1])):
        return False
    while (row := state.peek()) and "|" in state.masked(row):
        state.at += 1
        if not set(state.masked(row)) <= set("|-: \n"):
            _read_row(state, row, len(head))
    return True


def _read_row(state: State, row: Passage, columns: int) -> None:
    cells = [replace(row, kind=Kind.TEXT, start=start, end=end, labels=()) for start, end in _cells(state, row)]
    if len(cells) != columns:
        state.refuse(row, _("This row has not as many cells as the head of the table."), _("Write one row per place."))
        return
    if columns == 3:
        state.govern(address_in(state.masked(cells[0])))
        if not state.governing:
            state.refuse(row, _("This row does not say where it belongs."), _("Write the place into its first cell."))
            return
    exchange_under(state, row, cells[-2:-1], cells[-1:])


def _cells(state: State, line: Passage) -> list[tuple[int, int]]:
    """Where the cells of a line of a table are."""
    cells = []
    for cell in _CELL.finditer(state.act.masked, line.whole_start, line.end):
        text = cell[0]
        if text.strip():
            start = cell.start() + len(text) - len(text.lstrip())
            cells.append((start, start + len(text.strip())))
    return cells


def _add_check(state: State, run: Sequence[Passage], after: bool) -> None:
    if not run or (after and is_nothing(state.act.words(run[0].whole_start, run[-1].end))):
        return
    for places, text in reprinted(state.act, state.governing, run).items():
        state.add(Checked(places, text, state.path, after))


def _is_place(passage: Passage) -> bool:
    lone = passage.start == passage.end and passage.labels and passage.labels[-1].mark is Mark.PARAGRAF
    return passage.kind is Kind.ADDRESS or bool(lone)
