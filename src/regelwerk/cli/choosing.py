"""What the user calls a rulebook, its versions and its places in; rulebook, versions and places out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..messages import _
from .options import day
from .workplace import Misused, chosen_id, day_of, now, say

if TYPE_CHECKING:
    from ..provision import Path, Provision
    from ..rulebook.history import Rulebook
    from ..rulebook.timeline import Version
    from ..workspace import Workspace

Id = Annotated[str | None, typer.Argument(metavar=_("ID"), help=_("The rulebook; not needed if there is but one."))]
Place = Annotated[str | None, typer.Argument(metavar=_("PLACE"), help=_("Only this part of it: „§ 3 Abs. 2“."))]
On = Annotated[date | None, day(_("As it counts on that day."), "--on")]
Number = Annotated[
    str | None, typer.Option("--version", metavar=_("N"), help=_("As amendment N left it; 0 is the base text."))
]
KnownOn = Annotated[date | None, day(_("By what the register said on that day."), "--known-on")]


def named(id: str | None, place: str | None) -> tuple[str | None, str | None]:
    """Which rulebook and which place are meant: one argument alone is a place if it has a „§“ or a capital letter."""
    return (None, id) if id is not None and place is None and re.search("[§A-ZÄÖÜ]", id) else (id, place)


def known(place: Workspace, id: str | None, known_on: date | None) -> Rulebook:
    """The rulebook, as it was recorded on the day if one is given."""
    rulebook = place.load(chosen_id(place, id)).rulebook
    return rulebook.known_on(known_on) if known_on else rulebook


def version_of(rulebook: Rulebook, on: date | None, number: str | None) -> Version:
    """The version that the options mean; without any, the one that counts today. Raises Misused if they are two."""
    if on is not None and number is not None:
        raise Misused.of(_("A version is chosen by its day or by its number, not by both."))
    return rulebook.on(on or now().date()) if number is None else rulebook.numbered(number)


def pair(place: Workspace, arguments: list[str]) -> tuple[Rulebook, Version, Version]:
    """The rulebook and the two versions: „ID“, „ID FROM“, „ID FROM TO“; the ID is not needed if there is but one.

    Without versions it is the last change; with one, what became of it since.
    """
    from ..rulebook.register import ID

    named = bool(arguments) and bool(ID.fullmatch(arguments[0]))
    id, wanted = (arguments[0], arguments[1:]) if named else (None, arguments)
    if len(wanted) > 2:
        raise Misused.of(_("At most two versions can be compared."))
    rulebook = place.load(chosen_id(place, id)).rulebook
    if not wanted:
        return rulebook, before(rulebook, rulebook.last), rulebook.last
    old, new = version(rulebook, wanted[0]), version(rulebook, wanted[-1]) if len(wanted) == 2 else rulebook.last
    if rulebook.versions.index(old) > rulebook.versions.index(new):
        say(_("The first version is the younger one: what is shown undoes the changes."))
    return rulebook, old, new


def version(rulebook: Rulebook, text: str) -> Version:
    """The version with this number, or of this day. Raises DoesNotApply if there is none, Misused if it is neither."""
    return rulebook.numbered(text) if re.fullmatch("[0-9]{1,4}[a-z]?", text) else rulebook.on(day_of(text))


def before(rulebook: Rulebook, version: Version) -> Version:
    """The version before this one; the first one has only itself, which is said."""
    position = rulebook.versions.index(version)
    if position == 0:
        say(_("This is the first version: there is none before it."))
    return rulebook.versions[max(0, position - 1)]


def units(document: Provision, place: str) -> tuple[Path, ...]:
    """The units of the document that a place names."""
    from ..citations import parse_citation
    from ..rulebook.history import find

    return find(document, parse_citation(place))
