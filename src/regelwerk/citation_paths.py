"""How the levels of a citation contain each other: what a member of a list takes over, whose a bare number is."""

from __future__ import annotations

from itertools import takewhile

from .citation import ITEMS, Level
from .levels import ANGABE, Word
from .segments import Number, Part, sort_key

Path = tuple[Part, ...]
"""Steps from the outside to the inside, with the words that name them."""

_LEAVES = (Level.UEBERSCHRIFT, Level.SATZTEIL, Level.ANGABE)
_FRONT = (Level.PRAEAMBEL, Level.EINGANGSFORMEL, Level.INHALTSUEBERSICHT, Level.SCHLUSSFORMEL)


class Ambiguous(Exception):
    """The text can be read in two ways from the offset `at` on."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def contains(outer: Word, inner: Word) -> bool:
    """Whether a unit of the level `inner` can stand inside one of `outer`."""
    if outer.level in _LEAVES:
        return False
    if outer.level in _FRONT:
        return inner.rank >= ANGABE.rank
    if outer.level in ITEMS:
        return (not inner.group and inner.rank > ANGABE.rank) or inner.level is Level.PARAGRAF
    if inner.level is Level.UEBERSCHRIFT or (outer.group and inner.level is Level.PRAEAMBEL):
        return True
    return outer.rank < inner.rank or (outer.rank == inner.rank and outer.level is not inner.level)


def position(path: Path, word: Word) -> int | None:
    """Where the path has a step of the same level (§ and Artikel are told apart), the innermost."""
    same = [i for i, part in enumerate(path) if (part.word.level, part.word.rank) == (word.level, word.rank)]
    return same[-1] if same else None


def inherited(before: Path, word: Word, at: int) -> Path | None:
    """What a member that begins with the level `word` takes from the one before; None if it cannot continue a list."""
    place = position(before, word)
    if place is not None:
        if position(before[:place], word) is not None:
            raise Ambiguous(at)
        return before[:place]
    if word.level is Level.PARAGRAF or word.level is Level.ANLAGE or word.level in _FRONT:
        return ()
    outer = before[:-1] if before[-1].word.level in _LEAVES else before
    ranks = [part.word.rank for part in outer]
    kept = tuple(takewhile(lambda part: part.word.rank < word.rank, outer))
    return None if kept == before or ranks != sorted(ranks) else kept


def complete(members: list[Path]) -> list[Path]:
    """The members, each with what it takes from the one before it."""
    found: list[Path] = []
    for own in members:
        outer = inherited(found[-1], own[0].word, 0) if found else ()
        found.append((outer or ()) + own)
    return found


Option = tuple[Part, Number]


def owner(options: list[Option], inner: Word, at: int) -> Option:
    """Which level a bare number belongs to if `inner` follows: „Absatz 1 und 2 Satz 3“, „§ 8 Absatz 3, 9 Absatz 2“."""
    usual = [option for option in options if option[0].word.rank < inner.rank]
    unusual = [o for o in options if o[0].word.rank >= inner.rank and contains(o[0].word, inner)]
    if bool(usual) == bool(unusual):
        raise Ambiguous(at)
    return (usual or unusual)[-1]


def deepest(options: list[Option], at: int) -> Option:
    """Which level a bare number belongs to: the innermost, unless „§§“ promised further §§ and it fits there too."""
    promised = [option for option in options[:-1] if option[0].word.plural and _ascends(*option)]
    if not promised:
        return options[-1]
    if _ascends(*options[-1]):
        raise Ambiguous(at)
    return promised[-1]


def _ascends(part: Part, number: Number) -> bool:
    return sort_key(part.step.to or part.step.number) < sort_key(number.number)
