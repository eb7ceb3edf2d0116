"""What is published: a comparison or a text, the view of it that is wanted, and what the register says about it.

Every format takes a `Publication` and nothing else. On plain files the masthead holds little; the workspace fills it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ..comparison import Comparison, compare
from ..comparison.changes import Alteration, Reasons, alterations
from ..comparison.wordmarks import Pieces, replaced
from ..provision import Origin, Provision
from .blocks import Form, blocks_of
from .choices import View
from .selection import only_changed
from .terms import Noted, noted


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An entry of the Änderungsverzeichnis: the base text or an amendment, as people cite it."""

    title: str
    adopted: date | None = None
    in_force: date | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the register says about the version that is printed, or the two that are compared.

    `old`, `new`: what the texts are called in a comparison („Fassung vom 1. Juni 2019“). `as_of`: the day of the
    consolidated text. `base` and `acts`: what it is made of. `caution`: stands on every page („Noch nicht in Kraft“).
    `check_code`: stands in every footer. `notes`: remarks on units, by their origin. `reasons`: for the third column of
    a synopsis, likewise. `sources`: base text and acts, by file name, to be attached where a format can.
    """

    old: str = ""
    new: str = ""
    as_of: date | None = None
    base: ActEntry | None = None
    acts: tuple[ActEntry, ...] = ()
    caution: str = ""
    check_code: str = ""
    notes: Mapping[Origin, str] = field(default_factory=dict)
    reasons: Mapping[Origin, str] = field(default_factory=dict)
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a format needs."""

    view: View
    comparison: Comparison
    masthead: Masthead
    blocks: tuple[Noted, ...]
    alterations: tuple[Alteration, ...] = ()

    @property
    def title(self) -> str:
        """The title of the text, that of the new one if it has changed."""
        return self.comparison.new.heading

    @property
    def marked_title(self) -> Pieces:
        """The title with its marks."""
        titles = [block.text for block, _note in self.blocks[:1] if block.form is Form.TITLE]
        return titles[0] if titles else replaced(self.title, self.title)

    @property
    def body(self) -> tuple[Noted, ...]:
        """The blocks below the title."""
        return tuple(found for found in self.blocks if found[0].form is not Form.TITLE)


def consolidated(document: Provision, masthead: Masthead) -> Publication:
    """One text by itself."""
    comparison = compare(document, document)
    return Publication(View.CONSOLIDATED, comparison, masthead, tuple((block, "") for block in blocks_of(comparison)))


def compared(view: View, comparison: Comparison, masthead: Masthead, reasons: Reasons | None = None) -> Publication:
    """Two texts, as redline or synopsis."""
    found = tuple(noted(blocks_of(comparison)))
    return Publication(view, comparison, masthead, found, alterations(comparison, reasons))


def shortened(publication: Publication) -> Publication:
    """The publication with only what changed, and the headings it stands under."""
    return replace(publication, blocks=tuple(only_changed(publication.blocks)))
