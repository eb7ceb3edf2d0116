"""A rulebook and an act that nobody has adopted yet in; the rulebook as it would be with that act out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..diagnostics import Diagnostic, Source
from ..messages import _
from .entry_into_force import Known, LeftOpen
from .history import Rulebook
from .register import sealed
from .registration import Papers, Told, propose_act
from .timeline import Version


@dataclass(frozen=True, slots=True)
class Draft:
    """`rulebook`: as it would be; `version`: what the act makes; `objections`: what would be said against it."""

    rulebook: Rulebook
    version: Version
    objections: tuple[Diagnostic, ...]


def drafted(rulebook: Rulebook, act: Source, in_force: date | None) -> Draft:
    """The rulebook with the act, sealed as if it had been recorded with the last entry: one draft has one check code.

    Raises what `propose_act` raises, except for objections.
    """
    told = Told(Known(in_force=in_force), reason="draft")
    try:
        proposal = propose_act(rulebook, Papers(act), told, rulebook.register.last.recorded)
    except LeftOpen as error:
        hint = _("Say with --in-force from which day the draft is to count.")
        raise LeftOpen(*(replace(found, hint=hint) for found in error.diagnostics)) from error
    entry = replace(proposal.entry, reason="")
    found = replace(proposal.rulebook, register=sealed(rulebook.register, entry, proposal.text))
    return Draft(found, found.numbered(entry.number), proposal.objections)
