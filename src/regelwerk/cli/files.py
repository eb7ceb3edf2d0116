"""Finished output in; a file, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import RegelwerkError
from ..faults import reason
from ..messages import _
from .asking import confirmed, somebody_there


def put(content: bytes, path: str | None, *, force: bool) -> None:
    """Write a file as `put_all` does, or to standard output if there is no path."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        put_all({path: content}, force=force)


def put_all(contents: Mapping[str, bytes], *, force: bool) -> None:
    """Write files, by their paths; each is there as a whole or not at all.

    Raises RegelwerkError before the first is written if any is a folder, or exists and is not to be replaced; and for
    one that cannot be written.
    """
    for path in contents:
        if Path(path).is_dir():
            raise RegelwerkError.of(_("{file}: this is a folder, not a file.").format(file=path))
    there = ", ".join(path for path in contents if Path(path).exists())
    if there and not force:
        _ask_to_replace(there)
    for path, content in contents.items():
        try:
            _replace(Path(path), content)
        except OSError as error:
            problem = _("{path} cannot be written: {reason}.").format(path=path, reason=reason(error))
            raise RegelwerkError.of(problem) from error


def _ask_to_replace(paths: str) -> None:
    """Raises RegelwerkError if nobody agrees that the files are replaced."""
    if not somebody_there():
        hint = _("--force replaces it.")
        raise RegelwerkError.of(_("{path} exists already.").format(path=paths), hint=hint)
    if not confirmed(_("{path} exists already. Replace it?").format(path=paths)):
        raise RegelwerkError.of(_("Nothing was written."))


def _replace(path: Path, content: bytes) -> None:
    half = path.with_name(f".{path.name}.{os.getpid()}")
    file = half.open("xb")
    try:
        with file:
            file.write(content)
        half.replace(path)
    except BaseException:
        half.unlink()
        raise
