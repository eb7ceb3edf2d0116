"""What the tool has to say about a text: where, what, and how to mend it.

A stage collects all its diagnostics and then raises one error that carries them outward. Offsets are indexes into
`Source.text`; lines and columns, as people count them, begin at 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from .characters import visible
from .messages import _


@dataclass(frozen=True)
class Source:
    """A text and the name under which people know it: a file name, „standard input“, "" for what was just typed.

    What is said of a file as a whole is said of a source without text.
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(i + 1 for i, char in enumerate(self.text) if char == "\n"))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        from bisect import bisect_right

        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The line with this number (from 1), without its end."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The passage from `start` up to, not including, `end`."""
        return Span(self, start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a source, from offset `start` up to, not including, `end`."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, at which place, and what would mend it."""

    message: str
    span: Span | None = None
    hint: str | None = None

    def __str__(self) -> str:
        return render(self)


class RegelwerkError(Exception):
    """A refusal. Carries every diagnostic of the stage that refused."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    @classmethod
    def of(cls, message: str, span: Span | None = None, hint: str | None = None) -> Self:
        """The refusal for a single reason."""
        return cls(Diagnostic(message, span, hint))


class NotUnderstood(RegelwerkError):
    """The text could not be read with certainty."""


class DoesNotApply(RegelwerkError):
    """A command was understood, but the place or the words are not there exactly as it says."""


class IntegrityBroken(RegelwerkError):
    """What was recorded is not what is there now."""


EXCERPT = 100
"""Longest excerpt in characters; the marked passage is always within it."""


def render(diagnostic: Diagnostic, width: int | None = None) -> str:
    """The diagnostic as text: place and message, excerpt with its marker line, hint.

    Nothing is broken into lines unless `width` says how many columns there are.
    """
    return "\n".join(line for _style, line in render_lines(diagnostic, width))


def render_lines(diagnostic: Diagnostic, width: int | None = None) -> Iterator[tuple[str, str]]:
    """The lines of the diagnostic as `render` puts them together, each with what it is: head, excerpt, marker, hint."""
    head = visible(diagnostic.message)
    excerpt: tuple[str, str, str] | None = None
    if diagnostic.span:
        source, start = diagnostic.span.source, diagnostic.span.start
        line, column = source.position(start)
        where = (source.name, str(line), str(column)) if source.text else (source.name,)
        head = f"{visible(':'.join(where))}: {head}" if source.name else head
        if source.line(line).strip():
            excerpt = _excerpt(diagnostic.span, line, column, min(EXCERPT, (width or 1000) - len(f"{line} | ")))
    yield from (("head", part) for part in wrapped(head, width, "    "))
    if excerpt:
        before, text, marker = excerpt
        yield from (("excerpt", before), ("excerpt", text), ("marker", marker))
    if diagnostic.hint:
        label = "  = " + _("hint:") + " "
        text = label + visible(diagnostic.hint)
        yield from (("hint", part) for part in wrapped(text, width, " " * len(label)))


def wrapped(text: str, width: int | None, indent: str) -> list[str]:
    """The lines of the text, none longer than `width` if there is one; what is broken goes on after `indent`.

    A number stays with the word before it, an ordinal with the one after it, initials with each other: „Absatz 2“,
    „2. Änderung“, „e. V.“.
    """
    if width is None:
        return text.split("\n")
    from textwrap import wrap

    tied = re.sub(r" (?=[0-9])|(?<=[0-9]\.) (?=[A-ZÄÖÜ])|(?<=\b[A-Za-z]\.) (?=[A-Za-z]\.)", "\u00a0", text).split("\n")
    lines = (wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [""] for line in tied)
    return [part.replace("\u00a0", " ") for parts in lines for part in parts]


def _excerpt(span: Span, line: int, column: int, size: int) -> tuple[str, str, str]:
    text = visible(span.source.line(line)).expandtabs(1)
    start = column - 1
    width = max(1, min(span.end - span.start, len(text) - start))
    first = max(0, min(start - size // 4, len(text) - size))
    shown = text[first : first + size]
    if first:
        shown = "…" + shown[1:]
    if first + size < len(text):
        shown = shown[:-1] + "…"
    gutter = " " * len(str(line))
    marker = " " * (start - first) + "^" * min(width, size - (start - first))
    return f"{gutter} |", f"{line} | {shown}", f"{gutter} | {marker}"
