"""A rulebook, a day and the settings of a site in; what all its pages need to know of each other out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from ..commands import Command
from ..output.choices import Format
from ..rulebook.history import Rulebook
from ..rulebook.register import Act, Entry, Gap, Retraction, Text, repeal_of
from ..rulebook.timeline import Commands
from .addresses import Edition, Place, act_page, command_anchors, editions, place_of
from .settings import Settings
from .touched import Touch, touches


@dataclass(frozen=True)
class Book:
    """A rulebook as a site shows it. `day`: the one that counts as today; `forms`: what each version is offered in."""

    rulebook: Rulebook
    day: date
    settings: Settings
    forms: tuple[Format, ...] = (Format.TXT,)

    @property
    def id(self) -> str:
        return self.rulebook.register.id

    @property
    def title(self) -> str:
        """The title of the text that is shown as the one of today."""
        return self.shown.version.document.heading

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """All versions, in the order of their days."""
        return editions(self.rulebook.versions)

    @property
    def current(self) -> Edition | None:
        """The version in force, if there is one."""
        return next((found for found in self.editions if found.version.counts_on(self.day)), None)

    @cached_property
    def shown(self) -> Edition:
        """The version that stands for the rulebook: the one in force, before that the first, after it the last."""
        begun = [found for found in self.editions if found.version.in_force <= self.day]
        return self.current or (begun[-1] if begun else self.editions[0])

    @cached_property
    def repeal(self) -> Act | None:
        """What takes the rulebook out of force as a whole, if that has been decided."""
        return repeal_of(self.rulebook.register)

    def before(self, edition: Edition) -> Edition | None:
        """The version before this one."""
        return self.editions[edition.position - 1] if edition.position else None

    def after(self, edition: Edition) -> Edition | None:
        """The version after this one."""
        return self.editions[edition.position + 1] if edition.position + 1 < len(self.editions) else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What was adopted and is to be had, each with a page of its own."""
        return tuple(e for e in self.rulebook.register.standing if not isinstance(e, Gap | Retraction))

    def commands_of(self, entry: Entry) -> tuple[Command, ...]:
        """The commands of an act, in the order of its text."""
        parts = (m for m in self.rulebook.measures if isinstance(m, Commands) and m.entry is entry)
        return tuple(sorted((command for part in parts for command in part.commands), key=place_of))

    @cached_property
    def command_links(self) -> Mapping[Place, str]:
        """Where each command is shown, by its place in its act."""
        return {
            place: f"{act_page(entry)}#{anchor}"
            for entry in self.entries
            for place, anchor in command_anchors(self.commands_of(entry)).items()
        }

    @cached_property
    def touches(self) -> tuple[tuple[Touch, ...], ...]:
        """What each version did to the units of the one before it, by its position."""
        later = zip(self.editions[1:], self.editions, strict=False)
        return ((), *(touches(edition, old.version.document) for edition, old in later))

    @cached_property
    def _measures(self) -> Mapping[Place, Commands]:
        """What each command belongs to."""
        found = (measure for measure in self.rulebook.measures if isinstance(measure, Commands))
        return {place_of(command): measure for measure in found for command in measure.commands}

    def entry_of(self, touch: Touch) -> Act | Text:
        """What was adopted and holds the command."""
        measure = self._measures.get(place_of(touch.command))
        return measure.entry if measure else touch.edition.version.entry

    @cached_property
    def _by_entry(self) -> Mapping[int, tuple[Touch, ...]]:
        found: dict[int, list[Touch]] = {}
        for touch in chain.from_iterable(self.touches):
            found.setdefault(id(self.entry_of(touch)), []).append(touch)
        return {entry: tuple(done) for entry, done in found.items()}

    def touches_by(self, entry: Entry) -> tuple[Touch, ...]:
        """What the commands of an entry did, version after version; also by counting no longer."""
        return self._by_entry.get(id(entry), ())

    def ended(self, touch: Touch) -> bool:
        """Whether the command did it by counting no longer."""
        measure = self._measures.get(place_of(touch.command))
        return bool(measure and measure.until and measure.until < touch.edition.version.in_force)

    def command_link(self, touch: Touch) -> str:
        """Where the command is shown; if it is none of an act's own words, the page of what was adopted."""
        return self.command_links.get(place_of(touch.command), act_page(self.entry_of(touch)))
