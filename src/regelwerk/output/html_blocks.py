"""Blocks in, HTML out: headings, paragraphs, lists with their printed labels, tables, synopsis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from ..characters import visible
from ..citation import ITEMS
from ..provision import Origin, citation_of
from ..wordmarks import Mark, Pieces
from .blocks import Block, Form, cells
from .synopsis import SynopsisTable, in_runs
from .terms import Noted

HEADINGS = {Form.TITLE: "h2", Form.GROUP: "h2", Form.SECTION: "h3", Form.SUBHEADING: "h4"}
PLAIN = dict.fromkeys(HEADINGS, "p")
"""In a synopsis every heading stands twice, and is none that leads through the page."""
TAGS = {
    Mark.OLD: ("<del>", "</del>"),
    Mark.NEW: ("<ins>", "</ins>"),
    Mark.AWAY: ('<del class="moved">', "</del>"),
    Mark.HERE: ('<ins class="moved">', "</ins>"),
    Mark.SAME: ("", ""),
}


Notes = Mapping[Origin, str]
Tags = Mapping[Form, str]
Anchor = Callable[[Block], str]


class Anchors:
    """Gives every block an identifier, and none twice."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self.headings: list[tuple[Block, str]] = []
        """The headings seen so far, with their identifiers: for a table of contents."""

    def __call__(self, block: Block) -> str:
        """The attribute with the address, "par-3-abs-2"; of what is only in the old text "alt-par-3-abs-2"."""
        side = block.first.side
        name = citation_of(side.document, side.path).anchor
        name = name if block.first.in_new else f"alt-{name}"
        self._given[name] = self._given.get(name, 0) + 1
        identity = name if self._given[name] == 1 else f"{name}_{self._given[name]}"
        if block.form in (Form.GROUP, Form.SECTION):
            self.headings.append((block, identity))
        return f' id="{identity}"'


def _no_anchor(_block: Block) -> str:
    return ""


def text(words: str) -> str:
    """Words as HTML shows them: nothing in them is markup."""
    return escape(visible(words))


def inline(pieces: Pieces) -> str:
    """Words with their marks."""
    return "".join(f"{TAGS[piece.mark][0]}{text(piece.text)}{TAGS[piece.mark][1]}" for piece in pieces)


def flow(blocks: Iterable[Noted], anchor: Anchor, notes: Notes, tags: Tags = HEADINGS) -> Iterator[str]:
    """The blocks one after the other, list items in lists. `notes` stand below their units, `tags` are for headings."""
    depths: list[int] = []
    for is_table, run in in_runs(blocks):
        block, note = run[0]
        item = _is_item(block)
        while depths and (depths[-1] > block.depth or (depths[-1] == block.depth and not item)):
            depths.pop()
            yield "</li></ul>"
        again = bool(depths) and depths[-1] == block.depth
        around = depths[: len(depths) - again]
        inner = block.depth - (around[-1] + 1 if around else 0)
        indent = f"in{inner}" if inner else ""
        if item:
            yield "</li>" if again else f'<ul role="list"{_classes(indent)}>'
            depths = [*around, block.depth]
        yield _table(run) if is_table else _block(block, note, anchor, tags, "" if item else indent)
        yield _remark(block, notes)
    yield "</li></ul>" * len(depths)


def _classes(*names: str) -> str:
    given = " ".join(filter(None, names))
    return f' class="{given}"' if given else ""


def _is_item(block: Block) -> bool:
    return block.form is Form.PARAGRAPH and bool(block.label) and block.first.side.unit.level in ITEMS


def _block(block: Block, note: str, anchor: Anchor, tags: Tags, indent: str) -> str:
    identity, changed = anchor(block), _changed(block)
    words = inline(block.text) + (f' <span class="note">({text(note)})</span>' if note else "")
    if block.form in tags:
        tag, label = tags[block.form], inline(block.label)
        return f"<{tag}{identity}{_classes('heading', changed)}>{label}{' ' if label and words else ''}{words}</{tag}>"
    style = _classes("labelled" if block.label else "", indent, changed)
    if _is_item(block):
        return f"<li{identity}{style}>{_label(block.label)}{words}"
    return f"<p{identity}{style}>{_label(block.label)}{words}</p>"


def _changed(block: Block) -> str:
    return "" if block.mark is Mark.SAME else "changed"


def _label(label: Pieces) -> str:
    return f'<span class="label">{inline(label)}</span> ' if label else ""


def _remark(block: Block, notes: Notes) -> str:
    origin = block.first.side.unit.origin
    return f'<p class="note">{text(notes[origin])}</p>' if origin and origin in notes else ""


def _table(rows: list[Noted]) -> str:
    lines = (
        f"<tr{_classes(_changed(block))}>{''.join(f'<td>{inline(cell)}</td>' for cell in cells(block.text))}</tr>"
        for block, _ in rows
    )
    return f"<table>{''.join(lines)}</table>"


def synopsis(table: SynopsisTable, heads: tuple[str, ...], anchor: Anchor, reasons: Notes) -> Iterator[str]:
    """One table with the old text on the left, the new one on the right, and with a third head the reasons."""
    yield f'<table class="pair"><caption>{text(str(table.citation))}</caption><thead><tr>'
    yield from (f'<th scope="col">{text(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        style = _classes("labelled" if row.label else "")
        remark = f'<p{style}>{_label(row.label)}<span class="remark">{row.remark}</span></p>' if row.remark else ""
        yield f"<tr{anchor(row.blocks[0][0])}><td>{''.join(flow(row.old, _no_anchor, {}, PLAIN))}</td>"
        yield f"<td>{''.join(flow(row.new, _no_anchor, {}, PLAIN))}{remark}</td>"
        yield f"<td>{text(row.reason(reasons))}</td></tr>" if len(heads) > 2 else "</tr>"
    yield "</tbody></table>"
