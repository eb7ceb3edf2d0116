"""A published text in; its HTML out, with an anchor for every Absatz and every sentence and links to the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..citation import ITEMS, Level
from ..comparison import Row
from ..output.blocks import Block, Form, plain_words
from ..output.html_blocks import Anchors, Manner, flow, inline, plain_label, plain_text
from ..output.terms import Noted
from ..provision import Origin, citation_of
from .addresses import section_page
from .elements import Markup, joined, link


class Places(Anchors):
    """Gives identifiers to blocks as every export does, and to the sentences inside them; knows where each unit is."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[Origin, str] = {}

    def __call__(self, block: Block) -> str:
        attribute = super().__call__(block)
        identity = attribute.partition('"')[2].rstrip('"')
        for row in block.rows:
            for side in (row.old, row.new):
                if side is not None and side.unit.origin:
                    self.ids.setdefault(side.unit.origin, identity)
        return attribute

    def sentence(self, row: Row) -> str:
        """The identifier of a sentence inside a block."""
        name = citation_of(row.side.document, row.side.path).anchor
        self._given[name] = self._given.get(name, 0) + 1
        identity = name if self._given[name] == 1 else f"{name}_{self._given[name]}"
        if row.side.unit.origin:
            self.ids[row.side.unit.origin] = identity
        return identity


@dataclass(frozen=True, slots=True)
class Prose:
    """The HTML of a text: `content`, the `headings` in it with their identifiers, where each unit is in it."""

    content: Markup
    headings: tuple[tuple[Block, str], ...]
    ids: Mapping[Origin, str] = field(default_factory=dict)


Notes = Mapping[Origin, Sequence[Markup]]
"""What is said of units, by the origin of the unit."""


def whole_text(blocks: Sequence[Noted], notes: Notes) -> Prose:
    """A text by itself: its labels are links to their own places, its §§ lead to their history."""
    places = Places()
    told = _Told(notes)
    manner = Manner(places, label=_permalink, words=lambda block: told.remark(block) or _sentences(block, places))
    return _prose(blocks, manner, told, places)


def marked_text(blocks: Sequence[Noted], notes: Notes) -> Prose:
    """A text with what was changed in it."""
    places = Places()
    told = _Told(notes)
    manner = Manner(places, label=plain_label, words=lambda block: told.remark(block) or plain_text(block))
    return _prose(blocks, manner, told, places)


def excerpt(blocks: Sequence[Noted]) -> Markup:
    """Some blocks of a text, shown elsewhere: without anchors, and with headings that do not lead through the page."""
    return Markup("".join(flow(blocks, Manner(tags=dict.fromkeys(Form, "p")), {})))


def _prose(blocks: Sequence[Noted], manner: Manner, told: _Told, places: Places) -> Prose:
    content = Markup("".join(flow(blocks, manner, told.remarks)))
    return Prose(content, tuple(places.headings), places.ids)


class _Told:
    """Notes that hold links, on their way through blocks that hold but words: there they are numbers."""

    def __init__(self, notes: Notes) -> None:
        self._texts = [text for texts in notes.values() for text in texts]
        numbers = iter(range(len(self._texts)))
        self.remarks = {origin: [str(next(numbers)) for _text in texts] for origin, texts in notes.items()}

    def remark(self, block: Block) -> str:
        """The note, if the block is one."""
        return self._texts[int(block.text[0].text)] if block.form is Form.REMARK else ""


def _permalink(block: Block) -> str:
    """The label, as a link to its own place: for whoever wants the address of just this Absatz."""
    if block.first.side.unit.level is Level.PARAGRAF:
        return plain_label(block)
    return link(f"#{block.first.side.citation.anchor}", Markup(plain_label(block)), class_="self")


def _sentences(block: Block, places: Places) -> str:
    """The words of a block, every sentence with an identifier."""
    words = joined(
        Markup(" ").join(_sentence(row, row is block.first, places) for row in block.rows if _has_words(row))
    )
    if block.form is not Form.SECTION:
        return words
    history = link(section_page(block.first.side.citation), "Verlauf", class_="verlauf", aria_label=_of_history(block))
    return joined(words, " ", history)


def _of_history(block: Block) -> str:
    return f"Verlauf von {block.first.side.citation}"


def _has_words(row: Row) -> bool:
    return bool(row.heading or row.text)


def _sentence(row: Row, first: bool, places: Places) -> Markup:
    words = Markup(" ".join(inline(part) for part in (row.heading, row.text) if part))
    if row.side.unit.level is not Level.SATZ or first or _alone_in_item(row):
        return words
    return Markup(f'<span id="{places.sentence(row)}">{words}</span>')


def _alone_in_item(row: Row) -> bool:
    """Whether the sentence is all that a list item says: then it is cited by the item."""
    around = row.side.document.at(row.side.path[:-1])
    return around.level in ITEMS and len(around.children) == 1


def contents(prose: Prose) -> list[tuple[str, str, bool]]:
    """The headings for a table of contents: words, anchor, whether it stands below another."""
    return [(plain_words(block), f"#{identity}", block.form is Form.SECTION) for block, identity in prose.headings]
