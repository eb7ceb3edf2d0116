"""Files in, bytes on disk out: a step of several files is there as a whole or not at all, whenever the machine stops.

New files wait under staged names until the file that names them, the register, has been exchanged in one move; only
then do they get their own names. Whoever comes between finds each file under one of its two names.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ..diagnostics import DoesNotApply, RegelwerkError
from ..faults import reason
from ..messages import _
from ..rulebook.seal import seal

STAGED = ".staged"
"""What is put after the name of a file that waits for its step."""


class Unwritable(RegelwerkError):
    """The system does not let us write."""


def read_sealed(path: Path, digest: str) -> bytes | None:
    """The bytes of the file with this seal, None if neither it nor what is staged for it has them and can be read."""
    for name in (path, staged(path), path):  # a third look, for it may have been moved between the first two
        with suppress(OSError):  # not there, or on Windows just being moved
            data = name.read_bytes()
            if seal(data) == digest:
                return data
    return None


def write_step(files: Mapping[Path, bytes], register: Path, text: bytes) -> None:
    """Put new files and the register that names them onto the disk, in one step.

    Raises Unwritable if that is not possible; then nothing has changed.
    """
    waiting = {**files, register: text}
    try:
        for path, data in waiting.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(staged(path), data)
        for folder in {path.parent for path in waiting}:
            _sync_folder(folder)
        _move(register)
    except OSError as error:
        for path in waiting:
            with suppress(OSError):
                staged(path).unlink(missing_ok=True)
        raise unwritable(error) from error
    with suppress(OSError):  # the step is done: what is still staged is found there, and moved by the next step
        for path in files:
            _move(path)


def tidy(folders: Iterable[Path], seals: Mapping[Path, str]) -> None:
    """Give the staged files of a step that is done their names, and remove those of one that was not.

    `seals`: all files that the registers name. To be called by who holds the lock. Raises Unwritable.
    """
    try:
        for waiting in (path for folder in folders for path in folder.glob(f"*{STAGED}")):
            path = waiting.with_name(waiting.name.removesuffix(STAGED))
            named = path in seals and seal(waiting.read_bytes()) == seals[path]
            if named and (not path.exists() or seal(path.read_bytes()) != seals[path]):
                _move(path)
            else:
                waiting.unlink()
    except OSError as error:
        raise unwritable(error) from error


def staged(path: Path) -> Path:
    """Where a file waits for its step."""
    return path.with_name(path.name + STAGED)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`; it is free again when the process ends, however it ends.

    Raises DoesNotApply if another process holds it, Unwritable if there can be none.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise unwritable(error) from error
    try:
        _hold(handle)
        yield
    finally:
        os.close(handle)


def _hold(handle: int) -> None:
    try:
        _lock(handle)
    except BlockingIOError as error:
        message = _("Somebody else is recording something here at this moment. Nothing was written.")
        raise DoesNotApply.of(message, hint=_("Try again when that is done.")) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error

    def _sync_folder(folder: Path) -> None:
        """Windows keeps names by itself; a folder cannot be opened there."""

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _sync_folder(folder: Path) -> None:
        """Make the names in the folder last, too."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move(path: Path) -> None:
    staged(path).replace(path)
    _sync_folder(path.parent)


def unwritable(error: OSError) -> Unwritable:
    """The refusal for what the system said."""
    message = _("{file}: this cannot be written ({reason}). Nothing was changed.")
    return Unwritable.of(message.format(file=error.filename or "", reason=reason(error)))
