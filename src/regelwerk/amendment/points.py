"""The numbering of an act: labels at the start of its lines go in, the points come out as people cite them („2 b aa“)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from .dates import MONTHS


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


_PLACE_GOES_ON = r"(?!\s*(?:Abs\.|Absatz|Satz\b|Nr|Nummer|Buchst|und\b|bis\b|,|wird\b|werden\b|erhält|lautet|entfällt|ist\b|soll|des\b|der\b|neu\b))"
_SENTENCE_BEGINS = r"(?:\s+(?=(?:Die|Das|Der|Diese[rs]?|In|Im|Dem|Nach|Es|§)\s)|\s*[–:-]?\s+(?=Änderung|Inkraft|In-Kraft|Geltung|Bekanntm)|[ \t]*$)"
_ORDINAL = rf"(?!\s*(?:{MONTHS})\b)(?!\s*(?:Satz|Absatz|Halbsatz|Spiegelstrich|Anstrich|Abschnitt|Kapitel)\s+(?![0-9(]))"

_LABEL = re.compile(
    rf"(?P<artikel>(?:Artikel|ARTIKEL|Art\.?)\s*(?P<a>[0-9]+[a-z]?|[IVXl]+)\b[.:]?{_PLACE_GOES_ON})"
    rf"|(?P<paragraf>§\s*(?P<p>[0-9]+[a-z]?)\b(?={_SENTENCE_BEGINS}))"
    r"|(?P<roemisch>(?P<r>[IVX]+)\.(?=\s|$))"
    r"|(?P<klammer>\((?P<k>[0-9]+[a-z]?)\)(?=\s|$))"
    r"|(?P<dezimal>(?P<d>[0-9]{1,2}(?:\.[0-9]{1,2})+)\.?(?=\s+[A-ZÄÖÜ§]))"
    rf"|(?P<nummer>(?P<n>[0-9]{{1,3}}[a-z]?)[.)](?=\s|§|$){_ORDINAL})"
    r"|(?P<buchstabe>\(?(?P<b>[a-z])[.)](?=\s|§|$))"
    r"|(?P<doppelbuchstabe>(?P<bb>([a-z])(?P=bb1))\))".replace("([a-z])(?P=bb1)", "(?P<bb1>[a-z])(?P=bb1)")
    + r"|(?P<dreifachbuchstabe>(?P<bbb>(?P<bbb1>[a-z])(?P=bbb1){2})\))"
    r"|(?P<strich>[-–—•●▪·](?P<s>)(?=\s*(?:§|[A-ZÄÖÜ„\"])|\s+[a-z]))"
)
_NUMBER_GROUP = dict(zip(Mark, ("a", "p", "r", "k", "n", "d", "b", "bb", "bbb", "s"), strict=True))


def read_labels(text: str, start: int, end: int) -> tuple[Label, ...]:
    """The labels with which the passage begins: two for „2. a) In § 3 …“."""
    labels: list[Label] = []
    position = start
    while match := _LABEL.match(text, position, end):
        if match.lastgroup is None:
            break
        mark = next(m for m in Mark if match[m.name.lower()] is not None)
        labels.append(Label(mark, match[_NUMBER_GROUP[mark]], match.end()))
        position = match.end()
        while position < end and text[position].isspace():
            position += 1
    return tuple(labels)


Path = tuple[Label, ...]


def advance(path: Path, labels: tuple[Label, ...]) -> Path:
    """The path to the point with these labels, when `path` was the point before it.

    A label continues the numbering of its own shape, and ends what was narrower. The first of a new shape opens a
    level below; any other closes the levels that are narrower than it.
    """
    fresh: Path = ()
    for label in labels:
        if any(label.mark is other.mark for other in fresh):
            path, fresh = (*path, label), (*fresh, label)
            continue
        same = [index for index, other in enumerate(path) if other.mark is label.mark]
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
    if digits := re.match(r"[0-9]+", number):
        return int(digits[0])
    return ord(number[0]) if number else 0


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
