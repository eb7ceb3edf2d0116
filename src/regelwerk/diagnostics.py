"""What the tool has to say about a text: where, what, and how to mend it.

A stage collects all its diagnostics and then raises one error that carries them outward. Offsets are indexes into
`Source.text`; lines and columns, as people count them, begin at 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """A text and the name under which people know it (a file name, or „standard input“)."""

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


class NotUnderstood(RegelwerkError):
    """The text could not be read with certainty."""


class DoesNotApply(RegelwerkError):
    """A command was understood, but the place or the words are not there exactly as it says."""


EXCERPT = 100
"""Longest excerpt in characters; the marked passage is always within it."""


def render(diagnostic: Diagnostic) -> str:
    """The diagnostic as text: place and message, excerpt with its marker line, hint."""
    if diagnostic.span is None:
        head = [diagnostic.message]
    else:
        span = diagnostic.span
        line, column = span.source.position(span.start)
        head = [f"{span.source.name}:{line}:{column}: {diagnostic.message}", *_excerpt(span, line, column)]
    return "\n".join([*head, *([f"  = hint: {diagnostic.hint}"] if diagnostic.hint else [])])


def _excerpt(span: Span, line: int, column: int) -> Iterable[str]:
    text = span.source.line(line).expandtabs(1)
    start = column - 1
    width = max(1, min(span.end - span.start, len(text) - start))
    first = max(0, min(start - EXCERPT // 4, len(text) - EXCERPT)) if len(text) > EXCERPT else 0
    shown = text[first : first + EXCERPT]
    if first:
        shown = "…" + shown[1:]
    if first + EXCERPT < len(text):
        shown = shown[:-1] + "…"
    gutter = " " * len(str(line))
    marker = " " * (start - first) + "^" * min(width, EXCERPT - (start - first))
    return f"{gutter} |", f"{line} | {shown}", f"{gutter} | {marker}"
