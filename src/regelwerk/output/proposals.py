"""A proposal or a version in, the data that programs read of it out."""

from __future__ import annotations

from typing import Any

from ..rulebook.registration import Proposal
from ..rulebook.timeline import Version
from . import json
from .entries import entry_data


def version_data(version: Version) -> dict[str, Any]:
    """A version: what made it, from when until when it counts, what changed."""
    return {
        "number": version.entry.number,
        "in_force": version.in_force.isoformat(),
        "until": version.until.isoformat() if version.until else None,
        "expired": version.expired,
        "effects": [json.effect(effect) for effect in version.effects],
    }


def proposed(proposal: Proposal) -> dict[str, Any]:
    """An entry that could be recorded, and the versions it makes."""
    return {
        "id": proposal.rulebook.register.id,
        "entry": entry_data(proposal.entry),
        "versions": [version_data(version) for version in proposal.versions],
        "objections": [json.diagnostic(objection) for objection in proposal.objections],
        "text": proposal.text,
    }
