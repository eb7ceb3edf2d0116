"""Two versions that follow each other in; the pages that show what changed, as redline and as synopsis, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from ..comparison import compare
from ..comparison.chunks import thinned, unchanged
from ..output.choices import View
from ..output.html import LEGEND
from ..output.html_blocks import Anchors, inline, synopsis
from ..output.publication import Masthead, Publication, compared, shortened
from ..output.synopsis import tables
from ..provision import Origin
from . import bands, why
from .addresses import TODAY, Edition, act_page
from .book import Book
from .elements import NOTHING, Markup, element, items, joined, link
from .frame import Page, main
from .prose import Kept, Prose, marked_text
from .typography import written

_REDLINE: Callable[[Edition], str] = attrgetter("redline")
_SYNOPSIS: Callable[[Edition], str] = attrgetter("synopsis")


@dataclass(frozen=True, slots=True)
class Change:
    """What changed with a version: the comparison with the one before it, its HTML, and the notes by their units.

    `publication`: the §§ that stayed as they are stand in it by their headings alone.
    """

    edition: Edition
    old: Edition
    publication: Publication
    prose: Prose
    notes: Mapping[Origin, Markup]


def change_of(book: Book, edition: Edition, old: Edition, kept: Kept) -> Change:
    """The change, each place with the commands that made it."""
    before, after = old.version.document, edition.version.document
    was, now = unchanged(before, after)
    masthead = Masthead(old=bands.name(old.version), new=bands.name(edition.version))
    publication = compared(View.REDLINE, compare(thinned(before, was), thinned(after, now)), masthead)
    notes = why.notes(book, after, why.done_by(book, edition))
    prose = marked_text(publication, now, {origin: [note] for origin, note in notes.items()}, kept)
    return Change(edition, old, publication, prose, notes)


def redline_page(book: Book, change: Change, gone: Markup) -> Page:
    """The whole text with its changes. `gone`: as on the page of the text itself."""
    head = _head(book, change, "Änderungen im Text", link(change.edition.synopsis, "Als Synopse"), _REDLINE, gone)
    return Page(
        f"{book.id}/{change.edition.redline}",
        f"{change.edition.version.document.heading}: Änderungen zum {written(change.edition.version.in_force)}",
        joined(head, main(change.prose.content)),
        _trail(book, change),
        "redline",
    )


def synopsis_page(book: Book, change: Change) -> Page:
    """Only what changed, old and new side by side."""
    heads = (bands.name(change.old.version), bands.name(change.edition.version))
    shown = shortened(change.publication)
    anchors = Anchors()
    content = Markup("".join(_tables(shown, heads, anchors)))
    nothing = element("p", "Der Wortlaut hat sich nicht geändert.")
    head = _head(book, change, "Synopse", link(change.edition.redline, "Als Änderungen im Text"), _SYNOPSIS, NOTHING)
    return Page(
        f"{book.id}/{change.edition.synopsis}",
        f"{change.edition.version.document.heading}: Synopse zum {written(change.edition.version.in_force)}",
        joined(head, main(content or nothing)),
        _trail(book, change),
        "synopsis",
    )


def _tables(publication: Publication, heads: tuple[str, ...], anchors: Anchors) -> Iterator[str]:
    for table in tables(publication.body, {}):
        yield from synopsis(table, heads, anchors)


def _head(book: Book, change: Change, kind: str, other: Markup, page: Callable[[Edition], str], gone: Markup) -> Markup:
    """`other`: the link to the other view of the change; `page`: the page of a version in this one."""
    edition, entry = change.edition, change.edition.version.entry
    adopted = f", beschlossen am {written(entry.adopted)}" if entry.adopted else ""
    band = bands.force(edition.version, book.day, "Die neue Fassung")
    return element(
        "header",
        element("h1", Markup(inline(change.publication.marked_title))),
        element(
            "p", f"{kind}: {bands.name(change.old.version)} → {bands.name(edition.version)}{adopted}", class_="subtitle"
        ),
        element("p", band, class_="band") if band else NOTHING,
        element("p", Markup(LEGEND), class_="legend"),
        _ways(book, change, other, page),
        gone,
    )


def _ways(book: Book, change: Change, other: Markup, page: Callable[[Edition], str]) -> Markup:
    edition, entry = change.edition, change.edition.version.entry
    after = book.after(edition)
    found = [
        other,
        link(act_page(entry), "Wortlaut des Beschlusses"),
        link(change.old.page, "Fassung davor"),
        link(edition.page, "Fassung danach"),
        link(page(change.old), "Vorige Änderung", rel="prev") if book.before(change.old) else None,
        link(page(after), "Nächste Änderung", rel="next") if after else None,
    ]
    return element("nav", items(part for part in found if part), aria_label="Zu dieser Änderung", class_="tools")


def _trail(book: Book, change: Change) -> tuple[tuple[str, str], ...]:
    version = change.edition.version
    return (book.title, TODAY), (f"Fassung ab {written(version.in_force)}", change.edition.page)
