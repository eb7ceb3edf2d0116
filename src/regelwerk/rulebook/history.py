"""A rulebook in; its versions out, the text of any day, and what became of one place in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from ..citation import Citation
from ..consolidation.effects import Effect
from ..consolidation.missing import not_there
from ..days import shown
from ..diagnostics import DoesNotApply, Source
from ..lookup import locate
from ..messages import _
from ..provision import Origin, Path, Provision, citation_of
from .filing import path_of
from .measures import Files, measures_of, standing
from .register import Dated, Entry, Register, missing_numbers, repealed_on, spans
from .timeline import Measure, Version, versions


@dataclass(frozen=True)
class Rulebook:
    """Regelwerk: what is recorded, and what follows from it. `files` gives the texts of what the register names.

    What is computed may raise NotUnderstood or DoesNotApply: for an act that is not understood, or does not fit.
    """

    register: Register
    files: Files

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """What the entries that count do, in the order of recording."""
        return standing(self.register, measures_of(self.register, self.files))

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """All versions, in the order of their days."""
        return versions(self.measures, repealed_on(self.register))

    @property
    def last(self) -> Version:
        """The version after all that is recorded, be it in force yet or not."""
        return self.versions[-1]

    def text_of(self, entry: Entry, file: str = "file") -> Source | None:
        """The text of a file of an entry, by its key in the register; None if there is none."""
        name = getattr(entry, file, "")
        return self.files(path_of(self.register, entry, name)) if name else None

    def until(self, version: Version) -> tuple[Version, ...]:
        """The versions up to this one."""
        return self.versions[: self.versions.index(version) + 1]

    def known_on(self, day: date) -> Rulebook:
        """The rulebook as it was recorded on that day. Raises DoesNotApply if it was not."""
        known = self.register.known_on(day)
        if known is None:
            first = self.register.entries[0].recorded.date()
            message = _("Nothing was recorded on {day}; the base text was on {first}.")
            raise DoesNotApply.of(message.format(day=shown(day), first=shown(first)))
        return replace(self, register=known)

    def known_for(self, version: Version) -> Rulebook:
        """The rulebook as it was when what bears on the version had been recorded; its versions up to this one.

        What is recorded later and counts only later says nothing of the version: a print of it stays as it was.
        """
        turns = enumerate(self._turns, 1)
        count = max(n for n, turn in turns if version.until is None or turn <= version.until)
        known = replace(self, register=self.register.after(count))
        vars(known)["versions"] = self.until(version)  # no need to compute them again
        return known

    @cached_property
    def _turns(self) -> tuple[date, ...]:
        """For each entry the first day on which it may change a text, or what is said of one."""
        missing = pairwise([(), *map(missing_numbers, self.register.steps)])
        return tuple(
            min(first for first, _last in spans(entry)) if isinstance(entry, Dated) and before == after else date.min
            for entry, (before, after) in zip(self.register.entries, missing, strict=True)
        )

    def on(self, day: date) -> Version:
        """The version that counts on that day. Raises DoesNotApply if none does."""
        found = next((version for version in self.versions if version.counts_on(day)), None)
        if found is not None:
            return found
        first, end = self.versions[0].in_force, self.last.until
        if day < first:
            message = _("There was no text on {day}; the first counts from {first}.")
            raise DoesNotApply.of(message.format(day=shown(day), first=shown(first)))
        message = _("There is no text on {day}; the rulebook was repealed with effect from {end}.")
        raise DoesNotApply.of(message.format(day=shown(day), end=shown(end)))

    def numbered(self, number: str) -> Version:
        """The version that the amendment of this number made; „0“ is the base text. Raises DoesNotApply if none is.

        An amendment whose parts came into force on several days made several versions; the last of them is meant.
        """
        found = [v for v in self.versions if v.entry.number == number and not v.expired]
        if not found:
            there = ", ".join(dict.fromkeys(version.entry.number for version in self.versions))
            message = _("There is no version {number}.").format(number=number)
            raise DoesNotApply.of(message, hint=_("There are: {numbers}.").format(numbers=there))
        return found[-1]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a version did to one place: where and how it was before, where and how it is since.

    None where it was not there. `effects`: what the commands did to it, and to what is inside it.
    """

    version: Version
    before: Citation | None
    after: Citation | None
    old: Provision | None
    new: Provision | None
    effects: tuple[Effect, ...]


def find(document: Provision, citation: Citation) -> tuple[Path, ...]:
    """The units that a citation names; of a part of a unit („Überschrift“) the unit.

    Raises DoesNotApply if there is none, with what is there instead, or if it can mean several.
    """
    found = locate(document, citation, {})
    if len(found) == 1:
        return found[0].paths
    if found:
        message = _("{place} is ambiguous.").format(place=citation)
        places = [str(citation_of(document, target.paths[0])) for target in found]
        hint = _("There is: {places}.").format(places=", ".join(places))
    else:
        message, hint = not_there(document, {}, citation, _("Name the place in full, with its §."))
    raise DoesNotApply.of(message, hint=hint or None)


def stages(found: Iterable[Version], origin: Origin) -> Iterator[Stage]:
    """What became of the unit with this origin, version by version, through all renumbering and moving.

    The first stage is where it came in; after that, only versions that changed it or something inside it.
    """
    was = _Place()
    for version in found:
        now = _place(version.document, origin)
        inside = _origins(was.unit, now.unit)
        around = {origin} if (was.unit is None) is not (now.unit is None) else set()
        touched = tuple(e for e in version.effects if e.origin in inside or around & _origins(e.old, e.new))
        if touched or around:
            yield Stage(version, was.citation, now.citation, was.unit, now.unit, touched)
        was = now


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit and where it is in its text, or that it is not there."""

    document: Provision | None = None
    path: Path = ()
    unit: Provision | None = None

    @property
    def citation(self) -> Citation | None:
        return citation_of(self.document, self.path) if self.document else None


def _place(document: Provision, origin: Origin) -> _Place:
    """Where the unit with this origin is."""
    return next((_Place(document, path, unit) for path, unit in document.walk() if unit.origin == origin), _Place())


def _origins(*sides: Provision | None) -> set[Origin | None]:
    """The origins of units, and of all inside them."""
    return {unit.origin for side in sides if side for unit in side.units()}
