"""The versions of a text in; for each word of the last of them, the version and the command that brought it, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..commands import Command
from ..comparison.wordmarks import Mark, marked
from ..provision import Origin, Provision
from .register import is_full_text
from .timeline import Version


@dataclass(frozen=True, slots=True)
class Cause:
    """Where words come from: the version that brought them, and the command of its act, if there is one."""

    version: Version
    command: Command | None

    @property
    def documented(self) -> bool:
        """Whether a text that the body adopted says these words. A full text published without its act does not."""
        return not is_full_text(self.version.entry)


@dataclass(frozen=True, slots=True)
class Run:
    """Words next to each other that have the same cause."""

    text: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class Runs:
    """The words of one unit, without what is inside it, run by run: those of its heading and those of its text."""

    heading: tuple[Run, ...] = ()
    text: tuple[Run, ...] = ()


def provenance(versions: Sequence[Version]) -> Mapping[Origin, Runs]:
    """Where the words of the last of these versions come from, unit by unit. The first is the base text.

    What reads again as it did before an act that has ended comes from where it came from then.
    """
    found: dict[Origin, Runs] = {}
    earlier: dict[tuple[Origin, str, str], Runs] = {}
    for version in versions:
        for command, unit in _touched(version):
            assert unit.origin
            wording = (unit.origin, unit.heading, unit.text)
            if version.expired and wording in earlier:
                found[unit.origin] = earlier[wording]
                continue
            before, cause = found.get(unit.origin, Runs()), Cause(version, command)
            heading, text = _runs(before.heading, unit.heading, cause), _runs(before.text, unit.text, cause)
            found[unit.origin] = earlier[wording] = Runs(heading, text)
    there = (unit.origin for version in versions[-1:] for unit in version.document.units())
    return {origin: found[origin] for origin in there if origin}


def _touched(version: Version) -> Iterator[tuple[Command | None, Provision]]:
    """The units as each command left them, in the order of the commands, and at last as they are in the version."""
    for effect in version.effects:
        for unit in effect.new.units() if effect.new else ():
            yield effect.command, unit
    for unit in version.document.units():
        yield None, unit


def _runs(before: tuple[Run, ...], text: str, cause: Cause) -> tuple[Run, ...]:
    """The runs of a wording: what stayed keeps its cause, what came has the new one."""
    old = "".join(run.text for run in before)
    if old == text:
        return before
    was = [run.cause for run in before for _letter in run.text]
    now: list[Cause] = []
    place = 0
    for piece in marked(old, text):
        size = len(piece.text)
        if piece.mark is not Mark.OLD:
            now += was[place : place + size] if piece.mark is Mark.SAME else [cause] * size
        if piece.mark is not Mark.NEW:
            place += size
    groups = (list(group) for _id, group in groupby(zip(text, now, strict=True), key=lambda pair: id(pair[1])))
    return tuple(Run("".join(letter for letter, _cause in group), group[0][1]) for group in groups)
