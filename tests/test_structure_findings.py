"""What cannot be recognised is kept as text and reported: the whole messages."""

from __future__ import annotations

from regelwerk.diagnostics import Source
from regelwerk.structure import parse


def findings(text: str) -> list[str]:
    return [str(finding) for finding in parse(Source("ordnung.txt", text)).findings]


def test_a_number_that_does_not_follow() -> None:
    assert findings("Muster-Ordnung\n§ 1 Name\n(1) Eins.\n(3) Drei. Und mehr.\n") == [
        """\
ordnung.txt:4:1: „(3)“ follows „(1)“.
  |
4 | (3) Drei. Und mehr.
  | ^^^
  = hint: Mend the number if it is wrong; a repealed unit can stand as „(3) (weggefallen)“."""
    ]


def test_a_list_that_begins_in_the_middle() -> None:
    assert findings("Muster-Ordnung\n§ 1 Name\nEs gilt:\nc) eins,\nd) zwei.\n") == [
        """\
ordnung.txt:4:1: „c)“ is the first of its kind here.
  |
4 | c) eins,
  | ^^
  = hint: Mend the number if it is wrong; a repealed unit can stand as „c) (weggefallen)“."""
    ]


def test_numbers_that_markdown_repeats_are_reported_once() -> None:
    (finding,) = findings("# Muster-Ordnung\n## § 1 Name\n1. Eins. Und mehr.\n1. Zwei.\n1. Drei.\n")
    assert finding.splitlines()[0] == "ordnung.txt:4:1: „1.“ follows „1.“."


def test_a_paragraph_out_of_order() -> None:
    assert findings("Muster-Ordnung\n§ 2 Name\nEins.\nUnd mehr.\n§ 2 Sitz\nZwei.\n") == [
        """\
ordnung.txt:5:1: „§ 2“ is not higher than the § before it.
  |
5 | § 2 Sitz
  | ^^^^^^^^
  = hint: If this is the heading of a §, mend its number; if not, write it on the line above."""
    ]


def test_a_misread_paragraph_sign() -> None:
    assert findings("Muster-Ordnung\n\n81 Name\n\nEins. Und mehr.\n") == [
        """\
ordnung.txt:3:1: „81“ was read as the sign and number of a §.
  |
3 | 81 Name
  | ^^^^^^^
  = hint: If this is the heading of a §, mend its number; if not, write it on the line above."""
    ]


def test_no_title() -> None:
    assert findings("§ 1 Name\nEins. Und mehr.\n") == [
        """\
ordnung.txt:1:1: No title was found.
  |
1 | § 1 Name
  | ^
  = hint: Write the title as the first line."""
    ]


def test_tags() -> None:
    assert findings("Muster-Ordnung\n<p>§ 1 Name</p>\n(1) Eins. Und mehr.\n") == [
        """\
ordnung.txt:2:1: HTML tags were kept as text.
  |
2 | <p>§ 1 Name</p>
  | ^^^
  = hint: Save the page as plain text."""
    ]


def test_heads_and_feet_of_pages() -> None:
    text = "Muster-Ordnung\n\n§ 1 Name\n\nDer Name ist\n\nSeite 2 von 9\n\nfrei. Und mehr.\n"
    assert findings(text) == [
        """\
ordnung.txt:7:1: This looks like the head or foot of a page and was kept as text.
  |
7 | Seite 2 von 9
  | ^^^^^^^^^^^^^
  = hint: Take such lines out of the text."""
    ]


def test_two_columns_are_not_read_across() -> None:
    left, right = "§ 1 Der Rat tagt in den Ferien", "(2) Die Schule nimmt daran teil."
    text = "Muster-Ordnung\n\n" + "\n".join(f"{left}        {right}" for _ in range(50)) + "\n"
    parsed = parse(Source("ordnung.txt", text))
    assert str(parsed.findings[0]) == (
        """\
ordnung.txt:1:1: This text is set in two columns and reads across them; its units were not recognised.
  |
1 | Muster-Ordnung
  | ^
  = hint: Save the document as text with one column after the other."""
    )
    (formula,) = parsed.document.children
    assert {sentence.text for sentence in formula.children} == {f"{left} {right}"}
