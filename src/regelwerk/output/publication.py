"""What is published: a comparison or a text, the view of it that is wanted, and what the register says about it.

Every format takes a `Publication` and nothing else. On plain files the masthead holds little; the workspace fills it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..comparison import Comparison, Row, compare
from ..comparison.changes import Alteration, Reasons, alterations
from ..comparison.wordmarks import Pieces, replaced
from ..provision import Origin, Provision
from .blocks import Form, blocks_of
from .choices import View
from .remarks import Remarks
from .selection import only_changed
from .synopsis import Reasons as SynopsisReasons
from .terms import Noted, noted

UNTITLED = "Ohne Titel"


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An entry of the Änderungsverzeichnis: the base text or an amendment, as people cite it."""

    title: str
    adopted: date | None = None
    in_force: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the register says about the version that is printed, or the two that are compared.

    `old`, `new`: what the texts are called in a comparison („Fassung vom 1. Juni 2019“). `as_of`: the day of the
    consolidated text. `base` and `acts`: what it is made of; `gaps`: what is not to be had of that. `caution`: stands
    on every page („Noch nicht in Kraft“). `check_code`: stands in every footer. By the origins of units: `notes`, which
    acts changed them; `decisions`, what people decided there; `undocumented`, heading and text with the words marked
    that no act documents. `reasons`: for the third column of a synopsis, by unit. `sources`: base text and acts, by
    file name, to be attached where a format can. `draft_of`: of a draft, the check code of the register it builds on.
    """

    old: str = ""
    new: str = ""
    as_of: date | None = None
    base: ActEntry | None = None
    acts: tuple[ActEntry, ...] = ()
    gaps: tuple[str, ...] = ()
    caution: str = ""
    check_code: str = ""
    notes: Remarks = field(default_factory=dict)
    decisions: Remarks = field(default_factory=dict)
    undocumented: Mapping[Origin, tuple[Pieces, Pieces]] = field(default_factory=dict)
    reasons: SynopsisReasons = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()
    draft_of: str = ""

    @property
    def remarks(self) -> Remarks:
        """All that is said of units: which acts changed them, then what people decided."""
        origins = {**self.notes, **self.decisions}
        return {origin: (*self.notes.get(origin, ()), *self.decisions.get(origin, ())) for origin in origins}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a head that stands below a text, and its heading."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Publication:
    """All that a format needs. `record`: what programs get of it beside, or instead of, the text."""

    view: View
    comparison: Comparison
    masthead: Masthead
    blocks: tuple[Noted, ...]
    alterations: tuple[Alteration, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    record: Mapping[str, Any] = field(default_factory=dict)

    @property
    def compares(self) -> bool:
        """Whether there are changes to be shown in it."""
        return self.view in (View.REDLINE, View.SYNOPSIS)

    @property
    def title(self) -> str:
        """The title of the text, that of the new one if it has changed. A print needs one even if its text has none."""
        return self.comparison.new.heading or self.comparison.old.heading or UNTITLED

    @property
    def marked_title(self) -> Pieces:
        """The title with its marks."""
        titles = [block.text for block, _note in self.blocks[:1] if block.form is Form.TITLE]
        return titles[0] if titles else replaced(self.title, self.title)

    @property
    def body(self) -> tuple[Noted, ...]:
        """The blocks below the title."""
        return tuple(found for found in self.blocks if found[0].form is not Form.TITLE)


def consolidated(document: Provision, masthead: Masthead, sheets: tuple[Sheet, ...] = ()) -> Publication:
    """One text by itself, what no act documents marked in it."""
    comparison = compare(document, document)
    if masthead.undocumented:
        comparison = replace(comparison, rows=tuple(_marked(row, masthead.undocumented) for row in comparison.rows))
    blocks = tuple((block, "") for block in blocks_of(comparison))
    return Publication(View.CONSOLIDATED, comparison, masthead, blocks, sheets=sheets)


def _marked(row: Row, undocumented: Mapping[Origin, tuple[Pieces, Pieces]]) -> Row:
    origin = row.side.unit.origin
    if origin is None or origin not in undocumented:
        return row
    heading, text = undocumented[origin]
    return replace(row, heading=heading, text=text)


def compared(view: View, comparison: Comparison, masthead: Masthead, reasons: Reasons | None = None) -> Publication:
    """Two texts, as redline or synopsis."""
    found = tuple(noted(blocks_of(comparison)))
    return Publication(view, comparison, masthead, found, alterations(comparison, reasons))


def shortened(publication: Publication) -> Publication:
    """The publication with only what changed, and the headings it stands under."""
    return replace(publication, blocks=tuple(only_changed(publication.blocks)))
