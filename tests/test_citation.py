"""Numbers in labels, and citations as printed."""

from __future__ import annotations

import pytest

from regelwerk.citation import Citation, Level, Step, number_of
from regelwerk.citations import parse_citation
from regelwerk.output.units import cited


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("§ 3", "3"),
        ("§ 42 a", "42a"),
        ("§ 2.1", "2.1"),
        ("§§ 3 und 4", "3"),
        ("Artikel 5", "5"),
        ("Artikel IV", "IV"),
        ("(3a)", "3a"),
        ("( 1 )", "1"),
        ("1.1.", "1.1"),
        ("a)", "a"),
        ("bb)", "bb"),
        ("Abschnitt IV", "IV"),
        ("Abschnitt IXa", "IXa"),
        ("XI. Abschnitt", "XI"),
        ("I.", "I"),
        ("Teil A", "A"),
        ("Erster Teil", "1"),
        ("Zweiter Abschnitt", "2"),
        ("Anlage 2 (zu § 5)", "2"),
        ("Anlage (zu § 5)", ""),
        ("Anlage", ""),
        ("–", ""),
        ("", ""),
    ],
)
def test_number_of(label: str, number: str) -> None:
    assert number_of(label) == number


def test_text() -> None:
    steps = (Step(Level.PARAGRAF, "3"), Step(Level.ABSATZ, "2", "4"))
    assert Citation(steps).text() == "§ 3 Absatz 2 bis 4"
    assert Citation(steps).text(short=True) == "§ 3 Abs. 2 bis 4"
    assert str(Citation((Step(Level.SATZTEIL, "vor"),))) == "Satzteil vor der Aufzählung"
    assert str(Citation()) == "gesamter Text"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("§ 2 Absatz 2 Nummer 3 Satz 1", "§ 2 Absatz 2 Nummer 3"),
        ("§ 2 Absatz 2 Nummer 3 Buchstabe a Satz 1", "§ 2 Absatz 2 Nummer 3 Buchstabe a"),
        ("§ 2 Absatz 2 Nummer 3 Satz 2", "§ 2 Absatz 2 Nummer 3 Satz 2"),
        ("§ 2 Absatz 2 Satz 1", "§ 2 Absatz 2 Satz 1"),
        ("§ 2", "§ 2"),
    ],
)
def test_the_words_of_a_list_item_are_cited_without_a_sentence(place: str, shown: str) -> None:
    assert cited(parse_citation(place)) == shown
    assert cited(Citation()) == str(Citation())
