"""LegalDocML.de: valid against the official schema, and read back by our own intake to the same text."""

from __future__ import annotations

from pathlib import Path

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from samples import NEW, REGISTER, publication, read

from regelwerk.diagnostics import DoesNotApply
from regelwerk.intake.legaldocml import read_legaldocml
from regelwerk.output.choices import View
from regelwerk.output.legaldocml import render
from regelwerk.output.publication import Masthead, consolidated
from regelwerk.structure import format_document, parse

SHARED = Path(__file__).parents[2] / "shared"
SCHEMA = SHARED / "schema" / "legaldocml-de-1.8.2" / "regelungstext.xsd"
AKN = "{http://Inhaltsdaten.LegalDocML.de/1.8.2/}"

FULL = """Ordnung des Rates

    Der Rat gibt sich diese Ordnung:

Präambel
    Vorbeugung gelingt, wo viele zusammenwirken.

Abschnitt I Grundlagen

§ 1 Name
(1) Der Rat heißt Rat.
    Er hat die Aufgabe,
    1. die Gemeinden zu beraten,
    2. zu fördern:
       a) Schulen,
       b) Vereine,
      soweit Mittel da sind.
(2) Die Beiträge betragen:
    Stufe 1 | 10 Euro
    Stufe 2 | 20 Euro

§ 2 (weggefallen)

§ 3 Ende
    Diese Ordnung endet nie.
    Sie gilt überall.
"""

EMPTY_ITEM = "Ordnung\n\n§ 1 Leer\n(1) Es gilt\n    1.\n       a) dies,\n    2. das.\n"


def back(xml: bytes) -> str:
    return format_document(parse(read_legaldocml("file.xml", xml).source).document)


@pytest.mark.parametrize("text", [NEW, FULL])
def test_what_is_written_is_read_back(text):
    assert format_document(read(text)) == text
    assert back(render(consolidated(read(text), REGISTER))) == text


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the official schema beside the repository")
@pytest.mark.parametrize("register", [REGISTER, Masthead()])
@pytest.mark.parametrize(
    "text", [NEW, FULL, "Ordnung\n\n§ 1 Leer\n(1) Es gilt\n    1.\n       a) dies,\n    2. das.\n"]
)
def test_documents_are_valid(text, register):
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(render(consolidated(read(text), register))))


def test_identifiers_are_unique_and_the_same_every_time():
    xml = render(consolidated(read(FULL), REGISTER))
    assert xml == render(consolidated(read(FULL), REGISTER))
    for name in ("eId", "GUID"):
        found = [element.get(name) for element in etree.fromstring(xml).iter() if element.get(name)]
        assert len(found) == len(set(found))


def test_the_life_cycle_names_all_acts():
    events = etree.fromstring(render(consolidated(read(NEW), REGISTER))).iter(f"{AKN}eventRef")
    assert [(event.get("type"), event.get("refersTo"), event.get("date")) for event in events] == [
        ("generation", "ausfertigung", "2012-03-20"),
        ("generation", "inkrafttreten", "2012-03-21"),
        ("amendment", "ausfertigung", "2019-05-14"),
        ("amendment", "inkrafttreten", "2019-06-01"),
        ("amendment", "ausfertigung", "2023-11-07"),
        ("amendment", "inkrafttreten", "2023-11-07"),
    ]


def test_what_the_standard_has_no_place_for_is_refused():
    with pytest.raises(DoesNotApply) as refused:
        render(consolidated(read(NEW + "\nAnlage 1 Karte\n    Die Karte zeigt den Kreis.\n"), Masthead()))
    assert [(found.message, found.hint) for found in refused.value.diagnostics] == [
        (
            "Anlage 1 has no place in LegalDocML.",
            "It knows formulas, a table of contents, groups, and §§ with Absätze and lists, in this order.",
        )
    ]


def test_comparisons_are_refused():
    with pytest.raises(DoesNotApply) as refused:
        render(publication(View.REDLINE))
    assert str(refused.value) == (
        "LegalDocML holds the text of a rulebook and nothing else.\n  = hint: Export the consolidated text, or choose another format."
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.documents())
def test_the_words_are_kept(document):
    root = etree.fromstring(render(consolidated(document, Masthead())))
    act = root[0]
    words = "".join(text for part in act[1:] for text in part.itertext())
    assert hostile.squeezed(words) == hostile.all_words(document)
