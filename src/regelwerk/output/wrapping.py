"""Styled words in, lines of a given width out. A space may become the end of a line; nothing else is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Styled = tuple[str, str]
"""A text and the name of its style, "" for none."""

_WORD = re.compile(r" +|[^ ]+")


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
        size = sum(len(text) for text, _ in word)
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
            if run.startswith(" "):
                yield from [word] if word else []
                word = []
                continue
            while sum(len(part) for part, _ in word) + len(run) > longest:
                room = longest - sum(len(part) for part, _ in word)
                yield [*word, (run[:room], style)]
                word, run = [], run[room:]
            word.append((run, style))
    if word:
        yield word
