"""Where the files of a rulebook lie in a workspace: a register in, paths from the folder of the workspace out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from .register import Entry, Register, Text
from .seal import seal

DOCUMENTS = "documents"
AMENDMENTS = "amendments"

SEALED = {"file": "sha256", "source": "source_sha256", "decisions": "decisions_sha256"}
"""The keys of an entry that name a file, each with the key of its seal."""

Paper = tuple[str, bytes]
"""How the name of a file ends („.pdf“), and its bytes."""


def register_file(id: str) -> str:
    """The register."""
    return f"{DOCUMENTS}/{id}/rulebook.toml"


def consolidated_file(id: str) -> str:
    """The text of the last version, for people to read."""
    return f"{DOCUMENTS}/{id}/consolidated.txt"


def path_of(register: Register, entry: Entry, file: str) -> str:
    """Where a file of an entry lies."""
    return f"{folder_of(register.id, type(entry))}/{file}"


def folder_of(id: str, shape: type[Entry]) -> str:
    """Where the files of entries lie: whole texts beside the register, acts and what belongs to them apart."""
    return f"{DOCUMENTS if shape is Text else AMENDMENTS}/{id}"


def sealed_files(register: Register) -> dict[str, str]:
    """All files that the register names, each with its seal, and the consolidated text."""
    named = {
        path_of(register, entry, file): str(getattr(entry, digest))
        for entry in register.entries
        for name, digest in SEALED.items()
        if (file := getattr(entry, name, ""))
    }
    return named | {consolidated_file(register.id): register.last.result}


def two_digits(number: str) -> str:
    """The number of an amendment as names of files have it, so that they are sorted as they count: „02“, „02a“."""
    return number.zfill(3 if number[-1].isalpha() else 2)


def free_name(register: Register, wanted: str) -> str:
    """A name without ending that no file of the register has: the one that is wanted, or „02-2“ if „02“ is taken."""
    taken = {PurePosixPath(path).stem for path in sealed_files(register)}
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def filed(folder: str, stem: str, papers: Mapping[str, Paper]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Papers by their keys in an entry, to be called `stem`: what the entry says of them, and their bytes by path."""
    names = {key: f"{stem}{ending}" for key, (ending, _data) in papers.items()}
    seals = {SEALED[key]: seal(data) for key, (_ending, data) in papers.items()}
    return names | seals, {f"{folder}/{names[key]}": data for key, (_ending, data) in papers.items()}
