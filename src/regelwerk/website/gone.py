"""The texts of all versions in, one after the other; for each, what is to be read at addresses it has lost, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..comparison import Side
from ..provision import Origin
from .addresses import Edition
from .elements import Markup, element, joined, link
from .prose import Prose
from .typography import written

_ID = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True)
class _Printed:
    """A version and its text as HTML."""

    edition: Edition
    prose: Prose

    @cached_property
    def units(self) -> Mapping[str, tuple[Origin, str]]:
        """By their addresses the units, as people cite them."""
        document, ids = self.edition.version.document, self.prose.ids
        found = ((path, unit.origin) for path, unit in document.walk() if unit.origin and unit.origin in ids)
        return {ids[origin]: (origin, str(Side(document, path).citation)) for path, origin in reversed([*found])}


class Gone:
    """Knows where every address stood last, so that a link to a place that is there no longer still says so."""

    def __init__(self) -> None:
        self._last: dict[str, _Printed] = {}

    def told(self, edition: Edition, prose: Prose) -> Markup:
        """For the page of the version, the addresses that versions before it had and it has not.

        Each is seen only by those who come for it.
        """
        printed, there = _Printed(edition, prose), dict.fromkeys(_ID.findall(prose.content))
        lost = [_told(name, last, printed) for name, last in self._last.items() if name not in there]
        self._last |= dict.fromkeys(there, printed)
        return joined(lost)


def _told(name: str, last: _Printed, here: _Printed) -> Markup:
    origin, cited = last.units.get(name, (None, "Diese Stelle"))
    now = here.prose.ids.get(origin) if origin else None
    place = link(f"{here.edition.page}#{now}", here.units[now][1]) if now else None
    moved = [" Was dort stand, ist in ihr ", place, "."] if place else None
    return element(
        "p",
        f"{cited} gibt es in dieser Fassung nicht, zuletzt in der ",
        link(f"{last.edition.page}#{name}", f"Fassung ab {written(last.edition.version.in_force)}"),
        ".",
        moved,
        id=name,
        class_="band gone",
    )
