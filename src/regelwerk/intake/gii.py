"""A law in the XML of gesetze-im-internet.de (gii-norm.dtd) goes in, its proposed text comes out."""

from __future__ import annotations

from lxml import etree

from ..messages import _
from ..textfile import refusal
from .blocks import Blocks
from .proposal import Proposal, Remark, propose, quoted
from .xmlfile import name, plain, read_xml

_OWN_BLOCK = {"P", "Title", "Subtitle", "pre", "Revision", "TOC", "Footnotes", "DIV", "Content"}


def read_gii(label: str, data: bytes) -> Proposal:
    """The text proposed for a law: titles, headings of groups and §§, and what stands below them.

    Raises NotUnderstood if it is no XML of this kind.
    """
    root = read_xml(label, data)
    norms = root.findall("norm")
    if name(root) != "dokumente" or not norms:
        raise refusal(label, _("There is no law in this XML file."))
    blocks = Blocks()
    for norm in norms:
        _norm(norm, blocks)
    states = [plain(state) for state in root.iter("standkommentar")]
    remarks = [Remark(_("The source says of its state: {state}.").format(state=quoted(state))) for state in states]
    return propose(label, blocks.units, remarks=remarks)


def _norm(norm: etree._Element, blocks: Blocks) -> None:
    """The heading of a norm (the title of the law, a group, or a §) and its text."""
    group = norm.find("metadaten/gliederungseinheit")
    number, title = norm.find("metadaten/enbez"), norm.find("metadaten/titel")
    if group is not None:
        heads = [group.find("gliederungsbez"), group.find("gliederungstitel")]
    elif number is not None:
        heads = [number, title]
    else:
        heads = [norm.find("metadaten/langue")]
    blocks.add(" ".join(plain(head) for head in heads if head is not None))
    blocks.end()
    content = norm.find("textdaten/text/Content")
    if content is not None:
        blocks.block(content, _element)
    notes = norm.find("textdaten/fussnoten")
    if notes is not None and plain(notes):
        blocks.remark(_("A footnote was left out: {text}.").format(text=quoted(plain(notes), 400)))
        blocks.end()


def _element(element: etree._Element, blocks: Blocks) -> None:
    match name(element):
        case "DT":
            blocks.label(plain(element))
        case "DL":
            blocks.deeper(1)
            blocks.inside(element, _element)
            blocks.deeper(-1)
        case "BR":
            blocks.add(" ")
        case "row":
            blocks.row(_text(entry) for entry in element if name(entry) == "entry")
        case "IMG" | "FILE":
            blocks.remark(_("A picture was left out."))
        case "FnR" | "FnArea":
            return
        case kind if kind in _OWN_BLOCK:
            blocks.block(element, _element)
        case _:
            blocks.inside(element, _element)


def _text(element: etree._Element) -> str:
    """The text of a cell; blocks in it are set apart by a space."""
    inner = Blocks()
    inner.block(element, _element)
    return " ".join(unit.text for unit in inner.units)
