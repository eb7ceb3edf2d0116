"""A document of an office (PDF, DOCX, XML, text) goes in; the text proposed for it comes out, one unit per line.

It is a proposal: a person looks at the findings before anything is stored. `structure.parse` reads it as any text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ..textfile import decode, read_bytes, too_large
from .kinds import DocumentKind, kind_of
from .proposal import Proposal
from .sandbox import read_apart

__all__ = ["Proposal", "Tracked", "read_document"]

Tracked = Literal["refuse", "accept", "reject"]
"""What to do with changes that a word processor recorded and nobody accepted or rejected."""

LIMIT = 50_000_000
"""Longest document in bytes."""


def read_document(path: Path, *, tracked: Tracked = "refuse") -> Proposal:
    """The text of the document at `path`, whatever its kind: that is told by its first bytes.

    Raises Unreadable if there is no such file, NotUnderstood if its text cannot be had with certainty: scans,
    passwords, damaged or oversized files, recorded changes without a decision.
    """
    label = str(path)
    data = read_bytes(path, LIMIT + 1)
    if len(data) > LIMIT:
        raise too_large(label, LIMIT)
    kind = kind_of(data)
    if kind is DocumentKind.TEXT:
        source, findings = decode(label, data)
        return Proposal(source, findings)
    return read_apart(kind, label, data, tracked)
