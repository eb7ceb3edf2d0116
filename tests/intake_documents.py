"""Documents as offices make them, made from a known text: PDFs of four kinds and a DOCX with automatic numbers."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from regelwerk.citation import ITEMS, Level
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.structure import parse

KNOWN = Path(__file__).parent / "intake" / "known.txt"


@cache
def known() -> Provision:
    """The tree of the known text."""
    return parse(Source(KNOWN.name, KNOWN.read_text(encoding="utf-8"))).document


@dataclass(frozen=True)
class Block:
    """A printed paragraph: „title“, „group“ or „paragraf“ for headings, else „text“, set in by `depth`."""

    kind: str
    label: str
    text: str
    depth: int = 0


def blocks(unit: Provision, depth: int = 0) -> Iterator[Block]:
    """The paragraphs in which a text is printed."""
    match unit.level:
        case Level.DOCUMENT:
            yield Block("title", "", unit.heading)
        case Level.PARAGRAF:
            yield Block("paragraf", unit.label, unit.heading)
        case level if level is Level.ABSATZ or level in ITEMS:
            yield from _labelled(unit, depth)
            return
        case _:
            yield Block("group", unit.label, unit.heading)
    if unit.children and unit.children[0].level is Level.SATZ:
        yield from _labelled(unit, depth, "")
    else:
        for child in unit.children:
            yield from blocks(child, depth)


def _labelled(unit: Provision, depth: int, label: str | None = None) -> Iterator[Block]:
    label, text = unit.label if label is None else label, ""
    for sentence in unit.children:
        text = f"{text} {sentence.text}".strip()
        if sentence.children:
            yield Block("text", label, text, depth)
            label = text = ""
            for item in sentence.children:
                yield from blocks(item, depth + 1)
    if text:
        yield Block("text", label, text, depth)


def word_processor_pdf(document: Provision | None = None) -> bytes:
    """A PDF as a word processor prints it: ragged lines, hanging labels, a header, page numbers, bold headings.

    Of the known text, if no other document is given.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=4)
    heading = ParagraphStyle("heading", body, fontName="Times-Bold", alignment=1, spaceBefore=8)
    title = ParagraphStyle("title", heading, fontSize=16, leading=20)

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(70, 800, "Stadt Beispielhausen – Ortsrecht")
        canvas.drawCentredString(298, 40, f"Seite {document.page} von 4")

    story = []
    for block in blocks(document or known()):
        if block.kind in ("title", "group"):
            style = title if block.kind == "title" else heading
            story.append(Paragraph(f"{block.label} {block.text}".strip(), style))
        elif block.kind == "paragraf":
            story += [Paragraph(block.label, heading), Paragraph(block.text, heading)]
        else:
            left = 22 * (block.depth + 1)
            first = left - 22 if block.label else left
            style = ParagraphStyle("text", body, leftIndent=left, bulletIndent=first)
            story.append(Paragraph(block.text, style, bulletText=block.label or None))
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, leftMargin=70, rightMargin=70).build(story, furniture, furniture)
    return file.getvalue()


_TYPST = """
#let blocks = json(bytes(sys.inputs.blocks))
#set text(lang: "de", size: 10pt, hyphenate: true, font: "Libertinus Serif")
#set par(justify: true)
#show heading: set text(size: 10.5pt)
SETTINGS
#for b in blocks {
  if b.kind == "title" { TITLE }
  else if b.kind == "text" {
    pad(left: b.depth * 1.8em, if b.label == "" { par(b.text) } else {
      grid(columns: (1.8em, 1fr), b.label, b.text)
    })
  } else { align(center, heading(b.label + " " + b.text)) }
}
"""


def _typst(settings: str, title: str) -> bytes:
    import typst

    data = json.dumps([block.__dict__ for block in blocks(known())])
    source = _TYPST.replace("SETTINGS", settings).replace("TITLE", title)
    return bytes(typst.compile(source.encode(), sys_inputs={"blocks": data}, ignore_system_fonts=True))


def typst_pdf() -> bytes:
    """A justified and hyphenated PDF with numbered pages."""
    return _typst(
        '#set page(numbering: "1 / 1")', "align(center, text(size: 16pt, weight: 700, hyphenate: false, b.text))"
    )


def gazette_pdf() -> bytes:
    """A gazette in two narrow columns below a masthead, with a header that counts the pages of the year."""
    settings = """
#set page(columns: 2, margin: (x: 1.6cm, y: 2.2cm), header: context [Amtliches Mitteilungsblatt Nr. 7 #h(1fr)
  Seite #(counter(page).get().first() + 211)])
#set columns(gutter: 1.2em)
#set text(size: 9pt)
#place(top + center, scope: "parent", float: true, text(size: 20pt, weight: 700, "Amtliches Mitteilungsblatt"))
"""
    return _typst(settings, "align(center, text(size: 12pt, weight: 700, hyphenate: false, b.text))")


def scan_pdf(hidden_text: str = "") -> bytes:
    """A picture of a text on each page; `hidden_text` is laid behind it as recognition programs do."""
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    image = Image.new("L", (800, 1130), 255)
    ImageDraw.Draw(image).text((90, 90), "§ 1 Name\n(1) Der Beirat führt den Namen ...", fill=0)
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
    if hidden_text:
        text = canvas.beginText(70, 700)
        text.setTextRenderMode(3)
        text.textLine(hidden_text)
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def numbered_docx() -> bytes:
    """A DOCX in which all labels are automatic numbers: „§ 1“, „(1)“, „1.“ and „a)“ of one list with four levels."""
    from docx import Document

    document = Document()
    add_numbering(document, ("decimal", "§ %1"), ("decimal", "(%2)"), ("decimal", "%3."), ("lowerLetter", "%4)"))
    for block in blocks(known()):
        if block.kind in ("title", "group"):
            document.add_paragraph(f"{block.label} {block.text}".strip(), style="Title" if not block.label else None)
            continue
        paragraph = document.add_paragraph(block.text)
        if block.kind == "paragraf":
            set_number(paragraph, 0)
        elif block.label:
            level = 1 if block.label.startswith("(") else 2 if block.label[0].isdigit() else 3
            set_number(paragraph, level)
    return saved(document)


_POINT = re.compile(r"(?P<label>[0-9]{1,2}[a-z]?\.|[a-z]{1,2}\))\s+")


def _printed(act: str) -> Iterator[Block]:
    """The paragraphs in which the text of an act is printed, its points as deep as they are set in."""
    title, *lines = (line for line in act.split("\n") if line.strip())
    yield Block("title", "", title)
    for line in lines:
        depth, text = (len(line) - len(line.lstrip())) // 3, line.strip()
        point = _POINT.match(text)
        yield Block("text", point["label"], text[point.end() :], depth) if point else Block("text", "", text, depth)


def _raised(text: str) -> str:
    """Printed sentence numbers as small raised digits; the font has no others."""
    return re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]", lambda digit: f"<super rise='4' size='7'>{unicodedata.digit(digit[0])}</super>", text)


def act_pdf(act: str) -> bytes:
    """An act as a word processor prints it: its title bold, its points with hanging labels, a page number."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    def page_number(canvas: Any, document: Any) -> None:
        canvas.drawCentredString(298, 40, f"Seite {document.page}")

    story = []
    for block in _printed(act):
        left = 22 * (block.depth + bool(block.label))
        style = ParagraphStyle(
            block.kind,
            fontName="Times-Bold" if block.kind == "title" else "Times-Roman",
            fontSize=14 if block.kind == "title" else 11,
            leading=17,
            leftIndent=left,
            embeddedHyphenation=1,
            bulletIndent=left - 22,
        )
        story.append(Paragraph(_raised(escape(block.text)), style, bulletText=block.label or None))
    file = BytesIO()
    SimpleDocTemplate(file, leftMargin=70, rightMargin=70).build(story, page_number, page_number)
    return file.getvalue()


def act_docx(act: str) -> bytes:
    """An act as typed in a word processor: a paragraph for each point, set in, its label typed."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    for block in _printed(act):
        text = f"{block.label}\t{block.text}" if block.label else block.text
        document.add_paragraph(text).paragraph_format.left_indent = Cm(block.depth)
    return saved(document)


def add_numbering(document: Any, *levels: tuple[str, str], number: int = 77) -> None:
    """Give the document a numbering with these formats and texts, known as `number`."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (style, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>')
    numbering.insert(0, abstract)
    num = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    numbering.append(parse_xml(num))


def set_number(paragraph: Any, level: int, number: int = 77) -> None:
    """Number the paragraph automatically."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def saved(document: Any) -> bytes:
    """The bytes of a DOCX."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
