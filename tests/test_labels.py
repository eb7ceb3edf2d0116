"""Labels and headings by their shape."""

from __future__ import annotations

import pytest

from regelwerk.citation import Level
from regelwerk.structure.headings import Heading, is_closing, is_title, read_heading
from regelwerk.structure.labels import read_label


@pytest.mark.parametrize(
    ("text", "printed", "level", "place"),
    [
        ("(1) Der Rat", "(1)", Level.NUMMER, (1, 0)),
        ("( 2a ) Der Rat", "( 2a )", Level.NUMMER, (2, 1)),
        ("3) Der Rat", "3)", Level.NUMMER, (3, 0)),
        ("7a. der Rat", "7a.", Level.NUMMER, (7, 1)),
        ("2.1.3 Der Rat", "2.1.3", Level.NUMMER, (2, 1, 3, 0)),
        ("(2.1) Der Rat", "(2.1)", Level.NUMMER, (2, 1, 0)),
        ("8.Der Rat", "8.", Level.NUMMER, (8, 0)),
        ("b) der Rat", "b)", Level.BUCHSTABE, (2, 0)),
        ("(b) der Rat", "(b)", Level.BUCHSTABE, (2, 0)),
        ("b. der Rat", "b.", Level.BUCHSTABE, (2, 0)),
        ("bb) der Rat", "bb)", Level.DOPPELBUCHSTABE, (2, 0)),
        ("bbb) der Rat", "bbb)", Level.DREIFACHBUCHSTABE, (2, 0)),
        ("iv) der Rat", "iv)", Level.NUMMER, (4, 0)),
        ("– der Rat", "–", Level.SPIEGELSTRICH, ()),
        ("• der Rat", "•", Level.SPIEGELSTRICH, ()),
        ("(3) bis (5) (weggefallen)", "(3) bis (5)", Level.NUMMER, (3, 0)),
    ],
)
def test_labels(text: str, printed: str, level: Level, place: tuple[int, ...]) -> None:
    label = read_label(text)
    assert label is not None
    style, value = label.readings[0]
    assert (label.printed, style.level, value) == (printed, level, place)


@pytest.mark.parametrize(
    "text",
    ["1. Januar 2030", "1. 5. 2030", "14.000 Euro", "d. h. nicht", "i. V. m. § 3", "a.a.O.", "-5 Grad", "der Rat"],
)
def test_what_is_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("§ 3 Aufgaben", Heading(Level.PARAGRAF, "§ 3", "Aufgaben")),
        ("§3a", Heading(Level.PARAGRAF, "§3a")),
        ("§ 42 a Aufgaben", Heading(Level.PARAGRAF, "§ 42 a", "Aufgaben")),
        ("§ 2.1 Zweck", Heading(Level.PARAGRAF, "§ 2.1", "Zweck")),
        ("§ 1 – Ziele", Heading(Level.PARAGRAF, "§ 1 –", "Ziele")),
        ("§ 1. Name", Heading(Level.PARAGRAF, "§ 1.", "Name")),
        ("§1Name", Heading(Level.PARAGRAF, "§1", "Name")),
        ("Paragraph 3 Name", Heading(Level.PARAGRAF, "Paragraph 3", "Name")),
        ("§§ 3 und 4 (weggefallen)", Heading(Level.PARAGRAF, "§§ 3 und 4", "(weggefallen)")),
        ("Artikel 5 [Sitz]", Heading(Level.PARAGRAF, "Artikel 5", "[Sitz]")),
        ("Abschnitt IV Wahlen", Heading(Level.ABSCHNITT, "Abschnitt IV", "Wahlen")),
        ("4. Abschnitt: Wahlen", Heading(Level.ABSCHNITT, "4. Abschnitt:", "Wahlen")),
        ("Zweiter Teil", Heading(Level.TEIL, "Zweiter Teil")),
        ("II. Sitzungen", Heading(Level.GLIEDERUNG, "II.", "Sitzungen")),
        ("B Sitzungen", Heading(Level.GLIEDERUNG, "B", "Sitzungen")),
        ("Anlage 2 (zu § 3)", Heading(Level.ANLAGE, "Anlage 2", "(zu § 3)")),
        ("1. Präambel", Heading(Level.PRAEAMBEL, "1.", "Präambel")),
        ("INHALTSVERZEICHNIS", Heading(Level.INHALTSUEBERSICHT, "", "INHALTSVERZEICHNIS")),
        ("3. Abschnitt VII Nummer 2", None),
        ("Anlagen sind beizufügen.", None),
        ("Der Rat tagt.", None),
    ],
)
def test_headings(line: str, heading: Heading | None) -> None:
    assert read_heading(line) == heading


def test_misread_paragraph_signs_count_only_where_they_follow() -> None:
    assert read_heading("83 Aufgaben", 3) == Heading(Level.PARAGRAF, "83", "Aufgaben")
    assert read_heading("$ 3 Aufgaben", 3) == Heading(Level.PARAGRAF, "$ 3", "Aufgaben")
    assert read_heading("83 Aufgaben", 4) is None


def test_titles_are_no_sentences() -> None:
    assert [is_title(text) for text in ("Name und Sitz", "(weggefallen)", "Satzung des Muster e. V.")] == [True] * 3
    assert [is_title(text) for text in ("gilt entsprechend", "Der Rat tagt.", "Name,")] == [False] * 3


def test_the_end_of_a_document_begins_with_a_place_and_date() -> None:
    assert is_closing("Neustadt, den 3. Mai 2030")
    assert is_closing("gez. Beispiel")
    assert not is_closing("Der Rat tagt in Neustadt.")
