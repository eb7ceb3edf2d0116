"""A rulebook and a version in; what must be said at places of its text out: decisions of people, undocumented words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..commands import Command
from ..provision import Origin, Path
from .decisions import Decision, read_decisions
from .history import Rulebook
from .measures import last_day
from .provenance import Run, provenance
from .register import Act, Entry
from .timeline import Version


@dataclass(frozen=True, slots=True)
class Decided:
    """A unit that reads as people decided, where the act did not fit; the whole text, if nothing of it can be named."""

    path: Path
    version: Version
    decision: Decision


@dataclass(frozen=True, slots=True)
class Undocumented:
    """A unit with words that no act documents."""

    path: Path
    runs: tuple[Run, ...]


Footnote = Decided | Undocumented


def footnotes(rulebook: Rulebook, version: Version) -> tuple[Footnote, ...]:
    """The footnotes of a version, in the order of its text. Most rulebooks have none; then nothing is computed."""
    if not rulebook.register.annotated:
        return ()
    until = rulebook.until(version)
    places = {unit.origin: path for path, unit in version.document.walk() if unit.origin}
    found: list[Footnote] = [*_decided(rulebook, until, places), *_undocumented(until, places)]
    return tuple(sorted(found, key=lambda note: note.path))


def decision_behind(entry: Entry, command: Command) -> Decision | None:
    """What people decided that the command carries out; None if the act itself says it."""
    file = command.span.source
    if not (isinstance(entry, Act) and entry.decisions and file.name.rpartition("/")[2] == entry.decisions):
        return None
    return next((decision for decision in read_decisions(file) if decision.span == command.span), None)


def _decided(rulebook: Rulebook, until: Sequence[Version], places: Mapping[Origin, Path]) -> Iterator[Decided]:
    """For each decision the units that it touched. One that left nothing behind is said of the whole text."""
    made = {id(version.entry): version for version in reversed(until) if not version.expired}
    day = until[-1].in_force
    for entry in rulebook.register.standing:
        file = rulebook.text_of(entry, "decisions")
        if file is None or not isinstance(entry, Act) or id(entry) not in made:
            continue
        for decision in read_decisions(file):
            effects = [(v, e) for v in until if not v.expired for e in v.effects if e.command.span == decision.span]
            last = next((last_day(entry, effect.command) for _version, effect in effects), entry.until)
            if last is not None and last < day:
                continue
            touched = {places[effect.origin]: version for version, effect in effects if effect.origin in places}
            for path, version in (touched or {(): made[id(entry)]}).items():
                yield Decided(path, version, decision)


def _undocumented(until: Sequence[Version], places: Mapping[Origin, Path]) -> Iterator[Undocumented]:
    for origin, words in provenance(until).items():
        runs = tuple(run for run in (*words.heading, *words.text) if not run.cause.documented)
        if runs:
            yield Undocumented(places[origin], runs)
