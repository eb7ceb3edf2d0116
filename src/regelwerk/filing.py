"""Where the files of a rulebook lie in a workspace: a register in, paths from the folder of the workspace out."""

from __future__ import annotations

from .register import Entry, Register, Text

DOCUMENTS = "documents"
AMENDMENTS = "amendments"

_SEALED = (("file", "sha256"), ("source", "source_sha256"), ("decisions", "decisions_sha256"))
"""The keys of an entry that name a file, each with the key of its seal."""


def register_file(id: str) -> str:
    """The register."""
    return f"{DOCUMENTS}/{id}/rulebook.toml"


def consolidated_file(id: str) -> str:
    """The text of the last version, for people to read."""
    return f"{DOCUMENTS}/{id}/consolidated.txt"


def folder_of(register: Register, entry: Entry) -> str:
    """Where the files of an entry lie: whole texts beside the register, acts and what belongs to them apart."""
    return f"{DOCUMENTS if isinstance(entry, Text) else AMENDMENTS}/{register.id}"


def sealed_files(register: Register) -> dict[str, str]:
    """All files that the register names, each with its seal, and the consolidated text."""
    named = {
        f"{folder_of(register, entry)}/{file}": str(getattr(entry, digest))
        for entry in register.entries
        for name, digest in _SEALED
        if (file := getattr(entry, name, ""))
    }
    return named | {consolidated_file(register.id): register.entries[-1].result}
