"""Quotations in acts: the outermost count, whatever marks they use; marks without a partner are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.amendment.quotes import find_quotations


def quoted(text: str) -> list[str]:
    """The words inside the outermost quotations."""
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text).found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("das Wort „Rat“ durch das Wort „Beirat“ ersetzt.", ["Rat", "Beirat"]),
        ('das Wort "Rat" durch das Wort "Beirat" ersetzt.', ["Rat", "Beirat"]),
        ("das Wort “Rat” durch „Beirat” ersetzt.", ["Rat", "Beirat"]),
        ('das Wort „Rat" durch ”Beirat” ersetzt.', ["Rat", "Beirat"]),
        ("das Wort »Rat« durch «Beirat» ersetzt.", ["Rat", "Beirat"]),
        ("das Wort ‚Rat‘ durch 'Beirat' ersetzt.", ["Rat", "Beirat"]),
        ("das Wort ,,Rat'' durch ``Beirat'' ersetzt.", ["Rat", "Beirat"]),
    ],
)
def test_all_marks_are_read(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("angefügt: „Er heißt „Beirat“.“", ["Er heißt „Beirat“."]),
        ('angefügt: "Er heißt "Beirat"."', ['Er heißt "Beirat".']),
        ("angefügt: „Er heißt “Beirat” oder ‚Rat‘.“", ["Er heißt “Beirat” oder ‚Rat‘."]),
        ("In Nummer 1 wird ‚das Wort „Rat“‘ gestrichen.", ["das Wort „Rat“"]),
    ],
)
def test_the_outermost_quotation_counts(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_quotation_goes_over_lines() -> None:
    assert quoted("gefasst:\n„(2) Er tagt.\n\n(3) Er berät.“\n3. § 5") == ["(2) Er tagt.\n\n(3) Er berät."]


def test_apostrophes_and_inch_marks_are_no_quotations() -> None:
    assert quoted("Das gilt für Petra's Bildschirm mit 24\" und Hans’ Heft.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('die Angabe " § 4" durch die Angabe " , 5" ersetzt', ["§ 4", ", 5"]),
        ('gefasst:\n" § 4 Gäste\nGäste reden."', ["§ 4 Gäste\nGäste reden."]),
        ('gefasst:\n"\nGäste reden.\n"', ["Gäste reden.\n"]),
        ('ein Rohr von 5 " Weite, ein Rohr von 6 " Weite', []),
    ],
)
def test_a_mark_may_be_parted_from_its_words(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_words_may_be_only_punctuation() -> None:
    assert quoted("wird nach „, Gremien“ ein „,“ eingefügt") == [", Gremien", ","]


def test_an_unclosed_quotation_does_not_hide_those_after_it() -> None:
    text = "1. „(2) Er tagt.\n2. das Wort „Rat“ durch „Beirat“"
    assert quoted(text) == ["Rat", "Beirat"]
    assert find_quotations(text).unclosed == (text.index("„"),)


def test_a_closing_mark_without_an_opening_one_is_found() -> None:
    text = "(3) Er berät.“\nIn § 4 wird „Rat“ gestrichen."
    assert quoted(text) == ["Rat"]
    assert find_quotations(text).unopened == (text.index("“"),)


@given(st.text(alphabet="„“”\"»«‚‘’',` ab.(\n"))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    quotations = find_quotations(text)
    ends = 0
    for quotation in quotations.found:
        assert ends <= quotation.start < quotation.inner_start <= quotation.inner_end < quotation.end <= len(text)
        ends = quotation.end
