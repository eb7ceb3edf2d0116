"""Blocks in, the paragraphs and tables of a DOCX out, with real tracked changes: accepting all of them gives the new
text, rejecting all the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from ..characters import visible
from ..comparison.wordmarks import Mark, Piece, Pieces
from .blocks import Block, Form, cells, heading_levels

STEP = 567
"""Twips of one level of indentation: one centimetre."""
UNDOCUMENTED = '<w:rPr><w:u w:val="dotted"/></w:rPr>'
"""How words look that no act documents."""


@dataclass(slots=True)
class Tracker:
    """Numbers the tracked changes. `author` of the next ones is an act, `day` (ISO 8601) its entry into force.

    LibreOffice takes changes of one author and time for one, with the end of a paragraph between them: so those of two
    `paragraphs` next to each other bear different times.
    """

    author: str
    day: str
    count: int = 0
    paragraphs: int = 0

    def change(self, name: str, content: str = "") -> str:
        """A tracked change of this kind, around its content."""
        self.count += 1
        time = "00:00" if self.paragraphs % 2 == 0 else "12:00"
        given = f'w:id="{self.count}" w:author={quoteattr(visible(self.author))} w:date="{self.day}T{time}:00Z"'
        return f"<w:{name} {given}>{content}</w:{name}>"


BOTH = (True, True)


@dataclass(frozen=True, slots=True)
class End:
    """How a block ends in the old and in the new text: with its paragraph, or going on in the next block."""

    paragraph: tuple[bool, bool]
    goes_on: tuple[bool, bool]


def tracked(
    blocks: Sequence[Block], tracker: Tracker, sign: Callable[[Block], None], references: Callable[[Block], str]
) -> Iterator[str]:
    """All blocks in the order of the text. `sign` tells the tracker who made the changes in a block.

    `references`: the signs of the footnotes behind the words of a block.
    """
    blocks = beside_tables(blocks)
    levels, ends = heading_levels(blocks), paragraph_ends(blocks)
    for is_table, run in groupby(range(len(blocks)), key=lambda n: blocks[n].form is Form.TABLE_ROW):
        if is_table:
            yield _table([blocks[n] for n in run], tracker, sign)
            continue
        content = ""
        for number in run:
            block, end = blocks[number], ends[number]
            sign(block)
            content += _content(block, end, tracker, references(block))
            if any(end.paragraph):
                yield f"<w:p>{_properties(block, levels.get(id(block), 0), end, tracker)}{content}</w:p>"
                content = ""
                tracker.paragraphs += 1


def beside_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with no paragraph that in one text goes on behind a table which only the other one has.

    No paragraph of a file can do that: its rest goes from before the table in the one text, and comes behind it in the
    other.
    """
    found = list(blocks)
    for number, block in enumerate(blocks):
        has = _has(block)
        if block.form is Form.TABLE_ROW and has in ((True, False), (False, True)):
            _draw_back(found, number, 1 if has[0] else 0)
    return found


def _draw_back(blocks: list[Block], row: int, side: int) -> None:
    """Put the words before the row that in the text of this side go on from there."""
    mark, other = (Mark.NEW, Mark.OLD) if side else (Mark.OLD, Mark.NEW)
    start = next((n for n in range(row - 1, -1, -1) if _has(blocks[n])[side]), None)
    for number in range(row + 1, len(blocks)):
        block = blocks[number]
        if not _has(block)[side]:
            continue
        begins = block.edge.in_new if side else block.edge.in_old
        if start is None or begins or Form.TABLE_ROW in (block.form, blocks[start].form):
            return
        words = [Piece(mark, p.text) for p in block.text if (p.mark.in_new if side else p.mark.in_old)]
        blocks[start] = replace(blocks[start], text=(*blocks[start].text, Piece(mark, " "), *words))
        rest = [piece for piece in block.text if (piece.mark.in_old if side else piece.mark.in_new)]
        blocks[number] = replace(block, text=tuple(Piece(other, p.text) if p.mark is Mark.SAME else p for p in rest))


def paragraph_ends(blocks: Sequence[Block]) -> list[End]:
    """How each block ends. In a text a paragraph ends if the next words of that text begin one.

    The last paragraph of a file has an end that cannot go: it is that of the last words of both texts.
    """
    ends: list[End] = []
    follows: tuple[bool | None, bool | None] = (None, None)
    for block in reversed(blocks):
        has, is_row = _has(block), block.form is Form.TABLE_ROW
        paragraph = [here and bool(begins) for here, begins in zip(has, follows, strict=True)]
        goes_on = [here and begins is False for here, begins in zip(has, follows, strict=True)]
        ends.append(End((paragraph[0], paragraph[1]) if ends else (True, True), (goes_on[0], goes_on[1])))
        starts = (is_row or block.edge.in_old, is_row or block.edge.in_new)
        follows = (starts[0] if has[0] else follows[0], starts[1] if has[1] else follows[1])
    return ends[::-1]


def _has(block: Block) -> tuple[bool, bool]:
    return any(p.mark.in_old for p in block.pieces), any(p.mark.in_new for p in block.pieces)


def _style(block: Block, level: int) -> str:
    """The name of its style, "" for that of all text."""
    return "Title" if block.form is Form.TITLE else f"Heading{level}" if level else ""


def _properties(block: Block, level: int, end: End, tracker: Tracker) -> str:
    """How the paragraph looks that ends with the block, and in which of the texts it ends."""
    style = _style(block, level)
    first = -STEP if block.label and not style else 0
    left = block.depth * STEP - first
    indent = f'<w:ind w:left="{left}" w:hanging="{-first}"/>' if left else ""
    mark = "".join(tracker.change(name) for name, there in zip(("ins", "del"), end.paragraph, strict=True) if not there)
    shown = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:pPr>{shown}{indent}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}</w:pPr>"


def _content(block: Block, end: End, tracker: Tracker, references: str) -> str:
    """The words of a block, and what stands between it and the next where a text goes on."""
    sign = "\t" if block.form in (Form.PARAGRAPH, Form.REMARK) else " "
    words = runs((*block.label, *_between(block, sign), *block.text), tracker)
    return words + references + runs(_gap(block, end, sign), tracker)


def _between(block: Block, sign: str) -> Pieces:
    """What stands between label and text, in the texts that have both."""
    old, new = (
        all(any(p.mark.in_old if side else p.mark.in_new for p in part) for part in (block.label, block.text))
        for side in (True, False)
    )
    return _on_sides(sign, old, new)


def _gap(block: Block, end: End, sign: str) -> Pieces:
    """What stands before the next block in the texts that go on with it: after a bare label what follows labels."""
    old, new = end.goes_on
    bare = (not any(p.mark.in_old for p in block.text), not any(p.mark.in_new for p in block.text))
    return (
        *_on_sides(sign, old and bare[0], new and bare[1]),
        *_on_sides(" ", old and not bare[0], new and not bare[1]),
    )


def _on_sides(text: str, old: bool, new: bool) -> Pieces:
    if not (old or new):
        return ()
    return (Piece(Mark.SAME if old and new else Mark.OLD if old else Mark.NEW, text),)


def runs(pieces: Pieces, tracker: Tracker) -> str:
    """Text, what went and what came as tracked changes."""
    return "".join(_run(piece, tracker) for piece in pieces)


def _run(piece: Piece, tracker: Tracker) -> str:
    if piece.mark is Mark.SAME:
        return run(piece.text)
    if piece.mark is Mark.UNDOCUMENTED:
        return run(piece.text, properties=UNDOCUMENTED)
    if piece.mark.in_old:
        return tracker.change("del", run(piece.text, "delText"))
    return tracker.change("ins", run(piece.text))


def run(words: str, element: str = "t", properties: str = "") -> str:
    """Words of one look; a tab is a tab."""
    text = "<w:tab/>" if words == "\t" else f'<w:{element} xml:space="preserve">{escape(visible(words))}</w:{element}>'
    return f"<w:r>{properties}{text}</w:r>"


def _table(rows: Sequence[Block], tracker: Tracker, sign: Callable[[Block], None]) -> str:
    width = max(len(cells(row.text)) for row in rows)
    return table([_row(row, width, tracker, sign) for row in rows], [9000 // width] * width)


def _row(block: Block, width: int, tracker: Tracker, sign: Callable[[Block], None]) -> str:
    sign(block)
    old, new = _has(block)
    kind = "" if old and new else tracker.change("del" if old else "ins")
    found = cells(block.text)
    properties = f"<w:pPr><w:rPr>{kind}</w:rPr></w:pPr>" if kind else ""
    content = (f"<w:p>{properties}{runs(cell, tracker)}</w:p>" for cell in (*found, *[()] * (width - len(found))))
    return row([*content], f"<w:trPr>{kind}</w:trPr>" if kind else "")


def row(contents: Sequence[str], properties: str = "") -> str:
    """A row of a table; each content is one or several paragraphs."""
    return f"<w:tr>{properties}{''.join(f'<w:tc><w:tcPr/>{content}</w:tc>' for content in contents)}</w:tr>"


def table(rows: Sequence[str], widths: Sequence[int]) -> str:
    """A table with lines around its cells, and the empty paragraph that has to follow one."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
