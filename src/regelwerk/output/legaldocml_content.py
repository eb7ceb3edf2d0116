"""Units of a text in, the content of an element of LegalDocML.de out: sentences, lists, tables, parts with headings.

Where a sentence ends is marked, so that what was one sentence is one again when the file is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ..characters import visible
from ..citation import ITEMS, Level
from ..provision import CELL, Provision
from ..structure.layout import sentence_number
from .legaldocml_elements import UNDEFINED, Maker

SENTENCES = (*ITEMS, Level.SATZ, Level.SATZTEIL, Level.TABELLE, Level.ZEILE)
"""What stands in a text without being one of its parts."""


def is_labelled(unit: Provision) -> bool:
    """Whether it is printed as an Absatz with its number."""
    is_section = unit.level is Level.NUMMER and bool(unit.heading)
    return unit.level in (Level.ABSATZ, Level.NUMMER) and bool(unit.label) and not is_section


class Content:
    """Writes the content of elements."""

    def __init__(self, make: Maker) -> None:
        self.make = make

    def parts(self, parent: etree._Element, units: Iterable[Provision]) -> None:
        """What stands in an annex, a preamble or outside of all §§: each part of it is a block of its own."""
        for unit in units:
            if is_labelled(unit):
                block = self.make(parent, "tblock")
                self.make(block, "num", unit.label)
                self.absatz(block, unit)
            elif unit.level in SENTENCES and not unit.heading:
                self.sentences(parent, [unit])
            elif unit.level is Level.SCHLUSSFORMEL:
                block = self.make(parent, "tblock")
                for line in unit.children:
                    self.make(block, "block", line.text, name=UNDEFINED)
            elif unit.level in (Level.ABSATZ, Level.EINGANGSFORMEL) and not unit.heading:
                self.sentences(self.make(parent, "tblock"), unit.children)
            else:
                self._headed(self.make(parent, "tblock"), unit)

    def _headed(self, block: etree._Element, unit: Provision) -> None:
        if unit.label:
            self.make(block, "num", unit.label)
        self.make(block, "heading", unit.heading)
        if unit.level is Level.INHALTSUEBERSICHT:
            self.entries(block, unit)
        else:
            self.parts(block, unit.children)

    def entries(self, parent: etree._Element, contents: Provision) -> None:
        """A table of contents."""
        toc = self.make(parent, "toc")
        for entry in contents.children:
            item = self.make(toc, "tocItem", href="#hauptteil-n1", level="1")
            self.make(item, "span", entry.text)

    def absatz(self, parent: etree._Element, unit: Provision) -> None:
        """An Absatz without its number; its title, if it has one, with all below it in a block."""
        if unit.heading:
            parent = self.make(parent, "tblock")
            self.make(parent, "heading", unit.heading)
        self.sentences(parent, unit.children)

    def sentences(self, parent: etree._Element, units: Iterable[Provision]) -> None:
        """Sentences with what they hold. Those without lists and tables run on in one paragraph."""
        running: etree._Element | None = None
        for unit in units:
            if unit.level is Level.SATZ and not unit.children:
                running = self.make(parent, "p") if running is None else running
                self._end(running, _words(unit))
                continue
            running = None
            match unit.level:
                case Level.SATZTEIL:
                    self.make(parent, "block", unit.text, name=UNDEFINED)
                case Level.TABELLE:
                    self._table(parent, unit.children)
                case Level.ZEILE:
                    self._table(parent, [unit])
                case level if level in ITEMS:
                    self._list(parent, "", [unit])
                case _:
                    self._list(parent, _words(unit), unit.children)

    def _end(self, paragraph: etree._Element, words: str) -> None:
        """Add a sentence and the mark of its end."""
        if len(paragraph):
            paragraph[-1].tail = f" {visible(words)}"
        else:
            paragraph.text = visible(words)
        self.make(paragraph, "marker", refersTo="satzende")

    def _list(self, parent: etree._Element, words: str, units: Iterable[Provision]) -> None:
        """A sentence that goes on in lists, tables, or after them."""
        listing: etree._Element | None = None
        for unit in units:
            if unit.level in ITEMS:
                if listing is None:
                    listing = self.make(parent, "blockList")
                    if words:
                        self.make(listing, "listIntroduction", words)
                self._item(listing, unit)
            else:
                if words and listing is None:
                    self.make(parent, "p", words)
                if unit.level is Level.SATZTEIL and listing is not None:
                    self.make(listing, "listWrapUp", unit.text)
                else:
                    self.sentences(parent, [unit])
                listing = None
            words = ""

    def _item(self, listing: etree._Element, unit: Provision) -> None:
        item = self.make(listing, "item")
        self.make(item, "num", unit.label)
        if unit.heading:
            self.make(item, "heading", unit.heading)
        self.sentences(item, unit.children)
        self.filled(item)

    def filled(self, element: etree._Element) -> None:
        """Put a paragraph into an element that has none: the standard wants one even where nothing is said."""
        if all(etree.QName(child).localname in ("num", "heading") for child in element):
            self.make(element, "p")

    def _table(self, parent: etree._Element, rows: Iterable[Provision]) -> None:
        table = self.make(parent, "table")
        for unit in rows:
            row = self.make(table, "tr")
            for cell in unit.text.split(CELL):
                self.make(self.make(row, "td"), "p", cell)


def _words(sentence: Provision) -> str:
    return sentence_number(sentence.label) + sentence.text
