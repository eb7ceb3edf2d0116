"""`regelwerk history`: a rulebook in; its amendments out, or what became of one place, and which command did it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from ..messages import _
from ..output.terminal import Printable, width_of, write
from .choosing import Id, KnownOn, Place, known, named, units
from .paging import page
from .workplace import busy, workspace


def run(
    id: Id = None,
    place: Place = None,
    words: Annotated[bool, typer.Option("--words", help=_("Which command brought each word of the place."))] = False,
    known_on: KnownOn = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("The same as JSON."))] = False,
) -> None:
    """Print the register with what each amendment touched, or the stages of the place in the last version."""
    from ..output import histories, json

    id, place = named(id, place)
    rulebook = known(workspace(), id, known_on)
    with busy(_("Applying all acts …")):
        last = rulebook.last
    shown: Iterator[Printable]
    data: object
    if place is None:
        shown, data = histories.register(rulebook), json.register(rulebook)
    elif words:
        runs = histories.words_at(rulebook, units(last.document, place))
        shown, data = histories.words(runs), [json.words(*found) for found in runs]
    else:
        stages = histories.stages_at(rulebook, units(last.document, place))
        shown, data = histories.stages(stages, width_of(sys.stdout)), list(map(json.stage, stages))
    if as_json:
        write(sys.stdout, json.dump(data))
    else:
        page(shown)
