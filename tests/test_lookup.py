"""Units of a text are found by their citation, with levels left out where that is unambiguous (docs/meaning.md)."""

import pytest

from regelwerk import Source, find, parse, parse_citation

TEXT = """Beispielordnung

I. Grundlagen

§ 1 Aufgaben
(1) Der Beirat berät.
    Er hat die Aufgabe,
    1. zu fördern,
    2. zu prüfen, ob
       a) Mittel da sind,
       b) Räume da sind.
    Er berichtet.
(2) Das Nähere regelt er selbst.

§ 2 Sitz
    Er sitzt in Musterstadt.
"""


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ("§ 1 Absatz 1 Satz 1", ["Der Beirat berät."]),
        ("§ 1 Abs. 1 S. 3", ["Er berichtet."]),
        ("§ 1 Absatz 1 Nummer 1", ["zu fördern,"]),
        ("§ 1 Abs. 1 Nr. 2 lit. b", ["Räume da sind."]),
        ("§ 1 Absatz 1 Buchstabe a", ["Mittel da sind,"]),
        ("§ 2 Satz 1", ["Er sitzt in Musterstadt."]),
        ("§ 1 Absatz 1 letzter Satz", ["Er berichtet."]),
        (
            "§ 1 Absatz 1 vorletzter Satz",
            ["Er hat die Aufgabe, zu fördern, zu prüfen, ob Mittel da sind, Räume da sind."],
        ),
        ("§ 1 Absatz 2 vorletzter Satz", []),
        ("§ 1 Absatz 3", []),
        ("§ 1 Satz 1", []),
    ],
)
def test_a_citation_names_units(citation: str, words: list[str]) -> None:
    document = parse(Source("ordnung.txt", TEXT)).document
    assert [unit.words() for unit in find(document, parse_citation(citation))] == words


def test_a_range_names_several_units() -> None:
    document = parse(Source("ordnung.txt", TEXT)).document
    assert [unit.label for unit in find(document, parse_citation("§§ 1 bis 2"))] == ["§ 1", "§ 2"]
    assert [unit.label for unit in find(document, parse_citation("Abschnitt I"))] == ["I."]
