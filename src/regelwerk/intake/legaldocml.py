"""A Regelungstext in LegalDocML.de (or Akoma Ntoso) goes in, its proposed text comes out."""

from __future__ import annotations

from lxml import etree

from ..messages import _
from ..textfile import refusal
from .blocks import Blocks
from .legaldocml_marked import marked_lines
from .proposal import Proposal, Remark, propose, propose_exactly, quoted
from .xmlfile import name, plain, read_xml

_SKIPPED = {"meta", "docStage", "docProponent", "shortTitle", "docketNumber", "proprietary", "container"}
_SET_IN = {"point", "item", "subparagraph", "indent"}
_LABELLED = {*_SET_IN, "paragraph"}
_BLOCKS = {
    "p", "intro", "wrapUp", "listIntroduction", "listWrapUp", "paragraph", "article", "docTitle", "block",
    "formula", "blockContainer", "longTitle", "content", "recital", "tocItem", "hcontainer",
}  # fmt: skip


def read_legaldocml(label: str, data: bytes) -> Proposal:
    """The text proposed for a document: its title, formulas, groups, §§ and annexes in their order.

    Raises NotUnderstood if it has no body of rules.
    """
    root = read_xml(label, data)
    body = next((element for element in root.iter() if name(element) in ("body", "mainBody")), None)
    if body is None:
        raise refusal(label, _("There is no text of rules (body) in this XML file."))
    document = body.getparent()
    lines = None if document is None else marked_lines(label, document)
    if lines is not None:
        return propose_exactly(label, lines)
    blocks = Blocks()
    blocks.block(body if document is None else document, _element)
    remarks = []
    if any(name(element) in ("ins", "del") for element in root.iter()):
        remarks.append(Remark(_("Changes are marked in this XML file; deleted words were left out.")))
    return propose(label, blocks.units, remarks=remarks)


def _element(element: etree._Element, blocks: Blocks) -> None:
    match name(element):
        case kind if kind in _SKIPPED or kind == "del":
            return
        case "documentRef":
            address = quoted(element.get("href", ""))
            blocks.remark(
                _("An annex was left out, which this file only refers to: {address}.").format(address=address)
            )
        case "authorialNote":
            blocks.remark(_("A footnote was left out: {text}.").format(text=quoted(plain(element), 400)))
        case "num" if _labels_text(element):
            blocks.label(plain(element))
        case "num":
            blocks.end()
            blocks.inside(element, _element)
            blocks.add(" ")
            if not _is_before_heading(element):
                blocks.end()
        case "heading":
            blocks.inside(element, _element)
            blocks.end()
        case kind if kind in _SET_IN:
            blocks.deeper(1)
            blocks.inside(element, _element)
            blocks.deeper(-1)
        case "tr":
            blocks.row(plain(cell) for cell in element)
        case kind if kind in _BLOCKS:
            blocks.block(element, _element)
        case _:
            blocks.inside(element, _element)


def _labels_text(number: etree._Element) -> bool:
    """Whether a number stands in one line with the text after it, and not alone or before a heading."""
    parent = number.getparent()
    return parent is not None and name(parent) in _LABELLED


def _is_before_heading(number: etree._Element) -> bool:
    following = number.getnext()
    return following is not None and name(following) == "heading"
