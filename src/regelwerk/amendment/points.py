"""The numbering of an act: labels at the start of its lines go in, points come out as people cite them („2 b aa“)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ..characters import BULLETS
from ..days import MONTH
from .phrases import any_of


class Mark(IntEnum):
    """The shape of a label, from the widest to the narrowest."""

    ARTIKEL = 0
    PARAGRAF = 1
    ROEMISCH = 2
    KLAMMER = 3
    NUMMER = 4
    DEZIMAL = 5
    BUCHSTABE = 6
    DOPPELBUCHSTABE = 7
    DREIFACHBUCHSTABE = 8
    STRICH = 9


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed: its shape, its bare number, and where it ends."""

    mark: Mark
    number: str
    end: int


_CITES = any_of(r"""
    Abs\. Absatz Satz\b Nr Nummer Buchst und\b bis\b , wird\b werden\b erhält lautet entfällt ist\b soll
    des\b der\b neu\b
""")
_COMES_INTO_FORCE = r"(?:§\s*\w+\s+)?(?:tritt|treten)\b"
_HEADS = any_of(r"Änderung Inkraft In-Kraft Geltung Bekanntm")
_ORDINALLY_NAMED = any_of("Satz Absatz Halbsatz Spiegelstrich Anstrich Abschnitt Kapitel")

_SHAPES = {
    Mark.ARTIKEL: (
        r"(?:Artikel|ARTIKEL|Art\.?)\s*(?P<n>[0-9]+[a-z]?|[IVXl]+)\b[.:]?"
        rf"(?!\s*(?:{_CITES}|{_COMES_INTO_FORCE}))"
    ),
    Mark.PARAGRAF: (
        r"§\s*(?P<n>[0-9]+[a-z]?)\b"
        rf"(?=\s+(?:Die|Das|Der|Diese[rs]?|In|Im|Dem|Nach|Es|§)\s|\s*[–:-]?\s+{_HEADS}|[ \t]*(?:\n|$))"
    ),
    Mark.ROEMISCH: r"(?P<n>[IVX]+)\.:?(?=\s|$)",
    Mark.KLAMMER: r"\((?P<n>[0-9]+[a-z]?)\)(?=\s|$)",
    Mark.DEZIMAL: r"(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2})+)\.?(?=\s+[A-ZÄÖÜ§])",
    Mark.NUMMER: (
        r"(?P<n>[0-9]{1,3}[a-z]?)[.)](?=\s|§|$)"
        rf"(?!\s*(?:{MONTH})\b)(?!\s*{_ORDINALLY_NAMED}\s+(?![0-9IVX(]|[A-Z]\b))"
    ),
    Mark.BUCHSTABE: r"\(?(?P<n>[a-z])[.)](?=\s|§|$)",
    Mark.DOPPELBUCHSTABE: r"(?P<n>([a-z])\2)\)",
    Mark.DREIFACHBUCHSTABE: r"(?P<n>([a-z])\2\2)\)",
    Mark.STRICH: rf"[{BULLETS}–—-](?P<n>)(?=\s*(?:§|[A-ZÄÖÜ„\"])|\s+[a-z])",
}
"""What each shape looks like. A day („3. Mai“) and an ordinal („1. Satz“) are no labels, a place („Artikel 3 Absatz 1
wird …“) is none either."""

_PATTERNS = tuple((mark, re.compile(pattern)) for mark, pattern in _SHAPES.items())
_MAY_BEGIN = re.compile(rf"[§(0-9{BULLETS}–—-]|A[rR]|[IVX]+\.|[a-z]{{1,3}}[.)]")


def read_labels(text: str, start: int, end: int) -> tuple[Label, ...]:
    """The labels with which the passage begins: two for „2. a) In § 3 …“."""
    labels: list[Label] = []
    while (label := _read_label(text, start, end)) is not None:
        labels.append(label)
        start = label.end
        while start < end and text[start].isspace():
            start += 1
    return tuple(labels)


def _read_label(text: str, start: int, end: int) -> Label | None:
    if not _MAY_BEGIN.match(text, start, end):
        return None
    for mark, pattern in _PATTERNS:
        if match := pattern.match(text, start, end):
            return Label(mark, match["n"], match.end())
    return None


Path = tuple[Label, ...]
"""The labels from the widest to the narrowest that lead to a point."""


def advance(path: Path, labels: tuple[Label, ...]) -> Path:
    """The path to the point with these labels, when `path` was the point before it.

    A label continues the numbering of its own shape, and ends what was narrower. The first of a new shape opens a
    level below; any other closes the levels that are narrower than it.
    """
    fresh: Path = ()
    for label in labels:
        same = [index for index, other in enumerate(path) if other.mark is label.mark]
        if not any(label.mark is other.mark for other in fresh):
            if same:
                path = path[: same[-1]]
            elif label.mark is Mark.ARTIKEL:
                path = ()
            elif label.number not in ("1", "a", "aa", "aaa", "I", ""):
                path = tuple(other for other in path if other.mark < label.mark)
        path, fresh = (*path, label), (*fresh, label)
    return path


def follows(path: Path, label: Label) -> bool:
    """Whether the label continues a numbering that is open in the path."""
    return any(other.mark is label.mark and _rank(label.number) == _rank(other.number) + 1 for other in path)


def precedes(labels: tuple[Label, ...], later: tuple[Label, ...]) -> bool:
    """Whether a label is of the same shape as one of those `later`, with a smaller number."""
    return any(a.mark is b.mark and _rank(a.number) < _rank(b.number) for a in labels for b in later)


def _rank(number: str) -> int:
    digits = re.match(r"[0-9]+", number)
    return int(digits[0]) if digits else ord(number[0]) if number else 0


def cite(path: Path, with_article: bool) -> str:
    """The point as people cite it: „2 b aa“; „Artikel 1“ before it only in an act with several of them."""
    words = []
    for label in path:
        if label.mark is Mark.ARTIKEL:
            if with_article or len(path) == 1:
                words.append(f"Artikel {label.number}")
        elif label.mark is Mark.PARAGRAF:
            words.append(f"§ {label.number}")
        elif label.number:
            words.append(label.number)
    return " ".join(words)
