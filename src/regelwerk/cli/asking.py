"""A question in, the answer of the person at the terminal out. Only a clear yes is one."""

from __future__ import annotations

import sys

from ..messages import _
from ..output.terminal import write


def somebody_there() -> bool:
    """Whether there is a person who sees a question and can answer it."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str) -> bool:
    """Whether the person says yes, in their language or in English. No answer, and the end of input, are a no."""
    write(sys.stderr, question, " ", _("[y/N]"), " ")
    answer = b""
    try:
        answer = sys.stdin.buffer.readline()
    finally:
        if not answer.endswith(b"\n"):
            write(sys.stderr, "\n")
    return answer.decode(errors="replace").strip().casefold() in _("y yes").split()
