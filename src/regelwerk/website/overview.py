"""A rulebook in; the table of its amendments and versions out, by which people find the version of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..numbers import order
from ..output.frame import REGISTER
from ..output.names import short
from ..rulebook.register import Entry, Gap, is_repeal, missing_numbers
from . import bands
from .addresses import Edition, act_page
from .book import Book
from .elements import NOTHING, Content, Markup, element, joined, link
from .typography import written

_HEADS = ("Nr.", "Titel", "beschlossen am", "Fassung", "Änderungen")
_NONE = "–"
"""Stands where there is nothing to say. In a narrow window, where each cell has a line of its own, it is left out."""


def overview(book: Book) -> Markup:
    """The Änderungsverzeichnis with every version, and the field for a date, which only a script can use."""
    return element(
        "section",
        element("h2", REGISTER, " und Fassungen", id="fassungen"),
        _date_field(book),
        element(
            "table",
            element("thead", element("tr", [element("th", head, scope="col") for head in _HEADS])),
            element("tbody", list(_rows(book))),
            class_="versions",
        ),
        aria_labelledby="fassungen",
    )


def _date_field(book: Book) -> Markup:
    """Hidden until a script can answer; without one the table below leads to every version."""
    return element(
        "form",
        element("label", "Welche Fassung galt am ", element("input", type="date", id="tag", required=True)),
        " ",
        element("button", "Zeigen", type="submit"),
        element("p", role="status", id="antwort"),
        id="datum",
        hidden=True,
    )


def _rows(book: Book) -> Iterator[Markup]:
    """A row for every version; an entry without one (a repeal, a gap) has a row too."""
    made = {id(edition.version.entry) for edition in book.editions}
    register = book.rulebook.register
    rows = [
        (edition.version.in_force, order(edition.version.entry.number), _version(book, edition))
        for edition in book.editions
    ]
    for entry in register.standing:
        if not isinstance(entry, Gap) and id(entry) not in made:
            day = getattr(entry, "in_force", date.max)
            rows.append((day, order(entry.number), _other(entry)))
    rows = [(_day_of_gap(book, number), order(number), _gap(number)) for number in missing_numbers(register)] + rows
    yield from (row for _day, _number, row in sorted(rows, key=lambda found: found[:2]))


def _day_of_gap(book: Book, number: str) -> date:
    """Where a gap stands in the table: before the first entry with its number or a higher one."""
    later = [
        edition.version.in_force for edition in book.editions if order(edition.version.entry.number) >= order(number)
    ]
    return min(later, default=date.max)


def act_link(entry: Entry) -> Markup:
    """A link to the page of what was adopted, by its title if it has one."""
    return link(act_page(entry), getattr(entry, "title", "") or short(entry))


def _version(book: Book, edition: Edition) -> Markup:
    version = edition.version
    entry = version.entry
    points = bands.points(version)
    words = [bands.cited(points) if points else "", "Ende der Geltung" if version.expired else ""]
    which = f" ({': '.join(filter(None, words))})" if any(words) else None
    title = joined(act_link(entry), which)
    changed: Content = NOTHING
    if book.before(edition):
        changed = joined(link(edition.redline, "im Text"), " · ", link(edition.synopsis, "Synopse"))
    current = element("strong", " gilt heute") if edition is book.current else NOTHING
    cells = (
        entry.number if entry.number != "0" else _NONE,
        title,
        written(entry.adopted) if entry.adopted else _NONE,
        joined(link(edition.page, bands.period(version)), current),
        changed or _NONE,
    )
    return _row(
        cells,
        data_from=version.in_force.isoformat(),
        data_until=version.until.isoformat() if version.until else None,
        data_page=edition.page,
        class_="current" if edition is book.current else None,
    )


def _other(entry: Entry) -> Markup:
    """What made no version: a repeal, an act whose end left no trace."""
    day = getattr(entry, "in_force", None)
    adopted = getattr(entry, "adopted", None)
    words = f"{'außer Kraft' if is_repeal(entry) else 'in Kraft'} ab {written(day)}" if day else _NONE
    return _row((entry.number, act_link(entry), written(adopted) if adopted else _NONE, words, _NONE))


def _gap(number: str) -> Markup:
    return _row((number, f"{number}. Änderung: liegt nicht vor", _NONE, _NONE, _NONE), class_="gap")


def _row(cells: tuple[Content, ...], **attributes: str | None) -> Markup:
    told = zip(_HEADS, cells, strict=True)
    named = [element("td", cell, data_head=head, class_="none" if cell == _NONE else None) for head, cell in told]
    return element("tr", named, **attributes)
