"""`regelwerk import`: a document of an office in; a rulebook with it as base text, or as the text of a version, out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Source
from ..messages import _
from ..output.terminal import write, write_findings
from . import options
from .files import put
from .paging import write_fitted
from .reading import Changes, take
from .workplace import Misused, chosen_id, now, original, record_if_agreed, workspace

if TYPE_CHECKING:
    from ..rulebook.fulltexts import Edition
    from ..rulebook.register import TextKind
    from ..workspace import Workspace


def run(
    file: options.TextFile,
    id: options.Named = None,
    adopted: options.Adopted = None,
    promulgated: options.Promulgated = None,
    in_force: options.TextInForce = None,
    body: options.Body = "",
    title: options.TextTitle = "",
    as_version: options.AsVersion = None,
    recast: options.Recast = False,
    replace_base: options.ReplaceBase = False,
    source: options.Original = None,
    reason: options.Why = "",
    output: options.ProposalFile = None,
    changes: Changes = None,
    yes: options.Yes = False,
) -> None:
    """Show what the document is understood to say; record it after a yes."""
    from ..output.outline import outline
    from ..rulebook.fulltexts import Edition
    from ..structure import format_document, parse

    kind = _kind(as_version, recast=recast, replace_base=replace_base)
    if output is None:
        _check(workspace(), id, kind)
    taken = take(file, changes)
    parsed = parse(taken.source)
    write_findings(sys.stderr, (*taken.findings, *parsed.findings))
    if output is not None:
        put(format_document(parsed.document).encode(), str(output), force=yes)
        return
    place = workspace()
    write(sys.stderr, *outline(parsed.document))
    write_findings(sys.stderr, _reads_as_an_act(taken.source))
    kept = source or (None if taken.kind == "text" else file)
    edition = Edition(parsed.document, title, adopted, promulgated, in_force, reason, original(kept) if kept else None)
    if kind is None:
        _found(place, id or "", body, edition, yes=yes)
    else:
        _add(place, chosen_id(place, id), edition, kind, as_version or "", yes=yes)


def _kind(as_version: str | None, *, recast: bool, replace_base: bool) -> TextKind | None:
    """What the text is to the rulebook it is recorded in; None if it is the first of a new one."""
    from ..rulebook.register import TextKind

    kinds = {TextKind.FULL_TEXT: as_version is not None, TextKind.RECAST: recast, TextKind.BASE: replace_base}
    said = [kind for kind, is_said in kinds.items() if is_said]
    if len(said) > 1:
        raise Misused.of(_("A text is one of them: --as-version, --recast or --replace-base."))
    return said[0] if said else None


def _check(place: Workspace, id: str | None, kind: TextKind | None) -> None:
    """Raises what can be refused before the document is read: an id that is missing or cannot be."""
    from ..workspace import check_new

    if kind is not None:
        chosen_id(place, id)
    elif id is None:
        message = _("It is not said how the rulebook is to be called here.")
        raise Misused.of(message, hint=_("Choose a short name for it: --id geschaeftsordnung."))
    else:
        check_new(place, id)


def _reads_as_an_act(source: Source) -> Iterator[Diagnostic]:
    """What to say of a file that was taken for another: every sentence of it is understood as an amendment."""
    from ..amendment import parse_act

    if any(found.commands and not found.diagnostics for found in parse_act(source).amendments):
        hint = _("„regelwerk apply FILE“ records an amendment.")
        yield Diagnostic(_("This reads as an amendment, not as the text that is amended."), hint=hint)


def _found(place: Workspace, id: str, body: str, edition: Edition, *, yes: bool) -> None:
    """A new rulebook with this base text."""
    from ..output.entries import about
    from ..rulebook.fulltexts import propose_first, titled
    from ..rulebook.register import Register
    from ..workspace import Stored

    edition = titled(edition)
    before = Stored(Register(id, edition.title or edition.document.heading, (), body))
    proposal = propose_first(before.rulebook, edition, now())
    write_fitted(sys.stderr, *about(proposal.entry))
    question = _("Record it as the base text of „{id}“?").format(id=id)
    done = _("„{id}“ is recorded: {title}.").format(id=id, title=before.register.title)
    record_if_agreed(place, before, proposal, question, done, yes=yes)


def _add(place: Workspace, id: str, edition: Edition, kind: TextKind, number: str, *, yes: bool) -> None:
    """One more whole text of a rulebook."""
    from ..rulebook.fulltexts import propose_text, titled
    from ..rulebook.register import BASE, TextKind
    from ..rulebook.registration import number_for
    from .preview import show_changes

    before = place.load(id)
    rulebook = before.rulebook
    edition, first = titled(edition, rulebook.last.document.heading), before.register.base
    if kind is TextKind.BASE:
        number = BASE
        edition = replace(
            edition, adopted=edition.adopted or first.adopted, in_force=edition.in_force or first.in_force
        )
    proposal = propose_text(rulebook, edition, kind, number or number_for(before.register, None), now())
    show_changes(rulebook, proposal)
    question = _("Record it as version {number} of „{id}“?").format(number=proposal.entry.number, id=id)
    done = _("Version {number} of „{id}“ is recorded.").format(number=proposal.entry.number, id=id)
    record_if_agreed(place, before, proposal, question, done, yes=yes)
