"""Bytes of an XML file from strangers go in, its root element comes out: no entities, no network, no huge trees."""

from __future__ import annotations

from lxml import etree

from ..messages import _
from ..textfile import refusal


def read_xml(label: str, data: bytes) -> etree._Element:
    """The root element. Comments and processing instructions are left out.

    Raises NotUnderstood if it is no well-formed XML or defines entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = _("This is no well-formed XML: the fault is in line {line}.").format(line=error.lineno)
        raise refusal(label, message, _("Get the file anew from where it comes from.")) from None
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _entity in document_type.iterentities()):
        raise refusal(label, _("This XML file defines entities; it could contain a text that is not seen in it."))
    return root


def plain(element: etree._Element) -> str:
    """All text in the element, with single spaces."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def name(element: etree._Element) -> str:
    """The name of the element without its namespace."""
    return etree.QName(element).localname
