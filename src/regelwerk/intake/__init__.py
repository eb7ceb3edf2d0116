"""A document of an office (PDF, DOCX, XML, text) goes in; the text proposed for it comes out, one unit per line.

It is a proposal: a person looks at the findings before anything is stored. `structure.parse` reads it as any text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..diagnostics import Diagnostic, Source
from ..messages import _
from ..textfile import decode, read_bytes, refusal
from .kinds import Kind, kind_of
from .sandbox import read_apart

__all__ = ["Intake", "Tracked", "read_document"]

Tracked = Literal["refuse", "accept", "reject"]
"""What to do with changes that a word processor recorded and nobody accepted or rejected."""

LIMIT = 50_000_000
"""Longest document in bytes."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The proposed text of a document, what is doubtful in it, its kind and how many pages it has, if it has any.

    `mended`: see `Proposal`.
    """

    source: Source
    findings: tuple[Diagnostic, ...]
    kind: str
    pages: int | None
    mended: tuple[Diagnostic, ...] = ()


def read_document(path: Path, *, tracked: Tracked = "refuse") -> Intake:
    """The text of the document at `path`, whatever its kind: that is told by its first bytes.

    Raises Unreadable if there is no such file, NotUnderstood if its text cannot be had with certainty: scans,
    passwords, damaged or oversized files, recorded changes without a decision.
    """
    label = str(path)
    data = read_bytes(path, LIMIT + 1)
    if len(data) > LIMIT:
        problem = _("The file is larger than {limit} MB.").format(limit=LIMIT // 1_000_000)
        raise refusal(label, problem, _("Rules and amending acts are far shorter; is this the right file?"))
    kind = kind_of(data)
    if kind is Kind.TEXT:
        source, findings = decode(label, data)
        return Intake(source, findings, kind, None)
    proposal = read_apart(kind, label, data, tracked)
    return Intake(proposal.source, proposal.findings, kind, proposal.pages, proposal.mended)
