"""A register in; what is sealed of it, entry by entry, and the register with one more sealed entry, out."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum

from .register import DatedPoints, Entry, Register, kind_of
from .seal import START, link, seal_text


def sealed(register: Register, entry: Entry, text: str) -> Register:
    """The register with one more entry, sealed: `text` is that of its last version from now on."""
    open_entry = replace(entry, result=seal_text(text), chain="")
    chain = chained(replace(register, entries=(*register.entries, open_entry)), len(register.entries))
    return replace(register, entries=(*register.entries, replace(open_entry, chain=chain)))


def facts(entry: Entry) -> dict[str, object]:
    """What the table of the entry in the register says: its kind, and all that is not as it is anyway."""
    return {"kind": kind_of(entry)} | _said(entry)


def head_facts(register: Register) -> dict[str, object]:
    """What stands above all tables of the register."""
    head = {"id": register.id, "title": register.title, "body": register.body}
    return {name: value for name, value in head.items() if value}


def sealed_facts(register: Register, position: int) -> dict[str, object]:
    """What the chain after the entry at `position` seals: its facts, for the base text also the register's head."""
    said = {name: value for name, value in facts(register.entries[position]).items() if name != "chain"}
    return said if position else {**head_facts(register), "base": said}


def chained(register: Register, position: int) -> str:
    """The chain after the entry at `position`, computed again."""
    before = register.entries[position - 1].chain if position else START
    return link(before, sealed_facts(register, position))


def _said(entry: Entry | DatedPoints) -> dict[str, object]:
    said = ((field.name, getattr(entry, field.name), field.default) for field in fields(entry))
    return {name: _plain(value) for name, value, default in said if value != default}


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case tuple():
            return [_said(part) if isinstance(part, DatedPoints) else part for part in value]
        case _:
            return value
