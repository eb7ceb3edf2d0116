"""Two wordings of one unit in, the words marked out: what stayed, what went, what came.

Exactly reversible: the pieces that stayed and went are the old wording, those that stayed and came the new one. The
same bytes every time: nothing here looks at the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby, islice

from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

from ..provision import CELL


class Mark(Enum):
    """What became of a piece of text. The value is the sign in JSON."""

    SAME = "="
    OLD = "-"
    NEW = "+"
    AWAY = "<"
    """It stands in another place of the new text."""
    HERE = ">"
    """It stood in another place of the old text."""
    UNDOCUMENTED = "?"
    """It stands in both texts, and no act says so."""

    @property
    def in_old(self) -> bool:
        """Whether the old text has it here."""
        return self in (Mark.SAME, Mark.OLD, Mark.AWAY, Mark.UNDOCUMENTED)

    @property
    def in_new(self) -> bool:
        """Whether the new text has it here."""
        return self in (Mark.SAME, Mark.NEW, Mark.HERE, Mark.UNDOCUMENTED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one mark."""

    mark: Mark
    text: str


Pieces = tuple[Piece, ...]

ISLAND = 2
"""So few unchanged words between two changes are marked with them: people read one change, not three."""
KEPT = 1 / 2
"""Two wordings are shown as replaced if the shorter one has a smaller share than this of its words in the other."""

_TOKEN = re.compile(r"\s+|\w+(?:[-‑/:*.]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+(?:[-‑/:*.]\w+)*")


def old_text(pieces: Pieces) -> str:
    """The wording before."""
    return "".join(piece.text for piece in pieces if piece.mark.in_old)


def new_text(pieces: Pieces) -> str:
    """The wording after."""
    return "".join(piece.text for piece in pieces if piece.mark.in_new)


def moved_away(pieces: Pieces) -> Pieces:
    """The marks where the wording stood before it moved: what did not move with it is gone."""
    return tuple(Piece(Mark.AWAY if p.mark is Mark.SAME else p.mark, p.text) for p in pieces if p.mark.in_old)


def moved_here(pieces: Pieces) -> Pieces:
    """The marks where the wording stands after it moved: what did not move with it is new."""
    return tuple(Piece(Mark.HERE if p.mark is Mark.SAME else p.mark, p.text) for p in pieces if p.mark.in_new)


def words_of(text: str) -> list[str]:
    """The words of a text, without punctuation: what is counted and compared."""
    return _WORD.findall(text)


def replaced(old: str, new: str) -> Pieces:
    """One wording for the other as a whole; the same wording stays."""
    if old == new:
        return (Piece(Mark.SAME, old),) if old else ()
    return tuple(Piece(mark, text) for mark, text in ((Mark.OLD, old), (Mark.NEW, new)) if text)


def marked(old: str, new: str) -> Pieces:
    """The words of two wordings, marked where they differ."""
    if old == new or not old or not new:
        return replaced(old, new)
    pieces = _joined(_without_islands(_difference(old, new)))
    kept = sum(len(words_of(piece.text)) for piece in pieces if piece.mark is Mark.SAME)
    if kept < KEPT * min(len(words_of(old)), len(words_of(new))):
        return replaced(old, new)
    return pieces


def marked_cells(old: str, new: str) -> Pieces:
    """Two rows of a table, marked cell by cell; as replaced if they have not the same number of cells."""
    before, after = old.split(CELL), new.split(CELL)
    if len(before) != len(after):
        return replaced(old, new)
    cells = zip(before, after, strict=True)
    separated = (piece for cell in cells for piece in (Piece(Mark.SAME, CELL), *marked(*cell)))
    return run_together(islice(separated, 1, None))


def run_together(pieces: Iterable[Piece]) -> Pieces:
    """The pieces with neighbours of one mark as one."""
    groups = groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.mark)
    return tuple(Piece(mark, "".join(piece.text for piece in run)) for mark, run in groups)


def _difference(old: str, new: str) -> list[Piece]:
    """The shortest way from the one wording to the other, token by token."""
    numbers: dict[str, str] = {}
    coded = [
        "".join(numbers.setdefault(token, chr(len(numbers))) for token in _TOKEN.findall(text)) for text in (old, new)
    ]
    tokens = list(numbers)
    marks = {0: Mark.SAME, -1: Mark.OLD, 1: Mark.NEW}
    return [Piece(marks[op], "".join(tokens[ord(c)] for c in text)) for op, text in _differ().diff_main(*coded, False)]


@lru_cache(maxsize=1)
def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # with a timeout the result depends on how busy the machine is
    return differ


def _without_islands(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with what stayed marked as gone and come again where it is too short to stand between two changes."""
    last = len(pieces) - 1
    for position, piece in enumerate(pieces):
        if piece.mark is Mark.SAME and 0 < position < last and len(words_of(piece.text)) <= ISLAND:
            yield Piece(Mark.OLD, piece.text)
            yield Piece(Mark.NEW, piece.text)
        else:
            yield piece


def _joined(pieces: Iterable[Piece]) -> Pieces:
    """Neighbouring changes as one: what went, then what came. What both begin or end with stays outside."""
    found: list[Piece] = []
    for changed, group in groupby(pieces, key=lambda piece: piece.mark is not Mark.SAME):
        run = tuple(group)
        if changed:
            found += _trimmed(old_text(run), new_text(run))
        else:
            found += run
    return run_together(found)


def _trimmed(old: str, new: str) -> Pieces:
    """Two wordings as replaced, except the tokens that both begin and end with."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    parts = (
        (Mark.SAME, before[:start]),
        (Mark.OLD, before[start : len(before) - end]),
        (Mark.NEW, after[start : len(after) - end]),
        (Mark.SAME, before[len(before) - end :]),
    )
    return tuple(Piece(mark, "".join(tokens)) for mark, tokens in parts if tokens)
