"""Text in; on a terminal a page of it at a time out, everywhere else all of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from shutil import get_terminal_size

from ..characters import visible
from ..output.terminal import Part, text_of, write


def page(parts: Iterable[Part]) -> None:
    """Print the parts; what does not fit on the screen goes through the user's pager."""
    shown = list(parts)
    text = "".join(map(text_of, shown))
    if sys.stdout.isatty() and sys.stdin.isatty() and text.count("\n") >= get_terminal_size().lines:
        import pydoc

        pydoc.pager(visible(text))
    else:
        write(sys.stdout, *shown)
