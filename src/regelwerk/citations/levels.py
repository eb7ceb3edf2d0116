"""The words by which citations name levels, in all their forms: in goes „Absätzen“, out comes what it stands for.

The one table `WORDS` drives the reading of citations: who misses a word or a form adds it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from ..citation import GROUPS, Level


class Numeral(Enum):
    """The kinds of number a level can bear."""

    ARABIC = auto()  # 3, 2a, 1.2, zwei, dritter
    CAPITAL = auto()  # IV, IXa, B
    LETTER = auto()  # a, bb


@dataclass(frozen=True, slots=True)
class Word:
    """A word for a level.

    `rank`: the order in which levels contain each other, outer ones first. `forms`: its spellings; brackets hold
    endings that may be missing, plurals stand after the bar. `kinds`: the numbers it bears. `bare`: it may have none.
    `feminine`: „der“ before it may be a genitive.
    """

    level: Level
    rank: int
    forms: str
    kinds: tuple[Numeral, ...] = (Numeral.ARABIC,)
    bare: bool = False
    feminine: bool = False
    plural: bool = False

    @property
    def group(self) -> bool:
        """Whether it names a level that only groups §§."""
        return self.level in GROUPS


_OUTER = (Numeral.ARABIC, Numeral.CAPITAL)
_ITEM = (Numeral.ARABIC, Numeral.LETTER, Numeral.CAPITAL)
_LETTER = (Numeral.LETTER, Numeral.CAPITAL)

ARTIKEL = Word(Level.PARAGRAF, 10, "Artikel(s) Art(.) | Artikeln", _OUTER)

WORDS = (
    Word(Level.ANLAGE, 1, "Anlage Anl. | Anlagen", _OUTER, bare=True, feminine=True),
    Word(Level.ANLAGE, 1, "Anhang(s) Anhanges Muster(s) | Anhänge(n) Mustern", _OUTER, bare=True),
    Word(Level.INHALTSUEBERSICHT, 1, "Inhaltsübersicht", (), bare=True, feminine=True),
    Word(Level.INHALTSUEBERSICHT, 1, "Inhaltsverzeichnis(ses)", (), bare=True),
    Word(Level.PRAEAMBEL, 1, "Präambel", (), bare=True, feminine=True),
    Word(Level.PRAEAMBEL, 1, "Vorspruch(s) Vorspruches", (), bare=True),
    Word(Level.EINGANGSFORMEL, 1, "Eingangsformel Einleitungsformel", (), bare=True, feminine=True),
    Word(Level.SCHLUSSFORMEL, 1, "Schlussformel Schlußformel", (), bare=True, feminine=True),
    Word(Level.BUCH, 2, "Buch(s) Buches | Bücher(n)", _OUTER),
    Word(Level.TEIL, 3, "Teil(s) Teiles | Teile(n)", _OUTER),
    Word(Level.KAPITEL, 4, "Kapitel(s) Kap. | Kapiteln", _OUTER),
    Word(Level.GLIEDERUNG, 5, "Gliederungseinheit Sachgebiet(s) Sachgebietes | Sachgebiete(n)", _OUTER),
    Word(Level.ABSCHNITT, 6, "Abschnitt(s) Abschnittes Abschn. | Abschnitte(n)", _OUTER),
    Word(Level.UNTERABSCHNITT, 7, "Unterabschnitt(s) Unterabschnittes | Unterabschnitte(n)", _ITEM),
    Word(Level.TITEL, 8, "Titel(s) | Titeln", _OUTER),
    Word(Level.UNTERTITEL, 9, "Untertitel(s) | Untertiteln", _OUTER),
    ARTIKEL,
    Word(Level.PARAGRAF, 11, "§ Paragraf(s) Paragraph(s) | §§ Paragrafen Paragraphen"),
    Word(Level.UEBERSCHRIFT, 12, "Überschrift Paragrafenüberschrift Paragraphenüberschrift | "
         "Überschriften", (), bare=True, feminine=True),
    Word(Level.ABSATZ, 13, "Absatz(es) Abs(.) | Absätze(n)", _OUTER),
    Word(Level.SATZ, 20, "Satz(es) S. | Sätze(n)"),
    Word(Level.NUMMER, 20, "Nummer Nr(.) Ziffer Ziff(.) | Nummern Nrn(.) Ziffern", _ITEM, feminine=True),
    Word(Level.NUMMER, 20, "Punkt(s) Punktes | Punkte(n)", _ITEM),
    Word(Level.NUMMER, 21, "Unterpunkt(s) Unterpunktes | Unterpunkte(n)", _ITEM),
    Word(Level.HALBSATZ, 21, "Halbsatz(es) Halbs(.) Hs(.) HS(.) | Halbsätze(n)"),
    Word(Level.BUCHSTABE, 22, "Buchstabe(n) Buchstabens Buchst(.) lit(.) Lit(.)", _LETTER),
    Word(Level.BUCHSTABE, 22, "Maßgabe | Maßgaben", _LETTER, feminine=True),
    Word(Level.DOPPELBUCHSTABE, 23, "Doppelbuchstabe(n) Doppelbuchstabens Doppelbuchst(.)", _LETTER),
    Word(Level.DREIFACHBUCHSTABE, 24, "Dreifachbuchstabe(n) Dreifachbuchstabens Dreifachbuchst(.)", _LETTER),
    Word(Level.SPIEGELSTRICH, 25, "Spiegelstrich(s) Spiegelstriches Anstrich(s) Anstriches | "
         "Spiegelstriche(n) Anstriche(n)"),
    Word(Level.TABELLE, 26, "Tabelle | Tabellen", bare=True, feminine=True),
    Word(Level.ZEILE, 27, "Zeile | Zeilen", feminine=True),
    Word(Level.SPALTE, 27, "Spalte | Spalten", feminine=True),
)  # fmt: skip

ANGABE = Word(Level.ANGABE, 12, "", ())
SATZTEIL = Word(Level.SATZTEIL, 20, "", ())
"""These two are named by phrases („die Angabe zu § 3“, „der Satzteil vor Nummer 1“), not by a word and a number."""

ITEM_BY_LETTERS = (Level.BUCHSTABE, Level.DOPPELBUCHSTABE, Level.DREIFACHBUCHSTABE)
"""The level of „a“, „aa“, „aaa“."""

BY_LEVEL = {word.level: word for word in reversed(WORDS)}
"""The first word for each level."""


def _spellings(forms: str) -> Iterator[str]:
    for form in forms.split():
        yield re.sub(r"\(.*\)", "", form)
        yield form.replace("(", "").replace(")", "")


def _all_spellings() -> Iterator[tuple[str, Word]]:
    for word in WORDS:
        singular, _, plural = word.forms.partition("|")
        yield from ((form, word) for form in _spellings(singular))
        yield from ((form, replace(word, plural=True)) for form in _spellings(plural))


_SPELLED = dict(_all_spellings())
_WORD = re.compile(r"§§?|[^\W0-9_]+")
_LAW = re.compile(r"\s+Sozialgesetzbuch")
"""„Sechstes Buch Sozialgesetzbuch“ is the name of a law."""


def word_at(text: str, start: int) -> tuple[Word, int] | None:
    """The word for a level that begins exactly at `start`, and the offset after it."""
    found = _WORD.match(text, start)
    if found is None:
        return None
    end = found.end()
    if text.startswith(".", end) and (abbreviated := _SPELLED.get(found[0] + ".")):
        return abbreviated, end + 1
    word = _SPELLED.get(found[0])
    return (word, end) if word and not _LAW.match(text, end) else None
