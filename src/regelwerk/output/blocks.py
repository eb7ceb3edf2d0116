"""A comparison in, the blocks out that are printed: headings, paragraphs, rows of tables, with their marks.

Every format prints blocks. A text by itself is printed as the comparison of the text with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from ..citation import GROUPS, ITEMS, Level
from ..comparison import Change, Comparison, Row, Side
from ..comparison.wordmarks import Mark, Piece, Pieces, run_together
from ..provision import CELL, Path, Provision


class Form(Enum):
    """How a block is printed. The value is the word in JSON and in style sheets."""

    TITLE = "title"
    GROUP = "group"
    """The heading of a Teil, Abschnitt, …, of a Präambel or an Anlage."""
    SECTION = "section"
    """The heading of a §."""
    SUBHEADING = "subheading"
    """A heading below a §: „2. Aufgaben“."""
    PARAGRAPH = "paragraph"
    """Sentences that run on, after the label of their Absatz or list item if they have one."""
    ENTRY = "entry"
    """An entry of a table of contents."""
    TABLE_ROW = "row"
    REMARK = "remark"
    """What is said about the unit before it: no words of the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """One printed paragraph.

    `edge`: in which of the texts a paragraph begins here. `depth`: by how many labels it is indented. `rows`: the
    units it is made of.
    """

    form: Form
    edge: Mark
    depth: int
    label: Pieces
    text: Pieces
    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The unit that gives the block its place and its name."""
        return self.rows[0]

    @property
    def pieces(self) -> Pieces:
        """All that is printed, without what stands between label and text."""
        return (*self.label, *self.text)

    @property
    def mark(self) -> Mark | None:
        """Whether all of the block stayed, went, came or moved; None if there are changes inside."""
        marks = {self.edge, *(piece.mark for piece in self.pieces)} - {Mark.UNDOCUMENTED}
        return marks.pop() if len(marks) == 1 else None


def blocks_of(comparison: Comparison) -> tuple[Block, ...]:
    """The blocks of a comparison, in order. Units without words of their own (a table, say) make none."""
    begins_old, begins_new = _beginnings(comparison.old), _beginnings(comparison.new)
    groups: list[tuple[Mark, list[Row]]] = []
    for row in comparison.rows:
        if not (row.label or row.heading or row.text):
            continue
        edge = _edge(
            row,
            bool(row.in_old and row.old and row.old.path in begins_old),
            bool(row.in_new and row.new and row.new.path in begins_new),
        )
        if groups and (edge is None or _waits_for(groups[-1], edge, row)):
            before, rows = groups[-1]
            groups[-1] = (before if edge is None else Mark.SAME, [*rows, row])
        else:
            groups.append((edge or Mark.SAME, [row]))
    return tuple(_block(edge, rows) for edge, rows in groups)


ONE_SIDED = {
    Change.DELETED: Mark.OLD,
    Change.INSERTED: Mark.NEW,
    Change.MOVED_AWAY: Mark.AWAY,
    Change.MOVED_HERE: Mark.HERE,
}


def _edge(row: Row, old: bool, new: bool) -> Mark | None:
    """In which texts a paragraph begins with this unit; None if in neither."""
    if old == new:
        return Mark.SAME if old else None
    return ONE_SIDED.get(row.change, Mark.OLD if old else Mark.NEW)


def _waits_for(group: tuple[Mark, list[Row]], edge: Mark, row: Row) -> bool:
    """Whether the group is but a label of one text, and what comes gives the paragraph in the other text."""
    before, rows = group
    crossed = (before.in_old, before.in_new) == (edge.in_new, edge.in_old) and edge is not Mark.SAME
    return crossed and _bare(rows) and _form(rows[0].side) is _form(row.side) is Form.PARAGRAPH


def _bare(rows: Iterable[Row]) -> bool:
    return not any(row.heading or row.text for row in rows)


def _beginnings(document: Provision) -> set[Path]:
    """The units with which a printed paragraph begins."""
    return {()} | {
        (*path, index)
        for path, unit in document.walk()
        for index, child in enumerate(unit.children)
        if child.level is not Level.SATZ or not _runs_on(unit, index)
    }


def _runs_on(parent: Provision, index: int) -> bool:
    """Whether a sentence goes on with the paragraph before it: that of its label, or of the sentence before."""
    if index == 0:
        return bool(parent.label) and not parent.heading and parent.level in (Level.ABSATZ, *ITEMS)
    before = parent.children[index - 1]
    return before.level is Level.SATZ and not before.children and parent.level is not Level.SCHLUSSFORMEL


def _block(edge: Mark, rows: list[Row]) -> Block:
    labels = [piece for row in rows if row.side.unit.level is not Level.SATZ for piece in row.label]
    if not any(piece.mark is Mark.SAME for piece in labels):
        labels.sort(key=lambda piece: piece.mark.in_new)  # what a paragraph was called, then what it is called now
    return Block(_form(rows[0].side), edge, _depth(rows[0].side), run_together(labels), _joined(rows), tuple(rows))


def _form(side: Side) -> Form:
    unit = side.unit
    match unit.level:
        case Level.DOCUMENT:
            return Form.TITLE
        case Level.PARAGRAF:
            return Form.SECTION
        case Level.ZEILE:
            listed = side.document.at(side.path[:-1]).level is Level.INHALTSUEBERSICHT and CELL not in unit.text
            return Form.ENTRY if listed else Form.TABLE_ROW
        case level if level in GROUPS or level is Level.ANLAGE:
            return Form.GROUP
        case level if unit.heading:
            return Form.SUBHEADING if level in (Level.ABSATZ, *ITEMS) else Form.GROUP
        case _:
            return Form.PARAGRAPH


def _depth(side: Side) -> int:
    unit, depth = side.document, 0
    for index in side.path:
        depth += bool(unit.label) and not unit.heading and unit.level in (Level.ABSATZ, *ITEMS)
        unit = unit.children[index]
    return depth


def _joined(rows: list[Row]) -> Pieces:
    """The sentences of a paragraph with the spaces between them, each space in the texts where it is needed."""
    found: list[Piece] = []
    for row in rows:
        parts = [row.heading, row.text]
        if row.side.unit.level is Level.SATZ:
            parts = [row.label, *parts]
        for part in filter(None, parts):
            found += _space(found, part)
            found += part
    return run_together(found)


def _space(before: list[Piece], after: Pieces) -> Iterator[Piece]:
    """The space between two sentences, in the texts in which both stand here."""
    old = any(p.mark.in_old for p in before) and any(p.mark.in_old for p in after)
    new = any(p.mark.in_new for p in before) and any(p.mark.in_new for p in after)
    if old and new:
        yield Piece(Mark.SAME, " ")
    elif old or new:
        near = (p.mark for p in (*reversed(before), *after) if (p.mark.in_old, p.mark.in_new) == (old, new))
        yield Piece(next(near, Mark.OLD if old else Mark.NEW), " ")


def old_side(block: Block) -> Block:
    """The block as the old text has it; without words if it is not there."""
    return _kept(block, lambda mark: mark.in_old)


def new_side(block: Block) -> Block:
    """The block as the new text has it; without words if it is not there."""
    return _kept(block, lambda mark: mark.in_new)


def _kept(block: Block, wanted: Callable[[Mark], bool]) -> Block:
    label, text = (tuple(p for p in pieces if wanted(p.mark)) for pieces in (block.label, block.text))
    return replace(block, label=label, text=text)


def plain_words(block: Block) -> str:
    """The words of a block without marks: of the new text, or of the old one if it is only there."""
    shown = new_side(block) if any(piece.mark.in_new for piece in block.pieces) else block
    parts = ("".join(piece.text for piece in pieces) for pieces in (shown.label, shown.text))
    return " ".join(filter(None, parts))


def cells(pieces: Pieces) -> list[Pieces]:
    """The cells of a row of a table."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, words in enumerate(piece.text.split(CELL)):
            if number:
                found.append([])
            if words:
                found[-1].append(Piece(piece.mark, words))
    return [tuple(cell) for cell in found]


RANKS = {Form.TITLE: 0, Form.GROUP: 0, Form.SECTION: 1, Form.SUBHEADING: 2}
"""Which headings stand below which."""


class Levels:
    """Gives every heading its level, from 1: one below the heading it stands under, so that none is left out."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def __call__(self, block: Block) -> int:
        rank = RANKS[block.form]
        self._open = [*(above for above in self._open if above < rank), rank]
        return len(self._open)


def heading_levels(blocks: Iterable[Block]) -> dict[int, int]:
    """The level of each heading, by the identity of its block."""
    level = Levels()
    return {id(block): level(block) for block in blocks if block.form in RANKS}
