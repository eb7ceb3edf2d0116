"""Levels of German legal texts, and the address of a place in one (Fundstelle).

A `Citation` is a path of steps from the whole text down to a unit: „§ 3 Absatz 2 Satz 1“. `citations` reads them in
all styles; here they are values that print themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from .numbers import ordinal


class Level(Enum):
    """Gliederungsebene: what kind of unit. The value is the ASCII word used in JSON, anchors and the command line."""

    DOCUMENT = "dokument"
    EINGANGSFORMEL = "eingangsformel"
    PRAEAMBEL = "praeambel"
    INHALTSUEBERSICHT = "inhaltsuebersicht"
    BUCH = "buch"
    TEIL = "teil"
    KAPITEL = "kapitel"
    ABSCHNITT = "abschnitt"
    UNTERABSCHNITT = "unterabschnitt"
    TITEL = "titel"
    UNTERTITEL = "untertitel"
    GLIEDERUNG = "gliederung"
    """A heading that groups provisions without naming its level: „II. Sitzungen“, „A. Allgemeines“, „Anträge“."""
    PARAGRAF = "par"
    """§ or Artikel."""
    ABSATZ = "abs"
    SATZ = "satz"
    SATZTEIL = "satzteil"
    """In a text: the rest of a sentence after its list. In a citation: „Satzteil vor Nummer 1“."""
    NUMMER = "nr"
    BUCHSTABE = "bst"
    DOPPELBUCHSTABE = "dbst"
    DREIFACHBUCHSTABE = "tbst"
    SPIEGELSTRICH = "strich"
    TABELLE = "tabelle"
    ZEILE = "zeile"
    ANLAGE = "anlage"
    SCHLUSSFORMEL = "schlussformel"
    # Only in citations: parts of a unit that are no units themselves.
    UEBERSCHRIFT = "ueberschrift"
    HALBSATZ = "halbsatz"
    SPALTE = "spalte"
    ANGABE = "angabe"
    """An entry of the table of contents, cited by what it points to: „die Angabe zu § 16“."""

    __hash__ = object.__hash__  # there is one of each, and units are looked up by their level all the time


GROUPS = (
    Level.BUCH,
    Level.TEIL,
    Level.KAPITEL,
    Level.ABSCHNITT,
    Level.UNTERABSCHNITT,
    Level.TITEL,
    Level.UNTERTITEL,
    Level.GLIEDERUNG,
)
"""Levels that only group §§; their numbers need not be cited, since §§ are numbered through."""

STANDING_ALONE = (Level.PARAGRAF, Level.ANLAGE, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT, *GROUPS)
"""Levels that stand in a text directly: a citation may begin with them without naming what is around."""

ITEMS = (Level.NUMMER, Level.BUCHSTABE, Level.DOPPELBUCHSTABE, Level.DREIFACHBUCHSTABE, Level.SPIEGELSTRICH)
"""Levels of list items, which stand inside a sentence."""

_LONG = {level: level.value.capitalize() for level in Level} | {
    Level.DOCUMENT: "gesamter Text",
    Level.PRAEAMBEL: "Präambel",
    Level.INHALTSUEBERSICHT: "Inhaltsübersicht",
    Level.GLIEDERUNG: "Gliederungseinheit",
    Level.PARAGRAF: "§",
    Level.ABSATZ: "Absatz",
    Level.NUMMER: "Nummer",
    Level.BUCHSTABE: "Buchstabe",
    Level.DOPPELBUCHSTABE: "Doppelbuchstabe",
    Level.DREIFACHBUCHSTABE: "Dreifachbuchstabe",
    Level.SPIEGELSTRICH: "Spiegelstrich",
    Level.UEBERSCHRIFT: "Überschrift",
    Level.ANGABE: "Angabe zu",
}
"""What people call a level, where that is not its ASCII word."""
_SHORT = _LONG | {
    Level.ABSATZ: "Abs.",
    Level.SATZ: "S.",
    Level.NUMMER: "Nr.",
    Level.BUCHSTABE: "Buchst.",
}

_ARABIC = re.compile(r"([0-9]+(?:\.[0-9]+)*)(?:\s?([a-z]{1,2}))?(?!\w)")
_SYMBOL = re.compile(r"\b(?:[IVXLCDM]+[a-z]?|([A-Za-z])\1{0,2})(?=[.)\s]|$)")

LAST, LAST_BUT_ONE = FROM_THE_END = ("letzter", "vorletzter")
"""Numbers of steps that count from the end: „letzter Satz“, „vorletzter Satz“."""


@lru_cache(maxsize=4096)
def number_of(label: str) -> str:
    """The bare number in a printed label: „§ 3 a“ → "3a", „(2)“ → "2", „Abschnitt IV“ → "IV", „Erster Teil“ → "1"."""
    own = label.partition("zu §")[0]
    if found := _ARABIC.search(own):
        return found[1] + (found[2] or "")
    if found := _SYMBOL.search(own):
        return found[0]
    words = own.split(maxsplit=1)
    return ordinal(words[0]) if words else ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a citation: a level and a bare number („3“, „2a“, „bb“, „IV“, „letzter“), or a range up to `to`.

    `number` is "" where a level needs none („Überschrift“). For SATZTEIL it is "vor" or "nach" (the list), followed by
    an item if it is named: "vor Nummer 1". For ANGABE it is what the entry points to: "§ 16", "Anlage 2".

    `former` marks „bisherig“: the number is that before the act. `new` marks „neu“: that after it.
    """

    level: Level
    number: str = ""
    to: str = ""
    former: bool = False
    new: bool = False

    def __str__(self) -> str:
        return self.text()

    def text(self, short: bool = False) -> str:
        """As printed: „Absatz 2“, short „Abs. 2“."""
        name = (_SHORT if short else _LONG)[self.level]
        if self.number in FROM_THE_END:
            return f"{self.number} {name}"
        if self.level is Level.SATZTEIL and self.number in ("vor", "nach"):
            return f"{name} {self.number} der Aufzählung"
        number = f"{self.number} bis {self.to}" if self.to else self.number
        return f"{'§§' if self.level is Level.PARAGRAF and self.to else name} {number}".rstrip()


@dataclass(frozen=True, slots=True)
class Citation:
    """An address: the steps from the whole text down to a unit. No steps: the whole text."""

    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return self.text()

    def text(self, short: bool = False) -> str:
        """As printed: „§ 3 Absatz 2 Satz 1“, short „§ 3 Abs. 2 S. 1“."""
        return " ".join(step.text(short) for step in self.steps) or _LONG[Level.DOCUMENT]

    @property
    def anchor(self) -> str:
        """The address as an identifier in files and links: "par-3-abs-2-satz-1"."""
        parts = (f"{s.level.value}-{s.number}{f'-{s.to}' if s.to else ''}".rstrip("-") for s in self.steps)
        return re.sub(r"[^a-zA-Z0-9.-]+", "-", "-".join(parts)) or Level.DOCUMENT.value

    @property
    def last(self) -> Step:
        """The step that names the unit itself."""
        return self.steps[-1] if self.steps else Step(Level.DOCUMENT)

    def child(self, *steps: Step) -> Citation:
        """The address of something inside."""
        return Citation(self.steps + steps)

    def parent(self) -> Citation:
        """The address of the unit around."""
        return Citation(self.steps[:-1])
