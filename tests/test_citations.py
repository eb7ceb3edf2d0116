"""Citations as people write them, and what they address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.citation import LAST, Citation, Level, Step
from regelwerk.citations import Scan, parse_citation, scan_citations
from regelwerk.diagnostics import NotUnderstood


def cited(text: str) -> list[str]:
    """What the whole text cites, as printed in the long form."""
    scan = scan_citations(text)
    assert scan is not None and scan.end == len(text), scan
    return [str(citation) for citation in scan.citations]


def scanned(text: str) -> tuple[list[str], str]:
    """What is cited from the bar in the text on, and the text after it."""
    before, _bar, after = text.partition("|")
    scan = scan_citations(before + after, len(before))
    assert scan is not None
    return [str(citation) for citation in scan.citations], (before + after)[scan.end :]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        (
            "§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a Doppelbuchstabe bb",
            "§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a Doppelbuchstabe bb",
        ),
        ("§ 3 Abs. 2 S. 1 Nr. 4 lit. a", "§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a"),
        ("§ 3 (2) Ziff. 1", "§ 3 Absatz 2 Nummer 1"),
        ("§7, Abs. 3", "§ 7 Absatz 3"),
        ("§ 1 Abs. (1)", "§ 1 Absatz 1"),
        ("§16 (6)", "§ 16 Absatz 6"),
        ("§3(2)a)", "§ 3 Absatz 2 Buchstabe a"),
        ("§ 2.1 (1)", "§ 2.1 Absatz 1"),
        ("§ 42 a Abs. 2", "§ 42a Absatz 2"),
        ("§ 42 a)", "§ 42 Buchstabe a"),
        ("§ 23* (2)", "§ 23 Absatz 2"),
        ("§ 15 IV", "§ 15 Absatz 4"),
        ("§ 15 IV 2 Nr. 3", "§ 15 Absatz 4 Satz 2 Nummer 3"),
        (
            "§ 10, Abs. 2, Ziffer 2 Buchstabe a) Unterabschnitt aa)",
            "§ 10 Absatz 2 Nummer 2 Buchstabe a Doppelbuchstabe aa",
        ),
        ("§ 3 Nr. 2., Absatz 6, Satz 1", "§ 3 Nummer 2 Absatz 6 Satz 1"),
        ("§ 16 Absatz 2 Satz 1 Nr. 2 Satz 3", "§ 16 Absatz 2 Satz 1 Nummer 2 Satz 3"),
        ("Buchst. h)", "Buchstabe h"),
        ("Buchstabe bb", "Doppelbuchstabe bb"),
        ("Nr. 3.1.1 Satz 3", "Nummer 3.1.1 Satz 3"),
        ("Punkt a)", "Buchstabe a"),
        ("Punkt 3 Unterpunkt b", "Nummer 3 Buchstabe b"),
        ("Maßgabe b)", "Buchstabe b"),
        ("Artikel 3 Nummer 2", "§ 3 Nummer 2"),
        ("Art. 5 Abs. 2", "§ 5 Absatz 2"),
        ("§ 5 in Absatz 2", "§ 5 Absatz 2"),
    ],
)
def test_styles(text: str, means: str) -> None:
    scan = scan_citations(text + " wird")
    assert scan == Scan((parse_citation(means),), len(text))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("der dritte Satz", ["Satz 3"]),
        ("den zweiten und den dritten Satz", ["Satz 2", "Satz 3"]),
        ("erster bis dritter Anstrich", ["Spiegelstrich 1 bis 3"]),
        ("1. Satz", ["Satz 1"]),
        ("Satz zwei", ["Satz 2"]),
        ("Absatz drei Satz zwei", ["Absatz 3 Satz 2"]),
        ("erster, zweiter und dritter Satz", ["Satz 1", "Satz 2", "Satz 3"]),
        ("Absatz 1 letzter Satz", ["Absatz 1 letzter Satz"]),
        ("der letzte Spiegelstrich", ["letzter Spiegelstrich"]),
        ("den vorletzten Satz", ["vorletzter Satz"]),
        ("Satz 2, 1. und 2. Halbsatz", ["Satz 2 Halbsatz 1", "Satz 2 Halbsatz 2"]),
        ("Satz 2 zweiter Halbsatz", ["Satz 2 Halbsatz 2"]),
        ("§ 5 2. Absatz 3. Satz", ["§ 5 Absatz 2 Satz 3"]),
        ("Fünfter Teil", ["Teil 5"]),
        ("1. Kapitel", ["Kapitel 1"]),
        ("der XI. Abschnitt (§§ 61 bis 66)", ["Abschnitt XI"]),
    ],
)
def test_ordinals(text: str, means: list[str]) -> None:
    assert cited(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("die Überschrift", ["Überschrift"]),
        ("der Überschrift zu § 6", ["§ 6 Überschrift"]),
        ("die Überschrift von Teil 2 Abschnitt 4", ["Teil 2 Abschnitt 4 Überschrift"]),
        ("die Überschriften der §§ 5 und 6", ["§ 5 Überschrift", "§ 6 Überschrift"]),
        ("das Inhaltsverzeichnis", ["Inhaltsübersicht"]),
        ("die Angabe zu § 16", ["Angabe zu § 16"]),
        ("den Angaben zu den §§ 34 bis § 45", ["Angabe zu § 34 bis § 45"]),
        ("die Angaben zu § 5 und zu Anlage 2", ["Angabe zu § 5", "Angabe zu Anlage 2"]),
        ("die Angabe zu Artikel 5 in der Inhaltsübersicht", ["Inhaltsübersicht Angabe zu Artikel 5"]),
        ("der § 23 betreffenden Zeile", ["Angabe zu § 23"]),
        ("den die §§ 6 und 7 betreffenden Zeilen", ["Angabe zu § 6", "Angabe zu § 7"]),
        ("Satz 2 der Präambel", ["Präambel Satz 2"]),
        ("Satz 1 des Absatzes 2", ["Absatz 2 Satz 1"]),
        ("Satz 2 der Nummer 3", ["Nummer 3 Satz 2"]),
        ("die Sätze 3 und 4 des Absatzes 2 sowie Absatz 5", ["Absatz 2 Satz 3", "Absatz 2 Satz 4", "Absatz 5"]),
        ("Absatz 2 und Absatz 3 Satz 1 des § 5", ["§ 5 Absatz 2", "§ 5 Absatz 3 Satz 1"]),
        ("§ 3 Satz 1 und Satz 2 des § 5", ["§ 3 Satz 1", "§ 5 Satz 2"]),
        ("einleitenden Satz", ["Satzteil vor der Aufzählung"]),
        ("Absatz 2 Satz 1 in dem Satzteil vor Nummer 1", ["Absatz 2 Satz 1 Satzteil vor Nummer 1"]),
        ("Teilsatz vor Nummer 1", ["Satzteil vor Nummer 1"]),
        ("Angabe vor Buchstabe a", ["Satzteil vor Buchstabe a"]),
        ("Satzteil nach Nummer 4", ["Satzteil nach Nummer 4"]),
        ("Text nach der Aufzählung", ["Satzteil nach der Aufzählung"]),
        ("Anlage I Kapitel 2 Sachgebiet A Nr. 4", ["Anlage I Kapitel 2 Gliederungseinheit A Nummer 4"]),
        ("Muster 3 (zu § 9 Abs. 1)", ["Anlage 3"]),
        ("Ziffer III Nummer 5", ["Gliederungseinheit III Nummer 5"]),
        ("Zeile 3 in der Tabelle", ["Tabelle Zeile 3"]),
        ("Zeile 3 Spalte 2/Betrag", ["Zeile 3 Spalte 2"]),
        ("Absatz 1 Tabelle erste Spalte 13. Zeile", ["Absatz 1 Tabelle Spalte 1 Zeile 13"]),
    ],
)
def test_parts_of_a_text(text: str, means: list[str]) -> None:
    assert cited(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Absätze 2 bis 4", ["Absatz 2 bis 4"]),
        ("§ 6 Buchst. a) bis c)", ["§ 6 Buchstabe a bis c"]),
        ("Abs. 7-11", ["Absatz 7 bis 11"]),
        ("§ 17 (2)-(4)", ["§ 17 Absatz 2 bis 4"]),
        ("§§ 49b bis e", ["§§ 49b bis 49e"]),
        ("§§ 5, 7 und 9", ["§ 5", "§ 7", "§ 9"]),
        ("Buchstaben c und h", ["Buchstabe c", "Buchstabe h"]),
        ("Abschnitte II und III", ["Abschnitt II", "Abschnitt III"]),
        ("§ 3 Absatz 2 Satz 3 und Absatz 3 Satz 2", ["§ 3 Absatz 2 Satz 3", "§ 3 Absatz 3 Satz 2"]),
        ("§ 2 Abs. 3 und Abs. 5 und § 13", ["§ 2 Absatz 3", "§ 2 Absatz 5", "§ 13"]),
        ("Absatz 1 Satz 1 u. 2", ["Absatz 1 Satz 1", "Absatz 1 Satz 2"]),
        ("Überschrift und Absatz 1", ["Überschrift", "Absatz 1"]),
        ("Absatz 1 Satz 1 und Nummer 3", ["Absatz 1 Satz 1", "Absatz 1 Nummer 3"]),
        ("Artikel 1 § 19 und § 20", ["§ 1 § 19", "§ 1 § 20"]),
        ("§5(4), §5(5) und §7(2)", ["§ 5 Absatz 4", "§ 5 Absatz 5", "§ 7 Absatz 2"]),
        (
            "§ 6 Abs. 1, §§ 17 und 20, § 22 Abs. 1 sowie § 30",
            ["§ 6 Absatz 1", "§ 17", "§ 20", "§ 22 Absatz 1", "§ 30"],
        ),
    ],
)
def test_lists(text: str, means: list[str]) -> None:
    assert cited(text) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("§ 3 Absatz 1 und 2 Satz 3", ["§ 3 Absatz 1", "§ 3 Absatz 2 Satz 3"]),
        ("§ 3 Absatz 1 Nummer 2 und 3 Satz 1", ["§ 3 Absatz 1 Nummer 2", "§ 3 Absatz 1 Nummer 3 Satz 1"]),
        ("Absatz 2 Satz 1 und 3 Satz 2", ["Absatz 2 Satz 1", "Absatz 3 Satz 2"]),
        ("§ 8 Absatz 3, 9 Absatz 2", ["§ 8 Absatz 3", "§ 9 Absatz 2"]),
        ("§§ 5 bis 7, 8 Abs. 1, § 9a", ["§§ 5 bis 7", "§ 8 Absatz 1", "§ 9a"]),
        ("§§ 3, 5 Absatz 7 und 6", ["§ 3", "§ 5 Absatz 7", "§ 6"]),
    ],
)
def test_whose_a_bare_number_is(text: str, means: list[str]) -> None:
    assert cited(text) == means


@pytest.mark.parametrize(
    "text",
    [
        "§§ 3, 5 Absatz 2 und 7",
        "Absätze 2 bis 4 Satz 1",
        "§ 3 Nr. 1, 5 Absatz 3",
        "Satz 1 des Absatzes 2 und 3",
        "Nummer 1, Satz 2 und Absatz 4",
        "das 1. Kapitel des Besonderen Teils",
        "Absatz",
        "2 Stimmen",
        "Satz zwei Wörter",
        "drittletzter Satz",
        "erster bis letzter Satz",
        "vorletzter bis letzter Satz",
        "§ 5ff.",
        "Sechsten Buches Sozialgesetzbuch",
    ],
)
def test_nothing_is_read_where_it_is_uncertain(text: str) -> None:
    assert scan_citations(text) is None


@pytest.mark.parametrize(
    ("text", "means", "rest"),
    [
        ("|Absatz 3 und folgender Satz", ["Absatz 3"], " und folgender Satz"),
        ("|§ 3 und wird", ["§ 3"], " und wird"),
        ("|§ 5 ff.", ["§ 5"], " ff."),
        ("|§ 3 Absatz 2.", ["§ 3 Absatz 2"], "."),
        ("|Sätzen 2 und 3. b) Absatz 4", ["Satz 2", "Satz 3"], ". b) Absatz 4"),
        ("|Absatz 2 Satz 3 bis Absatz 3 Satz 1", ["Absatz 2 Satz 3"], " bis Absatz 3 Satz 1"),
        ("|§ 10 Abs. 1 des Vereinsgesetzes", ["§ 10 Absatz 1"], " des Vereinsgesetzes"),
        ("|§ 7 des Sechsten Buches Sozialgesetzbuch", ["§ 7"], " des Sechsten Buches Sozialgesetzbuch"),
        ("|§ 14 Abs. 2 - Anlass - wird", ["§ 14 Absatz 2"], " wird"),
        ("|Nummer 3 der Satz 2 wird", ["Nummer 3"], " der Satz 2 wird"),
        ("|§ 2.1 Zweck Punkt 1", ["§ 2.1"], " Zweck Punkt 1"),
        ("(siehe |Nr. 1)", ["Nummer 1"], ")"),
        ("In |§ 1 Satz 1 und in § 5 wird", ["§ 1 Satz 1", "§ 5"], " wird"),
        ("wird |Absatz 4 und in Absatz 5", ["Absatz 4"], " und in Absatz 5"),
        ("wird |Absatz 4 und in Satz 3", ["Absatz 4"], " und in Satz 3"),
        ("Absatz 4 wird |Absatz 3, Absatz 5 wird Absatz 4", ["Absatz 3"], ", Absatz 5 wird Absatz 4"),
    ],
)
def test_where_a_citation_ends(text: str, means: list[str], rest: str) -> None:
    assert scanned(text) == (means, rest)


def test_former_and_new_numbers() -> None:
    former, new = Step(Level.NUMMER, "4", "8", former=True), Step(Level.SATZ, "2", new=True)
    assert scan_citations("die bisherigen Nummern 4 bis 8") == Scan((Citation((former,)),), 30)
    assert scan_citations("Ziffer 9 (alt)") == Scan((Citation((Step(Level.NUMMER, "9", former=True),)),), 14)
    assert scan_citations("dem neuen Satz zwei") == Scan((Citation((new,)),), 19)
    both = tuple(Citation((Step(Level.ABSATZ, number, former=True),)) for number in ("3", "4"))
    assert scan_citations("Die bisherigen Absätze 3 und 4") == Scan(both, 30)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "drei",
            "Here a citation should begin.\n"
            "  |\n"
            "1 | drei\n"
            "  | ^^^^\n"
            "  = hint: Write for example „§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a“.",
        ),
        (
            "§ 3 Absatz zwölfzig",
            "„Absatz zwölfzig“ is no part of a citation.\n"
            "  |\n"
            "1 | § 3 Absatz zwölfzig\n"
            "  |    ^^^^^^^^^^^^^^^^\n"
            "  = hint: Write for example „§ 3 Absatz 2 Satz 1 Nummer 4 Buchstabe a“.",
        ),
        (
            "§ 3 und § 4",
            "This cites 2 places, not one.\n  |\n1 | § 3 und § 4\n  | ^^^^^^^^^^^\n  = hint: Cite one of them.",
        ),
        (
            "§§ 3, 5 Absatz 2 und 7",
            "From here on the citation cannot be read with certainty.\n"
            "  |\n"
            "1 | §§ 3, 5 Absatz 2 und 7\n"
            "  |                 ^^^^^^\n"
            "  = hint: Name the level before each number: „Absatz 1 und Absatz 2 Satz 3“.",
        ),
    ],
)
def test_refusals(text: str, message: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        parse_citation(text)
    assert str(refusal.value) == message


_PLAIN = st.integers(1, 99).map(str)
_NUMBERS = st.builds("{}{}".format, _PLAIN, st.sampled_from(["", "a", "c", "z"]))
_STEPS = (
    (Level.ANLAGE, _PLAIN | st.sampled_from(["", "IV", "B"])),
    (Level.TEIL, _PLAIN | st.sampled_from(["I", "IX"])),
    (Level.ABSCHNITT, _PLAIN | st.sampled_from(["II", "IXa"])),
    (Level.PARAGRAF, _NUMBERS),
    (Level.ABSATZ, _NUMBERS),
    (Level.SATZ, _PLAIN | st.just(LAST)),
    (Level.NUMMER, _NUMBERS | st.just("2.1")),
    (Level.BUCHSTABE, st.sampled_from(["a", "x"])),
    (Level.DOPPELBUCHSTABE, st.sampled_from(["aa", "cc"])),
)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """A citation that names some of the levels, from the outside to the inside."""
    return Citation(tuple(Step(level, draw(numbers)) for level, numbers in _STEPS if draw(st.booleans())))


@given(citations())
def test_what_is_printed_is_read_back(citation: Citation) -> None:
    assert parse_citation(citation.text()) == citation
    assert parse_citation(citation.text(short=True)) == citation


_PIECES = (
    "§ §§ Absatz Absätze Satz S. Nr. Punkt Unterpunkt Buchstabe lit. Teil Anlage Artikel Zeile Spalte Überschrift "
    "Angabe Angaben Präambel Satzteil Aufzählung 1 2 3a 1.2 (4) a b) aa IV XI. 2. zwei dritte letzter neue bisherigen "
    "(alt) und , bis sowie des der die den zu zur in vor nach wird betreffende - Anlass /X *) . ) ("
)


@given(st.lists(st.sampled_from(_PIECES.split()), max_size=12).map(" ".join))
def test_any_words_are_read_or_refused(text: str) -> None:
    for start in range(len(text)):
        scan = scan_citations(text, start)
        assert scan is None or (scan.citations and start < scan.end <= len(text))
    try:
        parse_citation(text)
    except NotUnderstood as refusal:
        assert refusal.diagnostics[0].span is not None
