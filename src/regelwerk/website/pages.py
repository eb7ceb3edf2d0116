"""A rulebook as stored in; all files of its folder on the site out, and what the pages of the whole site need of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..citation import Level
from ..output.json import plain
from ..output.names import short
from ..provision import Origin, Path, Provision, citation_of
from ..rulebook.register import Act
from ..rulebook.timeline import Version
from ..workspace import Stored
from . import bands, why
from .actpages import act_of
from .addresses import DATA, Edition, act_page
from .book import Book
from .changepages import Change, change_of, redline_page, synopsis_page
from .elements import Markup
from .frame import Page, whole
from .gone import Gone
from .prose import Kept
from .sectionpages import section_pages
from .sourcepages import source_files, source_page
from .textpages import Text, text_of, today_page, version_page


def files_of(book: Book, stored: Stored) -> dict[str, bytes]:
    """All files but those of versions in other forms, by their paths from the root of the site.

    Raises NotUnderstood or DoesNotApply where a text cannot be computed.
    """
    files = {page.path: whole(page, book.settings) for page in _pages(book, stored)}
    files |= {f"{book.id}/{name}": data for name, data in source_files(stored).items()}
    files[f"{book.id}/{DATA}"] = json.dumps(record_of(book), ensure_ascii=False, indent=1).encode()
    return files


def _pages(book: Book, stored: Stored) -> Iterator[Page]:
    shown = book.shown
    today: Text | None = None
    kept: Kept = {}
    last, gone = Gone(), dict[int, Markup]()
    anchors: dict[int, Mapping[Origin, str]] = {}
    for edition, causes in zip(book.editions, why.causes(book), strict=True):
        text = text_of(book, edition, causes, kept, last)
        today = text if edition is shown else today
        anchors[edition.position], gone[edition.position] = text.prose.ids, text.gone
        yield version_page(book, text)
    assert today is not None
    yield today_page(book, today)
    changes: dict[int, Change] = {}
    for edition in book.editions:
        old = book.before(edition)
        if old is not None:
            change = changes[edition.position] = change_of(book, edition, old, kept)
            yield redline_page(book, change, gone[edition.position])
            yield synopsis_page(book, change)
    yield from (act_of(book, entry, changes, anchors) for entry in book.entries)
    yield from section_pages(book, list(changes.values()), today)
    yield source_page(book, stored)


def record_of(book: Book) -> dict[str, Any]:
    """What the start page, the search and the feed say of the rulebook; programs may read it too."""
    register = book.rulebook.register
    return {
        "id": book.id,
        "title": book.title,
        "body": register.body,
        "versions": [_version(edition) for edition in book.editions],
        "repeal": _repeal(book.repeal) if book.repeal else None,
        "sections": list(_sections(book.shown)),
    }


def _version(edition: Edition) -> dict[str, Any]:
    version = edition.version
    return {
        "page": edition.page,
        "act": act_page(version.entry),
        "name": bands.called(version),
        "title": _title(version),
        "adopted": plain(version.entry.adopted),
        "in_force": plain(version.in_force),
        "until": plain(version.until),
        "expired": version.expired,
        "recorded": plain(version.entry.recorded),
    }


def _repeal(entry: Act) -> dict[str, Any]:
    return {
        "page": act_page(entry),
        "name": short(entry),
        "title": entry.title,
        "adopted": plain(entry.adopted),
        "in_force": plain(entry.in_force),
        "recorded": plain(entry.recorded),
    }


def _title(version: Version) -> str:
    """The title of what made the version, with the points of it that did."""
    title, points = version.entry.title, bands.points(version)
    return f"{title} ({bands.cited(points)})" if title and points else title


def _sections(edition: Edition) -> Iterator[dict[str, str]]:
    """The units that a search finds: every §, and where there are none inside, whatever has a heading or a label."""
    document = edition.version.document
    for path in _searched(document, ()):
        unit = document.at(path)
        heading = " ".join(filter(None, (unit.label, unit.heading)))
        if heading:
            words = replace(unit, heading="").words()
            yield {"anchor": citation_of(document, path).anchor, "heading": heading, "words": words}


def _searched(document: Provision, path: Path) -> Iterator[Path]:
    unit = document.at(path)
    if path and not any(inner.level is Level.PARAGRAF for below, inner in unit.walk() if below):
        yield path
    else:
        for index in range(len(unit.children)):
            yield from _searched(document, (*path, index))
