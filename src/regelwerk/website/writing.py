"""Files of a site in; those that changed onto the disk, each there as a whole or not at all, and old ones away."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..diagnostics import Diagnostic
from ..faults import reason
from ..messages import _
from ..workspace.storage import Unwritable
from .manifest import Manifest, NotOurs, Part

_HALF = ".half-written"


@dataclass(frozen=True, slots=True)
class Made:
    """`files` by their paths from the root of the site; `kept`: names of those in the folder that stay as they are.

    `prints`: as in `Part`.
    """

    files: Mapping[str, bytes]
    kept: Collection[str] = ()
    prints: Mapping[str, str] = field(default_factory=dict)


def refuse_strangers(out: Path, before: Manifest, ids: Iterable[str]) -> None:
    """Raises NotOurs for a file that lies where pages of a rulebook belong, and is none of them."""
    for id in ids:
        known = before.parts[id].files if id in before.parts else {}
        if id not in before.unfinished:
            for name in sorted(_found(out / id)):
                if name not in known and not name.startswith("."):
                    message = _("{file}: regelwerk has not made this file.").format(file=out / id / name)
                    raise NotOurs(Diagnostic(message, hint=_("Move it away, then try again.")))


def still_there(folder: Path, part: Part) -> set[str]:
    """Which of its files are there."""
    return _found(folder) & part.files.keys()


def write_part(folder: Path, before: Part | None, made_from: str, made: Made) -> tuple[Part, int]:
    """The part as it is on the disk now, and how many files were written. Raises Unwritable."""
    old = before.files if before else {}
    inside = {path.partition("/")[2] if made_from else path: data for path, data in made.files.items()}
    seals = {name: sha256(data).hexdigest() for name, data in inside.items()}
    changed = [name for name in inside if old.get(name) != seals[name] or not (folder / name).exists()]
    for name in changed:
        put(folder / name, inside[name])
    return Part(made_from, seals | {name: old[name] for name in made.kept}, made.prints), len(changed)


def put(path: Path, data: bytes) -> None:
    """Write a file in one move. Raises Unwritable."""
    half = path.with_name(path.name + _HALF)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def remove_stale(out: Path, before: Manifest, after: Manifest) -> int:
    """Remove what was made before and is not any more; how many files that were. Raises Unwritable."""
    stale = sorted({*_paths(before)} - {*_paths(after)})
    try:
        for path in stale:
            (out / path).unlink(missing_ok=True)
        for folder in sorted({parent for path in stale for parent in Path(path).parents}, reverse=True):
            if folder != Path() and (out / folder).is_dir() and not any((out / folder).iterdir()):
                (out / folder).rmdir()
    except OSError as error:
        raise _unwritable(out, error) from error
    return len(stale)


def _unwritable(path: Path, error: OSError) -> Unwritable:
    message = _("{file}: this cannot be written ({reason}). The website is not complete.")
    hint = _("Build it again when that is mended; what is missing is made then.")
    return Unwritable.of(message.format(file=path, reason=reason(error)), hint=hint)


def _paths(manifest: Manifest) -> Iterable[str]:
    return (f"{folder}/{name}" if folder else name for folder, part in manifest.parts.items() for name in part.files)


def _found(folder: Path) -> set[str]:
    """The names of all files in the folder, those in folders inside it too."""
    return {
        str(Path(place, name).relative_to(folder).as_posix())
        for place, _folders, names in os.walk(folder)
        for name in names
    }
