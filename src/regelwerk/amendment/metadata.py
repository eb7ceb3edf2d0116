"""Data about an act: its title, number, day of adoption, and the last change that its citation clause names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ..numbers import ordinal, roman
from .dates import DATE, find_dates
from .phrases import NAME
from .scope import name_at

_CHANGING = r"(?:Änderung|Nachtrag|Satzung|Ordnung|Gesetz|Verordnung|Beschluss|Ä[nN])"
_NUMBERED = (
    re.compile(rf"\b([0-9]{{1,3}})\.\s*(?:Nachtrags?)?\w*{_CHANGING}", re.IGNORECASE),
    re.compile(rf"\b([IVXL]+)\.\s*(?:Nachtrags?)?\w*{_CHANGING}"),
    re.compile(rf"\b(\w+te[rsn]?)(?=\s+(?:\w+\s+)?\w*{_CHANGING})", re.IGNORECASE),
    re.compile(r"\b(?:Änderung|Nachtrag|Änderungssatzung)\s+(?:Nr\.?|Nummer)\s*([0-9]{1,3})"),
)
_TITLED = re.compile(r"Änderung|Nachtrag|ÄNDERUNG|NACHTRAG|Neufassung|Anpassung")


def title_of(lines: Sequence[str]) -> str:
    """The title among the lines before the first command: the first that speaks of a change, else the first at all.

    A line in lower case goes on with the one above: „… über die Gebühren“ / „in der Gemeinde“.
    """
    whole: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        if whole and line[:1].islower() and ":" not in line:
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    candidates = [line for line in whole if not line.endswith(":")]
    short = [line for line in candidates if _TITLED.search(line) and len(line) < 300 and not line.endswith(".")]
    return next(iter(short or candidates), "")


def number_of_act(texts: Iterable[str]) -> str | None:
    """The number of the amendment („Zweite Änderung“, „II. Nachtrag“ → "2") in the first text that has one."""
    found = (match[1] for text in texts for pattern in _NUMBERED for match in pattern.finditer(text))
    return next(filter(None, map(_value, found)), None)


def _value(word: str) -> str:
    """„2“, „II“, „Zweite“ → "2"; "" for a word that is no number."""
    if word[0] in "0123456789":
        return str(int(word))
    return str(roman(word)) if set(word) <= set("IVXL") else ordinal(word)


_ABOUT = re.compile(
    r"(?:Änderung(?:en)?\s+(?:der|des|von)|Nachtrag\w*\s+(?:Nr\.?\s*[0-9]+\s+)?zu[rm])\s+"
    rf"(?=(?:[A-ZÄÖÜ]\w+[ -])*?{NAME})"
)


def named_in_title(title: str) -> str:
    """The text that a title says is changed („1. Änderung der Geschäftsordnung des Beirats“), "" if it names none."""
    match = _ABOUT.search(title)
    return name_at(title, match.end()) if match else ""


_ADOPTED = (
    re.compile(
        rf"\b(?:[Ss]itzung|[Tt]agung|[Vv]ersammlung|[Pp]arteitag\w*|[Ss]ynode)\b[^.§]{{0,60}}?\b(?:am|vom)\s+({DATE})"
    ),
    re.compile(rf"\b[Bb]eschl(?:uss|uß|ossen|ießt|oss|oß)\w*\b[^.§]{{0,90}}?\b(?:vom|am)\s+({DATE})"),
    re.compile(rf"\bam\s+({DATE})[^§]*?\b(?:beschlossen|erlassen|folgende[nr]?)\b", re.DOTALL),
)


def adopted_on(texts: Iterable[str]) -> date | None:
    """The day of the decision in the first text that names one. Dates in citations of laws are no decisions."""
    for text in texts:
        plain = _LAW_DATES.sub(" ", " ".join(text.split()))
        for pattern in _ADOPTED:
            if (match := pattern.search(plain)) and (days := find_dates(match[1])):
                return days[0]
    return None


_LAW_DATES = re.compile(
    rf"\bin\s+der\s+Fassung(?:\s+der\s+Bekanntmachung)?\s+vom\s+{DATE}|\bzuletzt\s+geändert[^,]*?{DATE}|{NAME}(?:(?!Beschl)[^,.]){{0,60}}?\bvom\s+{DATE}"
)

_LAST = re.compile(
    r"(?:,|\()?\s*(?:(?:die|das|der)\s+)?zuletzt\s+(?:geändert\s+)?(?P<act>(?:durch|am|mit|laut|gemäß|in\s+der)\b.*?)"
    r"(?:\s*\([^()]*\))?(?=\s+geändert\s+worden|,|\)|\s+wie\s+folgt|\s+wird\b|\s+werden\b|:|$)",
    re.DOTALL,
)
_ONLY = re.compile(r",\s*(?:die|das|der)\s+(?P<act>durch\b.*?)(?:\s*\([^()]*\))?\s+geändert\s+worden", re.DOTALL)


def last_change_of(clause: str) -> str:
    """What a citation clause calls the last amendment of the text („durch Satzung vom 3. Mai 2020“), "" if nothing."""
    match = _LAST.search(clause) or _ONLY.search(clause)
    return " ".join(match["act"].split()) if match else ""
