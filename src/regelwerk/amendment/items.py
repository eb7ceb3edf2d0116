"""What the reader of acts finds, as data: sentences of command with their new text, places, checks, …"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..citation import Citation
from ..commands import NewText
from ..diagnostics import Diagnostic, Span
from .passages import Passage
from .points import Path


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of command. `goes_on`: it stands in the same point as the one before. `verb`: said above its point."""

    span: Span
    path: Path
    goes_on: bool
    payload: NewText | None = None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place named as a heading: what follows happens there."""

    places: tuple[Citation, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Checked:
    """Text reprinted as a check; without places: of the command before. `after`: it shows the result."""

    places: tuple[Citation, ...]
    text: NewText
    path: Path
    after: bool


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Old and new text side by side, each as its passages; `places` as named around them."""

    places: tuple[Citation, ...]
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    span: Span
    path: Path


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence among the reasons that looks like a command. It must not be one; if `near`, it must not look like one.

    `near`: the reasons stand on one line before it („Begründung: …“), so that they may have ended.
    """

    span: Span
    path: Path
    near: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A sentence of command that has been refused already."""

    path: Path


Item = Said | Placed | Checked | Exchanged | Explained | Refused


@dataclass(slots=True)
class Portion:
    """What the act says about one text: its name, its citation clause, the article of the act, and the items."""

    name: str = ""
    clause: Span | None = None
    article: str | None = None
    items: list[Item] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def says_something(self) -> bool:
        """Whether there is more than a name: commands, or what was not understood."""
        return bool(self.diagnostics) or any(not isinstance(item, Placed | Explained) for item in self.items)


@dataclass(slots=True)
class ActReading:
    """An act as read: its parts; the passages before its first command, of decisions, on entry into force; annexes."""

    parts: list[Portion] = field(default_factory=list)
    preamble: list[Passage] = field(default_factory=list)
    decisions: list[Passage] = field(default_factory=list)
    in_force: list[Passage] = field(default_factory=list)
    annexes: dict[str, NewText] = field(default_factory=dict)
