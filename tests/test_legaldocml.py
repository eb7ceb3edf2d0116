"""LegalDocML.de: valid against the official schema, and read back by our own intake to the same text."""

from __future__ import annotations

from base64 import b64decode
from functools import cache
from pathlib import Path

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from samples import NEW, REGISTER, publication, read

from regelwerk.diagnostics import DoesNotApply, NotUnderstood
from regelwerk.intake.legaldocml import read_legaldocml
from regelwerk.output.choices import View
from regelwerk.output.legaldocml import render
from regelwerk.output.publication import Masthead, consolidated
from regelwerk.structure import format_document, parse

SHARED = Path(__file__).parents[2] / "shared"
SCHEMA = SHARED / "schema" / "legaldocml-de-1.8.2" / "regelungstext.xsd"
ANNEX_SCHEMA = SCHEMA.parent / "schema" / "legalDocML.de-offenestruktur.xsd"
PAIRS = SHARED / "corpus" / "pairs"
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

OUT_OF_ORDER = """Ordnung des Rates

Inhaltsübersicht
    § 1 Name
    Teil 1 Geld
    § 2 Beiträge

    Der Rat gibt sich diese Ordnung:

§ 1 Name
(1) Der Rat heißt
    a) Rat,
    b) Beirat
       aa) im Kreis,
       bb) am Ort,
         wie es beliebt.
    Der Name ist geschützt.
(2)

Teil 1 Geld

§ 2 Beiträge
    Beiträge zahlt, wer will.

    Niemand muss zahlen.

Teil 2 (weggefallen)
    Er galt bis 2020.
"""

ANNEXES = """Ordnung des Rates

§ 1 Name
    Der Rat heißt Rat.
    Er tagt oft.

Anlage 1 Gebühren

Abschnitt 1 Auskünfte
1. Auskünfte sind frei.
   Sie gibt die Geschäftsstelle.
2. Kopien kosten
   a) schwarz-weiß | 1 Euro,
   b) farbig | 2 Euro.

Abschnitt 2 Anderes
    Seite | Preis
    erste | 1 Euro

    Alles andere ist frei.

Anlage 2
    Die Karte zeigt den Kreis.
"""

TEXTS = [NEW, FULL, EMPTY_ITEM, OUT_OF_ORDER, ANNEXES]


def back(xml: bytes) -> str:
    return format_document(parse(read_legaldocml("file.xml", xml).source).document)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_is_read_back(text):
    assert format_document(read(text)) == text
    assert back(render(consolidated(read(text), REGISTER))) == text


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the official schema beside the repository")
@pytest.mark.parametrize("register", [REGISTER, Masthead()])
@pytest.mark.parametrize("text", TEXTS)
def test_documents_are_valid(text, register):
    assert_valid(render(consolidated(read(text), register)))


@cache
def schema(file: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(file))


def assert_valid(xml: bytes) -> None:
    """A text and its annexes, each by the schema for its kind."""
    root = etree.fromstring(xml)
    schema(SCHEMA).assertValid(root)
    for href in addresses(root):
        schema(ANNEX_SCHEMA).assertValid(etree.fromstring(b64decode(href.partition(",")[2])))


@pytest.mark.skipif(not PAIRS.exists(), reason="needs the corpus and the official schema beside the repository")
def test_laws_are_valid_and_read_back():
    for file in sorted(PAIRS.glob("*/new.txt")):
        document = read(file.read_text(encoding="utf-8"))
        xml = render(consolidated(document, Masthead()))
        assert_valid(xml)
        assert parse(read_legaldocml("file.xml", xml).source).document == document, file


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


def changed(xml: bytes, old: bytes, new: bytes) -> bytes:
    assert xml.count(old) == 1
    return xml.replace(old, new)


def test_annexes_are_documents_of_their_own():
    root = etree.fromstring(render(consolidated(read(ANNEXES), REGISTER)))
    annexes = [etree.fromstring(b64decode(href.partition(",")[2])) for href in addresses(root)]
    heads = [" ".join("".join(annex[0][1].itertext()).split()) for annex in annexes]
    assert heads == ["Anlage 1 Gebühren", "Anlage 2"]
    assert len({annex.find(f".//{AKN}FRBRthis").get("value") for annex in [root, *annexes]}) == 3


def addresses(root: etree._Element) -> list[str]:
    return [reference.get("href", "") for reference in root.iter(f"{AKN}documentRef")]


def test_an_annex_that_is_elsewhere_is_named():
    xml = render(consolidated(read(ANNEXES), REGISTER))
    first = addresses(etree.fromstring(xml))[0]
    proposal = read_legaldocml("file.xml", changed(xml, first.encode(), b"anlage-1.xml"))
    assert [found.message for found in proposal.findings][:1] == [
        "An annex was left out, which this file only refers to: „anlage-1.xml“."
    ]


def test_an_annex_that_is_broken_is_refused():
    xml = render(consolidated(read(ANNEXES), REGISTER))
    first = addresses(etree.fromstring(xml))[0]
    with pytest.raises(NotUnderstood) as refused:
        read_legaldocml("file.xml", changed(xml, first.encode(), f"{first}=".encode()))
    assert [found.message for found in refused.value.diagnostics] == ["An annex in this XML file cannot be read."]


def test_words_where_the_standard_has_none_are_not_lost():
    xml = changed(
        render(consolidated(read(FULL), REGISTER)), b"<akn:table ", b"<akn:table>Preise<akn:tr/></akn:table><akn:table "
    )
    assert "Preise" in read_legaldocml("file.xml", xml).source.text


def test_comparisons_are_refused():
    with pytest.raises(DoesNotApply) as refused:
        render(publication(View.REDLINE))
    assert str(refused.value) == (
        "LegalDocML holds the text of a rulebook and nothing else.\n"
        "  = hint: Export the consolidated text, or choose another format."
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.documents())
def test_the_words_are_kept(document):
    root = etree.fromstring(render(consolidated(document, Masthead())))
    act = root[0]
    words = "".join(text for part in act[1:] for text in part.itertext())
    assert hostile.squeezed(words) == hostile.all_words(document)
