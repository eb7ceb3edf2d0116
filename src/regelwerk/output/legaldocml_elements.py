"""Elements of LegalDocML.de out, each with the identifiers that the standard asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from ..characters import visible

AKN = "http://Inhaltsdaten.LegalDocML.de/1.8.2/"

UNDEFINED = "attributsemantik-noch-undefiniert"
"""What the standard says where it has no words yet."""

TOKENS = {
    "meta": "meta", "identification": "ident", "lifecycle": "lebzykl", "eventRef": "ereignis",
    "temporalData": "geltzeiten", "temporalGroup": "geltungszeitgr", "timeInterval": "gelzeitintervall",
    "proprietary": "proprietary", "preface": "einleitung", "longTitle": "doktitel", "docTitle": "doctitel",
    "preamble": "präambel", "formula": "formel", "recitals": "präambeln", "recital": "präambelinh", "body": "hauptteil",
    "blockContainer": "blockcontainer", "toc": "inhuebs", "tocItem": "eintrag", "span": "span",
    "book": "buch", "part": "teil", "chapter": "kapitel", "section": "abschnitt", "subsection": "uabschnitt",
    "title": "titel", "subtitle": "utitel", "article": "art", "paragraph": "abs", "num": "bezeichnung",
    "heading": "überschrift", "content": "inhalt", "p": "text", "blockList": "liste", "item": "listenelem",
    "table": "tabelle", "tr": "tabellereihe", "td": "tabelleinh", "conclusions": "schluss", "mainBody": "hauptteil",
    "listIntroduction": "listeneing", "listWrapUp": "listenschl", "tblock": "inhaltabschnitt",
    "container": "dokcontainer", "attachments": "anlagen", "attachment": "anlage", "documentRef": "verweis",
}  # fmt: skip
"""How the standard calls each element in identifiers; FRBR elements are called as they are."""


class Maker:
    """Makes elements. Identifiers follow from the place in the document, and so are the same every time."""

    def __init__(self, title: str) -> None:
        self._counts: dict[str, int] = {}
        self.slug = re.sub(r"[^a-z0-9]+", "-", _ascii(title.lower())).strip("-") or "text"

    def __call__(self, parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
        """A new element at the end of its parent."""
        stem = f"{parent.get('eId', '')}_{TOKENS.get(tag, tag.lower())}".lstrip("_")
        self._counts[stem] = self._counts.get(stem, 0) + 1
        identity = f"{stem}-n{self._counts[stem]}"
        element: etree._Element = etree.SubElement(parent, f"{{{AKN}}}{tag}")
        for name, value in attributes.items():
            element.set(name, value)
        element.set("eId", identity)
        element.set("GUID", self.guid(identity))
        if text:
            element.text = visible(text)
        return element

    def within(self, part: str) -> Maker:
        """One for another document that belongs to this one."""
        return Maker(f"{self.slug} {part}")

    def guid(self, name: str) -> str:
        """An identifier for a name in this document."""
        return _guid(self.slug, name)


@lru_cache(maxsize=4096)
def _guid(slug: str, name: str) -> str:
    """Kept, since most names in one version of a text are in the next one too."""
    return str(uuid5(NAMESPACE_URL, f"regelwerk:{slug}:{name}"))


def document(tag: str, kind: str) -> tuple[etree._Element, etree._Element]:
    """The root of a new document, and the one element in it."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={"akn": AKN})
    return root, etree.SubElement(root, f"{{{AKN}}}{tag}", name=kind)


def written(root: etree._Element) -> bytes:
    """The file of a document."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _ascii(text: str) -> str:
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(letter, letters)
    return text
