"""A publication in, the tables of its synopsis for a DOCX out: old and new text side by side, changes coloured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..comparison.wordmarks import Mark, Pieces
from .blocks import Block, plain_words
from .docx_body import STEP, UNDOCUMENTED, row, run, table
from .frame import heads
from .publication import Publication
from .synopsis import SynopsisRow, tables
from .terms import Noted

WIDTH = 13_800
"""Twips between the margins of the page."""
NARROWEST, WIDEST = 8, 40
"""Characters that a column of a register has room for at least, and at most beside columns that need less."""
LOOKS = {
    Mark.SAME: "",
    Mark.OLD: '<w:rPr><w:strike/><w:color w:val="A8071A"/></w:rPr>',
    Mark.NEW: '<w:rPr><w:color w:val="0B5D1E"/><w:u w:val="single"/></w:rPr>',
    Mark.AWAY: '<w:rPr><w:strike/><w:color w:val="4A2B8C"/></w:rPr>',
    Mark.HERE: '<w:rPr><w:color w:val="4A2B8C"/><w:u w:val="double"/></w:rPr>',
    Mark.UNDOCUMENTED: UNDOCUMENTED,
}
QUIET = '<w:rPr><w:color w:val="595959"/><w:spacing w:val="16"/></w:rPr>'
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"
BOLD = "<w:rPr><w:b/></w:rPr>"


def side_by_side(publication: Publication) -> Iterator[str]:
    """The title and a table for each §, its head repeated on every page."""
    columns = heads(publication.masthead)
    widths = [WIDTH // len(columns)] * len(columns)
    head = row([_paragraph(run(words, properties=BOLD)) for words in columns], HEAD)
    yield _paragraph(run(publication.title), "Title")
    for found in tables(publication.body, publication.masthead.reasons):
        yield from (_paragraph(run(plain_words(block)), "Heading1") for block in found.headings)
        lines = [line for line in found.rows if not line.same_heading]
        rows = [_row(line, [line.reason] if len(columns) > 2 else []) for line in lines]
        if rows:
            yield table([head, *rows], widths)


def registered(publication: Publication) -> Iterator[str]:
    """The title and the tables of a register, each below its heading."""
    yield _paragraph(run(publication.title), "Title")
    for sheet in publication.sheets:
        lengths = [max(len(row[n]) for row in (sheet.columns, *sheet.rows)) for n in range(len(sheet.columns))]
        lengths = [min(max(length, NARROWEST), WIDEST) for length in lengths]
        widths = [WIDTH * length // sum(lengths) for length in lengths]
        head = row([_paragraph(run(words, properties=BOLD)) for words in sheet.columns], HEAD)
        yield _paragraph(run(sheet.heading), "Heading1")
        yield table([head, *(row([_paragraph(run(words)) for words in line]) for line in sheet.rows)], widths)


def _row(found: SynopsisRow, reasons: list[str]) -> str:
    label = _marked(found.label) + (run("\t") if found.label else "")
    remark = _paragraph(label + run(found.remark, properties=QUIET)) if found.remark else ""
    old, new = (_cell(side) for side in (found.old, found.new))
    return row([old or "<w:p/>", new + remark or "<w:p/>", *(_paragraph(run(reason)) for reason in reasons)])


def _cell(blocks: Iterable[Noted]) -> str:
    return "".join(_block(block, note) for block, note in blocks)


def _block(block: Block, note: str) -> str:
    label = _marked(block.label) + (run("\t") if block.label and block.text else "")
    remark = run(f" ({note})", properties=QUIET) if note else ""
    left = (block.depth + bool(block.label)) * STEP
    indent = f'<w:ind w:left="{left}" w:hanging="{STEP if block.label else 0}"/>' if left else ""
    return f"<w:p><w:pPr>{indent}</w:pPr>{label}{_marked(block.text)}{remark}</w:p>"


def _marked(pieces: Pieces) -> str:
    return "".join(run(piece.text, properties=LOOKS[piece.mark]) for piece in pieces)


def _paragraph(content: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>' if style else f"<w:p>{content}</w:p>"
