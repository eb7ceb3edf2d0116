"""Amend and consolidate German rules: Geschäftsordnungen, Satzungen, Ordnungen.

The names here are the public interface; nothing of it reads or writes files. See docs/api.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .amendment import parse_act as parse_act
    from .citation import Citation as Citation
    from .citations import parse_citation as parse_citation
    from .consolidation import consolidate as consolidate
    from .diagnostics import Diagnostic as Diagnostic
    from .diagnostics import DoesNotApply as DoesNotApply
    from .diagnostics import NotUnderstood as NotUnderstood
    from .diagnostics import RegelwerkError as RegelwerkError
    from .diagnostics import Source as Source
    from .lookup import find as find
    from .provision import Provision as Provision
    from .sentences import split_sentences as split_sentences
    from .structure import format_document as format_document
    from .structure import parse as parse

_HOMES = {
    "parse": "structure",
    "format_document": "structure",
    "parse_act": "amendment",
    "consolidate": "consolidation",
    "parse_citation": "citations",
    "find": "lookup",
    "split_sentences": "sentences",
    "Citation": "citation",
    "Provision": "provision",
    "Source": "diagnostics",
    "Diagnostic": "diagnostics",
    "RegelwerkError": "diagnostics",
    "NotUnderstood": "diagnostics",
    "DoesNotApply": "diagnostics",
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: the command line must not pay for what it does not use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_HOMES)
