"""A rulebook and a version in; what must be said at places of its text out: decisions of people, undocumented words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..diagnostics import Span
from ..provision import Origin, Path
from .decisions import Decision, read_decisions
from .filing import folder_of
from .history import Rulebook
from .provenance import Run, provenance
from .register import Act
from .timeline import Version


@dataclass(frozen=True, slots=True)
class Decided:
    """A unit that reads as people decided, where the act did not fit."""

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
    until = rulebook.versions[: rulebook.versions.index(version) + 1]
    places = {unit.origin: path for path, unit in version.document.walk() if unit.origin}
    found: list[Footnote] = [*_decided(until, _decisions(rulebook), places), *_undocumented(until, places)]
    return tuple(sorted(found, key=lambda note: note.path))


def _decisions(rulebook: Rulebook) -> dict[Span, Decision]:
    """All decisions, by the place in their file at which their commands point."""
    register = rulebook.register
    acts = (entry for entry in register.standing if isinstance(entry, Act) and entry.decisions)
    files = (rulebook.files(f"{folder_of(register, entry)}/{entry.decisions}") for entry in acts)
    return {decision.span: decision for file in files for decision in read_decisions(file)}


def _decided(
    until: Sequence[Version], decisions: Mapping[Span, Decision], places: Mapping[Origin, Path]
) -> Iterator[Decided]:
    for version in until:
        for effect in version.effects:
            decision = decisions.get(effect.command.span)
            if decision is not None and effect.origin in places and not version.expired:
                yield Decided(places[effect.origin], version, decision)


def _undocumented(until: Sequence[Version], places: Mapping[Origin, Path]) -> Iterator[Undocumented]:
    for origin, words in provenance(until).items():
        runs = tuple(run for run in (*words.heading, *words.text) if not run.cause.documented)
        if runs:
            yield Undocumented(places[origin], runs)
