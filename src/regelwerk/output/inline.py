"""A comparison in, its text out with the changes marked inside it: for terminals and plain text files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..comparison.wordmarks import Mark, Piece, Pieces, run_together
from ..provision import Origin, Provision
from .blocks import Block, Form
from .frame import subtitle
from .publication import Publication
from .terminal import Printable
from .terms import Noted
from .wrapping import Styled, wrapped

SIGNS = {
    Mark.SAME: ("", "", ""),
    Mark.OLD: ("[-", "-]", "old"),
    Mark.NEW: ("{+", "+}", "new"),
    Mark.AWAY: ("[<", "<]", "moved"),
    Mark.HERE: ("{>", ">}", "moved"),
    Mark.UNDOCUMENTED: ("[?", "?]", "note"),
}
"""What stands before and after a marked text, and its style: the signs tell all, colour only helps."""

BAR = "│ "
"""Stands before every line of a block in which something changed."""
STEP = 4
"""Columns of one level of indentation."""


def above(publication: Publication) -> Iterator[Printable]:
    """What is compared, and whether the newer text is the one in force."""
    yield from ((f"{line}\n", "note") for line in (subtitle(publication), publication.masthead.caution) if line)


def redline(blocks: Iterable[Noted], width: int | None) -> Iterator[Printable]:
    """The text with its changes marked, broken into lines where there is a width."""
    for block, note in blocks:
        if is_heading(block):
            yield "\n"
        bar = "  " if block.mark is Mark.SAME else BAR
        for line in paragraph(block, note, width and width - len(bar)):
            yield bar, "bar"
            yield from line
            yield "\n"


def paragraph(block: Block, note: str, width: int | None) -> Iterator[list[Styled]]:
    """The lines of one block, indented, its note at the end."""
    indent = block.depth * STEP
    remark = [(f" ({note})", "note")] if note else []
    return wrapped([*signed(block), *remark], width, indent, indent + (STEP if block.label else 0))


def with_signs(document: Provision, undocumented: Mapping[Origin, tuple[Pieces, Pieces]]) -> Provision:
    """The text with signs around the words that no act documents."""

    def signed_unit(unit: Provision) -> Provision:
        heading, text = undocumented.get(unit.origin, ((), ())) if unit.origin else ((), ())
        return replace(
            unit,
            heading="".join(words for words, _ in _signed(heading)) or unit.heading,
            text="".join(words for words, _ in _signed(text)) or unit.text,
            children=tuple(map(signed_unit, unit.children)),
        )

    return signed_unit(document)


def is_heading(block: Block) -> bool:
    """Whether a block stands above others."""
    return block.form not in (Form.PARAGRAPH, Form.ENTRY, Form.TABLE_ROW)


def signed(block: Block) -> list[Styled]:
    """The words of a block between the signs of their marks, after its label: both between the same if both are new."""
    label, text = block.label, block.text
    same = label and text and label[-1].mark is text[0].mark
    gap = [Piece(text[0].mark if same else Mark.SAME, " ")] if label and text else []
    marked = _signed(run_together((*label, *gap, *text)))
    return [(words, style or ("head" if is_heading(block) else "")) for words, style in marked]


def _signed(pieces: Pieces) -> list[Styled]:
    return [(f"{before}{piece.text}{after}", style) for piece in pieces for before, after, style in [SIGNS[piece.mark]]]
