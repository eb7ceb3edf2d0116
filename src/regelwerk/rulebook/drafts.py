"""A rulebook and an act that nobody has adopted yet in; what recording it would mean out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..diagnostics import Source
from ..messages import _
from .chain import sealed
from .entry_into_force import Known, LeftOpen
from .history import Rulebook
from .registration import Papers, Proposal, Told, propose_act


def drafted(rulebook: Rulebook, act: Source, in_force: date | None) -> Proposal:
    """The act as a proposal, sealed as if it had been recorded with the last entry: one draft has one check code.

    Raises what `propose_act` raises, except for objections.
    """
    told = Told(Known(in_force=in_force), reason="draft")
    try:
        proposal = propose_act(rulebook, Papers(act), told, rulebook.register.last.recorded)
    except LeftOpen as error:
        hint = _("Say with --in-force from which day the draft is to count.")
        raise LeftOpen(*(replace(found, hint=hint) for found in error.diagnostics)) from error
    register = sealed(rulebook.register, replace(proposal.entry, reason=""), proposal.text)
    return replace(proposal, entry=register.last, rulebook=replace(proposal.rulebook, register=register))
