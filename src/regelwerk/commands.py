"""Änderungsbefehle as plain data: what an act says, where, and at which passage of the act it says so.

A closed union, one class for each shape. `language` makes commands from sentences, `consolidation` executes them.
Places are complete: what the frames above a command say is already in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from .citation import Citation
from .diagnostics import Span


class Position(Enum):
    """Which occurrence of the words is meant, where an act says more than the words themselves."""

    ANYWHERE = ""
    START = "am Anfang"
    END = "am Ende"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that must stand in the text: „das Wort „X““, „der Punkt am Ende“, „die Wörter von „X“ bis „Y““.

    `text` is verbatim. `to`: the passage goes on up to and including these words. `nth`: only this occurrence
    (from 1; 0 says nothing). `after` and `before`: only the occurrence directly after or before these words.
    """

    text: str
    span: Span
    to: str = ""
    position: Position = Position.ANYWHERE
    nth: int = 0
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class NewText:
    """New wording, verbatim and with its line breaks, without the quotation marks around it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    """What all commands have.

    `places`: where it acts; with several, at each of them. `span`: the sentence or part of it that says so.
    `point`: the point of the act, as people cite it („2 b aa“), "" if the act has none.
    """

    places: tuple[Citation, ...]
    span: Span
    point: str = ""

    @property
    def kind(self) -> str:
        """The command's name in JSON and on the command line: "replace-words"."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnits(_Command):
    """What commands have that bring whole units.

    `announced`: the units the act says the new text has, () if it only says „wie folgt“.
    """

    new: NewText
    announced: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceWords(_Command):
    """„In § 3 wird das Wort „X“ durch das Wort „Y“ ersetzt.“ All pairs of one command are replaced at once.

    `each` („jeweils“): every occurrence in every place, at least one in each; without it exactly one.
    """

    pairs: tuple[tuple[Words, str], ...]
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertWords(_Command):
    """„In § 3 werden nach (vor) dem Wort „X“ die Wörter „Y“ eingefügt.“"""

    anchor: Words
    words: str
    before: bool = False
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeWords(_Command):
    """„In § 3 werden die Wörter „X“ gestrichen.“"""

    words: tuple[Words, ...]
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendWords(_Command):
    """„Dem Satz 2 werden die Wörter „X“ angefügt.“ Words go before a final full stop, a half sentence replaces it."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrependWords(_Command):
    """„Dem Satz 2 werden die Wörter „X“ vorangestellt.“"""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recast(NewUnits):
    """„§ 3 wird wie folgt gefasst: „…““, „… wird durch die folgenden Absätze 2 und 3 ersetzt: „…““, also of headings.

    `each` („erhalten jeweils folgende Fassung“): the new text replaces each place; without it all places together.
    `changing` („wird wie folgt geändert: „…““): the new text may be meant for a part of the place only.
    """

    each: bool = False
    changing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertUnits(NewUnits):
    """„Nach (vor) Absatz 2 wird folgender Absatz 3 eingefügt: „…““: the place is the unit next to the new ones.

    A place ending in UEBERSCHRIFT in `announced` inserts a heading: „Vor § 5 wird die Überschrift „…“ eingefügt.“
    """

    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUnits(NewUnits):
    """„In § 3 wird folgender Absatz 2 eingefügt: „…““ with no neighbour named: the new labels tell where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendUnits(NewUnits):
    """„Dem § 3 wird folgender Absatz 4 angefügt: „…““: the place is the unit that the new ones end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrependUnits(NewUnits):
    """„Dem Wortlaut des § 8 wird folgender Absatz 1 vorangestellt: „…““"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal(_Command):
    """„§ 9 wird aufgehoben.“ Places may be ranges and headings. `expected`: old text reprinted with the command."""

    expected: NewText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumber(_Command):
    """„Die bisherigen Absätze 3 und 4 werden die Absätze 4 und 5.“ `to`: as many units as `places`, in order.

    Another level or another parent in `to` moves the unit.
    """

    to: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(_Command):
    """„Die nachfolgenden Paragrafen verschieben sich entsprechend“, „erhöht sich jeweils um eins“.

    The places' numbers move by `by`; 0: by as many as the command before it inserted or repealed. A single place
    with `onward` means it and all like it after it.
    """

    by: int = 0
    onward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap(_Command):
    """„Der (bisherige) Wortlaut wird Absatz 1.“: the words of the place become one unit, `to`."""

    to: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrap(_Command):
    """„In § 9 wird die Absatzbezeichnung „(1)“ gestrichen.“: the words stay, their label goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect(_Command):
    """Old (or resulting) text reprinted in the act as a check. Changes nothing; `after`: it shows the result."""

    text: NewText
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecastFromAnnex(_Command):
    """„Die Anlage 1 erhält die aus dem Anhang ersichtliche Fassung.“ The new text stands elsewhere in the act."""

    annex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealText(_Command):
    """„Die Geschäftsordnung vom 2. Mai 2010 wird aufgehoben.“: a whole text; `title` as the act cites it."""

    title: str


ChangeWords = ReplaceWords | InsertWords | StrikeWords
"""What changes words that stand in the text, and quotes them."""

Command = (
    ChangeWords
    | AppendWords
    | PrependWords
    | Recast
    | InsertUnits
    | AddUnits
    | AppendUnits
    | PrependUnits
    | Repeal
    | Renumber
    | Shift
    | Wrap
    | Unwrap
    | Expect
    | RecastFromAnnex
    | RepealText
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in an act. `text`: verbatim, inside the marks; `span`: with the marks."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """One sentence of an act, as the reader of points hands it to the reader of language.

    `span`: the sentence without the quoted block after it. `quotes`: the outermost quotations inside `span`, in
    order. `payload`: the new text that follows the sentence, quoted or not, if there is one. `verb`: said for it by the
    sentence above („In § 3 werden ersetzt:“), unless it has one of its own.
    """

    span: Span
    quotes: tuple[Quote, ...] = ()
    payload: NewText | None = None
    point: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence means. `frame`: the places it gives to the points below it, None if it opens no frame."""

    commands: tuple[Command, ...] = ()
    frame: tuple[Citation, ...] | None = None
