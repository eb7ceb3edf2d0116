"""A rulebook as stored in; the commit that its last step makes, and what git has kept of the steps, out."""

from __future__ import annotations

from ..archive import Archive, Commit
from ..diagnostics import Diagnostic
from ..messages import _
from ..rulebook.filing import consolidated_file, register_file
from ..rulebook.register import Entry, Register, kind_of
from ..rulebook.seal import canonical_bytes, seal
from . import Stored

_TRAILERS = (
    ("Kind", "kind"),
    ("Amendment", "number"),
    ("Adopted", "adopted"),
    ("Promulgated", "promulgated"),
    ("In-Force", "in_force"),
    ("Act-SHA256", "sha256"),
    ("Result-SHA256", "result"),
    ("Chain", "chain"),
)
"""What stands at the end of each message, and which key of the entry says it."""


def tags_of(register: Register) -> tuple[str, ...]:
    """The tags of the steps, such as „geschaeftsordnung/002-amendment-2-91c422ab“.

    The beginning of the chain tells the steps of two people apart who have recorded at the same time.
    """
    return tuple(
        f"{register.id}/{position:03}-{kind_of(entry)}-{entry.number}-{entry.chain[:8]}"
        for position, entry in enumerate(register.entries)
    )


def commit_of(stored: Stored) -> Commit:
    """The commit of the last step of the rulebook, with all its files."""
    register = stored.register
    entry = register.last
    files = {**stored.files, register_file(register.id): canonical_bytes(stored.register_text)}
    return Commit(_message(register.id, entry), files, entry.recorded, tags_of(register)[-1])


def unkept(archive: Archive, register: Register) -> tuple[str, ...]:
    """The tags of the steps that git has not kept."""
    there = set(archive.tags(register.id))
    return tuple(tag for tag in tags_of(register) if tag not in there)


def texts(archive: Archive, register: Register) -> list[bytes | None]:
    """The text of the last version after each step, as git has kept it; None where it has not."""
    file = consolidated_file(register.id)
    return archive.read([f"{tag}:{file}" for tag in tags_of(register)])


def altered(archive: Archive, stored: Stored) -> tuple[Diagnostic, ...]:
    """The steps whose text in git is not the recorded one."""
    register = stored.register
    message = _("The text that git has kept as {tag} is not the recorded one.")
    return tuple(
        Diagnostic(message.format(tag=tag))
        for tag, entry, text in zip(tags_of(register), register.entries, texts(archive, register), strict=True)
        if text is not None and seal(text) != entry.result
    )


def _message(id: str, entry: Entry) -> str:
    title = getattr(entry, "title", "") or f"{kind_of(entry)} {entry.number}"
    reason = f"{entry.reason}\n\n" if entry.reason else ""
    said = ((name, _value(entry, key)) for name, key in _TRAILERS)
    return f"{id}: {title}\n\n{reason}" + "".join(f"{name}: {value}\n" for name, value in said if value)


def _value(entry: Entry, key: str) -> str:
    value = kind_of(entry) if key == "kind" else getattr(entry, key, None)
    return str(value) if value else ""
