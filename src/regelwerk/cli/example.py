"""A new workspace in; the example rulebook with its two amendments recorded in it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import regelwerk

from .workplace import now, record

if TYPE_CHECKING:
    from ..diagnostics import Source
    from ..workspace import Workspace

ID = "geschaeftsordnung"
BASE, ACTS = "base.txt", ("01.txt", "02.txt")
ADOPTED = date(2012, 3, 20)
BODY = "Präventionsrat des Landkreises Musterland"


def record_example(place: Workspace) -> str:
    """Record the example; its id."""
    from ..rulebook.fulltexts import Edition, propose_first
    from ..rulebook.register import Register
    from ..rulebook.registration import Papers, Told, propose_act
    from ..structure import parse
    from ..workspace import Stored

    edition = Edition(parse(_sample("documents", BASE)).document, adopted=ADOPTED)
    nothing = Stored(Register(ID, edition.document.heading, (), BODY))
    stored = record(place, nothing, propose_first(nothing.rulebook, edition, now()))
    for act in ACTS:
        proposal = propose_act(stored.rulebook, Papers(_sample("amendments", act)), Told(), now())
        stored = record(place, stored, proposal)
    return ID


def _sample(kind: str, name: str) -> Source:
    """A file of the example: in the installed package, or in the project from which it is built."""
    from ..textfile import read_source

    package = Path(regelwerk.__file__).parent
    folders = (package / "example", package.parents[1])
    there = next(path for path in (folder / kind / ID / name for folder in folders) if path.exists())
    return read_source(str(there))[0]
