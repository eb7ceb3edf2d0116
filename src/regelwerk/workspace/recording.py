"""A rulebook and a new entry in; both on the disk out, as one step, or nothing at all and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from ..diagnostics import DoesNotApply, IntegrityBroken
from ..messages import _
from ..rulebook.chain import sealed
from ..rulebook.filing import consolidated_file, register_file
from ..rulebook.register import Entry
from ..rulebook.registerwriter import new_register, with_entry
from ..rulebook.seal import canonical_bytes, seal_text
from . import NotHere, Stored, Workspace, check_new
from .storage import locked, write_step


@contextmanager
def writing(workspace: Workspace, before: Stored | None = None) -> Iterator[None]:
    """While this is held, nobody else writes here, and the rulebook is as it was loaded `before`, or not there yet.

    Raises DoesNotApply if somebody else is writing or has written since, NotHere if a new one cannot have its id or
    another one has it, Unwritable if nobody can write here.
    """
    with locked(workspace.lock):
        if before is not None and not before.register.entries:
            check_new(workspace, before.register.id)
        elif before is not None:
            id = before.register.id
            if workspace.register_text(id) != before.register_text:
                message = _("Somebody else has recorded something in „{id}“ in the meantime. Nothing was written.")
                hint = _("Look at it with „regelwerk status“, then try again.")
                raise DoesNotApply.of(message.format(id=id), hint=hint)
            workspace.settle(id)
        yield


def add(workspace: Workspace, before: Stored, entry: Entry, files: Mapping[str, bytes], text: str) -> Stored:
    """The rulebook with one more entry on the disk, as one step. To be called while writing, with the same `before`.

    `entry`: not sealed yet; `files`: what it names, by path; `text`: the last version with it. Raises Unwritable if
    nothing can be written.
    """
    register = sealed(before.register, entry, text)
    told = with_entry(before.register_text, register.last) if before.register.entries else new_register(register)
    return _write(workspace, Stored(register, told, before.files), files, text)


def restore(workspace: Workspace, id: str, text: str) -> None:
    """Write the consolidated text of a rulebook again. To be called while writing.

    `text`: what follows from its sources. Raises IntegrityBroken if that is not what was recorded.
    """
    stored, _broken = workspace.read(id)
    if seal_text(text) != stored.register.last.result:
        raise IntegrityBroken.of(_("The recorded text does not follow from the base text and the acts."))
    _write(workspace, stored, {}, text)


def _write(workspace: Workspace, stored: Stored, files: Mapping[str, bytes], text: str) -> Stored:
    for path, data in files.items():
        if (workspace.root / path).exists() and (workspace.root / path).read_bytes() != data:
            message = _("{file}: there is another file of this name, which no register names.").format(file=path)
            raise NotHere.of(message, hint=_("Move it away, then try again."))
    new = {**files, consolidated_file(stored.register.id): canonical_bytes(text)}
    place = workspace.root / register_file(stored.register.id)
    paths = {workspace.root / path: data for path, data in new.items()}
    write_step(paths, place, canonical_bytes(stored.register_text))
    return replace(stored, files={**stored.files, **new})
