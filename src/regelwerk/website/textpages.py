"""A version of a rulebook in; the page with its text, and the page of the rulebook with the text of today, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..output import notes as told
from ..output.choices import Format
from ..output.frame import CONTENTS, UNDOCUMENTED
from ..output.names import short
from ..output.publication import Masthead
from ..provision import Origin
from ..rulebook.register import Dated
from ..rulebook.state import state_on
from . import bands, legislation, why
from .addresses import SOURCES, TODAY, Edition, act_page
from .book import Book
from .elements import NOTHING, Content, Markup, element, items, joined, link
from .frame import Page, main
from .gone import Gone
from .overview import act_link, overview
from .prose import Kept, Prose, whole_text
from .typography import fixed, written

FORMS = {Format.PDF: "PDF", Format.DOCX: "DOCX", Format.XML: "XML", Format.JSON: "JSON", Format.TXT: "Text"}
CONTENTS_FROM = 5
"""With fewer headings than this a text needs no list of them."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a version as HTML, and the words in it that no act documents.

    `gone`: what to say at addresses that earlier versions had.
    """

    edition: Edition
    prose: Prose
    undocumented: told.Undocumented
    gone: Markup


def text_of(book: Book, edition: Edition, causes: why.Causes, kept: Kept, gone: Gone) -> Text:
    """The text with what is to be said of its units: which commands made them, what people decided there."""
    version = edition.version
    undocumented = told.undocumented(book.rulebook, version)
    said: dict[Origin, list[Markup]] = {
        origin: [note] for origin, note in why.notes(book, version.document, causes).items()
    }
    for origin, texts in told.decisions(book.rulebook, version).items():
        said.setdefault(origin, []).extend(joined(words) for words in texts)
    prose = whole_text(version.document, Masthead(undocumented=undocumented), said, kept)
    return Text(edition, prose, undocumented, gone.told(edition, prose))


def version_page(book: Book, text: Text) -> Page:
    """The page of a version, at its lasting address."""
    edition = text.edition
    version = edition.version
    title = version.document.heading
    head = element(
        "header",
        element("h1", title),
        element("p", f"Nichtamtliche Lesefassung, {bands.valid(version)}", class_="subtitle"),
        _band(book, edition),
        _retroactive(edition),
        _gaps(book, edition),
        _legend(text),
        _neighbours(book, edition),
        _composition(book, edition),
        _ways(book, edition),
        text.gone,
    )
    return Page(
        f"{book.id}/{edition.page}",
        f"{title}, Fassung ab {written(version.in_force)}",
        joined(head, _columns(text.prose)),
        ((book.title, TODAY),),
        "text",
        data=legislation.of_version(book, edition),
    )


def today_page(book: Book, text: Text) -> Page:
    """The page of the rulebook: the text in force, and all versions and amendments."""
    edition = text.edition
    title = edition.version.document.heading
    head = element(
        "header",
        element("h1", title),
        element("p", _standing(book, edition), class_="subtitle"),
        _band(book, edition),
        _coming(book),
        element("p", class_="band", id="veraltet", hidden=True),
        _gaps(book, edition),
        _legend(text),
        _neighbours(book, edition),
        _ways(book, edition),
        text.gone,
    )
    return Page(
        f"{book.id}/{TODAY}",
        title,
        joined(head, _columns(text.prose, overview(book))),
        style="text",
        script="date.js",
        data=legislation.of_rulebook(book),
    )


def _standing(book: Book, edition: Edition) -> Markup:
    """Since when the text reads as it does, and where it stays."""
    version = edition.version
    words = f"Nichtamtliche Lesefassung, {bands.valid(version)}"
    return joined(words, " (", link(edition.page, "dauerhafte Adresse dieser Fassung"), ")")


def _band(book: Book, edition: Edition) -> Markup:
    words = bands.force(edition.version, book.day)
    if not words:
        return NOTHING
    return element("p", words, _today(book), class_="band")


def _today(book: Book) -> Content:
    """What holds today instead of a text that does not."""
    if book.current:
        return " ", link(TODAY, f"Heute gilt die Fassung ab {written(book.current.version.in_force)}.")
    repeal = book.repeal
    if repeal and repeal.in_force <= book.day:
        return " Das Regelwerk ist aufgehoben durch: ", act_link(repeal), "."
    return NOTHING


def _coming(book: Book) -> Markup:
    """What will change, and when."""
    coming = [found for found in book.editions if found.version.in_force > book.day and found is not book.shown]
    words = [_comes(found) for found in coming]
    repeal = book.repeal
    if repeal and repeal.in_force > book.day:
        ends = f"Am {written(repeal.in_force)} tritt das Regelwerk außer Kraft: "
        words.append(joined(ends, act_link(repeal), "."))
    return element("p", Markup(" ").join(words), class_="coming") if words else NOTHING


def _comes(edition: Edition) -> Markup:
    version = edition.version
    points, act = bands.points(version), fixed(short(version.entry))
    several = len(points) > 1
    happens = ("enden" if several else "endet") if version.expired else ("treten" if several else "tritt")
    what = joined("die ", link(edition.page, act))
    if points:
        what = link(edition.page, fixed(bands.cited(points)), " der ", act)
    return joined(f"Am {written(version.in_force)} {happens} ", what, "." if version.expired else " in Kraft.")


def _retroactive(edition: Edition) -> Markup:
    """What must be known of a text that nobody could read on its first days."""
    version, adopted = edition.version, edition.version.entry.adopted
    if version.expired or adopted is None or adopted <= version.in_force:
        return NOTHING
    return element("p", f"Diese Fassung gilt rückwirkend: Beschlossen wurde sie am {written(adopted)}.", class_="gap")


def _gaps(book: Book, edition: Edition) -> Markup:
    state = state_on(book.rulebook.register, edition.version.in_force)
    return joined([element("p", line, class_="gap") for line in told.gaps(state)])


def _legend(text: Text) -> Markup:
    if not text.undocumented:
        return NOTHING
    return element("p", "Legende: ", element("span", UNDOCUMENTED, class_="undocumented"), class_="legend")


def _neighbours(book: Book, edition: Edition) -> Markup:
    """The versions before and after, and the one of today."""
    before, after = book.before(edition), book.after(edition)
    found = [
        link(before.page, f"Vorige Fassung (ab {written(before.version.in_force)})", rel="prev") if before else None,
        link(f"{TODAY}#fassungen", "Alle Fassungen"),
        link(after.page, f"Nächste Fassung (ab {written(after.version.in_force)})", rel="next") if after else None,
    ]
    return element("nav", items(part for part in found if part), aria_label="Fassungen", class_="tools")


def _composition(book: Book, edition: Edition) -> Markup:
    """What the text is made of."""
    entries = state_on(book.rulebook.register, edition.version.in_force).counting
    listed = items(_entry(entry, book.day) for entry in entries)
    return element("details", element("summary", "Diese Lesefassung umfasst"), listed)


def _entry(entry: Dated, day: date) -> Markup:
    adopted = f", beschlossen am {written(entry.adopted)}" if entry.adopted else ""
    return joined(act_link(entry), adopted, f", in Kraft {bands.since(entry.in_force, day)}")


def _ways(book: Book, edition: Edition) -> Markup:
    """What changed with the version, where it comes from, and the version in other forms."""
    changed = (
        (link(edition.redline, "Änderungen im Text"), link(edition.synopsis, "Synopse")) if book.before(edition) else ()
    )
    found = [
        *changed,
        link(act_page(edition.version.entry), fixed(f"Wortlaut: {short(edition.version.entry)}")),
        link(SOURCES, "Quellen und Prüfsummen"),
    ]
    files = (link(edition.download(form.value), FORMS[form], download=True) for form in book.forms)
    return joined(
        element("nav", items(found), aria_label="Änderungen und Quellen", class_="tools"),
        element("nav", items(["Diese Fassung als Datei:", *files]), aria_label="Dateien", class_="tools"),
    )


def _columns(prose: Prose, *below: Markup) -> Markup:
    """The text, and beside it its contents."""
    return element("div", _contents(prose), main(prose.content, *below), class_="columns")


def _contents(prose: Prose) -> Markup:
    if len(prose.headings) < CONTENTS_FROM:
        return NOTHING
    listed = [
        element("li", link(f"#{heading.anchor}", heading.words), class_="inner" if heading.inner else None)
        for heading in prose.headings
    ]
    return element("nav", element("h2", CONTENTS), element("ul", listed), aria_label=CONTENTS, class_="contents")
