"""What an act must not say is refused with the place, the reason and what to write instead: the whole messages."""

from __future__ import annotations

import pytest

from regelwerk.amendment import parse_act
from regelwerk.diagnostics import NotUnderstood, Source

REFUSALS = {
    "an_empty_act": (
        "  \n",
        """\
act.txt:1:1: The act is empty.
""",
    ),
    "an_act_without_commands": (
        """\
Änderung der Geschäftsordnung
Der Rat wünscht sich mehr Frieden.
""",
        """\
act.txt:1:1: No command was found in this act.
  |
1 | Änderung der Geschäftsordnung
  | ^
  = hint: A command names a place and says what becomes of it: „In § 3 wird das Wort „vier“ gestrichen.“
""",
    ),
    "a_noun_alone": (
        """\
Streichung von § 2 Absatz 3.
""",
        """\
act.txt:1:1: This can be a heading or a command.
  |
1 | Streichung von § 2 Absatz 3.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Write it as a sentence („§ 2 Absatz 3 wird gestrichen.“), or the number of a point before it.
""",
    ),
    "an_unclosed_quotation": (
        """\
Änderung der Geschäftsordnung
1. § 2 wird wie folgt gefasst:
„§ 2 Sitz
Der Rat tagt in Moorau.
2. In § 3 wird das Wort „Rat“ gestrichen.
""",
        """\
act.txt:3:1: This quotation mark is never closed.
  |
3 | „§ 2 Sitz
  | ^
  = hint: Put the closing mark where the quoted text ends.
""",
    ),
    "a_closing_mark_alone": (
        """\
Änderung der Geschäftsordnung
§ 2 wird wie folgt gefasst:
Der Rat tagt in Moorau.“
""",
        """\
act.txt:3:24: This closing quotation mark has no opening one.
  |
3 | Der Rat tagt in Moorau.“
  |                        ^
  = hint: Put the opening mark where the quoted text begins, perhaps before „Der Rat tagt in …“.
""",
    ),
    "a_place_with_a_text_and_no_command": (
        """\
Änderung der Steuersatzung
Artikel 1
§ 5 Steuersatz
Die Steuer beträgt 12 Prozent.
Artikel 2
§ 6 Absatz 1 wird gestrichen.
""",
        """\
act.txt:4:1: This is neither a command nor a part of an act that may be passed over.
  |
4 | Die Steuer beträgt 12 Prozent.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: If this is to be the wording of § 5, say so: „§ 5 wird wie folgt gefasst: „…““.
""",
    ),
    "a_sign_that_was_lost": (
        """\
Änderung der Geschäftsordnung
9b Absatz 3 wird gestrichen.
""",
        """\
act.txt:2:1: „9b“ is not understood here.
  |
2 | 9b Absatz 3 wird gestrichen.
  | ^^
  = hint: Perhaps „§ 9b“? A sign may have been lost.
""",
    ),
    "entry_into_force_numbered_like_the_new_text": (
        """\
Änderung der Geschäftsordnung
§ 4 Absatz 1 wird wie folgt gefasst:
(1) Der Rat tagt.
(1) Diese Ordnung tritt am 1. Mai 2026 in Kraft.
""",
        """\
act.txt:4:5: It is not clear whether this still belongs to the new text.
  |
4 | (1) Diese Ordnung tritt am 1. Mai 2026 in Kraft.
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put quotation marks around the new text.
""",
    ),
    "a_command_in_a_transition": (
        """\
Änderung der Geschäftsordnung
Artikel 1
§ 4 Absatz 1 wird gestrichen.
Artikel 2
Übergangsregelung
Wer gewählt ist, bleibt es. § 5 Absatz 2 wird gestrichen.
""",
        """\
act.txt:6:29: This stands among reasons or transitional rules, but reads like a command.
  |
6 | Wer gewählt ist, bleibt es. § 5 Absatz 2 wird gestrichen.
  |                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put commands before them.
""",
    ),
    "a_command_below_an_annex_that_nothing_ends": (
        """\
Änderung der Geschäftsordnung
1. Die Anlage 1 erhält die aus dem Anhang ersichtliche Fassung.
Anhang
Anlage 1
Sitzungsgeld
2. § 5 wird aufgehoben.
""",
        """\
act.txt:6:4: It is not clear whether this belongs to the annex or to the act.
  |
6 | 2. § 5 wird aufgehoben.
  |    ^^^^^^^^^^^^^^^^^^^^
  = hint: Put the annex after the end of the act: its entry into force, its signature.
""",
    ),
    "new_text_that_may_come_in_beside": (
        """\
Änderung der Geschäftsordnung
§ 4 Abs. 2 (neu):
Die Frist beträgt zwei Wochen.
""",
        """\
act.txt:2:1: It is not clear whether this replaces what is there or comes in beside it.
  |
2 | § 4 Abs. 2 (neu):
  | ^^^^^^^^^^^^^^^^^
  = hint: Write „… wird wie folgt gefasst: …“ if it replaces, „Nach … wird … eingefügt: …“ if it comes in.
""",
    ),
    "a_frame_without_commands": (
        """\
Änderung der Geschäftsordnung
1. § 2 wird wie folgt geändert:
2. § 3 wird gestrichen.
""",
        """\
act.txt:2:4: This announces changes, but none follow.
  |
2 | 1. § 2 wird wie folgt geändert:
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Write the changes as points below it, or the new text in quotation marks after it.
""",
    ),
    "a_sentence_of_no_known_kind": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
Der Rat hat lange darüber gesprochen.
""",
        """\
act.txt:3:1: This is neither a command nor a part of an act that may be passed over.
  |
3 | Der Rat hat lange darüber gesprochen.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Say what changes where: „In § 3 wird … ersetzt.“ Put explanations under „Begründung“.
""",
    ),
    "a_point_that_is_no_command": (
        """\
Änderung der Geschäftsordnung
1. Der Text über den Sitz kriegt zwei Sätze mehr.
2. § 3 wird gestrichen.
""",
        """\
act.txt:2:4: This is neither a command nor a part of an act that may be passed over.
  |
2 | 1. Der Text über den Sitz kriegt zwei Sätze mehr.
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Say what changes where: „In § 3 wird … ersetzt.“ Put explanations under „Begründung“.
""",
    ),
    "new_text_whose_end_is_not_clear": (
        """\
Änderung der Geschäftsordnung
§ 4 Absatz 1 wird wie folgt gefasst:
(1) Der Rat tagt monatlich.

Das war dem Rat wichtig.
""",
        """\
act.txt:5:1: It is not clear whether this still belongs to the new text.
  |
5 | Das war dem Rat wichtig.
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put quotation marks around the new text.
""",
    ),
    "new_text_beside_its_command_whose_end_is_not_clear": (
        """\
Änderung der Geschäftsordnung
§ 4 erhält folgende Fassung: Der Rat wählt zwei Vorsitzende.
Das war dem Rat wichtig.
""",
        """\
act.txt:3:1: It is not clear whether this still belongs to the new text.
  |
3 | Das war dem Rat wichtig.
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put quotation marks around the new text.
""",
    ),
    "a_command_without_a_verb": (
        """\
Änderung der Geschäftsordnung
§ 4 wird wie folgt geändert:
Absatz 2 a) der Älteste erhält 10 Euro
""",
        """\
act.txt:3:1: It is not clear whether this is new text or a command.
  |
3 | Absatz 2 a) der Älteste erhält 10 Euro
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put quotation marks around new text; write commands with a verb: „Absatz 2 wird gestrichen.“
""",
    ),
    "new_text_with_an_ellipsis": (
        """\
Änderung der Geschäftsordnung
§ 4 Absatz 1 wird wie folgt gefasst: „(1) Der Rat […] tagt monatlich.“
""",
        """\
act.txt:2:39: The new text leaves out words that are to stay.
  |
2 | § 4 Absatz 1 wird wie folgt gefasst: „(1) Der Rat […] tagt monatlich.“
  |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Give the new wording in full, or command only what changes.
""",
    ),
    "new_text_that_says_unchanged": (
        """\
Änderung der Geschäftsordnung
§ 4 Absatz 1 erhält folgende Fassung:
Satz 1 unverändert
""",
        """\
act.txt:3:1: The new text leaves out words that are to stay.
  |
3 | Satz 1 unverändert
  | ^^^^^^^^^^^^^^^^^^
  = hint: Give the new wording in full, or command only what changes.
""",
    ),
    "new_text_that_ends_with_a_colon": (
        """\
Änderung der Geschäftsordnung
§ 4 Absatz 1 erhält folgende Fassung:
Der Rat hat folgende Ausschüsse:
""",
        """\
act.txt:3:1: The new text ends with a colon; what should follow it is missing.
  |
3 | Der Rat hat folgende Ausschüsse:
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Give the new wording in full, or put quotation marks around it if it ends there.
""",
    ),
    "a_motion_that_was_rejected": (
        """\
Änderung der Geschäftsordnung
Beschluss: mehrheitlich abgelehnt
§ 3 wird gestrichen.
""",
        """\
act.txt:2:1: The act says that it was not adopted.
  |
2 | Beschluss: mehrheitlich abgelehnt
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Only an adopted act changes a text.
""",
    ),
    "competing_motions": (
        """\
Änderung der Geschäftsordnung
Variante A
§ 3 wird gestrichen.
Variante B
§ 4 wird gestrichen.
""",
        """\
act.txt:2:1: The act offers a choice between texts.
  |
2 | Variante A
  | ^^^^^^^^^^
  = hint: Leave only what was adopted: one act, one wording.
act.txt:4:1: The act offers a choice between texts.
  |
4 | Variante B
  | ^^^^^^^^^^
  = hint: Leave only what was adopted: one act, one wording.
""",
    ),
    "a_command_as_a_noun": (
        """\
Änderung der Geschäftsordnung
Der Rat beschließt die Streichung des § 5.
§ 3 wird gestrichen.
""",
        """\
act.txt:2:1: A change is decided here, but not commanded.
  |
2 | Der Rat beschließt die Streichung des § 5.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Write it as a command: „§ 5 wird gestrichen.“
""",
    ),
    "an_expiry_without_a_day": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
Die §§ 7 und 8 treten außer Kraft.
""",
        """\
act.txt:3:1: It is not said when this ceases to be in force.
  |
3 | Die §§ 7 und 8 treten außer Kraft.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: To take it out of the text write: „§ 5 wird aufgehoben.“
""",
    ),
    "a_command_among_the_reasons": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
Begründung
Er ist überholt.
§ 4 wird gestrichen.
""",
        """\
act.txt:5:1: This stands among reasons or transitional rules, but reads like a command.
  |
5 | § 4 wird gestrichen.
  | ^^^^^^^^^^^^^^^^^^^^
  = hint: Put commands before them.
""",
    ),
    "old_and_new_text_without_a_place": (
        """\
Änderung der Geschäftsordnung
Alte Fassung:
Der Rat tagt.
Neue Fassung:
Der Rat ruht.
""",
        """\
act.txt:2:1: Old and new text do not say where they belong.
  |
2 | Alte Fassung:
  | ^^^^^^^^^^^^^
  = hint: Name the place before them: „§ 3 Absatz 2 wird wie folgt geändert:“
""",
    ),
    "an_old_piece_without_a_new_one": (
        """\
Änderung der Geschäftsordnung
Betrifft: § 3
Alte Fassung:
(1) Der Rat tagt.
(2) Er ruht.
Neue Fassung:
(1) Der Rat ruht.
""",
        """\
act.txt:3:1: The new text does not say what becomes of § 3 Absatz 2.
  |
3 | Alte Fassung:
  | ^^^^^^^^^^^^^
  = hint: Give each piece of the old text its new wording, or write „entfällt“.
""",
    ),
    "old_text_of_another_place": (
        """\
Änderung der Geschäftsordnung
Betrifft: § 3 Absatz 2
Alte Fassung:
(3) Der Rat tagt.
Neue Fassung:
(3) Der Rat ruht.
""",
        """\
act.txt:4:1: The text here is not that of § 3 Absatz 2.
  |
4 | (3) Der Rat tagt.
  | ^^^^^^^^^^^^^^^^^
  = hint: Name the place of each piece of text: „§ 3 Absatz 2“ on a line before it.
""",
    ),
    "a_heading_over_some_absaetze": (
        """\
Die Geschäftsordnung wird wie folgt geändert:
§ 3 Sitz
(1) Der Rat tagt in Moorau.
""",
        """\
act.txt:2:1: It is not clear whether the whole of § 3 gets this text or only these Absätze.
  |
2 | § 3 Sitz
  | ^^^^^^^^
  = hint: Write „§ 3 wird wie folgt gefasst:“, or name the Absätze.
""",
    ),
    "a_result_that_is_not_shown": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
§ 4 Absatz 1 würde dann wie folgt lauten:
§ 5 wird gestrichen.
""",
        """\
act.txt:3:1: The text that this sentence shows does not follow.
  |
3 | § 4 Absatz 1 würde dann wie folgt lauten:
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Put it after the sentence, in quotation marks, or leave the sentence out.
""",
    ),
    "rows_of_a_table": (
        """\
Änderung der Geschäftsordnung
| Stelle | bisher | neu |
| überall | alt | neu |
| § 3 | a |
""",
        """\
act.txt:3:1: This row does not say where it belongs.
  |
3 | | überall | alt | neu |
  | ^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Write the place into its first cell.
act.txt:4:1: This row has not as many cells as the head of the table.
  |
4 | | § 3 | a |
  | ^^^^^^^^^^^
  = hint: Write one row per place.
""",
    ),
    "editorial_changes": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
Die Geschäftsstelle nimmt redaktionelle Anpassungen vor.
""",
        """\
act.txt:3:1: Changes that are not written out cannot be made.
  |
3 | Die Geschäftsstelle nimmt redaktionelle Anpassungen vor.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Write each of them as a command: „In § 3 wird „Rat“ durch „Beirat“ ersetzt.“
""",
    ),
    "a_wish": (
        """\
Änderung der Geschäftsordnung
§ 3 wird gestrichen.
Die Regeln zur Wahl sollen bald überarbeitet werden.
""",
        """\
act.txt:3:1: This says what is wanted, not what the text will be.
  |
3 | Die Regeln zur Wahl sollen bald überarbeitet werden.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Give the new wording: „§ 3 Absatz 2 wird wie folgt gefasst: …“
""",
    ),
    "numbers_that_may_be_places": (
        """\
Änderung der Satzung
§ 4 Mitglieder
(3) Satz 2 wird gestrichen.
§ 6 Vorstand
1. Das Wort „Rat“ wird gestrichen.
""",
        """\
act.txt:3:5: It is not clear whether this numbers a point of the act or names a unit of the text.
  |
3 | (3) Satz 2 wird gestrichen.
  |     ^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Name the place in the sentence: „In Absatz 3 wird …“
act.txt:5:4: It is not clear whether this numbers a point of the act or names a unit of the text.
  |
5 | 1. Das Wort „Rat“ wird gestrichen.
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Name the place in the sentence: „In Absatz 3 wird …“
""",
    ),
    "talk_of_words_before_the_first_command": (
        """\
Änderung der Satzung
§ 5 Satz 2: die Worte „oder Fax“ raus.
§ 6 wird gestrichen.
""",
        """\
act.txt:2:1: This is neither a command nor a part of an act that may be passed over.
  |
2 | § 5 Satz 2: die Worte „oder Fax“ raus.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = hint: Say what changes where: „In § 3 wird … ersetzt.“ Put explanations under „Begründung“.
""",
    ),
    "new_text_that_begins_with_another_place": (
        """\
Änderung der Satzung
§ 5 Abs. 2 erhält folgende Fassung:
§ 7 Abs. 1
Der Rat tagt.
""",
        """\
act.txt:3:1: It is not clear whether this is new text or a command.
  |
3 | § 7 Abs. 1
  | ^^^^^^^^^^
  = hint: Put quotation marks around new text; write commands with a verb: „Absatz 2 wird gestrichen.“
""",
    ),
}


@pytest.mark.parametrize(("act", "messages"), REFUSALS.values(), ids=REFUSALS)
def test_the_refusal_says_where_what_and_how_to_mend(act: str, messages: str) -> None:
    amendments = parse_act(Source("act.txt", act)).amendments
    assert "".join(f"{diagnostic}\n" for amendment in amendments for diagnostic in amendment.diagnostics) == messages


TWO_TEXTS = """\
Artikel 1
Die Geschäftsordnung des Ortsrats wird wie folgt geändert:
§ 3 wird gestrichen.
Artikel 2
Die Beitragsordnung des Ortsrats wird wie folgt geändert:
§ 4 wird gestrichen.
"""


def test_the_amendment_of_a_text_is_found_by_its_title() -> None:
    act = parse_act(Source("act.txt", TWO_TEXTS))
    assert act.for_text("Beitragsordnung des Ortsrats Moorau (BeitrO)").target == "Beitragsordnung des Ortsrats"
    assert act.for_text("Irgendein Text", article="1").target == "Geschäftsordnung des Ortsrats"


def test_an_act_for_other_texts_is_refused_with_its_candidates() -> None:
    with pytest.raises(NotUnderstood) as refusal:
        parse_act(Source("act.txt", TWO_TEXTS)).for_text("Hauptsatzung der Gemeinde Moorau")
    assert (
        str(refusal.value)
        == """\
act.txt:1:1: The act amends several texts; none of them is for certain „Hauptsatzung der Gemeinde Moorau“.
  |
1 | Artikel 1
  | ^
  = hint: It amends: article 1: Geschäftsordnung des Ortsrats; article 2: Beitragsordnung des Ortsrats."""
    )


@pytest.mark.parametrize("title", ["Abfallsatzung der Gemeinde Moorau", "Hauptsatzung der Gemeinde Sandau"])
def test_an_act_for_another_text_is_refused(title: str) -> None:
    act = parse_act(Source("act.txt", "Die Hauptsatzung der Gemeinde Moorau wird wie folgt geändert:\n§ 3 entfällt.\n"))
    with pytest.raises(NotUnderstood) as refusal:
        act.for_text(title)
    assert (
        str(refusal.value)
        == f"""\
act.txt:1:1: The act amends another text, not „{title}“.
  |
1 | Die Hauptsatzung der Gemeinde Moorau wird wie folgt geändert:
  | ^
  = hint: It amends: Hauptsatzung der Gemeinde Moorau."""
    )


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("Geschäftsordnung", True),
        ("Geschäftsordnung des Rates", True),
        ("Geschäftsordnung des Präventionsrats", True),
        ("Geschäftsordnung für den Rat", True),
        ("Geschäftsordnung des Beirats", False),
        ("Geschäftsordnung des Seniorenrates", False),
        ("Geschäftsordnung der Mitgliederversammlung", False),
    ],
)
def test_an_act_for_the_text_of_another_organ_is_refused(name: str, fits: bool) -> None:
    act = parse_act(Source("act.txt", f"1. Änderung der {name}\n\n§ 3 entfällt.\n"))
    title = "Geschäftsordnung des Präventionsrates im Kreis Moorau"
    if fits:
        assert act.for_text(title).target == name
    else:
        with pytest.raises(NotUnderstood, match="The act amends another text"):
            act.for_text(title)


def test_an_article_that_amends_nothing_is_refused() -> None:
    with pytest.raises(NotUnderstood) as refusal:
        parse_act(Source("act.txt", TWO_TEXTS)).for_text("Beitragsordnung", article="3")
    assert refusal.value.diagnostics[0].message == "The act has no article 3 that amends a text."


def test_title_and_number_that_are_missing_are_only_findings() -> None:
    act = parse_act(Source("act.txt", "§ 3 wird gestrichen.\n"))
    assert [gap.message for gap in act.gaps] == ["The act has no title.", "The act has no number."]
    assert act.amendments[0].diagnostics == ()


def test_that_an_act_amends_several_texts_is_a_finding() -> None:
    findings = parse_act(Source("act.txt", TWO_TEXTS)).findings
    assert findings[-1].message == (
        "The act amends several texts: "
        "article 1: Geschäftsordnung des Ortsrats; article 2: Beitragsordnung des Ortsrats."
    )
