"""The lines under one heading go in; the Absätze, sentences and lists they make up come out.

Lists nest by the succession of their labels: „b)“ goes on where „a)“ stands, „1.“ below „a)“ begins a list inside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .assembly import ROW, UNFINISHED, assemble, without_only_absatz
from .citation import Level
from .labels import Label, Reading, choose, comes_after, follows, is_first, margin_level, reached, read_label
from .diagnostics import Diagnostic
from .lines import Line, join
from .messages import _
from .provision import Provision


@dataclass(slots=True)
class Unit:
    """A unit being read. `parts`: its text, table rows and the units inside it, in order."""

    level: Level
    label: str = ""
    reading: Reading | None = None
    column: int = 0
    heading: str = ""
    parts: list[str | Unit | Provision] = field(default_factory=list)

    def finished(self) -> Provision:
        """The provision that the unit has become."""
        parts = [part.finished() if isinstance(part, Unit) else part for part in self.parts]
        return Provision(self.level, self.label, self.heading, children=assemble(parts))


@dataclass(frozen=True, slots=True)
class Body:
    """The units that lines make up, as children of a § (or group, annex, document), and what is doubtful in them."""

    units: tuple[Provision, ...]
    doubts: tuple[Diagnostic, ...]


def read_body(lines: Sequence[Line], width: int | None) -> Body:
    """The units that the lines under one heading make up. `width`: where they were wrapped, None if they were not."""
    reader = _Reader(lines, width)
    for index in range(len(lines)):
        reader.read(index)
    units = tuple(part.finished() for part in reader.root.parts if isinstance(part, Unit))
    return Body(without_only_absatz(units), tuple(reader.doubts))


_CITING = re.compile(
    r"(?:\b(?:Abs|Nrn?|Ziff|Art|Buchst|lit|S|Rn)\.|\b(?:Abs(?:atz|ätzen?)|S[aä]tz(?:en?)?|Nummern?|Ziffern?|Buchstaben?"
    r"|Artikeln?|Punkt|Anlage|Teil|Abschnitt)|§§?|§\s?[0-9]+\s?[a-z]?)$"
)
"""The end of a line whose citation goes on in the next."""
_ARTICLE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|em|en|es)|ein(?:e[rmns]?)?|[Vv]om|[Zz]u[mr]|[Aa]m|[Ii]m|ab|bis|seit|als|und|oder)$"
)
"""The end of a line after which a number counts a noun: „der / 1. Vorsitzende“."""
_AND = re.compile(r"\b(?:und|oder|sowie)$")
_MAY_PRECEDE_ITEM = re.compile(r"[.,:;!?)“”\"»]$")
_INLINE = re.compile(r"\s(?=[•●▪◦‣⁃]|\([0-9]{1,3}[a-z]?\)\s|[0-9]{1,3}[.)]\s|[a-z]{1,2}\)\s)")
_MAY_PRECEDE_INLINE = re.compile(r"(?:[.,;:!?)“”\"]|\b(?:und|oder|sowie))$")


_COUNTED = re.compile(
    r"\s(?:Halbs|Alternative|Alt\.|Vorsitzend|Vize|[Ss]tellv|Lesung|Wahlgang|Lebensjahr|Halbjahr|Quartal|Instanz|Stufe)"
)
"""What a number counts that is no label: „1. Vorsitzender“."""
_FAR = 100
"""How many lines below are looked at to see how a list goes on."""


class _Reader:
    """Reads line by line. `stack`: the units that are open, from the § (the root) to the innermost list item."""

    def __init__(self, lines: Sequence[Line], width: int | None) -> None:
        self.lines = lines
        self.width = width
        self.root = Unit(Level.PARAGRAF)
        self.stack = [self.root]
        self.labels = [read_label(line.text) for line in lines]
        self.doubts: list[Diagnostic] = []

    def read(self, index: int) -> None:
        line, label = self.lines[index], self.labels[index]
        if label and not self._is_row(index, label) and self._is_item(index, label):
            rest = line.text[label.end :]
            self._open(label, line.column, line)
            while (nested := read_label(rest)) and nested.starts and nested.style is not label.style:
                self._open(nested, line.column + 1, line)
                label, rest = nested, rest[nested.end :]
        else:
            self.labels[index] = None
            rest = line.text
            self._return(index)
        if ROW.search(rest):
            self.stack[-1].parts.append(Provision(Level.ZEILE, text=rest))
        else:
            self._write(rest, index)

    def _is_row(self, index: int, label: Label) -> bool:
        """Whether a label is the first cell of a table row: „1. | Anlass | Dauer“."""
        text = self.lines[index].text
        if not ROW.search(text):
            return False
        first_cell = label.style.name != "(1)" and text.startswith("|", label.end)
        return first_cell or bool(index and ROW.search(self.lines[index - 1].text))

    def _is_item(self, index: int, label: Label) -> bool:
        """Whether the label at the beginning of the line is one, not the rest of a citation or a counted noun."""
        line = self.lines[index]
        previous = self.lines[index - 1] if index else None
        if previous is None or line.after_blank:
            return True
        if self.width is None:
            return True
        if _CITING.search(previous.text):
            return False
        continued = self._continued(label) is not None
        if label.style.name == "1." and _ARTICLE.search(previous.text) and not (continued and _AND.search(previous.text)):
            return False
        if _MAY_PRECEDE_ITEM.search(previous.text) or self.labels[index - 1] or line.column > previous.column:
            return True
        if label.style.name == "-":
            return False
        return continued or (label.starts and self._comes_later(index, label))

    def _comes_later(self, index: int, label: Label) -> bool:
        """Whether a line below begins with the label after this one."""
        return any(below and comes_after(below, label) for below in self.labels[index + 1 : index + _FAR])

    def _continued(self, label: Label, column: int | None = None) -> tuple[int, Reading] | None:
        """The depth of the innermost open unit that the label comes directly after, and what it then means."""
        for depth in range(len(self.stack) - 1, 0, -1):
            unit = self.stack[depth]
            for style, value in label.readings:
                if unit.reading and style is unit.reading[0] and follows(value, unit.reading[1]):
                    if not value and column is not None and abs(column - unit.column) > 1:
                        continue
                    return depth, (style, value)
        return None

    def _open(self, label: Label, column: int, line: Line) -> None:
        """Open the unit with this label, where its succession puts it."""
        placed = self._continued(label, column) or self._resumed(label)
        if placed is None:
            placed = self._begun(label)
            self._doubt(label, placed, line)
        depth, reading = placed
        del self.stack[depth:]
        parent = self.stack[-1]
        if parent is self.root and margin_level(reading[0]) not in (Level.ABSATZ, Level.NUMMER):
            parent = self._paragraph()
        level = margin_level(reading[0]) if parent is self.root else reading[0].level
        unit = Unit(level, label.printed, reached(label, reading), column)
        parent.parts.append(unit)
        self.stack.append(unit)

    def _begun(self, label: Label) -> tuple[int, Reading]:
        """Where a unit goes whose label continues no list: it begins one, or goes on after a gap."""
        styles = [unit.reading[0] for unit in self.stack if unit.reading]
        reading = choose(label, None)
        margin = next((unit.reading[0] for unit in self.root.parts if isinstance(unit, Unit) and unit.reading), None)
        if reading[0].name == "(1)" and (margin is None or (margin.name in ("(1)", "1)") and not is_first(reading[1]))):
            return 1, reading
        if is_first(reading[1]) and reading[0] not in styles:
            return len(self.stack), reading
        for depth in range(len(self.stack) - 1, 0, -1):
            unit = self.stack[depth]
            for style, value in label.readings:
                if not unit.reading or style is not unit.reading[0] or not value:
                    continue
                if value > unit.reading[1] or (value == unit.reading[1] and not self._announced()):
                    return depth, (style, value)
        return len(self.stack), reading

    def _doubt(self, label: Label, placed: tuple[int, Reading], line: Line) -> None:
        """Report a label that does not go on with its succession. The letter j may be missing."""
        depth, (style, value) = placed
        before = self.stack[depth] if depth < len(self.stack) else None
        if before is None or before.reading is None or before.reading[0] is not style or style.numerals == "1.1":
            if is_first(value):
                return
        elif style.numerals == "a" and (before.reading[1], value) == ((9, 0), (11, 0)):
            return
        message = _("„{label}“ follows „{before}“.") if before else _("„{label}“ is the first of its kind here.")
        place = replace(line.span, end=min(line.span.end, line.span.start + len(label.printed)))
        hint = _("Mend the number if it is wrong; a repealed unit can stand as „{label} (weggefallen)“.")
        printed = before.label if before else ""
        message = message.format(label=label.printed, before=printed)
        self.doubts.append(Diagnostic(message, place, hint.format(label=label.printed)))

    def _resumed(self, label: Label) -> tuple[int, Reading] | None:
        """Where the label goes if it goes on with a list that text has interrupted; its place is then open again."""
        opened = [self.stack[-1]]
        while inside := next((part for part in reversed(opened[-1].parts) if isinstance(part, Unit)), None):
            for style, value in label.readings:
                if inside.reading and style is inside.reading[0] and value and follows(value, inside.reading[1]):
                    self.stack += opened[1:]
                    return len(self.stack), (style, value)
            if opened[-1].parts[-1] is not inside:
                return None
            opened.append(inside)
        return None

    def _announced(self) -> bool:
        """Whether the innermost open unit ends as a sentence does before a list."""
        parts = self.stack[-1].parts
        return bool(parts) and isinstance(parts[-1], str) and parts[-1].endswith(":")

    def _return(self, index: int) -> None:
        """Go back to the unit that a line without a label belongs to."""
        line = self.lines[index]
        if self._is_title(index):
            self.stack[-1].heading = str(self.stack[-1].parts.pop())
        elif len(self.stack) == 1 or (len(self.stack) == 2 and self._starts_paragraph(index)):
            del self.stack[1:]
            self._paragraph()
        elif len(self.stack) > 2 and not self._is_wrapped(index):
            indented = line.column > 0 or self.stack[-1].column > 0
            deep = [d for d in range(2, len(self.stack)) if line.column >= self.stack[d].column + 2]
            depth = max(deep, default=1) if indented else self._continued_below(index)
            del self.stack[depth + 1 :]

    def _is_title(self, index: int) -> bool:
        """Whether the text after the label of the Absatz is its title, and this line begins what is below."""
        unit, line = self.stack[-1], self.lines[index]
        if len(self.stack) != 2 or unit.level is not Level.ABSATZ or len(unit.parts) != 1 or not self.labels[index - 1]:
            return False
        text = unit.parts[0]
        if not isinstance(text, str) or len(text) > 60 or not re.search(r"\w$", text) or not text[0].isupper():
            return False
        return line.text[0].isupper() and not ROW.search(line.text) and (line.after_blank or (self.width is not None and self._breaks(index)))

    def _paragraph(self) -> Unit:
        """A new part of the § without a label."""
        unit = Unit(Level.ABSATZ)
        self.root.parts.append(unit)
        self.stack.append(unit)
        return unit

    def _starts_paragraph(self, index: int) -> bool:
        """Whether a line without a label begins a new part of a § without labels."""
        unit, line, previous = self.stack[1], self.lines[index], self.lines[index - 1]
        if unit.label or (unit.parts and not isinstance(unit.parts[-1], str)) or ROW.search(line.text):
            return False
        return not UNFINISHED.search(previous.text) and not previous.text.endswith(":") and self._breaks(index)

    def _breaks(self, index: int) -> bool:
        """Whether a line begins something new, not only because the line above it was full."""
        line, previous = self.lines[index], self.lines[index - 1]
        end = previous.column + len(previous.text) + 1 + len(line.text.split(maxsplit=1)[0])
        return line.after_blank or self.width is None or end < self.width * 0.9

    def _is_wrapped(self, index: int) -> bool:
        """Whether a line without a label goes on with the list item above it."""
        return self.width is not None and not self._breaks(index)

    def _continued_below(self, index: int) -> int:
        """The depth of the item that a label below comes directly after: text before that belongs to it."""
        closed = len(self.stack)
        for label in self.labels[index + 1 : index + _FAR]:
            if label is None:
                continue
            if (found := self._continued(label)) and found[0] < closed:
                return found[0]
            again = [d for d in range(1, closed) if label.starts and self._has_style(d, label)]
            closed = min(again, default=closed)
        return 1

    def _has_style(self, depth: int, label: Label) -> bool:
        reading = self.stack[depth].reading
        return reading is not None and any(style is reading[0] for style, _ in label.readings)

    def _write(self, text: str, index: int) -> None:
        """Add text to the innermost unit; a label in it that goes on with an open list begins a new unit."""
        start = 0
        for gap in _INLINE.finditer(text):
            label = read_label(text, gap.end())
            if label and self._is_inline_item(text[start : gap.start()], label, text[gap.end() :], index):
                self._add(text[start : gap.start()])
                self._open(label, self.stack[-1].column, self.lines[index])
                start = label.end
        self._add(text[start:])

    def _is_inline_item(self, before: str, label: Label, rest: str, index: int) -> bool:
        """Whether a label inside a line is one: it goes on with an open list, or begins one that goes on in the line."""
        if label.style.name == "•":
            return True
        if _COUNTED.match(rest, len(label.printed)) or _CITING.search(before):
            return False
        if label.style.numerals == "1" and self._stands_below(index, label):
            return False
        if self._continued(label):
            return _MAY_PRECEDE_INLINE.search(before) is not None
        if not label.starts or label.style.name == "(1)" or not (before.endswith(":") or label.style.numerals == "a"):
            return False
        return any(
            _MAY_PRECEDE_INLINE.search(rest[: gap.start()]) and next_label and comes_after(next_label, label)
            for gap in _INLINE.finditer(rest)
            if (next_label := read_label(rest, gap.end()))
        )

    def _stands_below(self, index: int, label: Label) -> bool:
        """Whether a line below begins with the same label."""
        return any(below and below.printed == label.printed for below in self.labels[index + 1 : index + _FAR])

    def _add(self, text: str) -> None:
        parts = self.stack[-1].parts
        if parts and isinstance(parts[-1], str):
            parts[-1] = join(parts[-1], text)
        elif text:
            parts.append(text)
