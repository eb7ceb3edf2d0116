"""`regelwerk consolidate`: a base text and amending acts in order in; the consolidated canonical text out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import DoesNotApply, NotUnderstood, Source
from ..messages import _
from ..output.terminal import write, write_findings
from .reading import each, source_of, text_of

if TYPE_CHECKING:
    from ..amendment import Amendment


def run(
    base: Annotated[str, typer.Argument(metavar=_("BASE"), help=_("The text to amend; „-“ reads standard input."))],
    acts: Annotated[list[str], typer.Argument(metavar=_("ACT..."), help=_("The amending acts, in order."))],
    article: Annotated[
        str | None, typer.Option(metavar=_("N"), help=_("Which article of an act that amends several texts."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("Text and effects as JSON."))] = False,
    trace: Annotated[
        bool, typer.Option("--trace", help=_("Show on standard error what each command changed."))
    ] = False,
) -> None:
    """Print the text as amended. Nothing is printed if any command was not understood or does not apply."""
    from ..consolidation import consolidate
    from ..output import json
    from ..output.acts import trace as traced
    from ..rulebook.checks import check_order, missing_between
    from ..structure import format_document

    base_text, *sources = each(source_of, (base, *acts))
    document, applied = text_of(base_text), []
    title = document.heading
    amendments = each(lambda source: _amendment(source, title, article), sources)
    given = tuple(zip(sources, amendments, strict=True))
    if disorder := check_order(given):
        raise DoesNotApply(*disorder)
    write_findings(sys.stderr, missing_between(given))
    for number, (file, amendment) in enumerate(zip(acts, amendments, strict=True), 1):
        result = consolidate(document, amendment.commands, number, amendment.annexes)
        document = result.document
        applied.append(json.applied(file, amendment, result.effects))
        if trace:
            write(sys.stderr, *traced(file, result.effects))
    text = format_document(document)
    write(sys.stdout, json.dump({"title": document.heading, "text": text, "acts": applied}) if as_json else text)


def _amendment(source: Source, title: str, article: str | None) -> Amendment:
    """What the act says about the text with this title. Raises NotUnderstood with all that is not understood."""
    from ..amendment import parse_act

    act = parse_act(source)
    write_findings(sys.stderr, act.findings)
    amendment = act.for_text(title, article)
    if amendment.diagnostics:
        raise NotUnderstood(*amendment.diagnostics)
    return amendment
