"""Which heading stands below which: sections one after another go in, a tree comes out.

Levels nest in the order in which they first appear; a heading without a label is the lowest group.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..citation import GROUPS, Level
from ..provision import Provision
from .labels import Reading, continuation, read_label

_Kind = tuple[str, int]
"""What groups of one depth have in common: their level, or the style of their labels and how many numbers it has."""
_UNLABELLED = 1_000
_IN_ANNEX = (Level.PRAEAMBEL, Level.INHALTSUEBERSICHT)
_AT_TOP = (*_IN_ANNEX, Level.ANLAGE, Level.EINGANGSFORMEL, Level.SCHLUSSFORMEL)


@dataclass(slots=True)
class _Open:
    """The document, an annex or a group that takes in the sections after it."""

    section: Provision
    reading: Reading | None = None
    rank: int = -1
    inside: list[Provision] = field(default_factory=list)


def nest(sections: Iterable[Provision]) -> tuple[Provision, ...]:
    """The sections as a tree: groups and annexes hold, after their own content, the sections that follow."""
    stack = [_Open(Provision(Level.DOCUMENT))]
    ranks: dict[_Kind, int] = {}
    for section in sections:
        if section.level in _AT_TOP:
            in_annex = len(stack) > 1 and stack[1].section.level is Level.ANLAGE and section.level in _IN_ANNEX
            _close(stack, 2 if in_annex else 1)
        if section.level is Level.ANLAGE:
            ranks = {}
            stack.append(_Open(section))
        elif section.level in GROUPS or (section.level is Level.NUMMER and section.heading):
            kind, reading = _kind(section, stack)
            rank = ranks.setdefault(kind, len(ranks)) if section.label else _UNLABELLED
            while stack[-1].rank >= rank:
                _close(stack, len(stack) - 1)
            stack.append(_Open(section, reading, rank))
        else:
            stack[-1].inside.append(section)
    _close(stack, 1)
    return tuple(stack[0].inside)


def _close(stack: list[_Open], depth: int) -> None:
    """Close what is open until `depth` are left; each goes into the one around it."""
    while len(stack) > depth:
        done = stack.pop()
        whole = done.section.holding(done.section.children + tuple(done.inside))
        stack[-1].inside.append(whole)


def _kind(section: Provision, stack: list[_Open]) -> tuple[_Kind, Reading | None]:
    """The kind of a group, and what its label means. „I.“ is a letter where „H.“ is open."""
    stop = "" if section.label.endswith((".", ")")) else "."
    label = read_label(section.label + stop) if section.level in (Level.GLIEDERUNG, Level.NUMMER) else None
    if label is None:
        words = section.label.rstrip("0123456789IVXLC. ") if section.level is Level.GLIEDERUNG else ""
        return (f"{section.level.value} {words}", 0), None
    continued = (found for group in stack if (found := continuation(label, group.reading)))
    style, value = reading = next(continued, label.readings[0])
    return (style.name, len(value)), reading
