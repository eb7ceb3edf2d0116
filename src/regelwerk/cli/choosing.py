"""The options by which a version is chosen in; its text and what the register says of it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from .workplace import Misused, chosen_id, day_of, now, rulebook_of

if TYPE_CHECKING:
    from ..provision import Path, Provision
    from ..rulebook.history import Rulebook
    from ..rulebook.register import Register
    from ..rulebook.state import State
    from ..rulebook.timeline import Version
    from ..workspace import Stored, Workspace

Id = Annotated[str | None, typer.Argument(metavar=_("ID"), help=_("The rulebook; not needed if there is but one."))]
Place = Annotated[str | None, typer.Argument(metavar=_("PLACE"), help=_("Only this part of it: „§ 3 Abs. 2“."))]
On = Annotated[date | None, typer.Option("--on", parser=day_of, metavar=_("DAY"), help=_("As it counts on that day."))]
Number = Annotated[
    str | None, typer.Option("--version", metavar=_("N"), help=_("As amendment N left it; 0 is the base text."))
]
KnownOn = Annotated[
    date | None,
    typer.Option("--known-on", parser=day_of, metavar=_("DAY"), help=_("By what the register said on that day.")),
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A version of a rulebook, and what its register says of the day. `version`: None if it is the last, as stored."""

    stored: Stored
    register: Register
    state: State
    version: Version | None

    def text(self) -> str:
        """The canonical text."""
        from ..structure import format_document

        return format_document(self.version.document) if self.version else self.stored.consolidated.text

    def footnotes(self, place: str | None) -> list[str]:
        """What must be said at places of the text, or at those of a part of it."""
        if not self.register.annotated:
            return []
        from ..output.footnotes import remarks
        from ..rulebook.footnotes import footnotes

        rulebook, version = self._computed()
        shown = units(version.document, place) if place else ((),)
        notes = (note for note in footnotes(rulebook, version) if any(note.path[: len(p)] == p for p in shown))
        return list(remarks(version.document, notes))

    def signed(self) -> Provision | None:
        """The text with signs around the words that no act documents; None if there are none."""
        if not self.register.annotated:
            return None
        from ..output.inline import with_signs
        from ..output.notes import undocumented

        rulebook, version = self._computed()
        found = undocumented(rulebook, version)
        return with_signs(version.document, found) if found else None

    def _computed(self) -> tuple[Rulebook, Version]:
        from ..rulebook.history import Rulebook

        rulebook = Rulebook(self.register, self.stored.text)
        return rulebook, self.version or rulebook.last

    def document(self) -> Provision:
        """The text as a tree."""
        from ..structure import parse

        return self.version.document if self.version else parse(self.stored.consolidated).document


def named(id: str | None, place: str | None) -> tuple[str | None, str | None]:
    """Which rulebook and which place are meant: one argument alone is a place if it has a „§“ or a capital letter."""
    return (None, id) if id is not None and place is None and re.search("[§A-ZÄÖÜ]", id) else (id, place)


def known(place: Workspace, id: str | None, known_on: date | None) -> Rulebook:
    """The rulebook, as it was recorded on the day if one is given."""
    rulebook = rulebook_of(place.load(chosen_id(place, id)))
    return rulebook.known_on(known_on) if known_on else rulebook


def version_of(rulebook: Rulebook, on: date | None, number: str | None) -> Version:
    """The version that the options mean; without any, the one that counts today. Raises Misused if they are two."""
    if on is not None and number is not None:
        raise Misused.of(_("A version is chosen by its day or by its number, not by both."))
    return rulebook.on(on or now().date()) if number is None else rulebook.numbered(number)


def choose(place: Workspace, id: str | None, on: date | None, number: str | None, known_on: date | None) -> Chosen:
    """The version that the options mean, as `version_of`; nothing is computed where the stored text is that one."""
    from ..rulebook.state import state_on

    stored = place.load(chosen_id(place, id))
    state = state_on(stored.register, on or now().date())
    if state.settled and number is None and known_on is None:
        return Chosen(stored, stored.register, state, None)
    rulebook = known(place, stored.register.id, known_on)
    version = version_of(rulebook, on, number)
    day = state.day if number is None else version.in_force
    return Chosen(stored, rulebook.register, state_on(rulebook.register, day), version)


def units(document: Provision, place: str) -> tuple[Path, ...]:
    """The units of the document that a place names."""
    from ..citations import parse_citation
    from ..rulebook.history import find

    return find(document, parse_citation(place))
