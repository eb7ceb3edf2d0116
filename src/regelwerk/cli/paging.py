"""Text in; on a terminal a page of it at a time out, everywhere else all of it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import get_terminal_size, which
from typing import TextIO

from ..characters import visible
from ..diagnostics import wrapped
from ..output.terminal import Printable, coloured, text_of, width_of, write

_BEGIN = re.compile(r"\s*(?:\(\w+\) |\w{1,4}[.)] |\w{1,4}  )?")
"""What stands before the words of a line: white space, and the label of an Absatz or list item, or a number."""


def page(parts: Iterable[Printable]) -> None:
    """Print the parts; what does not fit on the screen goes through the user's pager."""
    shown = fitted(parts, width_of(sys.stdout))
    text = "".join(map(text_of, shown))
    if sys.stdout.isatty() and sys.stdin.isatty() and text.count("\n") >= get_terminal_size().lines:
        import pydoc

        os.environ.setdefault("LESS", "R")  # where nobody has said how less should work, it passes colours on
        pydoc.pager(coloured(shown) if _shows_colour(os.environ) else visible(text))
    else:
        write(sys.stdout, *shown)


def _shows_colour(environment: Mapping[str, str]) -> bool:
    """Whether the pager is less and passes colours on."""
    pager = environment.get("MANPAGER") or environment.get("PAGER") or which("less") or "more"
    return Path(pager.split()[0]).name == "less" and "R" in environment["LESS"]


def write_fitted(stream: TextIO, *parts: Printable) -> None:
    """Print the parts; on a terminal, long lines are broken between words."""
    write(stream, *fitted(parts, width_of(stream)))


def fitted(parts: Iterable[Printable], width: int | None) -> list[Printable]:
    """The parts with lines that are too long broken between words; what is broken goes on indented.

    Only parts that are whole lines are looked at.
    """
    if width is None:
        return list(parts)
    return [_broken(p, width) if isinstance(p, str) else (_broken(p[0], width), p[1]) for p in parts]


def _broken(text: str, width: int) -> str:
    if not text.endswith("\n"):
        return text
    lines = (line if len(line) <= width else _wrapped(line, width) for line in text.split("\n"))
    return "\n".join(lines)


def _wrapped(line: str, width: int) -> str:
    """The lines of a long one; they go on behind its indentation and its label."""
    begins = _BEGIN.match(line)
    return "\n".join(wrapped(line, width, " " * ((begins.end() if begins else 0) + 2)))
