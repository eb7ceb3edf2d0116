"""Files as the user names them in; sources, texts and documents out. What is to be noticed in them is said at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from ..diagnostics import RegelwerkError, Source
from ..messages import _
from ..output.terminal import write_findings
from .workplace import busy

if TYPE_CHECKING:
    from ..intake import Proposal
    from ..provision import Provision

Changes = Annotated[
    bool | None,
    typer.Option(
        "--accept-changes/--reject-changes",
        help=_("Take changes recorded in a DOCX as accepted, or as rejected; else it is refused."),
    ),
]


def source_of(file: str) -> Source:
    """The plain text of a file, „-“ for standard input. Raises what `read_source` raises."""
    from ..textfile import read_source

    source, findings = read_source(file)
    write_findings(sys.stderr, findings)
    return source


def text_of(source: Source) -> Provision:
    """The rule text as a tree."""
    from ..structure import parse

    parsed = parse(source)
    write_findings(sys.stderr, parsed.findings)
    return parsed.document


def take(file: Path, changes: bool | None) -> Proposal:
    """What a document holds. In a terminal one sees that work goes on. Raises what `read_document` raises."""
    from ..intake import read_document

    with busy(_("Reading {file} …").format(file=file.name)):
        return read_document(file, tracked="refuse" if changes is None else "accept" if changes else "reject")


Item = TypeVar("Item")
Result = TypeVar("Result")


def each(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """`work` done on every item. Raises the first refusal, with the diagnostics of all that were refused."""
    results: list[Result] = []
    errors: list[RegelwerkError] = []
    for item in items:
        try:
            results.append(work(item))
        except RegelwerkError as error:
            errors.append(error)
    if errors:
        raise type(errors[0])(*(diagnostic for error in errors for diagnostic in error.diagnostics))
    return results
