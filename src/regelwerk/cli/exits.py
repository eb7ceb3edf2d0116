"""Exit codes: what a run means to the shell."""

from __future__ import annotations

from ..diagnostics import DoesNotApply, IntegrityBroken, NotUnderstood, RegelwerkError

DONE = 0
DIFFERENT = 1
USAGE = 2
NOT_UNDERSTOOD = 3
DOES_NOT_APPLY = 4
INTEGRITY = 5
INTERRUPTED = 130


def exit_code(error: RegelwerkError) -> int:
    """The code of a refusal; a file that cannot be read is a matter of usage."""
    match error:
        case NotUnderstood():
            return NOT_UNDERSTOOD
        case DoesNotApply():
            return DOES_NOT_APPLY
        case IntegrityBroken():
            return INTEGRITY
        case _:
            return USAGE
