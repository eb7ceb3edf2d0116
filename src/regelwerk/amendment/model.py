"""An amendment as data: what an act says about one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ..commands import Command, NewText
from ..diagnostics import Diagnostic
from .inforce import InForce


@dataclass(frozen=True, slots=True)
class Amendment:
    """What an act says about one text.

    `target`: the text as the act calls it, "" if it does not. `last_change`: what the citation clause calls its last
    amendment. `annexes`: new texts that stand at the end of the act, by their heading („Anlage 1“). `article`: the
    article of the act that amends the text, if the act has articles. `diagnostics`: all that was not understood; an
    amendment that has any must not be applied.
    """

    title: str
    number: str | None
    adopted: date | None
    in_force: InForce | None
    target: str
    last_change: str
    commands: tuple[Command, ...]
    annexes: Mapping[str, NewText] = field(default_factory=lambda: MappingProxyType({}))
    diagnostics: tuple[Diagnostic, ...] = ()
    article: str | None = None
