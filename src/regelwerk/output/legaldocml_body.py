"""A text in; preface, preamble, body and conclusions of a LegalDocML.de document out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from ..citation import Level
from ..provision import Provision
from .legaldocml_content import Content, is_labelled
from .legaldocml_elements import UNDEFINED, Maker

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
HEAD = (Level.EINGANGSFORMEL, Level.PRAEAMBEL, Level.INHALTSUEBERSICHT)
"""What stands before the §§, in the order in which the preamble of the standard has it."""
PERIOD = "#meta-n1_geltzeiten-n1_geltungszeitgr-n1"
DEVIATING = "vom-hdr-abweichende-gliederungsebene"


def write_text(make: Maker, act: etree._Element, document: Provision) -> None:
    """Everything but the metadata and the annexes at the end."""
    units = document.children[: len(document.children) - len(annexes_of(document))]
    start = next((n for n, unit in enumerate(units) if unit.level not in HEAD), len(units))
    end = len(units) - (start < len(units) and units[-1].level is Level.SCHLUSSFORMEL)
    writer = _Writer(make)
    writer.before(act, document.heading, units[:start])
    writer.groups(make(act, "body"), units[start:end])
    for unit in units[end:]:
        formula = make(make(act, "conclusions"), "formula", refersTo="schlussformel", name=UNDEFINED)
        for line in unit.children:
            make(formula, "p", line.text)


def annexes_of(document: Provision) -> Sequence[Provision]:
    """The annexes at the end of a text: in the standard each is a document of its own."""
    start = len(document.children)
    while start and document.children[start - 1].level is Level.ANLAGE:
        start -= 1
    return document.children[start:]


def _tag(unit: Provision) -> str:
    return TAGS.get(unit.level, "article")


class _Writer:
    """Writes the parts of a text."""

    def __init__(self, make: Maker) -> None:
        self.make = make
        self.content = Content(make)

    def before(self, act: etree._Element, title: str, units: Sequence[Provision]) -> None:
        """Title, formula, preamble, table of contents. What stands in another order stands below the title."""
        preface = self.make(act, "preface")
        self.make(self.make(self.make(preface, "longTitle"), "p"), "docTitle", title)
        start = len(units)
        while start and _in_order(units[start - 1 :]):
            start -= 1
        if units[:start]:
            self.content.parts(self.make(preface, "container"), units[:start])
        if units[start:]:
            preamble = self.make(act, "preamble")
            for unit in units[start:]:
                self._before(preamble, unit)

    def _before(self, preamble: etree._Element, unit: Provision) -> None:
        match unit.level:
            case Level.EINGANGSFORMEL:
                formula = self.make(preamble, "formula", refersTo="eingangsformel", name=UNDEFINED)
                self.content.sentences(formula, unit.children)
            case Level.PRAEAMBEL:
                recitals = self.make(preamble, "recitals")
                if unit.label:
                    self.make(recitals, "num", unit.label)
                self.make(recitals, "heading", unit.heading)
                recital = self.make(recitals, "recital")
                self.content.parts(recital, unit.children)
                self.content.filled(recital)
            case _:
                container = self.make(preamble, "blockContainer", refersTo="inhaltsuebersicht")
                self.make(container, "heading", f"{unit.label} {unit.heading}".strip())
                self.content.entries(container, unit)

    def groups(self, parent: etree._Element, units: Sequence[Provision]) -> None:
        """Groups and §§. The standard has one kind of them at a time: others are in a group without a name."""
        kinds = [_tag(unit) for unit in units]
        kind = next((tag for tag in kinds if tag != "article"), "article")
        for tag, run in groupby(units, key=_tag):
            around = parent
            if tag != kind:
                around = self.make(parent, kind, refersTo=DEVIATING)
                self.make(around, "num")
                self.make(around, "heading")
            if tag == "article":
                self._sections(around, list(run))
            else:
                for unit in run:
                    group = self.make(around, tag)
                    self.make(group, "num", unit.label)
                    self.make(group, "heading", unit.heading)
                    self.groups(group, unit.children)

    def _sections(self, parent: etree._Element, units: Sequence[Provision]) -> None:
        """§§; what stands outside of them is in a § without number."""
        for is_section, run in groupby(units, key=lambda unit: unit.level is Level.PARAGRAF):
            if is_section:
                for unit in run:
                    article = self.make(parent, "article", period=PERIOD)
                    self.make(article, "num", unit.label)
                    if unit.heading:
                        self.make(article, "heading", unit.heading)
                    self._absaetze(article, unit.children)
            else:
                article = self.make(parent, "article", period=PERIOD)
                self.make(article, "num")
                self._absaetze(article, list(run))

    def _absaetze(self, article: etree._Element, units: Sequence[Provision]) -> None:
        """The Absätze of a §; what stands without one is in an Absatz without number."""
        for alone, run in groupby(units, key=lambda unit: is_labelled(unit) or unit.level is Level.ABSATZ):
            for units in [[unit] for unit in run] if alone else [list(run)]:
                paragraph = self.make(article, "paragraph")
                self.make(paragraph, "num", units[0].label if alone else "")
                content = self.make(paragraph, "content")
                if alone:
                    self.content.absatz(content, units[0])
                else:
                    self.content.parts(content, units)
                self.content.filled(content)
        if not units:
            paragraph = self.make(article, "paragraph")
            self.make(paragraph, "num")
            self.make(self.make(paragraph, "content"), "p")


def _in_order(units: Sequence[Provision]) -> bool:
    """Whether the preamble of the standard can hold the units as they stand."""
    places = [HEAD.index(unit.level) for unit in units]
    levels = [unit.level for unit in units]
    once = all(levels.count(level) <= 1 for level in HEAD[:2]) and levels.count(Level.INHALTSUEBERSICHT) <= 2
    return once and places == sorted(places)
