"""How the parts of a text make up units: sentences take in their lists and tables, Absätze their sentences.

Shared by the readers of loose and of canonical text, so that both give the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..citation import Level
from ..numbers import RAISED, lowered
from ..provision import Provision
from ..sentences import begins_sentence, split_sentences
from ..smallwords import CONJUNCTIONS
from .labels import read_label

_BAR = re.compile(r"(?:^|\s)\|(?:\s|$)")
_NUMBERED = re.compile(rf"(?P<label>[{RAISED}]+|[0-9]{{1,2}}(?=\s?[A-ZÄÖÜ„]))\s*(?P<text>.+)")
_PRINTED = re.compile(rf"[{RAISED}]+(?=\s*\w)|[0-9]{{1,2}}(?=[A-ZÄÖÜ]\w)")
_MORE_TO_COME = re.compile(rf"(?:[,;]|\b(?:{CONJUNCTIONS}))$")


def is_row(text: str) -> bool:
    """Whether a line is a table row: a bar stands between its cells."""
    return "|" in text and _BAR.search(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether a line does not end as a sentence does, but in a word, a comma or a dash."""
    return text[-1:].isalnum() or text[-1:] in tuple(",_–-")


def leads_on(text: str) -> bool:
    """Whether the text of a list item ends so that another comes: in a comma, „und“."""
    return _MORE_TO_COME.search(text[-10:]) is not None


def sentence(text: str) -> Provision:
    """A sentence of these words."""
    return Provision(Level.SATZ, text=text)


@dataclass(slots=True)
class Sentence:
    """A sentence being put together. `parts`: its list items and tails, and the rows of each table in it."""

    text: str = ""
    parts: list[Provision | list[Provision]] = field(default_factory=list)

    def finished(self) -> Provision:
        """The sentence as a provision."""
        children = tuple([part if isinstance(part, Provision) else _table(part) for part in self.parts])
        return Provision(Level.SATZ, text=self.text, children=children)

    def ends_before(self, text: str) -> bool:
        """Whether text after the list or table of this sentence begins a new one."""
        if not self.parts:
            return True
        last = self.parts[-1]
        if text[0].islower():
            return False
        if isinstance(last, list) or last.level is Level.SATZTEIL:
            return True
        end = last.words()
        if leads_on(end):
            return False
        announced = self.text.endswith(":") or begins_sentence(text.split(maxsplit=1)[0])
        return announced or not is_unfinished(end)


def _table(rows: list[Provision]) -> Provision:
    return Provision(Level.TABELLE, children=tuple(rows))


def add_part(sentences: list[Sentence], part: Provision) -> None:
    """Put a list item, table row or tail into the last sentence; without one, into a sentence without words."""
    if not sentences:
        sentences.append(Sentence())
    parts = sentences[-1].parts
    if part.level is not Level.ZEILE:
        parts.append(part)
    elif parts and isinstance(parts[-1], list):
        parts[-1].append(part)
    else:
        parts.append([part])


def assemble(parts: Iterable[str | Provision]) -> tuple[Provision, ...]:
    """The sentences that text, list items and table rows make up in this order."""
    sentences: list[Sentence] = []
    for part in parts:
        if isinstance(part, Provision):
            add_part(sentences, part)
            continue
        first, *rest = _split(part)
        if not sentences or sentences[-1].ends_before(first):
            sentences.append(Sentence(first))
        else:
            add_part(sentences, Provision(Level.SATZTEIL, text=first))
        sentences += map(Sentence, rest)
    return numbered(sentences)


def _split(text: str) -> list[str]:
    """The sentences of a text, but none that would look like a list item or a table row."""
    found: list[str] = []
    for part in split_sentences(text):
        if found and (read_label(part) or is_row(part)):
            found[-1] += " " + part
        else:
            found.append(part)
    return found


def numbered(sentences: Iterable[Sentence]) -> tuple[Provision, ...]:
    """The finished sentences, with the numbers printed before them („¹Der …“, „2 Vom …“) as their labels.

    They are numbers only if all sentences of the unit have them, from 1 on.
    """
    units = tuple([unit.finished() for unit in sentences])
    if len(units) < 2 or not _NUMBERED.match(units[0].text):
        return units
    found = [_NUMBERED.fullmatch(unit.text) for unit in units]
    numbers = [lowered(match["label"]) for match in found if match]
    if numbers != [str(number) for number in range(1, len(units) + 1)]:
        return units
    pairs = zip(units, found, strict=True)
    return tuple(replace(unit, label=match["label"], text=match["text"]) for unit, match in pairs if match)


def printed_number(text: str) -> str:
    """The number that stands close before the words of a sentence, „³Der Rat tagt.“, „3Der Rat tagt.“, or ""."""
    found = _PRINTED.match(text)
    return found[0] if found else ""


def with_printed_number(unit: Provision) -> Provision:
    """The sentence with the number printed before its words as its label."""
    number = printed_number(unit.text)
    return replace(unit, label=number, text=unit.text[len(number) :].lstrip()) if number and not unit.label else unit


def without_only_absatz(units: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """A first part without label is no Absatz if no other Absatz lacks a label: its sentences belong to the §."""
    if units and not units[0].label and all(unit.label for unit in units[1:]):
        return units[0].children + units[1:]
    return units
