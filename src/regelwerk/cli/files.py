"""Finished output in; a file, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, RegelwerkError
from ..faults import reason
from ..messages import _
from .asking import confirmed, somebody_there


def put(content: bytes, path: str | None, *, force: bool) -> None:
    """Write a file, or to standard output if there is no path. A file is there as a whole or not at all.

    Raises RegelwerkError if the file exists and is not to be replaced, or if it cannot be written.
    """
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    if Path(path).exists() and not (force or _agreed(path)):
        raise RegelwerkError(Diagnostic(_("{path} exists already.").format(path=path), hint=_("--force replaces it.")))
    try:
        _replace(Path(path), content)
    except OSError as error:
        problem = _("{path} cannot be written: {reason}.").format(path=path, reason=reason(error))
        raise RegelwerkError(Diagnostic(problem)) from error


def put_all(contents: Mapping[str, bytes], *, force: bool) -> None:
    """Write several files, by their paths. Raises RegelwerkError as `put`; before the first if any exists already."""
    there = ", ".join(path for path in contents if Path(path).exists())
    if there and not (force or _agreed(there)):
        raise RegelwerkError(Diagnostic(_("{path} exists already.").format(path=there), hint=_("--force replaces it.")))
    for path, content in contents.items():
        put(content, path, force=True)


def _agreed(path: str) -> bool:
    """Whether the person at the terminal wants the file replaced."""
    return somebody_there() and confirmed(_("{path} exists already. Replace it?").format(path=path))


def _replace(path: Path, content: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
