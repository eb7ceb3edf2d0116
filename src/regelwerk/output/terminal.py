"""Everything that is printed goes through `write`: data as it is, on a terminal in colour and without raw control
characters. Diagnostics and traces in, lines on a stream out.
"""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TextIO

from ..characters import visible
from ..diagnostics import Diagnostic, render_lines

STYLES = {"head": "bold", "excerpt": "", "marker": "bold red", "hint": "cyan", "old": "red", "new": "green"}
"""How the parts of a print look where there is colour. Colour never says what the words do not."""

Part = str | tuple[str, str]
"""A text, or a text with its name in `STYLES`."""


def write(stream: TextIO, *parts: Part) -> None:
    """Print the parts. Nothing in them is taken for markup."""
    if not stream.isatty():
        stream.write("".join(part if isinstance(part, str) else part[0] for part in parts))
        return
    from rich.console import Console
    from rich.text import Text

    shown = Text.assemble(*(visible(p) if isinstance(p, str) else (visible(p[0]), STYLES[p[1]]) for p in parts))
    Console(file=stream, highlight=False).print(shown, end="", soft_wrap=True)


def write_diagnostics(stream: TextIO, diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics, broken into lines where people read them at a terminal."""
    width = width_of(stream)
    for diagnostic in diagnostics:
        write(stream, *((line + "\n", kind) for kind, line in render_lines(diagnostic, width)))


def width_of(stream: TextIO) -> int | None:
    """The columns of a terminal; None where lines have no end, in files and pipes."""
    return get_terminal_size().columns if stream.isatty() else None
