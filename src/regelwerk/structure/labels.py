"""The labels of units: text goes in; the label it begins with, its level and its place in a succession come out.

One table for all styles, used to read loose text, to read canonical text and to print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..characters import BULLETS
from ..citation import Level
from ..days import MONTH
from ..numbers import roman
from ..provision import GONE

Value = tuple[int, ...]
"""The place of a label in its succession: „7a.“ → (7, 1), „b)“ → (2, 0), „IV.“ → (4, 0), „2.1“ → (2, 1)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to print labels. `numerals`: what counts in it: "1", "1.1", "a", "aa", "aaa", "i", "I", "A" or ""."""

    name: str
    level: Level
    pattern: str
    numerals: str


_N = r"[0-9]{1,3}(?:\s?[a-z])?"
_END = r"(?=\s|$)"
_NO_ABBREVIATION = r"(?=\s(?![a-zA-Z]\.)|$)"

STYLES = (
    Style("(1)", Level.NUMMER, rf"\(\s?(?P<v>{_N})\s?\)", "1"),
    Style("(1.1)", Level.NUMMER, r"\(\s?(?P<v>[0-9]{1,3}(?:\.[0-9]{1,2})+)\s?\)", "1.1"),
    Style("1.1", Level.NUMMER, rf"(?P<v>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})+)\.?{_END}", "1.1"),
    Style("1.", Level.NUMMER, rf"(?P<v>{_N})\.(?:{_END}|(?=[A-ZÄÖÜ][a-zäöüß]))", "1"),
    Style("1)", Level.NUMMER, rf"(?P<v>{_N})\.?\)", "1"),
    Style("a)", Level.BUCHSTABE, r"(?P<v>[a-z])\.?\)", "a"),
    Style("(a)", Level.BUCHSTABE, r"\((?P<v>[a-z])\)", "a"),
    Style("a.", Level.BUCHSTABE, rf"(?P<v>[a-z])\.{_NO_ABBREVIATION}", "a"),
    Style("aa)", Level.DOPPELBUCHSTABE, r"(?P<v>([a-z])\2)\.?\)", "aa"),
    Style("(aa)", Level.DOPPELBUCHSTABE, r"\((?P<v>([a-z])\2)\)", "aa"),
    Style("aa.", Level.DOPPELBUCHSTABE, rf"(?P<v>([a-z])\2)\.{_END}", "aa"),
    Style("aaa)", Level.DREIFACHBUCHSTABE, r"(?P<v>([a-z])\2\2)\.?\)", "aaa"),
    Style("(aaa)", Level.DREIFACHBUCHSTABE, r"\((?P<v>([a-z])\2\2)\)", "aaa"),
    Style("i)", Level.NUMMER, r"(?P<v>[ivx]{1,5})\)", "i"),
    Style("(i)", Level.NUMMER, r"\((?P<v>[ivx]{1,5})\)", "i"),
    Style("i.", Level.NUMMER, rf"(?P<v>[ivx]{{1,5}})\.{_NO_ABBREVIATION}", "i"),
    Style("I.", Level.NUMMER, rf"(?P<v>[IVX]{{1,6}})\.{_NO_ABBREVIATION}", "I"),
    Style("A.", Level.BUCHSTABE, rf"(?P<v>[A-Z])\.{_NO_ABBREVIATION}", "A"),
    Style("A)", Level.BUCHSTABE, r"(?P<v>[A-Z])\)", "A"),
    Style("-", Level.SPIEGELSTRICH, rf"(?P<v>)[-–—*]{_END}", ""),
    Style("•", Level.SPIEGELSTRICH, rf"(?P<v>)(?:[{BULLETS}]|<li>|o(?=\s))", ""),
)
_COMPILED = tuple((style, re.compile(style.pattern)) for style in STYLES)
_MIGHT_BE_LABEL = re.compile(
    rf"(?P<bracket>\()|(?P<digit>[0-9])|(?P<letter>[A-Za-z]{{1,6}}[.)])|(?P<bullet>[<{BULLETS}–—*-]|o\s)"
)
_BY_BEGINNING = {
    "bracket": tuple((style, pattern) for style, pattern in _COMPILED if style.name[0] == "("),
    "digit": tuple((style, pattern) for style, pattern in _COMPILED if style.name[0] == "1"),
    "letter": tuple((style, pattern) for style, pattern in _COMPILED if style.name[0].isalpha()),
    "bullet": tuple((style, pattern) for style, pattern in _COMPILED if not style.numerals),
}
_REPEALED = rf"\s?[\[(](?:{GONE})"
_RANGE = re.compile(rf"(\s?(?:bis|und|,|–|-)\s?\(?[0-9a-z]{{1,4}}[.)]{{0,2}})(?={_REPEALED})")
_NUMERAL = re.compile(r"[0-9]+[a-z]?|(?<![a-z])[a-z]{1,2}(?=[.)])")
_DATE = re.compile(rf"[0-9]{{1,2}}\.\s?(?:(?:{MONTH})\b|[0-9]{{1,2}}\.\s?[0-9]{{2}})")


Reading = tuple[Style, Value]
"""What a label can mean: „i)“ is the ninth letter or the first Roman numeral."""


_LONGEST = 48
"""How much of a text is looked at: a range of repealed units has room in it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the offset of the text after it, and each style and place it can have, likeliest first."""

    printed: str
    end: int
    readings: tuple[Reading, ...]
    through: Value = ()
    """The last place of a range of repealed units: „3. und 4. (weggefallen)“."""

    @property
    def style(self) -> Style:
        return self.readings[0][0]

    @property
    def starts(self) -> bool:
        """Whether it can be the first of its list."""
        return any(is_first(value) for _, value in self.readings)


def read_label(text: str) -> Label | None:
    """The label of a list item or Absatz that the text begins with, None if it begins with none. Dates are none."""
    return _read_label(text[:_LONGEST])


@lru_cache(maxsize=1 << 15)
def _read_label(text: str) -> Label | None:
    beginning = _MIGHT_BE_LABEL.match(text)
    if beginning is None or beginning.lastgroup is None:
        return None
    styles = _BY_BEGINNING[beginning.lastgroup]
    found = [(style, match) for style, pattern in styles if (match := pattern.match(text))]
    if not found or _DATE.match(text):
        return None
    end = max(match.end() for _, match in found)
    readings = tuple((style, _value(style, match["v"])) for style, match in found if match.end() == end)
    through: Value = ()
    repealed = _RANGE.match(text, end) if readings[0][0].numerals in ("1", "a") else None
    if repealed and (last := _NUMERAL.search(repealed[1])):
        through, end = _value(readings[0][0], last[0]), repealed.end(1)
    return Label(text[:end], end + len(text[end:]) - len(text[end:].lstrip()), readings, through)


def is_first(value: Value) -> bool:
    """Whether a list begins with this place: „1.“, „a)“, „2.1“, a bullet."""
    return value[-2:] in ((), (1, 0))


def follows(style: Style, value: Value, before: Value) -> bool:
    """Whether `value` comes directly after `before`: 8 and 7a after 7, 8 and 7b after 7a; k after i, without j."""
    if not value or not before:
        return value == before
    *above, number, letter = before
    if style.numerals == "a" and (number, value) == (9, (11, 0)):
        return True
    return value in ((*above, number + 1, 0), (*above, number, letter + 1))


def continuation(label: Label, before: Reading | None) -> Reading | None:
    """What the label means if it comes directly after another that means `before`, None if it cannot."""
    if before:
        for reading in label.readings:
            if reading[0] is before[0] and follows(*reading, before[1]):
                return reading
    return None


def comes_after(label: Label, before: Label) -> bool:
    """Whether a label can come directly after another in one list."""
    return any(continuation(label, reading) for reading in before.readings)


def _value(style: Style, number: str) -> Value:
    match style.numerals:
        case "1":
            digits = number.rstrip("abcdefghijklmnopqrstuvwxyz ")
            letter = number[len(digits) :].strip()
            return int(digits), ord(letter) - ord("a") + 1 if letter else 0
        case "1.1":
            return (*(int(part) for part in number.split(".")), 0)
        case "i" | "I":
            return roman(number.upper()), 0
        case "":
            return ()
        case _:
            return ord(number[0].lower()) - ord("a") + 1, 0


def reached(label: Label, reading: Reading) -> Reading:
    """Where a list stands after the label: at its place, or at the end of its range."""
    return reading[0], label.through or reading[1]


def choose(label: Label, before: Reading | None) -> Reading:
    """What the label means in a list whose last label meant `before`: its continuation, else a beginning if it can."""
    beginnings = (reading for reading in label.readings if is_first(reading[1]))
    return continuation(label, before) or next(beginnings, label.readings[0])


def margin_level(style: Style) -> Level:
    """The level of a unit that stands directly in a § under such a label: „(1)“ and „1)“ are Absätze there."""
    return Level.ABSATZ if style.name in ("(1)", "1)") else style.level
