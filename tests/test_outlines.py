"""Outlines of twenty real texts: labels and counts without words („§ 3: (1) 2 S., (2) 1 S. + 4 Nr.“).

They were printed by the reader; then each text was read whole in its canonical form, line by line: headings, §§,
Absätze, sentences and list items. Wherever something looked odd it was compared with the text as found, and what was
wrong was mended in the reader. Left as they are, because the texts themselves are damaged or unclear:

- loc-animexx-satzung: the place and date above the founders count as a sentence of the last Absatz.
- loc-ekbo-landessynode-go-2004: the title stands below the days of validity and is a line of the opening formula.
- loc-junge-piraten-satzung: „8.“ is stuck to the end of number 7, and the heading of § 12 is missing.
- loc-makerspace-partheland-satzung: the numbers of the Absätze of §§ 11 and 12 have no full stop and count as text.

The texts themselves are no part of the project; where they are not at hand, these tests are skipped.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from regelwerk.citation import GROUPS, Level
from regelwerk.diagnostics import Source
from regelwerk.provision import Provision
from regelwerk.structure import parse

OUTLINES = sorted((Path(__file__).parent / "outlines").glob("*.txt"))
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "texts"
SECTIONS = (*GROUPS, Level.PARAGRAF, Level.ANLAGE, Level.PRAEAMBEL)
SHORT = {
    Level.SATZ: "S.",
    Level.NUMMER: "Nr.",
    Level.BUCHSTABE: "Bst.",
    Level.DOPPELBUCHSTABE: "Doppelbst.",
    Level.SPIEGELSTRICH: "Striche",
    Level.SATZTEIL: "Satzteile",
    Level.ZEILE: "Zeilen",
}


def counted(units: tuple[Provision, ...]) -> str:
    """How many sentences there are, and how much of what stands inside them: „2 S. + 4 Nr.“."""
    inside = [unit.level for sentence in units for path, unit in sentence.walk() if path]
    counts = Counter([unit.level for unit in units] + [level for level in inside if level is not Level.SATZ])
    return " + ".join(f"{counts[level]} {name}" for level, name in SHORT.items() if counts[level])


def outline(document: Provision, indent: str = "") -> Iterator[str]:
    """A line for each heading, with the Absätze below it."""
    for unit in document.children:
        if unit.level not in SECTIONS:
            if document.level is Level.DOCUMENT:
                yield f"{indent}{unit.level.name}: {len(unit.children)}"
            continue
        own = tuple(child for child in unit.children if child.level is Level.SATZ)
        absaetze = [child for child in unit.children if child.level in (Level.ABSATZ, Level.NUMMER)]
        parts = [counted(own)] if own else []
        parts += [f"{absatz.label or '()'} {counted(absatz.children)}".rstrip() for absatz in absaetze]
        name = unit.label if unit.level is Level.PARAGRAF else f"{unit.level.name} {unit.label}".rstrip()
        yield f"{indent}{name}: {', '.join(parts)}".rstrip()
        yield from outline(unit, indent + "  ")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real texts is not at hand")
@pytest.mark.parametrize("golden", OUTLINES, ids=lambda golden: golden.stem)
def test_the_outline_of_a_real_text(golden: Path) -> None:
    text = unicodedata.normalize("NFC", (CORPUS / golden.name).read_text("utf-8"))
    document = parse(Source(golden.name, text)).document
    assert [*outline(document)] == golden.read_text("utf-8").splitlines()
