"""What is known of all rulebooks in; start page, search, imprint and feed of the whole site out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import chain, repeat
from typing import Any
from unicodedata import combining, normalize

from ..days import DAY
from .addresses import FEED, IMPRINT, SEARCH, START, STYLE, TODAY
from .elements import NOTHING, Content, Markup, element, items, joined, link
from .feed import feed
from .frame import BINDING, Page, main, whole
from .settings import Settings
from .typography import written

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All rulebooks of the site, as their records tell of them, and the day that counts as today.

    `failed`: the ids of those that could not be shown as they are now; some have pages from an earlier day.
    """

    records: Sequence[Record]
    failed: Sequence[str]
    day: date
    settings: Settings


def site_files(shelf: Shelf) -> dict[str, bytes]:
    """The files at the root of the site."""
    pages = (start_page(shelf), search_page(shelf), imprint_page(shelf))
    return {page.path: whole(page, shelf.settings) for page in pages} | {
        FEED: feed(shelf.records, shelf.settings),
        STYLE: style(shelf.settings),
    }


def style(settings: Settings) -> bytes:
    """The one style sheet: that of all exported pages, and what a site has besides."""
    exported = files("regelwerk.output").joinpath("page.css").read_text(encoding="utf-8")
    own = files(__package__).joinpath("files", "site.css").read_text(encoding="utf-8")
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ --link: {settings.accent_dark}; }} }}\n"
    colours = f":root {{ --link: {settings.accent}; }}\n{dark}@media print {{ :root {{ --link: #000; }} }}\n"
    return f"{exported}{own}{colours}".encode()


def start_page(shelf: Shelf) -> Page:
    """All rulebooks: how each stands, what changed it last, what is to come."""
    settings = shelf.settings
    body = element("p", settings.body, class_="subtitle") if settings.body else NOTHING
    search = element("p", link(SEARCH, "In allen Regelwerken suchen"))
    cards = [_card(shelf, record) for record in sorted(shelf.records, key=_alphabetical)]
    known = {record["id"] for record in shelf.records}
    lost = [
        element("p", f"„{id}“ ist zurzeit nicht verfügbar.", class_="band") for id in shelf.failed if id not in known
    ]
    state = element("p", f"Stand: {written(shelf.day)}", class_="subtitle")
    content = joined(
        element("header", element("h1", settings.title), body, state),
        main(search, lost, element("ul", cards, class_="cards")),
    )
    return Page(START, settings.title, content, style="start")


def _alphabetical(record: Record) -> str:
    """What the title is sorted by: as in dictionaries „ä“ is „a“, and „ß“ is „ss“."""
    return "".join(sign for sign in normalize("NFKD", record["title"].casefold()) if not combining(sign))


def _card(shelf: Shelf, record: Record) -> Markup:
    title = element("h2", link(f"{record['id']}/{TODAY}", record["title"]))
    body = element("p", record["body"]) if record["body"] and record["body"] != shelf.settings.body else NOTHING
    stale = "Diese Seiten konnten zuletzt nicht erneuert werden; sie zeigen einen früheren Stand."
    warning = element("p", stale, class_="band") if record["id"] in shelf.failed else NOTHING
    return element("li", title, body, warning, [element("p", line) for line in _state(record, shelf.day)])


def _state(record: Record, day: date) -> Iterator[Content]:
    """How the rulebook stands on that day, in sentences."""
    today, versions = day.isoformat(), record["versions"]
    first, last = versions[0], versions[-1]
    current = next((found for found in versions if _counts(found, day)), None)
    if current is None and today < first["in_force"]:
        yield f"Noch nicht in Kraft: tritt am {_written(first['in_force'])} in Kraft."
    elif current is None:
        over = element("strong", f"Außer Kraft seit {_written(last['until'])}")
        yield joined(over, ": ", _act(record, record["repeal"]))
    elif current == first:
        yield f"In Kraft seit {_written(first['in_force'])}, seither unverändert."
    else:
        yield joined(f"Zuletzt geändert zum {_written(current['in_force'])}: ", _act(record, current))
    coming = [found for found in versions[1:] if found["in_force"] > today]
    for words, version in zip(chain(("Nächste Änderung",), repeat("Danach")), coming, strict=False):
        yield joined(f"{words} am {_written(version['in_force'])}: ", _act(record, version))
    if current == last and last["until"]:
        end = date.fromisoformat(last["until"]) - DAY
        yield joined(f"Gilt nur noch bis {written(end)}: ", _act(record, record["repeal"]))


def _written(day: str) -> str:
    """A day of a record, as it stands in a page."""
    return written(date.fromisoformat(day))


def _counts(version: Record, day: date) -> bool:
    today, until = day.isoformat(), version["until"]
    return bool(version["in_force"] <= today and (until is None or today < until))


def _act(record: Record, change: Record) -> Markup:
    """`change`: a version, or the repeal of the rulebook."""
    words = change["name"] if change.get("expired") else change["title"] or change["name"]
    return link(f"{record['id']}/{change['page']}", words)


def _title(record: Record, day: date) -> str:
    """The title, with a remark if the text that is shown is not in force."""
    title: str = record["title"]
    if any(_counts(version, day) for version in record["versions"]):
        return title
    begun = record["versions"][0]["in_force"] <= day.isoformat()
    return f"{title} ({'außer Kraft' if begun else 'noch nicht in Kraft'})"


def search_page(shelf: Shelf) -> Page:
    """A field for words, and the headings of all texts, which serve without script too."""
    titled = [(record, _title(record, shelf.day)) for record in sorted(shelf.records, key=_alphabetical)]
    field = element(
        "form",
        element("label", "Wörter, die im Text vorkommen", for_="suchwort"),
        element("input", type="search", id="suchwort", autocomplete="off"),
        element("p", role="status", id="zahl"),
        id="suche",
        role="search",
        hidden=True,
    )
    index = [
        [f"{record['id']}/{TODAY}#{found['anchor']}", title, found["heading"], found["words"]]
        for record, title in titled
        for found in record["sections"]
    ]
    content = joined(
        element("header", element("h1", "Suche")),
        main(
            field,
            element(
                "noscript", element("p", "Die Suche nach Wörtern braucht JavaScript; die Überschriften stehen hier.")
            ),
            element("ol", id="treffer", class_="hits"),
            element("div", [_headings(record, title) for record, title in titled], id="ueberschriften"),
        ),
        element("script", Markup(_data(index)), type="application/json", id="verzeichnis"),
    )
    return Page(SEARCH, "Suche", content, style="search", script="search.js")


def _headings(record: Record, title: str) -> Markup:
    address = f"{record['id']}/{TODAY}"
    listed = items(link(f"{address}#{found['anchor']}", found["heading"]) for found in record["sections"])
    return element("section", element("h2", link(address, title)), listed)


def _data(value: object) -> str:
    """JSON that may stand in a page: nothing in it ends the element around it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def imprint_page(shelf: Shelf) -> Page:
    """Who publishes the site, what its texts are worth, and what it does not do: watch its readers."""
    settings = shelf.settings
    sections = [
        ("Herausgegeben von", settings.body),
        ("Kontakt", settings.contact),
        ("Impressum", settings.imprint),
        ("Verbindlichkeit", f"Die Lesefassungen sind nicht amtlich. {BINDING}"),
        (
            "Datenschutz",
            "Diese Seiten laden nichts von anderen Servern, setzen keine Cookies und messen keine Besuche. "
            "Die Suche läuft in Ihrem Browser; was Sie suchen, verlässt ihn nicht.",
        ),
        (
            "Dauerhafte Adressen",
            "Jede Fassung, jeder Paragraf, jeder Absatz und jeder Satz hat eine Adresse, die bleibt: das Absatzzeichen "
            "ist ein Link auf sich selbst, und „satz-2“ an seinem Ende führt zum zweiten Satz. Nur die Seite des "
            "Regelwerks selbst zeigt immer den Text von heute.",
        ),
    ]
    parts = [
        joined(element("h2", heading), element("p", words, class_="lines")) for heading, words in sections if words
    ]
    return Page(
        IMPRINT,
        "Impressum und Hinweise",
        joined(element("header", element("h1", "Impressum und Hinweise")), main(parts)),
    )
