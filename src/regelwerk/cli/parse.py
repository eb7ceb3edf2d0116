"""`regelwerk parse`: amending acts in; their points out, each as understood, or why not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import Diagnostic, NotUnderstood
from ..messages import _
from ..output.terminal import width_of, write, write_diagnostics, write_findings
from .exits import DONE, NOT_UNDERSTOOD

if TYPE_CHECKING:
    from ..amendment import Amendment


def run(
    acts: Annotated[list[str], typer.Argument(metavar=_("ACT..."), help=_("Amending acts; „-“ reads standard input."))],
    as_json: Annotated[bool, typer.Option("--json", help=_("One JSON object per act and line."))] = False,
) -> int:
    """Print what each act says. The exit code is 3 if anything in any of them was not understood."""
    from ..output import json
    from ..output.acts import understanding

    understood = True
    for file in acts:
        amendments, diagnostics = _read(file)
        understood = understood and not diagnostics
        if as_json:
            write(sys.stdout, json.dump(json.act(file, amendments, diagnostics)))
        else:
            write(sys.stdout, *understanding(file, amendments, width_of(sys.stdout)))
            write_diagnostics(sys.stderr, diagnostics)
    return DONE if understood else NOT_UNDERSTOOD


def _read(file: str) -> tuple[tuple[Amendment, ...], tuple[Diagnostic, ...]]:
    """The amendments in a file, and everything in it that is not understood."""
    from ..amendment import parse_act
    from ..textfile import read_source

    try:
        source, findings = read_source(file)
    except NotUnderstood as error:
        return (), error.diagnostics
    act = parse_act(source)
    write_findings(sys.stderr, (*findings, *act.gaps, *act.findings))
    return act.amendments, tuple(diagnostic for amendment in act.amendments for diagnostic in amendment.diagnostics)
