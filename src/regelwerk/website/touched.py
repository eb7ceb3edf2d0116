"""A version and the text before it in; what each of its commands did, unit by unit and as people say it, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from ..citation import Citation, Level, Step
from ..commands import Command, Recast, RecastFromAnnex
from ..comparison import Side
from ..consolidation import Effect
from ..consolidation.draft import is_repealed
from ..provision import Origin, Path, Provision, citation_of
from .addresses import Edition

_HEADING = Step(Level.UEBERSCHRIFT)
_CAME, _WENT, _WORDED = "eingefügt", "aufgehoben", "neu gefasst"


@dataclass(frozen=True, slots=True)
class Touch:
    """What a command did to a unit: `done`, „neu gefasst“.

    `origin`: the unit. `cited`: its address in the version, of what is gone that in the one before. `bearer`: the
    unit itself; of what is gone, the nearest around it that is there; `inside`: what is cited after its address.
    """

    edition: Edition
    command: Command
    origin: Origin
    cited: Citation
    done: str
    bearer: Origin | None
    inside: tuple[Step, ...] = ()


@dataclass(frozen=True)
class _Tree:
    """A text, and where each unit is in it."""

    document: Provision

    @cached_property
    def paths(self) -> dict[Origin, Path]:
        return {unit.origin: path for path, unit in self.document.walk() if unit.origin}

    def address(self, origin: Origin) -> Citation:
        return citation_of(self.document, self.paths[origin])

    def around(self, origin: Origin) -> Iterator[Provision]:
        """The unit and all around it, from the inside out."""
        path = self.paths[origin]
        return (self.document.at(path[:size]) for size in range(len(path), -1, -1))


def touches(edition: Edition, before: Provision) -> tuple[Touch, ...]:
    """All that the version did, in the order of its commands; the same is said once."""
    now, was = _Tree(edition.version.document), _Tree(before)
    found: dict[tuple[int, Origin], Touch] = {}
    for effect in edition.version.effects:
        touch = _touch(edition, effect, now, was)
        found.setdefault((id(effect.command), touch.origin), touch)
    by_command = groupby(found.values(), key=lambda touch: id(touch.command))
    return tuple(touch for _command, done in by_command for touch in _exchanged(tuple(done)))


def _exchanged(found: Sequence[Touch]) -> Iterator[Touch]:
    """What one command puts in the place of something is worded anew, as many units as went."""
    anew = _levels(found[0].command)
    came = [touch for touch in found if anew and touch.done == _CAME and not touch.inside]
    went = [touch for touch in found if anew and touch.done == _WENT and touch.inside != (_HEADING,)]
    pairs = min(len(came), len(went))
    for touch in found:
        if touch in came[:pairs]:
            yield replace(touch, done=_WORDED)
        elif touch not in went[:pairs]:
            yield touch


def outermost(found: Iterable[Touch]) -> Iterator[Touch]:
    """Those that are not inside a unit to which the same was done."""
    all_of_them = tuple(found)
    for touch in all_of_them:
        if not any(touch.done == other.done and _inside(touch.cited, other.cited) for other in all_of_them):
            yield touch


def _inside(cited: Citation, outer: Citation) -> bool:
    size = len(outer.steps)
    return 0 < size < len(cited.steps) and cited.steps[:size] == outer.steps


def _touch(edition: Edition, effect: Effect, now: _Tree, was: _Tree) -> Touch:
    worded = _worded(effect, now if effect.origin in now.paths else was)
    origin = worded or effect.origin
    part = (_HEADING,) if not worded and _only_heading(effect) else ()
    done = _WORDED if worded in now.paths and worded in was.paths else _done(effect, bool(part))
    if origin in now.paths:
        cited = Side(now.document, now.paths[origin]).citation.child(*part)
        return Touch(edition, effect.command, origin, cited, done, origin, part)
    if origin not in was.paths:
        return Touch(edition, effect.command, origin, effect.after or effect.before or Citation(), done, None)
    cited = was.address(origin)
    return Touch(edition, effect.command, origin, cited, done, *_left(origin, cited, now, was))


def _worded(effect: Effect, tree: _Tree) -> Origin | None:
    """The unit that the command words anew, if that is the one of the effect or one around it."""
    levels = _levels(effect.command)
    if not levels or effect.origin not in tree.paths:
        return None
    return next((unit.origin for unit in tree.around(effect.origin) if unit.level in levels and unit.origin), None)


def _levels(command: Command) -> set[Level]:
    """What kinds of units the command words anew; nothing for one that is about the whole text."""
    anew = isinstance(command, Recast | RecastFromAnnex)
    return {place.last.level for place in command.places if place.steps} if anew else set()


def _left(origin: Origin, cited: Citation, now: _Tree, was: _Tree) -> tuple[Origin | None, tuple[Step, ...]]:
    """The nearest unit that is left around one that is gone, and how that is cited inside it."""
    for unit in was.around(origin):
        if unit.origin and unit.origin in now.paths:
            outer = was.address(unit.origin)
            if cited.steps[: len(outer.steps)] == outer.steps:
                return unit.origin, cited.steps[len(outer.steps) :]
    return None, ()


def _only_heading(effect: Effect) -> bool:
    """Whether nothing but the heading of a unit was changed."""
    old, new = effect.old, effect.new
    return (
        old is not None
        and new is not None
        and old.heading != new.heading
        and (old.label, old.text, is_repealed(old)) == (new.label, new.text, is_repealed(new))
    )


def _done(effect: Effect, heading: bool) -> str:
    """`heading`: whether only the heading is meant."""
    old, new = effect.old, effect.new
    if new is None or (heading and not new.heading):
        return _WENT
    if old is None or (heading and not old.heading):
        return _CAME
    if heading:
        return _WORDED if Level.UEBERSCHRIFT in _levels(effect.command) else "geändert"
    if is_repealed(new) and not is_repealed(old):
        return _WENT
    return "neu nummeriert" if effect.before != effect.after and old.words() == new.words() else "geändert"
