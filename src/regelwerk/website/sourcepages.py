"""A rulebook as stored in; copies of all that it was made from, and the page with their seals, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..output.frame import CHECK_CODE
from ..output.names import short
from ..rulebook.filing import consolidated_file, register_file, sealed_files
from ..rulebook.register import Entry, Retraction
from ..rulebook.seal import canonical_bytes, seal
from ..workspace import Stored
from .addresses import SOURCES, TODAY
from .book import Book
from .elements import Content, Markup, element, joined, link
from .frame import Page, main
from .typography import written

FOLDER = "quellen"
SUMS = f"{FOLDER}/SHA256SUMS"
SHOWN = (".txt", ".toml", ".pdf", ".docx")
"""Files that a browser shows without running anything in them for this site."""

_HOW = (
    "Die Prüfsummen sind SHA-256 über die Dateien, wie sie hier liegen; „sha256sum DATEI“ rechnet eine nach, "
    "„sha256sum -c SHA256SUMS“ im Ordner mit allen Dateien jede. Jede "
    "Eintragung trägt außerdem ein Kettenglied über alles, was vor ihr eingetragen wurde: Wer eine Eintragung ändert, "
    "weglässt oder umstellt, ändert jedes Glied danach. Das Prüfzeichen ist der Anfang des letzten Gliedes; "
    "in PDF, DOCX und JSON einer Fassung steht das der Eintragung, die sie zuletzt betraf."
)


def source_files(stored: Stored) -> dict[str, bytes]:
    """The files that the register names, and the register itself, by their names on the site."""
    files = {_name(path): data for path, data in stored.files.items()}
    files[_name(register_file(stored.register.id))] = canonical_bytes(stored.register_text)
    listed = (f"{digest}  {_name(path).rpartition('/')[2]}\n" for path, digest in _seals(stored).items())
    return {**files, SUMS: "".join(listed).encode()}


def _seals(stored: Stored) -> dict[str, str]:
    """The seals of these files, by their paths in the workspace."""
    register = stored.register
    return sealed_files(register) | {register_file(register.id): seal(canonical_bytes(stored.register_text))}


def source_page(book: Book, stored: Stored) -> Page:
    """All files with their seals, and the chain of the register."""
    register = stored.register
    content = joined(
        element(
            "header",
            element("h1", "Quellen und Prüfsummen"),
            element("p", f"{book.title}. {CHECK_CODE}: {register.check_code}", class_="subtitle"),
        ),
        main(
            element("p", _HOW, " ", link(SUMS, "Alle Prüfsummen als Datei", download=True)),
            _table("Dateien", ("Datei", "SHA-256"), _files(register.id, _seals(stored))),
            _table("Register", ("Nr.", "Eintragung", "aufgenommen am", "Kettenglied"), map(_entry, register.entries)),
        ),
    )
    return Page(f"{book.id}/{SOURCES}", "Quellen und Prüfsummen", content, ((book.title, TODAY),), "sources")


def _files(id: str, seals: Mapping[str, str]) -> Iterator[tuple[Content, ...]]:
    last = consolidated_file(id)
    for path, digest in seals.items():
        what = " (erzeugt: die letzte Fassung)" if path == last else ""
        yield joined(link(_name(path), path.rpartition("/")[2], download=True), what), element("code", digest)


def _entry(entry: Entry) -> tuple[Content, ...]:
    title = f"Nr. {entry.number} zurückgenommen" if isinstance(entry, Retraction) else entry.title or short(entry)
    return entry.number, title, written(entry.recorded.date()), element("code", entry.chain)


def _table(heading: str, heads: tuple[str, ...], rows: Iterator[tuple[Content, ...]]) -> Markup:
    """In a narrow window each row stands by itself, with the head before each cell."""
    table = element(
        "table",
        element("thead", element("tr", [element("th", head, scope="col") for head in heads])),
        element("tbody", [element("tr", _cells(heads, row)) for row in rows]),
        class_="versions",
    )
    return joined(element("h2", heading), element("div", table, class_="sheet"))


def _cells(heads: tuple[str, ...], row: tuple[Content, ...]) -> list[Markup]:
    return [element("td", cell, data_head=head) for head, cell in zip(heads, row, strict=True)]


def _name(path: str) -> str:
    """The name of a copy. What a browser might run, an imported web page for example, it is only to save."""
    name = path.rpartition("/")[2]
    return f"{FOLDER}/{name}{'' if name.endswith(SHOWN) else '.bin'}"
