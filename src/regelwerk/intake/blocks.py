"""Text and elements as they come in XML go in; units of the proposal come out, one for each block of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from ..provision import CELL
from ..structure.assembly import is_row
from .proposal import Remark, Unit

_STEP = 4
"""By how many spaces each level of a list is set in."""


class Blocks:
    """Collects text until something ends the block; `units`: the finished ones."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._parts: list[str] = []
        self._remarks: list[Remark] = []
        self._label = ""
        self._depth = 0

    def add(self, text: str | None) -> None:
        """Add text to the present block."""
        if text:
            self._parts.append(text)

    def inside(self, element: etree._Element, read: Callable[[etree._Element, Blocks], None]) -> None:
        """Add the text in an element; `read` adds the elements in it."""
        self.add(element.text)
        for child in element:
            read(child, self)
            self.add(child.tail)

    def block(self, element: etree._Element, read: Callable[[etree._Element, Blocks], None]) -> None:
        """Add the text in an element as a block of its own."""
        self.end()
        self.inside(element, read)
        self.end()

    def remark(self, message: str) -> None:
        """Say something about the present block."""
        self._remarks.append(Remark(message))

    def label(self, text: str) -> None:
        """Begin a block with this label. What comes next goes on in its line, blocks or not."""
        self.end()
        self._flush(self._label)
        self._label = " ".join(text.split())

    def row(self, cells: Iterable[str]) -> None:
        """Add a row of a table."""
        self.end()
        self._flush(CELL.join(" ".join(cell.split()) for cell in cells))

    def end(self) -> None:
        """End the present block, if there is anything in it but its label."""
        text = " ".join("".join(self._parts).split())
        if text or self._remarks:
            self._flush(f"{self._label} {text}".strip())
            self._label = ""

    def _flush(self, text: str) -> None:
        below_row = bool(self.units) and is_row(self.units[-1].text)
        if text or self._remarks:
            apart = not (below_row and is_row(text))
            self.units.append(Unit(text, self._depth * _STEP, apart, tuple(self._remarks)))
        self._parts, self._remarks = [], []

    def deeper(self, levels: int) -> None:
        """End the present block and set the next ones in by so many levels more."""
        self.end()
        self._flush(self._label)
        self._label = ""
        self._depth += levels
