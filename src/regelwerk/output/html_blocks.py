"""Blocks in, HTML out: headings, paragraphs, lists with their printed labels, tables, synopsis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from ..characters import visible
from ..comparison.wordmarks import Mark, Pieces
from ..provision import citation_of
from .blocks import RANKS, Block, Form, Levels, cells
from .nodes import Item, Leaf, Listing, Node, Table, nodes_of
from .publication import Sheet
from .remarks import Remarks, with_remarks
from .synopsis import SynopsisTable
from .terms import Noted

TAGS = {
    Mark.OLD: ("<del>", "</del>"),
    Mark.NEW: ("<ins>", "</ins>"),
    Mark.AWAY: ('<del class="moved">', "</del>"),
    Mark.HERE: ('<ins class="moved">', "</ins>"),
    Mark.UNDOCUMENTED: ('<span class="undocumented">', "</span>"),
    Mark.SAME: ("", ""),
}


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


class Headings:
    """Gives every heading its element, below the title of the page, h1."""

    def __init__(self) -> None:
        self._level = Levels()

    def __call__(self, block: Block) -> str:
        return f"h{self._level(block) + 1}"


def plain_heading(_block: Block) -> str:
    """A heading that does not lead through the page."""
    return "p"


def _no_anchor(_block: Block) -> str:
    return ""


def text(words: str) -> str:
    """Words as HTML shows them: nothing in them is markup."""
    return escape(visible(words))


def inline(pieces: Pieces) -> str:
    """Words with their marks."""
    return "".join(f"{TAGS[piece.mark][0]}{text(piece.text)}{TAGS[piece.mark][1]}" for piece in pieces)


def plain_label(block: Block) -> str:
    """The label of a block with its marks."""
    return inline(block.label)


def plain_text(block: Block) -> str:
    """The words of a block with their marks."""
    return inline(block.text)


@dataclass(frozen=True, slots=True)
class Manner:
    """How blocks are written: their identifiers, the elements for headings, and as HTML their labels and words."""

    anchor: Anchor = _no_anchor
    heading: Callable[[Block], str] = field(default_factory=Headings)
    label: Callable[[Block], str] = plain_label
    words: Callable[[Block], str] = plain_text


SIDE = Manner(heading=plain_heading)
"""In a synopsis every heading stands twice, and is none that leads through the page."""


def flow(blocks: Sequence[Noted], manner: Manner, notes: Remarks) -> Iterator[str]:
    """The blocks one after the other, list items in lists. `notes` stand below their units."""
    return _nodes(nodes_of(tuple(with_remarks(blocks, notes))), manner)


def _nodes(nodes: Iterable[Node], manner: Manner) -> Iterator[str]:
    for node in nodes:
        indent = f"in{node.indent}" if node.indent else ""
        match node:
            case Leaf(block) if block.form is Form.REMARK:
                yield _element("p", "", manner.words(block), "note", indent)
            case Leaf(block, note) if block.form in RANKS:
                label = manner.label(block) + (" " if block.label and block.text else "")
                words = label + _words(block, note, manner)
                yield _element(manner.heading(block), manner.anchor(block), words, "heading", _changed(block))
            case Leaf(block, note):
                words = _label(block, manner) + _words(block, note, manner)
                style = "labelled" if block.label else "entry" if block.form is Form.ENTRY else ""
                yield _element("p", manner.anchor(block), words, style, indent, _changed(block))
            case Listing(items):
                content = "".join(_item(item, manner) for item in items)
                yield _element("ul", ' role="list"', content, indent)
            case Table(rows):
                yield _element("table", "", "".join(_row(block) for block, _ in rows), indent)


def _item(item: Item, manner: Manner) -> str:
    identity = manner.anchor(item.block)
    words = _label(item.block, manner) + _words(item.block, item.note, manner)
    inner = "".join(_nodes(item.inner, manner))
    return _element("li", identity, words + inner, "labelled", _changed(item.block))


def _row(block: Block) -> str:
    return _element("tr", "", "".join(f"<td>{inline(cell)}</td>" for cell in cells(block.text)), _changed(block))


def _element(tag: str, attributes: str, content: str, *classes: str) -> str:
    given = " ".join(filter(None, classes))
    style = f' class="{given}"' if given else ""
    return f"<{tag}{attributes}{style}>{content}</{tag}>"


def _words(block: Block, note: str, manner: Manner) -> str:
    return manner.words(block) + (f' <span class="note">({text(note)})</span>' if note else "")


def _changed(block: Block) -> str:
    return "" if block.mark is Mark.SAME else "changed"


def _label(block: Block, manner: Manner) -> str:
    return f'<span class="label">{manner.label(block)}</span> ' if block.label else ""


def synopsis(table: SynopsisTable, heads: tuple[str, ...], anchor: Anchor) -> Iterator[str]:
    """One table with the old text on the left, the new one on the right, and with a third head the reasons."""
    yield f'<table class="pair"><caption>{text(str(table.citation))}</caption><thead><tr>'
    yield from (f'<th scope="col">{text(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        label = f'<span class="label">{inline(row.label)}</span> ' if row.label else ""
        words = f'{label}<span class="remark">{row.remark}</span>'
        remark = _element("p", "", words, "labelled" if row.label else "") if row.remark else ""
        yield f"<tr{anchor(row.blocks[0][0])}><td>{''.join(flow(row.old, SIDE, {}))}</td>"
        yield f"<td>{''.join(flow(row.new, SIDE, {}))}{remark}</td>"
        yield f"<td>{text(row.reason)}</td></tr>" if len(heads) > 2 else "</tr>"
    yield "</tbody></table>"


def sheet(found: Sheet) -> Iterator[str]:
    """A table with a head, below its heading; in a narrow window it is scrolled by itself, with the keyboard too."""
    heading = text(found.heading)
    yield f'<h2>{heading}</h2><div class="sheet" role="region" aria-label="{heading}" tabindex="0"><table><thead><tr>'
    yield from (f'<th scope="col">{text(words)}</th>' for words in found.columns)
    yield "</tr></thead><tbody>"
    yield from ("<tr>" + "".join(f"<td>{text(words)}</td>" for words in row) + "</tr>" for row in found.rows)
    yield "</tbody></table></div>"
