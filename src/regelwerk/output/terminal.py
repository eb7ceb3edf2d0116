"""Everything that is printed goes through `write`: data as it is, on a terminal in colour and without raw control
characters. Diagnostics and traces in, lines on a stream out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from itertools import zip_longest
from shutil import get_terminal_size
from typing import TextIO

from ..characters import visible
from ..diagnostics import Diagnostic, render_lines
from ..messages import _

STYLES = {
    "": "",
    "head": "bold",
    "excerpt": "",
    "marker": "bold red",
    "hint": "cyan",
    "old": "red",
    "new": "green",
    "moved": "blue",
    "note": "italic",
    "bar": "bright_black",
}
"""How the parts of a print look where there is colour. Colour never says what the words do not."""

Printable = str | tuple[str, str]
"""A text, or a text with its name in `STYLES`."""


def write(stream: TextIO, *parts: Printable) -> None:
    """Print the parts. Nothing in them is taken for markup; a terminal gets no raw control character."""
    if not stream.isatty():
        stream.write("".join(text_of(part) for part in parts))
    elif not any(isinstance(part, tuple) for part in parts):
        stream.write(visible("".join(text_of(part) for part in parts)))
    else:
        _write_styled(stream, parts)


def coloured(parts: Iterable[Printable]) -> str:
    """The parts as a terminal gets them: for a program that passes them on to one."""
    shown = StringIO()
    _write_styled(shown, parts)
    return shown.getvalue()


def _write_styled(stream: TextIO, parts: Iterable[Printable]) -> None:
    from rich.console import Console
    from rich.text import Text

    shown = (visible(part) if isinstance(part, str) else (visible(part[0]), STYLES[part[1]]) for part in parts)
    Console(file=stream, highlight=False, force_terminal=True).print(Text.assemble(*shown), end="", soft_wrap=True)


def text_of(part: Printable) -> str:
    """A part without its style."""
    return part if isinstance(part, str) else part[0]


def write_diagnostics(stream: TextIO, diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics. At a terminal they are broken into lines, and a hint that several share is said once."""
    width = width_of(stream)
    found = list(diagnostics)
    for diagnostic, following in zip_longest(found, found[1:]):
        shared = width is not None and following is not None and following.hint == diagnostic.hint
        shown = replace(diagnostic, hint=None) if shared else diagnostic
        write(stream, *((line + "\n", kind) for kind, line in render_lines(shown, width)))


def write_findings(stream: TextIO, findings: Iterable[Diagnostic]) -> None:
    """Print what refuses nothing, so that nobody takes it for a refusal."""
    write_diagnostics(stream, (replace(f, message=_("note: {message}").format(message=f.message)) for f in findings))


def width_of(stream: TextIO) -> int | None:
    """The columns of a terminal; None where lines have no end, in files and pipes."""
    return get_terminal_size().columns if stream.isatty() else None
