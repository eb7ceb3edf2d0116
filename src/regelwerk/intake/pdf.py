"""A PDF goes in, its proposed text comes out: one line for each unit, without what only belongs to the page.

Scans, passwords and damaged files are refused. Whatever nobody sees on the page is left out, and said.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import dropwhile

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ..messages import _
from ..numbers import RAISED
from ..textfile import refusal
from .columns import read_lines
from .furniture import masthead, without_furniture
from .furniture import remarks as furniture_remarks
from .glyphs import Drawing, Glyph, read_drawing
from .measures import measure
from .paragraphs import read_paragraphs
from .pdf_units import units_of
from .proposal import Proposal, Remark, propose, quoted
from .rows import Row, read_rows, struck, usual_size
from .tables import read_grid

PAGES = 500
"""The most pages that are read."""
_MOST = 0.5
"""A picture that covers more than this part of a page may be a scan of it."""


def read_pdf(label: str, data: bytes) -> Proposal:
    """The text proposed for a PDF.

    Raises NotUnderstood for scans, passwords, more than PAGES pages, and files that cannot be read.
    """
    try:
        with _Warnings() as warnings:
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise FileNotDecryptedError
            pages = list(_pages(label, reader))
            drawings = [read_drawing(page) for page in pages]
            notes = [remark for number, page in enumerate(pages, 1) for remark in _annotations(number, page)]
            remarks = [*_document_remarks(reader), *notes, *warnings.remarks()]
    except (FileNotDecryptedError, DependencyError):
        hint = _("Save it without a password in the program that made it, and import that.")
        raise refusal(label, _("This PDF is protected by a password."), hint) from None
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RuntimeError):
        hint = _("Open it in a PDF program, print it into a new PDF, and import that.")
        raise refusal(label, _("This PDF is damaged."), hint) from None
    _refuse_scans(label, drawings)
    return _propose(label, drawings, remarks)


class _Warnings(logging.Handler):
    """Collects what pypdf says while it reads: it mends what is wrong with a file, perhaps not as it was meant."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> _Warnings:
        logging.getLogger("pypdf").addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        logging.getLogger("pypdf").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() not in self.messages:
            self.messages.append(record.getMessage())

    def remarks(self) -> Iterator[Remark]:
        for message in self.messages:
            said = _("The PDF has a fault that was bridged: {warning}").format(warning=message)
            yield Remark(said, _("Compare the proposed text with the PDF."))


def _pages(label: str, reader: PdfReader) -> Iterator[PageObject]:
    for number, page in enumerate(reader.pages, 1):
        if number > PAGES:
            problem = _("This PDF has more than {limit} pages.").format(limit=PAGES)
            raise refusal(label, problem, _("Rules and amending acts are far shorter; is this the right file?"))
        yield page


def _refuse_scans(label: str, drawings: Sequence[Drawing]) -> None:
    """Raise NotUnderstood if pages are pictures of a text."""
    bare = [n for n, drawing in enumerate(drawings, 1) if drawing.pictures > _MOST and not _has_text(drawing)]
    empty = not any(_has_text(drawing) for drawing in drawings)
    if not bare and not empty:
        return
    hint = _(
        "Ask for the original file (DOCX or PDF with text), or have the text recognised (OCR), correct it letter by "
        "letter against the scan, save it as plain text and import that."
    )
    recognised = any(glyph.text.strip() for drawing in drawings for glyph in drawing.glyphs)
    pages = ", ".join(str(n) for n in bare) or "1"
    if recognised:
        problem = _("Page {pages} of this PDF is a scan; a program has guessed its text, and nobody sees that.")
    elif bare:
        problem = _("Page {pages} of this PDF is a scan: a picture without text.")
    else:
        problem = _("There is no text in this PDF.")
    raise refusal(label, problem.format(pages=pages), hint)


def _has_text(drawing: Drawing) -> bool:
    return any(glyph.text.strip() and not glyph.hidden for glyph in drawing.glyphs)


def _document_remarks(reader: PdfReader) -> Iterator[Remark]:
    """What the document says about itself that can change what people see."""
    root = reader.root_object
    layers = root.get("/OCProperties", {}).get("/D", {}).get("/OFF", ())
    if layers:
        yield Remark(_("The PDF has layers that are not shown; their text may stand in the proposal."))
    if root.get("/AcroForm", {}).get("/Fields", ()):
        yield Remark(_("The PDF has form fields; what was filled in is not in the proposal."))


_MARKING = {"/StrikeOut", "/FreeText", "/Text", "/Caret", "/Ink", "/Redact", "/Squiggly", "/Stamp", "/Popup"}


def _annotations(number: int, page: PageObject) -> Iterator[Remark]:
    """Comments and marks that somebody put on the page later."""
    kinds = [note.get_object().get("/Subtype") for note in page.get("/Annots", ()) or ()]
    if "/StrikeOut" in kinds:
        yield Remark(
            _("Page {page}: words were struck out by a comment; they stand in the proposal.").format(page=number)
        )
    elif _MARKING.intersection(kinds):
        yield Remark(_("Page {page}: somebody wrote comments; they are left out.").format(page=number))


def _propose(label: str, drawings: Sequence[Drawing], remarks: Sequence[Remark]) -> Proposal:
    """The proposal made from what is drawn on the pages."""
    seen = [[glyph for glyph in drawing.glyphs if not glyph.hidden and glyph.upright] for drawing in drawings]
    rows, furniture = without_furniture([read_rows(number, glyphs) for number, glyphs in enumerate(seen, 1)])
    notes = list(_footnotes(rows))
    pages = [read_lines([row for row in page if row not in notes]) for page in rows]
    lines = [line for page in pages for line in page]
    columned = [number for number, page in enumerate(pages, 1) if any(line.column != (0, 1) for line in page)]
    if columned:
        furniture += masthead(lines, furniture)
        lines = [line for line in lines if line.row not in furniture]
    strokes = {line: struck(line.row, drawings[line.row.page - 1].strokes) for line in lines}
    grid, measures = read_grid(lines), measure(lines)
    units, mended = units_of(read_paragraphs(lines, measures, grid), measures, grid, strokes)
    found = [*remarks, *_unseen(drawings), *furniture_remarks(furniture), *_layout(columned, notes), *mended]
    return propose(label, units, len(drawings), found)


def _layout(columned: Sequence[int], notes: Sequence[Row]) -> Iterator[Remark]:
    """What to say about columns and footnotes."""
    if columned:
        pages = ", ".join(map(str, columned))
        yield Remark(_("Page {pages}: read column after column.").format(pages=pages))
    for row in notes:
        message = _("Page {page}: left out as a footnote: {text}.")
        yield Remark(message.format(page=row.page, text=quoted(row.text, 400)))


def _unseen(drawings: Sequence[Drawing]) -> Iterator[Remark]:
    """What stands in the PDF and nobody sees, is turned, or may stand in a picture."""
    for number, drawing in enumerate(drawings, 1):
        if drawing.pictures > _MOST:
            yield Remark(_("Page {page}: a picture covers most of the page; is there text in it?").format(page=number))
        for why in dict.fromkeys(glyph.hidden for glyph in drawing.glyphs if glyph.hidden):
            text = _text([glyph for glyph in drawing.glyphs if glyph.hidden == why])
            if text:
                message = _("Page {page}: hidden text ({why}) was left out: {text}.")
                yield Remark(message.format(page=number, why=why, text=quoted(text, 400)))
        turned = _text([glyph for glyph in drawing.glyphs if not glyph.upright and not glyph.hidden])
        if turned:
            message = _("Page {page}: turned text was left out: {text}.")
            yield Remark(message.format(page=number, text=quoted(turned)))


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs).strip()


_NOTE = re.compile(rf"(?:[0-9]{{1,2}}(?![0-9.,:)])|[*†{RAISED}]+\)?)\s*\w")
"""How a footnote begins. „1.“ and „1)“ are labels of units, whatever their size."""


def _footnotes(pages: Sequence[Sequence[Row]]) -> Iterator[Row]:
    """The rows in small print at the foot of each page, from the first that bears the mark of a footnote."""
    usual = usual_size(glyph for rows in pages for row in rows for glyph in row.glyphs)
    for rows in pages:
        small = 0
        while small < len(rows) and rows[-1 - small].size < 0.88 * usual:
            small += 1
        if small < len(rows):
            yield from dropwhile(lambda row: not _NOTE.match(row.text), rows[len(rows) - small :])
