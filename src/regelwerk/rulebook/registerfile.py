"""The text of a rulebook.toml in, the `Register` out, or every mistake in it named by line and key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..diagnostics import NotUnderstood, Source
from ..messages import _
from ..toml import Key, TableReader, parse_toml
from .register import BASE, ID, NUMBER, Act, ActKind, Entry, Gap, Register, Retraction, Text, TextKind

_SHAPES: dict[str, type[Entry]] = {
    **{kind.value: Text for kind in TextKind},
    **{kind.value: Act for kind in ActKind},
    "gap": Gap,
    "retraction": Retraction,
}
"""What an entry is, by its `kind`."""

_SEAL = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"\w[\w .()+-]*")
_PATTERNS = {
    "id": ID,
    "number": re.compile(rf"{BASE}|{NUMBER.pattern}"),
    **dict.fromkeys(("file", "source", "decisions"), _FILE),
    **dict.fromkeys(("sha256", "source_sha256", "decisions_sha256", "result", "chain"), _SEAL),
}


@dataclass(frozen=True, slots=True)
class _Head:
    """The keys above all tables."""

    id: str
    title: str
    body: str = ""


def read_register(source: Source) -> Register:
    """The register in the text of a rulebook.toml.

    Raises NotUnderstood with every key that is missing, unknown or of another kind, each with its line.
    """
    _no_conflict(source)
    table = parse_toml(source)
    reader = TableReader(source, _PATTERNS)
    base, rows = table.pop("base", None), table.pop("amendment", [])
    if not isinstance(base, dict) or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        reader.complain(("base",), _("A register has one table [base] and tables [[amendment]] after it."))
        reader.finish()
    entries = [
        _entry(reader, base, ("base",), [TextKind.BASE.value]),
        *(_entry(reader, row, ("amendment", n), list(_SHAPES)) for n, row in enumerate(rows)),
    ]
    head = reader.record(_Head, table, ())
    reader.finish()
    assert head
    register = Register(head.id, head.title, tuple(entry for entry in entries if entry), head.body)
    _check_retractions(reader, register)
    reader.finish()
    return register


def _no_conflict(source: Source) -> None:
    if found := re.search(r"^<<<<<<< .*$", source.text, re.MULTILINE):
        message = _("Two people have added to this register, and git could not join it.")
        hint = _("Take the state of the others (git merge --abort; git reset --keep @{u}) and record your step again.")
        raise NotUnderstood.of(message, source.span(*found.span()), hint)


def _entry(reader: TableReader, row: dict[str, Any], key: Key, kinds: Sequence[str]) -> Entry | None:
    kind = str(row.get("kind"))
    if kind not in kinds:
        reader.complain((*key, "kind"), _("„kind“ must be one of: {kinds}.").format(kinds=", ".join(kinds)))
        return None
    shape = _SHAPES[kind]
    own = {name: value for name, value in row.items() if name != "kind" or shape in (Text, Act)}
    return reader.record(shape, own, key)


def _check_retractions(reader: TableReader, register: Register) -> None:
    """An entry can only be taken back while it is the last that was not, and the first one never."""
    kept: list[Entry] = []
    for position, entry in enumerate(register.entries):
        if not isinstance(entry, Retraction):
            kept.append(entry)
        elif entry.number == kept[-1].number and len(kept) > 1:
            kept.pop()
        else:
            message = _("This takes back number {number}, but the last entry that counts is number {last}.")
            key = ("amendment", position - 1, "number")
            reader.complain(key, message.format(number=entry.number, last=kept[-1].number))
