"""`regelwerk export`: a version of a rulebook in; its text, its redline, its synopsis, its register or all papers of a
decision as files out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..faults import reason
from ..messages import _
from ..output.choices import Format, View
from ..output.terminal import write, write_findings
from . import options
from .choosing import Id, Number, On, before, known, version_of
from .files import put_all
from .preview import show_overruled
from .publishing import Force, Output, ReasonsFile, form_for, publish, reasoned, refuse_reasons
from .reading import take
from .workplace import Misused, now, workspace

if TYPE_CHECKING:
    from ..output.publication import Publication
    from ..rulebook.history import Rulebook
    from ..rulebook.register import Register
    from ..rulebook.timeline import Version

PAPERS = {
    View.ACT: "aenderung",
    View.SYNOPSIS: "synopse",
    View.REDLINE: "aenderungen-im-text",
    View.CONSOLIDATED: "lesefassung",
}
"""What the files of a package are called, without their endings."""


def run(
    id: Id = None,
    what: Annotated[
        Literal["consolidated", "redline", "synopsis", "register", "package"],
        typer.Option("--as", help=_("The text, its last change, the register, or all papers of that change.")),
    ] = "consolidated",
    form: Annotated[
        Format | None,
        typer.Option("--format", help=_("The form of the file; else its ending says it, or it is a PDF.")),
    ] = None,
    on: On = None,
    number: Number = None,
    act: Annotated[
        Path | None, typer.Option("--act", metavar=_("ACT"), help=_("As it would be with this act, not adopted yet."))
    ] = None,
    in_force: options.InForce = None,
    reasons: ReasonsFile = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Write one file, or a folder of them. Without a day or a number it is about the version that counts today."""
    _refuse_what_does_not_fit(what, on, number, act, in_force)
    form = form_for(form, output) or Format.PDF
    refuse_reasons(reasons, form, synopsis=what in ("synopsis", "package"))
    recorded = rulebook = known(workspace(), id, None)
    if what == "register":
        from ..output.registered import register_of

        publish(register_of(rulebook), form, output, force=force)
        return
    if act is not None:
        rulebook, version = _drafted(rulebook, act, in_force)
    else:
        version = version_of(rulebook, on, number)
    make = partial(_publication, rulebook, version, recorded.register if act else None)
    if what == "package":
        _package(make, form, reasons, output, force=force)
    else:
        publish(reasoned(make(View(what)), reasons), form, output, force=force)


def _drafted(rulebook: Rulebook, act: Path, in_force: date | None) -> tuple[Rulebook, Version]:
    """The rulebook as it would be with the act, and the version that the act makes."""
    from ..rulebook.registration import propose_draft

    taken = take(act, None)
    draft = propose_draft(rulebook, taken.source, in_force)
    write_findings(sys.stderr, taken.findings)
    show_overruled(draft.objections)
    return draft.rulebook, draft.rulebook.numbered(draft.entry.number)


def _refuse_what_does_not_fit(
    what: str, on: date | None, number: str | None, act: Path | None, in_force: date | None
) -> None:
    """Raises Misused if the options contradict each other."""
    chosen = on is not None or number is not None
    if what == "register" and chosen:
        raise Misused.of(_("The register tells of all versions; leave --on and --version out."))
    if act is None and in_force is not None:
        raise Misused.of(_("--in-force is for a draft: name it with --act."))
    if act is not None and (what == "register" or chosen):
        raise Misused.of(_("A draft has one version and no register; leave --on and --version out."))


def _package(
    make: Callable[[View], Publication], form: Format, reasons: str | None, folder: str | None, *, force: bool
) -> None:
    """Everything about the last change into one folder: the act as adopted, synopsis, redline, and the new text."""
    from ..output.formats import render

    if folder is None:
        raise Misused.of(_("A package needs a folder: --output FOLDER."))
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise Misused.of(_("{folder} is no folder.").format(folder=folder))
    papers = {view: make(view) for view in PAPERS}
    papers[View.SYNOPSIS] = reasoned(papers[View.SYNOPSIS], reasons)
    contents = {str(place / f"{PAPERS[view]}.{form.value}"): render(found, form) for view, found in papers.items()}
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = _("{folder} cannot be made: {reason}.").format(folder=folder, reason=reason(error))
        raise Misused.of(problem) from error
    put_all(contents, force=force)
    write(sys.stdout, *(f"{path}\n" for path in contents))


def _publication(rulebook: Rulebook, version: Version, drafted_on: Register | None, view: View) -> Publication:
    """The view of the version, as a draft if it builds on a register that does not have it."""
    from ..output.registered import as_draft

    found = _view(rulebook, version, view)
    return as_draft(found, drafted_on) if drafted_on else found


def _view(rulebook: Rulebook, version: Version, view: View) -> Publication:
    from ..output.registered import act_of, change_between, text_of_version

    today = now().date()
    match view:
        case View.CONSOLIDATED:
            return text_of_version(rulebook, version, today)
        case View.ACT:
            return act_of(rulebook, version)
        case _:
            return change_between(rulebook, view, before(rulebook, version), version, today)
