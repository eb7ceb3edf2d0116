"""New text quoted in an act is read as the units it consists of."""

from __future__ import annotations

import pytest

from regelwerk.citation import Level
from regelwerk.diagnostics import NotUnderstood, Source
from regelwerk.provision import Provision
from regelwerk.structure import parse_fragment


def units(text: str, level: Level) -> tuple[Provision, ...]:
    return parse_fragment(text, level, Source("act.txt", text).span())


def shape(text: str, level: Level) -> list[tuple[Level, str, str, str]]:
    """Level, label, heading and words of each unit."""
    return [(unit.level, unit.label, unit.heading, unit.words()) for unit in units(text, level)]


def test_absaetze_with_their_lists() -> None:
    text = "(2) Zu prüfen sind:\n1. der Antrag,\n2. die Kosten.\n(3) Der Rat tagt."
    assert shape(text, Level.ABSATZ) == [
        (Level.ABSATZ, "(2)", "", "Zu prüfen sind: der Antrag, die Kosten."),
        (Level.ABSATZ, "(3)", "", "Der Rat tagt."),
    ]
    assert [unit.level for unit in units(text, Level.ABSATZ)[0].children[0].children] == [Level.NUMMER, Level.NUMMER]


def test_numbers_that_stand_for_absaetze() -> None:
    assert shape("2. Der Rat tagt.\n3. Er berät.", Level.ABSATZ) == [
        (Level.NUMMER, "2.", "", "Der Rat tagt."),
        (Level.NUMMER, "3.", "", "Er berät."),
    ]


def test_sentences() -> None:
    assert shape("Der Rat tagt. Er berät.", Level.SATZ) == [
        (Level.SATZ, "", "", "Der Rat tagt."),
        (Level.SATZ, "", "", "Er berät."),
    ]


@pytest.mark.parametrize(
    ("text", "level", "labels"),
    [
        ("7a. eins,\n7b. zwei", Level.NUMMER, ["7a.", "7b."]),
        ("h) eins,\ni) zwei", Level.BUCHSTABE, ["h)", "i)"]),
        ("i) eins", Level.BUCHSTABE, ["i)"]),
        ("bb) eins", Level.DOPPELBUCHSTABE, ["bb)"]),
        ("– eins,\n– zwei", Level.SPIEGELSTRICH, ["–", "–"]),
        ("(3) eins", Level.NUMMER, ["(3)"]),
    ],
)
def test_items_need_not_begin_their_list(text: str, level: Level, labels: list[str]) -> None:
    assert [(unit.level, unit.label) for unit in units(text, level)] == [(level, label) for label in labels]


def test_text_without_a_label_is_one_unit_without_a_label() -> None:
    assert shape("eins,", Level.NUMMER) == [(Level.NUMMER, "", "", "eins,")]
    assert shape("Der Rat tagt. Er berät.", Level.ABSATZ) == [(Level.ABSATZ, "", "", "Der Rat tagt. Er berät.")]
    assert shape("Der Rat tagt.", Level.PARAGRAF) == [(Level.PARAGRAF, "", "", "Der Rat tagt.")]


def test_paragraphs_with_and_without_their_number() -> None:
    assert shape("§ 24 Übergang\n(1) Eins.\n(2) Zwei.", Level.PARAGRAF) == [
        (Level.PARAGRAF, "§ 24", "Übergang", "Übergang Eins. Zwei.")
    ]
    assert shape("Übergang\n(1) Eins.\n(2) Zwei.", Level.PARAGRAF) == [
        (Level.PARAGRAF, "", "Übergang", "Übergang Eins. Zwei.")
    ]


def test_groups_hold_their_paragraphs() -> None:
    (group,) = units("Abschnitt 3 Schluss\n§ 24 Übergang\nEins.\n§ 25 Ende\nZwei.", Level.ABSCHNITT)
    assert (group.label, group.heading) == ("Abschnitt 3", "Schluss")
    assert [paragraf.label for paragraf in group.children] == ["§ 24", "§ 25"]


def test_rows_and_parts_of_sentences() -> None:
    assert shape("Zelt | 5 Euro\nTopf | 1 Euro", Level.ZEILE) == [
        (Level.ZEILE, "", "", "Zelt | 5 Euro"),
        (Level.ZEILE, "", "", "Topf | 1 Euro"),
    ]
    assert shape("in Neu-\nstadt.", Level.SATZTEIL) == [(Level.SATZTEIL, "", "", "in Neustadt.")]


@pytest.mark.parametrize(
    ("text", "level", "message", "hint"),
    [
        ("", Level.SATZ, "There is no new text here.", "Write the new text in quotation marks."),
        (
            "(2) Der Rat tagt.",
            Level.SATZ,
            "New sentences are announced, but the text has the label „(2)“.",
            "Say which unit the text is, or leave the label out.",
        ),
        (
            "§ 24 Übergang\nEins.",
            Level.ABSCHNITT,
            "The new text is not what the act announces.",
            "Say which unit the text is.",
        ),
    ],
)
def test_what_is_no_such_unit_is_refused(text: str, level: Level, message: str, hint: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        units(text, level)
    (diagnostic,) = refusal.value.diagnostics
    assert (diagnostic.message, diagnostic.hint) == (message, hint)
    assert diagnostic.span == Source("act.txt", text).span()
