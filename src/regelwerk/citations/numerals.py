"""The numbers in citations: in goes „2 bis 4“, „IXa“, „aa)“ after a word for a level, out come bare numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..citation import Level
from ..numbers import CARDINALS, order, roman
from .levels import Numeral, Word, word_at


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range of numbers, up to the offset `end`."""

    kind: Numeral
    number: str
    to: str
    end: int


_NUMBER = re.compile(
    rf"""\s*(?P<open>\(\s*)?(?:
        (?P<ARABIC>[0-9]+(?:\.[0-9]+)*(?!ff)[a-z]{{0,2}}
            |{"|".join(word for word in CARDINALS if word != "ein")})
        |(?P<CAPITAL>[IVXLC]+[a-h]?|(?!S\.\s?[0-9])[A-Z])
        |(?P<LETTER>(?P<first>[a-z])(?P=first){{0,2}})
    )(?!\w)(?(open)\s*\))""",
    re.VERBOSE,
)
_SPACED_LETTER = re.compile(r"\s([a-z])(?![\w).])")
_SPACED = (Level.PARAGRAF, Level.ABSATZ)
"""Levels whose letter may stand apart: „§ 12 a“, „Absatz 2 a“."""
_FURTHER_LETTER = re.compile(r"\s*([a-z])(?!\w)")
_TO = re.compile(r"[.)]?\s*(?:bis\b(?:\s+zu[mr]?\b)?(?:\s+einschließlich\b)?|[-–—])\s*")
_NOUN = re.compile(r"\s+(?=[A-ZÄÖÜ])")
_ARTICLES = re.compile(r"(?:[Dd](?:er|ie|as|em|en|es)\s+){0,2}")


def skip_articles(text: str, start: int) -> int:
    """The offset after „der“, „den die“ or nothing."""
    found = _ARTICLES.match(text, start)
    return found.end() if found else start


def read_number(text: str, start: int, word: Word) -> Number | None:
    """The number or range at `start`, of a kind that the word can bear."""
    first = _one_number(text, start, word)
    if first is None or not (joint := _TO.match(text, first.end)):
        return first
    after = skip_articles(text, joint.end())
    again = word_at(text, after)
    if again and again[0].level is word.level:
        after = again[1]
    last = _one_number(text, after, word) or read_relative(text, after, first.number)
    if last is None or last.kind is not first.kind or order(last.number) <= order(first.number):
        return first
    return replace(first, to=last.number, end=last.end)


def _one_number(text: str, start: int, word: Word) -> Number | None:
    found = _NUMBER.match(text, start)
    kind = next((kind for kind in word.kinds if found[kind.name]), None) if found else None
    if not found or not kind:
        return None
    number, end = found[kind.name], found.end()
    if word.level is Level.ABSATZ and kind is Numeral.CAPITAL:
        return Number(kind, str(roman(number)), "", end) if re.fullmatch("[IVX]+", number) else None
    if word.level in _SPACED and number.isdecimal() and (letter := _SPACED_LETTER.match(text, end)):
        number, end = number + letter[1], letter.end()
    if number in CARDINALS and _counts(text, end):
        return None
    return Number(kind, CARDINALS.get(number, number), "", end)


def _counts(text: str, start: int) -> bool:
    """Whether the number word before `start` says how many: „in dem Satz zwei Wörter“, not „Absatz zwei Satz drei“."""
    noun = _NOUN.match(text, start)
    level = word_at(text, noun.end()) if noun else None
    return bool(noun) and (level is None or level[0].plural)


def read_relative(text: str, start: int, to: str) -> Number | None:
    """A letter that goes on from the number `to`: „e“ after „249b bis“ is "249e"."""
    stem = to.rstrip("abcdefghijklmnopqrstuvwxyz")
    found = _FURTHER_LETTER.match(text, start)
    if not found or stem in ("", to):
        return None
    return Number(Numeral.ARABIC, stem + found[1], "", found.end())
