"""Word marks: what people see of a change, and that both wordings can be read off it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.comparison.wordmarks import (
    Mark,
    Pieces,
    marked,
    marked_cells,
    moved_away,
    moved_here,
    new_text,
    old_text,
    replaced,
)

SIGNS = {Mark.SAME: "{}", Mark.OLD: "[-{}-]", Mark.NEW: "{{+{}+}}", Mark.AWAY: "[<{}<]", Mark.HERE: "{{>{}>}}"}


def shown(pieces: Pieces) -> str:
    return "".join(SIGNS[piece.mark].format(piece.text) for piece in pieces)


EXAMPLES = [
    ("Die Frist beträgt drei Tage.", "Die Frist beträgt fünf Tage.", "Die Frist beträgt [-drei-]{+fünf+} Tage."),
    ("aus Polizei, Ämtern", "aus Polizei, Justiz, Ämtern", "aus Polizei, {+Justiz, +}Ämtern"),
    ("kann möglichst bald tagen", "kann bald tagen", "kann [-möglichst -]bald tagen"),
    ("die Orte zu beraten,", "die Orte zu beraten.", "die Orte zu beraten[-,-]{+.+}"),
    ("Er tagt am 3. Mai.", "Er tagt am 4. Mai.", "Er tagt am [-3-]{+4+}. Mai."),
    ("Das Geld kommt vom Kreis.", "Das Geld kommt vom Land-Kreis.", "Das Geld kommt vom [-Kreis-]{+Land-Kreis+}."),
    ("", "Neu.", "{+Neu.+}"),
    ("Alt.", "", "[-Alt.-]"),
    ("Gleich.", "Gleich.", "Gleich."),
    ("", "", ""),
]


@pytest.mark.parametrize(("old", "new", "expected"), EXAMPLES)
def test_words_are_marked(old, new, expected):
    assert shown(marked(old, new)) == expected


def test_up_to_two_unchanged_words_between_changes_are_marked_with_them():
    old, new = "Der Rat tagt am ersten Montag im Mai zweimal.", "Der Rat tagt am letzten Montag im Juni zweimal."
    assert shown(marked(old, new)) == "Der Rat tagt am [-ersten Montag im Mai-]{+letzten Montag im Juni+} zweimal."


def test_three_unchanged_words_stand_for_themselves():
    old, new = "Am ersten Montag im Monat Mai tagt der Rat.", "Am letzten Montag im Monat Juni tagt der Rat."
    expected = "Am [-ersten-]{+letzten+} Montag im Monat [-Mai-]{+Juni+} tagt der Rat."
    assert shown(marked(old, new)) == expected


def test_a_wording_changed_in_most_of_its_words_is_shown_as_replaced():
    old, new = "Der Antrag ist dann abgelehnt.", "Der Vorsitz gibt den Ausschlag."
    assert marked(old, new) == replaced(old, new)


def test_a_wording_that_only_loses_words_is_not_shown_as_replaced():
    old, new = "Die Ordnung des Kreises vom 3. Mai 2011 in ihrer geltenden Fassung gilt.", "Die Ordnung gilt."
    assert shown(marked(old, new)) == "Die Ordnung [-des Kreises vom 3. Mai 2011 in ihrer geltenden Fassung -]gilt."


def test_table_rows_are_marked_cell_by_cell():
    assert shown(marked_cells("Stufe 1 | 10 Euro", "Stufe 1 | 12 Euro")) == "Stufe 1 | [-10-]{+12+} Euro"


def test_table_rows_with_other_cells_are_replaced():
    assert shown(marked_cells("Stufe 1 | 10", "Stufe 1 | alle | 10")) == "[-Stufe 1 | 10-]{+Stufe 1 | alle | 10+}"


def test_what_moved_is_told_from_what_went_and_came():
    pieces = marked("Das Geld kommt vom Kreis.", "Das Geld kommt vom Land.")
    assert shown(moved_away(pieces)) == "[<Das Geld kommt vom <][-Kreis-][<.<]"
    assert shown(moved_here(pieces)) == "{>Das Geld kommt vom >}{+Land+}{>.>}"


WORDINGS = st.text(st.sampled_from("ab .,|„“-\n\u0301[]é§") | st.characters(), max_size=40)


@given(WORDINGS, WORDINGS)
def test_both_wordings_can_be_read_off_the_marks(old, new):
    for pieces in (marked(old, new), marked_cells(old, new)):
        assert (old_text(pieces), new_text(pieces)) == (old, new)
        assert (old_text(moved_away(pieces)), new_text(moved_here(pieces))) == (old, new)
        assert all(piece.text for piece in pieces)
