"""The command line: arguments in, exit code out. Errors are printed here and nowhere else."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from ..diagnostics import Diagnostic, RegelwerkError
from ..faults import reason
from ..messages import _, use_language
from ..output.terminal import write, write_diagnostics
from .exits import DONE, INTERRUPTED, USAGE, exit_code
from .language import language_of


def main() -> int:
    """The command `regelwerk` as the system calls it."""
    if hasattr(signal, "SIGPIPE"):  # a reader that has seen enough ends us as it ends other tools: without a word
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    gc.set_threshold(200_000)  # texts are trees without cycles: looking for cycles costs a third of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    use_language(language_of(os.environ))
    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command. Data goes to standard output, everything else to standard error."""
    import typer

    from .application import application
    from .words import usage_error

    try:
        return application()(args=arguments, prog_name="regelwerk", standalone_mode=False) or DONE
    except typer.TyperException as error:
        write(sys.stderr, usage_error(error))
        return USAGE
    except RegelwerkError as error:
        write_diagnostics(sys.stderr, error.diagnostics)
        return exit_code(error)
    except OSError as error:  # what no command foresees: a name that is too long, a disk that is gone
        message = _("{file}: {reason}.").format(file=error.filename or _("The system"), reason=reason(error))
        write_diagnostics(sys.stderr, [Diagnostic(message)])
        return USAGE
