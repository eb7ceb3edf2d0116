"""What was adopted in; the page that shows it word for word, each command with links to what it changed, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..output.names import short
from ..provision import Origin
from ..rulebook.decisions import Decision, places_in, read_decisions
from ..rulebook.register import Act, Entry
from . import bands
from .addresses import TODAY, Edition, Place, act_page, command_anchors, place_of
from .book import Book
from .changepages import Change
from .elements import NOTHING, Markup, element, items, joined, link
from .frame import Page, main
from .touched import Touch, outermost
from .typography import written

Anchors = Mapping[int, Mapping[Origin, str]]
"""Where each unit is on the page of each version, by the position of that."""


def act_of(book: Book, entry: Entry, changes: Mapping[int, Change], anchors: Anchors) -> Page:
    """The page of an entry. `changes`: what changed with each version, by its position."""
    title = getattr(entry, "title", "") or short(entry)
    targets = _targets(book, entry, changes, anchors)
    content = (_head(book, entry, title), main(_wording(book, entry, targets), _decisions(book, entry, targets)))
    return Page(f"{book.id}/{act_page(entry)}", title, joined(*content), ((book.title, TODAY),), "act")


Targets = Mapping[Place, Sequence[Markup]]
"""Links to what each command changed, by its place."""


def _targets(book: Book, entry: Entry, changes: Mapping[int, Change], anchors: Anchors) -> Targets:
    found: dict[Place, dict[Markup, None]] = {}
    did = (touch for touch in book.touches_by(entry) if not book.ended(touch))
    for (position, place), touches in groupby(did, key=lambda t: (t.edition.position, place_of(t.command))):
        for touch in outermost(touches):
            page = _place(touch, changes[position], anchors[position])
            found.setdefault(place, {})[joined(link(page, str(touch.cited)), f" {touch.done}")] = None
    return {place: tuple(targets) for place, targets in found.items()}


def _place(touch: Touch, change: Change, anchors: Mapping[Origin, str]) -> str:
    """Where the unit is in the version that the command made, or where it stands struck out."""
    if touch.origin in anchors:
        return f"{touch.edition.page}#{anchors[touch.origin]}"
    identity = change.prose.ids.get(touch.origin)
    return f"{touch.edition.redline}#{identity}" if identity else touch.edition.redline


def _head(book: Book, entry: Entry, title: str) -> Markup:
    days = [
        ("beschlossen am", getattr(entry, "adopted", None)),
        ("bekannt gemacht am", getattr(entry, "promulgated", None)),
        ("in Kraft ab", getattr(entry, "in_force", None)),
        ("gilt bis", getattr(entry, "until", None)),
    ]
    told = ", ".join([*(f"{words} {written(day)}" for words, day in days if day), *_parts(entry)])
    ways = [_ways(book, edition) for edition in _made(book, entry)]
    file = getattr(entry, "file", "")
    ways += [items([link(f"quellen/{file}", "Wortlaut als Textdatei", download=True)])] if file else []
    return element(
        "header",
        element("h1", title),
        element("p", f"{short(entry)}: {told}", class_="subtitle"),
        element("p", f"Grund der Aufnahme: {entry.reason}", class_="note") if entry.reason else NOTHING,
        element("nav", *ways, aria_label="Was daraus wurde", class_="tools"),
    )


def _parts(entry: Entry) -> Iterator[str]:
    """The days of the points that have their own."""
    for part in entry.part if isinstance(entry, Act) else ():
        until = f" bis {written(part.until)}" if part.until else ""
        yield f"{bands.cited(part.points)} ab {written(part.in_force)}{until}"


def _made(book: Book, entry: Entry) -> Iterator[Edition]:
    """The versions that the entry made, alone or with others on one day; and its end, which makes one too."""
    positions = {touch.edition.position for touch in book.touches_by(entry)}
    return (e for e in book.editions if e.version.entry is entry or e.position in positions)


def _ways(book: Book, edition: Edition) -> Markup:
    """To a version that the act made, and to what changed with it."""
    change = (
        (link(edition.redline, "Änderungen im Text"), link(edition.synopsis, "Synopse")) if book.before(edition) else ()
    )
    end = " (Ende der Geltung)" if edition.version.expired else ""
    return items([link(edition.page, f"Fassung ab {written(edition.version.in_force)}{end}"), *change])


def _wording(book: Book, entry: Entry, targets: Targets) -> Markup:
    """The text as adopted, character for character."""
    source = book.rulebook.text_of(entry)
    if source is None:
        return element("p", "Der Wortlaut liegt nicht vor.")
    commands = book.commands_of(entry)
    anchors = command_anchors(commands)
    said = [
        _Passage(start, end, anchors[place], _places(targets.get(place, ())))
        for place, _same in groupby(commands, key=place_of)
        for name, start, end in [place]
        if name == source.name
    ]
    for number, decision in enumerate(_decided(book, entry), 1):
        leads = _places([link(f"#{_anchor_of(decision, anchors, number)}", "Entscheidung")])
        said += [_Passage(span.start, span.end, None, leads) for span in places_in(source, decision)]
    return element("div", *_passages(source.text, sorted(said, key=lambda found: found.start)), class_="wording")


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage of an act: from where to where, its anchor if it has one, and what stands behind it."""

    start: int
    end: int
    anchor: str | None
    behind: Markup


def _passages(text: str, said: Sequence[_Passage]) -> Iterator[Markup | str]:
    """The text with its commands marked; behind each what it changed, or what people decided."""
    position = 0
    for passage in said:
        start, end = max(passage.start, position), max(passage.end, position)
        yield text[position:start]
        yield element("span", text[start:end], id=passage.anchor, class_="command")
        yield passage.behind
        position = end
    yield text[position:]


def _places(targets: Sequence[Markup]) -> Markup:
    return element("span", " → ", Markup(", ").join(targets), class_="places") if targets else NOTHING


def _decided(book: Book, entry: Entry) -> tuple[Decision, ...]:
    """What people decided where the act does not fit the text."""
    source = book.rulebook.text_of(entry, "decisions")
    return read_decisions(source) if source else ()


def _decisions(book: Book, entry: Entry, targets: Targets) -> Markup:
    """The decisions, each with what it changed."""
    anchors = command_anchors(book.commands_of(entry))
    listed = [_decision(found, anchors, n, targets) for n, found in enumerate(_decided(book, entry), 1)]
    return (
        joined(element("h2", "Entscheidungen, wo der Beschluss nicht wörtlich passt"), *listed) if listed else NOTHING
    )


def _decision(decision: Decision, anchors: Mapping[Place, str], number: int, targets: Targets) -> Markup:
    return element(
        "div",
        element("p", f"Im Beschluss: „{decision.passage}“", class_="wording"),
        element("p", _instead(decision), _places(targets.get(_place_of(decision), ()))),
        element("p", f"Entscheidung: {decision.by}, {written(decision.on)}. Grund: {decision.reason}"),
        id=_anchor_of(decision, anchors, number),
        class_="decision",
    )


def _place_of(decision: Decision) -> Place:
    return decision.span.source.name, decision.span.start, decision.span.end


def _anchor_of(decision: Decision, anchors: Mapping[Place, str], number: int) -> str:
    """The anchor of the commands that carry it out; if there are none, one of its own."""
    return anchors.get(_place_of(decision), f"entscheidung-{number}")


def _instead(decision: Decision) -> str:
    if decision.place is None:
        return "Dieser Satz hat keine Wirkung."
    if not decision.old:
        return f"{decision.place}: neu ist „{decision.new}“."
    return f"{decision.place}: statt „{decision.old}“ steht {f'„{decision.new}“' if decision.new else 'nichts'}."
