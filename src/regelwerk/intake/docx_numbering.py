"""The numbering of a DOCX goes in; the number that a word processor prints before each paragraph comes out.

Follows ECMA-376 part 1, 17.9: paragraphs of one abstract numbering count together, lower levels begin anew after a
higher one, and a numbering with a start of its own begins anew where it is used first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ..numbers import to_roman
from .docx_package import W, value_of
from .docx_styles import Styles, is_on

LEVELS = 9


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How numbers of one level are printed. `text`: „(%2)“; `restart`: the level after which it begins anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class _Number:
    """A numbering as used by paragraphs. `starts`: levels that begin anew where it is used first."""

    abstract: str
    levels: tuple[LevelStyle, ...]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Printed:
    """The number before a paragraph, its indentation in twips, and its format if that is not known here."""

    label: str
    indent: int = 0
    unknown: str = ""


class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._numbers: dict[str, _Number | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()

    def printed(self, properties: etree._Element | None) -> Printed | None:
        """The number that the next paragraph, with these properties, gets; None if it has none."""
        found = list(self._styles.along(properties, "numPr"))
        num, style = next(((num, style) for element, style in found if (num := value_of(element, "numId"))), ("", ""))
        level = next((level for element, _style in found if (level := value_of(element, "ilvl"))), "")
        number = self._number(num)
        if number is None:
            return None
        index = int(level) if level else self._level_of(number, style)
        return self._count(num, number, min(index, LEVELS - 1))

    def _level_of(self, number: _Number, style: str) -> int:
        """The level that belongs to a style."""
        return next((index for index, level in enumerate(number.levels) if style and level.style == style), 0)

    def _count(self, num: str, number: _Number, level: int) -> Printed:
        counts = self._counts.setdefault(number.abstract, [None] * LEVELS)
        if num not in self._used:
            self._used.add(num)
            for index in number.starts:
                counts[index] = None
        start = number.starts.get(level, number.levels[level].start)
        before = counts[level]
        counts[level] = start if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = number.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None
        return self._print(number, counts, level)

    def _print(self, number: _Number, counts: list[int | None], level: int) -> Printed:
        shown = number.levels[level]
        unknown = ""

        def value(match: re.Match[str]) -> str:
            nonlocal unknown
            index = int(match[1]) - 1
            of = number.levels[index]
            count = counts[index]
            count = number.starts.get(index, of.start) if count is None else count
            printed = number_text(count, "decimal" if shown.legal else of.format)
            unknown = unknown or (of.format if printed is None else "")
            return str(count) if printed is None else printed

        if shown.format == "bullet":
            return Printed(shown.text if shown.text in ("-", "–", "—", "*") else "•", shown.indent)
        return Printed(re.sub(r"%([1-9])", value, shown.text).strip(), shown.indent, unknown)

    def _number(self, num: str) -> _Number | None:
        if num not in self._numbers:
            self._numbers[num] = None  # a numbering that leads to itself is none
            self._numbers[num] = self._read(num)
        return self._numbers[num]

    def _read(self, num: str) -> _Number | None:
        element = self._nums.get(num)
        if element is None:
            return None
        key = value_of(element, "abstractNumId")
        abstract = self._abstract.get(key)
        if link := value_of(abstract, "numStyleLink"):
            return self._number(self._styles.numbering_of(link))
        if abstract is None:
            return None
        levels = [LevelStyle()] * LEVELS
        starts: dict[int, int] = {}
        for found in abstract.iterfind(f"{W}lvl"):
            levels[int(found.get(f"{W}ilvl", "0"))] = _level(found)
        for override in element.iterfind(f"{W}lvlOverride"):
            index = int(override.get(f"{W}ilvl", "0"))
            own, start = override.find(f"{W}lvl"), value_of(override, "startOverride")
            levels[index] = _level(own) if own is not None else levels[index]
            if start:
                starts[index] = int(start)
        return _Number(key, tuple(levels), starts)


def _by_id(root: etree._Element | None, kind: str, attribute: str) -> dict[str, etree._Element]:
    found = root.iterfind(f"{W}{kind}") if root is not None else ()
    return {element.get(f"{W}{attribute}", ""): element for element in found}


def _level(element: etree._Element) -> LevelStyle:
    restart, legal = value_of(element, "lvlRestart"), element.find(f"{W}isLgl")
    return LevelStyle(
        int(value_of(element, "start") or "1"),
        value_of(element, "numFmt") or "decimal",
        value_of(element, "lvlText"),
        int(restart) if restart else None,
        legal is not None and is_on(legal),
        value_of(element, "pStyle"),
        indent_of(element.find(f"{W}pPr/{W}ind")),
    )


def indent_of(element: etree._Element | None) -> int:
    """How far the first line is set in, in twips."""
    if element is None:
        return 0
    left = element.get(f"{W}left") or element.get(f"{W}start") or "0"
    hanging, first = element.get(f"{W}hanging") or "0", element.get(f"{W}firstLine") or "0"
    return max(0, _twips(left) - _twips(hanging) + _twips(first))


def _twips(number: str) -> int:
    return int(number) if re.fullmatch(r"-?[0-9]+", number) else 0


def number_text(number: int, style: str) -> str | None:
    """A number as the format prints it; None if the format is not known here."""
    match style:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}."
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if style == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            return to_roman(number).lower() if style == "lowerRoman" else to_roman(number)
        case "none":
            return ""
        case _:
            return None
