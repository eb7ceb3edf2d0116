"""Entries, versions, units and commands in; the names of their pages and the anchors in them out.

An address says what was adopted and from when it counts, never how many there are or what day it is today. So it stays
the same whatever is recorded later, unless that takes the thing itself back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..citation import Citation
from ..commands import Command
from ..rulebook.register import Entry, kind_of
from ..rulebook.timeline import Version

TODAY = "index.html"
"""The page of a rulebook with the text in force."""
SOURCES = "quellen.html"
DATA = "regelwerk.json"

START = "index.html"
SEARCH = "suche.html"
IMPRINT = "impressum.html"
FEED = "aenderungen.atom"
STYLE = "stil.css"

_SUFFIXES = {
    "corrigendum": "-berichtigung",
    "full-text": "-volltext",
    "recast": "-neufassung",
    "repeal": "-aufhebung",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """A version and what its pages are called. `position`: its place among all versions, from 0."""

    version: Version
    position: int
    key: str

    @property
    def page(self) -> str:
        return f"fassung-{self.key}.html"

    @property
    def redline(self) -> str:
        return f"fassung-{self.key}-aenderungen.html"

    @property
    def synopsis(self) -> str:
        return f"fassung-{self.key}-synopse.html"

    def download(self, ending: str) -> str:
        """The file of the version in another form."""
        return f"fassung-{self.key}.{ending}"


def editions(versions: Iterable[Version]) -> tuple[Edition, ...]:
    """All versions with their addresses: the day on which they begin to count, and what made them."""
    given: dict[str, int] = {}
    found = []
    for position, version in enumerate(versions):
        key = f"{version.in_force.isoformat()}-{entry_key(version.entry)}{'-ende' if version.expired else ''}"
        found.append(Edition(version, position, _unique(key, given)))
    return tuple(found)


def entry_key(entry: Entry) -> str:
    """What an entry is called in addresses: "0" the base text, "2" the second amendment, "2-berichtigung"."""
    return entry.number + _SUFFIXES.get(kind_of(entry), "")


def act_page(entry: Entry) -> str:
    """The page of what was adopted."""
    return f"akt-{entry_key(entry)}.html"


def section_page(citation: Citation) -> str:
    """The page of all that ever stood under the number of a §."""
    return f"{citation.anchor}.html"


Place = tuple[str, int, int]
"""A passage of a source: its name, and from where to where."""


def place_of(command: Command) -> Place:
    """Where the command stands."""
    span = command.span
    return span.source.name, span.start, span.end


def command_anchors(commands: Sequence[Command]) -> Mapping[Place, str]:
    """The anchors of the commands of an act, by the point that people cite; several in one point are counted."""
    given: dict[str, int] = {}
    found: dict[Place, str] = {}
    for command in commands:
        if place_of(command) not in found:
            point = re.sub(r"[^a-z0-9]+", "-", command.point.lower()).strip("-")
            found[place_of(command)] = _unique(f"nr-{point}" if point else "befehl", given)
    return found


def _unique(name: str, given: dict[str, int]) -> str:
    """The name, with a number behind it from the second time on."""
    given[name] = given.get(name, 0) + 1
    return name if given[name] == 1 else f"{name}_{given[name]}"
