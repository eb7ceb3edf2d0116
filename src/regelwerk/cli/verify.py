"""`regelwerk verify`: rulebooks in; whether each is as it was recorded, and follows from its sources, out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..diagnostics import Diagnostic, IntegrityBroken
from ..messages import _, ngettext
from .paging import write_fitted
from .workplace import busy, now, on_each, say, workspace

if TYPE_CHECKING:
    from ..workspace import Stored, Workspace


def run(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar=_("ID..."), help=_("Only these rulebooks, or PDFs exported of one."))
    ] = None,
    restore: Annotated[
        bool, typer.Option("--restore", help=_("Write a consolidated text again that was changed or lost."))
    ] = False,
) -> int:
    """Check every file, compute every version again, and hold git against both."""
    place = workspace()

    def check(id: str) -> None:
        if id.lower().endswith(".pdf"):
            write_fitted(sys.stdout, _in_hand(place, id) + "\n")
            return
        if restore:
            _restore(place, id)
        with busy(_("Checking {id} …").format(id=id)):
            proven = _verify(place, place.load(id))
        write_fitted(sys.stdout, *proven)

    return on_each(ids or place.ids, check)


def _in_hand(place: Workspace, file: str) -> str:
    """What a PDF is that somebody holds in hand. Raises IntegrityBroken if it is not what was exported."""
    from ..output.prints import identified
    from ..textfile import read_bytes

    content = read_bytes(Path(file))
    return identified(file, content, (place.load(id).rulebook for id in place.ids), now().date())


def _verify(place: Workspace, stored: Stored) -> list[str]:
    """What was proven, in lines. Raises IntegrityBroken with everything that could not be."""
    from ..archive import open_archive
    from ..rulebook.proof import underived
    from ..workspace.steps import altered, unkept

    register = stored.register
    archive = open_archive(place.root)
    broken = (*underived(stored.rulebook), *(altered(archive, stored) if archive else ()))
    if broken:
        raise IntegrityBroken(*broken)
    files, steps = len(stored.files), len(register.entries)
    lines = [
        ngettext("{count} file is as it was recorded.", "{count} files are as they were recorded.", files),
        ngettext(
            "{count} step: its text is the base text.",
            "{count} steps: each text follows from the base text and the acts.",
            steps,
        ),
    ]
    if archive:
        lines.append(
            ngettext(
                "{count} step is kept in git, with the same text.",
                "{count} steps are kept in git, with the same texts.",
                steps - len(unkept(archive, register)),
            )
        )
    lines.append(_("Check code: {code}").format(code=register.check_code))
    return [f"{register.id}: {register.title}\n", *(f"  {line}\n" for line in lines)]


def _restore(place: Workspace, id: str) -> None:
    """Write the consolidated text again, if it alone is not as it was recorded."""
    from ..rulebook.filing import consolidated_file
    from ..structure import format_document
    from ..workspace.recording import restore, writing

    stored, broken = place.read(id)
    others = [found for found in broken if not _about(found, consolidated_file(id))]
    if others:
        raise IntegrityBroken(*others)
    if broken:
        with writing(place):
            restore(place, id, format_document(stored.rulebook.last.document))
        say(_("{file} is written again.").format(file=consolidated_file(id)))


def _about(found: Diagnostic, file: str) -> bool:
    return found.span is not None and found.span.source.name == file
