"""A document in; its outline out: each part with how much stands in it, and the sums of all."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation import GROUPS, ITEMS, Level
from ..messages import ngettext
from ..provision import Provision, citation_of
from .terminal import Printable

_TOLD = (
    *GROUPS,
    Level.EINGANGSFORMEL,
    Level.PRAEAMBEL,
    Level.INHALTSUEBERSICHT,
    Level.PARAGRAF,
    Level.ANLAGE,
    Level.SCHLUSSFORMEL,
)


def outline(document: Provision) -> Iterator[Printable]:
    """The lines of the outline, and at the end the count of §§, Absätze and sentences."""
    yield f"{document.heading}\n", "head"
    for path, unit in document.walk():
        if unit.level in _TOLD:
            indent = "  " * len(path)
            size = "" if unit.level in GROUPS else f"  ({_size(unit)})"
            name = " ".join(part for part in (unit.label, unit.heading) if part)
            yield f"{indent}{name or citation_of(document, path)}{size}\n"
    paragraphs = count(document, Level.PARAGRAF)
    yield ngettext("{count} §", "{count} §§", paragraphs) + f", {_size(document)}\n"


def count(unit: Provision, level: Level) -> int:
    """How many units of the level there are in it; what list items hold is counted with the sentence of the list."""
    inside = sum(count(child, level) for child in unit.children if child.level not in ITEMS)
    return inside + (unit.level is level)


def _size(unit: Provision) -> str:
    absaetze, sentences = count(unit, Level.ABSATZ), count(unit, Level.SATZ)
    return ", ".join(
        (
            *([ngettext("{count} Absatz", "{count} Absätze", absaetze)] if absaetze else []),
            ngettext("{count} sentence", "{count} sentences", sentences),
        )
    )
