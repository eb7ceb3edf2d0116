"""`regelwerk apply`: an amending act in; what it does shown, and after a yes recorded, all of it or nothing."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, DoesNotApply, NotUnderstood, RegelwerkError, Source
from ..messages import _
from ..output.terminal import write, write_findings
from . import options
from .preview import show_changes, show_commands, show_entry
from .reading import Changes, source_of, take
from .workplace import Misused, busy, chosen_id, day_of, now, original, record_if_agreed, say, workspace

if TYPE_CHECKING:
    from .. import intake
    from ..rulebook.history import Rulebook
    from ..rulebook.register import DatedPoints
    from ..rulebook.registration import Papers, Proposal, Told
    from ..workspace import Stored, Workspace


def run(
    act: options.ActFile,
    id: options.Meant = None,
    number: options.ActNumber = "",
    title: options.ActTitle = "",
    adopted: options.Adopted = None,
    promulgated: options.Promulgated = None,
    in_force: options.InForce = None,
    until: options.Until = None,
    part: options.Points = None,
    article: options.Article = "",
    corrects: options.Corrects = "",
    decisions: options.Decisions = None,
    order: options.Order = None,
    reason: options.Overruled = "",
    dry_run: options.DryRun = False,
    changes: Changes = None,
    yes: options.Yes = False,
    as_json: options.AsJson = False,
) -> None:
    """Show each command with its effect; record the act, the register and the text in one step after a yes."""
    from ..rulebook.entry_into_force import Known
    from ..rulebook.register import Order
    from ..rulebook.registration import Papers, Told

    known = Known(adopted, promulgated, in_force, until, tuple(map(_part, part or ())))
    told = Told(known, number, corrects, title, article, Order(order) if order else None, reason)
    place = workspace()
    taken = take(act, changes)
    write_findings(sys.stderr, taken.findings)
    papers = Papers(taken.source, _decisions(decisions), None if taken.kind == "text" else original(act))
    before = place.load(id or _meant(place, papers.act))
    proposal = _proposed(before.rulebook, papers, told, decisions)
    show(before.rulebook, proposal, papers.act.name, as_json=as_json)
    if yes and not (dry_run or reason):
        _refuse_doubts(taken, proposal)
    if dry_run:
        say(_("Nothing was recorded."))
    else:
        _record(place, before, proposal, yes=yes)


def _record(place: Workspace, before: Stored, proposal: Proposal, *, yes: bool) -> None:
    recorded = {"number": proposal.entry.number, "id": before.register.id}
    question = _("Record it as number {number} of „{id}“?").format(**recorded)
    done = _("Number {number} of „{id}“ is recorded.").format(**recorded)
    record_if_agreed(place, before, proposal, question, done, yes=yes)


def _proposed(rulebook: Rulebook, papers: Papers, told: Told, decisions: Path | None) -> Proposal:
    """What recording the act would mean. Where it does not fit, the refusal says how that can be decided."""
    from ..rulebook.objections import Objected
    from ..rulebook.registration import propose_act

    try:
        with busy(_("Applying the act …")):
            return propose_act(rulebook, papers, told, now())
    except Objected:
        raise
    except (NotUnderstood, DoesNotApply) as error:
        offer = _offer_decisions(rulebook, papers, told, decisions, error)
        raise type(error)(*error.diagnostics, *offer) from error


def _refuse_doubts(taken: intake.Proposal, proposal: Proposal) -> None:
    """Raises Objected if it is not certain how a command reads in the document, for nobody is asked to look at it."""
    from ..rulebook.objections import Objected, doubts

    found = doubts((*taken.findings, *taken.mended), proposal.rulebook, proposal.entry)
    if found and taken.kind != "text":
        raise Objected(*found)


def show(before: Rulebook, proposal: Proposal, act: str, *, as_json: bool) -> None:
    """What the proposal does: as data, or command by command and then marked in the text."""
    if as_json:
        from ..output import json

        write(sys.stdout, json.dump(json.proposal(proposal)))
    else:
        show_entry(proposal)
        show_commands(proposal, act)
        show_changes(before, proposal)


def _meant(place: Workspace, act: Source) -> str:
    """The rulebook that the act amends: the only one that it can mean, or of several the one whose title it names.

    Raises Misused if that is not certain.
    """
    from ..amendment import parse_act

    if len(place.ids) <= 1:
        return chosen_id(place, None)
    parsed = parse_act(act)
    titles: dict[str, str] = {}
    for id in place.ids:
        with suppress(NotUnderstood):
            title = place.load(id).register.title
            parsed.for_text(title)
            titles[id] = title
    named = [id for id, title in titles.items() if [title] == [amendment.target for amendment in parsed.amendments]]
    found = named or list(titles)
    if len(found) == 1:
        return found[0]
    message = _("It is not certain which rulebook the act amends.")
    raise Misused.of(message, hint=_("Name it: --id {ids}.").format(ids=_(" or ").join(found or place.ids)))


def _part(text: str) -> DatedPoints:
    """„3 b=2024-01-31“, or „3 b=2024-01-31..2024-12-31“ for a point that ends. Raises Misused for anything else."""
    from ..rulebook.register import DatedPoints

    point, _sign, days = text.partition("=")
    first, _dots, last = days.partition("..")
    if not (point.strip() and first):
        message = _("„{text}“ is no point with a day.").format(text=text)
        raise Misused.of(message, hint=_('Write it as --part "3 b=2024-01-31".'))
    return DatedPoints((" ".join(point.split()),), day_of(first), day_of(last) if last else None)


def _decisions(file: Path | None) -> Source | None:
    return source_of(str(file)) if file is not None and file.exists() else None


def _offer_decisions(
    rulebook: Rulebook, papers: Papers, told: Told, file: Path | None, error: RegelwerkError
) -> tuple[Diagnostic, ...]:
    """Write what could be decided to the file that was named for it, if it is not there yet; and say so."""
    from ..amendment import parse_act
    from ..rulebook.decisions import template
    from .files import put

    try:
        amendment = parse_act(papers.act).for_text(rulebook.last.document.heading, told.article or None)
    except NotUnderstood:
        return ()
    if not amendment.commands or (file and file.exists()):
        return ()
    if file is None:
        hint = _("--decisions FILE writes down what is to be filled in.")
        return (Diagnostic(_("What does not fit can be decided by people."), hint=hint),)
    put(template(amendment, error.diagnostics).encode(), str(file), force=False)
    message = _("{file} says what is to be decided; fill it in and try again.")
    return (Diagnostic(message.format(file=file)),)
