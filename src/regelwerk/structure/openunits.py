"""The units that are open while the text under a heading is read: labels and text go in, in order; units come out.

Lists nest by the succession of their labels: „b)“ goes on where „a)“ stands, „1.“ below „a)“ begins a list inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..citation import Level
from ..provision import Provision
from .assembly import assemble, is_unfinished, without_only_absatz
from .labels import Label, Reading, choose, continuation, is_first, margin_level, reached
from .lines import join


@dataclass(slots=True)
class OpenUnit:
    """A unit being read. `parts`: its text, table rows and the units inside it, in order."""

    level: Level
    label: str = ""
    reading: Reading | None = None
    column: int = 0
    heading: str = ""
    parts: list[str | OpenUnit | Provision] = field(default_factory=list)
    ended: bool = False

    @property
    def text(self) -> str:
        """The text read last, "" if something else was."""
        return self.parts[-1] if self.parts and isinstance(self.parts[-1], str) else ""

    @property
    def last_inside(self) -> OpenUnit | None:
        return next((part for part in reversed(self.parts) if isinstance(part, OpenUnit)), None)

    def finished(self) -> Provision:
        """The provision that the unit has become."""
        parts = [part.finished() if isinstance(part, OpenUnit) else part for part in self.parts]
        return Provision(self.level, self.label, self.heading, children=assemble(parts))


class Place(NamedTuple):
    """Where a unit goes: into the open unit at `depth` - 1; what its label means; whether its succession says so."""

    depth: int
    reading: Reading
    sure: bool = True


class OpenUnits:
    """The open units, from what stands under the heading (depth 0) to the innermost list item."""

    def __init__(self) -> None:
        self._stack = [OpenUnit(Level.PARAGRAF)]

    def __len__(self) -> int:
        return len(self._stack)

    def __getitem__(self, depth: int) -> OpenUnit:
        return self._stack[depth]

    def units(self) -> tuple[Provision, ...]:
        """All that was read."""
        found = tuple(part.finished() for part in self._stack[0].parts if isinstance(part, OpenUnit))
        return without_only_absatz(found)

    def text_above(self) -> str:
        """The text of the item above the innermost, "" if it is the first."""
        above = self._stack[-2].parts[-2:-1] if len(self._stack) > 1 else ()
        return next((part.text for part in above if isinstance(part, OpenUnit)), "")

    def close(self, depth: int) -> None:
        """Close what is open below `depth`."""
        del self._stack[depth + 1 :]

    def add_text(self, text: str) -> None:
        """Go on with the text of the innermost unit."""
        innermost = self._stack[-1]
        if innermost.text and not innermost.ended:
            innermost.parts[-1] = join(innermost.text, text)
        elif text:
            innermost.parts.append(text)
            innermost.ended = False

    def end_sentence(self) -> None:
        """Let the next text of the innermost unit be a new sentence, even if the last does not end as one."""
        self._stack[-1].ended = True

    def add_row(self, text: str) -> None:
        """Put a table row into the innermost unit."""
        self._stack[-1].parts.append(Provision(Level.ZEILE, text=text))

    def open_paragraph(self) -> None:
        """Begin a part of the § without a label."""
        self.close(0)
        self._push(OpenUnit(Level.ABSATZ))

    def open_label(self, label: Label, place: Place, column: int) -> None:
        """Begin the unit with this label at its place."""
        self.close(place.depth - 1)
        style = place.reading[0]
        if len(self._stack) == 1 and style.level is not Level.NUMMER:
            self.open_paragraph()
        level = margin_level(style) if len(self._stack) == 1 else style.level
        self._push(OpenUnit(level, label.printed, reached(label, place.reading), column))

    def _push(self, unit: OpenUnit) -> None:
        self._stack[-1].parts.append(unit)
        self._stack.append(unit)

    def place(self, label: Label, column: int) -> Place:
        """Where the unit with this label goes. A list that text has interrupted is opened again."""
        return self.continued(label, column) or self._resumed(label) or self._begun(label, column)

    def continued(self, label: Label, column: int | None = None) -> Place | None:
        """The place after the open unit that the label continues: the innermost as far indented, else, if it is no
        bullet, the innermost.
        """
        found: Place | None = None
        for depth in range(len(self._stack) - 1, 0, -1):
            unit = self._stack[depth]
            if reading := continuation(label, unit.reading):
                if column is None or abs(column - unit.column) <= 1:
                    return Place(depth, reading)
                found = found or (Place(depth, reading) if reading[1] else None)
        return found

    def _resumed(self, label: Label) -> Place | None:
        opened = [self._stack[-1]]
        while inside := opened[-1].last_inside:
            if (reading := continuation(label, inside.reading)) and reading[1]:
                self._stack += opened[1:]
                return Place(len(self._stack), reading)
            if opened[-1].parts[-1] is not inside:
                return None
            opened.append(inside)
        return None

    def _begun(self, label: Label, column: int) -> Place:
        """The place of a label that continues no list: it begins one, or goes on after a gap."""
        style, value = choose(label, None)
        first = is_first(value)
        if style.name == "(1)" and self._is_absatz(first):
            return Place(1, (style, value), sure=first and not any(self._margin_readings()))
        for depth, (_style, above) in self._labelled():
            if style.numerals == "1.1" and value[:-2] == above[:-1]:
                return Place(depth + 1, (style, value), sure=first)
        indented = self._stack[-1].label and column > self._stack[-1].column + 1
        if first and (indented or not any(unit.reading and unit.reading[0] is style for unit in self._stack)):
            return Place(len(self._stack), (style, value))
        for depth, unit in sorted(self._labelled(), key=lambda found: abs(self._stack[found[0]].column - column) > 1):
            for reading in label.readings:
                if reading[0] is unit[0] and reading[1] and self._goes_on(reading, unit):
                    return Place(depth, reading, sure=first and style.numerals == "1.1")
        return Place(len(self._stack), (style, value), sure=first)

    def _labelled(self) -> Iterator[tuple[int, Reading]]:
        """The depths of the open units with a label, innermost first, and what their labels mean."""
        for depth in range(len(self._stack) - 1, 0, -1):
            if reading := self._stack[depth].reading:
                yield depth, reading

    def _is_absatz(self, first: bool) -> bool:
        """Whether „(2)“ is an Absatz: the first label of its § is one, others are if its Absätze have such labels.

        „(1)“ inside an Absatz is a list item if the text above leads to a list.
        """
        margin = next(self._margin_readings(), None)
        if margin is None:
            return True
        text = self._stack[-1].text
        return margin_level(margin[0]) is Level.ABSATZ and not (first and (text.endswith(":") or is_unfinished(text)))

    def _margin_readings(self) -> Iterator[Reading]:
        return (part.reading for part in self._stack[0].parts if isinstance(part, OpenUnit) and part.reading)

    def _goes_on(self, reading: Reading, before: Reading) -> bool:
        """Whether a label stands in the list of one with a lower number, or an equal one as Markdown numbers lists.

        A list that begins again where no sentence leads to it goes on, too.
        """
        text = self._stack[-1].text
        repeated = reading[1] == before[1] and not text.endswith(":")
        return reading[1] > before[1] or repeated or (is_first(reading[1]) and text.endswith("."))
