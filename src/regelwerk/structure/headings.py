"""Headings of groups, §§, annexes and the like: one line of text goes in, its level, label and title come out.

Only the shape of the line is judged here; whether it stands where a heading can stand is for `outline.py` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import Level
from ..days import MONTH
from ..numbers import ORDINALS, roman
from ..provision import GONE
from ..sentences import begins_sentence
from .labels import Label, read_label
from .lines import Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read. `label` and `title` as printed, "" if there is none."""

    level: Level
    label: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it, up to the next. What stands before the first has no heading."""

    heading: Heading | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shaped:
    """The lines of a text, the heading that each has the shape of, the label it begins with, and the wrap width."""

    lines: Sequence[Line]
    headings: Sequence[Heading | None]
    labels: Sequence[Label | None]
    width: int | None

    def line_below(self, index: int) -> Line | None:
        """The line below that at `index`, None below the last."""
        return self.lines[index + 1] if index + 1 < len(self.lines) else None

    def label_below(self, index: int) -> Label | None:
        """The label that the line below begins with."""
        return self.labels[index + 1] if index + 1 < len(self.lines) else None


_GROUPS = {
    "Buch": Level.BUCH,
    "Teil": Level.TEIL,
    "Kapitel": Level.KAPITEL,
    "Abschnitt": Level.ABSCHNITT,
    "Unterabschnitt": Level.UNTERABSCHNITT,
    "Titel": Level.TITEL,
    "Untertitel": Level.UNTERTITEL,
    "Hauptteil": Level.GLIEDERUNG,
    "Hauptabschnitt": Level.GLIEDERUNG,
}


def _or_in_capitals(words: str) -> str:
    """A pattern for these words as they are and in capitals."""
    return f"(?:{words}|{words.upper()})"


_WORDS = _or_in_capitals("|".join(_GROUPS))
_ORDINALS = "|".join(stem.capitalize() for stem in ORDINALS)
ORDINAL = _or_in_capitals(f"(?:{_ORDINALS})e(?:r|s)?")
_ARTIKEL = _or_in_capitals("Artikel")
_N = r"[0-9]+(?:\.[0-9]+)*(?:\s?[a-z](?:\)|\b))?"
_ROMAN = r"[IVXLC]+[a-z]?"
_STOP = r"(?:\s?\*\)?)?(?:\s?[.:]|\s[–—-])?(?=\s|$|\[)"
"""What may stand behind a number: the mark of a footnote, a full stop, a dash."""
_SIGN = rf"(?:§§?\s*|(?:{_ARTIKEL}|Art\b\.?|Paragra(?:ph|f))\s+(?=[0-9]))"
_MORE = rf"(?:\s*(?:bis|und|,|-|–)\s*(?:§\s*)?{_N})*"

_PARAGRAF = re.compile(
    rf"(?P<label>(?:(?:\(XXXX\)\s)?{_SIGN}{_N}{_MORE}|{_ARTIKEL}\s+{_ROMAN})(?:{_STOP}|(?=[A-ZÄÖÜ][a-zäöüß])))(?P<title>.*)"
)
"""„(XXXX) §§ 5 und 6 (weggefallen)“ is how the portal of federal law prints several at once."""
_MISREAD = re.compile(r"(?P<label>(?:\$\s?|8\s?)(?P<number>[1-9][0-9]?))(?:\s+(?P<title>[A-ZÄÖÜ].*)|$)")
"""„$ 3“ and „83“: what character recognition makes of „§ 3“."""
_GROUP = re.compile(rf"(?P<label>(?P<word>{_WORDS})\s+(?:{_N}|{_ROMAN}|[A-Z])\b{_STOP})(?P<title>.*)")
_ORDINAL_GROUP = re.compile(
    rf"(?P<label>(?:{ORDINAL}|[0-9]+\.|{_ROMAN}\.?)\s*(?P<word>{_WORDS})\b{_STOP})(?!\s[IVX]+\b)(?P<title>.*)"
)
_MARKED = re.compile(r"(?P<label>(?:[IVXL]+|[A-Z])(?:[.)]|(?=\s[A-ZÄÖÜ][a-zäöü])))(?:\s+(?P<title>.*)|$)")
_ANLAGE = re.compile(
    rf"(?P<label>{_or_in_capitals('Anlage|Anhang')}(?:\s+(?:[0-9]+[a-z]?|[IVX]+|[A-Z])\b)?(?:\s?[:.])?)(?=\s|$)(?P<title>.*)"
)
_PRAEAMBEL = re.compile(
    r"(?P<label>(?:[0-9]+|[IVX]+|[A-Z])\.\s+)?"
    rf"(?P<title>{_or_in_capitals('Präambel|Vorspruch|Vorbemerkung|Vorbemerkungen')}\s?:?)$"
)
_CONTENTS = "|".join(r"\s?".join(word) for word in ("Inhalt", "Inhaltsübersicht", "Inhaltsverzeichnis"))
_INHALT = re.compile(rf"(?P<title>(?:{_CONTENTS})\s?:?(?:\s?[–—-])?(?:\s+Seite)?)$", re.IGNORECASE)
"""Also with its letters apart: „I n h a l t“."""


_MIGHT_BE_HEADING = re.compile(
    rf"[§$IVXLC]|\(XXXX|[0-9]+\.\s*(?:{_WORDS}|Pr|Vor)|8|[A-Z][.)\s]"
    rf"|{_or_in_capitals('Art|Par|Anl|Anh|Pr|Vor')}|{_WORDS}|{_or_in_capitals(_ORDINALS)}|(?i:I\s?n\s?h)"
)
_ENTRY = re.compile(r"(?:(?:\.\s?){3,}|…)\s*[0-9]+$")
"""The end of an entry in a table of contents."""


def read_heading(line: str, next_number: int = 0) -> Heading | None:
    """The heading that the line has the shape of, None if it has none. Titles without a label have no shape.

    „$ 3“ and „83“ are read as „§ 3“ if that is the § with `next_number`.
    """
    if not _MIGHT_BE_HEADING.match(line):
        return None
    if found := _PARAGRAF.match(line):
        return Heading(Level.PARAGRAF, found["label"], found["title"].strip())
    if misread := read_misread(line, next_number):
        return misread
    for pattern in (_GROUP, _ORDINAL_GROUP):
        if found := pattern.match(line):
            return Heading(_GROUPS[found["word"].capitalize()], found["label"], found["title"].strip())
    if found := _PRAEAMBEL.match(line):
        return Heading(Level.PRAEAMBEL, (found["label"] or "").strip(), found["title"])
    if found := _INHALT.match(line):
        return Heading(Level.INHALTSUEBERSICHT, "", found["title"])
    if found := _ANLAGE.match(line):
        return Heading(Level.ANLAGE, found["label"], found["title"].strip())
    if found := _MARKED.match(line):
        return Heading(Level.GLIEDERUNG, found["label"], (found["title"] or "").strip())
    return None


def shaped(lines: Sequence[Line], width: int | None) -> Shaped:
    """The lines with their shapes and labels; they were wrapped at `width`, or not."""
    headings, labels = [read_heading(line.text) for line in lines], [read_label(line.text) for line in lines]
    return Shaped(lines, headings, labels, width)


def read_misread(line: str, next_number: int) -> Heading | None:
    """The heading of the § with this number if its sign was misread: „$ 3“ and „83“."""
    found = _MISREAD.match(line)
    if found is None or int(found["number"]) != next_number:
        return None
    return Heading(Level.PARAGRAF, found["label"], (found["title"] or "").strip())


_MISREAD_LABEL = re.compile(r"(?:\$|8)\s?([1-9][0-9]?)")
_NUMBER = re.compile(r"[0-9]+")


def is_misread(label: str) -> bool:
    """Whether the label of a § is „81“ or „$1“."""
    return _MISREAD_LABEL.fullmatch(label) is not None


def paragraph_number(label: str) -> int:
    """The number of a § or Artikel, without its letter; of „81“ and „$1“ too. 0 if it has none."""
    found = _MISREAD_LABEL.fullmatch(label) or _NUMBER.search(label)
    return int(found[found.lastindex or 0]) if found else 0


def paragraph_order(label: str) -> tuple[float, ...]:
    """Where a § stands among others: „§ 3a“ after „§ 3“, „§ 4.1“ after „§ 4“."""
    if misread := _MISREAD_LABEL.fullmatch(label):
        return (float(misread[1]),)
    found = re.search(r"([0-9]+(?:\.[0-9]+)*)\s?([a-z]?)", label)
    if not found:
        numeral = re.search(r"\b[IVXLC]+\b", label)
        return (float(roman(numeral[0])),) if numeral else (0.0,)
    letter = (ord(found[2]) - ord("a") + 1) / 100 if found[2] else 0
    numbers = [float(part) for part in found[1].split(".")]
    return (*numbers[:-1], numbers[-1] + letter)


_TITLE = re.compile(r"[„\"“–—\s-]*[A-ZÄÖÜ0-9]|[\[(]")
LONGEST_TITLE = 300
"""No heading is longer; what is longer is a text that lost its lines."""
_NO_TITLE_END = re.compile(r"[;,]|(?<!\be\.\sV)(?<!\be\.V)(?<!\.)\.")


def is_title(text: str) -> bool:
    """Whether a text can be a title: capitalised, not too long and no sentence."""
    return bool(_TITLE.match(text)) and len(text) <= LONGEST_TITLE and not _NO_TITLE_END.match(text, len(text) - 1)


def is_closed_title(text: str) -> bool:
    """Whether „Beiträge.“ can be a title with a full stop: a noun, no sentence."""
    closed = text.endswith(".") and is_title(text[:-1]) and ". " not in text
    return closed and not text.split()[-1][0].islower() and not begins_text(text)


_CITES_ON = re.compile(
    r"(?:(?:Abs|Absatz|Absätze|Satz|Sätze|Nr|Nummer|Nummern|Ziff|Ziffer|Buchst|Buchstabe|Halbsatz|Alt)\b"
    r"(?:\.|(?=\s*(?:\(?[0-9]|[a-zA-Z]\b)))"
    r"|i\.\s?V|ff?\.|[,;.]|(?:und|bis|oder|sowie)\b"
    r"|[IVX]+\s|\(\s?[0-9]+\s?\)\s*(?:Satz|Nr|Nummer|S\.|[a-zA-ZÄÖÜ]+[A-Z]))"
)


_REPEALED = re.compile(rf"[\[(](?:{GONE})[\])]")


def begins_text(text: str) -> bool:
    """Whether what stands behind the number of a § is its text and no title: „(1) Der Rat …“, „Der Rat tagt.“."""
    if text.startswith("(1) "):
        return True
    return text.endswith(".") and (". " in text or begins_sentence(text.split(maxsplit=1)[0]))


def is_entry(line: str) -> bool:
    """Whether a line is an entry in a table of contents: dots lead to a page number."""
    return line[-1:].isdecimal() and _ENTRY.search(line) is not None


def is_repealed(text: str) -> bool:
    """Whether a line is a mark of repeal. On a line of its own it is no title of the § above."""
    return _REPEALED.fullmatch(text) is not None


def cites_on(text: str) -> bool:
    """Whether „§ 5“ before this text is a citation and no heading."""
    return _CITES_ON.match(text) is not None


_CLOSING = re.compile(
    rf"[A-ZÄÖÜ][^0-9,;:]{{1,50}},\s*(?:(?:den|im|am|d\.)\s*)?(?:[0-9]{{1,2}}\.\s?(?:{MONTH}|[0-9]{{1,2}}\.)|(?:{MONTH})\s)"
    r"|[A-ZÄÖÜ][^0-9,;:]{1,50},\s*den\s*[._…]{3}|gez\.|(?:Aus|An)gefertigt\b|Die\s\w+\swird\shiermit\sausgefertigt"
)
_NOTE = re.compile(r"(?:Stand|Hinweise?|Anmerkung(?:en)?|\w{5,20}vermerk)\s?(?::|$|(?:nach|gemäß|zu)\s§|\()")


def is_closing(text: str) -> bool:
    """Whether a line can begin the end of a document: place and date, a signature, a note after the last §."""
    return (_CLOSING.match(text) is not None and len(text) < 120) or _NOTE.match(text) is not None
