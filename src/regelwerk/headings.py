"""Headings of groups, §§, annexes and the like: one line of text goes in, its level, label and title come out.

Only the shape of the line is judged here; whether it stands where a heading can stand is for `outline.py` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .citation import Level


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read. `label` and `title` as printed, "" if there is none."""

    level: Level
    label: str = ""
    title: str = ""


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
_WORDS = "|".join(_GROUPS)
_ORDINALS = (
    "Erst|Zweit|Dritt|Viert|Fünft|Sechst|Siebent|Siebt|Acht|Neunt|Zehnt|Elft|Zwölft|Dreizehnt|Vierzehnt|Fünfzehnt"
)
_N = r"[0-9]+(?:\.[0-9]+)*(?:\s?[a-z](?:\)|\b))?"
_ROMAN = r"[IVXLC]+[a-z]?"
_STOP = r"(?:\s?[.:]|\s[–—-])?(?=\s|$|\[)"

_PARAGRAF = re.compile(
    rf"(?P<label>(?:§§?\s*|(?:Artikel|Art\b\.?)\s+(?={_N})){_N}(?:\s*(?:bis|und|,|-|–)\s*(?:§\s*)?{_N})*|Artikel\s+{_ROMAN})"
    rf"(?P<stop>{_STOP})(?P<title>.*)"
)
_GROUP = re.compile(rf"(?P<label>(?P<word>{_WORDS})\s+(?:{_N}|{_ROMAN}|[A-Z])\b{_STOP})(?P<title>.*)")
_ORDINAL_GROUP = re.compile(
    rf"(?P<label>(?:(?:{_ORDINALS})e[rs]?|[0-9]+\.|{_ROMAN}\.?)\s*(?P<word>{_WORDS})\b{_STOP})(?P<title>.*)"
)
_MARKED = re.compile(r"(?P<label>(?:[IVXL]+|[A-Z])(?:[.)]|(?=\s[A-ZÄÖÜ][a-zäöü])))(?:\s+(?P<title>.*)|$)")
_ANLAGE = re.compile(
    r"(?P<label>(?:Anlage|Anhang)(?:\s+(?:[0-9]+[a-z]?|[IVX]+|[A-Z])\b)?(?:\s?[:.])?)(?=\s|$)(?P<title>.*)"
)
_PRAEAMBEL = re.compile(
    r"(?P<label>(?:[0-9]+|[IVX]+|[A-Z])\.\s+)?(?P<title>(?:Präambel|Vorspruch|Vorbemerkung(?:en)?)\s?:?)$"
)
_INHALT = re.compile(r"(?P<title>(?:Inhalt|Inhaltsübersicht|Inhaltsverzeichnis)\s?:?)$", re.IGNORECASE)


def read_heading(line: str) -> Heading | None:
    """The heading that the line has the shape of, None if it has none. Titles without a label have no shape."""
    if found := _PARAGRAF.match(line):
        return Heading(Level.PARAGRAF, found["label"] + found["stop"], found["title"].strip())
    for pattern in (_GROUP, _ORDINAL_GROUP):
        if found := pattern.match(line):
            return Heading(_GROUPS[found["word"]], found["label"], found["title"].strip())
    if found := _PRAEAMBEL.match(line):
        return Heading(Level.PRAEAMBEL, (found["label"] or "").strip(), found["title"])
    if found := _INHALT.match(line):
        return Heading(Level.INHALTSUEBERSICHT, "", found["title"])
    if found := _ANLAGE.match(line):
        return Heading(Level.ANLAGE, found["label"], found["title"].strip())
    if found := _MARKED.match(line):
        return Heading(Level.GLIEDERUNG, found["label"], (found["title"] or "").strip())
    return None


_TITLE = re.compile(r"[\[(„\"“–—-]*[A-ZÄÖÜ0-9]")
_LONGEST_TITLE = 300


def is_title(text: str) -> bool:
    """Whether a text can be a title: capitalised, not too long and no sentence."""
    return bool(_TITLE.match(text)) and len(text) <= _LONGEST_TITLE and not re.search(r"[;,]$|[^.]\.$", text)
