"""Words in one run of text: found as whole words, exchanged with clean joints (docs/meaning.md, „Words“)."""

import pytest

from regelwerk.commands import Position, Words
from regelwerk.diagnostics import Source
from regelwerk.wording import adopted, doubled_punctuation, find, splice

SPAN = Source("act", "").span()


def found(text: str, words: str, **more: object) -> list[str]:
    return [text[start:end] for start, end in find(text, Words(words, SPAN, **more))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Rat tagt.", "Rat"),
        ("Der Rat, sagt er, tagt.", "Rat"),
        ("Nach § 10 Absatz 2 gilt das.", "§ 10"),
        ("Nach § 10 i. V. m. § 3 gilt das.", "§ 10"),
        ("Rat (Beirat) und Amt", "Rat"),
        ("Das „Forum“ tagt.", "»Forum«"),
        ("Er tagt  zweimal\njährlich.", "zweimal jährlich"),
        ("Familien- und Pflegezeit", "Familien-"),
    ],
)
def test_words_are_found(text: str, words: str) -> None:
    assert len(found(text, words)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Ratssitzung ist offen.", "Rat"),
        ("Der Stadt-Rat tagt.", "Rat"),
        ("Die Rat-Häuser sind offen.", "Rat"),
        ("Die Vorsitzende/r leitet.", "Vorsitzende"),
        ("Alle Bürger:innen dürfen.", "Bürger"),
        ("Ein Rats- und Kreishaus.", "Rats"),
        ("Kreistag und -rat tagen.", "rat"),
        ("Jeder Rat/jede Rätin stimmt.", "Rat"),
        ("Jede Rat(sfrau) stimmt.", "Rat"),
        ("Es sind 1,5 Prozent.", "5"),
        ("Es sind 1,5 Prozent.", ","),
        ("Nach § 10 a gilt das.", "§ 10"),
        ("Nach § 10a gilt das.", "§ 10"),
        ("Der rat tagt.", "Rat"),
    ],
)
def test_parts_of_words_are_not_found(text: str, words: str) -> None:
    assert found(text, words) == []


def test_the_full_stop_is_the_one_that_ends_the_text() -> None:
    assert find("Nach Abs. 2 S. 3 gilt das.", Words(".", SPAN)) == [(25, 26)]


def test_from_one_word_to_another() -> None:
    assert found("Er lädt, sofern nötig, mit Frist ein.", "sofern", to="Frist") == ["sofern nötig, mit Frist"]


def test_only_the_words_after_the_anchor() -> None:
    text = "die Angabe zu § 4 Satz 1 und zu § 5 Satz 1"
    assert find(text, Words("Satz 1", SPAN, after="§ 5")) == [(36, 42)]


def test_at_the_end_and_at_the_beginning() -> None:
    text = "und so und"
    assert find(text, Words("und", SPAN, position=Position.END)) == [(7, 10)]
    assert find(text, Words("und", SPAN, position=Position.START)) == [(0, 3)]


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("Er hat vier Sitze.", "vier", "sechs", "Er hat sechs Sitze."),
        ("an Schulen,", ",", "und", "an Schulen und"),
        ("an Schulen und", "und", ".", "an Schulen."),
        ("an Schulen, oder", ", oder", ".", "an Schulen."),
        ("an Schulen und", "und", ",", "an Schulen,"),
        ("die Räte (KPR) tagen", "(KPR)", "(Räte)", "die Räte (Räte) tagen"),
        ("die Räte (KPR) tagen", "(KPR)", "", "die Räte tagen"),
        ("Er tagt oft und gern.", "und gern", "", "Er tagt oft."),
        ("Er tagt oft.", "Er", "", "tagt oft."),
        ("Er tagt (oft).", "oft", "selten", "Er tagt (selten)."),
        ("Es gilt § 5.", "§ 5", "§ 6 Absatz 1", "Es gilt § 6 Absatz 1."),
        ("Er tagt oft", "oft", ", wenn nötig", "Er tagt, wenn nötig"),
    ],
)
def test_joints(text: str, old: str, new: str, result: str) -> None:
    (hit,) = find(text, Words(old, SPAN))
    assert splice(text, *hit, new) == result


def test_words_put_between_words() -> None:
    assert splice("Mitglieder stimmen ab.", 10, 10, "und Gäste") == "Mitglieder und Gäste stimmen ab."
    assert splice("Mitglieder stimmen ab.", 0, 0, "Alle") == "Alle Mitglieder stimmen ab."
    assert splice("Mitglieder stimmen ab.", 10, 10, ", Gäste") == "Mitglieder, Gäste stimmen ab."
    assert splice("Mitglieder stimmen ab.", 21, 21, ", wenn nötig") == "Mitglieder stimmen ab, wenn nötig."


def test_half_marks_become_full_ones() -> None:
    assert adopted("der Name ‚Forum‘ gilt") == "der Name „Forum“ gilt"
    assert adopted("der Name „Forum“ gilt’s") == "der Name „Forum“ gilt’s"


def test_doubled_punctuation_is_noticed() -> None:
    assert doubled_punctuation("a, b, c", "a, , c") == ", ,"
    assert doubled_punctuation("a, b", "a; b.") == ""
    assert doubled_punctuation("der Rat (R) tagt", "der Rat () tagt") == "()"
    assert doubled_punctuation("der „Rat“ tagt", "der „“ tagt") == "„“"
    assert doubled_punctuation("er tagt – geheim – oft", "er tagt – – oft") == "– –"
    assert doubled_punctuation("", "z. B., und so weiter ...") == ""
