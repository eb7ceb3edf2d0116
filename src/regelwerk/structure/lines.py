"""Text as found goes in; its lines come out, with Markdown's marks read and the width at which it was wrapped.

Blank lines and marks that only draw lines are left out. Nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..days import MONTH
from ..diagnostics import Source, Span


class Line(NamedTuple):
    """A line without white space at its ends. `span`: where it stands; `depth`: its rank as a Markdown heading."""

    text: str
    span: Span
    column: int = 0
    after_blank: bool = False
    depth: int = 0


_MARKDOWN = re.compile(r"^[ \t]*#{1,6}\s*\S|\*\*[^*\n]+\*\*|^\s*\|?(?:\s*-{3,}\s*\|)+|\\[\[\]()#*_]", re.MULTILINE)
_NEEDED = ("#", "**", "---", "\\")
"""One of these is in everything that the pattern finds."""
_INDENT = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)
_RULE = re.compile(r"#+|[-*_]{3,}|[|\s-]*-{3,}[|\s-]*")
_HEADING = re.compile(r"(#{1,6})\s*(?=\S)")
_BULLET_BEFORE_LABEL = re.compile(r"[-*]\s+(?=\(?[0-9]{1,3}[a-z]?[.)]|\(?[a-z]{1,2}\)|§)")
_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@[-`{-~])|\*\*"
    r"|(?<!\w)__(?P<underlined>[^\s_](?:[^\n]*?[^\s_])?)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<starred>[^*\n]+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<lined>[^_\n]+?)(?<=[^\s_])_(?!\w)"
)
_TAGS = re.compile(r"(?:</?(?!li>)[a-z][a-z0-9]*[^<>]{0,80}>\s*|\ufffc)+")
"""HTML tags and marks of lost pictures before the text of a line. They go to the line above: nothing may be lost."""


def read_lines(source: Source) -> tuple[Line, ...]:
    """The lines of a text in order, without blank ones, the indentation of them all and, in Markdown, its marks."""
    unmarked = _unmarked if is_markdown(source.text) else _plain
    lines: list[Line] = []
    blank, offset = False, 0
    margin = min((len(found[0].expandtabs(4)) for found in _INDENT.finditer(source.text)), default=0)
    for raw in source.text.split("\n"):
        stripped = raw.strip()
        text, depth = unmarked(stripped) if stripped else ("", 0)
        indent = raw[: raw.index(stripped)]
        start = offset + len(indent)
        place = source.span(start, start + len(stripped))
        if text.startswith(("<", "\ufffc")) and (tags := _TAGS.match(text)):
            above = lines.pop() if lines else Line("", place)
            lines.append(above._replace(text=f"{above.text} {tags[0]}".strip()))
            text = text[tags.end() :]
        if text:
            lines.append(Line(text, place, len(indent.expandtabs(4)) - margin, blank, depth))
        blank = not text
        offset += len(raw) + 1
    return tuple(lines) if wrap_width(lines) else _with_bound_lines(lines)


_BINDING = (
    (re.compile(r"\b(?:z\.\s?B|d\.\s?h|i\.\s?V\.\s?m|[Vv]gl|bzw|gem|ggf|sog|ca|Dr|Prof)\.$"), re.compile(r"\w")),
    (re.compile(r"(?:\b(?:Abs|Art|Nrn?|Ziff|S)\.|§)$"), re.compile(r"\(?[0-9]|[IVX]+\b")),
    (re.compile(r"\b[0-9]{1,2}\.$"), re.compile(rf"(?:{MONTH})\b")),
)
"""What cannot end a unit of its own, and what must follow then: „z. B. / Schulen“, „Abs. / 2“, „am 1. / Mai“."""


def _with_bound_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, joined where one ends in the middle of what is written as one word."""
    bound: list[Line] = []
    for line in lines:
        if bound and not (line.after_blank or line.depth) and _binds(bound[-1].text, line.text):
            above = bound.pop()
            span = above.span.source.span(above.span.start, line.span.end)
            line = above._replace(text=f"{above.text} {line.text}", span=span)
        bound.append(line)
    return tuple(bound)


def _binds(text: str, more: str) -> bool:
    if text[-1] not in ".§":
        return False
    return any(ending.search(text, max(0, len(text) - 12)) and begun.match(more) for ending, begun in _BINDING)


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: headings, bold words, tables or escapes of Markdown stand in it."""
    return any(mark in text for mark in _NEEDED) and _MARKDOWN.search(text) is not None


def _plain(text: str) -> tuple[str, int]:
    plain = " ".join(text.split())
    if plain.startswith("|") and plain.endswith("|") and len(plain) > 1:  # a row of a table within outer bars
        plain = re.sub(r"\s*(?<!\\)\|\s*", " | ", plain[1:-1]).strip()
    bullet = _BULLET_BEFORE_LABEL.match(plain) if plain.startswith(("-", "*")) else None
    return plain[bullet.end() :] if bullet else plain, 0


def _unmarked(text: str) -> tuple[str, int]:
    """The text of a line with the marks of Markdown read, and its rank as a heading."""
    if _RULE.fullmatch(text):
        return "", 0
    heading = _HEADING.match(text)
    if heading:
        text = text[heading.end() :].rstrip("#").rstrip()
    elif text.startswith("> "):
        text = text[2:].lstrip()
    if text.startswith("* "):
        text = "-" + text[1:]
    text = _MARKS.sub(_within, text)
    return _plain(text)[0], len(heading[1]) if heading else 0


def _within(mark: re.Match[str]) -> str:
    """What stands between a pair of marks, or behind a backslash; nothing for a mark alone."""
    kind = mark.lastgroup
    if kind is None:
        return ""
    return mark[kind] if kind == "escaped" else _MARKS.sub(_within, mark[kind])


_NARROWEST, _WIDEST = 40, 130
_FEWEST = 8
"""How many lines must go on in lower case, at least, to show that a text with longer lines was wrapped."""


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which a text was wrapped, None if each of its lines is a unit of its own."""
    widths = [line.column + len(line.text) for line in lines]
    widest = sorted(widths)[int(len(widths) * 0.9)] if widths else 0
    if _is_near(widest, widths) and _goes_on_anywhere(lines, widths, widest * 0.6):
        return widest
    usual = _usual_width(lines, widths)
    return usual if _is_near(usual, widths) else None


def _is_near(width: int, widths: Sequence[int]) -> bool:
    """Whether a text can be wrapped at this width: many of its lines come near to it."""
    near = sum(width * 0.75 <= other <= width * 1.25 for other in widths)
    return _NARROWEST <= width <= _WIDEST and near > len(widths) / 3


_GOES_ON = re.compile(r"(?!\w{1,3}[.)])(?:\w|[„\"])")


def _goes_on_anywhere(lines: Sequence[Line], widths: Sequence[int], full: float) -> bool:
    """Whether any line of at least `full` characters goes on in the next: else all of them are units of their own."""
    return any(
        width >= full and line.text[-1] not in ".:;!?" and not below.after_blank and _GOES_ON.match(below.text)
        for line, below, width in zip(lines, lines[1:], widths, strict=False)
    )


def _usual_width(lines: Sequence[Line], widths: Sequence[int]) -> int:
    """The usual width of the lines that go on in lower case on the next; 0 if these are few."""
    below = (line.text[0].islower() and not line.after_blank for line in lines[1:])
    found = sorted(
        width for line, width, goes_on in zip(lines, widths, below, strict=False) if goes_on and line.text[-1].isalnum()
    )
    return found[len(found) // 2] if len(found) >= max(_FEWEST, len(lines) / 6) else 0


def is_full(line: Line, below: Line, width: int) -> bool:
    """Whether the first word below did not fit on a line of this width any more."""
    return line.column + len(line.text) + 1 + len(below.text.split(maxsplit=1)[0]) >= width * 0.9


_HYPHEN = re.compile(r"[0-9a-zA-ZäöüßÄÖÜ]-$")
_NOT_HYPHENATED = re.compile(r"(?:und|oder|bzw|bis|sowie|als|wie|noch|auch|beziehungsweise|statt|anstatt|u|o)\b")
_BROKEN_WORD = re.compile(rf"(?<=[a-zäöüß])-\s(?!{_NOT_HYPHENATED.pattern})(?=[a-zäöüß])")


def join(text: str, more: str) -> str:
    """Two lines of one sentence in one line; a word broken at the end of the first is made whole."""
    if not text or not more:
        return text or more
    if _HYPHEN.search(text[-2:]) and not _NOT_HYPHENATED.match(more):
        return (text[:-1] if text[-2].islower() and more[0].islower() else text) + more
    return f"{text} {more}"


def mend_words(text: str) -> str:
    """The text with words made whole that were broken at the ends of lines which are now lost: „be- schlossen“."""
    return _BROKEN_WORD.sub("", text)
