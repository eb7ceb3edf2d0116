"""A tree of provisions goes in, its canonical text comes out. docs/text-format.md describes the form."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation import ITEMS, Level
from ..provision import Provision

MARGIN = 4
"""Where the sentences of a unit without a label begin."""
TAIL = 2
"""By how much the end of a sentence after its list is indented further than the sentence."""


def format_document(document: Provision) -> str:
    """The canonical text of a document. `parse` gives the same tree back."""
    lines = [document.heading] if document.heading else []
    lines += _content(document.children)
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines) + "\n"


def _content(children: tuple[Provision, ...]) -> Iterator[str]:
    """The lines of what stands in a §, a group or the whole document."""
    for position, child in enumerate(children):
        match child.level:
            case Level.ABSATZ | Level.NUMMER if child.label and not _is_section(child):
                yield from _labelled(child, 0)
            case Level.ABSATZ if not child.label:
                if position:
                    yield ""
                yield from _sentences(child.children, MARGIN)
            case Level.EINGANGSFORMEL:
                yield ""
                yield from (" " * MARGIN + sentence.text for sentence in child.children)
            case Level.SCHLUSSFORMEL:
                yield ""
                yield from (sentence.text for sentence in child.children)
            case Level.SATZ | Level.SATZTEIL | Level.TABELLE | Level.ZEILE:
                yield from _sentence(child, MARGIN)
            case level if level in ITEMS and not child.heading:
                yield from _labelled(child, MARGIN)
            case _:
                yield ""
                yield f"{child.label} {child.heading}".strip()
                yield from _content(child.children)


def _is_section(unit: Provision) -> bool:
    """Whether a Nummer is a heading with text below: „2. Aufgaben“."""
    return unit.level is Level.NUMMER and bool(unit.heading)


def _labelled(unit: Provision, column: int) -> Iterator[str]:
    """The lines of an Absatz or list item whose label begins at `column`."""
    inner = inner_column(unit.label, column)
    first, *rest = [*_sentences(unit.children, inner)] or [""]
    opens = bool(unit.children) and bool(unit.children[0].text)
    if unit.heading:
        yield f"{' ' * column}{unit.label} {unit.heading}"
        yield ""
        yield first
    elif opens:
        yield f"{' ' * column}{unit.label} {first[inner:]}"
    else:
        yield f"{' ' * column}{unit.label}"
        if first:
            yield first
    yield from rest


def sentence_number(label: str) -> str:
    """The number printed before a sentence, with the space after it; a raised one („¹Der“) stands close."""
    return f"{label} " if label.isascii() and label else label


def inner_column(label: str, column: int) -> int:
    """Where the text of a unit begins whose label is at `column`. Below a bullet there is room for a tail."""
    return column + max(len(label) + 1, TAIL + 1)


def _sentences(children: tuple[Provision, ...], column: int) -> Iterator[str]:
    for child in children:
        yield from _sentence(child, column)


def _sentence(unit: Provision, column: int) -> Iterator[str]:
    """The lines of a sentence or of what a sentence holds."""
    match unit.level:
        case Level.SATZTEIL:
            yield " " * (column + TAIL) + unit.text
        case Level.TABELLE:
            yield from (" " * column + row.text for row in unit.children)
        case level if level in ITEMS:
            yield from _labelled(unit, column)
        case _:
            if unit.text:
                yield " " * column + sentence_number(unit.label) + unit.text
            yield from _sentences(unit.children, column)
