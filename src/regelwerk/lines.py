"""Text as found goes in; its lines come out, with Markdown's marks read and the width at which it was wrapped.

Blank lines and marks that only draw lines are left out. Nothing else is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space at its ends. `start`: its offset in the source; `depth`: the rank of a heading."""

    text: str
    start: int = 0
    column: int = 0
    after_blank: bool = False
    depth: int = 0


_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s*\S|\*\*[^*\n]+\*\*|^\s*\|?(?:\s*-{3,}\s*\|)+|\\[\[\]()#*_]", re.MULTILINE)
_RULE = re.compile(r"#+|[-*_]{3,}|[|\s-]*-{3,}[|\s-]*")
_HEADING = re.compile(r"(#{1,6})\s*(?=\S)")
_BULLET_BEFORE_LABEL = re.compile(r"[-*]\s+(?=\(?[0-9]{1,3}[a-z]?[.)]|\(?[a-z]{1,2}\)|§)")
_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@[-`{-~])|\*\*|__(?=\w)|(?<=\w)__|(?<![\w*])\*(?=[^\s*])(?P<starred>[^*\n]+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<lined>[^_\n]+?)(?<=[^\s_])_(?!\w)"
)


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text in order, without blank ones and, in Markdown, without its marks."""
    read = _read_markdown if is_markdown(text) else _read_plain
    lines: list[Line] = []
    blank, offset = False, 0
    for raw in text.split("\n"):
        line = read(raw)
        if line.text:
            lines.append(Line(line.text, offset + raw.find(raw.strip()), line.column, blank, line.depth))
        blank = not line.text
        offset += len(raw) + 1
    return tuple(lines)


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: headings, bold words, tables or escapes of Markdown stand in it."""
    return _MARKDOWN.search(text) is not None


def _read_plain(raw: str) -> Line:
    text = raw.strip()
    return Line(_BULLET_BEFORE_LABEL.sub("", " ".join(text.split()), count=1), column=_column(raw))


def _read_markdown(raw: str) -> Line:
    text = raw.strip()
    if _RULE.fullmatch(text):
        return Line("")
    heading = _HEADING.match(text)
    if heading:
        text = text[heading.end() :].rstrip("#").rstrip()
    elif text.startswith("> "):
        text = text[2:].lstrip()
    elif text.startswith("|") and text.endswith("|") and len(text) > 1:
        text = text[1:-1].strip()
        text = re.sub(r"\s*(?<!\\)\|\s*", " | ", text).strip()
    text = _MARKS.sub(lambda mark: mark["escaped"] or mark["starred"] or mark["lined"] or "", text)
    text = _BULLET_BEFORE_LABEL.sub("", " ".join(text.split()), count=1)
    return Line(text, column=_column(raw), depth=len(heading[1]) if heading else 0)


def _column(raw: str) -> int:
    expanded = raw.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


_NARROWEST, _WIDEST = 40, 130


def wrap_width(lines: tuple[Line, ...]) -> int | None:
    """The width at which a text was wrapped, None if each of its lines is a unit of its own."""
    widths = sorted(line.column + len(line.text) for line in lines)
    if not widths or widths[int(len(widths) * 0.9)] > _WIDEST:
        return None
    width = widths[int(len(widths) * 0.9)]
    full = sum(width * 0.75 <= other <= width * 1.25 for other in widths)
    return width if width >= _NARROWEST and full > len(widths) / 3 else None


_HYPHEN = re.compile(r"[a-zäöüß]-$")
_NOT_HYPHENATED = re.compile(r"(?:und|oder|bzw|bis|sowie|als|wie|noch|auch|beziehungsweise|statt|anstatt|u|o)\b")


def join(text: str, more: str) -> str:
    """Two lines of one sentence in one line; a word broken at the end of the first is made whole."""
    if not text or not more:
        return text or more
    if _HYPHEN.search(text) and more[0].islower() and not _NOT_HYPHENATED.match(more):
        return text[:-1] + more
    if text.endswith("-") and not text.endswith((" -", "--")) and not _NOT_HYPHENATED.match(more) and text != "-":
        return text + more
    return f"{text} {more}"
