"""A publication in, the data out that template.typ prints: headings, paragraphs, lists and tables as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..provision import Origin
from ..wordmarks import Mark, Pieces
from .blocks import Block, Form, cells, heading_levels, plain_words
from .choices import View
from .frame import CHECK_CODE, COMPOSED_OF, CONTENTS, REGISTER, REGISTER_COLUMNS, composition, heads, register, subtitle
from .nodes import Item, Leaf, Listing, Node, Table, nodes_of
from .publication import Publication
from .synopsis import SynopsisRow, SynopsisTable, tables

LONG = 140
"""From so many lines on, which fill three pages, a text gets a table of contents."""
LINE = 90
"""Characters in a line, about."""
NARROW = 4
"""Labels with more characters do not fit into their column."""

Data = dict[str, Any]
Notes = Mapping[Origin, str]
Levels = Mapping[int, int]


def template_data(publication: Publication) -> Data:
    """Everything that is printed."""
    masthead, blocks = publication.masthead, publication.body
    side_by_side = publication.view is View.SYNOPSIS
    levels = {} if side_by_side else heading_levels(block for block, _ in blocks)
    lines = sum(1 + sum(len(piece.text) for piece in block.text) // LINE for block, _ in blocks)
    return {
        "view": publication.view.value,
        "title": publication.title,
        "heading": _pieces(publication.marked_title),
        "subtitle": subtitle(publication),
        "caution": masthead.caution,
        "check": masthead.check_code,
        "composed": composition(masthead),
        "register": register(masthead) if publication.view is View.CONSOLIDATED else [],
        "contents": publication.view is View.CONSOLIDATED and lines > LONG,
        "words": {
            "check": CHECK_CODE,
            "composed": COMPOSED_OF,
            "contents": CONTENTS,
            "register": REGISTER,
            "columns": REGISTER_COLUMNS,
        },
        "heads": heads(masthead),
        "tables": [_pairs(table, masthead.reasons) for table in tables(blocks)] if side_by_side else [],
        "nodes": [] if side_by_side else list(_nodes(nodes_of(blocks), masthead.notes, levels)),
    }


def _nodes(nodes: Iterable[Node], notes: Notes, levels: Levels) -> Iterator[Data]:
    for node in nodes:
        match node:
            case Leaf(block, note, indent):
                yield _printed(block, note, notes, levels) | {"indent": indent}
            case Listing(items, indent):
                yield {"kind": "list", "indent": indent, "items": [_item(item, notes, levels) for item in items]}
            case Table(rows, indent):
                yield {"kind": "table", "indent": indent} | _table([cells(block.text) for block, _ in rows])


def _item(item: Item, notes: Notes, levels: Levels) -> Data:
    return _printed(item.block, item.note, notes, levels) | {"inner": list(_nodes(item.inner, notes, levels))}


def _printed(block: Block, note: str, notes: Notes, levels: Levels) -> Data:
    origin = block.first.side.unit.origin
    heading = block.form is not Form.PARAGRAPH
    return {
        "kind": "heading" if heading else "paragraph",
        "level": levels.get(id(block), 0),
        "label": _pieces(block.label),
        "wide": heading or sum(len(piece.text) for piece in block.label) > NARROW,
        "text": _pieces(block.text),
        "note": note,
        "remark": notes.get(origin, "") if origin else "",
        "changed": block.mark is not Mark.SAME,
    }


def _table(rows: list[list[Pieces]]) -> Data:
    columns = max(map(len, rows))
    return {
        "columns": columns,
        "cells": [_pieces(cell) for row in rows for cell in [*row, *[()] * (columns - len(row))]],
    }


def _pairs(table: SynopsisTable, reasons: Notes) -> Data:
    """One table of a synopsis, with the heading above it; in it only headings that changed."""
    rows = [_pair(row, reasons) for row in table.rows if not row.same_heading]
    return {"headings": [plain_words(block) for block in table.headings], "rows": rows}


def _pair(row: SynopsisRow, reasons: Notes) -> Data:
    return {
        "old": list(_nodes(nodes_of(row.old), {}, {})),
        "new": list(_nodes(nodes_of(row.new), {}, {})),
        "label": _pieces(row.label),
        "remark": row.remark,
        "reason": row.reason(reasons),
    }


def _pieces(pieces: Pieces) -> list[list[str]]:
    return [[piece.mark.value, piece.text] for piece in pieces]
