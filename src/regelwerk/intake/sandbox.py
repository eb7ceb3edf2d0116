"""An untrusted document goes in, its proposal comes out: read by a child process that may not take all time and memory.

The child gets the bytes through a pipe and answers in JSON. Memory and processor time are limited where the system can
do that (Linux; macOS only the time); the clock everywhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from ..diagnostics import Diagnostic, NotUnderstood, RegelwerkError, Source
from ..messages import _, language
from ..textfile import refusal
from .kinds import DocumentKind
from .proposal import Proposal


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading a document may take: `seconds` by the clock, `memory` in bytes.

    A law of 300 pages takes some ten seconds.
    """

    seconds: float = 60
    memory: int = 1_500_000_000


def read_apart(kind: DocumentKind, label: str, data: bytes, tracked: str, limits: Limits = Limits()) -> Proposal:
    """The proposal that the reader for this kind makes of the data.

    Raises NotUnderstood with what the reader refuses, or because it took too much time or memory.
    """
    options = [kind, label, tracked, language(), str(ceil(limits.seconds)), str(limits.memory)]
    command = [sys.executable, "-P", "-m", "regelwerk.intake.worker", *options]
    try:
        answer = subprocess.run(command, input=data, capture_output=True, timeout=limits.seconds, check=False)
        return _decoded(json.loads(answer.stdout), label, kind)
    except subprocess.TimeoutExpired:
        problem = _("Reading this document takes longer than {seconds} seconds.").format(seconds=round(limits.seconds))
    except ValueError:
        problem = _("This document could not be read: it needs too much memory or time, or is damaged.")
    raise refusal(label, problem, _("Open it in its program, save it anew or as plain text, and import that."))


def _decoded(answer: dict[str, Any], label: str, kind: DocumentKind) -> Proposal:
    source = Source(label, answer["text"])
    diagnostics, mended = (
        tuple(
            Diagnostic(message, None if start is None else source.span(start, end), hint)
            for message, start, end, hint in answer[part]
        )
        for part in ("diagnostics", "mended")
    )
    if answer["refused"]:
        raise NotUnderstood(*diagnostics)
    return Proposal(source, diagnostics, answer["pages"], mended, kind)


def encoded(proposal: Proposal) -> str:
    """The proposal as the child answers it."""
    found = {"diagnostics": _places(proposal.findings), "mended": _places(proposal.mended)}
    return json.dumps({"text": proposal.source.text, **found, "pages": proposal.pages, "refused": False})


def encoded_refusal(error: RegelwerkError) -> str:
    """The refusal as the child answers it."""
    text = next((found.span.source.text for found in error.diagnostics if found.span), "")
    found = {"diagnostics": _places(error.diagnostics), "mended": []}
    return json.dumps({"text": text, **found, "pages": None, "refused": True})


def _places(diagnostics: Sequence[Diagnostic]) -> list[tuple[object, ...]]:
    return [
        (found.message, found.span and found.span.start, found.span and found.span.end, found.hint)
        for found in diagnostics
    ]
