"""Titles on the lines below „§ 3“, „Anlage“ and the like: lines go in, a heading with its title comes out."""

from __future__ import annotations

import re

from ..citation import Level
from ..sentences import split_sentences
from .assembly import is_row
from .headings import Heading, Shaped, is_closed_title, is_repealed, is_title
from .lines import join
from .surroundings import ends_in_and, leans_on

_LEANS_ON = re.compile(r"(?:[,/–-]|\s[a-zäöüß]+)$")
"""The end of a title whose noun is still to come."""
_LONGEST_STOPPED = 80


def with_title_below(text: Shaped, index: int, heading: Heading) -> tuple[Heading, int]:
    """The heading at a line with the rest of its title from the next lines, and where the lines below it begin."""
    title, index = heading.title, index + 1
    if heading.level in (Level.PRAEAMBEL, Level.INHALTSUEBERSICHT):
        return heading, index
    if not title and index < len(text.lines) and _is_title_line(text, index, heading.level):
        title, index = text.lines[index].text, index + 1
    while title and index < len(text.lines) and _is_title_rest(text, index, title):
        title, index = join(title, text.lines[index].text), index + 1
    return Heading(heading.level, heading.label, title), index


def _is_title_line(text: Shaped, index: int, level: Level) -> bool:
    """Whether the line below „§ 3“ is its title. That of an annex can be „zur Satzung …“."""
    title, below = text.lines[index].text, text.line_below(index)
    could_be = is_title(title) or (level is Level.ANLAGE and title.startswith("zu")) or _is_stopped_title(text, index)
    if text.headings[index] or text.labels[index] or is_row(title) or not could_be or title[-1] == ":":
        return False
    if is_repealed(title) or len(split_sentences(title)) > 1:
        return False
    alone = below is None or below.after_blank or bool(text.headings[index + 1] or text.labels[index + 1])
    return len(title) < 150 if alone else text.width is None and len(title) < 100


def _is_stopped_title(text: Shaped, index: int) -> bool:
    """Whether „Einberufung.“ is a title with a full stop: a noun above the first Absatz."""
    title, below = text.lines[index].text, text.label_below(index)
    opens = below is not None and below.starts and below.style.name == "(1)"
    return opens and len(title) < _LONGEST_STOPPED and is_closed_title(title)


def _is_title_rest(text: Shaped, index: int, title: str) -> bool:
    """Whether a title goes on in this line."""
    line = text.lines[index]
    if line.after_blank or text.width is None or text.headings[index] or text.labels[index]:
        return False
    if title[-1] in ",;" or leans_on(title) or ends_in_and(title):
        return line.text[-1] not in ".:;"
    short = len(line.text) < text.width * 0.7 and line.text[-1] not in ".:;,"
    return short and (line.text[0].islower() or _LEANS_ON.search(title) is not None or _ends_full_title(text, index))


def _ends_full_title(text: Shaped, index: int) -> bool:
    """Whether a line stands below one that had no room for it, and apart from the next."""
    above, line, below = text.lines[index - 1], text.lines[index], text.line_below(index)
    room = (text.width or 0) - above.column - len(above.text)
    return room <= len(line.text.split(maxsplit=1)[0]) and (below is None or below.after_blank)
