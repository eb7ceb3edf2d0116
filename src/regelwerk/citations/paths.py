"""How the levels of a citation contain each other: what a member of a list takes over, whose a bare number is."""

from __future__ import annotations

from itertools import takewhile

from ..citation import ITEMS, Level
from ..numbers import order
from .levels import ANGABE, Word
from .numerals import Number
from .segments import NamedStep

Path = tuple[NamedStep, ...]
"""Steps from the outside to the inside, with the words that name them."""

_LEAVES = (Level.UEBERSCHRIFT, Level.SATZTEIL, Level.ANGABE)
_FRONT = (Level.PRAEAMBEL, Level.EINGANGSFORMEL, Level.INHALTSUEBERSICHT, Level.SCHLUSSFORMEL)


class Uncertain(Exception):
    """From the offset `at` on, the text cannot be read with certainty."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def contains(outer: Word, inner: Word) -> bool:
    """Whether a unit of the level `inner` can stand inside one of `outer`.

    List items can hold nearly all: annexes and free rules put whole Absätze and §§ under a number.
    """
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
    same = [i for i, named in enumerate(path) if (named.word.level, named.word.rank) == (word.level, word.rank)]
    return same[-1] if same else None


def inherited(before: Path, word: Word, at: int) -> Path | None:
    """What a member that begins with the level `word` takes from the one before; None if it cannot continue a list."""
    place = position(before, word)
    if place is not None:
        if position(before[:place], word) is not None:
            raise Uncertain(at)
        return before[:place]
    if word.level is Level.PARAGRAF or word.level is Level.ANLAGE or word.level in _FRONT:
        return ()
    outer = before[:-1] if before[-1].word.level in _LEAVES else before
    ranks = [named.word.rank for named in outer]
    kept = tuple(takewhile(lambda named: named.word.rank < word.rank, outer))
    return None if kept == before or ranks != sorted(ranks) else kept


Option = tuple[NamedStep, Number]
"""A step whose numbers a bare number could continue, and the number as read for it."""


def owner(options: list[Option], inner: Word, at: int) -> Option:
    """Whose a bare number before `inner` is: the innermost level that can hold `inner`, if it usually does.

    „Absatz 1 und 2 Satz 3“ goes on with Absatz 2, „§ 8 Absatz 3, 9 Absatz 2“ with § 9.
    """
    able = [option for option in options if contains(option[0].word, inner)]
    usual = [option for option in able if option[0].word.rank <= inner.rank]
    if not able or (usual and usual[-1] != able[-1]):
        raise Uncertain(at)
    return able[-1]


def deepest(options: list[Option], at: int) -> Option:
    """Whose a bare number is: the innermost level's, unless „§§“ promised further §§ and the number fits there."""
    promised = [option for option in options[:-1] if option[0].word.plural and _ascends(*option)]
    if not promised:
        return options[-1]
    if _ascends(*options[-1]):
        raise Uncertain(at)
    return promised[-1]


def _ascends(named: NamedStep, number: Number) -> bool:
    return order(named.step.to or named.step.number) < order(number.number)
