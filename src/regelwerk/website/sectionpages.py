"""All versions in; for every number that a § ever bore, the page with what became of it, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..citation import Citation, Level
from ..comparison.chunks import alone
from ..comparison.wordmarks import Mark
from ..output.names import short
from ..output.publication import Masthead, consolidated
from ..output.terms import Noted
from ..provision import Origin, Path, Provision, citation_of
from . import bands
from .addresses import TODAY, Edition, act_page, section_page
from .book import Book
from .changepages import Change
from .elements import NOTHING, Markup, element, items, joined, link
from .frame import Page, main
from .prose import excerpt
from .textpages import Text
from .typography import fixed, written


@dataclass(slots=True)
class _Section:
    """One § through all versions: where it stood in each, and what was done to it."""

    places: list[tuple[Edition, Citation, str]] = field(default_factory=list)
    stages: list[tuple[Change, list[Noted]]] = field(default_factory=list)


def section_pages(book: Book, changes: Sequence[Change], today: Text) -> Iterator[Page]:
    """The pages of all §§, one for each number. `today`: the text that is shown as the one of today."""
    sections: dict[Origin, _Section] = {}
    numbers: dict[str, dict[Origin, None]] = {}
    for edition in book.editions:
        document = edition.version.document
        for path, unit in document.walk():
            if unit.level is Level.PARAGRAF and unit.origin:
                citation = citation_of(document, path)
                sections.setdefault(unit.origin, _Section()).places.append((edition, citation, unit.heading))
                numbers.setdefault(section_page(citation), {})[unit.origin] = None
    for change in changes:
        for origin, blocks in _changed(change).items():
            if origin in sections:
                sections[origin].stages.append((change, blocks))
    wording = _wording(today)
    for page, origins in numbers.items():
        yield _page(book, page, {origin: sections[origin] for origin in origins}, wording)


def _wording(text: Text) -> Mapping[Origin, Sequence[Noted]]:
    """The words of each § in a text, without its heading."""
    masthead = Masthead(undocumented=text.undocumented)
    units = (unit for unit in text.edition.version.document.units() if unit.level is Level.PARAGRAF)
    return {unit.origin: consolidated(alone(unit), masthead).blocks[1:] for unit in units if unit.origin}


def _changed(change: Change) -> Mapping[Origin, list[Noted]]:
    """The §§ in which something changed, each with its blocks."""
    found = _by_section(change.publication.body)
    return {origin: blocks for origin, blocks in found.items() if any(b.mark is not Mark.SAME for b, _note in blocks)}


def _by_section(blocks: Sequence[Noted]) -> dict[Origin, list[Noted]]:
    found: dict[Origin, list[Noted]] = {}
    for block, note in blocks:
        side = block.first.side
        origin = _section_of(side.document, side.path)
        if origin is not None:
            found.setdefault(origin, []).append((block, note))
    return found


def _section_of(document: Provision, path: Path) -> Origin | None:
    around = (document.at(path[:size]) for size in range(1, len(path) + 1))
    return next((unit.origin for unit in around if unit.level is Level.PARAGRAF), None)


def _page(book: Book, page: str, found: Mapping[Origin, _Section], wording: Mapping[Origin, Sequence[Noted]]) -> Page:
    """All §§ that bore the number; mostly there is but one."""
    cited = next(str(c) for section in found.values() for _e, c, _h in section.places if section_page(c) == page)
    heading = _stands(book, list(found.values())[-1])[2]
    title = f"{cited} {heading}".strip() if len(found) == 1 else cited
    intro = f"Was unter {cited} stand und steht, mit jedem Beschluss, der daran etwas geändert hat."
    level = "h2" if len(found) == 1 else "h3"
    body = [
        joined(
            _name_of(book, page, section) if len(found) > 1 else None,
            _section(book, page, level, section, wording.get(origin)),
        )
        for origin, section in _in_order(book, page, found)
    ]
    content = joined(
        element("header", element("h1", title), element("p", f"{book.title}. {intro}", class_="subtitle")),
        main(*body),
    )
    return Page(f"{book.id}/{page}", f"{title}: Verlauf", content, ((book.title, TODAY),), "section")


def _in_order(book: Book, page: str, found: Mapping[Origin, _Section]) -> list[tuple[Origin, _Section]]:
    """The § that bears the number in the text of today, then the others, the youngest first."""
    shown = {origin: _stands(book, section) for origin, section in found.items()}
    bears = {o: edition is book.shown and section_page(cited) == page for o, (edition, cited, _h) in shown.items()}
    youngest_first = list(found.items())[::-1]
    youngest_first.sort(key=lambda one: not bears[one[0]])
    return youngest_first


def _stands(book: Book, section: _Section) -> tuple[Edition, Citation, str]:
    """Where the § stands in the text of today, and what it is called there; if it is not there, where it stood last."""
    return next((place for place in section.places if place[0] is book.shown), section.places[-1])


def _name_of(book: Book, page: str, section: _Section) -> Markup:
    """What the § is called, with a link if that is under another number."""
    edition, citation, heading = _stands(book, section)
    name = f"{citation} {heading}".strip()
    when = "Heute" if edition is book.current else "Zuletzt"
    return element("h2", name if section_page(citation) == page else link(section_page(citation), f"{when} {name}"))


def _section(book: Book, page: str, level: str, section: _Section, wording: Sequence[Noted] | None) -> Markup:
    """What became of one §, the youngest first. `level`: the element of its headings."""
    return joined(
        _today(book, page, level, section, wording),
        *(_stage(book, level, change, blocks) for change, blocks in reversed(section.stages)),
        _beginning(level, section),
    )


def _today(book: Book, page: str, level: str, section: _Section, wording: Sequence[Noted] | None) -> Markup:
    """The words in the text that is shown as the one of today, or why it has none."""
    if wording is None:
        return element("p", _absent(book, section), class_="band")
    edition, citation, heading = _stands(book, section)
    when = _when(book)
    title = when if section_page(citation) == page else f"{when}: {citation} {heading}".rstrip()
    where = link(f"{TODAY}#{citation.anchor}", "Im Zusammenhang lesen")
    band = element("p", bands.force(edition.version, book.day), class_="band") if edition is not book.current else None
    return element("div", element(level, title), band, excerpt(wording), element("p", where), class_="stage today")


def _when(book: Book) -> str:
    """When the text counts that is shown as the one of today."""
    if book.current:
        return "Heute"
    return "Zuletzt" if book.shown.version.in_force <= book.day else "Künftig"


def _absent(book: Book, section: _Section) -> Markup:
    """Why there is no text of today, and where there is one."""
    begun = [edition for edition, _citation, _heading in section.places if edition.version.in_force <= book.day]
    other = begun[-1] if begun else section.places[0][0]
    words = "nicht" if begun else "noch nicht"
    where = link(other.page, f"Fassung ab {written(other.version.in_force)}")
    last = "zuletzt in der " if begun else "sondern erst in der "
    counts = "heute gilt" if book.current else "zuletzt galt"
    return joined(f"Dieser Paragraf steht {words} in der Fassung, die {counts}, {last}", where, ".")


def _stage(book: Book, level: str, change: Change, blocks: Sequence[Noted]) -> Markup:
    edition, entry = change.edition, change.edition.version.entry
    adopted = f", beschlossen am {written(entry.adopted)}" if entry.adopted else ""
    coming = " (noch nicht in Kraft)" if edition.version.in_force > book.day else ""
    origins = {row.side.unit.origin for block, _note in blocks for row in block.rows}
    notes = [note for origin, note in change.notes.items() if origin in origins]
    return element(
        "div",
        element(level, f"{bands.name(edition.version)}{coming}{adopted}"),
        items(notes, class_="note"),
        excerpt(blocks),
        items(
            [
                link(act_page(entry), fixed(f"Wortlaut: {short(entry)}")),
                link(edition.page, "Fassung danach"),
                link(change.old.page, "Fassung davor"),
            ],
            class_="tools",
        ),
        class_="stage",
    )


def _beginning(level: str, section: _Section) -> Markup:
    """Where the § stood first, if that was in the base text."""
    edition, citation, heading = section.places[0]
    if edition.position:
        return NOTHING
    title = f"Stammfassung, ab {written(edition.version.in_force)}"
    where = link(f"{edition.page}#{citation.anchor}", f"{citation} {heading}".strip())
    return element("div", element(level, title), element("p", where), class_="stage")
