"""From the items of an act to commands: each sentence is read with the place that the sentences above give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..citation import Citation
from ..commands import Command, Expect, Instruction
from ..diagnostics import Diagnostic, NotUnderstood
from ..language import read_instruction
from ..messages import _
from .acttext import ActText
from .counting import counted_at_once
from .effective import Dated, dated, rules_of
from .inforce import Rule
from .items import Checked, Exchanged, Explained, Item, Placed, Refused, Said
from .motions import exchange
from .points import Path
from .scope import around, common

Cite = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Understood:
    """What one part of an act says: its commands in order, the days inside them, and all that was not understood."""

    commands: tuple[Command, ...]
    days: tuple[Rule, ...]
    diagnostics: tuple[Diagnostic, ...]


def understand(act: ActText, items: Sequence[Item], cite: Cite) -> Understood:
    """The meaning of the items of one part. `cite` prints points.

    Checks of the old text come first: they hold before any command of the act.
    """
    reading = _Understanding(act, cite)
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        try:
            reading.take(item, following)
        except NotUnderstood as error:
            reading.diagnostics.extend(error.diagnostics)
    try:
        days = rules_of(reading.dated, items)
    except NotUnderstood as error:
        days = ()
        reading.diagnostics.extend(error.diagnostics)
    return Understood((*reading.checks, *reading.commands), days, tuple(reading.diagnostics))


class _Understanding:
    def __init__(self, act: ActText, cite: Cite) -> None:
        self.act = act
        self.cite = cite
        self.frames: dict[Path, tuple[Citation, ...]] = {}
        self.places: tuple[Citation, ...] = ()
        self.checks: list[Command] = []
        self.commands: list[Command] = []
        self.dated: list[Dated] = []
        self.diagnostics: list[Diagnostic] = []

    def take(self, item: Item, following: Item | None) -> None:
        match item:
            case Said():
                self._say(item, following)
            case Placed(places, path):
                self.frames[path] = places
                self.places = ()
            case Checked(places, text, path, after):
                point, at = self.cite(path), places or self.places
                check = Expect(places=at, text=text, span=text.span, point=point, after=after)
                (self.commands if after else self.checks).append(check)
            case Explained():
                self._must_not_command(item)
            case Refused():
                pass
            case Exchanged(places, old, new, span, path):
                place = places[0] if places else Citation()
                for command in exchange(self.act, place, old, new, span, self.cite(path)):
                    (self.checks if isinstance(command, Expect) else self.commands).append(command)

    def _must_not_command(self, item: Explained) -> None:
        span = item.span
        try:
            commands = read_instruction(Instruction(span, self.act.quotes_in(span.start, span.end)), ()).commands
        except NotUnderstood:
            commands = ()
        if commands or item.near:
            message = _("This stands among reasons or transitional rules, but reads like a command.")
            raise NotUnderstood.of(message, span, _("Put commands before them."))

    def _say(self, item: Said, following: Item | None) -> None:
        frame = self._frame(item)
        self.places = ()
        span = item.span
        quotes = self.act.quotes_in(span.start, span.end)
        reading = read_instruction(Instruction(span, quotes, item.payload, self.cite(item.path), item.verb), frame)
        changes = [command for command in reading.commands if not isinstance(command, Expect)]
        if day := dated(item, self.act.masked[span.start : span.end], len(changes), reading.frame is not None):
            self.dated.append(day)
        self.commands.extend(counted_at_once(reading.commands, self.commands))
        self.places = tuple(place for command in changes[-1:] for place in command.places)
        if reading.frame is None:
            return
        self.frames[item.path] = reading.frame
        if not reading.commands and not _stands_under(item, following):
            raise NotUnderstood.of(
                _("This announces changes, but none follow."),
                span,
                _("Write the changes as points below it, or the new text in quotation marks after it."),
            )

    def _frame(self, item: Said) -> tuple[Citation, ...]:
        """The place given by the points above, or, in the same point, by the sentence before."""
        sentence = self.act.masked[item.span.start : item.span.end]
        if item.goes_on and self.places and (place := around(common(self.places), sentence)) is not None:
            return (place,)
        path = item.path
        while path not in self.frames and path:
            path = path[:-1]
        return self.frames.get(path, ())


def _stands_under(item: Said, following: Item | None) -> bool:
    """Whether the following item is inside the point that the item opens."""
    if following is None:
        return False
    deeper = following.path[: len(item.path)] == item.path
    return deeper and (len(following.path) > len(item.path) or not isinstance(following, Said) or following.goes_on)
