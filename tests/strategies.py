"""Hypothesis strategies for rules: German texts of small shape as Provision trees, in the form that parsing gives them.

`documents()` is the whole; the parts can be drawn alone. Every unit has a unique origin, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, product

from hypothesis import strategies as st

from regelwerk.citation import Level
from regelwerk.provision import Provision
from regelwerk.structure import with_origins

SUBJECTS = ("Der Beirat", "Die Vorsitzende", "Der Vorstand", "Jede Schule", "Das Forum „Miteinander“")
VERBS = ("berät", "fördert", "prüft", "unterstützt", "vertritt")
OBJECTS = ("die Gemeinden", "Vorhaben nach § 4 Abs. 2", "Anträge (Nummer 2 Buchst. a)", "Feste, Märkte usw. am Ort")
TAILS = ("", " bis zum 1. Mai", " z. B. im Herbst", " im Sinne des Satzes 1", " mit dem Muster e. V. Neustadt")
LEADS = ("Er hat die Aufgabe,", "Zu seinen Mitteln gehören", "Der Vorstand kann", "Es gilt Folgendes:")
PHRASES = ("die Gemeinden zu beraten", "Feste, z. B. im Herbst", "Mittel nach § 3 Abs. 1", "der Bericht vom 3. Mai")
RESTS = ("soweit Mittel vorhanden sind.", "wenn der Beirat zustimmt.")
HEADINGS = ("Aufgaben", "Name und Sitz", "Wahl des Vorstands", "Mitglieder, Gäste", "Inkrafttreten")
TITLES = ("Geschäftsordnung des Beirats", "Satzung des Vereins Muster e. V.", "Ordnung für das Archiv")
CELLS = ("Stufe", "Betrag", "bis zu 10 Euro", "20,00", "Vereine")
ROWS = st.sampled_from([f"{left} | {right}" for left, right in product(CELLS, CELLS)])
ITEM_STYLES: tuple[tuple[Level, Callable[[int], str]], ...] = (
    (Level.NUMMER, lambda n: f"{n}."),
    (Level.BUCHSTABE, lambda n: f"{'abcdefg'[n - 1]})"),
    (Level.DOPPELBUCHSTABE, lambda n: f"{'abcdefg'[n - 1] * 2})"),
)


def satz(text: str, *children: Provision) -> Provision:
    """A sentence, with the list or table in it."""
    return Provision(Level.SATZ, text=text, children=children)


PLAIN_TEXTS = st.sampled_from(
    [f"{' '.join(words)}{tail}." for *words, tail in product(SUBJECTS, VERBS, OBJECTS, TAILS)]
)
PLAIN_SENTENCES = PLAIN_TEXTS.map(satz)


@st.composite
def lists(draw: st.DrawFn, end: str = ".", depth: int = 0) -> tuple[Provision, ...]:
    """Two or three items of one level; the last of them, with all inside it, ends in `end`."""
    level, label = ITEM_STYLES[depth]
    size = draw(st.integers(2, 3))
    ends = [","] * (size - 1) + [end]
    bodies = [draw(_item_bodies(item_end, depth)) for item_end in ends]
    return tuple(Provision(level, label(n), children=body) for n, body in enumerate(bodies, 1))


@st.composite
def _item_bodies(draw: st.DrawFn, end: str, depth: int) -> tuple[Provision, ...]:
    phrase = draw(st.sampled_from(PHRASES))
    kinds = ["phrase", "phrase", "sentences"] + ["list"] * (depth + 1 < len(ITEM_STYLES))
    match draw(st.sampled_from(kinds)):
        case "list":
            return (satz(f"{phrase}:", *draw(lists(end, depth + 1))),)
        case "sentences" if end == ".":
            return satz(f"{phrase}."), draw(PLAIN_SENTENCES)
        case _:
            return (satz(phrase + end),)


@st.composite
def list_sentences(draw: st.DrawFn) -> Provision:
    """A sentence with a list, and sometimes with a rest after it."""
    lead = draw(st.sampled_from(LEADS))
    if draw(st.booleans()):
        rest = Provision(Level.SATZTEIL, text=draw(st.sampled_from(RESTS)))
        return satz(lead, *draw(lists(end=",")), rest)
    return satz(lead, *draw(lists()))


@st.composite
def tables(draw: st.DrawFn) -> Provision:
    """Two or three rows of two cells."""
    texts = draw(st.lists(ROWS, min_size=2, max_size=3))
    return Provision(Level.TABELLE, children=tuple(Provision(Level.ZEILE, text=text) for text in texts))


TABLE_SENTENCES = st.builds(satz, st.just("Die Beiträge betragen:"), tables())
SENTENCES = PLAIN_SENTENCES | list_sentences() | TABLE_SENTENCES
BODIES = st.lists(SENTENCES, min_size=1, max_size=3).map(tuple)


@st.composite
def absatz_lists(draw: st.DrawFn) -> tuple[Provision, ...]:
    """Absätze with numbers, or several without."""
    bodies = draw(st.lists(BODIES, min_size=2, max_size=3))
    numbered = draw(st.booleans())
    return tuple(
        Provision(Level.ABSATZ, f"({n})" if numbered else "", children=body) for n, body in enumerate(bodies, 1)
    )


@st.composite
def paragrafen(draw: st.DrawFn, label: str = "§ 1") -> Provision:
    """A § with Absätze, with sentences only, with a plain numbered list, or repealed."""
    match draw(st.sampled_from(["absätze", "absätze", "sentences", "list", "repealed"])):
        case "repealed":
            return Provision(Level.PARAGRAF, label, "(weggefallen)")
        case "absätze":
            children = draw(absatz_lists())
        case "list":
            children = draw(lists())
        case _:
            children = draw(BODIES)
    return Provision(Level.PARAGRAF, label, draw(st.sampled_from(HEADINGS)), children=children)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[Provision, ...]:
    """Some §§, numbered through, sometimes in Abschnitte."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    numbers = count(1)
    groups = [tuple(draw(paragrafen(f"§ {next(numbers)}")) for _ in range(size)) for size in sizes]
    if len(groups) == 1 or draw(st.booleans()):
        return sum(groups, ())
    label = draw(st.sampled_from(["Abschnitt {}", "{}. Abschnitt"]))
    return tuple(
        Provision(Level.ABSCHNITT, label.format(n), draw(st.sampled_from(HEADINGS)), children=group)
        for n, group in enumerate(groups, 1)
    )


@st.composite
def annexes(draw: st.DrawFn) -> Provision:
    """An Anlage with sentences."""
    return Provision(Level.ANLAGE, "Anlage 1", draw(st.sampled_from(HEADINGS)), children=draw(BODIES))


def _section(
    level: Level, heading: str, bodies: st.SearchStrategy[tuple[Provision, ...]]
) -> st.SearchStrategy[list[Provision]]:
    """None or one such unit."""
    return st.lists(st.builds(Provision, st.just(level), heading=st.just(heading), children=bodies), max_size=1)


OPENINGS = _section(Level.EINGANGSFORMEL, "", st.just((satz("Der Beirat hat am 3. Mai 2030 beschlossen:"),)))
PREAMBLES = _section(Level.PRAEAMBEL, "Präambel", BODIES)
CLOSINGS = _section(Level.SCHLUSSFORMEL, "", st.just((satz("Neustadt, den 3. Mai 2030"), satz("Die Vorsitzende"))))


@st.composite
def documents(draw: st.DrawFn) -> Provision:
    """A whole rule text: title and §§, sometimes with an opening, a Präambel, an Anlage and a closing."""
    parts = [OPENINGS, PREAMBLES, outlines(), CLOSINGS, st.lists(annexes(), max_size=1)]
    children = tuple(unit for part in parts for unit in draw(part))
    return with_origins(Provision(Level.DOCUMENT, heading=draw(st.sampled_from(TITLES)), children=children))
