"""A rulebook, a day and the settings of a site in; what all its pages need to know of each other out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..commands import Command
from ..output.choices import Format
from ..rulebook.history import Rulebook
from ..rulebook.register import Entry, Gap, Retraction
from ..rulebook.timeline import Commands
from .addresses import Edition, Place, act_page, command_anchors, editions, place_of
from .settings import Settings


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
