"""The register of a rulebook (Änderungsverzeichnis) as data: what was recorded, in the order in which it was recorded.

Entries are only ever added. What was wrong is taken back by a further entry, so that the register can say what it
said on any day. `registerfile.py` reads and writes it; `history.py` makes versions of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from itertools import takewhile
from typing import TypeGuard

from ..numbers import order
from .seal import check_code

ID = re.compile(r"(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""The id of a rulebook: also the name of its folders."""

NUMBER = re.compile(r"[1-9][0-9]{0,3}[a-z]?")
"""The number of an amendment: „2“ of „2. Änderung“. The base text has the number `BASE`."""

BASE = "0"


class TextKind(Enum):
    """What a whole text in the register is."""

    BASE = "base"
    """Stammfassung: the text as first adopted. A later entry of this kind mends how it was recorded."""
    FULL_TEXT = "full-text"
    """A text published as it reads after an amendment, whose act is not to be had: no act documents its words."""
    RECAST = "recast"
    """Neufassung: adopted as a whole in place of the text before it."""


class ActKind(Enum):
    """What an act in the register is."""

    AMENDMENT = "amendment"
    CORRIGENDUM = "corrigendum"
    """Berichtigung: mends what an amendment was meant to say, from the day that amendment came into force."""
    REPEAL = "repeal"
    """Aufhebung: the rulebook as a whole counts no longer, from `in_force` on."""


class Order(Enum):
    """Where an act is applied among the others, if that makes a difference."""

    IN_FORCE = "in-force"
    """After all that came into force before it; on one day by number. The rule where nothing else was decided."""
    ADOPTION = "adoption"
    """After all that were adopted before it: decided by a person, with a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What all entries have: when it was recorded, and the state of the rulebook with it.

    `result`: seal of the consolidated text of the last version once this entry counts. `chain`: see `seal.link`.
    `reason`: why it was recorded as it was, where that was a person's decision.
    """

    number: str
    recorded: datetime
    result: str
    chain: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Adopted(_Entry):
    """What was adopted by the body. `in_force`: the first day on which it counts.

    `file`: its text; `source`: the document that was read from (a PDF, say).
    """

    in_force: date
    file: str
    sha256: str
    title: str = ""
    adopted: date | None = None
    promulgated: date | None = None
    source: str = ""
    source_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(_Adopted):
    """A whole text."""

    kind: TextKind


@dataclass(frozen=True, slots=True)
class DatedPoints:
    """Points of an act („3“, „4 b“) that come into force on a day of their own; `until` is the last day they count."""

    points: tuple[str, ...]
    in_force: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(_Adopted):
    """An amending act. `until`: the last day it counts; `part`: points with days of their own.

    `article`: which article of an act that amends several texts. `decisions`: the file of what people decided where
    the act does not fit the text.
    """

    kind: ActKind
    until: date | None = None
    part: tuple[DatedPoints, ...] = ()
    article: str = ""
    order: Order = Order.IN_FORCE
    decisions: str = ""
    decisions_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(_Entry):
    """An amendment that is known to exist, and not what it says."""

    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction(_Entry):
    """The last entry that still counted, `number`, was recorded by mistake and counts no longer."""


Dated = Text | Act
"""What counts from a day on."""

Entry = Dated | Gap | Retraction


def kind_of(entry: Entry) -> str:
    """What the entry is, as the register calls it."""
    match entry:
        case Text() | Act():
            return str(entry.kind.value)
        case _:
            return type(entry).__name__.lower()


@dataclass(frozen=True, slots=True)
class Register:
    """`title` and `body` (who adopted it) as they were at first; `entries` as recorded, the base text first."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    body: str = ""

    @property
    def kept(self) -> tuple[Entry, ...]:
        """The entries that were not taken back, in the order of recording."""
        found: list[Entry] = []
        for entry in self.entries:
            if isinstance(entry, Retraction):
                found.pop()
            else:
                found.append(entry)
        return tuple(found)

    @property
    def standing(self) -> tuple[Entry, ...]:
        """The entries that count: those kept, the base text first; of several base texts the one recorded last."""
        bases = [entry for entry in self.kept if _is_base(entry)]
        return (bases[-1], *(entry for entry in self.kept if not _is_base(entry)))

    @property
    def base(self) -> Text:
        """The base text."""
        first = self.standing[0]
        assert isinstance(first, Text)
        return first

    @property
    def last(self) -> Entry:
        """The entry recorded last."""
        return self.entries[-1]

    @property
    def check_code(self) -> str:
        """Prüfzeichen: what stands on paper for all that is recorded."""
        return check_code(self.last.chain)

    @property
    def annotated(self) -> bool:
        """Whether there can be footnotes to its texts: decisions of people, or words that no act documents."""
        acts = any(entry.decisions for entry in self.standing if isinstance(entry, Act))
        return acts or any(map(is_full_text, self.standing))

    def after(self, count: int) -> Register:
        """The register as it was after so many entries."""
        return replace(self, entries=self.entries[:count])

    @property
    def steps(self) -> tuple[Register, ...]:
        """The register as it was after each of its entries."""
        return tuple(self.after(count) for count in range(1, len(self.entries) + 1))

    def known_on(self, day: date) -> Register | None:
        """The register as it stood at the end of that day, as dates were written at the office; None before it began.

        Entries are recorded one after the other, so that the first that is younger ends what was known.
        """
        known = tuple(takewhile(lambda entry: entry.recorded.date() <= day, self.entries))
        return replace(self, entries=known) if known else None


def _is_base(entry: Entry) -> bool:
    return isinstance(entry, Text) and entry.kind is TextKind.BASE


def is_full_text(entry: Entry) -> TypeGuard[Text]:
    """Whether it is a text published without its act, so that no act documents its words."""
    return isinstance(entry, Text) and entry.kind is TextKind.FULL_TEXT


def is_repeal(entry: Entry) -> TypeGuard[Act]:
    """Whether it is an act that ends the rulebook as a whole."""
    return isinstance(entry, Act) and entry.kind is ActKind.REPEAL


def spans(entry: Entry) -> Iterator[tuple[date, date | None]]:
    """The first and last days on which the entry and its parts count; none of a gap and of a retraction."""
    match entry:
        case Text():
            yield entry.in_force, None
        case Act():
            yield entry.in_force, entry.until
            yield from ((points.in_force, points.until) for points in entry.part)


def highest_number(register: Register) -> int:
    """The number of the last amendment that is known, without a letter; 0 if none is."""
    return max(order(entry.number)[0][0] for entry in register.standing)


def repeal_of(register: Register) -> Act | None:
    """What takes the rulebook out of force as a whole, as far as is recorded; of several acts the first that counts."""
    found = (entry for entry in register.standing if is_repeal(entry))
    return min(found, key=lambda entry: entry.in_force, default=None)


def repealed_on(register: Register) -> date | None:
    """The first day on which the rulebook counts no longer, as far as is recorded."""
    repeal = repeal_of(register)
    return repeal.in_force if repeal else None


def missing_numbers(register: Register) -> tuple[str, ...]:
    """The numbers of amendments of which neither act nor full text is to be had, though it is known that there are."""
    known = {entry.number for entry in register.standing if not isinstance(entry, Gap)}
    named = {entry.number for entry in register.standing}
    return tuple(sorted({*map(str, range(1, highest_number(register))), *named} - known, key=order))
