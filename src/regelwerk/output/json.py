"""Values of the core in, plain data for JSON out: one shape for each, with the words of the data types as keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..citation import Citation
from ..commands import Command, NewText
from ..diagnostics import Diagnostic, Span
from ..provision import Provision
from ..rulebook.chain import facts
from ..rulebook.register import Entry, Register, missing_numbers
from .units import unit_text

if TYPE_CHECKING:
    from ..amendment import Amendment
    from ..amendment.inforce import Rule
    from ..consolidation import Effect
    from ..rulebook.history import Rulebook, Stage
    from ..rulebook.provenance import Run
    from ..rulebook.registration import Proposal
    from ..rulebook.state import State
    from ..rulebook.timeline import Version


def dump(value: object) -> str:
    """One line of JSON, with its end. Letters stay letters."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def act(file: str, amendments: Sequence[Amendment], diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """An act: its data, the commands of all its amendments, and what was not understood."""
    first = amendments[0] if amendments else None
    return {
        "file": file,
        "title": first.title if first else None,
        "number": first.number if first else None,
        "adopted": plain(first.adopted if first else None),
        "in_force": [_rule(rule) for rule in first.in_force.rules] if first and first.in_force else None,
        "commands": [command(found) for amendment in amendments for found in amendment.commands],
        "diagnostics": [diagnostic(found) for found in diagnostics],
    }


def _rule(found: Rule) -> dict[str, Any]:
    """When something begins or ends to be in force: a day, an occasion or a condition."""
    return {"of": found.of, "ends": found.ends, **plain(found.moment)}


def command(found: Command) -> dict[str, Any]:
    """A command: where the act says it, what it does and where, and the arguments of its kind."""
    own = (f.name for f in fields(found) if f.name not in ("places", "span", "point"))
    return {
        "point": found.point,
        "kind": found.kind,
        "citation": "; ".join(map(str, found.places)),
        "line": found.span.line,
        "column": found.span.column,
        "text": " ".join(found.span.text.split()),
        "arguments": {name: plain(getattr(found, name)) for name in own},
    }


def diagnostic(found: Diagnostic) -> dict[str, Any]:
    """A diagnostic with line and column from 1; both null where it is about no place in the text."""
    line, column = (found.span.line, found.span.column) if found.span else (None, None)
    return {"line": line, "column": column, "message": found.message, "hint": found.hint}


def applied(file: str, amendment: Amendment, effects: Iterable[Effect]) -> dict[str, Any]:
    """An act that was applied, and what its commands did."""
    return {
        "file": file,
        "title": amendment.title,
        "number": amendment.number,
        "effects": [effect(found) for found in effects],
    }


def effect(found: Effect) -> dict[str, Any]:
    """One unit that a command touched, before and after; null where it is not there."""
    return {
        "point": found.command.point,
        "kind": found.command.kind,
        "citation_before": plain(found.before),
        "citation_after": plain(found.after),
        "before": _text(found.old),
        "after": _text(found.new),
    }


def entry(found: Entry) -> dict[str, Any]:
    """What the register says of an entry."""
    return {name: plain(value) for name, value in facts(found).items()}


def version(found: Version) -> dict[str, Any]:
    """A version: what made it, from when until when it counts, what changed."""
    return {
        "number": found.entry.number,
        "in_force": plain(found.in_force),
        "until": plain(found.until),
        "expired": found.expired,
        "effects": [effect(done) for done in found.effects],
    }


def proposal(found: Proposal) -> dict[str, Any]:
    """An entry that could be recorded, and the versions it makes."""
    return {
        "id": found.rulebook.register.id,
        "entry": entry(found.entry),
        "versions": [version(made) for made in found.versions],
        "objections": [diagnostic(objection) for objection in found.objections],
        "text": found.text,
    }


def register(found: Rulebook) -> dict[str, Any]:
    """All entries as recorded, the versions, and the numbers of amendments that are not to be had."""
    return {
        "id": found.register.id,
        "title": found.register.title,
        "entries": [entry(recorded) for recorded in found.register.entries],
        "versions": [version(made) for made in found.versions],
        "missing": list(missing_numbers(found.register)),
    }


def state(register: Register, found: State) -> dict[str, Any]:
    """What the register says of a day."""
    return {
        "id": register.id,
        "title": register.title,
        "day": plain(found.day),
        "check_code": register.check_code,
        "counting": [entry(counts) for counts in found.counting],
        "coming": [entry(comes) for comes in found.coming],
        "missing": list(found.missing),
        "repealed": plain(found.repealed),
    }


def stage(found: Stage) -> dict[str, Any]:
    """What a version did to one place."""
    return {
        "number": found.version.entry.number,
        "in_force": plain(found.version.in_force),
        "citation_before": plain(found.before),
        "citation_after": plain(found.after),
        "before": _text(found.old),
        "after": _text(found.new),
        "effects": [effect(done) for done in found.effects],
    }


def words(citation: Citation, runs: Iterable[Run]) -> dict[str, Any]:
    """The words of a unit, each run with where it comes from."""
    return {"citation": str(citation), "words": [_run(run) for run in runs]}


def _run(found: Run) -> dict[str, Any]:
    brought = found.cause.command
    return {
        "text": found.text,
        "number": found.cause.version.entry.number,
        "point": brought.point if brought else None,
        "kind": brought.kind if brought else None,
        "documented": found.cause.documented,
    }


def _text(unit: Provision | None) -> str | None:
    return unit_text(unit) if unit else None


def plain(value: object) -> Any:
    """Any value of the core as JSON knows it: citations as printed, dates as ISO 8601, new text as its words."""
    match value:
        case Citation():
            return str(value)
        case NewText():
            return value.text
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(part) for part in value]
        case dict():
            return {name: plain(part) for name, part in value.items()}
        case _ if is_dataclass(value):
            shown = ((f.name, getattr(value, f.name)) for f in fields(value))
            return {name: plain(part) for name, part in shown if not isinstance(part, Span)}
        case _:
            return value
