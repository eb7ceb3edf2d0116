"""What was built and written: which files of an output folder are ours, what they were made from. JSON in and out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ..diagnostics import Diagnostic, RegelwerkError
from ..messages import _

NAME = "regelwerk-site.json"
"""The file that says that a folder is a site of ours."""

FORMAT = 1


class NotOurs(RegelwerkError):
    """The output folder holds something that this program has not made."""


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of the site, or its root. `made_from`: the seal of all its input; `files`: the seals of its files.

    `prints`: for each version, by its key, the seal of what its files in other forms were made from.
    """

    made_from: str
    files: Mapping[str, str]
    prints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All parts by their folders, the root as "". `unfinished`: folders that were being written when this was."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()

    def dumped(self) -> bytes:
        """As a file."""
        return (json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """What was built in the folder; nothing if it is empty, or is not there. Raises NotOurs for any other folder."""
    path = folder / NAME
    if folder.exists() and not folder.is_dir():
        raise NotOurs(Diagnostic(_("{folder} is no folder.").format(folder=folder)))
    if not path.exists():
        if folder.exists() and any(folder.iterdir()):
            message = _("{folder} is not empty, and holds no site of regelwerk.").format(folder=folder)
            raise NotOurs(Diagnostic(message, hint=_("Name a new folder, or an empty one.")))
        return Manifest()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        parts = {
            name: Part(part["made_from"], dict(part["files"]), dict(part.get("prints", {})))
            for name, part in found["parts"].items()
        }
        unfinished = tuple(found["unfinished"])
        known = found["format"] == FORMAT
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        known = False
    if not known:
        message = _("{file}: this is no list of files that regelwerk can read.").format(file=path)
        raise NotOurs(Diagnostic(message, hint=_("Remove the folder, or name a new one.")))
    return Manifest(parts, unfinished)
