"""A folder in; the rulebooks stored in it out, checked against their seals, and new entries onto the disk."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, DoesNotApply, IntegrityBroken, RegelwerkError, Source
from ..messages import _
from ..rulebook.filing import AMENDMENTS, DOCUMENTS, consolidated_file, register_file, sealed_files
from ..rulebook.register import ID, Register
from ..rulebook.registerfile import read_register
from ..rulebook.seal import canonical_bytes
from .integrity import broken_chain, changed_files
from .storage import STAGED, Unwritable, locked, read_sealed, tidy, unwritable

if TYPE_CHECKING:
    from ..rulebook.history import Rulebook

MARKER = "regelwerk.toml"
"""The file that makes a folder a workspace."""

LOCK = ".regelwerk.lock"

_FIXED = {
    ".gitignore": f"{LOCK}\n*{STAGED}\n",
    ".gitattributes": "* text=auto eol=lf\n*.pdf binary\n*.docx binary\n",
    MARKER: "# This folder is a workspace of regelwerk.\nformat = 1\n",
}
"""What a new workspace has besides its folders; the marker last, for only then it is one."""

README = "README.md"
FILES = (README, *_FIXED)


class NotHere(RegelwerkError):
    """There is no such workspace, rulebook or file, or it cannot be made."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A rulebook as it is on the disk. `files`: the bytes of all files its register names, by path.

    One that is still to be recorded has a register without entries, without text and files.
    """

    register: Register
    register_text: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    def text(self, path: str) -> Source:
        """The text of a file."""
        return Source(path, self.files[path].decode())

    @property
    def consolidated(self) -> Source:
        """The text of the last version."""
        return self.text(consolidated_file(self.register.id))

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook, which makes the text of any day."""
        from ..rulebook.history import Rulebook  # loads all that reads acts, which the register alone does not need

        return Rulebook(self.register, self.text)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with rulebooks: documents/<id>/ and amendments/<id>/."""

    root: Path

    @property
    def lock(self) -> Path:
        """The file that is held by who writes."""
        return self.root / LOCK

    @property
    def ids(self) -> tuple[str, ...]:
        """The rulebooks that are here, by name."""
        folders = (self.root / DOCUMENTS).glob(f"*/{Path(register_file('x')).name}")
        return tuple(sorted(path.parent.name for path in folders if ID.fullmatch(path.parent.name)))

    def load(self, id: str) -> Stored:
        """The rulebook, every file of it held against its seal.

        Raises NotHere if there is none of this name, NotUnderstood if its register cannot be read, IntegrityBroken if
        anything is not as it was recorded.
        """
        check_id(id)
        if any(path for folder in self._folders(id) for path in folder.glob(f"*{STAGED}")):
            with suppress(DoesNotApply, Unwritable), locked(self.lock):
                self.settle(id)
        before = None
        stored, broken = self.read(id)
        while broken and stored.register_text != before:  # somebody may be writing just now
            before = stored.register_text
            stored, broken = self.read(id)
        if broken:
            raise IntegrityBroken(*broken)
        return stored

    def read(self, id: str) -> tuple[Stored, tuple[Diagnostic, ...]]:
        """The rulebook with what there is of its files, and everything that is not as it was recorded.

        Raises NotHere and NotUnderstood as `load` does.
        """
        source = Source(register_file(id), self.register_text(id))
        register = read_register(source)
        files: dict[str, bytes] = {}
        missing: list[str] = []
        changed: list[str] = []
        for path, digest in sealed_files(register).items():
            data = read_sealed(self.root / path, digest)
            if data is not None:
                files[path] = data
            else:
                (changed if (self.root / path).exists() else missing).append(path)
        broken = (*broken_chain(register, source), *changed_files(register, missing, changed))
        return Stored(register, source.text, files), broken

    def register_text(self, id: str) -> str:
        """The text of the register. Raises NotHere if there is none of this name, or if it cannot be read."""
        path = self.root / register_file(id)
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            message = _("There is no rulebook „{id}“ here.").format(id=id)
            there = _("There is: {ids}.").format(ids=", ".join(self.ids)) if self.ids else None
            raise NotHere.of(message, hint=there) from None
        except (OSError, UnicodeDecodeError) as error:
            raise NotHere.of(_("{file}: the file may not be read.").format(file=register_file(id))) from error

    def settle(self, id: str) -> None:
        """Bring a step to its end that was broken off once it was done, and remove one that was not.

        To be called by who holds the lock.
        """
        seals = sealed_files(read_register(Source(register_file(id), self.register_text(id))))
        tidy(self._folders(id), {self.root / path: digest for path, digest in seals.items()})

    def _folders(self, id: str) -> list[Path]:
        return [self.root / folder / id for folder in (DOCUMENTS, AMENDMENTS)]


def check_id(id: str) -> None:
    """Raises NotHere if no rulebook can have this id."""
    if not ID.fullmatch(id):
        message = _("„{id}“ cannot be the id of a rulebook.").format(id=id)
        hint = _("An id has letters from a to z, digits, and hyphens between them, 64 at most: „ordnung-2024“.")
        raise NotHere.of(message, hint=hint)


def check_new(workspace: Workspace, id: str) -> None:
    """Raises NotHere if no rulebook can have this id, or if one has it here."""
    check_id(id)
    if id in workspace.ids:
        message = _("There is a rulebook „{id}“ here already.").format(id=id)
        raise NotHere.of(message, hint=_("Choose another id, or record a version of it (--as-version)."))


def find_workspace(folder: Path) -> Workspace:
    """The workspace that the folder is, or is inside of. Raises NotHere if there is none."""
    for place in (folder, *folder.parents):
        if (place / MARKER).is_file():
            return Workspace(place)
    message = _("{folder} is in no workspace.").format(folder=folder)
    raise NotHere.of(message, hint=_("„regelwerk init FOLDER“ makes one; „-C FOLDER“ says where yours is."))


def create_workspace(folder: Path, readme: str) -> Workspace:
    """A new workspace in the folder, which is made if need be. What lies there already stays as it is.

    Raises NotHere if it is one already, or inside of one, Unwritable if it cannot be made.
    """
    if (folder / MARKER).exists():
        raise NotHere.of(_("{folder} is a workspace already.").format(folder=folder))
    if outer := next((place for place in folder.resolve().parents if (place / MARKER).exists()), None):
        message = _("{folder} would be inside the workspace {outer}.").format(folder=folder, outer=outer)
        raise NotHere.of(message, hint=_("One workspace holds many rulebooks; for another one, go out of it first."))
    try:
        for name in (DOCUMENTS, AMENDMENTS):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for name, text in {README: readme, **_FIXED}.items():
            if not (folder / name).exists():
                (folder / name).write_bytes(canonical_bytes(text))
    except OSError as error:
        raise unwritable(error) from error
    return Workspace(folder)
