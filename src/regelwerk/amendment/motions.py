"""Old and new text side by side („Alte Fassung / Neue Fassung“): both blocks go in, checks and recasts come out.

The old text must be what stands in the place; the new one takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import Citation, Level, Step
from ..citations import scan_citations
from ..commands import AddUnits, Command, Expect, NewText, Recast, Repeal
from ..diagnostics import Diagnostic, NotUnderstood, Span
from ..messages import _
from .acttext import ActText
from .passages import Passage
from .points import Mark
from .prose import Kind
from .scope import places_in

_NOTHING = re.compile(
    r"\W*(?:(?:wird\s+)?(?:ersatzlos\s+)?(?:entfällt|entfallen|gestrichen)(?:\s+ersatzlos)?|[-–—])?\W*"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece of a block, and where the block itself says it belongs (() if it does not say)."""

    steps: tuple[Step, ...]
    text: NewText


def is_nothing(text: str) -> bool:
    """Whether the new text says that nothing takes the place of the old: „entfällt“."""
    return bool(_NOTHING.fullmatch(text))


def unplaced(span: Span) -> Diagnostic:
    """For old and new text side by side of which nobody says where they belong."""
    return Diagnostic(
        _("Old and new text do not say where they belong."),
        span,
        _("Name the place before them: „§ 3 Absatz 2 wird wie folgt geändert:“"),
    )


def exchange(
    act: ActText, place: Citation, old: Sequence[Passage], new: Sequence[Passage], span: Span, point: str
) -> tuple[Command, ...]:
    """The checks of the old text and the recasts by the new one, both at `place` or inside it.

    A label „(2)“ before a piece says that it is Absatz 2. A new piece without an old one is added. Raises
    NotUnderstood if the labels do not tell which pieces belong together.
    """
    before = _placed(place, _units(act, old))
    after = _placed(place, _units(act, new))
    if Citation() in (*before, *after):
        raise NotUnderstood(unplaced(span))
    commands: list[Command] = [
        Expect(places=(at,), text=text, span=text.span, point=point) for at, text in before.items()
    ]
    if len(after) == 1 and is_nothing(next(iter(after.values())).text):
        return (*commands, *(Repeal(places=(at,), span=span, point=point) for at in before or after))
    if missing := [at for at in before if at not in after]:
        raise NotUnderstood.of(
            _("The new text does not say what becomes of {place}.").format(place=missing[0]),
            span,
            _("Give each piece of the old text its new wording, or write „entfällt“."),
        )
    for at, text in after.items():
        if before and at not in before:
            commands.append(AddUnits(places=(at.parent(),), new=text, announced=(at,), span=text.span, point=point))
        else:
            commands.append(Recast(places=(at,), new=text, span=text.span, point=point))
    return tuple(commands)


def reprinted(
    act: ActText, places: tuple[Citation, ...], block: Sequence[Passage]
) -> dict[tuple[Citation, ...], NewText]:
    """Text shown beside a command, as pieces with their places; in one piece if the block names no places itself."""
    units = _units(act, block)
    if not units:
        return {}
    if len(units) == 1 and (not units[0].steps or len(places) == 1):
        return {places: units[0].text}
    if not all(unit.steps for unit in units) or units[0].steps[0].level is not Level.PARAGRAF:
        return {places: act.new_text(block[0].whole_start, block[-1].end)}
    return {(Citation(unit.steps),): unit.text for unit in units}


def _units(act: ActText, block: Sequence[Passage]) -> list[_Unit]:
    units: list[_Unit] = []
    around: tuple[Step, ...] = ()
    open_steps: tuple[Step, ...] | None = None
    start = end = 0
    for passage in block:
        address = _address(act, passage)
        absatz = passage.labels[0] if passage.labels and passage.labels[0].mark is Mark.KLAMMER else None
        if open_steps is not None and (address or absatz):
            units.append(_Unit(open_steps, act.new_text(start, end)))
            open_steps = None
        if address:
            around = address
            continue
        if open_steps is None:
            open_steps = (*around, Step(Level.ABSATZ, absatz.number)) if absatz else around
            start = passage.whole_start
        end = passage.end
    if open_steps is not None:
        units.append(_Unit(open_steps, act.new_text(start, end)))
    if len(block) == 1 and block[0].kind is Kind.QUOTE:
        (quotation,) = act.quotations_in(block[0].start, block[0].end)
        units = [_Unit((), act.new_text(quotation.inner_start, quotation.inner_end))]
    return [_without_printed_place(act, unit) for unit in units]


def _address(act: ActText, passage: Passage) -> tuple[Step, ...]:
    """The place that a line of the block is („§ 5“ alone), () if the line is text."""
    if passage.kind is Kind.ADDRESS:
        found = places_in(act.masked[passage.start : passage.end])
        return found[0].steps if found else ()
    if passage.kind is Kind.TEXT and passage.start == passage.end and passage.labels[-1].mark is Mark.PARAGRAF:
        return (Step(Level.PARAGRAF, passage.labels[-1].number),)
    return ()


def _without_printed_place(act: ActText, unit: _Unit) -> _Unit:
    """„§ 2.1 (1) Der Verein …“ without the place that some motions print before the text itself."""
    text, span = unit.text.text, unit.text.span
    if unit.steps or not text.startswith("§"):
        return unit
    scan = scan_citations(text, 0)
    if scan is None or len(scan.citations) != 1 or not text[scan.end :].strip():
        return unit
    rest = text[scan.end :].lstrip()
    start = span.end - len(rest)
    return _Unit(scan.citations[0].steps, act.new_text(start, span.end))


def _placed(place: Citation, units: Sequence[_Unit]) -> dict[Citation, NewText]:
    """Each piece at its full place. Raises NotUnderstood if the block and the words around it disagree."""
    placed: dict[Citation, NewText] = {}
    for unit in units:
        at = _inside(place, unit.steps)
        if at is None or at in placed:
            raise NotUnderstood.of(
                _("The text here is not that of {place}.").format(place=place),
                unit.text.span,
                _("Name the place of each piece of text: „§ 3 Absatz 2“ on a line before it."),
            )
        placed[at] = unit.text
    return placed


def _inside(place: Citation, steps: tuple[Step, ...]) -> Citation | None:
    """`steps` as said by a block, completed by `place`; None if they contradict each other."""
    if not steps:
        return place
    levels = [step.level for step in place.steps]
    if steps[0].level not in levels:
        same_number = place.steps and steps[-1].number == place.last.number and place.last.level is Level.NUMMER
        return place if same_number else place.child(*steps)
    index = levels.index(steps[0].level)
    shared = zip(place.steps[index:], steps, strict=False)
    if any(ours.number != theirs.number and _comparable(ours, theirs) for ours, theirs in shared):
        return None
    return place if len(steps) <= len(place.steps) - index else Citation(place.steps[:index] + steps)


def _comparable(ours: Step, theirs: Step) -> bool:
    """„(1)“ may be called Nummer 1 or Absatz 1."""
    return ours.level is theirs.level or {ours.level, theirs.level} == {Level.ABSATZ, Level.NUMMER}
