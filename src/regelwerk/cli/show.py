"""`regelwerk show`: a rulebook and a day in; its text on that day out, with its state of amendment in the head."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.terminal import write
from .choosing import Id, KnownOn, Number, On, Place, named, units, version_of
from .paging import page
from .workplace import chosen_id, now, workspace

if TYPE_CHECKING:
    from ..provision import Path, Provision
    from ..rulebook.history import Rulebook
    from ..rulebook.register import Register
    from ..rulebook.state import State
    from ..rulebook.timeline import Version
    from ..workspace import Workspace


def run(
    id: Id = None,
    place: Place = None,
    on: On = None,
    number: Number = None,
    known_on: KnownOn = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("Text and state as JSON."))] = False,
) -> None:
    """Print the text with its state of amendment above it."""
    from ..output.state import head

    id, place = named(id, place)
    chosen = _choose(workspace(), id, on, number, known_on)
    paths = units(chosen.document, place) if place else ((),)
    notes = chosen.footnotes(paths)
    if as_json:
        from ..output import json

        said = {"place": place, "text": _text(chosen.document, paths), "footnotes": notes}
        write(sys.stdout, json.dump({**json.state(chosen.register, chosen.state), **said}))
    else:
        signed = chosen.signed()
        legend = [_("[?…?]: words that no act documents") + "\n"] if signed else []
        below = [part for note in notes for part in ("\n", (f"* {note}\n", "note"))]
        text = _text(signed or chosen.document, paths)
        page([*head(chosen.register, chosen.state), *legend, "\n", text, *below])


def _text(document: Provision, paths: Iterable[Path]) -> str:
    """The text of the units at these paths, or all of it."""
    from ..output.units import unit_text
    from ..structure import format_document

    return "".join(unit_text(document.at(path)) + "\n" if path else format_document(document) for path in paths)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A text, and what the register says of its day. `made`: its version; None where nothing is to be said of that."""

    register: Register
    state: State
    document: Provision
    made: tuple[Rulebook, Version] | None

    def footnotes(self, paths: Iterable[Path]) -> list[str]:
        """What must be said of the units at these paths."""
        if self.made is None:
            return []
        from ..output.footnotes import remarks
        from ..rulebook.footnotes import footnotes

        notes = (note for note in footnotes(*self.made) if any(note.path[: len(path)] == path for path in paths))
        return list(remarks(self.document, notes))

    def signed(self) -> Provision | None:
        """The text with signs around the words that no act documents; None if there are none."""
        if self.made is None:
            return None
        from ..output.inline import with_signs
        from ..output.notes import undocumented

        found = undocumented(*self.made)
        return with_signs(self.document, found) if found else None


def _choose(place: Workspace, id: str | None, on: date | None, number: str | None, known_on: date | None) -> _Chosen:
    """The version that the options mean, as `version_of`; no act is read where the stored text is that one."""
    from ..rulebook.state import state_on
    from ..structure import parse

    stored = place.load(chosen_id(place, id))
    state = state_on(stored.register, on or now().date())
    if state.settled and number is None and not (known_on or stored.register.annotated):
        return _Chosen(stored.register, state, parse(stored.consolidated).document, None)
    rulebook = stored.rulebook.known_on(known_on) if known_on else stored.rulebook
    version = version_of(rulebook, on, number)
    day = state.day if number is None else version.in_force
    return _Chosen(rulebook.register, state_on(rulebook.register, day), version.document, (rulebook, version))
