"""A publication in, the data out that template.typ prints: headings, paragraphs, lists and tables as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from ..comparison.wordmarks import Mark, Pieces
from .blocks import Block, Form, cells, heading_levels, plain_words
from .choices import View
from .frame import (
    CHECK_CODE,
    CONTENTS,
    UNDOCUMENTED,
    composed,
    composition,
    heads,
    subtitle,
)
from .nodes import Item, Leaf, Listing, Node, Table, nodes_of
from .publication import Publication
from .remarks import Remarks, said_of, with_remarks
from .synopsis import SynopsisRow, SynopsisTable, tables
from .terms import KINDS

PLAIN = (Form.PARAGRAPH, Form.ENTRY, Form.TABLE_ROW)
"""What is no heading."""
SHORT, LONG = 40, 160
"""So few lines never fill four pages, so many always do: between them the pages are counted, which costs time."""
LINE = 90
"""Characters in a line, about."""
WHOLE = 4
"""A list of so few lines is not parted."""
NARROW = 4
"""Labels with more characters do not fit into their column."""

Data = dict[str, Any]
Levels = Mapping[int, int]
Bookmarks = Mapping[int, tuple[int, str]]


def template_data(publication: Publication) -> Data:
    """Everything that is printed."""
    masthead, blocks = publication.masthead, publication.body
    side_by_side = publication.view is View.SYNOPSIS
    printer = _Printer() if side_by_side else _Printer(masthead.decisions, *_levels(publication))
    noted = tuple(with_remarks(blocks, masthead.notes))
    lines = sum(_lines(block) for block, _ in noted)
    return {
        "view": publication.view.value,
        "title": publication.title,
        "heading": _pieces(publication.marked_title),
        "subtitle": subtitle(publication),
        "caution": masthead.caution,
        "check": masthead.check_code,
        "composed": composition(masthead),
        "gaps": masthead.gaps,
        "undocumented": UNDOCUMENTED if masthead.undocumented else "",
        "compares": publication.compares,
        "landscape": publication.view in (View.SYNOPSIS, View.REGISTER),
        "sheets": [asdict(sheet) for sheet in publication.sheets],
        "contents": publication.view is View.CONSOLIDATED and lines > SHORT,
        "long": lines > LONG,
        "words": {
            "check": CHECK_CODE,
            "composed": composed(publication),
            "contents": CONTENTS,
        },
        "heads": heads(masthead),
        "tables": [_pairs(found, printer) for found in tables(blocks, masthead.reasons)] if side_by_side else [],
        "nodes": [] if side_by_side else list(printer.nodes(nodes_of(noted))),
    }


def _levels(publication: Publication) -> tuple[Levels, Bookmarks]:
    """The levels of the headings, and a bookmark for every paragraph in which something changed, one level below."""
    levels = heading_levels(block for block, _ in publication.body)
    told: dict[int, list[str]] = {}
    for found in publication.alterations:
        told.setdefault(id(found.row), []).append(f"{found.place} {KINDS[found.kind]}")
    bookmarks: dict[int, tuple[int, str]] = {}
    level = 1
    for block, _ in publication.body:
        level = levels[id(block)] + 1 if id(block) in levels else level
        texts = [text for row in block.rows for text in told.get(id(row), ())]
        if texts and block.form in PLAIN:
            bookmarks[id(block)] = level, ", ".join(texts)
    return levels, bookmarks


@dataclass(frozen=True, slots=True)
class _Printer:
    """Makes data of nodes. `levels` and `bookmarks` go by the identity of a block."""

    decisions: Remarks = field(default_factory=dict)
    levels: Levels = field(default_factory=dict)
    bookmarks: Bookmarks = field(default_factory=dict)

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Data]:
        for node in nodes:
            match node:
                case Leaf(block, _, indent) if block.form is Form.REMARK:
                    yield {"kind": "remark", "indent": indent, "text": plain_words(block)}
                case Leaf(block, note, indent):
                    yield self.block(block, note) | {"indent": indent}
                case Listing(items, indent):
                    found = {"kind": "list", "indent": indent, "whole": _is_short(items)}
                    yield found | {"items": [self.item(item) for item in items]}
                case Table(rows, indent):
                    yield {"kind": "table", "indent": indent} | self.table([block for block, _ in rows])

    def item(self, item: Item) -> Data:
        return self.block(item.block, item.note) | {"inner": list(self.nodes(item.inner))}

    def block(self, block: Block, note: str) -> Data:
        heading = block.form not in PLAIN
        return self.changes(block) | {
            "kind": "heading" if heading else block.form.value,
            "level": self.levels.get(id(block), 0),
            "label": _pieces(block.label),
            "wide": heading or sum(len(piece.text) for piece in block.label) > NARROW,
            "text": _pieces(block.text),
            "note": note,
            "footnotes": said_of(block, self.decisions),
        }

    def changes(self, block: Block) -> Data:
        """Whether something changed, and the bookmark that leads there."""
        depth, bookmark = self.bookmarks.get(id(block), (0, ""))
        return {"changed": block.mark is not Mark.SAME, "bookmark": bookmark, "depth": depth}

    def table(self, blocks: list[Block]) -> Data:
        rows = [cells(block.text) for block in blocks]
        columns = max(map(len, rows))
        filled = [[*row, *[()] * (columns - len(row))] for row in rows]
        lines = [
            self.changes(block) | {"cells": [*map(_pieces, row)]} for block, row in zip(blocks, filled, strict=True)
        ]
        return {"columns": _widths(filled), "rows": lines}


def _lines(block: Block) -> int:
    """How many lines the words of a block fill, about."""
    return 1 + sum(len(piece.text) for piece in block.text) // LINE


def _is_short(items: Sequence[Item]) -> bool:
    """Whether a list is not to be parted by the end of a page."""
    return not any(item.inner for item in items) and sum(_lines(item.block) for item in items) <= WHOLE


def _widths(rows: list[list[Pieces]]) -> list[int]:
    """The shares of the columns in the width of a table; none if all of it fits on a line.

    Long cells get more, though less than their length says, and none less than its longest word.
    """
    columns = [["".join(piece.text for piece in row[n]) for row in rows] for n in range(len(rows[0]))]
    longest = [max(map(len, cells)) for cells in columns]
    if sum(longest) <= LINE:
        return []
    words = [max((len(word) for cell in cells for word in cell.split()), default=1) for cells in columns]
    return [max(word, round(3 * length**0.5)) for word, length in zip(words, longest, strict=True)]


def _pairs(table: SynopsisTable, printer: _Printer) -> Data:
    """One table of a synopsis, with the heading above it; in it only headings that changed."""
    rows = [_pair(row, printer) for row in table.rows if not row.same_heading]
    return {"headings": [plain_words(block) for block in table.headings], "rows": rows}


def _pair(row: SynopsisRow, printer: _Printer) -> Data:
    return {
        "old": list(printer.nodes(nodes_of(row.old))),
        "new": list(printer.nodes(nodes_of(row.new))),
        "label": _pieces(row.label),
        "remark": row.remark,
        "reason": row.reason,
    }


def _pieces(pieces: Pieces) -> list[list[str]]:
    return [[piece.mark.value, piece.text] for piece in pieces]
