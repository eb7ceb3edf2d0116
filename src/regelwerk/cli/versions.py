"""What the user calls two versions of a rulebook in, both versions out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..messages import _
from .workplace import Misused, chosen_id, day_of, rulebook_of, say

if TYPE_CHECKING:
    from ..rulebook.history import Rulebook
    from ..rulebook.timeline import Version
    from ..workspace import Workspace

_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?")


def pair(place: Workspace, arguments: list[str]) -> tuple[Rulebook, Version, Version]:
    """The rulebook and the two versions: „ID“, „ID FROM“, „ID FROM TO“; the ID is not needed if there is but one.

    Without versions it is the last change; with one, what became of it since.
    """
    from ..rulebook.register import ID

    named = bool(arguments) and bool(ID.fullmatch(arguments[0]))
    id, wanted = (arguments[0], arguments[1:]) if named else (None, arguments)
    if len(wanted) > 2:
        raise Misused.of(_("At most two versions can be compared."))
    rulebook = rulebook_of(place.load(chosen_id(place, id)))
    if not wanted:
        return rulebook, before(rulebook, rulebook.last), rulebook.last
    old, new = version(rulebook, wanted[0]), version(rulebook, wanted[-1]) if len(wanted) == 2 else rulebook.last
    if rulebook.versions.index(old) > rulebook.versions.index(new):
        say(_("The first version is the younger one: what is shown undoes the changes."))
    return rulebook, old, new


def version(rulebook: Rulebook, text: str) -> Version:
    """The version with this number, or of this day. Raises DoesNotApply if there is none, Misused if it is neither."""
    if _NUMBER.fullmatch(text):
        return rulebook.numbered(text)
    return rulebook.on(day_of(text))


def before(rulebook: Rulebook, version: Version) -> Version:
    """The version before this one; the first one has only itself, which is said."""
    position = rulebook.versions.index(version)
    if position == 0:
        say(_("This is the first version: there is none before it."))
    return rulebook.versions[max(0, position - 1)]
