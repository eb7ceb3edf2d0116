"""A text and its printed blocks in; preface, preamble, body and conclusions of a LegalDocML.de document out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from ..citation import GROUPS, Level
from ..comparison.wordmarks import Pieces, new_text
from ..diagnostics import Diagnostic, DoesNotApply
from ..messages import _
from ..provision import Path, Provision, citation_of
from .blocks import Form, cells
from .legaldocml_elements import UNDEFINED, Maker
from .nodes import Leaf, Listing, Node, Table, nodes_of
from .terms import Noted

TAGS = {
    Level.BUCH: "book",
    Level.TEIL: "part",
    Level.KAPITEL: "chapter",
    Level.ABSCHNITT: "section",
    Level.UNTERABSCHNITT: "subsection",
    Level.TITEL: "title",
    Level.UNTERTITEL: "subtitle",
    Level.GLIEDERUNG: "section",
}
PLACES = {Level.EINGANGSFORMEL: 0, Level.PRAEAMBEL: 1, Level.INHALTSUEBERSICHT: 2, Level.SCHLUSSFORMEL: 4}
"""In which order the standard has the parts of a document; groups and §§ stand at `BODY`."""
BODY = 3
PERIOD = "#meta-n1_geltzeiten-n1_geltungszeitgr-n1"


def write_text(make: Maker, act: etree._Element, document: Provision, blocks: Sequence[Noted]) -> None:
    """Everything but the metadata. Raises DoesNotApply with every unit that the standard has no place for."""
    _refuse(document)
    title = make(make(make(act, "preface"), "longTitle"), "p")
    make(title, "docTitle", document.heading)
    writer = _Writer(make, document, blocks)
    parts = [((index,), child) for index, child in enumerate(document.children)]
    before = [part for part in parts if PLACES.get(part[1].level, BODY) < BODY]
    if before:
        writer.before(make(act, "preamble"), before)
    writer.groups(make(act, "body"), [path for path, child in parts if child.level not in PLACES])
    for path, child in parts:
        if child.level is Level.SCHLUSSFORMEL:
            formula = make(make(act, "conclusions"), "formula", refersTo="schlussformel", name=UNDEFINED)
            writer.content(formula, path)


def _refuse(document: Provision) -> None:
    """What has no place: other parts, parts in another order, and headings inside a §."""
    wrong: list[Path] = []
    last = 0
    for index, child in enumerate(document.children):
        place = PLACES.get(child.level, BODY)
        if place < last or not (child.level in PLACES or child.level in GROUPS or child.level is Level.PARAGRAF):
            wrong.append((index,))
        last = place
    kinds = {child.level is Level.PARAGRAF for child in document.children if child.level not in PLACES}
    wrong += [(0,)] if len(kinds) > 1 and not wrong else []
    for path, unit in document.walk():
        inside = any(document.at(path[:n]).level is Level.PARAGRAF for n in range(1, len(path)))
        is_odd = (inside and unit.heading) or (unit.level in GROUPS and _has_words(unit))
        wrong += [path] if is_odd else []
    if wrong:
        message = _("{place} has no place in LegalDocML.")
        hint = _("It knows formulas, a table of contents, groups, and §§ with Absätze and lists, in this order.")
        raise DoesNotApply(
            *(Diagnostic(message.format(place=citation_of(document, path)), hint=hint) for path in wrong)
        )


def _has_words(group: Provision) -> bool:
    return any(child.level not in GROUPS and child.level is not Level.PARAGRAF for child in group.children)


class _Writer:
    """Writes units with what is printed of them."""

    def __init__(self, make: Maker, document: Provision, blocks: Iterable[Noted]) -> None:
        self.make = make
        self.document = document
        self.blocks = list(blocks)

    def before(self, parent: etree._Element, parts: Sequence[tuple[Path, Provision]]) -> None:
        """Formula, preamble, table of contents."""
        for path, unit in parts:
            match unit.level:
                case Level.EINGANGSFORMEL:
                    formula = self.make(parent, "formula", refersTo="eingangsformel", name=UNDEFINED)
                    self.content(formula, path)
                case Level.PRAEAMBEL:
                    recitals = self.make(parent, "recitals")
                    self.make(recitals, "heading", unit.heading)
                    self.content(self.make(recitals, "recital"), path)
                case _:
                    container = self.make(parent, "blockContainer", refersTo="inhaltsuebersicht")
                    self.make(container, "heading", unit.heading)
                    toc = self.make(container, "toc")
                    for entry in unit.children:
                        item = self.make(toc, "tocItem", href="#hauptteil-n1", level="1")
                        self.make(item, "span", entry.text)

    def groups(self, parent: etree._Element, paths: Iterable[Path]) -> None:
        """Groups and §§."""
        for path in paths:
            unit = self.document.at(path)
            inside = [(*path, index) for index in range(len(unit.children))]
            if unit.level is Level.PARAGRAF:
                self.section(parent, path)
            else:
                element = self.make(parent, TAGS[unit.level])
                self.make(element, "num", unit.label)
                self.make(element, "heading", unit.heading)
                self.groups(element, inside)

    def section(self, parent: etree._Element, path: Path) -> None:
        """A § with its Absätze; what stands without one is in an Absatz without number."""
        unit = self.document.at(path)
        article = self.make(parent, "article", period=PERIOD)
        self.make(article, "num", unit.label)
        if unit.heading:
            self.make(article, "heading", unit.heading)
        absaetze = [(*path, n) for n, child in enumerate(unit.children) if child.level is Level.ABSATZ]
        for inner in absaetze if len(absaetze) == len(unit.children) > 0 else [path]:
            paragraph = self.make(article, "paragraph")
            label = self.document.at(inner).label if inner != path else ""
            self.make(paragraph, "num", label)
            self.content(self.make(paragraph, "content"), inner)

    def content(self, parent: etree._Element, path: Path) -> None:
        """What is printed of a unit, without its own label."""
        found = [b for b in self.blocks if b[0].first.side.path[: len(path)] == path and b[0].form not in HEADINGS]
        base = min((block.depth for block, _note in found), default=0)
        self.nodes(parent, nodes_of(found, base))
        self._not_empty(parent, 0)

    def nodes(self, parent: etree._Element, nodes: Iterable[Node]) -> None:
        """Paragraphs, lists and tables."""
        for node in nodes:
            match node:
                case Leaf(block):
                    self._paragraph(parent, block.text)
                case Table(rows):
                    table = self.make(parent, "table")
                    for block, _note in rows:
                        row = self.make(table, "tr")
                        for cell in cells(block.text):
                            self._paragraph(self.make(row, "td"), cell)
                case Listing(items):
                    listing = self.make(parent, "blockList")
                    for item in items:
                        element = self.make(listing, "item")
                        self.make(element, "num", new_text(item.block.label))
                        self._paragraph(element, item.block.text)
                        self.nodes(element, item.inner)
                        self._not_empty(element, 1)

    def _not_empty(self, element: etree._Element, least: int) -> None:
        """The standard wants a paragraph even where nothing is said."""
        if len(element) == least:
            self.make(element, "p")

    def _paragraph(self, parent: etree._Element, pieces: Pieces) -> None:
        if pieces:
            self.make(parent, "p", new_text(pieces))


HEADINGS = (Form.TITLE, Form.GROUP, Form.SECTION, Form.SUBHEADING)
