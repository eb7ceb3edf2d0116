"""Which heading stands below which: sections one after another go in, a tree comes out.

Levels nest in the order in which they first appear; a heading without a label is the lowest group.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .citation import GROUPS, Level
from .labels import Value, follows, read_label
from .provision import Provision

_AT_TOP = (
    Level.ANLAGE,
    Level.SCHLUSSFORMEL,
    Level.EINGANGSFORMEL,
    Level.PRAEAMBEL,
    Level.INHALTSUEBERSICHT,
)
_UNLABELLED = 1_000


@dataclass(slots=True)
class _Open:
    """A group or annex that takes in the sections after it. `ranks`: the kinds of group seen inside, highest first."""

    section: Provision
    kind: str = ""
    value: Value = ()
    rank: int = 0
    inside: list[Provision] = field(default_factory=list)


def nest(sections: Iterable[Provision]) -> tuple[Provision, ...]:
    """The sections as a tree: groups and annexes hold, after their own content, the sections that follow."""
    stack = [_Open(Provision(Level.DOCUMENT))]
    ranks: dict[str, int] = {}
    for section in sections:
        if section.level in _AT_TOP:
            annex = section.level in (Level.PRAEAMBEL, Level.INHALTSUEBERSICHT) and stack[1:2]
            _close(stack, 2 if annex and stack[1].section.level is Level.ANLAGE else 1)
            if section.level is Level.ANLAGE:
                ranks = {}
                stack.append(_Open(section, rank=-1))
                continue
        elif section.level in GROUPS or section.level is Level.NUMMER:
            kind, value = _kind(section, stack)
            rank = ranks.setdefault(kind, len(ranks)) if section.label else _UNLABELLED
            while stack[-1].rank >= rank and stack[-1].kind:
                _close(stack, len(stack) - 1)
            stack.append(_Open(section, kind, value, rank))
            continue
        stack[-1].inside.append(section)
    _close(stack, 1)
    return tuple(stack[0].inside)


def _close(stack: list[_Open], depth: int) -> None:
    """Close what is open until `depth` are left; each goes into the one around it."""
    while len(stack) > depth:
        done = stack.pop()
        whole = replace(done.section, children=done.section.children + tuple(done.inside))
        stack[-1].inside.append(whole)


def _kind(section: Provision, stack: list[_Open]) -> tuple[str, Value]:
    """What tells groups of one depth from those of another (the level, or the style of the label), and its place."""
    if section.level not in (Level.GLIEDERUNG, Level.NUMMER):
        return section.level.value, ()
    label = read_label(section.label if section.label.endswith((".", ")")) else section.label + ".")
    if label is None:
        return section.label.rstrip("0123456789IVXLC. ") or "-", ()
    for style, value in label.readings:
        if any(group.kind == f"{style.name}{len(value)}" and follows(style, value, group.value) for group in stack):
            return f"{style.name}{len(value)}", value
    style, value = label.readings[0]
    return f"{style.name}{len(value)}", value
