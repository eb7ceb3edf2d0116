"""The annexes of a text in; references to their documents in LegalDocML.de out, which carry the documents themselves.

In the standard an annex is a document of its own (offene Struktur), to which the text refers by its address. A `data:`
address holds the document, so that one file is the whole text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from lxml import etree

from ..provision import Provision
from .legaldocml_content import Content
from .legaldocml_elements import UNDEFINED, Maker, document, written
from .legaldocml_meta import identification
from .publication import Masthead

KIND = "/akn/ontology/de/concept/documenttype/bund/anlage-regelungstext"
ADDRESS = "data:application/xml;base64,"


def write_annexes(make: Maker, act: etree._Element, units: Sequence[Provision], masthead: Masthead) -> None:
    """A reference for each annex."""
    if not units:
        return
    attachments = make(act, "attachments")
    for number, unit in enumerate(units, 1):
        address = ADDRESS + b64encode(_annex(make.within(f"anlage-{number}"), unit, number, masthead)).decode()
        make(make(attachments, "attachment"), "documentRef", href=address, showAs=KIND)


def _annex(make: Maker, unit: Provision, number: int, masthead: Masthead) -> bytes:
    root, doc = document("doc", KIND)
    identification(make, make(doc, "meta"), masthead, f"anlage-regelungstext-{number}")
    heading = make(make(doc, "preface"), "p")
    for part, text in (("num", unit.label), ("heading", unit.heading)):
        if text:
            make(heading, "inline", text, refersTo=f"anlageregelungstext-{part}", name=UNDEFINED)
    body = make(doc, "mainBody")
    content = Content(make)
    content.parts(body, unit.children)
    content.filled(body)
    return written(root)
