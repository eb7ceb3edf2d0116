"""`regelwerk show`: a rulebook and a day in; its text on that day out, with its state of amendment in the head."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from ..output.terminal import write
from .choosing import Chosen, Id, KnownOn, Number, On, Place, choose, named, units
from .paging import page
from .workplace import workspace

if TYPE_CHECKING:
    from ..provision import Provision


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
    chosen = choose(workspace(), id, on, number, known_on)
    notes = chosen.footnotes(place)
    if as_json:
        from ..output import json

        data = json.state(chosen.register, chosen.state)
        text = chosen.text() if place is None else _part(chosen.document(), place, None)
        write(sys.stdout, json.dump({**data, "place": place, "text": text, "footnotes": notes}))
    else:
        signed = chosen.signed()
        legend = [_("[?…?]: words that no act documents") + "\n"] if signed else []
        below = [part for note in notes for part in ("\n", (f"* {note}\n", "note"))]
        page([*head(chosen.register, chosen.state), *legend, "\n", _shown(chosen, place, signed), *below])


def _shown(chosen: Chosen, place: str | None, signed: Provision | None) -> str:
    """What people read of the text: all of it, or a part."""
    from ..structure import format_document

    if place is not None:
        return _part(chosen.document(), place, signed)
    return format_document(signed) if signed else chosen.text()


def _part(document: Provision, place: str, signed: Provision | None) -> str:
    """The text of the units that a place names, with the signs in it if there are any."""
    from ..output.units import unit_text

    return "".join(unit_text((signed or document).at(path)) + "\n" for path in units(document, place))
