"""Whatever text comes in, nothing is lost, and what is printed reads back as it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from regelwerk.diagnostics import Source
from regelwerk.structure import format_document, parse

HEADINGS = (
    "§ 1 Name", "§ 2", "§2 Aufgaben", "§ 3 – Ziele", "§ 5 gilt entsprechend.", "Artikel 4 [Sitz]", "I. Abschnitt",
    "Abschnitt 1 Allgemeines", "II. Sitzungen", "A. Anträge", "Präambel", "Inhaltsübersicht", "Anlage 1 (zu § 3)",
    "# Satzung", "## § 7 Ende", "§§ 3 und 4 (weggefallen)", "2. Ziele", "1.1 Umfang", "Neustadt, den 3. Mai 2030",
    "81 Name", "§ 10 Abs. 2 Satz 1", "Satzung des Musterrates",
)  # fmt: skip
LABELS = (
    "(1) ", "(2) ", "( 3 ) ", "1) ", "1. ", "2. ", "7a. ", "a) ", "b) ", "aa) ", "- ", "• ", "i) ", "ii) ", "(a) ",
    "3. bis 5. ", "1.2 ", "**(1)** ", "1. 1. ", "(1) a) ", "¹ ", "1 ", "",
)  # fmt: skip
TEXTS = (
    "Der Rat tagt.", "der Rat und", "die Gemeinden,", "nach § 4 Abs. 2;", "Er tagt am 1. Mai. Er ist frei.",
    "Folgendes:", "Mitglieder, die Stell-", "vertreter und", "x | y", "| a | b |", "|---|---|", "(weggefallen)",
    "nach Absatz", "\\[x\\]", "*Kursiv*", "<p>Text</p>", "\ufffcBild", "1. Januar 2030 ist", "d. h. nicht.",
    "Seite 3 von 9", "2", "Haupt- und", "oder b) anders.", "Name: (1) eins. (2) zwei.", "a) eins, b) zwei", "",
    "§ 2 Wahl (1) Der Rat wählt.",
)  # fmt: skip
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "    "]),
    st.sampled_from(LABELS),
    st.sampled_from(TEXTS) | st.sampled_from(TEXTS) | st.sampled_from(HEADINGS),
)
FOUND = st.lists(LINES | st.sampled_from(HEADINGS), max_size=14).map("\n".join)


def letters(text: str) -> str:
    """The text without white space, hyphens and the marks of Markdown."""
    return re.sub(r"[\s\-#*_`>|\\]+", "", text)


@given(FOUND)
def test_nothing_is_lost_and_what_is_printed_reads_back(found: str) -> None:
    document = parse(Source("ordnung.txt", found)).document
    printed = format_document(document)
    assert letters(printed) == letters(found)
    again = parse(Source("ordnung.txt", printed)).document
    assert again == document
    assert format_document(again) == printed


@given(st.text(alphabet="§()123.aA) |#*-\n\tÄß„“<>pé\u00a0", max_size=60))
def test_no_input_crashes_the_reader(text: str) -> None:
    parsed = parse(Source("ordnung.txt", text))
    assert all(finding.span is not None for finding in parsed.findings)
