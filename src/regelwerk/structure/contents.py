"""Where a table of contents ends: the lines of a text and their shapes go in, the index of the first line after it
comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..citation import GROUPS, Level
from .headings import Heading, Shaped, is_entry
from .lines import Line

_SENTENCE = re.compile(r"^\(1\)|[a-zäöü)]{2}[.:]$")
_PAGE = re.compile(r"[0-9]$")


def end_of_contents(text: Shaped, start: int) -> int:
    """The first line from `start` on that is no entry: where its first entry or a § comes again, or none stands."""
    lines, shapes = text.lines, text.headings
    seen: set[tuple[Level, str]] = set()
    for index in range(start, len(lines)):
        shape = shapes[index]
        if shape is None or lines[index].depth:
            if _ends(lines[index], first=index == start):
                above = shapes[index - 1]
                return index - 1 if above and above.level is Level.PRAEAMBEL and index - 1 > start else index
            continue
        entry = (shape.level, "".join(shape.label.split()))
        if entry in seen and not is_entry(lines[index].text):
            return _before_groups(shapes, start, index)
        if index == start or shape.level is Level.PARAGRAF:
            seen.add(entry)
    return len(lines)


def end_of_untitled_contents(text: Shaped, start: int) -> int:
    """Where contents without a title end that begin at `start`: their first entry comes again. Else `start`."""
    shapes, end = text.headings, end_of_contents(text, start)
    first, again = shapes[start], shapes[end] if end < len(shapes) else None
    repeated = first and again and (first.level, first.label) == (again.level, again.label)
    return end if repeated and end > start + 1 else start


def _ends(line: Line, first: bool) -> bool:
    """Whether a line is no entry: a Markdown heading, a sentence, or a paragraph without label or page number."""
    if line.depth or _SENTENCE.search(line.text):
        return True
    return not first and line.after_blank and not _PAGE.search(line.text)


def _before_groups(shapes: Sequence[Heading | None], start: int, index: int) -> int:
    """The first heading directly above the line of a level that the contents do not show: it comes after them."""
    end = index
    while end > start and (above := shapes[end - 1]) and above.level in (*GROUPS, Level.PRAEAMBEL):
        end -= 1
    shown = {shape.level for shape in shapes[start:end] if shape}
    between = (at for at in range(end, index) if (shape := shapes[at]) and shape.level not in shown)
    return next(between, index)
