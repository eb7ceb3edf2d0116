"""A text in; its HTML out, with an anchor for every Absatz and every sentence and links to the history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..citation import ITEMS, Level
from ..comparison import Row
from ..comparison.chunks import Sections, alone, sections, thinned
from ..output.blocks import Block, Form, plain_words
from ..output.html_blocks import SIDE, Anchors, Headings, Manner, flow, inline, plain_text
from ..output.publication import Masthead, Publication, consolidated
from ..output.terms import Noted
from ..provision import Origin, Provision, citation_of
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
class Heading:
    """A heading for a table of contents: its words, its anchor, whether it stands below another."""

    words: str
    anchor: str
    inner: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """The HTML of a text: `content`, the `headings` in it, and where each unit is in it."""

    content: Markup
    headings: tuple[Heading, ...] = ()
    ids: Mapping[Origin, str] = field(default_factory=dict)


Notes = Mapping[Origin, Sequence[Markup]]
"""What is said of units, by the origin of the unit."""

Kept = dict[tuple[object, ...], Prose]
"""§§ as they were printed for other versions: most of them are the same in many."""


def whole_text(document: Provision, masthead: Masthead, notes: Notes, kept: Kept) -> Prose:
    """A text by itself: its labels are links to their own places, its §§ lead to their history."""
    parts = {} if masthead.undocumented else sections(document)
    publication = consolidated(thinned(document, parts), masthead)
    return _together(_written(publication.body, parts, notes, kept, _linked))


def marked_text(publication: Publication, parts: Sections, notes: Notes, kept: Kept) -> Prose:
    """A text with what was changed in it. `parts`: the §§ that were left out of the comparison, by the new places."""
    return _together(_written(publication.body, parts, notes, kept, _marked))


def excerpt(blocks: Sequence[Noted]) -> Markup:
    """Some blocks of a text, shown elsewhere: without anchors, and with headings that do not lead through the page."""
    return Markup("".join(flow(blocks, SIDE, {})))


class _Told:
    """Notes that hold links, on their way through blocks that hold but words: there they are numbers."""

    def __init__(self, notes: Notes) -> None:
        self._texts = [text for texts in notes.values() for text in texts]
        numbers = iter(range(len(self._texts)))
        self.remarks = {origin: [str(next(numbers)) for _text in texts] for origin, texts in notes.items()}

    def remark(self, block: Block) -> str:
        """The note, if the block is one."""
        return self._texts[int(block.text[0].text)] if block.form is Form.REMARK else ""


_Heading = Callable[[Block], str]


def _linked(places: Places, heading: _Heading, told: _Told) -> Manner:
    return Manner(places, heading, _permalink, lambda block: told.remark(block) or _sentences(block, places))


def _marked(places: Places, heading: _Heading, told: _Told) -> Manner:
    return Manner(places, heading, words=lambda block: told.remark(block) or plain_text(block))


_Way = Callable[[Places, _Heading, _Told], Manner]


def _written(blocks: Iterable[Noted], parts: Sections, notes: Notes, kept: Kept, way: _Way) -> Iterator[Prose]:
    """The text in pieces: between the §§ that are printed by themselves what lies between them."""
    places, headings, waiting = Places(), Headings(), list[Noted]()
    for block, note in blocks:
        side = block.first.side
        part = parts.get(side.path) if block.first.in_new else None
        if part is None:
            waiting.append((block, note))
        else:
            yield _piece(waiting, notes, places, headings, way)
            waiting = []
            yield _section(part, notes, kept, headings(block), way)
    yield _piece(waiting, notes, places, headings, way)


def _section(unit: Provision, notes: Notes, kept: Kept, level: str, way: _Way) -> Prose:
    """A § by itself, as it was printed before if nothing has changed in it, nor in what is said of it.

    `level`: the element of its heading.
    """
    said = {o: tuple(notes[o]) for inner in unit.units() if (o := inner.origin) and o in notes}
    key = (way, level, id(unit), *said.items())
    if key not in kept:
        below = f"h{int(level[1:]) + 1}"
        blocks = consolidated(alone(unit), Masthead()).blocks
        kept[key] = _piece(blocks, said, Places(), lambda b: level if b.form is Form.SECTION else below, way)
    return kept[key]


def _piece(blocks: Sequence[Noted], notes: Notes, places: Places, heading: _Heading, way: _Way) -> Prose:
    told = _Told(notes)
    start = len(places.headings)
    content = Markup("".join(flow(blocks, way(places, heading, told), told.remarks)))
    headings = (Heading(plain_words(b), identity, b.form is Form.SECTION) for b, identity in places.headings[start:])
    return Prose(content, tuple(headings), places.ids)


def _together(pieces: Iterable[Prose]) -> Prose:
    found = list(pieces)
    ids = {origin: identity for piece in found for origin, identity in piece.ids.items()}
    headings = tuple(heading for piece in found for heading in piece.headings)
    return Prose(Markup("".join(piece.content for piece in found)), headings, ids)


def _permalink(block: Block) -> str:
    """The label, as a link to its own place: for whoever wants the address of just this Absatz."""
    if not block.label or block.first.side.unit.level is Level.PARAGRAF:
        return inline(block.label)
    return link(f"#{block.first.side.citation.anchor}", Markup(inline(block.label)), class_="self")


def _sentences(block: Block, places: Places) -> str:
    """The words of a block, every sentence with an identifier."""
    found = (_sentence(row, row is block.first, places) for row in block.rows if row.heading or row.text)
    words = Markup(" ").join(found)
    if block.form is not Form.SECTION:
        return words
    citation = block.first.side.citation
    history = link(section_page(citation), "Verlauf", class_="verlauf", aria_label=f"Verlauf von {citation}")
    return joined(words, " ", history)


def _sentence(row: Row, first: bool, places: Places) -> Markup:
    words = Markup(" ".join(inline(part) for part in (row.heading, row.text) if part))
    if row.side.unit.level is not Level.SATZ or first or _alone_in_item(row):
        return words
    return Markup(f'<span id="{places.sentence(row)}">{words}</span>')


def _alone_in_item(row: Row) -> bool:
    """Whether the sentence is all that a list item says: then it is cited by the item."""
    around = row.side.document.at(row.side.path[:-1])
    return around.level in ITEMS and len(around.children) == 1
