"""Styled words in, lines of a given width out. A space may become the end of a line; nothing else is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import combining, east_asian_width

Styled = tuple[str, str]
"""A text and the name of its style, "" for none."""

_WORD = re.compile(r"(?: (?=[0-9])|(?<=[0-9]\.) (?=[A-ZÄÖÜ])|(?<=\b[A-Za-z]\.) (?=[A-Za-z]\.)|[^ ])+| +")
"""A number stays with the word before it, an ordinal with the one after it, initials with each other: „Absatz 2“,
„2. Änderung“, „e. V.“."""


FIRST_OTHER = "\u0300"
"""All characters before this one take one column."""


def columns(parts: Iterable[Styled]) -> int:
    """How many columns of a terminal the parts take: two for a wide character, none for one that joins another."""
    return sum(len(text) if max(text, default="") < FIRST_OTHER else sum(map(_columns, text)) for text, _ in parts)


def _columns(char: str) -> int:
    return 0 if combining(char) else 2 if east_asian_width(char) in ("W", "F") else 1


def _fitting(text: str, room: int) -> int:
    """How many characters of the text fit into the room."""
    used = list(accumulate(map(_columns, text)))
    return sum(width <= room for width in used)


def wrapped(parts: Iterable[Styled], width: int | None, indent: int = 0, hang: int = 0) -> Iterator[list[Styled]]:
    """The parts as lines of at most `width` columns: the first after `indent` spaces, the others after `hang`.

    Without a width it is one line. A word longer than a line is broken.
    """
    line: list[Styled] = [(" " * indent, "")] if indent else []
    if width is None:
        yield [*line, *parts]
        return
    used, gap = indent, ""
    for word in _words(parts, max(8, width - hang)):
        size = columns(word)
        if gap and used + len(gap) + size > width:
            yield line
            line, used, gap = [(" " * hang, "")], hang, ""
        line += [(gap, word[0][1] if gap else ""), *word]
        used += len(gap) + size
        gap = " "
    yield line


def _words(parts: Iterable[Styled], longest: int) -> Iterator[list[Styled]]:
    """The parts as words: what stands between two spaces, each with the styles in it."""
    word: list[Styled] = []
    for text, style in parts:
        for run in _WORD.findall(text):
            if run.isspace():
                yield from [word] if word else []
                word = []
                continue
            while columns([*word, (run, style)]) > longest:
                fits = _fitting(run, longest - columns(word))
                yield [*word, (run[:fits], style)]
                word, run = [], run[fits:]
            word.append((run, style))
    if word:
        yield word
