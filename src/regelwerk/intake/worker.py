"""The child process: bytes of a document on standard input, its proposal as JSON on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from ..diagnostics import RegelwerkError
from ..messages import use_language
from .kinds import DocumentKind
from .proposal import Proposal
from .sandbox import encoded, encoded_refusal


def main() -> None:
    """Read the document with the reader for its kind."""
    kind, label, tracked, language, seconds, memory = sys.argv[1:]
    limit(int(seconds), int(memory))
    use_language(language)
    try:
        answer = encoded(reader(DocumentKind(kind), tracked)(label, sys.stdin.buffer.read()))
    except RegelwerkError as error:
        answer = encoded_refusal(error)
    sys.stdout.buffer.write(answer.encode())


def reader(kind: DocumentKind, tracked: str) -> Callable[[str, bytes], Proposal]:
    """The function that reads documents of this kind: their name and bytes in, the proposal out."""
    match kind:
        case DocumentKind.PDF:
            from .pdf import read_pdf

            return read_pdf
        case DocumentKind.DOCX:
            from functools import partial

            from .docx import read_docx

            return partial(read_docx, tracked=tracked)
        case DocumentKind.GII:
            from .gii import read_gii

            return read_gii
        case _:
            from .legaldocml import read_legaldocml

            return read_legaldocml


def limit(seconds: int, memory: int) -> None:
    """Bound processor time, memory and files for this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
