"""The parts of the reader of acts: points and their numbering, kinds of lines and sentences, places in context."""

from __future__ import annotations

import pytest

from regelwerk.amendment import parse_act
from regelwerk.amendment.linekinds import kind_of_line
from regelwerk.amendment.phrases import clause_name, may_frame, shows_old, shows_result, wants_text
from regelwerk.amendment.points import Mark, Path, advance, cite, read_labels
from regelwerk.amendment.prose import Kind, kind_of_sentence
from regelwerk.amendment.scope import address_in, around, differ, named_text, places_in, same_name
from regelwerk.citations import parse_citation
from regelwerk.diagnostics import Source


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("2. In § 3 wird", [(Mark.NUMMER, "2")]),
        ("2. a) In § 3 wird", [(Mark.NUMMER, "2"), (Mark.BUCHSTABE, "a")]),
        ("aa) Satz 2 wird", [(Mark.DOPPELBUCHSTABE, "aa")]),
        ("bbb) Satz 2 wird", [(Mark.DREIFACHBUCHSTABE, "bbb")]),
        ("Artikel 1 § 3 wird", [(Mark.ARTIKEL, "1")]),
        ("Art. II Inkrafttreten", [(Mark.ARTIKEL, "II")]),
        ("§ 2", [(Mark.PARAGRAF, "2")]),
        ("§ 2 Diese Satzung tritt", [(Mark.PARAGRAF, "2")]),
        ("(2) Der Rat tagt.", [(Mark.KLAMMER, "2")]),
        ("- § 4 entfällt", [(Mark.STRICH, "")]),
        ("II. 1.2 § 4 entfällt", [(Mark.ROEMISCH, "II"), (Mark.DEZIMAL, "1.2")]),
        ("7. April 2016", []),
        ("1. Satz unverändert", []),
        ("1. Satz 2 wird", [(Mark.NUMMER, "1")]),
        ("§ 2 Absatz 1 wird", []),
        ("Artikel 3 wird aufgehoben", []),
        ("Artikel 3 Absatz 1 wird", []),
        ("Artikel 3 tritt am 1. Mai in Kraft.", []),
        ("1. Abschnitt III wird", [(Mark.NUMMER, "1")]),
        ("-entwicklung der Stadt", []),
    ],
)
def test_labels(line: str, labels: list[tuple[Mark, str]]) -> None:
    assert [(label.mark, label.number) for label in read_labels(line, 0, len(line))] == labels


def test_points_are_cited_as_people_do() -> None:
    path: Path = ()
    points = []
    for line in ["Artikel 1", "1. x", "2. x", "a) x", "aa) x", "bb) x", "b) x", "3. x", "Artikel 2", "1. a) x"]:
        path = advance(path, read_labels(line, 0, len(line)))
        points.append((cite(path, False), cite(path, True)))
    assert [point for point, _ in points] == [
        "Artikel 1", "1", "2", "2 a", "2 a aa", "2 a bb", "2 b", "3", "Artikel 2", "1 a",
    ]  # fmt: skip
    assert points[-1] == ("1 a", "Artikel 2 1 a")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Alte Fassung:", Kind.OLD),
        ("§ 3 Abs. 2 bisher:", Kind.OLD),
        ("Neuer Text", Kind.NEW),
        ("Begründung", Kind.REASONS),
        ("Begründung: Es war zu viel.", Kind.REASONS),
        ("Begründung und weitere Ausführungen", Kind.REASONS),
        ("Satzungsänderungsantrag #2", Kind.MOTION),
        ("Beschlussvorschlag:", Kind.MOTION),
        ("Variante B", Kind.COMPETING),
        ("Vertagt auf Mai", Kind.REJECTED),
        ("Der Antrag wurde abgelehnt.", Kind.REJECTED),
        ("Abstimmung: Ja: 5, Nein: 3", Kind.REMARK),
        ("Der Änderungsantrag wird einstimmig angenommen.", Kind.REMARK),
        ("§ 3 Absatz 2 bleibt unverändert.", Kind.REMARK),
        ("Seite 1/2", Kind.REMARK),
        ("Moorau am See, den 3. Mai 2020", Kind.CLOSING),
        ("gez. Beispiel", Kind.CLOSING),
        ("Der Oberbürgermeister der Stadt Moorau", Kind.CLOSING),
        ("1. Änderung der Geschäftsordnung des Beirats", Kind.HEADING),
        ("§ 7 Anträge", Kind.ADDRESS),
        ("Betrifft: § 2.1 Zweck Nr. 1", Kind.ADDRESS),
        # These only look like the kinds above.
        ("Beschluss: § 3 Abs. 1 wird gestrichen.", None),
        ("In § 3 wird „xx“ gestrichen; Absatz 2 bleibt unverändert.", None),
        ("§ 7 gilt entsprechend.", None),
        ("Bei Gleichstand ist der Antrag abgelehnt.", None),
        ("die Präsidentin oder der Präsident", None),
        ("Die Änderung der Satzung bedarf der Mehrheit", None),
    ],
)
def test_kinds_of_lines(line: str, kind: Kind | None) -> None:
    assert kind_of_line(line) is kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("In § 3 wird das Wort „xx“ gestrichen.", Kind.COMMAND),
        ("§ 3 entfällt", Kind.COMMAND),
        ("Streiche in § 4 „xx“", Kind.COMMAND),
        ("§ 3 Absatz 2 lautet künftig:", Kind.COMMAND),
        ("Absatz 3 wird Absatz 4.", Kind.COMMAND),
        ("§ 6 Abs. 2 neu:", Kind.COMMAND),
        ("Die Geschäftsordnung vom 3. Mai 2020 wird wie folgt geändert:", Kind.CLAUSE),
        ("§ 37 der Geschäftsordnung vom 3. Mai 2020 wird wie folgt geändert:", Kind.COMMAND),
        (
            "Aufgrund des § 5 der Ordnung, zuletzt geändert durch Satzung, hat der Rat folgende Satzung beschlossen:",
            Kind.DECISION,
        ),
        ("Die Versammlung beschließt:", Kind.DECISION),
        ("Diese Änderung tritt am 3. Mai 2020 in Kraft.", Kind.IN_FORCE),
        ("Die Satzung wurde durch den Kreis genehmigt.", Kind.NOTE),
        ("Der Rat wird ermächtigt, den Wortlaut der Satzung neu bekannt zu machen.", Kind.NOTE),
        ("Der neue Betrag wurde vom Ausschuss einstimmig empfohlen.", Kind.NOTE),
        ("Es wird darauf hingewiesen, dass nach § 24 eine Verletzung von Formvorschriften zu rügen ist.", Kind.NOTE),
        ("Die geltende Fassung ist der „xx“ als Anlage beigefügt.", Kind.NOTE),
        ("„xxxx“.", Kind.QUOTE),
        ("(Das ist nur ein Tippfehler.)", Kind.REMARK),
        ("Die Satzung kann mit Mehrheit nach § 5 geändert werden.", Kind.TEXT),
        ("Die Mitglieder erhalten nach Maßgabe der Verordnung ein Sitzungsgeld.", Kind.TEXT),
        ("Nach § 2 erhalten Beamte in der jeweils geltenden Fassung nichts.", Kind.TEXT),
        ("Der Rat tagt monatlich.", Kind.TEXT),
    ],
)
def test_kinds_of_sentences(sentence: str, kind: Kind) -> None:
    assert kind_of_sentence(sentence) is kind


def test_a_citation_clause_names_the_text_before_its_history() -> None:
    clause = (
        "Die Hauptsatzung der Stadt Moorau vom 1. Mai 2010, zuletzt geändert am 2. Mai 2015, wird wie folgt geändert:"
    )
    assert clause_name(clause) == "Die Hauptsatzung der Stadt Moorau"
    assert clause_name("Die Anlage 1 wird wie folgt geändert:") is None


@pytest.mark.parametrize(
    ("sentence", "wants", "frames"),
    [
        ("§ 3 wird wie folgt geändert:", True, True),
        ("§ 3 wird wie folgt gefasst.", True, False),
        ("Dem § 3 wird folgender Satz angefügt:", True, False),
        ("§ 3 (2) erhält folgende Fassung", True, False),
        ("In § 3 wird nach „xx“ das Wort „xx“ eingefügt.", False, False),
        ("§ 3 entfällt.", False, False),
    ],
)
def test_what_has_to_follow_a_command(sentence: str, wants: bool, frames: bool) -> None:
    assert (wants_text(sentence), may_frame(sentence)) == (wants, frames)


def test_checks_are_no_commands() -> None:
    assert shows_result("§ 7 Absatz 1 würde dann wie folgt lauten:")
    assert shows_old("Der bisherige § 3 lautet wie folgt:")
    assert not shows_old("§ 3 lautet wie folgt:")


@pytest.mark.parametrize(
    ("before", "sentence", "place"),
    [
        ("§ 6 Absatz 2 Satz 1", "Die bisherigen Sätze 2 und 3 werden die Sätze 3 und 4.", "§ 6 Absatz 2"),
        ("§ 6 Absatz 2 Satz 1", "Absatz 3 wird Absatz 4.", "§ 6"),
        ("§ 9 Nummer 4 Satz 3", "Satz 5 wird Satz 3.", "§ 9 Nummer 4"),
        ("§ 6 Absatz 2", "Das Wort „xx“ wird gestrichen.", "§ 6 Absatz 2"),
    ],
)
def test_a_sentence_takes_its_place_from_the_one_before(before: str, sentence: str, place: str) -> None:
    assert around(parse_citation(before), sentence) == parse_citation(place)


def test_a_sentence_with_its_own_paragraf_takes_no_place() -> None:
    assert around(parse_citation("§ 6 Absatz 2"), "§ 7 wird gestrichen.") is None


def test_places_and_headings() -> None:
    assert places_in("Betrifft: § 2.1 Zweck Nummer 1") == (parse_citation("§ 2.1 Nummer 1"),)
    assert address_in("§ 7 Anträge") == (parse_citation("§ 7"),)
    assert address_in("§ 6 Abs. 2 Ziffen 1 bis 3") == ()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In § 31 Abs. 2 der Landessatzung wird Satz 4 gestrichen.", "Landessatzung"),
        ("In der Geschäftsordnung soll § 7 gestrichen werden:", "Geschäftsordnung"),
        ("§ 9 Absatz 2 der Wahlordnung des Vereins Sonne wird gestrichen.", "Wahlordnung des Vereins Sonne"),
        ("Streiche in § 17 der Satzung die Worte „xx“.", "Satzung"),
        ("In § 3 wird das Wort „xx“ gestrichen.", None),
    ],
)
def test_a_command_may_name_its_text(sentence: str, name: str | None) -> None:
    assert named_text(sentence) == name


def test_names_of_one_text() -> None:
    assert same_name("Landessatzung", "Satzung des Landesverbandes")
    assert same_name("", "Wahlordnung")
    assert not same_name("Satzung", "Wahlordnung")
    assert not same_name("Geschäftsordnung", "Wahlordnung")


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("Hauptsatzung", "Satzung über die Entschädigung", True),
        ("Ordnung des Rates", "Ordnung des Beirats", True),
        ("Geschäftsordnung", "Geschäftsordnung des Rates", False),
        ("Satzung des Vereins", "Satzung des Vereines", False),
        ("", "Satzung", False),
    ],
)
def test_names_that_cannot_be_of_one_text(first: str, second: str, differs: bool) -> None:
    assert differ(first, second) is differs


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hauptsatzung", "Satzung über die Entschädigung"), ("Ordnung des Rates", "Ordnung des Beirats")],
)
def test_articles_about_several_texts_are_told_apart(first: str, second: str) -> None:
    text = f"""\
Beschluss zur Änderung zweier Texte

Artikel 1
Änderung der {first}
1. § 1 wird aufgehoben.

Artikel 2
Änderung der {second}
1. § 2 wird aufgehoben.
"""
    act = parse_act(Source("act", text))
    assert [command.point for command in act.for_text(first).commands] == ["Artikel 1 1"]
    assert [command.point for command in act.for_text(second).commands] == ["Artikel 2 1"]
