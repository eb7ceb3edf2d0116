"""How the parts of a text make up units: sentences take in their lists and tables, Absätze their sentences.

Shared by the readers of loose and of canonical text, so that both give the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .citation import Level
from .labels import read_label
from .provision import Provision
from .sentences import split_sentences

ROW = re.compile(r"(?:^|\s)\|(?:\s|$)")
"""What tells a table row from a sentence."""
UNFINISHED = re.compile(r"[\w,–-]$")
"""The end of a line that does not end a sentence."""
_NUMBERED = re.compile(r"(?P<label>[⁰¹²³⁴-⁹]+|[0-9]{1,2}(?=\s[A-ZÄÖÜ„]))\s*(?P<text>.+)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def sentence(text: str) -> Provision:
    """A sentence of these words."""
    return Provision(Level.SATZ, text=text)


def add_part(sentences: list[Provision], part: Provision) -> None:
    """Put a list item, table row or tail into the last sentence; without one, into a sentence without words."""
    last = sentences.pop() if sentences else sentence("")
    if part.level is Level.ZEILE:
        *above, table = last.children or (Provision(Level.TABELLE),)
        if table.level is not Level.TABELLE:
            above, table = [*above, table], Provision(Level.TABELLE)
        part = replace(table, children=(*table.children, part))
        last = replace(last, children=tuple(above))
    sentences.append(replace(last, children=(*last.children, part)))


def number_sentences(sentences: list[Provision]) -> tuple[Provision, ...]:
    """The sentences, with the numbers printed before them („¹Der …“, „2 Vom …“) as their labels.

    Digits on the line count as numbers only if all sentences have them, from 1 on.
    """
    found = [_NUMBERED.fullmatch(unit.text) for unit in sentences]
    numbers = [match["label"].translate(_SUPERSCRIPT) if match else "" for match in found]
    if len(numbers) < 2 or numbers != [str(i) for i in range(1, len(numbers) + 1)]:
        return tuple(sentences)
    return tuple(
        replace(unit, label=match["label"], text=match["text"]) if match else unit
        for unit, match in zip(sentences, found, strict=True)
    )


def without_only_absatz(units: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """A first part without label is no Absatz if no other Absatz lacks a label: its sentences belong to the §."""
    if units and not units[0].label and all(unit.label for unit in units[1:]):
        return units[0].children + units[1:]
    return units


def assemble(parts: Iterable[str | Provision]) -> tuple[Provision, ...]:
    """The sentences that text, list items and table rows make up in this order."""
    sentences: list[Provision] = []
    for part in parts:
        if isinstance(part, Provision):
            add_part(sentences, part)
            continue
        first, *rest = _split(part)
        if sentences and _goes_on(sentences[-1], first):
            add_part(sentences, Provision(Level.SATZTEIL, text=first))
        else:
            sentences.append(sentence(first))
        sentences += map(sentence, rest)
    return number_sentences(sentences)


def _split(text: str) -> list[str]:
    """The sentences of a text, but none that would look like a list item or a table row."""
    found: list[str] = []
    for part in split_sentences(text):
        if found and (read_label(part) or ROW.search(part)):
            found[-1] += " " + part
        else:
            found.append(part)
    return found


def _goes_on(before: Provision, text: str) -> bool:
    """Whether text after a list or table goes on with the sentence that holds it."""
    if not before.children or text[0].islower():
        return bool(before.children)
    last = before.children[-1]
    if last.level is Level.SATZTEIL or last.level is Level.TABELLE:
        return False
    end = last.words()
    return bool(re.search(r"(?:[,;]|\b(?:und|oder|sowie))$", end)) or (
        not before.text.endswith(":") and UNFINISHED.search(end) is not None
    )
